"""Writers at the same time, one of which dies with the lock, and then anything that can be done beside an open log:
`python -m tests.reliability.together N EACH`.

POSIX alone: each writer is a fork of this program.
"""

import json
import os
import select
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from ceulog.logbook.opening import open_logbook
from ceulog.storage.errors import LogbookBusy
from ceulog.storage.lock import FolderLock
from tests.reliability.deeds import TODAY, Deeds, do, fingerprint
from tests.reliability.soundness import faults, litter

KINDS = ("add", "attach", "import", "edit")


def _fork(work: Callable[[int], None]) -> tuple[int, int]:
    """Run something in a fork; gives its number and the end of the pipe that it answers into."""
    reading, writing = os.pipe()
    pid = os.fork()
    if not pid:
        try:
            os.close(reading)
            work(writing)
            os._exit(0)
        finally:
            os._exit(1)
    os.close(writing)
    return pid, reading


def _writer(folder: Path, seed: int, each: int) -> Callable[[int], None]:
    def work(answers: int) -> None:
        deeds, longest, busy = Deeds(folder, seed), 0.0, 0
        for number in range(each):
            began = time.monotonic()
            busy += _tried(deeds.kinds()[KINDS[number % len(KINDS)]])
            longest = max(longest, time.monotonic() - began)
        os.write(answers, json.dumps([len(deeds.logged), longest, busy]).encode())

    return work


def _tried(deed: Callable[[], object]) -> int:
    """Do it as often as it takes; gives how often others were writing for so long that it was refused."""
    refused = 0
    while True:
        try:
            do(deed)
        except LogbookBusy:
            refused += 1
        else:
            return refused


def _anything(folder: Path, seed: int, each: int) -> Callable[[int], None]:
    """Does all that can be done, in any order: what is there afterwards nobody knows, but it is whole."""

    def work(answers: int) -> None:
        deeds = Deeds(folder, seed)
        for _, (_, deed) in zip(range(each), deeds.forever(), strict=False):
            _tried(deed)
            if deeds.logbook.is_overtaken:
                raise AssertionError("a writer went back behind another")
        os.write(answers, b"done")

    return work


def _watched(folder: Path, writers: int, each: int) -> list[str]:
    """What is wrong after such writers, beside a log that was open and looked at all the time."""
    watching = open_logbook(folder, TODAY)
    running = [_fork(_anything(folder, 1000 + seed, each)) for seed in range(writers)]
    wrong = []
    for pid, answers in running:
        while not select.select([answers], [], [], 0.02)[0]:
            watching.refresh()
        if os.read(answers, 16) != b"done":
            wrong.append("a writer of anything ended in the midst")
        os.close(answers)
        os.waitpid(pid, 0)
    if fingerprint(watching) != fingerprint(open_logbook(folder, TODAY)):
        wrong.append("an open log shows another one than there is")
    return [*wrong, *faults(watching)]


def _victim(folder: Path) -> Callable[[int], None]:
    def work(_: int) -> None:
        with FolderLock(folder, wait_seconds=60):
            os.kill(os.getpid(), signal.SIGKILL)

    return work


def run(writers: int, each: int, base: Path) -> dict[str, object]:
    """Have so many writers make so many changes each; gives the figures."""
    folder = base / "log"
    Deeds(folder, 0).add()
    running = [_fork(_writer(folder, seed, each)) for seed in range(1, writers + 1)]
    victim, pipe = _fork(_victim(folder))
    os.waitpid(victim, 0)
    os.close(pipe)
    wrong: list[str] = []
    logged, longest, busy = 1, 0.0, 0
    for pid, answers in running:
        said = os.read(answers, 1 << 16)
        os.close(answers)
        _, status = os.waitpid(pid, 0)
        if status or not said:
            wrong.append(f"a writer ended with {status}")
            continue
        entries, waited, refused = json.loads(said)
        logged, longest, busy = logged + entries, max(longest, waited), busy + refused
    logbook = open_logbook(folder, TODAY)
    if (there := len(logbook.state.activities)) != logged:
        wrong.append(f"{logged} entries were logged, {there} are there")
    wrong += faults(logbook)
    wrong += _watched(folder, writers, each)
    Deeds(folder, writers + 1).add()
    wrong += [f"left behind: {each}" for each in litter(folder)]
    return {
        "writers": writers, "entries": logged, "killed_with_the_lock": 1,
        "busy": busy, "longest_change_ms": round(longest * 1000), "lost": len(wrong), "wrong": wrong[:20],
    }  # fmt: skip


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        print(json.dumps(run(int(sys.argv[1]), int(sys.argv[2]), Path(place))))
