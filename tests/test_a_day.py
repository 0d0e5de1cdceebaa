"""A day with the real program in a real terminal, from the first start to the exported CSV."""

import csv
import io
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tinydb import TinyDB

from tests.terminal import Terminal, in_folder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal of POSIX")

ENTER, TAB, ESCAPE = "\r", "\t", "\x1b"
MONDAY, TUESDAY = "2026-11-23", "2026-11-24"


def command(folder: Path, today: str, *arguments: str) -> str:
    """Run the command line beside the open app; gives what it printed."""
    environment = {**os.environ, **in_folder(folder, today)}
    done = subprocess.run(
        [sys.executable, "-m", "ceulog", *arguments], env=environment, capture_output=True, check=True
    )
    return done.stdout.decode()


def enter(terminal: Terminal, text: str) -> None:
    """Type into a field and go on."""
    terminal.type(text)
    terminal.until(text)
    terminal.settle()
    terminal.press(ENTER)
    terminal.settle()


def first_start(terminal: Terminal, folder: Path) -> None:
    """Go through the wizard with a CCS; a CPC comes from the command line beside it."""
    terminal.until("Step 1 of 3")
    enter(terminal, "CCS")
    terminal.until("[x] CCS")
    terminal.press(TAB)  # on to its award date
    terminal.settle()
    enter(terminal, "2020-02-03")
    terminal.press(ENTER)
    terminal.until("Step 2 of 3")
    enter(terminal, "12/31/2026")  # on to the first day, which is filled in
    terminal.press(ENTER)
    terminal.settle()
    terminal.press(ENTER)
    terminal.until("Step 3 of 3")
    command(folder, MONDAY, "credential", "add", "CPC", "--earned", "2019-05-14", "--cycle-end", "2027-03-31")
    terminal.settle()
    terminal.press(ENTER)
    terminal.until("Add an activity")


def test_a_day_from_the_first_start_to_the_audit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "log"
    with Terminal(environment=in_folder(folder, MONDAY)) as terminal:
        first_start(terminal, folder)
        line = "AHIMA webinar Wound care coding 1.5 yesterday"
        before = terminal.keystrokes
        terminal.type(line)
        terminal.until("Wound care coding", "→ 1.5")
        terminal.press(ENTER)
        terminal.settle()
        terminal.press(ENTER)
        terminal.until("Added “Wound care coding”", "1.5 / 36", "1.5 / 20")
        strokes = terminal.keystrokes - before
        assert strokes == len(line) + 2

        terminal.press("d")
        terminal.until("Deleted “Wound care coding”", "0 / 36")
        terminal.press("u")
        terminal.until("Took back: deleted", "1.5 / 36")

        terminal.press("\x1b[Z")  # from the log over the filter to the bars
        terminal.settle()
        terminal.press("\x1b[Z")
        terminal.settle()
        terminal.until("» ")
        if "» CCS" not in terminal.text:  # whichever bar was there first is selected
            terminal.press("\x1b[B")
        terminal.until("» CCS")
        terminal.press("s")
        terminal.until("[x] self-assessment")

        began = time.monotonic()
        added = command(folder, MONDAY, "add", "From another window", "--ceus", "2", "--for", "AAPC").strip()
        command_took = time.monotonic() - began
        seen_after = terminal.until("3.5 / 36")
        assert seen_after < 1.0
        terminal.press("q")
        assert terminal.ended() == 0

    with Terminal(environment=in_folder(folder, TUESDAY)) as terminal:
        terminal.until("3.5 / 36", "From another window")
        terminal.press("u")
        terminal.until("Took back: added “From another", "1.5 / 36")
        terminal.press("\x12")  # ctrl+r
        terminal.until("Did again", "3.5 / 36")
        terminal.press("q")
        assert terminal.ended() == 0

    titles_and_rows_are_right(folder, added)
    with capsys.disabled():
        print(
            f"\na webinar in {strokes} keystrokes ({len(line)} of them its line); an entry of another process "
            f"on the screen {seen_after:.2f} s after its command ended ({command_took:.2f} s)"
        )


def titles_and_rows_are_right(folder: Path, added: str) -> None:
    """What is on the disk, by json, by the exported CSV and by plain TinyDB."""
    stored = json.loads((folder / "logbook.json").read_text())
    assert {each["title"] for each in stored["activities"].values()} == {"Wound care coding", "From another window"}
    assert added in {each["id"] for each in stored["activities"].values()}
    rows = list(csv.DictReader(io.StringIO(command(folder, TUESDAY, "export", "-"), newline="")))
    counted = {(row["title"], row["credential"], row["ceus_applied"]) for row in rows if row["counts"] == "Y"}
    assert counted == {
        ("Wound care coding", "CPC", "1.5"), ("Wound care coding", "CCS", "1.5"), ("From another window", "CPC", "2"),
    }  # fmt: skip
    with TinyDB(folder / "logbook.json") as plain:
        assert len(plain.table("activities").all()) == 2
