"""Writers that are killed at random moments: `python -m tests.reliability.kills COUNT SEED`, on POSIX alone.

Each is a fork of this program, so that thousands of them take minutes. Before it begins something a writer
says what, and when it is on the disk it says so with the fingerprint of the log. After the kill the log must be
as was said last, or one undo (or redo) away from it: the one change that was on its way.
"""

import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ceulog.logbook.opening import open_logbook
from tests.reliability.deeds import TODAY, Deeds, do, fingerprint
from tests.reliability.soundness import faults, litter

LONGEST = 0.12
"""Seconds that a writer lives at most once it has begun."""
RENEW = 40
"""Kills after which a new folder is taken, so that logs stay small and writers quick."""
SLOW_FSYNC = 0.003
"""Seconds; half of the writers have a disk that is so slow."""


def _write(folder: Path, seed: int, answers: int) -> None:
    """What a writer does, until it is killed."""
    if seed % 2:
        setattr(os, "fsync", _slow(os.fsync))  # noqa: B010 - mypy minds the plain form
    deeds = Deeds(folder, seed)
    os.write(answers, f"ready - {fingerprint(deeds.logbook)}\n".encode())
    for name, deed in deeds.forever():
        os.write(answers, f"begin {name} -\n".encode())
        do(deed)
        os.write(answers, f"done {name} {fingerprint(deeds.logbook)}\n".encode())


def _slow(real: Callable[[int], None]) -> Callable[[int], None]:
    def late(descriptor: int) -> None:
        time.sleep(SLOW_FSYNC)
        real(descriptor)

    return late


@contextmanager
def _writer(folder: Path, seed: int) -> Iterator[tuple[int, int]]:
    """A fork that writes; gives its number and the end of the pipe where its answers come."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.close(reading)
            _write(folder, seed, writing)
        finally:
            os._exit(1)
    os.close(writing)
    try:
        yield pid, reading
    finally:
        os.close(reading)


def _killed(folder: Path, seed: int, seconds: float) -> list[tuple[str, str, str]]:
    """What a writer said before it was killed so many seconds after it began: word, deed, fingerprint."""
    with _writer(folder, seed) as (pid, answers):
        said = os.read(answers, 1 << 16)
        time.sleep(seconds)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        while piece := os.read(answers, 1 << 16):
            said += piece
    whole = said.decode().rpartition("\n")[0]
    return [(word, deed, mark) for word, deed, mark in (line.split() for line in whole.splitlines())]


def run(kills: int, seed: int, base: Path) -> dict[str, object]:
    """Kill so many writers, and more until as many changes were acknowledged; gives the figures."""
    chance = random.Random(seed)
    figures = {"kills": 0, "in_the_middle": 0, "landed_unsaid": 0, "acknowledged": 0}
    wrong: list[str] = []
    for number in range(5 * kills):
        if number >= kills < figures["acknowledged"]:  # on a busy machine many are killed before they said anything
            break
        folder = base / f"log-{number // RENEW}"
        said = _killed(folder, seed * 1_000_000 + number, chance.random() * LONGEST)
        figures["kills"] += 1
        figures["acknowledged"] += sum(word == "done" for word, _, _ in said)
        figures["in_the_middle"] += said[-1][0] == "begin"
        unsaid, found = _judged(folder, said)
        figures["landed_unsaid"] += unsaid
        wrong += [f"kill {number}: {each}" for each in found]
    return {**figures, "lost": len(wrong), "wrong": wrong[:20]}


def _judged(folder: Path, said: list[tuple[str, str, str]]) -> tuple[bool, list[str]]:
    """Whether a change stands that was not acknowledged, and what is wrong."""
    logbook = open_logbook(folder, TODAY)
    found = faults(logbook)
    last = next(mark for word, _, mark in reversed(said) if word in ("done", "ready"))
    unsaid = fingerprint(logbook) != last
    if unsaid and said[-1][0] != "begin":
        found.append(f"an acknowledged change is gone: {said[-1][1]}")
    if unsaid:
        back = logbook.redo if said[-1][1] == "undo" else logbook.undo
        back()
        if fingerprint(logbook) != last:
            found.append(f"half a change stands: {said[-1][1]}")
    Deeds(folder, 7).add()
    found += [f"left behind: {each}" for each in litter(folder)]
    return unsaid, found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), Path(place))))
