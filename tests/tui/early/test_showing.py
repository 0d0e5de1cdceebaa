"""The first picture is only a picture: where it fails, the app opens all the same, and draws its first frame itself."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from ceulog.domain.changes import added
from ceulog.logbook import reader
from ceulog.logbook.opening import open_logbook
from ceulog.settings.values import Settings
from tests.builders import TODAY, a_log, an_activity
from tests.tui.host import a_logbook

if sys.platform == "win32":
    pytest.skip("a pseudo-terminal of POSIX", allow_module_level=True)

import termios

from ceulog.tui.early import conditions, picture, terminal
from ceulog.tui.early.rows import Row
from ceulog.tui.early.showing import early_screen
from ceulog.tui.early.terminal import EarlyScreen

ENVIRONMENT = {"TERM": "xterm", "COLORTERM": "truecolor"}
USUAL = Settings(glyphs="unicode")


@pytest.fixture
def keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """A terminal of 80 x 24 as the program's own; gives the descriptor of its keys."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    with os.fdopen(theirs, "r+b", buffering=0) as file:
        for name in ("__stdin__", "__stdout__", "__stderr__"):
            monkeypatch.setattr(sys, name, file)
        yield theirs
    os.close(ours)


def shows(folder: Path) -> bool:
    """Whether a picture stands on the terminal."""
    logbook = a_logbook(folder, a_log(an_activity("1")))
    with early_screen(logbook, USUAL, ENVIRONMENT, demo=False, faults=()) as early:
        return early is not None


def opened(folder: Path, settings: Settings = USUAL, **environment: str) -> EarlyScreen:
    """The first picture of a log, as a start shows and keeps it."""
    logbook = open_logbook(folder, TODAY)
    with early_screen(logbook, settings, ENVIRONMENT | environment, demo=False, faults=()) as early:
        assert early is not None
        early.keep()
        return early


def fail_once(monkeypatch: pytest.MonkeyPatch, where: object, name: str, fault: type[BaseException]) -> None:
    """Have a function raise when it is called for the first time."""
    as_ever = getattr(where, name)

    def fails(*_: object) -> None:
        monkeypatch.setattr(where, name, as_ever)
        raise fault

    monkeypatch.setattr(where, name, fails)


def test_it_is_shown_and_taken_away_again(tmp_path: Path, keys: int) -> None:
    before = termios.tcgetattr(keys)
    assert shows(tmp_path)
    assert termios.tcgetattr(keys) == before


@pytest.mark.parametrize(
    ("where", "name"),
    [(conditions, "is_usual"), (picture, "picture"), (terminal, "sequence_of"), (terminal, "_write")],
    ids=lambda it: str(getattr(it, "__name__", it)),
)
def test_a_fault_that_nobody_foresaw_leaves_it_to_the_app(
    tmp_path: Path, keys: int, monkeypatch: pytest.MonkeyPatch, where: object, name: str
) -> None:
    before = termios.tcgetattr(keys)
    fail_once(monkeypatch, where, name, ZeroDivisionError)
    assert not shows(tmp_path)
    assert termios.tcgetattr(keys) == before


def test_whoever_ends_it_is_not_held_up(tmp_path: Path, keys: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = termios.tcgetattr(keys)
    fail_once(monkeypatch, terminal, "_write", KeyboardInterrupt)
    with pytest.raises(KeyboardInterrupt):
        shows(tmp_path)
    assert termios.tcgetattr(keys) == before


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What is drawn, where every log is long."""
    monkeypatch.setattr(reader, "LONG", 0)
    found: list[object] = []

    def take_note(rows: Sequence[Row]) -> str:
        found.append(rows)
        return ""  # nobody takes from that terminal what is written to it

    monkeypatch.setattr(terminal, "sequence_of", take_note)
    return found


@pytest.mark.usefixtures("keys")
def test_of_a_long_log_it_is_shown_before_the_log_is_read(tmp_path: Path, drawn: list[object]) -> None:
    a_logbook(tmp_path, a_log(an_activity("1")))
    assert opened(tmp_path).view is not None
    assert opened(tmp_path).view is None
    assert drawn[0] == drawn[1]


@pytest.mark.usefixtures("keys")
def test_what_is_remembered_is_of_this_log_and_this_terminal(tmp_path: Path, drawn: list[object], keys: int) -> None:
    logbook = a_logbook(tmp_path, a_log(an_activity("1")))
    opened(tmp_path)
    logbook.change(added(an_activity("2", title="Another one")))
    assert opened(tmp_path).view is not None
    assert drawn[0] != drawn[1]
    for settings, environment in (
        (USUAL._replace(theme="light"), {}), (USUAL._replace(date_style="iso"), {}), (USUAL, {"COLORFGBG": "0;15"}),
        (USUAL, {"UNICODE_VERSION": "9"}), (USUAL, {"COLORTERM": "", "TERM": "xterm-256color"}),
    ):  # fmt: skip
        assert opened(tmp_path).view is None
        assert opened(tmp_path, settings, **environment).view is not None
        opened(tmp_path)  # of the last one alone the picture is kept
    termios.tcsetwinsize(keys, (30, 100))
    assert opened(tmp_path).view is not None
    assert opened(tmp_path).view is None


@pytest.mark.usefixtures("keys")
def test_nothing_is_kept_of_a_file_that_another_program_wrote(tmp_path: Path, drawn: list[object]) -> None:
    a_logbook(tmp_path, a_log(an_activity("1")))
    file = tmp_path / "logbook.json"
    file.write_bytes(file.read_bytes() + b"\n")
    assert opened(tmp_path).view is not None
    assert opened(tmp_path).view is not None
    assert len(drawn) == 2
