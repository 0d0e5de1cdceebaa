"""`status` and `list` of a long log: what is remembered is what would be worked out."""

import json
from pathlib import Path

import pytest

from ceulog.logbook import reader
from ceulog.logbook.reader import LogReader
from tests.cli.conftest import Ceulog

WAYS: tuple[list[str], ...] = (
    ["status"], ["status", "--plain"], ["status", "--json"], ["status", "--with", "CPMA"],
    ["status", "--json", "--with", "CPMA"], ["list"], ["list", "--plain"], ["list", "--cycle", "current"],
)  # fmt: skip


@pytest.fixture
def long(ceulog: Ceulog, monkeypatch: pytest.MonkeyPatch) -> Ceulog:
    """A program for which every log is long."""
    ceulog.done("add", "AHIMA webinar", "--ceus", "2", "--provided-by", "ahima")
    monkeypatch.setattr(reader, "LONG", 0)
    return ceulog


def is_remembered(ceulog: Ceulog, *words: str, today: str = "2026-11-23") -> bool:
    """Whether the log is not read to answer; what is said is the same each time."""
    looked: list[LogReader] = []
    refresh = LogReader.refresh

    def take_note(log: LogReader) -> bool:
        looked.append(log)
        return refresh(log)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(LogReader, "refresh", take_note)
        again = ceulog.done(*words, today=today)
        patch.setattr(reader, "LONG", 1 << 30)
        assert again == ceulog.done(*words, today=today)
    return len({*map(id, looked)}) == 1


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_the_second_answer_is_the_first(long: Ceulog, words: list[str]) -> None:
    assert not is_remembered(long, *words)
    assert is_remembered(long, *words)
    assert not is_remembered(long, *words, today="2026-11-24")
    assert is_remembered(long, *words, today="2026-11-24")


def test_one_question_is_not_another(long: Ceulog) -> None:
    for words in WAYS:
        assert not is_remembered(long, *words)


def test_one_form_does_not_make_another_be_forgotten(long: Ceulog) -> None:
    for words in (["status"], ["status", "--plain"], ["status", "--json"], ["list"], ["list", "--plain"]):
        assert not is_remembered(long, *words)
    for words in (["status"], ["status", "--plain"], ["status", "--json"], ["list"], ["list", "--plain"]):
        assert is_remembered(long, *words)


def test_every_change_is_seen(long: Ceulog) -> None:
    assert not is_remembered(long, "status")
    assert not is_remembered(long, "list")
    for change in (
        ["add", "one more", "--ceus", "3"], ["undo"], ["redo"], ["tick", "CCS"], ["holder", "set", "--name", "Kim"],
        ["organization", "set", "AAPC", "--dues-date", "2026-12-01"],
        ["credential", "add", "CPMA", "--earned", "2020-01-01"],
    ):  # fmt: skip
        long.done(*change)
        for command in ("status", "list"):
            assert not is_remembered(long, command), change
            assert is_remembered(long, command), change


def test_what_is_to_be_said_of_the_file_is_said_each_time(long: Ceulog) -> None:
    content = json.loads(long.file.read_bytes())
    content["meta"]["77"] = {"id": "another program's"}
    long.file.write_text(json.dumps(content))
    for _ in range(2):
        assert "Another program has edited" in long.done("status").err
    assert not (long.folder / "remembered").exists()


def test_what_cannot_be_read_is_said_each_time(long: Ceulog) -> None:
    content = json.loads(long.file.read_bytes())
    (activity,) = content["activities"].values()
    activity["date"] = "never"
    long.file.write_text(json.dumps(content))
    long.done("add", "seals it again", "--ceus", "1")
    for _ in range(2):
        assert "cannot be read (field date)" in long.done("status").err


def test_a_copy_beside_it_is_said_each_time(long: Ceulog) -> None:
    long.done("status")
    (long.folder / "logbook (1).json").write_bytes(long.file.read_bytes())
    for _ in range(2):
        assert "logbook (1).json" in long.done("status").err


@pytest.mark.parametrize("answer", [7, "x", [], [[], []], [["x"], [7]], {"lines": []}, [["x"], "y"], [["x"]]], ids=repr)
def test_what_is_no_answer_is_worked_out(long: Ceulog, answer: object) -> None:
    first = long.done("status")
    file = long.folder / "remembered" / "status-bars.json"
    kept = json.loads(file.read_bytes())
    file.write_text(json.dumps({**kept, "answer": answer}))
    again = long.done("status")
    assert again == first or answer == [[], []]


def test_what_somebody_put_there_does_not_drive_the_terminal(long: Ceulog) -> None:
    long.done("status")
    file: Path = long.folder / "remembered" / "status-bars.json"
    kept = json.loads(file.read_bytes())
    file.write_text(json.dumps({**kept, "answer": [["\x1b]0;x\x07"], ["\x1b[2J"]]}))
    answer = long.done("status")
    assert "\x1b" not in answer.out + answer.err


@pytest.mark.parametrize("words", [["--search", "ahima"], ["--json"], ["--csv"], ["--trash"]], ids=" ".join)
def test_other_lists_are_made_anew_or_their_own(long: Ceulog, words: list[str]) -> None:
    long.done("list")
    assert not is_remembered(long, "list", *words)
    assert not is_remembered(long, "list", *words)


@pytest.mark.parametrize("answer", [7, [], None, {"text": "x"}], ids=repr)
def test_what_is_no_list_is_made_anew(long: Ceulog, answer: object) -> None:
    first = long.done("list")
    file = long.folder / "remembered" / "list-lines.json"
    file.write_text(json.dumps({**json.loads(file.read_bytes()), "answer": answer}))
    assert long.done("list") == first


def test_a_short_log_is_not_remembered(ceulog: Ceulog) -> None:
    ceulog.done("status")
    assert not (ceulog.folder / "remembered").exists()
