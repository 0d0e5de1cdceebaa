"""A cycle over time: the numbers are those of progress, the even pace is the same, earlier cycles stay theirs."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.pace import even_pace
from ceulog.domain.progress import progress
from ceulog.domain.state import Edit, LogState
from ceulog.domain.timeline import Timeline, timeline
from tests.builders import (
    TODAY,
    a_cycle,
    a_held,
    a_log,
    a_planned,
    a_tick,
    an_activity,
    day,
    progress_of,
    shipped,
)  # fmt: skip
from tests.domain.test_progress_properties import HELD, LOGS, closed
from tests.domain.test_rule_words import EACH, rules
from tests.effort import tries
from tests.tui.own_body import own_log, own_rules

AFTER = day("2027-06-01")


def over_time(log: LogState, organization: str = "AAPC", on: dt.date = TODAY) -> Timeline:
    found = timeline(log, shipped(), organization, on)
    assert found is not None
    return found


def points(of: tuple[Any, ...]) -> list[tuple[str, str]]:
    return [(each.day.isoformat(), str(each.ceus)) for each in of]


def test_it_runs_by_days_and_leaves_out_what_does_not_count() -> None:
    log = a_log(
        an_activity("2", "2025-05-10"), an_activity("1.5", "2025-05-10"), an_activity("3", "2024-01-01"),
        an_activity("1", "2025-09-01", index_number="X"), an_activity("1", "2025-10-01", index_number="x"),
        an_activity("4", "2026-01-10", trashed="2026-02-01"),
    )  # fmt: skip
    assert points(over_time(log).points) == [("2025-05-10", "3.5"), ("2025-09-01", "4.5")]


def test_what_was_kept_from_the_month_before_counts_from_the_start() -> None:
    log = a_log(
        an_activity("2", "2025-03-20", next_cycle=True),
        cycles={"AAPC": [a_cycle("2023-04-01", "2025-03-31"), a_cycle()]},
    )
    assert points(over_time(log).points) == [("2025-04-01", "2")]


def test_plans_go_on_from_today_even_when_their_day_is_past() -> None:
    late = a_planned("1", "2026-10-01", id="late")
    soon = a_planned("2", "2026-12-05", id="soon")
    double = a_planned("2", "2027-01-05", id="double", index_number="X")
    log = a_log(an_activity("3", "2026-01-10", index_number="X"), soon, late, double)
    found = over_time(log)
    assert points(found.coming) == [(TODAY.isoformat(), "4"), ("2026-12-05", "6")]
    assert [(plan.activity.id, str(plan.ceus), plan.reason) for plan in found.plans] == [
        ("late", "1", None), ("soon", "2", None), ("double", "0", "duplicate"),
    ]  # fmt: skip


def test_a_plan_that_crowds_out_what_counts_adds_only_the_difference() -> None:
    # one per cent of 20 CEUs outside the domains: 4, of which AHIMA's own come first
    log = a_log(
        an_activity("4", "2025-05-01", at="AHIMA", domain=25, provided_by="external"),
        a_planned("4", "2026-12-05", at="AHIMA", domain=25, provided_by="ahima"),
        a_planned("1", "2026-12-06", at="AHIMA", domain=18),
        held=[("CCS", "2020-01-10")],
    )
    found = over_time(log, "AHIMA")
    assert found.progress.planned == 1
    assert found.coming[-1].ceus == 5


def test_ticked_boxes_that_are_worth_something_are_in_the_sum() -> None:
    cycle = a_cycle("2019-01-01", "2020-12-31")
    log = a_log(
        an_activity("3", "2019-06-01", at="AHIMA"), held=[("CCS", "2015-01-10")], cycles={"AHIMA": cycle},
        ticks=[a_tick("CCS", "2019-03-01"), a_tick("CCS", "2019-12-31"), a_tick("CCS", "2020-01-01")],
    )  # fmt: skip
    found = over_time(log, "AHIMA", day("2020-11-01"))
    assert points(found.points) == [("2019-03-01", "5"), ("2019-06-01", "8"), ("2020-01-01", "13")]
    assert found.progress.earned == 13


def test_where_each_credential_counts_for_itself_it_is_the_one_that_is_furthest_behind() -> None:
    found = timeline(own_log(), own_rules(), "BODY", TODAY)
    assert found is not None
    assert points(found.points) == [("2026-06-01", "4")]


def test_of_two_that_count_for_themselves_the_curve_is_of_one_alone() -> None:
    box = '[[edition.requirement]]\nkind = "tick"\nlabel = "review"\nceus = 5\ncredentials = ["A"]\n'
    log = a_log(
        an_activity("1", "2025-08-31", at="BODY"), an_activity("2", "2025-10-01", at="BODY"),
        held=[a_held("A", "2020-01-01", "BODY"), a_held("B", "2025-09-01", "BODY")],
        cycles={"BODY": a_cycle("2025-01-01", "2026-12-31")}, ticks=[a_tick("A", "2025-11-01", "review")],
    )  # fmt: skip
    found = timeline(log, rules(EACH + box), "BODY", TODAY)
    assert found is not None
    assert {each.code: each.earned for each in found.progress.credentials} == {"A": 8, "B": 2}
    assert points(found.points) == [("2025-10-01", "2")]


@given(LOGS, st.dates(day("2018-06-01"), day("2027-06-01")))
def test_it_rises_and_ends_at_what_progress_says(activities: tuple[Activity, ...], on: dt.date) -> None:
    log = a_log(*activities, held=HELD, ticks=[("CCS", "2025-06-01"), ("CCS-P", "2026-03-01")])
    for each in progress(log, shipped(), on):
        found = over_time(log, each.code, on)
        sums = [point.ceus for point in found.points]
        assert sums == sorted(set(sums))
        assert (sums[-1] if sums else 0) == found.earned_on(dt.date.max) == each.earned
        days = [point.day for point in (*found.points, *found.coming)]
        assert days == sorted(days)
        assert all(each.cycle.start <= one <= each.cycle.last_day for one in days)
        more = [each.earned, *(point.ceus for point in found.coming)]
        assert more == sorted(set(more))
        assert more[-1] == each.earned + each.planned
        for point in found.points:
            counted = [
                standing.counted for standing in each.standings
                if max(standing.activity.date, each.cycle.start) <= point.day
            ]  # fmt: skip
            assert point.ceus == sum(counted)


@settings(max_examples=tries(30, 100))
@given(LOGS)
def test_a_closed_cycle_keeps_its_curve_and_its_number(activities: tuple[Activity, ...]) -> None:
    before = a_log(*activities, held=HELD)
    log = closed(before)
    for each in progress(before, shipped(), AFTER):
        found = over_time(log, each.code, AFTER)
        (earlier,) = found.earlier
        assert (earlier.needed, earlier.earned) == (each.needed, each.earned)
        assert earlier.points == over_time(before, each.code, AFTER).points


@pytest.mark.parametrize(
    ("held", "entry", "ceus"),
    [
        # the same CEUs fill both bars
        ([("CPC", "2019-05-14"), ("CPMA", "2020-02-01")], an_activity("3", "2026-01-10", approved_for="CPMA"), "3"),
        # the first takes 20 of them, the second the rest
        ([("CCS", "2019-05-14"), ("CCA", "2020-02-01")], an_activity("25", "2026-01-10", at="AHIMA"), "25"),
    ],
)
def test_a_closed_cycle_of_two_keeps_its_curve(held: list[tuple[str, str]], entry: Activity, ceus: str) -> None:
    (code,) = entry.credits
    (earlier,) = over_time(closed(a_log(entry, held=held)), code, AFTER).earlier
    assert points(earlier.points) == [("2026-01-10", ceus)]


def test_a_closed_cycle_whose_entries_are_gone_keeps_its_number_alone() -> None:
    gone = an_activity("2", "2026-01-10")
    open_log = a_log(gone, an_activity("3", "2026-02-10"))
    log = closed(open_log).after([Edit(gone, None)])
    (earlier,) = over_time(log, on=AFTER).earlier
    assert [earlier.needed, earlier.earned, *earlier.points] == [36, 5]


@pytest.mark.parametrize("stored", [None, "many", "-1", "NaN", "1e9999"])
def test_a_record_that_cannot_be_read_gives_no_number(stored: str | None) -> None:
    log = closed(a_log(an_activity("2", "2026-01-10")))
    (member,) = log.memberships.values()
    first, *others = member.cycles
    assert first.closing is not None
    damaged = first._replace(closing=first.closing._replace(status={"earned": stored}))
    log = log.after([Edit(member, member._replace(cycles=(damaged, *others)))])
    (earlier,) = over_time(log, on=AFTER).earlier
    assert (earlier.needed, earlier.earned, earlier.points) == (None, None, ())


def test_an_earlier_cycle_that_was_never_closed_is_counted_as_any_other() -> None:
    log = a_log(
        an_activity("2", "2024-01-10"), an_activity("3"),
        cycles={"AAPC": [a_cycle("2023-04-01", "2025-03-31"), a_cycle()]},
    )  # fmt: skip
    (earlier,) = over_time(log).earlier
    assert [earlier.needed, earlier.earned, *points(earlier.points)] == [36, 2, ("2024-01-10", "2")]


@given(st.dates(day("2025-01-01"), day("2027-06-01")), st.dates(day("2018-01-01"), day("2026-10-01")))
def test_the_even_pace_is_the_same_as_everywhere(asked: dt.date, award: dt.date) -> None:
    found = over_time(a_log(held=[("CPC", award.isoformat())]))
    assert found.begin == max(award, day("2025-04-01"))
    assert found.even_on(asked) == even_pace(Decimal(36), found.begin, day("2027-03-31"), asked)
    assert found.even_on(found.begin) == 0
    assert found.even_on(day("2027-03-31")) == 36
    here = over_time(a_log(held=[("CPC", award.isoformat())]))
    assert progress_of(a_log(held=[("CPC", award.isoformat())])).behind == here.even_on(TODAY)


def test_the_rate_is_that_of_the_last_ninety_days() -> None:
    # 2026-08-25 is 90 days before the 23rd of November
    log = a_log(an_activity("20", "2026-01-10"), an_activity("3", "2026-08-25"), an_activity("6", "2026-08-26"))
    found = over_time(log)
    assert [found.rate_days, found.brought] == [90, 6]
    assert found.at_this_rate == Decimal("37.5")  # 29 and 6 / 90 of 128, down to a half


def test_a_young_cycle_has_no_rate_and_one_that_is_over_none_either() -> None:
    young = a_log(an_activity("2", "2026-11-10"), cycles={"AAPC": a_cycle("2026-11-01", "2028-10-31")})
    assert over_time(young).at_this_rate is None
    assert over_time(young, on=day("2026-11-30")).at_this_rate is not None
    assert over_time(a_log(an_activity("2")), on=day("2027-04-01")).at_this_rate is None
    assert over_time(a_log(), on=day("2025-03-01")).at_this_rate is None


def test_without_a_credential_a_cycle_or_rules_there_is_none() -> None:
    log = a_log(held=[("CPC", "2026-12-01")])
    assert timeline(log, shipped(), "AAPC", TODAY) is None
    assert timeline(log, shipped(), "AHIMA", TODAY) is None
    assert timeline(own_log(), shipped(), "BODY", TODAY) is None
