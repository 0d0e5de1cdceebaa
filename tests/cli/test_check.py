"""`check`: each thing that it finds, in words and as JSON, with its exit code."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ceulog


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    path = tmp_path / "proof.pdf"
    path.write_bytes(b"%PDF")
    return path


WHOLE = (
    "--ceus", "1", "--date", "2026-03-10", "--index-number", "ABC12345", "--sponsor", "AAPC", "--for", "AAPC",
    "--certificate",
)  # fmt: skip


def test_what_is_whole_is_not_found(ceulog: Ceulog, proof: Path) -> None:
    ceulog.done("credential", "remove", "CCS")
    ceulog("add", "Whole", *WHOLE, str(proof))
    answer = ceulog("check")
    assert (answer.code, answer.out) == (0, "")
    assert "Nothing was found" in answer.err
    assert ceulog("check", "--json").json["findings"] == []


@pytest.mark.parametrize(
    ("add", "kind", "says"),
    [
        (("--ceus", "1", "--date", "2026-03-10", "--for", "AAPC"), "missing",
         "Mar 10, 2026, “Talk”: missing: its index number, its sponsor and a certificate."),
        (("--ceus", "1", "--date", "2026-03-10", "--for", "AHIMA", "--provided-by", "ahima"), "no-domain",
         "has no HIIM domain, which AHIMA asks for."),
        (("--ceus", "1", "--date", "2026-03-10", "--for", "AHIMA", "--domain", "2"), "no-provider",
         "does not say who provided it, so AHIMA takes it for an external one."),
        (("--ceus", "0.1", "--date", "2026-03-10"), "odd-unit", "0.1 CEU reads like the IACET unit"),
        (("--ceus", "1", "--date", "2026-03-10", "--index-number", "abc"), "odd-number", "does not look like one."),
    ],
)  # fmt: skip
def test_an_entry_that_lacks_something(ceulog: Ceulog, add: tuple[str, ...], kind: str, says: str) -> None:
    key = ceulog("add", "Talk", *add).id
    answer = ceulog("check", "--json")
    assert answer.code == 1
    found = [each for each in answer.json["findings"] if each["kind"] == kind]
    assert [each["id"] for each in found] == [key]
    assert says in found[0]["sentence"]
    assert found[0]["sentence"].partition("”: ")[2] in ceulog("check").out


def test_what_is_found_about_one_entry_stands_below_it(ceulog: Ceulog) -> None:
    ceulog("add", "Talk", "--ceus", "0.1", "--date", "2026-03-10", "--for", "AAPC")
    said = ceulog("check").out.splitlines()
    assert said[-3:] == [
        "Mar 10, 2026, “Talk”:",
        "  missing: its index number, its sponsor and a certificate. Waiting for 258 days; ask whoever offered it.",
        "  0.1 CEU reads like the IACET unit, in which 1 CEU stands for 10 hours.",
    ]
    found = ceulog("check", "--json").json["findings"]
    assert [each["kind"] for each in found if each["id"]] == ["missing", "odd-unit"]
    assert all(each["sentence"].startswith("Mar 10, 2026, “Talk”: ") for each in found if each["id"])


def test_what_a_portal_was_told_otherwise_is_found_until_it_is_marked_once_more(ceulog: Ceulog) -> None:
    key = ceulog("add", "Talk", "--ceus", "2", "--date", "2026-03-10", "--for", "AAPC").id

    def told() -> list[str]:
        found = ceulog("check", "--json").json["findings"]
        return [each["sentence"] for each in found if each["kind"] == "entered-otherwise"]

    ceulog.done("portal", key, "--organization", "AAPC", "--entered")
    ceulog.done("edit", key, "--note", "not for the portal")
    assert told() == []
    ceulog.done("edit", key, "--ceus", "1.5", "--index-number", "ABC12345")
    ceulog.done("edit", key, "--location", "Raleigh")
    has = "Mar 10, 2026, “Talk”: AAPC’s portal has 2 CEUs, no index number"
    assert told() == [f"{has}; correct it there, then `ceulog portal {key[:8]} --organization AAPC --entered`."]
    assert "1 entered (1 to correct)" in ceulog("portal", "AAPC").out
    ceulog.done("portal", "--organization", "AAPC", "--all", "--submitted")
    assert "--submitted`." in told()[0]
    ceulog.done("portal", key, "--organization", "AAPC", "--submitted")
    assert told() == []
    ceulog.done("undo")
    assert len(told()) == 1
    ceulog.done("edit", key, "--ceus", "2", "--index-number", "")
    assert told() == []


def test_two_entries_that_meet(ceulog: Ceulog) -> None:
    one = ceulog("add", "Denials", "--ceus", "1", "--date", "2026-03-10", "--index-number", "ABC12345").id
    two = ceulog("add", "Appeals", "--ceus", "1", "--date", "2026-04-10", "--index-number", "ABC 12345").id
    ceulog("add", "Denials", "--ceus", "1", "--date", "2026-03-12")
    kinds = {(each["kind"], each["id"]) for each in ceulog("check", "--json").json["findings"]}
    assert ("same-number", one) in kinds
    assert ("not-counted", two) in kinds
    assert sum(kind == "look-alike" for kind, _ in kinds) == 1


def test_proofs_that_are_gone_or_changed(ceulog: Ceulog, proof: Path) -> None:
    ceulog("add", "Whole", *WHOLE, str(proof))
    (copy,) = (ceulog.folder / "certificates").iterdir()
    copy.write_bytes(b"other")
    assert "was changed after it was attached." in ceulog("check").out
    copy.unlink()
    assert "is not in the logbook's folder any more." in ceulog("check").out


def test_what_is_due(ceulog: Ceulog) -> None:
    ceulog("organization", "set", "AAPC", "--dues-date", "2026-12-20")
    lines = ceulog("check").out.splitlines()
    assert lines[0].startswith("AAPC: the yearly dues are for Dec 20, 2026, due in 27 days")
    assert lines[1].startswith("AHIMA: the cycle ends on Dec 31, 2026, due in 38 days. Missing: 20 CEUs for CCS")
    assert len(lines) == 2  # AAPC's cycle ends in 128 days
    over = ceulog("--today", "2027-01-05", "check", "--json").json["findings"]
    assert {"kind": "overdue", "organization": "AHIMA", "days": -5}.items() <= next(
        each for each in over if each["kind"] == "overdue"
    ).items()


def test_a_plan_whose_day_is_over(ceulog: Ceulog) -> None:
    ceulog("add", "Plan", "--ceus", "1", "--date", "2026-11-25", "--planned")
    assert "is still planned" not in ceulog("check").out
    assert "“Plan”: is still planned, though its day is over" in ceulog("--today", "2026-11-26", "check").out


def test_cron_hears_of_findings_alone(ceulog: Ceulog) -> None:
    ceulog.done("credential", "remove", "CCS")
    silent = ceulog("check", "--quiet")
    assert (silent.code, silent.out, silent.err) == (0, "", "")
    ceulog("add", "Talk", "--ceus", "1", "--date", "2026-03-10")
    heard = ceulog("check", "--quiet")
    assert (heard.code, heard.err) == (1, "")
    assert heard.out.splitlines() == ceulog("check").out.splitlines()


@pytest.mark.parametrize("flags", [(), ("--quiet",)])
def test_where_there_is_no_logbook_that_is_said(empty: Ceulog, flags: tuple[str, ...]) -> None:
    # cron would stay silent for ever over a folder that was moved
    answer = empty("check", *flags)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == f"There is no logbook in {empty.folder.absolute()} yet, so nothing was checked.\n"


def test_an_id_that_no_table_shows_as_it_is_stops_nothing(ceulog: Ceulog) -> None:
    ceulog.done("add", "x", "--ceus", "1")
    tables = json.loads(ceulog.file.read_text())
    for document in tables["activities"].values():
        document["id"] = "\t\x1b"
    ceulog.file.write_text(json.dumps(tables))
    assert ceulog("check").code in (0, 1)
