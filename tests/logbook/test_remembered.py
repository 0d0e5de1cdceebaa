"""What is remembered of a long log is given again only where nothing that it came from is another."""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ceulog.domain.changes import added
from ceulog.logbook import remembered
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.remembered import FOLDER, MOST_BYTES, Remembered
from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook

ANSWER = ["behind by 7.5", ["█", 1]]


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path / "log", a_log(an_activity("1.5", id="a")))


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of one file."""
    folder = tmp_path / "program" / "room"
    folder.mkdir(parents=True)
    (folder / "words.py").write_text("A = 1")
    monkeypatch.setattr(remembered, "_PROGRAM", str(folder.parent))
    return folder / "words.py"


def asked(logbook: Logbook, *questions: object) -> Remembered:
    return Remembered(str(logbook.folder), "status", *questions)


def kept(logbook: Logbook) -> Path:
    return logbook.folder / FOLDER / "status.json"


def test_what_was_kept_is_given_again(logbook: Logbook) -> None:
    assert asked(logbook, "2026-11-23", False).recall() is None
    asked(logbook, "2026-11-23", False).keep(ANSWER)
    assert asked(logbook, "2026-11-23", False).recall() == ANSWER
    assert asked(logbook, "2026-11-24", False).recall() is None
    assert asked(logbook, "2026-11-23", True).recall() is None
    assert Remembered(str(logbook.folder), "picture", "2026-11-23", False).recall() is None
    if sys.platform != "win32":
        assert kept(logbook).stat().st_mode & 0o777 == 0o600
        assert kept(logbook).parent.stat().st_mode & 0o777 == 0o700


def test_any_byte_of_the_log_that_is_another_is_another_log(logbook: Logbook) -> None:
    asked(logbook).keep(ANSWER)
    file = logbook.folder / "logbook.json"
    data, times = file.read_bytes(), (file.stat().st_atime_ns, file.stat().st_mtime_ns)
    place = data.index(b'"credits"')
    file.write_bytes(data[:place] + b'"cRedits"' + data[place + 9 :])
    os.utime(file, ns=times)
    assert asked(logbook).recall() is None
    file.write_bytes(data)
    assert asked(logbook).recall() == ANSWER


def test_after_each_change_it_is_worked_out_anew(logbook: Logbook) -> None:
    asked(logbook).keep(ANSWER)
    logbook.change(added(an_activity("2", id="b")))
    assert asked(logbook).recall() is None
    logbook.undo()
    assert asked(logbook).recall() is None  # the history has grown


def test_what_was_worked_out_while_the_log_changed_is_not_kept(logbook: Logbook) -> None:
    before = asked(logbook)
    logbook.change(added(an_activity("2", id="b")))
    before.keep(ANSWER)
    assert not kept(logbook).exists()


def test_another_program_has_other_answers(logbook: Logbook, program: Path) -> None:
    asked(logbook).keep(ANSWER)
    assert asked(logbook).recall() == ANSWER
    (program.parent / "__pycache__").mkdir()
    (program.parent / "__pycache__" / "words.pyc").touch()  # made of what is known already
    assert asked(logbook).recall() == ANSWER
    program.write_text("A = 2")
    assert asked(logbook).recall() is None
    asked(logbook).keep(ANSWER)
    (program.parent / "rules.toml").touch()
    assert asked(logbook).recall() is None


def test_another_version_has_other_answers(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    asked(logbook).keep(ANSWER)
    monkeypatch.setattr(remembered, "__version__", "0.9")  # its files may be as long, and have the same times
    assert asked(logbook).recall() is None


def test_a_python_without_that_digest_takes_another(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "_blake2", None)
    asked(logbook).keep(ANSWER)
    assert asked(logbook).recall() == ANSWER
    monkeypatch.undo()
    assert asked(logbook).recall() is None


def a_copy(folder: Path) -> None:
    (folder / "logbook (1).json").touch()


def own_rules(folder: Path) -> None:
    (folder / "rules").mkdir()


def own_rules_by_another_case(folder: Path) -> None:
    (folder / "Rules").mkdir()


def a_link(folder: Path) -> None:
    (folder / "logbook.json").rename(folder / "elsewhere")
    (folder / "logbook.json").symlink_to(folder / "elsewhere")


@pytest.mark.parametrize("more", [a_copy, own_rules, own_rules_by_another_case, a_link])
def test_where_there_is_more_nothing_is_remembered(logbook: Logbook, more: Callable[[Path], None]) -> None:
    if more is a_link and sys.platform == "win32":
        pytest.skip("links need a right of their own there")
    asked(logbook).keep(ANSWER)
    more(logbook.folder)
    assert asked(logbook).recall() is None
    kept(logbook).unlink()
    asked(logbook).keep(ANSWER)
    assert not kept(logbook).exists()


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"[]", b"null", b'{"key": 7, "answer": 1}', b'{"answer": 1}', b"\xff", b"[" * 100_000,
        b" " * (MOST_BYTES + 1),
    ],
    ids=lambda it: repr(it[:9]),
)  # fmt: skip
def test_a_file_that_holds_anything_is_no_answer(logbook: Logbook, data: bytes) -> None:
    asked(logbook).keep(ANSWER)
    kept(logbook).write_bytes(data)
    assert asked(logbook).recall() is None


def test_an_answer_of_another_log_is_none(logbook: Logbook, tmp_path: Path) -> None:
    other = a_logbook(tmp_path / "other", a_log(an_activity("7", id="z")))
    asked(other).keep(ANSWER)
    kept(logbook).parent.mkdir()
    kept(logbook).write_bytes(kept(other).read_bytes())
    assert asked(logbook).recall() is None


def test_a_long_answer_is_not_kept(logbook: Logbook) -> None:
    asked(logbook).keep("x" * MOST_BYTES)
    assert not kept(logbook).exists()


def test_where_nothing_can_be_written_nothing_is_said(logbook: Logbook) -> None:
    (logbook.folder / FOLDER).write_text("somebody's")
    asked(logbook).keep(ANSWER)
    assert asked(logbook).recall() is None
    assert (logbook.folder / FOLDER).read_text() == "somebody's"


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
@pytest.mark.parametrize("link", [FOLDER, f"{FOLDER}/status.json"])
def test_what_a_link_leads_to_is_not_replaced(logbook: Logbook, tmp_path: Path, link: str) -> None:
    theirs = tmp_path / "theirs"
    theirs.mkdir()
    (theirs / "status.json").write_text("theirs")
    place = logbook.folder / link
    place.parent.mkdir(exist_ok=True)
    place.symlink_to(theirs if link == FOLDER else theirs / "status.json")
    asked(logbook).keep(ANSWER)
    assert (theirs / "status.json").read_text() == "theirs"
    assert asked(logbook).recall() is None


def test_what_a_second_copy_had_a_part_in_is_not_kept(logbook: Logbook) -> None:
    before = asked(logbook)
    a_copy(logbook.folder)
    before.keep(ANSWER)
    assert not kept(logbook).exists()


def test_what_a_kill_leaves_behind_goes_with_the_next_change(logbook: Logbook) -> None:
    asked(logbook).keep(ANSWER)
    stray = kept(logbook).with_name(".status.json.7.0123456789abcdef.tmp")
    stray.touch()
    logbook.change(added(an_activity("2", id="b")))
    assert not stray.exists()
    assert kept(logbook).exists()


def test_without_a_log_there_is_no_answer(tmp_path: Path) -> None:
    nothing = Remembered(str(tmp_path / "nowhere"), "status")
    nothing.keep(ANSWER)
    assert nothing.recall() is None
    assert not (tmp_path / "nowhere").exists()


def test_it_is_json_in_ascii(logbook: Logbook) -> None:
    asked(logbook).keep(ANSWER)
    assert json.loads(kept(logbook).read_bytes().decode("ascii"))["answer"] == ANSWER
