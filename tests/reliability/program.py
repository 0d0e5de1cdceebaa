"""The real program in a real terminal, watched: whether it answers, how it ends, and what it leaves behind."""

import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path

from ceulog.logbook.opening import open_logbook
from ceulog.storage.errors import StorageError
from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook
from tests.reliability.deeds import TODAY, Deeds
from tests.reliability.soundness import faults, litter
from tests.terminal import Terminal, in_folder

ROOT = Path(__file__).parents[2]
SIZE = (100, 30)
LONGEST_ANSWER = 2.0
"""Seconds; what takes longer is counted as slow, on a busy machine without being wrong."""
PATIENCE = 20.0
"""Seconds after which it is stuck."""
ENDS_WELL = (0, 1, 4, 5)
"""Exit codes of a program that was left; all but 0 with a sentence about what could not be saved."""


class Program:
    """One program in one folder, and what becomes of it.

    Args:
        base: an empty folder.
        seed: of all that happens.
    """

    def __init__(self, base: Path, seed: int) -> None:
        self.seed = seed
        self.folder = base / "log"
        self.trouble = base / "trouble"
        self.figures: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.slowest = self.slowest_leaving = 0.0
        self._base = base
        self._wide = False
        self.size = SIZE
        self.well("")
        held = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))
        a_logbook(self.folder, a_log(*(an_activity("1", id=f"entry {number}") for number in range(30)), held=held))
        self.other = Deeds(self.folder, seed)
        self.terminal = self.start()

    # --- the program ---------------------------------------------------------------------------------------

    def start(self) -> Terminal:
        """Run it."""
        home = self._base / "home"
        home.mkdir(exist_ok=True)
        python_path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        where = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home), "PYTHONPATH": python_path}
        terminal = Terminal(
            str(self.trouble), environment={**in_folder(self.folder, str(TODAY)), **where}, columns=SIZE[0],
            rows=SIZE[1], command=(sys.executable, "-m", "tests.reliability.troubled"), place=home,
        )  # fmt: skip
        self.size, self._wide = SIZE, False
        terminal.until("Undo")
        terminal.settle()
        return terminal

    def look(self, step: object) -> None:
        """Note what is wrong after a step; start anew when it has ended."""
        terminal = self.terminal
        if terminal.runs:
            self.answers(step)
        if "Traceback (most recent call last)" in terminal.text:
            terminal.ended()
            terminal.settle()
            self.note(step, f"a traceback:\n{terminal.last_words}")
        if not terminal.runs:
            self.has_ended(step)
            self.terminal = self.start()

    def stuck(self, step: object, what: str) -> None:
        """Note where every thread stands, and end it."""
        self.figures["stuck"] += 1
        self.terminal.signal(signal.SIGUSR1)
        time.sleep(0.5)
        where = self.trouble.with_suffix(".where")
        self.note(step, f"{what}\n{self.terminal.text}\n{where.read_text() if where.exists() else ''}")
        self.terminal.signal(signal.SIGKILL)

    def well(self, words: str = "") -> None:
        """Let the system be as these words say; well when there are none."""
        self.trouble.write_text(words)

    def note(self, step: object, what: str) -> None:
        """Keep what is wrong."""
        self.wrong.append(f"seed {self.seed}, step {self.figures.total()} {step}: {what}")

    def answers(self, step: object) -> None:
        """Drag the corner by a cell: all is drawn anew."""
        while self.terminal._pump(0):
            continue
        self._wide = not self._wide
        began = time.monotonic()
        self.terminal.resize(self.size[0] + self._wide, self.size[1])
        while not self.terminal._pump(0.05) and self.terminal.runs:
            if time.monotonic() - began > PATIENCE:
                self.stuck(step, "it does not answer")
                self.terminal.ended()
                return
        took = time.monotonic() - began
        self.slowest = max(self.slowest, took)
        self.figures["slow"] += took > LONGEST_ANSWER

    def has_ended(self, step: object) -> None:
        """Look how it ended and what it left behind."""
        with self.terminal:
            code = self.terminal.ended()
            self.figures["ended"] += 1
            if code not in ENDS_WELL and code != -signal.SIGKILL:
                self.terminal.settle()
                self.note(step, f"it ended with {code}:\n{self.terminal.last_words[-3000:]}")
            if code != -signal.SIGKILL and (left := self.terminal.left_behind()):
                self.figures["not_restored"] += 1
                self.note(step, f"the terminal was left with {left}")

    def look_at_folder(self) -> None:
        """Note what is wrong with what it has written."""
        try:
            found = faults(open_logbook(self.folder, TODAY))
        except StorageError as fault:
            found = [str(fault)]
        self.other.add()
        found += [f"left behind: {each}" for each in litter(self.folder)]
        self.figures["lost"] += len(found)
        self.wrong += [f"seed {self.seed}: {each}" for each in found]
