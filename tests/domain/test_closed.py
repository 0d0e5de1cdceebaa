"""What closed cycles keep: read with care, for the file is anybody's to edit."""

from ceulog.domain.closed import as_closed, keeping, spent_by
from ceulog.domain.cycles import Closing
from tests.builders import a_cycle, a_log, an_activity, day

COUNTED = an_activity("36", "2025-03-01", id="a", index_number="Q 1", title="Conference")
CLOSED = a_cycle("2023-04-01", "2025-03-31", closing=Closing(day("2025-04-05"), {}, {"a": {"CPC": "36"}}))
LOG = a_log(COUNTED, cycles={"AAPC": (CLOSED, a_cycle())})


def test_what_closed_cycles_used_up() -> None:
    spent = spent_by(LOG.membership("AAPC"), LOG.activities)
    assert spent.ids == {"a"}
    assert spent.numbers == {"q1"}
    assert LOG.spent("AAPC") == spent
    assert spent_by(None, {}).ids == frozenset()


def test_only_a_change_of_what_was_counted_is_worth_a_copy() -> None:
    members = LOG.memberships.values()
    assert keeping(COUNTED, COUNTED._replace(notes="more"), members).as_closed is None
    assert keeping(COUNTED, COUNTED._replace(trashed=day("2025-05-01")), members).as_closed is None
    changed = keeping(COUNTED, COUNTED._replace(title="Congress"), members)
    assert as_closed(changed) == COUNTED
    again = keeping(changed, changed._replace(title="Third"), members)
    assert as_closed(again) == COUNTED
    assert keeping(an_activity(id="b"), an_activity(id="b", title="x"), members).as_closed is None


def test_proofs_and_notes_of_later_go_along() -> None:
    changed = keeping(COUNTED, COUNTED._replace(title="x"), LOG.memberships.values())
    assert as_closed(changed._replace(notes="found the letter")).notes == "found the letter"
    assert as_closed(COUNTED._replace(as_closed={"title": 7})).title == "Conference"
