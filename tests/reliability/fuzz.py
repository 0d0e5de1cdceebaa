"""Input that nobody should trust, made wrong in thousands of ways, on POSIX alone.

`python -m tests.reliability.fuzz CASES SEED [TARGET ...]` prints the figures.

Of each target of `targets` so many cases are run, each within its time; the figures of it are cases, tracebacks
(what was raised, or broken of what is promised), hangs, the slowest in milliseconds, and how many MiB the memory
grew. `guided` looks for cases that reach new code.
"""

import json
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from random import Random
from typing import Any

from tests.reliability.desk import Desk, without_fsync
from tests.reliability.targets import TARGETS, Target

LIMIT = 5.0
"""Seconds for a case, on a slow machine; most take milliseconds."""
MOST_MEMORY = 400
"""MiB that the program may grow by in all cases of a target."""
SHOWN = 8


class Hang(BaseException):
    """A case took too long; nothing in the program catches this."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `Hang` in what takes longer."""

    def ring(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


class Fuzzed:
    """The figures of one target."""

    def __init__(self) -> None:
        self.cases = self.tracebacks = self.hangs = 0
        self.slowest = 0.0
        self.wrong: dict[str, str] = {}
        """Where it went wrong -> the first case that did."""

    def one(self, target: Target, desk: Desk, data: bytes, chance: Random) -> None:
        """Run a case."""
        self.cases += 1
        desk.fresh()
        started = time.perf_counter()
        try:
            with within(LIMIT):
                target.run(desk, data, chance)
        except Hang:
            self.hangs += 1
            self._note(f"hangs at {_place(sys.exc_info()[2])}", data)
        except Exception as fault:
            self.tracebacks += 1
            self._note(f"{type(fault).__name__} at {_place(fault.__traceback__)}: {str(fault)[:160]}", data)
        taken = time.perf_counter() - started
        if taken > max(1, self.slowest) and (kept := os.environ.get("FUZZ_KEEP")):
            Path(kept, f"slow-{taken:.1f}.bin").write_bytes(data)
        self.slowest = max(self.slowest, taken)

    def _note(self, what: str, data: bytes) -> None:
        self.wrong.setdefault(what.partition(": ")[0], f"{what} <- {data[:300]!r}")
        if kept := os.environ.get("FUZZ_KEEP"):
            Path(kept, f"{abs(hash(what))}.bin").write_bytes(data)


def _place(trace: Any) -> str:
    frames = [
        each for each in traceback.extract_tb(trace) if "ceulog" in each.filename or "reliability" in each.filename
    ]
    return " < ".join(f"{Path(each.filename).name}:{each.lineno}" for each in reversed(frames[-3:]))


def run(name: str, cases: int, seed: int, desk: Desk) -> dict[str, object]:
    """Run so many cases of a target; gives the figures."""
    target = TARGETS[name]
    chance = Random(f"{name} {seed}")
    found = Fuzzed()
    desk.fresh()
    seeds = list(target.seeds(desk))
    for each in seeds:
        found.one(target, desk, each, chance)
    before = _memory()
    while found.cases < cases:
        found.one(target, desk, target.mutate(chance, seeds), chance)
    grown = _memory() - before
    lost = found.tracebacks + found.hangs + (grown > MOST_MEMORY)
    return {
        "cases": found.cases, "tracebacks": found.tracebacks, "hangs": found.hangs,
        "slowest_ms": round(found.slowest * 1000), "grown_mib": grown, "lost": lost,
        "wrong": list(found.wrong.values())[:SHOWN],
    }  # fmt: skip


def main(arguments: list[str]) -> None:
    """Print the figures by target as a line of JSON."""
    with tempfile.TemporaryDirectory() as place, without_fsync():
        desk = Desk(Path(place) / "desk")
        with chdir(desk.folder):
            cases, seed, *names = arguments
            whole = {name: run(name, int(cases), int(seed), desk) for name in names or TARGETS}
    print(json.dumps(whole))


if __name__ == "__main__":
    main(sys.argv[1:])
