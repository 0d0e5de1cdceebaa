"""What is offered as the beginning of an entry: the holder's own templates first, then what recurs without one."""

from decimal import Decimal

from ceulog.domain.offers import template_offers
from ceulog.domain.templates import Template
from tests.builders import TODAY, a_planned, an_activity, day

CEUS = Decimal("1.5")
MEETINGS = [
    an_activity("1.5", each, title="Chapter meeting", type="chapter-meeting")
    for each in ("2026-08-13", "2026-09-10", "2026-10-08", "2026-11-12")
]
OWN = Template("Meeting", "Chapter meeting", type="chapter-meeting", minutes=90)


def test_what_recurs_is_offered_until_a_template_has_its_title() -> None:
    (found,) = template_offers([], MEETINGS, TODAY)
    assert (found.own, found.template.title, found.next, found.ceus) == (
        False, "Chapter meeting", day("2026-12-10"), CEUS,
    )  # fmt: skip
    (own,) = template_offers([OWN], MEETINGS, TODAY)
    assert (own.own, own.template, own.next, own.ceus) == (True, OWN, day("2026-12-10"), CEUS)
    other = OWN._replace(title="Book club")
    assert [each.own for each in template_offers([other], MEETINGS, TODAY)] == [True, False]


def test_a_day_that_a_template_names_is_the_next_one_that_is_not_planned_already() -> None:
    mondays = OWN._replace(day="last monday")
    (found,) = template_offers([mondays], (), TODAY)
    assert (found.own, found.next) == (True, day("2026-11-30"))
    planned = a_planned("1.5", "2026-11-30", title="Chapter meeting", type="chapter-meeting")
    assert template_offers([mondays], [planned], TODAY)[0].next == day("2026-12-28")
    in_trash = planned._replace(trashed=TODAY)
    assert template_offers([mondays], [in_trash], TODAY)[0].next == day("2026-11-30")
