"""How far long work is. Whoever is told may raise, which stops it before anything is written."""

from collections.abc import Callable, Iterable, Iterator
from typing import Literal, TypeVar

Step = Literal["rows", "lines", "certificates"]
"""What is being done: rows put together, lines of a workbook filled, certificates read."""
Report = Callable[[Step, int, int], object]
"""Is told now and then which step it is, how many are done, and of how many."""

EVERY = 100
"""Rows between two reports."""
Item = TypeVar("Item")


def silent(step: Step, done: int, whole: int) -> None:
    """A report that nobody hears."""


def told(items: Iterable[Item], whole: int, step: Step, report: Report, *, every: int = EVERY) -> Iterator[Item]:
    """The items, while it is told how many of them there were; each is told of before it comes."""
    for number, item in enumerate(items, 1):
        if number % every == 0:
            report(step, number, whole)
        yield item
