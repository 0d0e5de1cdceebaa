"""The real program in storms of keys, clicks, sizes, signals and bad luck.

`python -m tests.reliability.screens STORMS SEED [STEPS]` prints the figures, on POSIX alone. After every step the
program must still answer and show no traceback; what it has called added must be in the file; whenever it ends or
sleeps, the terminal must be as a shell needs it.
"""

import json
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path

from ceulog.storage.lock import FolderLock
from tests.reliability.blows import struck
from tests.reliability.deeds import do
from tests.reliability.monkey import ESCAPE, Step, steps
from tests.reliability.program import PATIENCE, SIZE, Program

LEAVING = ("q", "SIGTERM", "SIGHUP", "hang up")


class Storm(Program):
    """A program to which everything happens."""

    _titles = 0

    def step(self, step: Step) -> None:
        """Have something happen, and look whether the program has taken it well."""
        self.figures[step.kind] += 1
        with suppress(OSError):  # it has ended under our hands
            getattr(self, f"_{step.kind}")(step)
        self.look(step)

    # --- what happens --------------------------------------------------------------------------------------

    def _keys(self, step: Step) -> None:
        self.terminal.press(step.what)

    def _text(self, step: Step) -> None:
        pasted = f"\x1b[200~{step.what}\x1b[201~" if len(step.what) > 60 else step.what
        os.write(self.terminal._master, pasted.encode("utf-8", "replace"))
        self.terminal._pump(0.05)

    def _escape(self, _: Step) -> None:
        self.terminal.press(ESCAPE)
        time.sleep(0.12)  # what follows at once would be taken for one key with it

    def _click(self, step: Step) -> None:
        column, row = step.at
        self.terminal.press(*(f"\x1b[<{step.what};{column};{row}{end}" for end in "Mm"))

    def _resize(self, step: Step) -> None:
        # else to ask whether it answers could be to ask for the size that it has, to which nothing answers
        self.size, self._wide = step.at, False
        self.terminal.resize(*step.at)

    def _storm(self, step: Step) -> None:
        for number in range(40):
            self.terminal.resize(20 + (step.at[0] + 37 * number) % 230, 5 + (step.at[1] + 11 * number) % 75)
            self.terminal._pump(0.005)
        self._resize(step)

    def _trouble(self, step: Step) -> None:
        self.well(step.what)

    def _outside(self, step: Step) -> None:
        do(self.other.kinds()[step.what])

    def _blow(self, step: Step) -> None:
        try:
            with struck(self.folder, step.what):
                began = time.monotonic()
                self.terminal.press("d", "u", "\r")
                while time.monotonic() - began < 0.8:
                    self.terminal._pump(0.05)
        except OSError as fault:
            there = [str(each.relative_to(self.folder.parent)) for each in self.folder.rglob("*")]
            self.note(step, f"something stands in the way of what was there: {fault}: {there}")
            raise

    def _sleep(self, step: Step) -> None:
        if self.figures["sleep"] % 2:
            self.terminal.signal(signal.SIGTSTP)
            self._until_stopped()
            if left := self.terminal.left_behind():
                self.figures["not_restored"] += 1
                self.note(step, f"asleep it left the terminal with {left}")
        else:
            self.terminal.signal(signal.SIGSTOP)
            self._until_stopped()
        self.terminal.signal(signal.SIGCONT)
        self.terminal.settle()

    def _until_stopped(self) -> None:
        began = time.monotonic()
        while time.monotonic() - began < PATIENCE and self.terminal.runs:
            if os.waitid(os.P_PID, self.terminal.pid, os.WSTOPPED | os.WNOHANG | os.WNOWAIT):
                return
            self.terminal._pump(0.02)

    # --- an entry, from the key to the disk ----------------------------------------------------------------

    def _log(self, step: Step) -> None:
        """Log something by the form; what a bad day refuses is there still, and can be saved on a better one."""
        if not (title := self._typed()):
            return
        self.figures["typed"] += 1
        bad = {"full", "read-only"} & set(self.trouble.read_text().split())
        self._save(step, title, refused="could not be saved" if bad else "")

    def _lock(self, step: Step) -> None:
        self.well()
        if not (title := self._typed()):
            return
        with FolderLock(self.folder):
            self._save(step, title, refused="is busy", meanwhile=lambda: self.answers(step))

    def _typed(self) -> str:
        """Go to the form and fill it in; gives the title, or nothing where there is no way to it."""
        self._resize(Step("resize", at=SIZE))
        for _ in range(8):
            self._escape(Step("escape"))
            self.terminal.press("a")
            if self._comes("Add an activity", within=4.0):
                break
        else:
            return ""
        if "Your draft" in self.terminal.text:
            self.terminal.press("\x0e")
            self.terminal.settle()
        self._titles += 1
        title = f"storm {self.seed} number {self._titles}"
        line = f"AAPC webinar {title} 1.5 2026-03-02"
        self.terminal.type(line)
        return title if self._comes(f" {line}") and "Add an activity" in self.terminal.text else ""

    def _save(self, step: Step, title: str, *, refused: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.terminal.press("\r")
        self.terminal.settle()
        self.terminal.press("\r")
        if refused:
            meanwhile()
            if not self._comes(refused, within=PATIENCE) or not self._comes(title):
                self.note(step, f"“{title}” was refused, and is not there to be saved again:\n{self.terminal.text}")
                return
            self.figures["refusals"] += 1
            return
        if not self._comes(f"Added “{title}", within=PATIENCE):
            self.note(step, f"“{title}” was neither added nor refused:\n{self.terminal.text}")
            return
        self.figures["acknowledged"] += 1
        stored = json.loads((self.folder / "logbook.json").read_bytes())["activities"].values()
        if title not in {each["title"] for each in stored}:
            self.figures["lost"] += 1
            self.note(step, f"“{title}” was called added, and is not in the file")

    def _comes(self, words: str, within: float = 2.0) -> bool:
        began = time.monotonic()
        while time.monotonic() - began < within:
            if words in self.terminal.text:
                return True
            self.terminal._pump(0.05)
        return False

    # --- the end -------------------------------------------------------------------------------------------

    def end(self, how: str) -> None:
        """Leave it one way or another; note what is wrong with it and with the folder."""
        self.well("")
        self._resize(Step("resize", at=SIZE))
        if how == "q":
            self._leave_by_key()
        elif how == "hang up":
            self.terminal.hang_up()
        else:
            self.terminal.signal(getattr(signal, how))
        began = time.monotonic()
        while self.terminal.runs and (took := time.monotonic() - began) < PATIENCE:
            if how == "hang up":
                time.sleep(0.02)
            else:
                self.terminal._pump(0.02)
            self.slowest_leaving = max(self.slowest_leaving, took)
        if self.terminal.runs:
            self.stuck(None, f"{how} does not end it")
        if how == "hang up":
            self.terminal.__exit__(None, None, None)
        else:
            self.has_ended(Step("end", how))
        self.look_at_folder()

    def _leave_by_key(self) -> None:
        for _ in range(8):
            with suppress(OSError):
                self._escape(Step("escape"))
                self.terminal.press("q")
            self.terminal.settle()
            if not self.terminal.runs:
                return


@contextmanager
def a_storm(seed: int) -> Iterator[Storm]:
    """A program to be shaken, in a folder of its own."""
    with tempfile.TemporaryDirectory() as place:
        storm = Storm(Path(place), seed)
        try:
            yield storm
        finally:
            if storm.terminal._master >= 0:
                storm.terminal.__exit__(None, None, None)


def run(storms: int, seed: int, length: int = 150) -> dict[str, object]:
    """So many storms of so many steps each; gives the figures."""
    figures: Counter[str] = Counter()
    wrong: list[str] = []
    slowest = leaving = 0.0
    for number in range(storms):
        with a_storm(seed + number) as storm:
            for step in islice(steps(seed + number), length):
                storm.step(step)
            storm.end(LEAVING[(seed + number) % len(LEAVING)])
        print(number, json.dumps(dict(storm.figures)), *storm.wrong, sep="\n", file=sys.stderr, flush=True)
        figures += storm.figures
        wrong += storm.wrong
        slowest, leaving = max(slowest, storm.slowest), max(leaving, storm.slowest_leaving)
    bad = {name: figures.pop(name, 0) for name in ("stuck", "not_restored", "lost")}
    times = {"slowest_answer_ms": round(slowest * 1000), "slowest_leaving_ms": round(leaving * 1000)}
    return {"storms": storms, **figures, **times, **bad, "wrong": wrong}


if __name__ == "__main__":
    print(json.dumps(run(*map(int, sys.argv[1:]))))
