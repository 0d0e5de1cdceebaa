"""Whether renewal will be in time: the state of a cycle, and by how much it is behind."""

import datetime as dt
from collections.abc import Iterable
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Literal

from ceulog.domain.bars import Bar
from ceulog.domain.cycles import Cycle
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO

DAYS_A_MONTH = Decimal("30.4375")

State = Literal["not-started", "on-pace", "behind", "complete", "overdue", "ready-to-close"]


def even_pace(needed: Decimal, begin: dt.date, end: dt.date, on: dt.date) -> Decimal:
    """CEUs there would be on a day if they came evenly between two days, down to a half."""
    days = (end - begin).days
    gone = min(max((on - begin).days, 0), days)
    if days <= 0:
        return needed if on >= end else ZERO
    return (needed * 2 * gone / days).to_integral_value(ROUND_FLOOR) / 2


class Lag(NamedTuple):
    """A bar beside the even pace; CEUs."""

    code: str
    """The credential that the bar belongs to alone; empty for one of the whole organization."""
    bar: Bar
    even: Decimal
    """What there would be on the day if the CEUs came evenly."""

    @property
    def behind(self) -> Decimal:
        """By how much the bar is behind the even pace; negative when it is ahead."""
        return self.even - self.bar.earned


def lags(bars: Iterable[tuple[str, Bar]], cycle: Cycle, first_award: dt.date, on: dt.date) -> tuple[Lag, ...]:
    """The required bars of CEUs beside the even pace, which runs from the later of start and first award.

    Args:
        bars: each with the credential that it belongs to alone, or the empty text.
        cycle: the cycle that they are of.
        first_award: the day from which anything counts.
        on: the day.
    """
    begin = max(cycle.start, first_award)
    return tuple(
        Lag(code, bar, even_pace(bar.needed, begin, cycle.last_day, on))
        for code, bar in bars
        if bar.required and bar.kind in ("ceus", "share")
    )


def a_month(missing: Decimal, last_day: dt.date, on: dt.date) -> Decimal:
    """CEUs a month, up to a half, that bring what is missing by a day; all of it where no month is left."""
    months = Decimal((last_day - on).days) / DAYS_A_MONTH
    return (missing * 2 / max(months, Decimal(1))).to_integral_value(ROUND_CEILING) / 2


def state_of(cycle: Cycle, on: dt.date, *, complete: bool, behind: Decimal) -> State:
    """The word for where a cycle stands on a day."""
    if on < cycle.start:
        return "not-started"
    if on > cycle.last_day:
        return "ready-to-close" if complete else "overdue"
    if complete:
        return "complete"
    return "behind" if behind else "on-pace"
