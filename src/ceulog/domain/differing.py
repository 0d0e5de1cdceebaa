"""What differs between two mappings that share nearly all of their values, found without a look at each in Python."""

from collections.abc import Iterable, Mapping
from itertools import compress
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
