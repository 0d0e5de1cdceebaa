"""The parts of an explanation: a word, its lines, and the entries behind them."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal

from ceulog.domain.counting import Standing
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.wording.numbers import count


class Listed(NamedTuple):
    """One entry of a list."""

    id: str
    date: dt.date
    title: str
    ceus: Decimal
    """What counts of it; of an entry that does not count, what it would have granted."""
    note: str = ""


class Section(NamedTuple):
    """One part of an explanation, under a word of its own."""

    label: str
    lines: tuple[str, ...]
    entries: tuple[Listed, ...] = ()
    """What the lines sum up; shown when asked for."""
    way: str = ""
    """What can be done about it, and how; a line of its own after the others."""
    detail: bool = False
    """Whether it is where the answer comes from, rather than the answer."""


NOTHING = Section("", ())
"""A part that is left out."""


def listed(standing: Standing, ceus: Decimal, note: str = "") -> Listed:
    """An entry for a list."""
    activity = standing.activity
    return Listed(activity.id, activity.date, activity.title, ceus, note)


def tally(entries: Sequence[Listed]) -> str:
    """How many entries, and their CEUs."""
    return f"{count(len(entries), 'entry')}, {count(sum((each.ceus for each in entries), ZERO), 'CEU')}"
