"""What counting costs: all progress of a log, and with one more requirement."""

import gc
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

from ceulog.domain.changes import added
from ceulog.domain.state import LogState
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.opening import open_logbook
from tests.benchmarks.logs import TODAY, activities

ROUNDS = 15
MORE = ("CPB", "CRC")
"""Credentials that each add a requirement."""


def _median(work: Callable[[], object]) -> float:
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        work()
        spent.append((time.perf_counter() - started) * 1000)
    return median(spent)


def lines(folder: Path) -> list[str]:
    """Milliseconds of reading the log, of counting it anew, and of counting it after one more entry."""
    logbook: Logbook = open_logbook(folder, TODAY)
    started = time.perf_counter()
    state = logbook.state
    read = (time.perf_counter() - started) * 1000
    gc.freeze()
    one_more = activities(1)[0]._replace(id="one more")

    def anew() -> None:
        logbook.progress(LogState(
            holder=state.holder, memberships=state.memberships, credentials=state.credentials,
            activities=state.activities, ticks=state.ticks,
        ))  # fmt: skip

    def after_one() -> None:
        logbook.progress(state.after(added(one_more).edits))

    logbook.progress()
    found = {"read": read, "counted anew": _median(anew), "after one entry": _median(after_one),
             "counted again": _median(logbook.progress)}  # fmt: skip
    for code in MORE:  # each with a minimum of its own
        more = logbook.supposing([code])
        logbook.progress(more)
        found[f"counted again, with {code} too"] = _median(partial(logbook.progress, more))
    return [f"{name:<34}{spent:>10.1f} ms" for name, spent in found.items()]
