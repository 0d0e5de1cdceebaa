"""Dates as people type and read them.

Nothing here asks the locale: names of months and days are ours, so that a logbook
reads the same on every machine.
"""

import datetime as dt
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from ceulog.domain.bounds import FIRST_YEAR, LAST_YEAR
from ceulog.domain.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from ceulog.wording.echo import echo

if TYPE_CHECKING:
    from ceulog.wording.day_names import NamedDay, SomeWeekday

FORMS = "2026-11-20, 11/20/2026, Nov 20, today, yesterday, tomorrow, -3d or -2w"
"""The forms understood, for sentences and hints."""

DateStyle = Literal["text", "iso", "us"]
"""How a holder wants dates written: `Nov 05 2026`, `2026-11-05` or `11/05/2026`."""
DATE_STYLES: tuple[DateStyle, ...] = get_args(DateStyle)

_DAYS_KEPT = 4096
"""Days that are kept in words: a long list has the same ones over and over."""

MONTHS = tuple(name[:3].capitalize() for name in MONTH_NAMES)
MONTHS_IN_FULL = tuple(name.capitalize() for name in MONTH_NAMES)
WEEKDAYS = tuple(name[:3].capitalize() for name in WEEKDAY_NAMES)

_FIRST = dt.date(FIRST_YEAR, 1, 1).toordinal()
_LAST = dt.date(LAST_YEAR, 12, 31).toordinal()
_NAMED = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NAME_OF = {offset: name for name, offset in _NAMED.items()}

# [0-9], not \d: that would also take the digits of other scripts. Compiled on first use: a start waits for that
_ISO = r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"
_US = r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})"
_US_SHORT_YEAR = r"[0-9]{1,2}/[0-9]{1,2}/[0-9]{1,3}"
_MONTH_DAY = r"([0-9]{1,2})/([0-9]{1,2})"
_OFFSET = r"([+-])([0-9]+)([dw])"
_LONGEST_NAME = 40
"""Characters of the longest date with names, with room to spare: "wednesday, september 30th, 2026"."""


class BadDate(ValueError):  # noqa: N818 - its name says what the text is
    """Text that is no date; its str is the sentence to show."""


def parse_date(text: str, today: dt.date, *, coming: bool = False) -> dt.date:
    """The day that somebody meant.

    Args:
        text: one of `FORMS`, or another with the name of a month ("3-Nov-2026", "November 3, 2026", "Mon 23 Nov
            2026"), or of a weekday ("mon", "last friday", "next friday"); case and surrounding blanks do not matter.
        today: the day that `today` and the offsets are reckoned from.
        coming: what a month and day without a year mean: the latest such day not after today, or when coming the
            first one not before it. Likewise a lone weekday: the latest one before today, or the first one after.

    Raises:
        BadDate: it is none of the forms, no such day exists, or its year is not in 1900-2199.
    """
    word = " ".join(text.lower().split())
    if not word:
        raise _bad("The date is empty")
    if day := _in_figures(word, today, text, coming=coming):
        return day
    from ceulog.wording.day_names import SomeWeekday, named_day  # noqa: PLC0415 - figures are what most dates are in

    named = named_day(word) if len(word) <= _LONGEST_NAME else None
    if named is None:
        raise _bad(f"{echo(text)} is not a date that is understood here")
    if isinstance(named, SomeWeekday):
        return _days_away(_to_weekday(named, today, coming=coming), today, text)
    return _named(named, today, text, coming=coming)


def _in_figures(word: str, today: dt.date, text: str, *, coming: bool) -> dt.date | None:
    """The day of a form without a name of month or weekday; None when it is none of these."""
    if match := re.fullmatch(_ISO, word):
        year, month, day = map(int, match.groups())
        return _day(year, month, day, text)
    if word in _NAMED:
        return _days_away(_NAMED[word], today, text)
    if re.fullmatch(_US_SHORT_YEAR, word):
        raise _short_year(text)
    if match := re.fullmatch(_OFFSET, word):
        return _days_away(_offset_days(*match.groups()), today, text)
    if match := re.fullmatch(_US, word):
        month, day, year = map(int, match.groups())
        return _day(year, month, day, text)
    if match := re.fullmatch(_MONTH_DAY, word):
        return _near(int(match[1]), int(match[2]), today, text, coming=coming)
    return None


def _named(named: "NamedDay", today: dt.date, text: str, *, coming: bool) -> dt.date:
    """The day that has a month's name.

    Raises:
        BadDate: it has a short year, does not exist, or falls on another weekday than is said.
    """
    if named.year and len(named.year) < 4:
        raise _short_year(text)
    if named.year:
        day = _day(int(named.year), named.month, named.day, text)
    else:
        day = _near(named.month, named.day, today, text, coming=coming)
    if named.weekday is not None and named.weekday != day.weekday():
        falls = WEEKDAY_NAMES[day.weekday()].capitalize()
        raise _bad(f"{echo(text)} does not exist: {prose_date(day)} is a {falls}")
    return day


