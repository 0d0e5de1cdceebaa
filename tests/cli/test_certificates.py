"""`certificates`: what it says of a folder, what it asks, what it takes and what is left to be typed."""

import io
from pathlib import Path

import pytest

from ceulog.cli import asking
from tests.cli.conftest import Ceulog
from tests.papers import a_folder, a_paper

LABELS = "labels.pdf says May 13, 2026, “Risk adjustment basics”, 2 CEUs, Sample Institute."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_folder(tmp_path / "in")


def test_dry_run_says_what_it_would_log_and_what_is_missing(ceulog: Ceulog, folder: Path) -> None:
    before = ceulog.file.read_bytes()
    answer = ceulog.done("certificates", str(folder), "--dry-run")
    assert answer.out == ""
    said = answer.err.splitlines()
    assert said[0] == "4 PDF files: 2 new, 2 lacking something."
    assert LABELS in said
    line = "  ceulog add 'Telehealth in 2026' --date DATE --ceus 1 --certificate "
    at = next(number for number, each in enumerate(said) if each.startswith("doubtful.pdf"))
    assert said[at].endswith("not read: date (03/04/2026 may begin with the month or with the day).")
    assert said[at + 1] == f"{line}{folder / 'doubtful.pdf'}"
    assert said[-1].startswith("transcript.pdf tells of 2 activities")
    assert ceulog.file.read_bytes() == before


def test_yes_takes_what_is_whole_as_one_step(ceulog: Ceulog, folder: Path) -> None:
    answer = ceulog("certificates", str(folder), "--yes")
    assert answer.code == 1  # two are left
    listed = ceulog.listed()
    assert set(answer.out.split()) == {each["id"] for each in listed}
    assert {(each["title"], each["ceus"], each["index_number"]) for each in listed} == {
        ("Denials and appeals in practice", "1.5", "SMP0312A"), ("Risk adjustment basics", "2", "SMP0513B"),
    }  # fmt: skip
    assert all(each["certificates"] for each in listed)
    again = ceulog("certificates", str(folder), "--yes", "--json")
    assert [each["kind"] for each in again.json["files"]] == ["incomplete", "kept", "kept", "incomplete"]
    ceulog.done("undo")
    assert ceulog.listed() == []


def test_a_terminal_asks_for_each(ceulog: Ceulog, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("\nn\ny\n"))
    answer = ceulog("certificates", str(folder))
    assert "1 of 2: labels.pdf says " in answer.err
    assert "index number   SMP0513B  ‹AAPC index number SMP0513B›" in answer.err
    assert [each["title"] for each in ceulog.listed()] == ["Denials and appeals in practice"]
    assert "1 certificate taken; `ceulog undo` takes all of it back." in answer.err
    assert "ceulog add 'Risk adjustment basics' --date 2026-05-13 --ceus 2 " in answer.err


def test_without_a_terminal_nothing_is_taken_unasked(ceulog: Ceulog, folder: Path) -> None:
    said = ceulog.refused("certificates", str(folder))
    assert "Nothing was taken: each is to be confirmed by you" in said


def test_json_names_fields_with_their_lines(ceulog: Ceulog, tmp_path: Path) -> None:
    paper = a_paper(tmp_path / "a.pdf", "Title: =cmd [b]", "Date: 2026-03-12", "CEUs: 1")
    (one,) = ceulog.done("certificates", str(paper), "--json", "--dry-run").json["files"]
    assert one["read"]["title"] == {"value": "=cmd [b]", "line": "Title: =cmd [b]"}
    assert (one["kind"], one["taken"], one["id"], one["lacks"]) == ("new", False, None, [])


def test_a_folder_that_is_not_there_is_refused(ceulog: Ceulog, tmp_path: Path) -> None:
    assert "There is no folder or file" in ceulog.refused("certificates", str(tmp_path / "none"))
    (tmp_path / "empty").mkdir()
    assert ceulog.done("certificates", str(tmp_path / "empty")).err == "No PDF files are there.\n"


def test_a_day_that_can_be_read_in_two_ways_is_asked_about_once(
    ceulog: Ceulog, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_paper(folder / "another.pdf", "Title: Coding clinic", "Date: 05/06/2026", "CEUs: 1")
    asked = "03/04/2026 may begin with the month or with the day: --date-format mdy or dmy says which."
    assert "05/06/2026 may begin" in ceulog("certificates", str(folder), "--dry-run").err
    monkeypatch.setattr(asking, "is_terminal", lambda: True)
    monkeypatch.setattr("sys.stdin", io.StringIO("d\nq\n"))
    answer = ceulog("certificates", str(folder))
    assert answer.err.startswith("Does 05/06/2026 begin with the month (m) or with the day (d)? ")
    assert "5 PDF files: 4 new, 1 lacking something." in answer.err
    monkeypatch.undo()
    # and it is remembered
    ceulog("certificates", str(folder), "--yes")
    days = {each["title"]: each["date"] for each in ceulog.listed()}
    assert (days["Coding clinic"], days["Telehealth in 2026"]) == ("2026-06-05", "2026-04-03")
    ceulog.done("undo")
    ceulog("certificates", str(folder), "--yes", "--date-format", "mdy")
    days = {each["title"]: each["date"] for each in ceulog.listed()}
    assert days["Coding clinic"] == "2026-05-06"
    assert asked not in answer.err
