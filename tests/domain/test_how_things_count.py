"""The table "How things count": the pool, the awards, what is left out, and AAPC's own ways."""

import pytest

from ceulog.domain.holdings import Holding, adopt, breaks_parity
from ceulog.domain.refusals import Refusal
from tests.builders import TODAY, a_cycle, a_log, a_planned, an_activity, day, ids, shipped
from tests.cases import Case, table

CPC = ("CPC", "2019-05-14")
CPMA = ("CPMA", "2020-02-01")
CPCO = ("CPCO", "2021-02-01")

ROWS = {
    "AAPC, several held": (
        Case(
            "one pool; the bar of each is its minimum, or the pool where it has none",
            a_log(an_activity("20", approved_for="CPMA"), an_activity("10"), held=[CPC, CPMA]),
            {"pool": "30 / 40", "CPC": "30 / 40", "CPMA": "20 / 16", "CPMA auditing": "20 / 16",
             "CPMA total": "30 / 40", "bars": "CPC CPMA"},
        ),
        Case(
            "complete is the pool and the own minimum, and the organization needs all",
            a_log(an_activity("40"), held=[CPC, CPMA]),
            {"CPC complete": "yes", "CPMA complete": "no", "complete": "no", "surplus": "0"},
        ),
        Case(
            "a minimum alone does not complete its credential",
            a_log(an_activity("16", approved_for="CPMA"), held=[CPC, CPMA]),
            {"CPMA": "16 / 16", "CPMA complete": "no", "CPC complete": "no"},
        ),
        Case(
            "pool and minimum complete them all",
            a_log(an_activity("24"), an_activity("16", approved_for="CPMA"), held=[CPC, CPMA]),
            {"CPC complete": "yes", "CPMA complete": "yes", "complete": "yes", "state": "complete"},
        ),
        *(
            Case(f"{number} held need {needed}", a_log(held=[(code, "2020-01-01") for code in held.split()]),
                 {"pool": f"0 / {needed}"})
            for number, held, needed in (
                (1, "CPC", 36), (2, "CPC COC", 40), (3, "CPC COC CIC", 44), (4, "CPC COC CIC CRC", 48),
                (5, "CPC COC CIC CRC CPB", 52), (6, "CPC COC CIC CRC CPB CFPC", 52),
            )
        ),
    ),
    "an activity approved for two specialties": (
        Case(
            "fills the pool once and the minimum of the first named, never both",
            a_log(an_activity("4", approved_for="CPCO CPMA"), held=[CPC, CPMA, CPCO]),
            {"pool": "4 / 44", "CPCO": "4 / 16", "CPMA": "0 / 16", "CPC": "4 / 44"},
        ),
        Case(
            "the first named that is held: others are passed over",
            a_log(an_activity("4", approved_for="CDEO CPMA CPCO"), held=[CPC, CPMA, CPCO]),
            {"pool": "4 / 44", "CPMA": "4 / 16", "CPCO": "0 / 16"},
        ),
        Case(
            "a core credential named first takes nothing from the specialty: one of each may count",
            a_log(an_activity("4", approved_for="CPC CPMA"), held=[CPC, CPMA]),
            {"pool": "4 / 40", "CPC": "4 / 40", "CPMA": "4 / 16"},
        ),
        Case(
            "it does not go on to the second when the first is full",
            a_log(an_activity("20", approved_for="CPMA CPCO"), held=[CPC, CPMA, CPCO]),
            {"CPMA": "20 / 16", "CPCO": "0 / 16"},
        ),
        Case(
            "an alias names the same credential",
            a_log(an_activity("4", approved_for="cpma"), held=[CPC, CPMA]),
            {"CPMA": "4 / 16"},
        ),
        Case(
            "a credential is the same in whatever case somebody wrote its code into the file",
            a_log(an_activity("4", approved_for="CPMA"), an_activity("2"), held=[CPC, ("cpma", "2020-02-01")]),
            {"pool": "6 / 40", "cpma": "4 / 16", "CPC": "6 / 40"},
        ),
        Case(
            "of two spellings of one the CEUs go to one",
            a_log(an_activity("4", approved_for="CPMA"), held=[CPMA, ("cpma", "2021-02-01")]),
            {"CPMA": "0 / 16", "cpma": "4 / 16"},
        ),
    ),
    "a credential awarded in mid-cycle": (
        Case(
            "counts in the number held from its award day",
            a_log(held=[CPC, ("CPMA", "2026-11-23")]),
            {"pool": "0 / 40", "bars": "CPC CPMA"},
        ),
        Case(
            "not a day before",
            a_log(held=[CPC, ("CPMA", "2026-11-23")]),
            {"pool": "0 / 36", "bars": "CPC", "CPMA": "not there"},
            on="2026-11-22",
        ),
        Case(
            "earlier activities feed the pool, not its minimum",
            a_log(an_activity("5", on="2026-05-31", approved_for="CPMA", id="early"), held=[CPC, ("CPMA",
                "2026-06-01")]),
            {"pool": "5 / 40", "CPC": "5 / 40", "CPMA": "0 / 16", "CPMA total": "5 / 40", "early": "5"},
        ),
        Case(
            "the award day counts",
            a_log(an_activity("5", on="2026-06-01", approved_for="CPMA"), held=[CPC, ("CPMA", "2026-06-01")]),
            {"pool": "5 / 40", "CPMA": "5 / 16"},
        ),
        Case(
            "a specialty not yet held leaves the minimum to the next one named",
            a_log(
                an_activity("5", on="2026-05-31", approved_for="CPMA CPCO"),
                held=[CPC, CPCO, ("CPMA", "2026-06-01")],
            ),
            {"CPMA": "0 / 16", "CPCO": "5 / 16"},
        ),
        Case(
            "at AHIMA too earlier activities feed the pool, since another credential held it",
            a_log(an_activity("25", at="AHIMA", on="2025-03-01"), held=[("CCS", "2018-01-01"), ("CCA", "2026-06-01")]),
            {"pool": "25 / 30", "CCS": "20 / 20", "CCA": "5 / 10"},
            at="AHIMA",
        ),
    ),
    "a single credential": (
        Case(
            "before its award nothing counts",
            a_log(an_activity("2", on="2025-09-30", id="early"), an_activity("3", on="2025-10-01", id="on the day"),
                  held=[("CPC", "2025-10-01")]),
            {"pool": "3 / 36", "early": "before-award", "on the day": "3"},
        ),
        Case(
            "before-award is named before outside-cycle",
            a_log(an_activity("2", on="2019-03-02", id="long ago"), held=[CPC]),
            {"pool": "0 / 36", "long ago": "before-award"},
        ),
    ),
    "duplicates": (
        Case(
            "case and blanks are ignored, and the earliest wins",
            a_log(an_activity("2", on="2026-02-01", index_number=" abc 123", id="second"),
                  an_activity("1", on="2026-01-01", index_number="ABC123", id="first")),
            {"pool": "1 / 36", "first": "1", "second": "duplicate"},
        ),
        *(
            Case(
                f"{number or 'an empty one'} is no index number",
                a_log(an_activity(index_number=number), an_activity(index_number=number)),
                {"pool": "2 / 36"},
            )
            for number in ("", "  ", "n/a", "N/A", " Pending ")
        ),
        Case(
            "over all cycles: the one of an earlier cycle has used it up",
            a_log(an_activity(on="2024-06-01", index_number="X1"), an_activity(index_number="x1", id="again")),
            {"pool": "0 / 36", "again": "duplicate"},
        ),
        Case(
            "of one day the first id wins",
            a_log(an_activity(index_number="X1", id="b"), an_activity(index_number="X1", id="a")),
            {"a": "1", "b": "duplicate"},
        ),
        *(
            Case(
                f"{why} uses nothing up",
                a_log(rival, an_activity("2", on="2026-03-01", index_number="X1", id="mine")),
                {"pool": "2 / 36", "mine": "2"},
            )
            for why, rival in (
                ("one in the trash", an_activity(index_number="X1", trashed="2026-02-01")),
                ("one from before the award", an_activity(on="2019-01-01", index_number="X1")),
                ("one that is planned", an_activity(on="2026-01-01", index_number="X1", status="planned")),
                ("one still to come", an_activity(on="2026-12-01", index_number="X1")),
                ("one of another organization", an_activity(index_number="X1", at="AHIMA")),
            )
        ),
        Case(
            "one that no credential could use uses nothing up",
            a_log(an_activity(on="2026-01-01", type="cms-training", index_number="X1"),
                  an_activity("2", on="2026-03-01", index_number="X1", id="mine"), held=[CPMA]),
            {"pool": "2 / 36", "mine": "2"},
        ),
        Case(
            "per organization: what one has used up the other still counts",
            a_log(
                an_activity(on="2018-06-01", at="AAPC AHIMA", index_number="X1"),
                an_activity("2", on="2026-03-01", at="AAPC AHIMA", index_number="X1", id="mine"),
                held=[CPC, ("CCS", "2017-01-01")],
            ),
            {"mine": "2", "pool": "2 / 36"},
        ),
        Case(
            "the same title, sponsor and date only warns",
            a_log(an_activity(title="Denials", sponsor="AAPC", id="a"), an_activity(title="Denials",
                sponsor="AAPC", id="b")),
            {"pool": "2 / 36", "a": "1", "b": "1"},
        ),
    ),
    "core_only: CMS training": (
        Case(
            "counts for a core credential, never for a specialty's minimum",
            a_log(an_activity("2", type="cms-training", approved_for="CPMA"), held=[CPC, CPMA]),
            {"pool": "2 / 40", "CPC": "2 / 40", "CPMA": "0 / 16"},
        ),
        Case(
            "does not count where no core credential was held that day",
            a_log(an_activity("2", type="cms-training", on="2026-01-10", id="cms"), held=[CPMA, ("CPC", "2026-01-11")]),
            {"pool": "0 / 40", "cms": "core-only"},
        ),
    ),
    "override": (
        Case(
            "--required is the organization's number, for this cycle",
            a_log(an_activity("27"), cycles={"AAPC": a_cycle(required="27")}),
            {"pool": "27 / 27", "complete": "yes"},
        ),
        Case(
            "--minimum is one credential's",
            a_log(an_activity("40", approved_for="CPMA"), held=[CPC, CPMA],
                cycles={"AAPC": a_cycle(minimums={"CPMA": "9"})}),
            {"pool": "40 / 40", "CPMA": "40 / 9", "CPMA total": "40 / 40"},
        ),
        Case(
            "above the ceiling it is not clamped",
            a_log(cycles={"AAPC": a_cycle(required="57.5")}),
            {"pool": "0 / 57.5"},
        ),
        Case(
            "of the cycle before it says nothing now",
            a_log(cycles={"AAPC": (a_cycle("2023-04-01", "2025-03-31", required="27"), a_cycle())}),
            {"pool": "0 / 36"},
        ),
    ),
    "planned": (
        Case(
            "is never earned; it says by how much earned would rise",
            a_log(an_activity("30"), a_planned("4", id="plan")),
            {"pool": "30 / 36", "planned": "4", "CPC planned": "4", "plan": "planned"},
        ),
        Case(
            "an activity dated after today is planned, whatever its status",
            a_log(an_activity("4", on="2026-11-24", id="tomorrow"), an_activity("1", on="2026-11-23", id="today")),
            {"pool": "1 / 36", "planned": "4", "tomorrow": "planned", "today": "1"},
        ),
        Case(
            "a plan whose day has passed stays planned until it is confirmed",
            a_log(an_activity("4", on="2026-10-01", status="planned", id="plan")),
            {"pool": "0 / 36", "planned": "4", "plan": "planned"},
        ),
        Case(
            "a planned duplicate of an earlier day raises it by what it grants more",
            a_log(an_activity("2", on="2026-03-01", index_number="X1", id="mine"),
                  an_activity("3", on="2026-01-01", index_number="X1", status="planned")),
            {"pool": "2 / 36", "planned": "1", "mine": "2"},
        ),
        Case(
            "one after the cycle's end would not raise it",
            a_log(a_planned("4", on="2027-04-01")),
            {"planned": "0"},
        ),
        Case(
            "for a minimum too",
            a_log(a_planned("4", approved_for="CPMA"), a_planned("3"), held=[CPC, CPMA]),
            {"planned": "7", "CPC planned": "7", "CPMA planned": "4"},
        ),
    ),
    "reasons, in order": (
        Case("in-trash before planned", a_log(a_planned(trashed="2026-11-01", id="it")), {"it": "in-trash"}),
        Case(
            "in-trash before before-award",
            a_log(an_activity(on="2018-01-01", trashed="2026-11-01", id="it")),
            {"it": "in-trash"},
        ),
        Case("planned before before-award", a_log(a_planned(id="it", index_number="X"), held=[CPC]), {"it": "planned"}),
        Case("planned before next-cycle", a_log(a_planned(on="2027-06-01", id="it")), {"it": "planned"}),
        Case(
            "before-award before duplicate",
            a_log(an_activity(index_number="X1", on="2018-01-01", id="it"), an_activity(index_number="X1",
                on="2018-01-01")),
            {"it": "before-award"},
        ),
        Case(
            "next-cycle before duplicate",
            a_log(an_activity(index_number="X1"), an_activity(on="2027-04-02", index_number="X1", id="it")),
            {"it": "next-cycle"},
            on="2027-05-01",
        ),
        Case(
            "duplicate before core-only",
            a_log(
                an_activity(index_number="X1"),
                an_activity(on="2026-02-02", index_number="X1", type="cms-training", id="it"),
                held=[CPMA],
            ),
            {"it": "duplicate"},
        ),
    ),
}  # fmt: skip


