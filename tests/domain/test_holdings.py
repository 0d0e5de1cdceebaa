"""Holding a credential: which dates its cycle gets, and which are refused."""

import datetime as dt

import pytest

from ceulog.domain.cycles import Cycle
from ceulog.domain.holdings import Holding, adopt, amend, find_held
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from tests.builders import TODAY, a_cycle, a_held, a_log, day, ids, shipped

ONE = [a_cycle("2025-04-01", "2027-03-31")]
TWO = [a_cycle("2023-04-01", "2025-03-31"), *ONE]
AWARD = day("2019-05-14")


def amended(given: Holding, cycles: list[Cycle] = ONE) -> Cycle:
    log = a_log(cycles={"AAPC": cycles})
    return only(log.after(amend(log, shipped(), "CPC", given, TODAY).edits))


def adopted(given: Holding) -> Cycle:
    return only(LogState().after(adopt(LogState(), shipped(), "CPC", given, TODAY, ids()).edits))


def only(log: LogState) -> Cycle:
    (membership,) = log.memberships.values()
    return membership.current


def field_of(refused: pytest.ExceptionInfo[Refusal]) -> str:
    return refused.value.field


@pytest.mark.parametrize(
    ("cycles", "start", "end", "begins"),
    [
        (ONE, None, "2027-05-31", "2025-06-01"),  # 24 months, for nothing came before it
        (TWO, None, "2027-05-31", "2025-04-01"),
        (ONE, "2025-05-01", "2027-05-31", "2025-05-01"),
        (ONE, None, "2027-03-31", "2025-04-01"),
        (ONE, "2027-03-30", None, "2027-03-30"),
    ],
)
def test_the_first_day_of_a_cycle_that_is_corrected(
    cycles: list[Cycle], start: str | None, end: str | None, begins: str
) -> None:
    given = Holding(cycle_start=day(start) if start else None, cycle_end=day(end) if end else None)
    cycle = amended(given, cycles)
    assert (cycle.start, cycle.end) == (day(begins), day(end or "2027-03-31"))


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Holding(cycle_start=day("2027-03-31")), "cycle_end"),
        (Holding(earned=TODAY + dt.timedelta(1)), "earned"),
        (Holding(self_assessment="optional"), "self_assessment"),
    ],
)
def test_what_cannot_be_is_refused(given: Holding, field: str) -> None:
    with pytest.raises(Refusal) as refused:
        amended(given)
    assert field_of(refused) == field


@pytest.mark.parametrize(("extension", "stays"), [("2027-06-01", True), ("2027-05-31", False)])
def test_an_extension_that_the_end_has_reached_goes(extension: str, stays: bool) -> None:
    extended = [a_cycle("2025-04-01", "2027-03-31", extension=extension)]
    assert (amended(Holding(cycle_end=day("2027-05-31")), extended).extension is not None) is stays


@pytest.mark.parametrize(
    ("earned", "ends", "field"),
    [
        (TODAY, "2027-03-31", ""),
        (TODAY + dt.timedelta(1), "2027-03-31", "earned"),
        (day("2026-11-20"), "2026-11-20", ""),
        (day("2026-11-21"), "2026-11-20", "cycle_end"),
        (None, "2027-03-31", "earned"),
        (AWARD, None, "cycle_end"),
    ],
)
def test_an_award_is_within_its_cycle_and_not_to_come(earned: dt.date | None, ends: str | None, field: str) -> None:
    given = Holding(earned=earned, cycle_end=day(ends) if ends else None)
    if not field:
        assert adopted(given).end == given.cycle_end
        return
    with pytest.raises(Refusal) as refused:
        adopted(given)
    assert field_of(refused) == field


@pytest.mark.parametrize(
    ("code", "ruled", "found"),
    [
        ("cpc ", True, "CPC"), ("CPC", False, "CPC"), (" a", False, "A"), ("b", False, "B"),
        ("A", True, "put its file back"), ("CCS", True, "You do not hold CCS (you hold: A, B, CPC)"),
        ("CCS", False, "You do not hold CCS"), ("XYZ", False, "No organization awards a credential called XYZ"),
    ],
)  # fmt: skip
def test_one_whose_rules_are_gone_is_found_where_none_are_needed(code: str, ruled: bool, found: str) -> None:
    log = a_log(held=[*(a_held(each, "2020-01-01", "BODY") for each in "AB"), ("CPC", "2019-05-14")])
    if found in {each.code for each in log.credentials.values()}:
        assert find_held(log, shipped(), code, ruled=ruled).code == found
        return
    with pytest.raises(Refusal) as refused:
        find_held(log, shipped(), code, ruled=ruled)
    assert found in str(refused.value)