def _near(month: int, day: int, today: dt.date, text: str, *, coming: bool) -> dt.date:
    """The day without a year that is nearest on the side asked for."""
    nearest = coming_day if coming else latest_day
    if found := nearest(month, day, today):
        return found
    # a year with every day, which says what is wrong with this one
    _day(2000, month, day, text, of_year=False)
    raise _out_of_range(text)


def _to_weekday(named: "SomeWeekday", today: dt.date, *, coming: bool) -> int:
    """Days from today to the latest such weekday before it, or the first one after it; never 0."""
    ahead = (named.weekday - today.weekday()) % 7
    if named.which == "next" or (coming and not named.which):
        return ahead or 7
    return ahead - 7


def _offset_days(sign: str, digits: str, unit: str) -> int:
    """Days of an offset such as -2w; beyond six digits any number is equally out of range."""
    count = int(digits) if len(digits) <= 6 else 10**7
    return (-count if sign == "-" else count) * (7 if unit == "w" else 1)


def _days_away(days: int, today: dt.date, text: str) -> dt.date:
    # in ordinals: a date would overflow before it could be refused
    ordinal = today.toordinal() + days
    if not _FIRST <= ordinal <= _LAST:
        raise _out_of_range(text)
    return dt.date.fromordinal(ordinal)


def _day(year: int, month: int, day: int, text: str, *, of_year: bool = True) -> dt.date:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _out_of_range(text)
    if not 1 <= month <= 12:
        raise _bad(f"{echo(text)} does not exist: there is no month {month}")
    try:
        return dt.date(year, month, day)
    except ValueError:
        name = f"{MONTHS[month - 1]} {year}" if of_year else MONTHS[month - 1]
        raise _bad(f"{echo(text)} does not exist: {name} has no day {day}") from None


def _out_of_range(text: str) -> BadDate:
    return _bad(f"{echo(text)} is outside the years {FIRST_YEAR} to {LAST_YEAR}")


def _short_year(text: str) -> BadDate:
    return _bad(f"{echo(text)} has a short year; four digits leave no doubt")


def _bad(what: str) -> BadDate:
    return BadDate(f"{what}. Write a date as {FORMS}.")


def latest_day(month: int, day: int, today: dt.date) -> dt.date | None:
    """The latest such day of the calendar not after today; None when there is none."""
    return _nearest(month, day, today, step=-1)


def coming_day(month: int, day: int, today: dt.date) -> dt.date | None:
    """The first such day of the calendar not before today; None when there is none."""
    return _nearest(month, day, today, step=1)


def _nearest(month: int, day: int, today: dt.date, *, step: int) -> dt.date | None:
    # nine years: a leap day can be eight years away, round a century
    for year in range(today.year, today.year + 9 * step, step):
        try:
            found = dt.date(year, month, day)
        except ValueError:
            continue
        if (found - today).days * step >= 0:
            return found if FIRST_YEAR <= year <= LAST_YEAR else None
    return None


@lru_cache(_DAYS_KEPT)
def long_date(day: dt.date) -> str:
    """The form of lists, always eleven characters: `Nov 05 2026`."""
    return f"{MONTHS[day.month - 1]} {day.day:02} {day.year:04}"


def list_date(day: dt.date, style: DateStyle = "text") -> str:
    """The form of lists in a style; each style has one width, see `date_width`."""
    if style == "iso":
        return day.isoformat()
    return _us_date(day) if style == "us" else long_date(day)


def date_width(style: DateStyle = "text") -> int:
    """Cells of every date of a style."""
    return len(list_date(dt.date.max, style))


def field_date(day: dt.date, style: DateStyle = "text") -> str:
    """What a field holds to be typed over: `11/05/2026`, or `2026-11-05` for those who write all dates so."""
    return day.isoformat() if style == "iso" else _us_date(day)


def _us_date(day: dt.date) -> str:
    return f"{day.month:02}/{day.day:02}/{day.year:04}"


def prose_date(day: dt.date) -> str:
    """The form inside sentences: `Nov 5, 2026`."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def date_in_words(day: dt.date, today: dt.date) -> str:
    """The form of lists, with `(today)`, `(yesterday)` or `(tomorrow)` where it is one of them."""
    name = _NAME_OF.get((day - today).days)
    return f"{long_date(day)} ({name})" if name else long_date(day)


def weekday_date(day: dt.date) -> str:
    """The form of a page's heading: `Mon 23 Nov 2026`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def due_in(days: int) -> str:
    """How far off a due date is: "due in 41 days", "due today", "3 days overdue"."""
    if days < 0:
        return "1 day overdue" if days == -1 else f"{-days} days overdue"
    if days < 2:
        return "due tomorrow" if days else "due today"
    return f"due in {days} days"
