"""The table "How things count": the shares of one pool, 20 % outside, 40 % from AHIMA, the self-assessment."""

from typing import Any

from ceulog.domain.activities import Activity
from tests.builders import USUAL_CYCLES, a_cycle, a_held, a_log, a_planned, an_activity
from tests.cases import Case, table

CYCLE = USUAL_CYCLES["AHIMA"]
LAST_OF_2014 = a_cycle("2018-06-01", "2020-05-31")
"""A cycle of the edition of 2014, with its two annual self-assessments."""

CCS = ("CCS", "2018-01-01")
CCA = ("CCA", "2019-01-01")
RHIA = ("RHIA", "2020-01-01")
CCSP = ("CCS-P", "2021-01-01")
SHARE = "from AHIMA or a component association"
CAP = "cap outside the HIIM domains"


def activity(ceus: str, **fields: Any) -> Activity:
    return an_activity(ceus, at="AHIMA", **fields)


ROWS = {
    "AHIMA shares": (
        *(
            Case(f"{held} need {needed}", a_log(held=[(code, "2020-01-01") for code in held.split()]),
                 {"pool": f"0 / {needed}"})
            for held, needed in (
                ("CCS", 20), ("CCS CCS-P", 30), ("CHPS RHIT", 40), ("RHIA CHDA", 40), ("RHIA CDIP", 40),
                ("RHIA CCS CCS-P", 50), ("RHIA CCS CCS-P CCA", 50),
            )
        ),
        Case(
            "the largest requirement first, then by award date; each further one 10",
            a_log(held=[CCS, CCA, RHIA]),
            {"bars": "RHIA CCS CCA", "RHIA": "0 / 30", "CCS": "0 / 10", "CCA": "0 / 10"},
        ),
        Case(
            "of one award day, by code",
            a_log(held=[("CCS", "2020-01-01"), ("CCA", "2020-01-01")]),
            {"bars": "CCA CCS", "CCA": "0 / 20", "CCS": "0 / 10"},
        ),
        Case(
            "filled in that order, no CEU twice",
            a_log(activity("34"), held=[CCS, CCA, RHIA]),
            {"pool": "34 / 50", "RHIA": "30 / 30", "CCS": "4 / 10", "CCA": "0 / 10", "RHIA complete": "yes"},
        ),
        Case(
            "the ceiling of 50 gives 30/10/10/0",
            a_log(activity("41"), held=[CCS, CCA, RHIA, CCSP]),
            {"pool": "41 / 50", "RHIA": "30 / 30", "CCS": "10 / 10", "CCA": "1 / 10", "CCS-P": "0 / 0"},
        ),
        Case(
            "a zero share is not complete before the pool is",
            a_log(activity("49"), held=[CCS, CCA, RHIA, a_held(*CCSP, self_assessment="optional")]),
            {"CCS-P complete": "no"},
        ),
        Case(
            "and completes with it",
            a_log(activity("50", provided_by="csa"), held=[CCS, CCA, RHIA, a_held(*CCSP, self_assessment="optional")]),
            {"CCS-P complete": "yes", "surplus": "0"},
        ),
        Case(
            "what exceeds the pool goes to the first and is surplus",
            a_log(activity("33"), held=[CCS, CCA]),
            {"pool": "33 / 30", "CCS": "23 / 20", "CCA": "10 / 10", "surplus": "3"},
        ),
        Case(
            "an override below the rule is cut from the end",
            a_log(held=[CCS, CCA, RHIA], cycles={"AHIMA": a_cycle(*CYCLE, required="35")}),
            {"pool": "0 / 35", "RHIA": "0 / 30", "CCS": "0 / 5", "CCA": "0 / 0"},
        ),
        Case(
            "an override above it goes to the first",
            a_log(held=[CCS, CCA, RHIA], cycles={"AHIMA": a_cycle(*CYCLE, required="60")}),
            {"pool": "0 / 60", "RHIA": "0 / 40", "CCS": "0 / 10", "CCA": "0 / 10"},
        ),
    ),
    "RHIT, then RHIA": (
        Case(
            "from RHIA's award the bar of RHIT goes, its CEUs stay, the pool is RHIA's",
            a_log(activity("8", on="2025-03-01"), activity("4", on="2026-07-01"),
                  held=[("RHIT", "2018-01-01"), ("RHIA", "2026-06-01")]),
            {"pool": "12 / 30", "bars": "RHIA", "RHIA": "12 / 30", "RHIT": "not there"},
        ),
        Case(
            "the day before it is RHIT's",
            a_log(activity("8", on="2025-03-01"), held=[("RHIT", "2018-01-01"), ("RHIA", "2026-06-01")]),
            {"pool": "8 / 20", "bars": "RHIT"},
            on="2026-05-31",
        ),
        Case(
            "RHIT adds nothing beside others either",
            a_log(held=[("RHIT", "2018-01-01"), RHIA, CCS]),
            {"pool": "0 / 40", "bars": "RHIA CCS"},
        ),
    ),
    "20 % outside the domains": (
        Case(
            "at most 20 % of the needed CEUs, those first that are dated first",
            a_log(activity("3", on="2026-01-01", domain=25, id="a"), activity("3", on="2026-02-01", domain=25, id="b"),
                  held=[CCS]),
            {"pool": "4 / 20", "a": "3", "b": "1 of 3: over-cap", CAP: "4 of 4"},
        ),
        Case(
            "of one day by id",
            a_log(activity("4", domain=25, id="b"), activity("4", domain=25, id="a"), held=[CCS]),
            {"a": "4", "b": "over-cap"},
        ),
        Case(
            "AHIMA-provided ones before earlier others",
            a_log(activity("4", on="2026-01-01", domain=25, id="other"),
                  activity("3", on="2026-05-01", domain=25, provided_by="cla", id="ahima"), held=[CCS]),
            {"ahima": "3", "other": "1 of 4: over-cap", SHARE: "3 / 8"},
        ),
        Case(
            "of the overridden number, rounded down",
            a_log(activity("9", domain=25, id="a"), held=[CCS], cycles={"AHIMA": a_cycle(*CYCLE, required="29")}),
            {"a": "5 of 9: over-cap", "pool": "5 / 29"},
        ),
        Case(
            "no domain is inside, and so is Evolving Topics (43)",
            a_log(activity("9", id="none"), activity("9", domain=43, id="evolving"), held=[CCS]),
            {"none": "9", "evolving": "9", CAP: "0 of 4"},
        ),
        Case(
            "what the cap left out is not made good by a duplicate",
            a_log(activity("4", on="2026-01-01", domain=25, index_number="X1", id="a"),
                  activity("4", on="2026-02-01", index_number="X1", id="b"), held=[CCS]),
            {"pool": "4 / 20", "a": "4", "b": "duplicate"},
        ),
    ),
    "40 % from AHIMA": (
        *(
            Case(f"{by or 'not marked'} {'qualifies' if earned else 'does not'}",
                 a_log(activity("3", provided_by=by), held=[CCS]), {SHARE: f"{earned} / 8"})
            for by, earned in (("ahima", 3), ("csa", 3), ("cla", 3), ("external", 0), (None, 0))
        ),
        Case(
            "of the needed CEUs, rounded up",
            a_log(held=[CCS], cycles={"AHIMA": a_cycle(*CYCLE, required="27")}),
            {SHARE: "0 / 11"},
        ),
        *(
            Case(f"of {needed} needed: {share}", a_log(held=held), {SHARE: f"0 / {share}"})
            for needed, share, held in (
                (20, 8, [CCS]), (30, 12, [CCS, CCA]), (40, 16, [RHIA, CCS]), (50, 20, [RHIA, CCS, CCA]),
            )
        ),
        Case(
            "only done and counted CEUs",
            a_log(activity("6", domain=25, provided_by="ahima", id="capped"),
                  activity("5", on="2026-12-01", provided_by="ahima", id="to come"),
                  activity("5", on="2024-12-01", provided_by="ahima", id="too early"), held=[CCS]),
            {SHARE: "4 / 8", "capped": "4 of 6: over-cap"},
        ),
        Case(
            "without it the organization is not complete, though the credential is",
            a_log(activity("20"), held=[CCS], ticks=[("CCS", "2026-01-01")]),
            {"CCS complete": "yes", "complete": "no"},
        ),
        Case(
            "switched off for a cycle it is not asked for",
            a_log(activity("20"), held=[CCS], ticks=[("CCS", "2026-01-01")],
                  cycles={"AHIMA": a_cycle(*CYCLE, share=False)}),
            {SHARE: "not there", "complete": "yes"},
        ),
        Case(
            "a cycle that began before 2025 is not bound",
            a_log(held=[CCS], cycles={"AHIMA": a_cycle("2024-12-31", "2026-12-30")}),
            {SHARE: "not there", "edition": "ahima-2024"},
        ),
        Case(
            "but the holder can switch it on",
            a_log(held=[CCS], cycles={"AHIMA": a_cycle("2024-12-31", "2026-12-30", share=True)}),
            {SHARE: "0 / 8"},
        ),
    ),
    "planned": (
        Case(
            "after caps: only what the cap lets through",
            a_log(activity("3", domain=25), a_planned("5", at="AHIMA", domain=25), held=[CCS]),
            {"pool": "3 / 20", "planned": "1"},
        ),
        Case(
            "it fills the shares in their order",
            a_log(activity("18"), a_planned("5", at="AHIMA"), held=[CCS, CCA]),
            {"CCS planned": "2", "CCA planned": "3", "planned": "5"},
        ),
        Case(
            "it displaces nothing that is earned",
            a_log(activity("4", domain=25, id="done"), a_planned("4", at="AHIMA", domain=25,
                provided_by="ahima"), held=[CCS]),
            {"pool": "4 / 20", "planned": "0", "done": "4"},
        ),
    ),
    "the self-assessment": (
        *(
            Case(f"20 of 20 with an open box is not complete: {code}",
                 a_log(activity("20", provided_by="ahima"), held=[(code, "2020-01-01")]),
                 {code: "20 / 20", f"{code} self-assessment": "0 / 1", f"{code} complete": "no", "complete": "no"})
            for code in ("CCA", "CCS", "CCS-P")
        ),
        Case(
            "ticked, it is",
            a_log(activity("20", provided_by="ahima"), held=[CCS], ticks=[("CCS", "2026-03-01")]),
            {"CCS self-assessment": "1 / 1", "CCS complete": "yes", "complete": "yes"},
        ),
        Case(
            "optional: the row stays, but does not gate",
            a_log(activity("20", provided_by="ahima"), held=[a_held(*CCS, self_assessment="optional")]),
            {"CCS self-assessment": "0 / 1, optional", "CCS complete": "yes", "complete": "yes"},
        ),
        Case("RHIA has none", a_log(held=[RHIA]), {"RHIA self-assessment": "not there"}),
        Case("nor has PCS today", a_log(held=[("PCS", "2010-01-01")]), {"PCS self-assessment": "not there"}),
    ),
    "ticks": (
        Case(
            "belong to the cycle of their date: one of the cycle before leaves the box open",
            a_log(held=[CCS], ticks=[("CCS", "2024-12-31")]),
            {"CCS self-assessment": "0 / 1"},
        ),
        Case("the first day counts", a_log(held=[CCS], ticks=[("CCS", "2025-01-01")]),
            {"CCS self-assessment": "1 / 1"}),
        Case("not one that is to come", a_log(held=[CCS], ticks=[("CCS", "2026-11-24")]),
            {"CCS self-assessment": "0 / 1"}),
        Case(
            "ticked twice is ticked once",
            a_log(held=[CCS], ticks=[("CCS", "2025-03-01"), ("CCS", "2026-03-01")]),
            {"CCS self-assessment": "1 / 1"},
        ),
        Case(
            "of another credential it is another box",
            a_log(held=[CCS, CCA], ticks=[("CCS", "2025-03-01")]),
            {"CCS self-assessment": "1 / 1", "CCA self-assessment": "0 / 1"},
        ),
        Case(
            "before 2021: one in each cycle year, worth 5 inside the 20",
            a_log(activity("10", on="2019-01-01"), held=[CCS], cycles={"AHIMA": LAST_OF_2014},
                  ticks=[("CCS", "2018-07-01"), ("CCS", "2019-07-01")]),
            {"pool": "20 / 20", "CCS": "20 / 20", "CCS self-assessment": "2 / 2", "complete": "yes"},
            on="2020-05-01",
        ),
        Case(
            "before 2021: two in one cycle year are one",
            a_log(activity("10", on="2019-01-01"), held=[CCS], cycles={"AHIMA": LAST_OF_2014},
                  ticks=[("CCS", "2018-07-01"), ("CCS", "2019-05-31")]),
            {"pool": "15 / 20", "CCS self-assessment": "1 / 2"},
            on="2020-05-01",
        ),
        Case(
            "before 2021: the second year begins on its day",
            a_log(held=[CCS], cycles={"AHIMA": LAST_OF_2014}, ticks=[("CCS", "2019-05-31"), ("CCS", "2019-06-01")]),
            {"pool": "10 / 20", "CCS self-assessment": "2 / 2"},
            on="2020-05-01",
        ),
        Case(
            "the edition of 2021 binds cycles that end after its first day",
            a_log(held=[CCS], cycles={"AHIMA": a_cycle("2019-06-01", "2021-05-31")}, ticks=[("CCS", "2020-01-01")]),
            {"edition": "ahima-2021", "CCS self-assessment": "1 / 1", "pool": "0 / 20"},
            on="2021-02-01",
        ),
    ),
    "duplicates": (
        Case(
            "per organization: used up here, though not at the other",
            a_log(activity("1", on="2018-06-01", index_number="X1"), activity("2", index_number="X1", id="mine"),
                  held=[CCS]),
            {"mine": "duplicate"},
        ),
    ),
}  # fmt: skip


@table(ROWS)
def test_row(case: Case) -> None:
    case._replace(at="AHIMA").check()
