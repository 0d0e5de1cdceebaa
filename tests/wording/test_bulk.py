"""What an edit of many entries would do, in a sentence."""

import pytest

from ceulog.domain.bulk import BulkEdit
from ceulog.wording.bulk import NOTHING_CHOSEN, bulk_sentence


@pytest.mark.parametrize(
    ("edit", "numbers", "words"),
    [
        (BulkEdit(), (3, 0, 0), NOTHING_CHOSEN),
        (BulkEdit(type="webinar"), (15, 12, 0), "Sets the kind of 12 entries to webinar; 3 have it already."),
        (BulkEdit(type="webinar"), (2, 1, 0), "Sets the kind of 1 entry to webinar; 1 has it already."),
        (BulkEdit(type="webinar"), (2, 0, 0), "Nothing would change; they have it already."),
        (BulkEdit(type="webinar"), (1, 0, 0), "Nothing would change; it has it already."),
        (BulkEdit(sponsor=""), (2, 2, 0), "Sets the sponsor of 2 entries to nothing."),
        (BulkEdit(location="[/x]\n漢字"), (2, 2, 0), "Sets the place of 2 entries to “[/x] 漢字”."),
        (BulkEdit(domain=18), (2, 2, 0), "Sets the domain of 2 entries to Data."),
        (BulkEdit(domain=99), (2, 2, 0), "Sets the domain of 2 entries to 99."),
        (BulkEdit(cleared=frozenset({"domain"})), (2, 2, 0), "Sets the domain of 2 entries to not classified."),
        (BulkEdit(cleared=frozenset({"provided_by"})), (2, 2, 0), "Sets the provider of 2 entries to not marked."),
        (BulkEdit(organizations=("AAPC", "AHIMA")), (2, 2, 0),
         "Sets the organizations of 2 entries to AAPC and AHIMA."),
        (BulkEdit(approved_for=()), (2, 2, 0), "Sets the approvals of 2 entries to none."),
        (BulkEdit(type="quiz", presenter="A"), (3, 3, 0),
         "Sets the kind to quiz and the presenter to “A” in 3 entries."),
        (BulkEdit(status="done"), (4, 2, 1), (
            "Sets the status of 2 entries to attended; 1 has it already. "
            "The day of 1 is still to come, so it stays planned."
         )),
        (BulkEdit(status="done"), (2, 0, 2),
         "Nothing would change. The days of 2 are still to come, so they stay planned."),
    ],
)  # fmt: skip
def test_it_says_what_and_how_many(edit: BulkEdit, numbers: tuple[int, int, int], words: str) -> None:
    assert bulk_sentence(edit, *numbers, {18: "Data"}) == words
