"""A list of the log's activities is kept in order by date, and its sum with it; `test_index` has edits of all kinds."""

from decimal import Decimal

from ceulog.domain.listings import Listing, place_of
from tests.builders import an_activity

FIRST, SECOND = an_activity("1", "2026-01-10", id="a"), an_activity("2.5", "2026-01-10", id="b")
LAST = an_activity("3", "2026-02-01", id="c", credits={"AAPC": "3", "AHIMA": "4"})


def test_the_next_one_leaves_the_one_before_as_it_was() -> None:
    listing = Listing([FIRST, LAST], lambda activity: not activity.trashed)
    unknown = listing.after([(None, SECOND)])
    assert listing.ceus == 1 + 4
    following = listing.after([(FIRST, FIRST._replace(trashed=FIRST.date)), (None, SECOND), (LAST, None)])
    assert (following.activities, following.ceus) == ([SECOND], SECOND.credits["AAPC"])
    assert (listing.activities, listing.ceus) == ([FIRST, LAST], Decimal(5))
    assert (unknown.activities, unknown.ceus) == ([FIRST, SECOND, LAST], 5 + SECOND.credits["AAPC"])


def test_what_does_not_belong_comes_and_goes_unnoticed() -> None:
    listing = Listing([FIRST], lambda activity: activity.id == "a")
    assert listing.after([(None, LAST), (LAST, None)]).activities == [FIRST]


def test_a_place_is_by_date_then_id() -> None:
    assert [place_of(each, [FIRST, SECOND, LAST]) for each in (FIRST, SECOND, LAST)] == [0, 1, 2]
    assert place_of(an_activity(on="2026-01-10", id="aa"), [FIRST, SECOND, LAST]) == 1
