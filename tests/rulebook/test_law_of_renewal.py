"""The whole law of renewal: every row names the tag of the page (rulebook/references) that it comes from."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ceulog.domain.activities import Activity
from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Edition, Organization
from ceulog.domain.ladder import rungs
from ceulog.domain.progress import OrganizationProgress, organization_progress
from ceulog.domain.references import named_in
from ceulog.rulebook.pages import shipped_references
from tests.builders import a_cycle, a_held, a_log, a_tick, an_activity, day, progress_of, shipped
from tests.cases import Case, table

Cycles = dict[str, Cycle]

IN_2013 = {"AAPC": a_cycle("2013-01-01", "2014-12-31")}
IN_2016 = {"AAPC": a_cycle("2016-01-01", "2017-12-31")}
IN_2026 = {"AAPC": a_cycle("2026-01-01", "2027-12-31")}


def held(codes: str, earned: str = "2010-01-01") -> list[tuple[str, str]]:
    return [(code, earned) for code in codes.split()]


def aapc(codes: str, cycles: Cycles, **expect: str) -> Case:
    """A log without entries in that cycle; what must be needed of it."""
    start = cycles["AAPC"].start
    facts = {name.replace("__", " ").replace("_", "-"): f"0 / {needed}" for name, needed in expect.items()}
    return Case(f"{codes} in {start.year}", a_log(held=held(codes), cycles=cycles), facts, on=start)


AAPC_NUMBERS = {
    "A1": (
        *(aapc(codes, IN_2013, pool=needed) for codes, needed in (
            ("CPC", "36"), ("CPC COC", "48"), ("CPC COC CIC", "60"), ("CPC COC CIC CRC", "72"),
            ("CPC COC CIC CRC CPB", "80"), ("CPC COC CIC CRC CPB CFPC", "80"),
        )),
        aapc("CPC CPMA CFPC", IN_2013, pool="60", CPC="60", CPMA="24", CFPC="16"),
        aapc("CIRCC CPCO", IN_2013, pool="48", CIRCC="24", CPCO="24"),
        aapc("CPPM", IN_2013, pool="36", CPPM="36"),
        aapc("CPPM CPC", IN_2013, pool="48", CPPM="24"),
    ),
    "A2": (
        *(aapc(codes, IN_2016, pool=needed) for codes, needed in (
            ("CPC", "36"), ("CPC COC", "40"), ("CPC COC CIC", "44"), ("CPC COC CIC CRC", "48"),
            ("CPC COC CIC CRC CPB", "52"), ("CPC COC CIC CRC CPB CFPC", "52"),
        )),
        aapc("CPC CPMA CFPC", IN_2016, pool="44", CPMA="16", CFPC="8"),
        aapc("CPPM", IN_2016, pool="36", CPPM="36"),
        aapc("CPPM CPC", IN_2016, pool="40", CPPM="16"),
    ),
    "A3": (
        aapc("CPC CPMA CFPC", IN_2026, pool="44", CPC="44", CPMA="16", CFPC="8"),
        aapc("CPPM", IN_2026, pool="36", CPPM="16"),
        aapc("CDEO CIRCC CPCO", IN_2026, pool="44", CDEO="16", CIRCC="16", CPCO="16"),
        aapc("CPC CPC-I", IN_2026, pool="36"),
    ),
    "A10": (
        Case(
            "CMS training counts for a core credential, never for a minimum",
            a_log(an_activity("2", id="cms", type="cms-training", approved_for="CPMA"), held=held("CPC CPMA")),
            {"cms": "2", "pool": "2 / 40", "CPMA": "0 / 16"},
        ),
        Case(
            "CMS training counts for nothing without a core credential",
            a_log(an_activity("2", id="cms", type="cms-training"), held=held("CPMA CFPC")),
            {"cms": "core-only", "pool": "0 / 40"},
        ),
    ),
    "A6": (
        Case(
            "a course counts once, however often taken, over all cycles",
            a_log(an_activity("2", "2023-05-01", id="first", index_number="AB 1"),
                  an_activity("2", "2026-05-01", id="again", index_number="ab1"), held=held("CPC")),
            {"again": "duplicate", "pool": "0 / 36"},
        ),
        Case(
            "nothing before certification",
            a_log(an_activity("2", "2026-05-01", id="early"), held=held("CPC", "2026-05-02")),
            {"early": "before-award", "pool": "0 / 36"},
        ),
        Case(
            "no carry-over: what is beyond is surplus",
            a_log(an_activity("40"), held=held("CPC")),
            {"pool": "40 / 36", "surplus": "4", "state": "complete"},
        ),
        Case(
            "CEUs of the renewal month may be kept for the next period",
            a_log(an_activity("2", "2027-03-10", id="kept", next_cycle=True),
                  an_activity("3", "2027-03-10", id="now"), held=held("CPC")),
            {"kept": "next-cycle", "now": "3", "pool": "3 / 36"},
            on="2027-03-20",
        ),
    ),
    "A7": (
        Case(
            "the first period may be pro-rated: the tracker's number wins",
            a_log(an_activity("27"), held=held("CPC", "2025-09-01"),
                  cycles={"AAPC": a_cycle(required="27")}),
            {"pool": "27 / 27", "complete": "yes"},
        ),
        Case(
            "the tracker's number may hold a half",
            a_log(held=held("CPC CPMA CPB CFPC CRC"), cycles={"AAPC": a_cycle(required="57.5")}),
            {"pool": "0 / 57.5", "CPMA": "0 / 16"},
        ),
    ),
}  # fmt: skip


@table(AAPC_NUMBERS)
def test_aapc(case: Case) -> None:
    case.check()


def ahima(
    says: str, codes: str, expect: dict[str, str], *entries: Activity, start: str = "2025-01-01", **more: Any
) -> Case:
    first = day(start)
    cycles = {"AHIMA": a_cycle(start, dt.date(first.year + 1, 12, 31).isoformat())}
    on = more.pop("on", dt.date(first.year + 1, 6, 1))
    log = a_log(*entries, held=held(codes), cycles=cycles, **more)
    return Case(says, log, expect, at="AHIMA", on=on)


def at_ahima(ceus: str, on: str = "2025-03-01", **more: Any) -> Activity:
    return an_activity(ceus, on, at="AHIMA", **more)


AHIMA_NUMBERS = {
    "H1": (
        *(ahima(codes, codes, {"pool": f"0 / {needed}"}) for codes, needed in (
            ("CCS CCS-P", 30), ("CHPS RHIT", 40), ("RHIA CHDA", 40), ("RHIA CDIP", 40), ("RHIA CCS CCS-P", 50),
            ("RHIA CHDA CHPS CDIP", 50), ("CCA", 20), ("CCS", 20), ("CCS-P", 20), ("PCS", 20), ("CHP", 30),
            ("CHS", 30), ("CPHI", 30), ("CHTS-IM", 20),
        )),
        ahima("CCS and CCS-P: 20 and 10, filled in that order", "CCS CCS-P",
              {"CCS": "20 / 20", "CCS-P": "5 / 10", "pool": "25 / 30"}, at_ahima("25")),
        ahima("four credentials: 30, 10, 10 and nothing left", "RHIA CHDA CHPS CDIP",
              {"CDIP": "30 / 30", "CHDA": "10 / 10", "RHIA": "0 / 0", "pool": "50 / 50", "RHIA complete": "yes"},
              at_ahima("50", provided_by="ahima")),
        ahima("until 2020 two self-assessments of 5 CEUs each inside the 20", "CCS",
              {"CCS": "20 / 20", "CCS self-assessment": "2 / 2", "complete": "yes", "edition": "ahima-2014"},
              at_ahima("10", "2018-03-01"), start="2018-01-01",
              ticks=[("CCS", "2018-05-01"), ("CCS", "2019-05-01")], on="2019-06-01"),
        ahima("one of them alone is half of it", "CCS",
              {"CCS": "15 / 20", "CCS self-assessment": "1 / 2", "complete": "no"},
              at_ahima("10", "2018-03-01"), start="2018-01-01", ticks=[("CCS", "2018-05-01")], on="2019-06-01"),
    ),
    "H2": (
        Case(
            "once RHIA is granted only RHIA is kept, and the CEUs of before stay",
            a_log(an_activity("5", "2025-02-01", id="early", at="AHIMA"),
                  an_activity("3", "2025-10-01", id="late", at="AHIMA"),
                  held=[("RHIT", "2018-01-01"), ("RHIA", "2025-06-01")]),
            {"bars": "RHIA", "pool": "8 / 30", "early": "5", "late": "3"}, at="AHIMA", on="2026-06-01",
        ),
        ahima("the edition of 2021 also binds a cycle that was running", "CCS",
              {"edition": "ahima-2021", "CCS self-assessment": "0 / 1", "pool": "20 / 20", "complete": "no"},
              at_ahima("20", "2020-03-01"), start="2020-01-01"),
        ahima("a cycle that ended on its first day is bound by the one before", "CCS", {"edition": "ahima-2014"},
              start="2019-01-01", on="2020-06-01"),
    ),
    "H3": (
        ahima("outside the domains at most 20 % of what is needed, rounded down", "CCS",
              {"cap outside the HIIM domains": "4 of 4", "late": "1 of 3: over-cap", "pool": "4 / 20"},
              at_ahima("3", "2025-02-01", domain=25), at_ahima("3", "2025-03-01", domain=25, id="late")),
    ),
    "H8": (
        *(ahima(f"40 % of {needed} from AHIMA", codes, {"from AHIMA or a component association": f"0 / {share}"})
          for codes, needed, share in (("CCS", 20, 8), ("RHIA", 30, 12), ("RHIA CHDA", 40, 16),
                                       ("RHIA CCS CCS-P", 50, 20))),
        ahima("AHIMA, state and local associations qualify; external and unmarked do not", "CCS",
              {"from AHIMA or a component association": "6 / 8", "complete": "no"},
              at_ahima("2", provided_by="ahima"), at_ahima("2", provided_by="csa"), at_ahima("2", provided_by="cla"),
              at_ahima("9", provided_by="external"), at_ahima("9"), ticks=[("CCS", "2025-05-01")]),
        ahima("a cycle that began in 2024 is not bound", "CCS",
              {"from AHIMA or a component association": "not there", "edition": "ahima-2024"}, start="2024-01-01"),
    ),
    "H13": (
        ahima("Evolving Topics (43) is inside, Other (25) outside, no domain inside", "CCS",
              {"new": "9", "none": "9", "other": "4 of 9: over-cap"},
              at_ahima("9", domain=43, id="new"), at_ahima("9", id="none"), at_ahima("9", domain=25, id="other")),
    ),
}  # fmt: skip


@table(AHIMA_NUMBERS)
def test_ahima(case: Case) -> None:
    case.check()


def apprentice(says: str, cycle: Cycles, met: bool, *boxes: str, hours: int = 0, code: str = "CPC-A") -> Case:
    start = cycle["AAPC"].start
    course = [an_activity("1", start, minutes=hours * 60, type="course")] if hours else []
    ticks = [a_tick(code, start.isoformat(), each) for each in boxes]
    log = a_log(*course, held=held(code), cycles=cycle, ticks=ticks)
    expect = {f"{code} removal of the A": f"{int(met)} / 1, optional"}
    return Case(f"{says} ({start.year})", log, expect, on=start)


LETTER, SECOND, DIPLOMA, PRACTICODE = "letter from employer", "second letter", "course certificate", "Practicode"
ROADS = {
    "A35, A40": (
        apprentice("two letters", IN_2013, True, LETTER, SECOND),
        apprentice("one letter is half the way", IN_2013, False, LETTER),
        apprentice("80 contact hours alone", IN_2013, True, hours=80),
        apprentice("79 are too few", IN_2013, False, hours=79),
        apprentice("a certificate of the course", IN_2013, True, DIPLOMA),
    ),
    "A34": (
        apprentice("the hours need an employer's letter besides", IN_2016, False, hours=80),
        apprentice("with the letter", IN_2016, True, LETTER, hours=80),
        apprentice("two letters", IN_2016, True, LETTER, SECOND),
        apprentice("Practicode is not spoken of yet", IN_2016, False, LETTER, PRACTICODE),
    ),
    "A32, A33": (
        apprentice("two letters", IN_2026, True, LETTER, SECOND),
        apprentice("one letter and the course", IN_2026, True, LETTER, hours=80),
        apprentice("one letter and Practicode", IN_2026, True, LETTER, PRACTICODE),
        apprentice("the course and Practicode", IN_2026, True, PRACTICODE, hours=80),
        apprentice("the course alone", IN_2026, False, hours=200),
        apprentice("Practicode alone", IN_2026, False, PRACTICODE),
        apprentice("an outpatient apprentice too", IN_2026, True, LETTER, SECOND, code="COC-A"),
    ),
}


@table(ROADS)
def test_roads_out_of_apprenticeship(case: Case) -> None:
    case.check()


def test_an_apprentice_owes_what_others_owe_and_the_road_never_gates() -> None:  # A32
    log = a_log(an_activity("36"), held=held("CPC-A"))
    found = progress_of(log)
    assert (str(found.needed), found.complete, found.state) == ("36", True, "complete")
    (bar,) = found.credentials[0].bars[1:]
    assert (bar.required, bar.met) == (False, False)


def test_what_was_before_the_award_counts_on_the_road() -> None:  # A33: before and after certification
    log = a_log(
        an_activity("40", "2024-01-10", minutes=4800, type="course", id="school"), held=held("CPC-A", "2025-06-01"),
        ticks=[a_tick("CPC-A", "2025-01-10", LETTER)],
    )  # fmt: skip
    found = progress_of(log)
    assert found.credentials[0].bars[1].met
    assert {each.activity.id: each.reason for each in found.standings} == {"school": "before-award"}


def test_the_a_goes_and_the_credential_stays_one() -> None:  # A32
    log = a_log(an_activity("5", "2025-09-01"), held=[("CPC-A", "2025-06-01"), ("CPC", "2026-06-01")])
    found = progress_of(log)
    assert [each.code for each in found.credentials] == ["CPC"]
    assert (str(found.needed), str(found.earned)) == ("36", "5")


def body(code: str) -> Organization:
    return shipped().organizations[code]


def edition(identifier: str) -> Edition:
    return next(each for it in shipped().organizations.values() for each in it.edition if each.id == identifier)


@pytest.mark.parametrize(
    ("tag", "identifier", "minutes", "ceus"),
    [
        ("A14, A16, A39", "aapc-2017", 29, "0"), ("A14, A16, A39", "aapc-2017", 30, "0.5"),
        ("A14, A16, A39", "aapc-2017", 59, "0.5"), ("A14, A16, A39", "aapc-2017", 60, "1"),
        ("A14, A16, A39", "aapc-2008", 95, "1.5"), ("H3", "ahima-2014", 44, "0"), ("H3", "ahima-2014", 45, "1"),
        ("H3", "ahima-2025", 60, "1"), ("H3", "ahima-2025", 104, "1"), ("H3", "ahima-2025", 105, "2"),
        ("H3", "ahima-2025", 150, "2"),
    ],
)  # fmt: skip
def test_minutes(tag: str, identifier: str, minutes: int, ceus: str) -> None:
    rounding = edition(identifier).rounding
    assert rounding is not None
    assert rounding.ceus_for(minutes) == Decimal(ceus)
    assert rounding.source == f"[{tag}]"


@pytest.mark.parametrize(
    ("tag", "identifier", "starts", "known", "confidence"),
    [
        ("A1", "aapc-2008", "2008-01-01", "by", "medium"),
        ("A2", "aapc-2015", "2015-08-31", "by", "medium"),
        ("A3", "aapc-2017", "2017-01-01", "by", "high"),
        ("H1", "ahima-2014", "2014-01-01", "by", "high"),
        ("H2", "ahima-2021", "2021-01-01", "exactly", "high"),
        ("H7", "ahima-2024", "2024-01-01", "exactly", "medium"),
        ("H8", "ahima-2025", "2025-01-01", "exactly", "high"),
    ],
)
def test_editions(tag: str, identifier: str, starts: str, known: str, confidence: str) -> None:
    found = edition(identifier)
    assert (found.starts.isoformat(), found.starts_known, found.confidence) == (starts, known, confidence)
    assert tag in found.source


@pytest.mark.parametrize(
    ("tag", "code", "identifier", "expected"),
    [
        ("A5", "AAPC", "aapc-2008", {("2027-01-31", None)}),
        ("A9", "AAPC", "aapc-2017", {("2027-02-28", None), ("2027-03-31", None)}),
        ("A6", "AAPC", "aapc-2017", {("2027-03-31", "50")}),
        ("A7", "AAPC", "aapc-2017", {("2027-03-31", None)}),
        ("A8", "AAPC", "aapc-2017", {("2027-06-29", None), ("2027-06-29", "200")}),
        ("A26", "AAPC", "aapc-2017", {("2027-06-29", "200"), ("2030-06-29", None)}),
        ("H5", "AHIMA", "ahima-2014", {("2027-03-31", None), ("2027-06-30", None)}),
        ("H6", "AHIMA", "ahima-2021",
         {("2027-03-31", None), ("2027-03-31", "50"), ("2027-04-01", None), ("2027-09-27", None),
          ("2027-12-26", None)}),
    ],
)  # fmt: skip
def test_the_ladder_of_dates_and_costs(
    tag: str, code: str, identifier: str, expected: set[tuple[str, str | None]]
) -> None:
    membership = next(iter(a_log(held=held("CPC")).memberships.values()))
    steps = rungs(edition(identifier), a_cycle("2025-04-01", "2027-03-31"), membership)
    found = {
        (each.date.isoformat(), None if each.step.cost is None else str(each.step.cost))
        for each in steps
        if tag in each.step.source.strip("[]").split(", ")
    }
    assert found == expected
    assert body(code).code == code


CATALOG = {
    ("AAPC", "core", ""): "CPC CPC-A COC COC-A CIC CRC CPC-P CPC-P-A CPB",
    ("AAPC", "specific", ""): "CPMA CPCO CPPM CDEO CIRCC",
    ("AAPC", "instructor", ""): "CPC-I",
    ("AAPC", "specialty", ""): "CANPC",
    ("AAPC", "specialty", "name not confirmed"): (
        "CASCC CCC CCVTC CEDC CEMC CENTC CFPC CGIC CGSC CHONC CIMC COBGC COPC COSC CPCD CPEDC CPRC CRHC CSFAC CUC"
    ),
    ("AHIMA", "coding", "name not confirmed"): "CCA CCS CCS-P",
    ("AHIMA", "coding", ""): "PCS",
    ("AHIMA", "core", "name not confirmed"): (
        "RHIA RHIT CHDA CHPS CDIP CPHI CHTS-CP CHTS-PW CHTS-IM CHTS-IS CHTS-TS CHTS-TR"
    ),
    ("AHIMA", "core", ""): "CHP CHS",
}


def test_every_credential_of_both_bodies_with_its_class_and_whether_its_name_is_confirmed() -> None:
    found: dict[tuple[str, str, str], set[str]] = {}
    for code in ("AAPC", "AHIMA"):
        for kind in body(code).credential:
            key = (code, kind.group, "" if kind.name_confirmed else "name not confirmed")
            found.setdefault(key, set()).add(kind.code)
    assert found == {key: set(codes.split()) for key, codes in CATALOG.items()}


@pytest.mark.parametrize(
    ("code", "old", "status"),
    [("COC", "CPC-H", "awarded"), ("COC-A", "CPC-H-A", "awarded"), ("PCS", "", "maintained"), ("CHP", "", "maintained"),
     ("CHS", "", "maintained"), ("CPC-P", "", "unknown"), ("CIRCC", "", "unknown"), ("CPC", "", "awarded")],
)  # fmt: skip
def test_aliases_and_status(code: str, old: str, status: str) -> None:
    found = shipped().find_credential(old or code)
    assert found is not None
    assert (found[1].code, found[1].status) == (code, status)


@pytest.mark.parametrize("code", shipped().organizations)
def test_every_tag_stands_for_a_page(code: str) -> None:
    pages = shipped_references(code)
    assert len({each.tag for each in pages}) == len(pages) > 0
    for each in pages:
        assert each.says
        assert each.address.startswith("http")
        assert each.dated
    for it in body(code).edition:
        for source in (it.source, it.pool.source, *(each.source for each in (*it.requirement, *it.step, *it.expiry))):
            assert named_in([source], pages), f"{it.id}: {source}"


def test_a_tag_is_a_tag_in_square_brackets_alone_and_of_its_own_body() -> None:
    pages = shipped_references("AAPC")
    assert named_in(["policy A3 and form A6"], pages) == ()
    assert [each.tag for each in named_in(["policy [A6, A3]"], pages)] == ["A3", "A6"]
    assert shipped_references("RCCB") == shipped_references("aapc") == ()


def test_no_edition_is_older_than_the_first_and_still_has_rules() -> None:
    """A cycle before the oldest known edition keeps to that one; nothing is invented for it."""
    log = a_log(held=held("CPC", "1999-01-01"), cycles={"AAPC": a_cycle("2001-01-01", "2002-12-31")})
    found: OrganizationProgress | None = organization_progress(log, shipped(), "AAPC", day("2002-01-01"))
    assert found is not None
    assert found.edition.id == "aapc-2008"
    assert a_held("CPC", "1999-01-01").organization == "AAPC"
