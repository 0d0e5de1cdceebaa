"""What recurs in a log: what belongs together, how often it comes, and when it comes next."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.recurring import Recurring, group_key, month_day, recurring
from ceulog.domain.templates import MonthDay, bare_title, next_day
from ceulog.wording.recurring import cadence_words
from tests.builders import TODAY, a_planned, an_activity, day

THURSDAYS = ("2026-06-11", "2026-07-09", "2026-08-13", "2026-09-10", "2026-10-08", "2026-11-12")
"""The second ones."""


def meetings(days: Sequence[str], title: str = "Chapter meeting", **fields: Any) -> list[Activity]:
    return [an_activity("1", each, title=title, type="chapter-meeting", **fields) for each in days]


def only(activities: Sequence[Activity]) -> Recurring:
    (found,) = recurring(activities, TODAY)
    return found


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ({"title": "Chapter meeting"}, {"title": "CHAPTER  meeting, Nov 2026"}, True),
        ({"title": "Meeting", "sponsor": "The Chapter"}, {"title": "Meeting", "sponsor": "the chapter "}, True),
        ({"title": "Chapter meeting", "sponsor": "A"}, {"title": "Chapter meeting", "sponsor": "B"}, False),
        ({"title": "Denials", "type": "webinar"}, {"title": "Denials", "type": "quiz"}, False),
        ({"title": "Meeting: denials", "type": "chapter-meeting"}, {"title": "Meeting: x", "type": "chapter-meeting"},
         True),
        ({"title": "Webinar: denials", "type": "webinar"}, {"title": "Webinar: appeals", "type": "webinar"}, False),
        ({"title": ": denials", "type": "chapter-meeting"}, {"title": ": appeals", "type": "chapter-meeting"}, False),
        ({"title": "Denials"}, {"title": "Appeals"}, False),
    ],
)  # fmt: skip
def test_what_belongs_together(one: dict[str, Any], other: dict[str, Any], together: bool) -> None:
    found = recurring([an_activity("1", "2026-10-01", **one), an_activity("1", "2026-11-02", **other)], TODAY)
    assert bool(found) is together


def test_once_is_not_again_and_neither_trash_nor_plans_count() -> None:
    once = meetings(["2026-10-08"])
    assert recurring(once, TODAY) == []
    gone = meetings(["2026-09-10"], trashed="2026-10-01")
    coming = [a_planned("1", "2026-12-10", title="Chapter meeting", type="chapter-meeting")]
    assert recurring([*once, *gone, *coming], TODAY) == []


@pytest.mark.parametrize(
    ("days", "words", "next_one"),
    [
        (THURSDAYS, "6 times, about monthly, second Thursday of the month", "2026-12-10"),
        ((*THURSDAYS[:5], "2026-11-10"), "6 times, about monthly, second Thursday of the month", "2026-12-10"),
        (("2026-01-29", "2026-04-30", "2026-07-30"), "3 times, about quarterly, last Thursday of the month",
         "2026-11-26"),
        (("2026-09-03", "2026-10-07", "2026-11-10"), "3 times, about monthly", "2026-12-14"),
        (("2026-11-06", "2026-11-13", "2026-11-20"), "3 times, about weekly", "2026-11-27"),
        (("2026-10-21", "2026-11-04", "2026-11-18"), "3 times, about every two weeks", "2026-12-02"),
        # six second Thursdays, but with those between it is every two weeks
        (("2026-01-08", "2026-02-12", "2026-02-26", "2026-03-12", "2026-03-26", "2026-04-09", "2026-05-14",
          "2026-06-11"), "8 times, about every two weeks", "2026-11-26"),
        (("2024-11-20", "2025-11-21"), "2 times, about yearly", "2027-11-23"),
        (("2026-03-03", "2026-03-03"), "2 times", None),
        (("2026-03-03", "2026-03-04", "2026-10-10"), "3 times", None),
    ],
)  # fmt: skip
def test_how_often_and_when_next(days: Sequence[str], words: str, next_one: str | None) -> None:
    found = only(meetings(days))
    assert cadence_words(found) == words
    assert found.comes_next(TODAY) == (day(next_one) if next_one else None)
    assert found.latest.date == max(map(day, days))


@pytest.mark.parametrize(
    ("cadence", "least", "most"),
    [
        ("weekly", 6, 8), ("fortnightly", 12, 16), ("monthly", 25, 36), ("bimonthly", 52, 70), ("quarterly", 80, 102),
        ("half-yearly", 160, 205), ("yearly", 340, 390),
    ],
)  # fmt: skip
def test_from_how_many_days_to_how_many_it_has_a_rhythm(cadence: str, least: int, most: int) -> None:
    found = [
        only(meetings([str(day("2025-01-01") + dt.timedelta(each)), "2025-01-01"])).cadence
        for each in (least - 1, least, most, most + 1)
    ]
    assert found == ["", cadence, cadence, ""]


def test_a_day_that_is_planned_already_is_passed_over() -> None:
    planned = a_planned("1", "2026-12-10", title="Chapter meeting: CPT", type="chapter-meeting")
    found = only([*meetings(THURSDAYS), planned])
    assert (found.times, found.planned) == (6, (day("2026-12-10"),))
    assert found.comes_next(TODAY) == day("2027-01-14")


def test_a_template_of_it_has_no_topic_and_its_day() -> None:
    earlier = meetings(THURSDAYS[:-1])
    latest = meetings(THURSDAYS[-1:], "Chapter meeting: denials", sponsor="", location="Raleigh")
    template = only([*earlier, *latest]).template()
    assert (template.name, template.title, template.day) == ("Chapter meeting", "Chapter meeting", "second thursday")
    assert template.location == "Raleigh"
    assert only(meetings(["2026-11-06", "2026-11-13"])).template().day == ""


def test_what_came_last_comes_first() -> None:
    both = [*meetings(["2026-09-01", "2026-10-01"], "Old"), *meetings(["2026-09-02", "2026-10-02"], "New")]
    assert [each.title for each in recurring(both, TODAY)] == ["New", "Old"]


TITLES = st.sampled_from(["Meeting", "MEETING Nov 2026", "Meeting: denials", "Webinar 7", "webinar", "長文", "2026"])
LOGS = st.lists(
    st.builds(
        lambda title, sponsor, kind, ordinal: an_activity(
            "1", dt.date.fromordinal(ordinal), title=title, sponsor=sponsor, type=kind
        ),
        TITLES, st.sampled_from(["", "A", "a "]), st.sampled_from(["chapter-meeting", "webinar"]),
        st.integers(TODAY.toordinal() - 900, TODAY.toordinal() + 60),
    ),
    max_size=25,
)  # fmt: skip


@given(LOGS, st.randoms())
def test_the_order_of_entries_changes_nothing_and_nothing_is_counted_twice(log: list[Activity], chance: object) -> None:
    found = recurring(log, TODAY)
    assert recurring(list(reversed(log)), TODAY) == found
    assert sum(each.times for each in found) <= sum(not each.is_planned(TODAY) for each in log)
    assert len({group_key(each.latest) for each in found}) == len(found)
    for each in found:
        assert each.times >= 2
        assert each.latest in log
        assert bare_title(each.title) == each.title
        comes = each.comes_next(TODAY)
        assert comes is None or (comes > TODAY and comes not in each.planned)


@given(st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6), st.integers(2, 9))
def test_the_day_of_months_is_seen(week: int, weekday: int, times: int) -> None:
    rule = MonthDay(week, weekday)
    days = [next_day(rule, TODAY)]
    while len(days) < times:
        days.append(next_day(rule, days[-1]))
    seen = month_day(days)
    # in February the fourth is the last
    assert seen == rule or (seen and all(seen.in_month(each.year, each.month) == each for each in days))
    assert month_day(days[:1]) is None
