"""The two years of a credential: cycles, their dates, and what the holder overrides in them."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.bounds import Line, Owed
from ceulog.domain.named import NamedTuple

ONE_DAY = dt.timedelta(days=1)


class Override(NamedTuple):
    """A number that the holder sets against the rule, for one cycle, with the reason."""

    ceus: Owed
    reason: Line


class Closing(NamedTuple):
    """What a cycle was when it was closed; it never changes afterwards."""

    on: dt.date
    status: Mapping[str, Any]
    """The organization's object of `status --json`, as of that day."""
    counted: Mapping[str, Mapping[str, str]]
    """Activity id -> credential code -> CEUs applied."""
    ticks: tuple[Line, ...] = ()
    """The ids of the ticks that it counted."""


class Cycle(NamedTuple):
    """One cycle of one organization, both days inclusive."""

    start: dt.date
    end: dt.date
    edition: Line = ""
    """The id of the edition that the holder chose; empty: the one in force on the first day."""
    required: Override | None = None
    """The organization's number as the holder's tracker shows it."""
    minimums: Mapping[str, Override] = {}
    """Credential code -> its minimum as the holder's tracker shows it."""
    share: bool | None = None
    """Whether the switchable share binds this cycle; None: as the edition says."""
    extension: dt.date | None = None
    """The last day of a bought extension."""
    closing: Closing | None = None
    rules_seen: Line = ""
    """The revision of the rules that the holder has been told of; empty: the first of its edition."""
    facts_seen: Mapping[str, Line] = {}
    """What that edition asked for then, by label, as `rule_news.facts_of` writes it; empty: not kept."""

    @property
    def last_day(self) -> dt.date:
        """The last day on which an activity still falls in this cycle."""
        return max(self.end, self.extension or self.end)


class Membership(NamedTuple):
    """The holder's standing with one organization."""

    id: str
    organization: Line
    cycles: tuple[Cycle, ...]
    """Oldest first; the last is the current one. There is one at least."""
    member_id: Line = ""
    dues_date: dt.date | None = None
    dues_amount: Decimal | None = None
    verification_asked: dt.date | None = None
    """The day on which it asked for the certificates, while that is to be answered."""
    verification_due: dt.date | None = None
    """The last day for the answer, as its letter names it."""

    @property
    def current(self) -> Cycle:
        """The cycle that is open."""
        return self.cycles[-1]

    @property
    def previous(self) -> Cycle | None:
        """The cycle before the open one; None when that is the first."""
        return self.cycles[-2] if len(self.cycles) > 1 else None

    def with_current(self, cycle: Cycle) -> "Membership":
        """The same membership with another current cycle."""
        return self._replace(cycles=(*self.cycles[:-1], cycle))


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    if month in (4, 6, 9, 11):
        return 30
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 31 if month != 2 else 28 + leap


def is_month_end(day: dt.date) -> bool:
    """Say whether it is the last day of its month."""
    return day.day == month_length(day.year, day.month)


def add_months(day: dt.date, months: int) -> dt.date:
    """The same day so many months later (earlier, when negative); a month's end stays one.

    Raises:
        OverflowError: the year would leave the calendar.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.MINYEAR <= years <= dt.MAXYEAR:
        raise OverflowError(f"{months} months from {day} is outside the calendar")
    length = month_length(years, month + 1)
    return dt.date(years, month + 1, length if is_month_end(day) else min(day.day, length))


def default_start(end: dt.date, months: int) -> dt.date:
    """The first day of a cycle of so many months that ends on that day."""
    return add_months(end, -months) + ONE_DAY


def cycle_after(cycle: Cycle, months: int) -> Cycle:
    """The cycle that follows: from the day after its end, for so many months."""
    return Cycle(start=cycle.end + ONE_DAY, end=add_months(cycle.end, months))


def same_month(one: dt.date, other: dt.date) -> bool:
    """Say whether both days lie in the same month of the same year."""
    return (one.year, one.month) == (other.year, other.month)


def renewal_end(month: int, today: dt.date, *, parity: bool) -> dt.date:
    """The last day of the next such month that is not past; with `parity`, in a year that is odd when
    the month is odd and even when it is even (AAPC [A3]).
    """  # noqa: D205 - one sentence
    for year in range(today.year, today.year + 4):
        end = dt.date(year, month, month_length(year, month))
        if end >= today and (not parity or year % 2 == month % 2):
            return end
    raise ValueError(f"no renewal month {month} within three years of {today}")
