"""`merge` from the command line: a folder, a conflict copy, what is refused, one undo."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Ceulog


@pytest.fixture
def other(ceulog: Ceulog, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Ceulog:
    """A copy of the logbook, made when it had one entry."""
    ceulog.done("add", "Denials", "--ceus", "1", "--date", "2026-03-10")
    shutil.copytree(ceulog.folder, tmp_path / "office")
    return Ceulog(tmp_path / "office", capsys)


def test_both_sides_are_kept_and_one_undo_takes_it_back(ceulog: Ceulog, other: Ceulog, tmp_path: Path) -> None:
    (entry,) = ceulog.listed()
    ceulog.done("add", "Ours", "--ceus", "1", "--date", "2026-03-11")
    proof = tmp_path / "proof.pdf"
    proof.write_bytes(b"%PDF")
    other.done("add", "Theirs", "--ceus", "1", "--date", "2026-03-12", "--certificate", str(proof))
    other.done("edit", entry["id"], "--location", "Durham")
    ceulog.done("edit", entry["id"], "--location", "Raleigh")
    before = ceulog.file.read_bytes()
    preview = ceulog.done("merge", str(other.folder), "--dry-run")
    assert ceulog.file.read_bytes() == before
    answer = ceulog.done("merge", str(other.folder))
    assert answer.out == preview.out
    assert answer.out.splitlines() == [
        "+ 2026-03-12 “Theirs”",
        "! 2026-03-10 “Denials”: location: ours 'Raleigh' is kept, theirs is 'Durham'",
    ]
    assert "Merged: 1 added, 0 changed" in answer.err
    assert {each["title"] for each in ceulog.listed()} == {"Denials", "Ours", "Theirs"}
    assert len(list((ceulog.folder / "certificates").iterdir())) == 1
    assert "Merged: 0 added, 0 changed" in ceulog.done("merge", str(other.folder)).err
    assert "merged office" in ceulog.done("undo").out
    assert {each["title"] for each in ceulog.listed()} == {"Denials", "Ours"}


def test_a_conflict_copy_beside_the_file_is_merged(ceulog: Ceulog) -> None:
    copy = ceulog.folder / "logbook (conflicted copy).json"
    shutil.copy(ceulog.file, copy)
    ceulog.done("add", "Later", "--ceus", "1", "--date", "2026-03-10")
    shutil.copy(ceulog.file, ceulog.folder / "swap")
    assert "0 added" in ceulog.done("merge", str(copy)).err
    assert [each["title"] for each in ceulog.listed()] == ["Later"]


def test_into_nothing(empty: Ceulog, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = Ceulog(tmp_path / "office", capsys).holding_both()
    source.done("add", "Denials", "--ceus", "1", "--date", "2026-03-10")
    empty.done("merge", str(source.folder))
    assert [each["title"] for each in empty.listed()] == ["Denials"]
    assert empty.organization("AAPC")["earned"] == "1"


def test_what_is_no_other_logbook_is_refused(ceulog: Ceulog, tmp_path: Path) -> None:
    assert "is this logbook itself" in ceulog.refused("merge", str(ceulog.folder))
    assert "There is no logbook in" in ceulog.refused("merge", str(tmp_path / "nowhere"))
    damaged = tmp_path / "damaged"
    damaged.mkdir()
    (damaged / "logbook.json").write_bytes(b"{")
    assert "damaged" in ceulog.refused("merge", str(damaged), code=3)
    assert (damaged / "logbook.json").read_bytes() == b"{"


def test_a_conflict_is_said_once_and_in_words(ceulog: Ceulog, other: Ceulog) -> None:
    (entry,) = ceulog.listed()
    ceulog.done("edit", entry["id"], "--ceus", "2", "--approved-for", "CPMA")
    other.done("edit", entry["id"], "--ceus", "1.5", "--approved-for", "CPC", "--approved-for", "CPMA")
    answer = ceulog.done("merge", str(other.folder), "--dry-run")
    assert answer.out.splitlines() == [
        "! 2026-03-10 “Denials”: credits: ours 'AAPC=2 AHIMA=2' is kept, theirs is 'AAPC=1.5 AHIMA=1.5'",
        "! 2026-03-10 “Denials”: approved_for: ours 'CPMA' is kept, theirs is 'CPC, CPMA'",
    ]
    assert "2 conflicts" in answer.err
