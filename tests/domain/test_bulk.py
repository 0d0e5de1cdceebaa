"""One edit of many entries: what it changes, what it leaves, what it refuses, and what it is called."""

from decimal import Decimal
from typing import Any

import pytest

from ceulog.domain.activities import Activity
from ceulog.domain.bulk import BulkEdit, bulk_edited, still_to_come
from ceulog.domain.changes import Change
from ceulog.domain.refusals import Refusal
from tests.builders import TODAY, a_log, a_planned, an_activity, shipped

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))


def done(edit: BulkEdit, *activities: Activity) -> Change:
    return bulk_edited(activities, edit, a_log(*activities, held=HELD), shipped(), TODAY)


def after(change: Change) -> list[Activity]:
    return [each.after for each in change.edits if isinstance(each.after, Activity)]


@pytest.mark.parametrize(
    ("edit", "fields"),
    [
        (BulkEdit(type="webinar"), {"type": "webinar"}),
        (BulkEdit(sponsor=" AAPC\x1b "), {"sponsor": "AAPC"}),
        (BulkEdit(sponsor=""), {"sponsor": ""}),
        (BulkEdit(domain=18), {"domain": 18}),
        (BulkEdit(cleared=frozenset({"domain", "provided_by"})), {"domain": None, "provided_by": None}),
        (BulkEdit(provided_by="csa"), {"provided_by": "csa"}),
        (BulkEdit(approved_for=("cpma", "CPC", "cpma")), {"approved_for": ("CPMA", "CPC")}),
        (BulkEdit(approved_for=()), {"approved_for": ()}),
        (BulkEdit(location="Raleigh", presenter="Somebody"), {"location": "Raleigh", "presenter": "Somebody"}),
    ],
)
def test_it_sets_what_is_given_and_nothing_else(edit: BulkEdit, fields: dict[str, Any]) -> None:
    whole = an_activity(
        "2", sponsor="Old", domain=25, provided_by="external", approved_for="CCC", notes="kept", index_number="X",
        minutes=90, next_cycle=False,
    )  # fmt: skip
    (changed,) = after(done(edit, whole))
    assert changed == whole._replace(**fields)


def test_entries_that_have_it_already_are_left_out() -> None:
    one, two = an_activity(type="webinar"), an_activity(type="quiz")
    change = done(BulkEdit(type="webinar"), one, two)
    assert [(each.before, each.after) for each in change.edits] == [(two, two._replace(type="webinar"))]
    assert done(BulkEdit(type="webinar"), one).edits == ()
    assert done(BulkEdit(), one, two).edits == ()


def test_what_they_count_for_keeps_the_ceus_that_are_there() -> None:
    by_certificate = an_activity("1.5")._replace(ceus=Decimal("1.5"))
    by_minutes = an_activity("1.5", minutes=100)
    by_hand = an_activity(credits={"AHIMA": "2"})
    both = an_activity(credits={"AAPC": "3", "AHIMA": "1"})
    change = done(BulkEdit(organizations=("AAPC", "AHIMA")), by_certificate, by_minutes, by_hand, both)
    assert [each.credits for each in after(change)] == [
        {"AAPC": Decimal("1.5"), "AHIMA": Decimal("1.5")},
        {"AAPC": Decimal("1.5"), "AHIMA": Decimal(1)},
        {"AAPC": Decimal(2), "AHIMA": Decimal(2)},
    ]
    fewer = done(BulkEdit(organizations=("AAPC",)), both)
    assert after(fewer)[0].credits == {"AAPC": Decimal(3)}


def test_attended_are_those_whose_day_is_not_to_come() -> None:
    late, today, later = a_planned(on="2026-11-01"), a_planned(on=TODAY), a_planned(on="2026-12-05")
    edit = BulkEdit(status="done")
    change = done(edit, late, today, later, an_activity())
    assert [each.status for each in after(change)] == ["done", "done"]
    assert [each.before for each in change.edits] == [late, today]
    assert still_to_come((late, today, later), edit, TODAY) == 1
    assert still_to_come((later,), BulkEdit(type="quiz"), TODAY) == 0
    both = done(BulkEdit(status="done", type="quiz"), later)
    assert [(each.status, each.type) for each in after(both)] == [("planned", "quiz")]


def test_an_entry_done_on_a_day_to_come_can_still_be_approved() -> None:
    odd = an_activity(on="2026-12-05")
    assert after(done(BulkEdit(approved_for=("CPMA",)), odd)) == [odd._replace(approved_for=("CPMA",))]


@pytest.mark.parametrize(
    ("edit", "field", "words"),
    [
        (BulkEdit(sponsor="x" * 201), "sponsor", "The sponsor is too long"),
        (BulkEdit(location="x" * 201), "location", "The place is too long"),
        (BulkEdit(approved_for=("XYZ",)), "approved_for", "XYZ"),
        (BulkEdit(organizations=("NOBODY",)), "organizations", "NOBODY"),
        (BulkEdit(organizations=("AAPC", "AHIMA", "ACDIS")), "organizations", "how many CEUs it grants at ACDIS"),
    ],
)
def test_a_refusal_names_the_entry_and_the_field(edit: BulkEdit, field: str, words: str) -> None:
    uneven = an_activity(credits={"AAPC": "3", "AHIMA": "1"}, title="Uneven [/x]\n" + "and long " * 20)
    with pytest.raises(Refusal) as caught:
        done(edit, uneven)
    assert caught.value.field == field
    assert str(caught.value).startswith("“Uneven [/x] and long")
    assert words in str(caught.value)


def test_next_cycle_entries_cannot_be_left_without_an_organization_that_keeps_them() -> None:
    kept = an_activity("1", "2027-03-10", at="AAPC AHIMA", next_cycle=True)
    with pytest.raises(Refusal, match="next cycle"):
        done(BulkEdit(organizations=("AHIMA",)), kept)


@pytest.mark.parametrize(
    ("edit", "many", "label"),
    [
        (BulkEdit(type="quiz"), 3, "changed the kind of 3 entries"),
        (BulkEdit(type="quiz"), 1, "changed the kind of “entry-0”"),
        (BulkEdit(type="quiz", sponsor="A", location="B"), 2, "changed the kind, sponsor and place of 2 entries"),
        (
            BulkEdit(organizations=("AHIMA",), domain=18, provided_by="csa", approved_for=("CPC",), presenter="A"), 2,
            "changed the organizations, domain, provider, approvals and presenter of 2 entries",
        ),
        (BulkEdit(status="done", cleared=frozenset({"domain"})), 2, "changed the domain and status of 2 entries"),
        (BulkEdit(status="done"), 2, "marked 2 entries as attended"),
        (BulkEdit(status="done"), 1, "marked “entry-0” as attended"),
    ],
)  # fmt: skip
def test_it_is_one_change_with_a_name(edit: BulkEdit, many: int, label: str) -> None:
    entries = [a_planned("1", TODAY, id=f"entry-{number}", domain=25) for number in range(many)]
    assert done(edit, *entries).label == label
