"""Where a log differs from one before it."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.differing import Common
from ceulog.domain.named import NamedTuple

K = TypeVar("K")
V = TypeVar("V")

Step = tuple[Activity | None, Activity | None]
"""An activity before and after a change: None before when it is new, None after when it goes."""

Place = tuple[dt.date, str]
"""As `chronological` sorts."""


class Span(NamedTuple):
    """From the first to the last place at which two logs differ; both are in it."""

    first: Place
    last: Place

    def common(self, before: Sequence[Activity], after: Sequence[Activity]) -> Common:
        """What two lists by date have in common that hold, of either log, the activities of the same kind."""
        begin = bisect_left(before, self.first, key=chronological)
        return Common(begin, len(after) - bisect_right(after, self.last, key=chronological))


def widened(span: Span | None, steps: Iterable[Step]) -> Span | None:
    """The span after some more changes; None as long as nothing differs."""
    places = [*(span or ()), *(chronological(each) for step in steps for each in step if each)]
    return Span(min(places), max(places)) if places else None


class Earlier(Generic[K, V]):
    """What was worked out from a log or from one before it, by keys, and where the log differs since."""

    __slots__ = ("_found",)

    def __init__(self, found: Mapping[K, tuple[V, Span | None]] | None = None) -> None:
        self._found = dict(found or {})

    def get(self, key: K) -> tuple[V | None, Span | None]:
        """What was worked out last, None for nothing; and where the log differs since, None where it does not."""
        return self._found.get(key, (None, None))

    def put(self, key: K, value: V) -> None:
        """Keep what was worked out from this very log."""
        self._found[key] = value, None

    def after(self, steps: Sequence[Step]) -> "Earlier[K, V]":
        """The same for the log after some changes."""
        found = [*self._found.items()]  # the thread that writes may follow a log while the screen's counts it
        return Earlier({key: (value, widened(span, steps)) for key, (value, span) in found})
