"""Which rows an export has: what counts, for which credential, in which cycle, and why the rest does not."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

import pytest

from ceulog.domain.cycles import Membership
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.exchange.csv_out import export_rows
from tests.builders import TODAY, a_cycle, a_held, a_log, a_planned, an_activity, day, shipped
from tests.exchange.support import BOTH, a_closed, said

AUDITOR = (("CPC", "2019-05-14"), ("CPMA", "2022-06-01"))
CODERS = (("CCS", "2020-02-03"), ("CCS-P", "2021-02-03"))
AAPC_CLOSED = ("2023-04-01", "2025-03-31")
AHIMA_CLOSED = ("2023-01-01", "2024-12-31")


class Case(NamedTuple):
    says: str
    log: LogState
    expect: list[str]
    options: Mapping[str, Any] = MappingProxyType({})
    on: str = TODAY.isoformat()


def _closed_aapc(
    *activities: Any, counted: dict[str, dict[str, str]], excluded: dict[str, str] | None = None
) -> LogState:
    cycles = {"AAPC": (a_closed(*AAPC_CLOSED, counted, excluded), a_cycle())}
    return a_log(*activities, held=BOTH, cycles=cycles)


CASES = [
    Case(
        "an activity for two bodies has a row for each",
        a_log(an_activity(id="x", credits={"AAPC": "1.5", "AHIMA": "1"}), held=BOTH),
        ["x: AHIMA CCS 1", "x: AAPC CPC 1.5"],
    ),
    Case(
        "approved for CPMA: a row for the core credential and one for CPMA",
        a_log(an_activity("2", id="x", approved_for="CPMA"), held=AUDITOR),
        ["x: AAPC CPC 2", "x: AAPC CPMA 2"],
    ),
    Case(
        "approved for nothing: a row for the core credential alone",
        a_log(an_activity("2", id="x"), held=AUDITOR),
        ["x: AAPC CPC 2"],
    ),
    Case(
        "asked for CPMA, what counts for CPC alone has no row",
        a_log(an_activity("2", id="x"), an_activity("1", id="y", approved_for="CPMA"), held=AUDITOR),
        ["y: AAPC CPMA 1"],
        {"credential": "CPMA"},
    ),
    Case(
        "AHIMA's CEUs are split over the credentials, each CEU once",
        a_log(an_activity("19", "2026-01-01", id="a", at="AHIMA"), an_activity("3", id="b", at="AHIMA"), held=CODERS),
        ["a: AHIMA CCS 19", "b: AHIMA CCS 1", "b: AHIMA CCS-P 2"],
    ),
    Case(
        "what a cap lets through counts, with the reason for the rest",
        a_log(
            an_activity("3", "2026-01-01", id="a", at="AHIMA", domain=25),
            an_activity("2", "2026-01-02", id="b", at="AHIMA", domain=25),
            an_activity("1", "2026-01-03", id="c", at="AHIMA", domain=25),
            held=BOTH[1:],
        ),
        ["a: AHIMA CCS 3", "b: AHIMA CCS 1 (over-cap)", "c: AHIMA over-cap"],
    ),
    Case(
        "over AHIMA's cap, but counted by AAPC: only the row that counts",
        a_log(an_activity("4", "2026-01-01", id="a", at="AHIMA", domain=25),
              an_activity("1", "2026-01-02", id="b", at="AAPC AHIMA", domain=25), held=BOTH),
        ["a: AHIMA CCS 4", "b: AAPC CPC 1"],
    ),
    Case(
        "asked for AHIMA's credential, AHIMA alone says why",
        a_log(an_activity("4", "2026-01-01", id="a", at="AHIMA", domain=25),
              an_activity("1", "2026-01-02", id="b", at="AAPC AHIMA", domain=25), held=BOTH),
        ["a: AHIMA CCS 4", "b: AHIMA over-cap"],
        {"credential": "CCS"},
    ),
    Case(
        "a duplicate index number has one row that says so",
        a_log(
            an_activity(id="a", on="2026-01-01", index_number="SMP 1"),
            an_activity(id="b", on="2026-02-01", index_number="smp1"),
        ),
        ["a: AAPC CPC 1", "b: AAPC duplicate"],
    ),
    Case(
        "before the award: in the current cycles' export, however old",
        a_log(an_activity(id="x", on="2019-03-01")),
        ["x: AAPC before-award"],
    ),
    Case("planned", a_log(a_planned(id="x", at="AAPC AHIMA"), held=BOTH), ["x: AAPC planned"]),
    Case(
        "dated after the day, so planned",
        a_log(an_activity(id="x", on="2026-11-24")),
        ["x: AAPC planned"],
    ),
    Case("planned after the cycle: not in the current cycle", a_log(a_planned(id="x", on="2027-06-01")), []),
    Case(
        "planned after the cycle: in everything",
        a_log(a_planned(id="x", on="2027-06-01")),
        ["x: AAPC planned"],
        {"cycle": "all"},
    ),
    Case(
        "kept for the next cycle in the renewal month",
        a_log(an_activity(id="x", on="2027-03-10", next_cycle=True)),
        ["x: AAPC next-cycle"],
        on="2027-03-20",
    ),
    Case(
        "kept from the renewal month before: counts in this cycle",
        a_log(an_activity(id="x", on="2025-03-10", next_cycle=True)),
        ["x: AAPC CPC 1"],
    ),
    Case(
        "surplus has rows like the rest",
        a_log(an_activity("36", "2026-01-01", id="a"), an_activity("4", id="b")),
        ["a: AAPC CPC 36", "b: AAPC CPC 4"],
    ),
    Case(
        "the trash is not exported",
        a_log(an_activity(id="x", trashed="2026-02-01"), an_activity(id="y")),
        ["y: AAPC CPC 1"],
        {"cycle": "all"},
    ),
    Case(
        "a closed cycle gives what it stored, whatever counting would give today",
        _closed_aapc(
            an_activity("5", "2024-01-10", id="x"), an_activity("1", "2024-02-10", id="y"),
            counted={"x": {"CPC": "2.5"}}, excluded={"x": "over-cap", "y": "duplicate"},
        ),
        ["x: AAPC CPC 2.5 (over-cap)", "y: AAPC duplicate"],
        {"cycle": "previous"},
    ),
    Case(
        "logged after the closing: outside the cycle",
        _closed_aapc(an_activity("1", "2024-02-10", id="y"), counted={}),
        ["y: AAPC outside-cycle"],
        {"cycle": "previous"},
    ),
    Case(
        "what the closed cycle holds is not in the current one",
        _closed_aapc(
            an_activity("1", "2024-02-10", id="w"), an_activity("1", "2025-03-15", id="x"),
            an_activity("1", "2026-01-01", id="y"), counted={"x": {"CPC": "1"}},
        ),
        ["y: AAPC CPC 1"],
    ),
    Case(
        "not recorded in the renewal month before: this cycle must say so",
        _closed_aapc(an_activity("1", "2025-03-15", id="x"), counted={}),
        ["x: AAPC outside-cycle"],
    ),
    Case(
        "and so must the closed one",
        _closed_aapc(an_activity("1", "2025-03-15", id="x"), counted={}),
        ["x: AAPC outside-cycle"],
        {"cycle": "previous"},
    ),
    Case(
        "one activity in AAPC's closed and AHIMA's current cycle: the current export",
        _closed_aapc(an_activity("1", "2025-02-10", id="x", at="AAPC AHIMA"), counted={"x": {"CPC": "1"}}),
        ["x: AHIMA CCS 1"],
    ),
    Case(
        "one activity in AAPC's closed and AHIMA's current cycle: the previous export",
        _closed_aapc(an_activity("1", "2025-02-10", id="x", at="AAPC AHIMA"), counted={"x": {"CPC": "1"}}),
        ["x: AAPC CPC 1"],
        {"cycle": "previous"},
    ),
    Case(
        "one activity in AAPC's closed and AHIMA's current cycle: everything",
        _closed_aapc(an_activity("1", "2025-02-10", id="x", at="AAPC AHIMA"), counted={"x": {"CPC": "1"}}),
        ["x: AHIMA CCS 1", "x: AAPC CPC 1"],
        {"cycle": "all"},
    ),
    Case(
        "the closed cycle of a credential",
        _closed_aapc(an_activity("1", "2025-02-10", id="x", at="AAPC AHIMA"), counted={"x": {"CPC": "1"}}),
        ["x: AAPC CPC 1"],
        {"cycle": "previous", "credential": "CPC"},
    ),
    Case(
        "two organizations would say different things: the current cycle speaks",
        a_log(
            an_activity(id="x", on="2019-08-01", at="AAPC AHIMA"),
            held=BOTH, cycles={"AAPC": (a_closed("2019-04-01", "2021-03-31", {}), a_cycle())},
        ),
        ["x: AHIMA before-award"],
        {"cycle": "all"},
    ),
    Case(
        "earlier than any cycle, and never recorded",
        a_log(an_activity(id="x", on="2021-01-01")),
        ["x: AAPC outside-cycle"],
        {"cycle": "all"},
    ),
    Case(
        "only the latest closed cycle is the previous one",
        a_log(
            an_activity(id="old", on="2022-01-01"), an_activity(id="new", on="2024-01-01"),
            cycles={"AAPC": (
                a_closed("2021-04-01", "2023-03-31", {"old": {"CPC": "1"}}),
                a_closed(*AAPC_CLOSED, {"new": {"CPC": "1"}}), a_cycle(),
            )},
        ),
        ["new: AAPC CPC 1"],
        {"cycle": "previous"},
    ),
    Case(
        "a closed cycle keeps its rows when the credential is no longer held",
        LogState(
            memberships={"m": Membership("m", "AAPC", (a_closed(*AAPC_CLOSED, {"x": {"CPC": "1"}}), a_cycle()))},
            activities={"x": an_activity(id="x", on="2024-01-01")},
        ),
        ["x: AAPC CPC 1"],
        {"cycle": "all", "credential": "cpc"},
    ),
    Case(
        "overdue: what is dated after the end is for the next cycle",
        a_log(an_activity(id="x", on="2027-03-31"), an_activity(id="y", on="2027-04-10")),
        ["x: AAPC CPC 1", "y: AAPC next-cycle"],
        {"cycle": "all"},
        on="2027-04-20",
    ),
    Case(
        "credited to nobody, dated in a current cycle",
        a_log(an_activity(id="x", credits={}), an_activity(id="y", on="2019-01-01", credits={})),
        ["x: other-organization"],
    ),
    Case(
        "credited to an organization of which nothing is held",
        a_log(an_activity(id="x", at="AHIMA")),
        ["x: AHIMA other-organization"],
    ),
    Case("nothing held yet: nothing is lost", LogState(activities={"x": an_activity(id="x", credits={})}),
         ["x: other-organization"]),
    Case(
        "on a day before the first award",
        a_log(an_activity(id="x", on="2026-01-10"), held=[("CPC", "2026-06-01")]),
        ["x: AAPC before-award"],
        on="2026-02-01",
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_rows_in_scope(case: Case) -> None:
    assert said(export_rows(case.log, shipped(), day(case.on), **case.options)) == case.expect


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_an_activity_has_counting_rows_or_one_that_says_why(case: Case) -> None:
    rows = export_rows(case.log, shipped(), day(case.on), cycle="all")
    for key, activity in case.log.activities.items():
        mine = [each for each in rows if each["activity_id"] == key]
        counts = [each["counts"] for each in mine]
        assert counts == (["N"] if "N" in counts else ["Y"] * len(counts))
        assert bool(mine) is not bool(activity.trashed)
        assert all(each["reason_if_not"] for each in mine if each["counts"] == "N")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_the_current_cycles_are_a_part_of_everything(case: Case) -> None:
    def bare(rows: list[dict[str, str]]) -> list[tuple[str, ...]]:
        return [tuple(cell for column, cell in row.items() if column != "row") for row in rows]

    current = bare(export_rows(case.log, shipped(), day(case.on)))
    everything = bare(export_rows(case.log, shipped(), day(case.on), cycle="all"))
    assert [each for each in everything if each in current] == current


def test_a_credential_by_its_alias() -> None:
    log = a_log(an_activity(id="x"), held=[a_held("COC", "2019-05-14")])
    assert said(export_rows(log, shipped(), TODAY, credential="cpc-h")) == ["x: AAPC COC 1"]


@pytest.mark.parametrize("code", ["CPMA", "NOPE"])
def test_a_credential_that_is_not_held_is_refused(code: str) -> None:
    with pytest.raises(Refusal):
        export_rows(a_log(), shipped(), TODAY, credential=code)


def test_order_is_by_date_title_id_and_credential() -> None:
    log = a_log(
        an_activity(id="c", title="B", on="2026-01-02", approved_for="CPMA"),
        an_activity(id="b", title="A", on="2026-01-02"),
        an_activity(id="a", title="A", on="2026-01-02"),
        an_activity(id="d", title="Z", on="2026-01-01"),
        held=AUDITOR,
    )
    rows = export_rows(log, shipped(), TODAY)
    found = [(each["row"], each["activity_id"], each["credential"]) for each in rows]
    assert found == [("1", "d", "CPC"), ("2", "a", "CPC"), ("3", "b", "CPC"), ("4", "c", "CPC"), ("5", "c", "CPMA")]
