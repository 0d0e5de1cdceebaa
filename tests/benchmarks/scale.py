"""How it grows: what a whole log costs to hand over and to take in, beside sqlite3 on the same rows."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.logs import TODAY, make_log
from tests.benchmarks.rounds import clean, python

IMPORT = "import, checked and durable"
SQLITE = "sqlite3 .import"


_SMALL = """
import os, sys, time
quiet = [(os.POSIX_SPAWN_OPEN, each, os.devnull, os.O_RDWR, 0) for each in range(3)]
started = time.perf_counter()
process = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, usage = os.wait4(process, 0)
print(status, (time.perf_counter() - started) * 1000, usage.ru_maxrss)
"""
"""Starts a program and measures it. The kernel counts the memory of whoever starts one as that one's own, at first."""


class Cost(NamedTuple):
    """Of one run of a program."""

    milliseconds: float
    peak: float
    """Memory, in MiB."""


def lines(folder: Path, rounds: int) -> list[str]:
    """Milliseconds and MiB of an export of all, of its import into an almost empty log, and of a second import."""
    rows, almost_empty = folder.parent / "rows.csv", make_log(folder.parent / "almost-empty", 1)
    copy, database = folder.parent / "copy", folder.parent / "rows.db"
    found: dict[str, list[Cost]] = {"export": [], IMPORT: [], "import again, nothing new": [], SQLITE: []}
    for _ in range(rounds):
        rows.unlink(missing_ok=True)
        found["export"].append(_cost(*_ours(folder, "export", str(rows), "--cycle", "all")))
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(almost_empty, copy)
        found[IMPORT].append(_cost(*_ours(copy, "import", str(rows))))
        found["import again, nothing new"].append(_cost(*_ours(copy, "import", str(rows))))
        if shutil.which("sqlite3"):
            database.unlink(missing_ok=True)
            found[SQLITE].append(_cost("sqlite3", str(database), f".import --csv {rows} log"))
    return [_line(name, costs, found[SQLITE]) for name, costs in found.items() if costs]


def _ours(folder: Path, *words: str) -> tuple[str, ...]:
    return python("-m", "ceulog", "--log", str(folder), "--today", TODAY.isoformat(), *words)


def _cost(*words: str) -> Cost:
    printed = subprocess.run(
        (sys.executable, "-I", "-S", "-c", _SMALL, *words), env=clean(), capture_output=True, check=True
    )
    status, milliseconds, peak = printed.stdout.split()
    if int(status):
        raise RuntimeError(f"{' '.join(words)} ended with {os.waitstatus_to_exitcode(int(status))}")
    return Cost(float(milliseconds), float(peak) / 1024)


def _line(name: str, costs: list[Cost], peer: list[Cost]) -> str:
    spent, peak = median(each.milliseconds for each in costs), max(each.peak for each in costs)
    ratios = [mine.milliseconds / other.milliseconds for mine, other in zip(costs, peer, strict=False)]
    beside = f"{median(ratios):>9.2f} x sqlite3" if ratios else ""
    return f"{name:<34}{spent:>10.1f} ms{peak:>8.0f} MiB{beside}"
