"""How it grows: what a whole log costs to hand over and to take in, beside sqlite3 on the same rows."""

import os
import shutil
import subprocess
import time
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.benchmarks.logs import TODAY, make_log
from tests.benchmarks.rounds import clean, python

IMPORT = "import, checked and durable"
SQLITE = "sqlite3 .import"


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
    started = time.perf_counter()
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(words, env=clean(), stdin=quiet, stdout=quiet, stderr=quiet)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)} ended with {process.returncode}")
    return Cost((time.perf_counter() - started) * 1000, usage.ru_maxrss / 1024)


def _line(name: str, costs: list[Cost], peer: list[Cost]) -> str:
    spent, peak = median(each.milliseconds for each in costs), max(each.peak for each in costs)
    ratios = [mine.milliseconds / other.milliseconds for mine, other in zip(costs, peer, strict=False)]
    beside = f"{median(ratios):>9.2f} x sqlite3" if ratios else ""
    return f"{name:<34}{spent:>10.1f} ms{peak:>8.0f} MiB{beside}"
