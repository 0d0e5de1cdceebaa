"""The terminal itself: asleep and awake, closed, deaf; given back as it was, whatever happens."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import which

import pytest

from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook
from tests.terminal import PATIENCE, Terminal, in_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal and signals of POSIX")

DAY = "2026-11-23"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return a_logbook(tmp_path / "log", a_log(an_activity("1", id="entry"))).folder


@pytest.fixture
def terminal(folder: Path) -> Iterator[Terminal]:
    with Terminal(environment=in_folder(folder, DAY)) as opened:
        opened.until("1 / 36")
        opened.settle()
        yield opened


def comes_true(what: Callable[[], object]) -> None:
    started = time.monotonic()
    while not what():
        assert time.monotonic() - started < PATIENCE
        time.sleep(0.01)


def stopped(pid: int) -> object:
    return os.waitid(os.P_PID, pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT)


def test_asleep_the_shell_has_its_terminal_and_awake_all_is_drawn_anew(terminal: Terminal, folder: Path) -> None:
    shown = terminal.text
    terminal.signal(signal.SIGTSTP)
    comes_true(lambda: stopped(terminal.pid))
    assert terminal.left_behind() == []
    assert "Type fg and press Enter" in terminal.text
    terminal.signal(signal.SIGCONT)
    terminal.until(*shown.splitlines(), gone="Type fg")
    # stopped behind its back, it knows nothing of it; and another program writes meanwhile
    terminal.signal(signal.SIGSTOP)
    comes_true(lambda: stopped(terminal.pid))
    a_logbook(folder / "other", a_log(an_activity("2.5", id="entry")))
    (folder / "other" / "logbook.json").replace(folder / "logbook.json")
    terminal.signal(signal.SIGCONT)
    terminal.until("2.5 / 36")
    terminal.press("q")
    assert terminal.ended() == 0, terminal.last_words[-2000:]
    assert terminal.left_behind() == []


def test_one_that_can_do_nothing_is_drawn_once_and_left_alone(folder: Path) -> None:
    with Terminal(environment=in_folder(folder, DAY) | {"TERM": "dumb"}) as terminal:
        terminal.until("1 / 36")
        terminal.settle()  # it gives up, if Textual goes from one size to another for ever
        terminal.press("q")
        assert terminal.ended() == 0, terminal.last_words[-2000:]


def test_a_terminal_that_is_closed_without_a_word_ends_it(terminal: Terminal) -> None:
    terminal.hang_up()
    comes_true(lambda: not terminal.runs)


def test_it_ends_when_it_is_told_to_though_the_terminal_takes_nothing(terminal: Terminal) -> None:
    for number in range(60):
        terminal.resize(100 + number, 40)  # which is drawn, and never read
        time.sleep(0.02)
    terminal.signal(signal.SIGTERM)
    comes_true(lambda: not terminal.runs)
    assert "line settings" not in terminal.left_behind()


@pytest.mark.skipif(not (which("bash") and which("setsid")), reason="needs a shell with jobs")
def test_ctrl_z_hands_over_to_the_shell_and_fg_comes_back(folder: Path, tmp_path: Path) -> None:
    shell = ("setsid", "--ctty", "--wait", "bash", "--norc", "-i")
    environment = {**in_folder(folder, DAY), "PS1": "shell> ", "HISTFILE": ""}
    with Terminal(environment=environment, command=shell, place=tmp_path) as terminal:
        terminal.until("shell>")
        terminal.press(f"'{sys.executable}' -m ceulog\r")
        terminal.until("1 / 36")
        terminal.settle()
        terminal.press("\x1a")
        terminal.until("Type fg and press Enter", "Stopped", "shell>")
        terminal.press("fg\r")
        terminal.until("1 / 36", gone="shell>")
        terminal.settle()
        terminal.press("q")
        terminal.until("shell>")
        terminal.press("exit\r")
        assert terminal.ended() == 0, terminal.last_words[-2000:]


def test_where_nobody_would_wake_it_ctrl_z_leaves_it_awake(terminal: Terminal) -> None:
    terminal.press("\x1a")
    terminal.until("Nothing here could wake the program again")
    terminal.press("q")
    assert terminal.ended() == 0, terminal.last_words[-2000:]
