"""What differs between two mappings or lists that share nearly all of their values, found without a loop in Python."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count
from operator import is_not
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


def changed(before: Mapping[K, V], after: Mapping[K, V]) -> dict[K, V]:
    """What is new, or not the very same object as before; equal ones that were made anew are among it."""
    return dict(compress(after.items(), map(is_not, map(before.get, after), after.values())))


def gone(before: Mapping[K, V], after: Mapping[K, V]) -> Iterable[K]:
    """The keys that are there no more."""
    return () if before.keys() == after.keys() else before.keys() - after.keys()


def in_common(before: Sequence[V], after: Sequence[V]) -> tuple[int, int]:
    """How many of the very same objects both begin with, and end with; none is in both numbers."""
    shorter = min(len(before), len(after))
    begin = _alike(before, after, shorter)
    return begin, min(_alike(before[::-1], after[::-1], shorter), shorter - begin)


def middles(before: Sequence[V], after: Sequence[V]) -> tuple[Sequence[V], Sequence[V]]:
    """Both without the beginning and the end that they have in common."""
    begin, end = in_common(before, after)
    return before[begin : len(before) - end], after[begin : len(after) - end]


def _alike(before: Sequence[V], after: Sequence[V], shorter: int) -> int:
    return next(compress(count(), map(is_not, before, after)), shorter)