@table(ROWS)
def test_row(case: Case) -> None:
    case.check()


class TestOneCycleForAnOrganization:
    """The row "one cycle per organization"."""

    def test_a_later_credential_takes_the_cycle_of_the_first(self) -> None:
        log = a_log(held=[("CCS", "2018-01-01")])
        change = adopt(log, shipped(), "CCA", Holding(earned=day("2020-01-01")), TODAY, ids())
        after = log.after(change.edits)
        assert [each.code for each in after.held("AHIMA")] == ["CCS", "CCA"]
        assert after.memberships == log.memberships

    @pytest.mark.parametrize("given", [{"cycle_end": "2027-12-31"}, {"cycle_start": "2025-02-01"}])
    def test_a_different_cycle_is_refused_with_the_reason(self, given: dict[str, str]) -> None:
        log = a_log(held=[("CCS", "2018-01-01")])
        days = {name: day(text) for name, text in given.items()}
        holding = Holding(
            earned=day("2020-01-01"), cycle_end=days.get("cycle_end"), cycle_start=days.get("cycle_start")
        )
        with pytest.raises(Refusal, match="share one recertification cycle, yours from 2025-01-01 to 2026-12-31"):
            adopt(log, shipped(), "CCA", holding, TODAY, ids())

    def test_naming_the_same_cycle_is_no_different_one(self) -> None:
        log = a_log(held=[("CCS", "2018-01-01")])
        holding = Holding(earned=day("2020-01-01"), cycle_start=day("2025-01-01"), cycle_end=day("2026-12-31"))
        assert adopt(log, shipped(), "CCA", holding, TODAY, ids()).edits

    @pytest.mark.parametrize(
        ("end", "warned"),
        [
            ("2027-03-31", False),
            ("2026-03-31", True),
            ("2026-02-28", False),
            ("2027-02-28", True),
            ("2026-12-31", False),
        ],
    )
    def test_at_aapc_the_parity_of_month_and_year_is_checked(self, end: str, warned: bool) -> None:
        assert breaks_parity(shipped().organizations["AAPC"], day(end)) is warned

    def test_at_ahima_there_is_no_parity(self) -> None:
        assert not breaks_parity(shipped().organizations["AHIMA"], day("2026-03-31"))
