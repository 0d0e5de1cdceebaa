"""The first and the last day of everything that has one: awards, cycles, the even pace."""

import datetime as dt
from decimal import Decimal

import pytest

from ceulog.domain.cycles import default_start, renewal_end
from ceulog.domain.pace import a_month, even_pace, state_of
from ceulog.domain.progress import OrganizationProgress
from tests.builders import a_cycle, a_log, an_activity, day, progress_of

START, END = "2025-04-01", "2027-03-31"
CYCLE = a_cycle(START, END)


def counted(progress: OrganizationProgress) -> dict[str, tuple[Decimal, str | None]]:
    return {each.activity.id: (each.counted, each.reason) for each in progress.standings}


def test_an_entry_of_the_day_of_an_award_is_applied_to_that_credential() -> None:
    held = [("CPC", "2019-05-14"), ("COC", "2025-09-01")]
    entries = [an_activity("1", on=each, id=each) for each in ("2025-08-31", "2025-09-01")]
    found = progress_of(a_log(*entries, held=held, cycles={"AAPC": CYCLE}))
    applied = {each.activity.id: set(each.applied) for each in found.standings}
    assert applied == {"2025-08-31": {"CPC"}, "2025-09-01": {"CPC", "COC"}}


def test_where_each_credential_has_its_own_pool_the_day_of_its_award_counts_for_it() -> None:
    held = [("CCDS", "2020-01-01"), ("CCDS-O", "2025-09-01")]
    entries = [an_activity("1", on=each, id=each, at="ACDIS") for each in ("2025-08-31", "2025-09-01")]
    found = progress_of(a_log(*entries, held=held, cycles={"ACDIS": CYCLE}), "ACDIS")
    assert {each.code: each.earned for each in found.credentials} == {"CCDS": 2, "CCDS-O": 1}


@pytest.mark.parametrize(("on", "counts"), [(START, True), (END, True), ("2027-04-01", False)])
def test_of_two_with_one_index_number_the_first_counts_on_the_first_and_on_the_last_day(on: str, counts: bool) -> None:
    twins = [an_activity("1", on=on, id=each, index_number="X1") for each in "ab"]
    found = counted(progress_of(a_log(*twins, cycles={"AAPC": CYCLE}), on=max(on, "2027-03-31")))
    none = Decimal(0)
    expected = (
        {"a": (Decimal(1), None), "b": (none, "duplicate")} if counts else dict.fromkeys("ab", (none, "next-cycle"))
    )
    assert found == expected


def test_words_for_a_cycle_change_on_its_first_day_and_behind_its_last() -> None:
    days = ("2025-03-31", START, END, "2027-04-01")
    words = [state_of(CYCLE, day(each), complete=False, behind=Decimal(0)) for each in days]
    assert words == ["not-started", "on-pace", "on-pace", "overdue"]


def test_the_even_pace_begins_with_nothing_and_ends_with_all() -> None:
    days = [dt.date(2026, 1, each) for each in (1, 2, 31)]
    assert [even_pace(Decimal(30), days[0], days[2], each) for each in days] == [0, 1, 30]
    assert even_pace(Decimal(30), days[1], days[2], days[0]) == 0
    assert [even_pace(Decimal(30), days[1], days[1], each) for each in days] == [0, 30, 30]


@pytest.mark.parametrize(
    ("missing", "days", "ceus"),
    [("6", 400, "0.5"), ("6", 365, "1"), ("6", 61, "3"), ("6.5", 61, "3.5"), ("6", 3, "6"), ("6", 30, "6")],
)
def test_ceus_a_month_are_rounded_up_to_a_half(missing: str, days: int, ceus: str) -> None:
    on = dt.date(2026, 1, 1)
    assert a_month(Decimal(missing), on + dt.timedelta(days), on) == Decimal(ceus)


@pytest.mark.parametrize(
    ("month", "today", "parity", "end"),
    [
        (11, "2026-11-30", False, "2026-11-30"),
        (11, "2026-12-01", False, "2027-11-30"),
        (11, "2026-11-23", True, "2027-11-30"),
        (12, "2026-11-23", True, "2026-12-31"),
        (2, "2026-03-01", True, "2028-02-29"),
    ],
)
def test_the_next_renewal_month_is_this_one_to_its_last_day(month: int, today: str, parity: bool, end: str) -> None:
    assert renewal_end(month, day(today), parity=parity) == day(end)


def test_a_cycle_begins_the_day_after_the_one_before_it_ended() -> None:
    assert default_start(day("2027-03-31"), 24) == day("2025-04-01")
    assert default_start(day("2026-02-28"), 24) == day("2024-03-01")


@pytest.mark.parametrize(("on", "reason"), [("2025-06-30", "outside-cycle"), ("2025-07-01", None)])
def test_the_extension_of_a_cycle_that_is_still_open_has_its_days_to_its_last(on: str, reason: str | None) -> None:
    extended = a_cycle("2023-04-01", "2025-03-31", extension="2025-06-30")
    found = counted(progress_of(a_log(an_activity("1", on=on, id="a"), cycles={"AAPC": (extended, CYCLE)})))
    assert found == {"a": (Decimal(reason is None), reason)}
