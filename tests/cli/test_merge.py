"""`merge` from the command line: a folder, a conflict copy, what is refused, one undo."""

import errno
import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from tests.cli.conftest import Ceulog
from tests.storage.support import refuse


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


COPY = "logbook (X's conflicted copy 2026-11-20).json"


@pytest.fixture
def copy(ceulog: Ceulog, other: Ceulog) -> Path:
    """A copy of a sync tool beside the log, with an entry that came at the office."""
    other.done("add", "Theirs", "--ceus", "1", "--date", "2026-03-12")
    beside = ceulog.folder / COPY
    shutil.copy(other.file, beside)
    return beside


def kept(ceulog: Ceulog) -> list[str]:
    return [each.name for each in (ceulog.folder / "backups").glob("conflict-copy-*")]


def test_a_conflict_copy_is_noticed_merged_and_put_away(ceulog: Ceulog, copy: Path) -> None:
    data = copy.read_bytes()
    assert f"“{COPY}” beside the logbook is another copy" in ceulog.done("status").err
    assert COPY in ceulog("check").out
    assert [each["what"] for each in ceulog("check", "--json").json["findings"] if each["kind"] == "conflict-copy"] == [
        [COPY]
    ]
    assert "+ 2026-03-12 “Theirs”" in ceulog.done("merge", COPY, "--dry-run").out
    assert copy.exists()
    assert "kept as conflict-copy-2026-11-23-1.json" in ceulog.done("merge", COPY).err
    assert {each["title"] for each in ceulog.listed()} == {"Denials", "Theirs"}
    assert not copy.exists()
    assert (ceulog.folder / "backups" / kept(ceulog)[0]).read_bytes() == data
    assert "another copy" not in ceulog.done("status").err
    ceulog.done("undo")
    assert {each["title"] for each in ceulog.listed()} == {"Denials"}


def test_a_conflict_copy_stays_until_its_conflicts_are_decided(ceulog: Ceulog, other: Ceulog, copy: Path) -> None:
    (entry,) = ceulog.listed()
    other.done("edit", entry["id"], "--location", "Durham")
    ceulog.done("edit", entry["id"], "--location", "Raleigh")
    shutil.copy(other.file, copy)
    answer = ceulog.done("merge", str(copy))
    assert f"`--theirs {entry['id'][:8]}` takes theirs there" in answer.err
    assert (copy.exists(), kept(ceulog)) == (True, [])
    assert "is in no conflict" in ceulog.refused("merge", str(copy), "--theirs", "CPC")
    preview = ceulog.done("merge", str(copy), "--theirs", entry["id"][:8], "--dry-run")
    assert preview.out == "~ 2026-03-10 “Denials”: location: 'Raleigh' -> 'Durham'\n"
    assert ceulog.done("merge", str(copy), "--theirs", "all").out == preview.out
    assert (copy.exists(), len(kept(ceulog))) == (False, 1)
    ceulog.done("undo")
    shutil.copy(other.file, copy)
    assert "--theirs" not in ceulog.done("merge", str(copy), "--ours").err
    assert (copy.exists(), len(kept(ceulog))) == (False, 2)


def test_a_file_elsewhere_is_never_moved(ceulog: Ceulog, copy: Path, tmp_path: Path) -> None:
    stick = tmp_path / COPY
    shutil.copy(copy, stick)
    ceulog.done("merge", str(stick))
    assert (stick.exists(), copy.exists()) == (True, True)


def test_what_a_newer_program_wrote_into_an_added_entry_comes_along(ceulog: Ceulog, other: Ceulog) -> None:
    other.done("add", "Theirs", "--ceus", "1", "--date", "2026-03-12")
    with TinyDB(other.file) as database:
        table = database.table("activities")
        table.update({"mood": {"good": [1]}}, where("title") == "Theirs")
    ceulog.done("merge", str(other.folder))
    for steps in ((), ("undo", "redo")):
        for step in steps:
            ceulog.done(step)
        with TinyDB(ceulog.file) as database:
            (stored,) = database.table("activities").search(where("title") == "Theirs")
            assert stored["mood"] == {"good": [1]}


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
    assert "is damaged, or no logbook" in (said := ceulog.refused("merge", str(damaged), code=3))
    assert "rollback" not in said
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


def test_another_file_is_no_logbook(ceulog: Ceulog, tmp_path: Path) -> None:
    (tmp_path / "notes.json").write_text('{"_default": {"1": {"a": 1}}}', encoding="utf-8")
    assert "notes.json is not a logbook" in ceulog.refused("merge", str(tmp_path / "notes.json"))


