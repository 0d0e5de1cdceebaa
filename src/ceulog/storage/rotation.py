"""Which of the dated copies are kept: many of the last days, few of the years before, and not too many bytes."""

import datetime as dt
import re
from collections.abc import Callable, Collection, Iterable

from ceulog.domain.named import NamedTuple

NEWEST = 10
"""The newest copies are kept, however many were made in one day."""
SPACED: tuple[tuple[Callable[[dt.date], object], int], ...] = (
    (lambda day: day, 14),
    (lambda day: day.isocalendar()[:2], 8),
    (lambda day: (day.year, day.month), 24),
)
"""Of each of so many days, weeks and months on which copies were made, the newest copy is kept."""
MOST_BYTES = 256 * 1024 * 1024
"""What all copies may take up together; the two newest are kept whatever their size."""
_ALWAYS = 2

_NAME = r"logbook-(\d{4}-\d\d-\d\d)-g(\d{6,18})\.json"


class DatedCopy(NamedTuple):
    """A copy of the logbook file; copies sort by their day, then by the file's generation."""

    day: dt.date
    generation: int
    name: str


def copy_name(day: dt.date, generation: int) -> str:
    """The name of the copy of a generation that is made on a day."""
    return f"logbook-{day.isoformat()}-g{generation:06}.json"


def dated_copy(name: str) -> DatedCopy | None:
    """What a name says; None when it is not a copy's."""
    found = re.fullmatch(_NAME, name)
    if not found:
        return None
    try:
        return DatedCopy(dt.date.fromisoformat(found[1]), int(found[2]), name)
    except ValueError:
        return None


def is_of(name: str, day: dt.date) -> bool:
    """Whether a name is that of a copy that was made on a day."""
    found = dated_copy(name) if day.isoformat() in name else None  # of most it need not be read
    return found is not None and found.day == day


def newest_first(copies: Iterable[DatedCopy], today: dt.date) -> list[DatedCopy]:
    """Copies as they were made, the last one first; those of days still to come, when a clock was wrong, last."""
    return sorted(copies, key=lambda each: (each.day <= today, each), reverse=True)


def superfluous(
    copies: Iterable[DatedCopy], today: dt.date, size: Callable[[str], int], most_bytes: int = MOST_BYTES
) -> list[str]:
    """The names of the copies that need not be kept, the oldest first.

    Args:
        copies: all there are.
        today: the day that it is.
        size: bytes of the copy of a name.
        most_bytes: what all that are kept may take up together.
    """
    ordered = newest_first(copies, today)
    wanted = {each.name for each in ordered[:NEWEST]}
    for period_of, most in SPACED:
        wanted |= _newest_of_each(ordered, period_of, most)
    kept = _within(most_bytes, [each.name for each in ordered if each.name in wanted], size)
    return [each.name for each in reversed(ordered) if each.name not in kept]


def _newest_of_each(ordered: Iterable[DatedCopy], period_of: Callable[[dt.date], object], most: int) -> set[str]:
    newest: dict[object, str] = {}
    for each in ordered:
        newest.setdefault(period_of(each.day), each.name)
    return set(list(newest.values())[:most])


def _within(most_bytes: int, names: Iterable[str], size: Callable[[str], int]) -> Collection[str]:
    kept: list[str] = []
    taken = 0
    for name in names:
        taken += size(name)
        if taken > most_bytes and len(kept) >= _ALWAYS:
            break
        kept.append(name)
    return kept
