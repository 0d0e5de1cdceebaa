"""What is missing for renewal: one line for each need, the most urgent organization first."""

import pytest

from ceulog.domain.advice import Need, dues_left, needs, still_to_earn
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import Edit, LogState
from tests.builders import a_cycle, a_held, a_log, a_planned, an_activity, day, progress_of
from tests.domain.test_rule_words import EACH, rules

CPC, CPMA, CCS = ("CPC", "2019-05-14"), ("CPMA", "2020-02-01"), ("CCS", "2020-02-03")


def told(*found: OrganizationProgress) -> list[str]:
    return [line(each) for each in needs(found)]


def line(need: Need) -> str:
    planned = f", {need.planned} planned" if need.planned else ""
    whose = f"{need.organization} {need.credential}".strip()
    return f"{whose}: {need.kind} {need.missing}{planned}{' inside' if need.inside else ''}"


@pytest.mark.parametrize(
    ("log", "organization", "lines"),
    [
        (a_log(an_activity("30")), "AAPC", ["AAPC CPC: ceus 6"]),
        (a_log(an_activity("30"), a_planned("9")), "AAPC", ["AAPC CPC: ceus 6, 6 planned"]),
        (a_log(an_activity("36")), "AAPC", []),
        (a_log(an_activity("10"), held=[CPC, CPMA]), "AAPC", ["AAPC: ceus 30", "AAPC CPMA: minimum 16 inside"]),
        (a_log(an_activity("30"), held=[CPC, CPMA]), "AAPC", ["AAPC: ceus 10", "AAPC CPMA: minimum 16"]),
        (a_log(an_activity("24"), held=[CPC, CPMA]), "AAPC", ["AAPC: ceus 16", "AAPC CPMA: minimum 16 inside"]),
        (
            a_log(an_activity("18", at="AHIMA", provided_by="external"), held=[CCS]), "AHIMA",
            ["AHIMA CCS: ceus 2", "AHIMA: share 8", "AHIMA CCS: tick 1"],
        ),
        (
            a_log(an_activity("20", at="AHIMA", provided_by="ahima"), held=[CCS]), "AHIMA",
            ["AHIMA CCS: tick 1"],
        ),
    ],
)  # fmt: skip
def test_what_is_missing_and_whether_it_is_among_what_is_missing_in_all(
    log: LogState, organization: str, lines: list[str]
) -> None:
    assert told(progress_of(log, organization)) == lines


def test_where_each_credential_owes_its_own_each_is_told() -> None:
    log = a_log(
        an_activity("11", at="BODY"), held=[a_held(each, "2020-01-01", "BODY") for each in "AB"],
        cycles={"BODY": a_cycle("2025-01-01", "2026-12-31")},
    )  # fmt: skip
    found = progress_of(log, "BODY", rulebook=rules(EACH))
    assert told(found) == ["BODY B: ceus 1"]
    assert still_to_earn(found) == 1


@pytest.mark.parametrize(
    ("on", "ahima_first"),
    [("2026-10-31", False), ("2026-11-01", True), ("2027-01-01", True)],
)
def test_what_ends_within_sixty_days_goes_before_what_is_merely_behind(on: str, ahima_first: bool) -> None:
    """AHIMA's cycle, which is on pace, ends on the last of the year; AAPC's, which is behind, in March."""
    log = a_log(an_activity("19", at="AHIMA", provided_by="ahima"), held=[CPC, CCS])
    found = [progress_of(log, code, on=on) for code in ("AAPC", "AHIMA")]
    first = needs(found)[0].organization
    assert (first == "AHIMA") is ahima_first


def test_a_cycle_that_is_over_and_complete_is_to_be_closed() -> None:
    assert told(progress_of(a_log(an_activity("36")), on="2027-03-31")) == []
    assert told(progress_of(a_log(an_activity("36")), on="2027-04-01")) == ["AAPC: close 0"]


@pytest.mark.parametrize(
    ("due", "left"),
    [("2027-01-07", 45), ("2027-01-08", None), ("2026-11-23", 0), ("2026-11-22", -1), (None, None)],
)
def test_dues_are_spoken_of_from_forty_five_days_before(due: str | None, left: int | None) -> None:
    log = a_log(an_activity("36"))
    (member,) = log.memberships.values()
    with_dues = member._replace(dues_date=day(due) if due else None)
    found = progress_of(log.after([Edit(member, with_dues)]))
    assert dues_left(found) == left
    assert told(found) == ([] if left is None else ["AAPC: dues 0"])


@pytest.mark.parametrize(
    ("held", "ceus", "approved_for", "more"),
    [
        ([CPC], "30", "", "6"),
        ([CPC, CPMA], "10", "", "30"),  # 16 of them approved for the CPMA
        ([CPC, CPMA], "38", "", "16"),
        ([CPC, CPMA, ("CFPC", "2020-02-01")], "44", "", "24"),  # minimums by approval add up
        ([CPC, CPMA], "40", "CPMA", "0"),
    ],
)
def test_what_is_still_to_be_earned_at_the_least(
    held: list[tuple[str, str]], ceus: str, approved_for: str, more: str
) -> None:
    found = progress_of(a_log(an_activity(ceus, approved_for=approved_for), held=held))
    assert str(still_to_earn(found)) == more
