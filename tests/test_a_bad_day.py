"""The real program in a real terminal, ended in the midst of a form: what was typed is offered at the next start."""

import signal
import sys
import time
from pathlib import Path

import pytest

from tests.terminal import PATIENCE, Terminal, in_folder
from tests.test_a_day import ENTER, MONDAY, TUESDAY, command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal of POSIX")

TYPED = "AAPC webinar Wound care coding 1."


def until_kept(terminal: Terminal, folder: Path, words: str) -> None:
    """Wait until the words are on the disk."""
    started = time.monotonic()
    while time.monotonic() - started < PATIENCE:
        if any(words in each.read_text() for each in folder.glob("drafts/*.json")):
            return
        terminal._pump(0.02)
    raise AssertionError(f"{words} never was on the disk")


def ended_in_the_midst(folder: Path, ending: str) -> None:
    """Type into a form, and end the program before it is saved."""
    command(folder, MONDAY, "credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2027-03-31")
    with Terminal(environment=in_folder(folder, MONDAY)) as terminal:
        terminal.until("0 / 36")
        terminal.press("a")
        terminal.until("Add an activity")
        terminal.type(TYPED)
        terminal.until(TYPED)
        if ending == "SIGKILL":  # it is given no time: only what half a second ago stood there is certain
            until_kept(terminal, folder, TYPED)
        terminal.signal(getattr(signal, ending))
        assert terminal.ended() == (-signal.SIGKILL if ending == "SIGKILL" else 0)
    assert any(TYPED in each.read_text() for each in folder.glob("drafts/*.json"))


@pytest.mark.parametrize("ending", ["SIGHUP", "SIGTERM"])
def test_what_was_typed_when_the_terminal_was_closed_is_on_the_disk(tmp_path: Path, ending: str) -> None:
    ended_in_the_midst(tmp_path / "log", ending)


@pytest.mark.parametrize("ending", ["SIGKILL", "SIGTERM"])
def test_what_was_typed_when_the_program_ended_is_offered_and_complete(tmp_path: Path, ending: str) -> None:
    folder = tmp_path / "log"
    ended_in_the_midst(folder, ending)
    with Terminal(environment=in_folder(folder, TUESDAY)) as terminal:
        terminal.until("You were logging “Wound care", "Press a to go on")
        terminal.press("a")
        terminal.until(TYPED, "Your draft")
        terminal.type("5")
        terminal.press(ENTER)
        terminal.settle()
        terminal.press(ENTER)
        terminal.until("Added “Wound care coding”", "1.5 / 36")
        terminal.press("q")
        assert terminal.ended() == 0
    assert list((folder / "drafts").iterdir()) == []
    with Terminal(environment=in_folder(folder, TUESDAY)) as terminal:
        terminal.until("1.5 / 36", "Wound care coding")
        terminal.settle()
        assert "You were logging" not in terminal.text
