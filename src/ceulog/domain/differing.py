"""What differs between two mappings or lists that share nearly all of their values, found without a loop in Python."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import compress, count, islice
from operator import is_not
from typing import TypeVar

from ceulog.domain.named import NamedTuple

K = TypeVar("K")
V = TypeVar("V")


class Common(NamedTuple):
    """How many of the very same objects two lists begin with, and end with; none is in both numbers."""

    begin: int
    end: int

    def middle(self, items: Sequence[V]) -> Sequence[V]:
        """One of the two without what they have in common."""
        return items[self.begin : len(items) - self.end]

    def carried(self, values: Sequence[V], fresh: Iterable[V]) -> list[V]:
        """A value of each item of the second list.

        Args:
            values: those of the items of the first.
            fresh: those of the second one's middle, which may go by nothing outside it.
        """
        return [*values[: self.begin], *fresh, *values[len(values) - self.end :]]


def in_common(before: Sequence[V], after: Sequence[V]) -> Common:
    """What two lists have in common at both ends."""
    shorter = min(len(before), len(after))
    begin = _alike(before, after, shorter)
    return Common(begin, _alike(reversed(before), reversed(after), shorter - begin))


def differing(before: Mapping[K, V], after: Mapping[K, V]) -> tuple[dict[K, V], dict[K, V]]:
    """What went, and what came: the items whose very same key and value are not in the other.

    A key that is in both has another value in either, be it an equal one that was made anew.
    """
    keys, values = in_common([*before], [*after]), in_common([*before.values()], [*after.values()])
    begin, end = map(min, keys, values)
    went, came = (dict(islice(each.items(), begin, len(each) - end)) for each in (before, after))
    if went and came:
        for key in [key for key, value in came.items() if key in went and went[key] is value]:
            del went[key], came[key]
    return went, came


def _alike(before: Iterable[V], after: Iterable[V], most: int) -> int:
    return next(compress(count(), map(is_not, islice(before, most), after)), most)