def test_a_hostile_copy_neither_replaces_a_proof_nor_fetches_a_file(
    ceulog: Ceulog, other: Ceulog, tmp_path: Path
) -> None:
    proof = tmp_path / "proof.pdf"
    proof.write_bytes(b"%PDF ours")
    evil = b"%PDF evil, and longer"
    (tmp_path / "secret.txt").write_bytes(b"secret")
    ceulog.done("add", "Ours", "--ceus", "1", "--certificate", str(proof))
    (mine,) = (ceulog.folder / "certificates").iterdir()
    key = other.done("add", "Theirs", "--ceus", "1", "--certificate", str(proof)).id
    names = [f"{mine.name}.", f"{mine.name} ", "link.pdf", "CON.pdf", "C:x.pdf", "../logbook.json", mine.name]
    (other.folder / "certificates" / mine.name).write_bytes(evil)
    (other.folder / "certificates" / f"{mine.name}.").write_bytes(b"theirs")
    (other.folder / "certificates" / f"{mine.name} ").write_bytes(b"theirs")
    (other.folder / "certificates" / "CON.pdf").write_bytes(b"theirs")
    (other.folder / "certificates" / "link.pdf").symlink_to(tmp_path / "secret.txt")
    with TinyDB(other.file) as database:
        table = database.table("activities")
        digest = sha256(evil).hexdigest()
        table.update({"certificates": [{"file": name, "sha256": digest} for name in names]}, where("id") == key)
    assert "could not be copied" in ceulog.done("merge", str(other.folder)).err
    kept = {each.name: each.read_bytes() for each in mine.parent.iterdir()}
    assert kept == {mine.name: b"%PDF ours"}


def with_a_certificate(logbook: Ceulog, tmp_path: Path) -> Path:
    """Log an entry with a certificate; gives its copy in the logbook."""
    proof = tmp_path / "proof.pdf"
    proof.write_bytes(b"%PDF theirs")
    logbook.done("add", "Theirs", "--ceus", "1", "--certificate", str(proof))
    (copy,) = (logbook.folder / "certificates").iterdir()
    return copy


def test_a_certificate_that_could_not_be_read_comes_with_the_next_merge(
    ceulog: Ceulog, other: Ceulog, tmp_path: Path
) -> None:
    theirs = with_a_certificate(other, tmp_path)
    away = theirs.rename(tmp_path / "not synced yet")
    assert "Merging once more" in ceulog.done("merge", str(other.folder)).err
    away.rename(theirs)
    assert "certificate" not in ceulog.done("merge", str(other.folder)).err
    assert (ceulog.folder / "certificates" / theirs.name).read_bytes() == b"%PDF theirs"


def test_a_certificate_that_was_half_synced_is_put_right_by_the_next_merge(
    ceulog: Ceulog, other: Ceulog, tmp_path: Path
) -> None:
    theirs = with_a_certificate(other, tmp_path)
    theirs.write_bytes(b"%PDF")
    mine = ceulog.folder / "certificates" / theirs.name
    assert "could not be copied as attached" in ceulog.done("merge", str(other.folder)).err
    theirs.write_bytes(b"%PDF theirs")
    assert "certificate" not in ceulog.done("merge", str(other.folder)).err
    assert mine.read_bytes() == b"%PDF theirs"
    theirs.write_bytes(b"%PDF another")
    assert "certificate" not in ceulog.done("merge", str(other.folder)).err
    assert mine.read_bytes() == b"%PDF theirs"


def test_a_place_that_the_system_does_not_let_us_look_at_is_a_sentence(
    ceulog: Ceulog, other: Ceulog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "is_file", refuse(errno.EACCES))
    said = ceulog.refused("merge", str(other.folder), code=3)
    assert "cannot be read: Permission denied" in said


def test_two_names_of_the_holder_are_told_and_one_is_chosen(ceulog: Ceulog, other: Ceulog) -> None:
    ceulog.done("holder", "set", "--name", "Dana Sample")
    other.done("holder", "set", "--name", "Dana Example")
    told = ceulog.done("merge", str(other.folder))
    assert told.out == "! holder Dana Sample: name: ours 'Dana Sample' is kept, theirs is 'Dana Example'\n"
    assert "`--theirs holder` takes theirs there" in told.err
    ceulog.done("merge", str(other.folder), "--theirs", "holder")
    assert "Merged: 0 added, 0 changed" in ceulog.done("merge", str(other.folder)).err
    ceulog.done("undo")
    assert ceulog.done("merge", str(other.folder), "--dry-run").out == told.out
