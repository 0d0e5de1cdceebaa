"""The real program in a real terminal: after the first picture nothing else is seen until somebody does something."""

import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pyte
import pytest
from pyte.screens import Char

from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook
from tests.terminal import PATIENCE, Terminal, in_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal of POSIX")

DAY = "2026-11-23"
SHOWN = b"\x1b[?2026l"
"""What ends the first picture."""
ENTER, LEAVE = b"\x1b[?1049h", b"\x1b[?1049l"
LISTENS = b"\x1b[?1003h"
"""What Textual writes when it starts: it wants to know of the mouse."""
STEP = 64
"""Bytes between two looks at the screen."""
MEDDLING = ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "COLUMNS", "LINES", "COLORFGBG")
"""What a test's own environment may say."""


class Recorder(Terminal):
    """A terminal that keeps all that is written to it."""

    taken = b""

    def _take(self, data: bytes) -> None:
        self.taken += data
        super()._take(data)

    def until_written(self, what: bytes, behind: bytes = b"") -> None:
        started = time.monotonic()
        while what not in (self.taken.partition(behind)[2] if behind else self.taken):
            assert time.monotonic() - started < PATIENCE
            self._pump(0.02)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in MEDDLING:
        monkeypatch.delenv(name, raising=False)
    activities = (an_activity("1", id=f"entry-{number}", title=f"Webinar {number}") for number in range(70))
    return a_logbook(tmp_path / "log", a_log(*activities)).folder


def looks(written: bytes, columns: int, rows: int) -> Iterator[list[list[object]]]:
    """What is seen after the first picture, and after each further step."""
    screen = pyte.Screen(columns, rows)
    stream = pyte.ByteStream(screen)
    end = written.index(SHOWN) + len(SHOWN)
    stream.feed(written[:end])
    yield seen(screen)
    for start in range(end, len(written), STEP):
        stream.feed(written[start : start + STEP])
        yield seen(screen)


def seen(screen: pyte.Screen) -> list[list[object]]:
    return [[_cell(screen.buffer[y][x]) for x in range(screen.columns)] for y in range(screen.lines)]


def _cell(cell: Char) -> object:
    if cell.data == " " and not cell.reverse:
        return " ", cell.bg, cell.underscore
    return cell


def all_written(environment: dict[str, str], columns: int = 80, rows: int = 24) -> bytes:
    """What is written until the app listens and is at rest; it is left then."""
    with Recorder(environment=environment, columns=columns, rows=rows) as terminal:
        terminal.until_written(SHOWN)
        assert "Webinar" in terminal.text
        terminal.until_written(LISTENS)
        terminal.until_written(b"Webinar", behind=LISTENS)  # Textual has drawn it too
        terminal.settle()
        written = terminal.taken
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.left_behind() == []
    assert written.count(ENTER) == 1
    return written


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (170, 50)], ids=str)
@pytest.mark.parametrize("colors", ["truecolor", ""], ids=["true color", "256 colors"])
def test_nothing_but_the_first_picture_is_seen_until_a_key(folder: Path, size: tuple[int, int], colors: str) -> None:
    written = all_written({**in_folder(folder, DAY), "COLORTERM": colors}, *size)
    first, *others = looks(written, *size)
    assert all(each == first for each in others)


@pytest.fixture
def long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a log above a MiB."""
    for name in MEDDLING:
        monkeypatch.delenv(name, raising=False)
    activities = (an_activity("1", id=f"e{n}", title=f"Webinar {n}", notes="circulation " * 830) for n in range(120))
    return a_logbook(tmp_path / "log", a_log(*activities)).folder


def test_of_a_long_log_the_picture_of_the_last_start_is_seen_until_a_key(long: Path) -> None:
    pictures = []
    for _ in range(2):
        first, *others = looks(all_written(in_folder(long, DAY)), 80, 24)
        assert all(each == first for each in others)
        pictures.append(first)
        assert (long / "remembered" / "picture.json").exists()
    assert pictures[0] == pictures[1]


def test_a_log_that_was_torn_is_said_though_its_picture_is_remembered(long: Path) -> None:
    all_written(in_folder(long, DAY))
    data = (long / "logbook.json").read_bytes()
    (long / "logbook.json").write_bytes(data[:-7])
    with Recorder(environment=in_folder(long, DAY)) as terminal:
        assert terminal.ended() == 3
        assert ENTER not in terminal.taken
        assert "is damaged" in terminal.text


def test_what_is_typed_before_the_app_is_there_is_not_lost(folder: Path) -> None:
    with Recorder(environment=in_folder(folder, DAY)) as terminal:
        terminal.until_written(SHOWN)
        terminal.press("?")
        assert not terminal.taken.partition(SHOWN)[2].startswith(b"?")
        terminal.until("Put the selected entry right")
        terminal.press("\x1b")
        terminal.until("Webinar")
        terminal.settle()
        terminal.press("q")
        assert terminal.ended() == 0


@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_the_terminal_is_given_back_when_it_ends_before_the_app_is_there(folder: Path, number: str) -> None:
    with Recorder(environment=in_folder(folder, DAY)) as terminal:
        terminal.until_written(SHOWN)
        terminal.signal(getattr(signal, number))
        terminal.ended()
        assert LEAVE in terminal.taken
        assert LISTENS not in terminal.taken
        assert terminal.left_behind() == []


@pytest.mark.parametrize("other", [{"NO_COLOR": "1"}, {"LC_ALL": "C", "LANG": "C"}], ids=str)
def test_where_it_is_not_certain_there_is_no_first_picture(folder: Path, other: dict[str, str]) -> None:
    with Recorder(environment={**in_folder(folder, DAY), **other}) as terminal:
        terminal.until("Webinar")
        assert terminal.taken.index(LISTENS) < terminal.taken.index(b"Webinar")
        terminal.settle()
        terminal.press("q")
        assert terminal.ended() == 0
        assert terminal.left_behind() == []
