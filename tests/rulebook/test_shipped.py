"""The shipped rules: sound by pydantic, consistent, and with the numbers of their sources."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from pydantic import TypeAdapter

import ceulog.rulebook
import ceulog.rulebook.shipped as shipped_module
from ceulog.domain.editions import Edition, Organization
from ceulog.domain.rule_checks import rule_faults
from ceulog.rulebook.compiling import compiled
from ceulog.rulebook.errors import BadRules
from ceulog.rulebook.loader import parse, plain_rules, read_rules
from ceulog.rulebook.shape import shape_faults
from ceulog.rulebook.shipped import COMPILED, Shelf, load_shipped
from tests.builders import a_cycle, a_held, a_log, an_activity, progress_of, shipped
from tests.facts import facts

FILES = sorted(Path(ceulog.rulebook.__file__).parent.glob("*.toml"))


def edition(identifier: str) -> Edition:
    found = [each for body in shipped().organizations.values() for each in body.edition if each.id == identifier]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_pydantic_accepts_what_the_plain_reader_reads(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    plain = plain_rules(file.name, text)
    assert TypeAdapter(Organization).validate_python(plain["organization"]) == read_rules(file.name, text)[0]


@pytest.mark.parametrize("body", shipped().organizations.values(), ids=lambda body: body.code)
def test_every_rule_speaks_of_what_exists_and_names_its_source(body: Organization) -> None:
    codes = [kind.code for kind in body.credential]
    assert len(codes) == len({code.casefold() for code in codes})
    starts = [each.starts for each in body.edition]
    assert starts == sorted(starts)
    for each in body.edition:
        assert each.source
        assert each.pool.source
        assert set(each.pool.figures) <= set(codes)
        for rule in each.requirement:
            assert rule.source, f"{each.id}: {rule.label}"
            assert set(getattr(rule, "credentials", ())) <= set(codes)
            assert set(getattr(rule, "groups", ())) <= {kind.group for kind in body.credential}


@pytest.mark.parametrize(
    ("identifier", "table"),
    [
        ("aapc-2008", (36, 48, 60, 72, 80)),  # A1, AAPC-V1
        ("aapc-2015", (36, 40, 44, 48, 52)),  # A2, AAPC-V2
        ("aapc-2017", (36, 40, 44, 48, 52)),  # A3 and A4, AAPC-V3
    ],
)
def test_totals_by_number_of_certifications(identifier: str, table: tuple[int, ...]) -> None:
    assert edition(identifier).pool.table == tuple(Decimal(each) for each in table)


@pytest.mark.parametrize(
    ("identifier", "code", "ceus", "alone"),
    [
        ("aapc-2008", "CPMA", "24", None),  # A1
        ("aapc-2008", "CPCO", "24", None),
        ("aapc-2008", "CIRCC", "24", None),
        ("aapc-2008", "CPPM", "24", "36"),
        ("aapc-2008", "CFPC", "16", None),
        ("aapc-2015", "CPMA", "16", None),  # A2
        ("aapc-2015", "CPPM", "16", "36"),
        ("aapc-2015", "CFPC", "8", None),
        ("aapc-2017", "CPMA", "16", None),  # A3
        ("aapc-2017", "CPPM", "16", None),
        ("aapc-2017", "CDEO", "16", None),
        ("aapc-2017", "CIRCC", "16", None),
        ("aapc-2017", "CGSC", "8", None),
    ],
)
def test_minimums_inside_the_total(identifier: str, code: str, ceus: str, alone: str | None) -> None:
    kind = shipped().organizations["AAPC"].kind_of(code)
    assert kind is not None
    rule = edition(identifier).minimum_of(kind)
    assert rule is not None
    assert (rule.ceus, rule.when_alone) == (Decimal(ceus), None if alone is None else Decimal(alone))


@pytest.mark.parametrize("code", ["CPC", "COC", "CIC", "CRC", "CPB", "CPC-P"])
def test_core_credentials_have_no_minimum(code: str) -> None:  # A2, A3
    kind = shipped().organizations["AAPC"].kind_of(code)
    assert kind is not None
    assert edition("aapc-2017").minimum_of(kind) is None


@pytest.mark.parametrize(
    ("code", "ceus"),
    [
        ("RHIA", 30), ("CHPS", 30), ("CHDA", 30), ("CDIP", 30), ("CPHI", 30), ("CHP", 30), ("CHS", 30),
        ("RHIT", 20), ("CCA", 20), ("CCS", 20), ("CCS-P", 20), ("PCS", 20), ("CHTS-CP", 20), ("CHTS-TR", 20),
    ],
)  # fmt: skip
def test_ahima_figures(code: str, ceus: int) -> None:  # H1
    for each in shipped().organizations["AHIMA"].edition:
        assert each.pool.figures[code] == ceus
        assert (each.pool.plus, each.pool.ceiling) == (Decimal(10), Decimal(50))


@pytest.mark.parametrize(
    ("identifier", "binds", "boxes", "worth"),
    [
        ("ahima-2014", None, 2, Decimal(5)),  # H1
        ("ahima-2021", False, 1, None),  # H2; the box is a house rule
        ("ahima-2024", False, 1, None),  # H7
        ("ahima-2025", True, 1, None),  # H8, H9
    ],
)
def test_share_and_self_assessment(identifier: str, binds: bool | None, boxes: int, worth: Decimal | None) -> None:
    found = edition(identifier)
    assert [each.binds for each in found.shares] == ([] if binds is None else [binds])
    kind = shipped().organizations["AHIMA"].kind_of("CCS")
    assert kind is not None
    (box,) = found.owed_for(kind)
    assert box.kind == "tick"
    assert (box.boxes, box.ceus) == (boxes, worth)
    assert [each.percent for each in found.caps] == [20]


def test_acdis_asks_for_thirty_each_and_takes_ten_of_one_activity_of_others() -> None:  # C1, C2
    body = shipped().organizations["ACDIS"]
    found = edition("acdis-2019")
    both = [body.kind_of(code) for code in ("CCDS", "CCDS-O")]
    assert [kind and kind.name_confirmed for kind in both] == [False, False]
    assert (body.cycle_months, found.pool.kind) == (24, "each")
    assert [found.pool.figures[code] for code in ("CCDS", "CCDS-O")] == [30, 30]
    (cap,) = found.caps
    assert (cap.per_activity, cap.percent) == (Decimal(10), None)
    assert (found.starts, found.starts_known) == (dt.date(2019, 1, 31), "by")  # C2, by the number of its volume
    assert [(each.days, each.confidence) for each in found.step] == [(0, "high"), (45, "low")]  # C3


def test_a_cycle_older_than_the_oldest_edition_of_acdis_keeps_to_it() -> None:
    body = shipped().organizations["ACDIS"]
    assert body.edition_for(a_cycle("2016-05-01", "2018-04-30")).id == "acdis-2019"


@pytest.mark.parametrize(
    ("sponsor", "counts"),
    [("AHIMA", "10 of 12: over-cap"), ("", "10 of 12: over-cap"), ("ACDIS", "12"), ("HCPro / ACDIS", "12")],
)
def test_what_an_activity_counts_at_acdis_goes_by_its_sponsor(sponsor: str, counts: str) -> None:  # C1
    log = a_log(
        an_activity("12", at="ACDIS", id="day", sponsor=sponsor),
        held=[a_held("CCDS", "2020-01-01", "ACDIS"), a_held("CCDS-O", "2020-01-01", "ACDIS")],
        cycles={"ACDIS": a_cycle("2025-06-01", "2027-05-31")},
    )
    seen = facts(progress_of(log, "ACDIS"))
    earned = counts.partition(" ")[0]
    assert (seen["day"], seen["CCDS"], seen["CCDS-O"]) == (counts, f"{earned} / 30", f"{earned} / 30")


def test_what_is_compiled_is_what_the_files_say() -> None:
    assert Path(COMPILED).read_bytes() == compiled(FILES), "run: python -m ceulog.rulebook.compiling"
    for file in FILES:
        organization, domains = read_rules(file.name, file.read_text(encoding="utf-8"))
        assert shipped().organizations[organization.code] == organization
        assert not domains or shipped().domains == domains


def test_a_body_is_read_when_it_is_asked_for() -> None:
    shelf = Shelf(json.loads(Path(COMPILED).read_bytes())["organization"])
    assert [shelf[code].code for code in shelf] == list(shelf) == [file.stem.upper() for file in FILES]
    assert shelf == shipped().organizations
    assert (len(shelf), "ACDIS" in shelf, "acdis" in shelf, shelf.get("NOBODY")) == (len(FILES), True, False, None)
    assert shelf["ACDIS"] is shelf["ACDIS"]


def test_what_makes_no_sense_is_not_compiled(tmp_path: Path) -> None:
    """A credential without its figure would be complete with nothing."""
    file = tmp_path / "acdis.toml"
    text = next(each for each in FILES if each.name == file.name).read_text(encoding="utf-8")
    file.write_text(text.replace("{ CCDS = 30, ", "{ "), encoding="utf-8")
    with pytest.raises(BadRules, match=r"acdis\.toml .*line \d+: edition.*: they lack CCDS"):
        compiled([file])


def test_a_damaged_file_is_named() -> None:
    with pytest.raises(BadRules, match="AAPC: "):
        _ = Shelf({"AAPC": {"code": "AAPC"}})["AAPC"]


@pytest.mark.parametrize("content", ["", "null", "[]", "{}", '{"domain": 7}', '{"domain": [{}]}'])
def test_a_file_that_is_none_of_ours_is_named(content: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "compiled.json"
    file.write_text(content)
    monkeypatch.setattr(shipped_module, "COMPILED", str(file))
    with pytest.raises(BadRules, match="install ceulog anew"):
        load_shipped.__wrapped__()


def test_old_names_lead_to_the_new_ones() -> None:
    found = shipped().find_credential("cpc-h")
    assert found is not None
    assert found[1].code == "COC"


# the shipped files go through what a holder's own goes through


@pytest.mark.parametrize("file", FILES, ids=lambda it: it.stem)
def test_shipped_files_have_the_shape(file: Path) -> None:
    assert list(shape_faults(parse(file.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("body", shipped().organizations.values(), ids=lambda body: body.code)
def test_shipped_rules_make_sense(body: Organization) -> None:
    assert list(rule_faults(body, [each.id for each in shipped().domains])) == []
