"""A system that refuses, at every call of every kind of change: the log is as before or as after, and it is said.

`python -m tests.reliability.refusals SEED` prints the figures.
"""

import errno
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from ceulog.domain.refusals import Refusal
from ceulog.logbook.opening import open_logbook
from ceulog.storage.errors import DiskRefused, StorageError
from tests.reliability.deeds import TODAY, Deeds, do, fingerprint
from tests.reliability.soundness import faults, litter

CALLS = ("open", "write", "fsync", "replace", "fchmod", "fstat", "stat", "scandir", "mkdir", "read", "link", "rename")
"""The functions of `os` that a change may go through."""
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EINTR)
MOST_CALLS = 200
"""A change that makes more calls than this has gone round in circles."""


class Refusing:
    """Counts the calls, and refuses one of them and then no more."""

    def __init__(self, turn: int, number: int) -> None:
        self.turn = turn
        self.number = number
        self.made = 0
        self.refused = ""

    def wrap(self, name: str) -> Callable[..., Any]:
        """The function of this name that refuses when its turn has come."""
        real = getattr(os, name)

        def call(*arguments: Any, **options: Any) -> Any:
            self.made += 1
            if self.made == self.turn:
                self.refused = name
                raise OSError(self.number, os.strerror(self.number))
            return real(*arguments, **options)

        return call


@contextmanager
def refusing(turn: int, number: int) -> Iterator[Refusing]:
    """Have one call refused while the block runs: which of them, and with what errno."""
    state = Refusing(turn, number)
    names = [name for name in CALLS if hasattr(os, name)]
    with ExitStack() as patches:
        for name in names:
            patches.enter_context(mock.patch.object(os, name, state.wrap(name)))
        yield state


def run(seed: int, base: Path, deeds: tuple[str, ...] = (), errors: tuple[int, ...] = ERRORS) -> dict[str, object]:
    """Have every call of every kind of change refused once; gives the figures.

    Args:
        seed: of what is in the log.
        base: where the logs are made.
        deeds: the kinds of change; all when empty.
        errors: what the system says.
    """
    figures = {"faults": 0, "told": 0, "went_through": 0, "unconfirmed": 0}
    wrong: list[str] = []
    for name in deeds or tuple(Deeds(base / "names", seed).kinds()):
        for number in errors:
            for turn in range(1, MOST_CALLS):
                refused, outcome, found = _once(base / f"{name}-{number}", name, turn, number, seed)
                if not refused:
                    break
                figures["faults"] += 1
                figures[outcome] += 1
                wrong += [f"{name}, call {turn} ({refused}), {errno.errorcode[number]}: {each}" for each in found]
            else:
                wrong.append(f"{name} makes more than {MOST_CALLS} calls")
    return {**figures, "lost": len(wrong), "wrong": wrong[:60]}


def _once(folder: Path, name: str, turn: int, number: int, seed: int) -> tuple[str, str, list[str]]:
    """Do something with one call refused: the function that refused, how it ended, and what is wrong."""
    deeds = Deeds(folder, seed + turn)
    if not (folder / "logbook.json").exists():
        _lay_the_ground(deeds)
    before = fingerprint(deeds.logbook)
    deed = deeds.prepared(name)
    outcome = "went_through"
    found = []
    with refusing(turn, number) as system:
        try:
            deed()
        except DiskRefused as fault:
            outcome = "unconfirmed" if fault.unconfirmed else "told"
        except (StorageError, Refusal):
            outcome = "told"
        except OSError as fault:
            found.append(f"not said in a sentence: {fault!r}")
            outcome = "told"
    shown = fingerprint(deeds.logbook)
    logbook = open_logbook(folder, TODAY)
    if fingerprint(logbook) != shown:
        found.append("the program shows another log than the disk holds")
    if outcome == "told" and shown != before:
        found.append("it was said not to be saved, and is")
    if name == "merge":
        do(deed)  # which brings the certificates that were not to be read before
    found += faults(logbook)
    deeds.add()
    found += [f"left behind: {each}" for each in litter(folder)]
    return system.refused, outcome, found


def _lay_the_ground(deeds: Deeds) -> None:
    for _ in range(3):
        deeds.add()
    deeds.attach()
    deeds.trash()
    deeds.undo()
    deeds.keep()
    deeds.add()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(run(int(sys.argv[1]), Path(place))))
