"""The two credentials of the examples, from nothing to complete: `status --json`, whose fields FORMATS.md names."""

import csv
import io
import json

from tests.cli.conftest import Ceulog


def log_everything(ceulog: Ceulog) -> None:
    ceulog.done("add", "Coding conference", "--ceus", "36", "--for", "AAPC", "--index-number", "A1")
    ceulog.done("add", "AHIMA course", "--ceus", "20", "--for", "AHIMA", "--provided-by", "ahima", "--domain", "22")


def total(number: str) -> dict[str, object]:
    return {"kind": "ceus", "label": "total", "required": True, "needed": number, "earned": number, "met": True}


def test_twenty_of_twenty_with_an_open_box_is_not_complete(ceulog: Ceulog) -> None:
    log_everything(ceulog)
    status = ceulog.done("status", "--json").json
    assert (status["schema"], status["on"]) == (1, "2026-11-23")
    aapc, ahima = status["organizations"]
    assert {
        "code": "AAPC", "cycle": {"start": "2025-04-01", "end": "2027-03-31", "days_left": 128},
        "edition": "aapc-2017", "state": "complete", "complete": True, "needed": "36", "earned": "36",
        "planned": "0", "surplus": "0", "requirements": [], "excluded": [],
    }.items() <= aapc.items()  # fmt: skip
    assert {
        "code": "CPC", "name": "Certified Professional Coder", "complete": True, "needed": "36", "earned": "36",
        "requirements": [total("36")],
    }.items() <= aapc["credentials"][0].items()  # fmt: skip
    assert not ahima["complete"]
    assert ahima["requirements"] == [{
        "kind": "share", "label": "from AHIMA or a component association", "required": True,
        "needed": "8", "earned": "20", "met": True,
    }]  # fmt: skip
    box = {"kind": "tick", "label": "self-assessment", "required": True, "needed": 1, "done": 0, "met": False}
    assert ahima["credentials"][0]["requirements"] == [total("20"), box]
    assert not ahima["credentials"][0]["complete"]


def test_the_tick_completes_it_and_off_opens_it_again(ceulog: Ceulog) -> None:
    log_everything(ceulog)
    assert ceulog.done("tick", "CCS").out == ""
    assert ceulog.organization("AHIMA")["complete"]
    before = ceulog.file.read_bytes()
    assert "ticked already" in ceulog.done("tick", "CCS", "self-assessment").err
    assert ceulog.file.read_bytes() == before
    ceulog.done("tick", "CCS", "--off")
    assert ceulog.organization("AHIMA")["credentials"][0]["requirements"][1]["done"] == 0


def test_an_optional_box_stays_in_sight_and_gates_nothing(ceulog: Ceulog) -> None:
    log_everything(ceulog)
    ceulog.done("credential", "set", "CCS", "--self-assessment", "optional")
    ahima = ceulog.organization("AHIMA")
    assert ahima["complete"]
    assert ahima["credentials"][0]["requirements"][1]["required"] is False


def test_a_number_of_ones_own_shows_in_needed(ceulog: Ceulog) -> None:
    ceulog.done("credential", "set", "CPC", "--required", "27", "--reason", "my tracker says 27")
    assert ceulog.organization("AAPC")["needed"] == "27"
    ceulog.done("credential", "set", "CPC", "--required", "none")
    assert ceulog.organization("AAPC")["needed"] == "36"


def test_the_export_is_read_by_any_csv_reader(ceulog: Ceulog) -> None:
    log_everything(ceulog)
    answer = ceulog.done("export", "-")
    rows = list(csv.DictReader(io.StringIO(answer.out, newline="")))
    assert sorted((row["credential"], row["ceus_applied"], row["counts"]) for row in rows) == [
        ("CCS", "20", "Y"), ("CPC", "36", "Y"),
    ]  # fmt: skip
    target = ceulog.folder.parent / "out.csv"
    ceulog.done("export", str(target), "--excel")
    assert target.read_bytes() == b"\xef\xbb\xbf" + answer.out.encode()
    only = csv.DictReader(io.StringIO(ceulog.done("export", "--credential", "ccs").out, newline=""))
    assert {row["credential"] for row in only} == {"CCS"}


def test_the_export_as_lines_of_json(ceulog: Ceulog) -> None:
    ceulog.done("add", "Chapter “meeting”", "--ceus", "1.5", "--for", "AAPC", "--index-number", "SMP0512")
    path = ceulog.folder.parent / "log.JSONL"
    assert str(path) in ceulog.done("export", str(path)).err
    (line,) = path.read_bytes().decode().splitlines()
    row = json.loads(line)
    assert (row["title"], row["ceus_applied"], row["minutes"]) == ("Chapter “meeting”", "1.5", None)
    assert ceulog.done("export", "--format", "jsonl").out == f"{line}\n"
    shared = json.loads(ceulog.done("export", "--format", "jsonl", "--profile", "share").out)
    assert (list(shared), shared["index_number"], shared["title"]) == (list(row), "", row["title"])
    ceulog.done("export", str(path), "--format", "csv")
    assert path.read_bytes().startswith(b"row,activity_id,")
    assert "own folder" in ceulog.refused("export", str(ceulog.folder / "log.jsonl"))
    ceulog.refused("export", "--format", "xml", code=2)


def test_why_names_the_rule_and_its_source(ceulog: Ceulog) -> None:
    log_everything(ceulog)
    answer = ceulog.done("why", "CCS")
    assert "ahima-2025" in answer.out
    assert "self-assessment" in answer.out
    found = ceulog.done("why", "ccs", "--json").json
    assert (found["edition"], found["earned"]) == ("ahima-2025", "20")
    assert found["source"]
    assert "do not hold" in ceulog.refused("why", "RHIA")
    assert "No organization awards" in ceulog.refused("why", "XYZ")


def test_the_words_of_status_and_list_can_be_plain_ascii(ceulog: Ceulog) -> None:
    log_everything(ceulog)
    ceulog.done("add", "Café “quoted” 🩺", "--ceus", "1", "--sponsor", "Ünïted")
    for command in (("status", "--plain"), ("list", "--plain")):
        answer = ceulog.done(*command)
        assert answer.out.isascii()
        assert "\x1b" not in answer.out


def test_an_empty_log_says_what_to_do(empty: Ceulog) -> None:
    answer = empty.done("status")
    assert "credential add" in answer.err
    assert empty.done("status", "--json").json == {"schema": 1, "on": "2026-11-23", "organizations": []}
    assert empty.done("list").out == ""
    assert empty.done("list", "--json").json == []
    assert not empty.folder.exists()
