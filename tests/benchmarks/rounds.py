"""Programs that take turns, so that a slow moment hits them all: ratios inside each round, medians of all."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from tests.benchmarks.desk import Desk


class Program(NamedTuple):
    """One that takes part."""

    name: str
    run: Callable[[], float]
    """Runs it once; gives milliseconds."""


class Figure(NamedTuple):
    """What came out for one program."""

    name: str
    milliseconds: float
    ratio: float
    """To the first program."""


def race(programs: Sequence[Program], rounds: int) -> list[Figure]:
    """Let all take turns, once for nothing and then so many times."""
    found: dict[str, list[float]] = {each.name: [] for each in programs}
    for number in range(rounds + 1):
        for each in programs:
            spent = each.run()
            if number:
                found[each.name].append(spent)
    first = found[programs[0].name]
    return [
        Figure(name, median(spent), median(mine / base for mine, base in zip(spent, first, strict=True)))
        for name, spent in found.items()
    ]


def table(title: str, figures: Sequence[Figure]) -> str:
    """The figures as lines of text."""
    lines = [f"{each.name:<34}{each.milliseconds:>10.1f} ms{each.ratio:>9.2f} x" for each in figures]
    return "\n".join(["", title, *lines])


def command(name: str, *words: str, environment: Mapping[str, str] | None = None) -> Program:
    """A command line, from its start to its end."""
    surroundings = {**clean(), **(environment or {})}

    def run() -> float:
        started = time.perf_counter()
        subprocess.run(words, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        return (time.perf_counter() - started) * 1000

    return Program(name, run)


def screen(
    name: str, marker: str, *words: str, after: str = "", environment: Mapping[str, str] | None = None
) -> Program:
    """A program of the whole screen, from its start until a text stands on it, be it after something else."""
    surroundings = {**clean(), "TERM": "xterm-256color", **(environment or {})}

    def run() -> float:
        with Desk(words, surroundings) as desk:
            if after:
                desk.until(after)
            return desk.until(marker)

    return Program(name, run)


def clean() -> dict[str, str]:
    """The environment, without what keeps Python from keeping what it compiled."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def python(*words: str) -> tuple[str, ...]:
    """A command line of this Python."""
    return (sys.executable, *words)
