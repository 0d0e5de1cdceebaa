"""Dates in tables: only whole days with their year, in the order that the file shows or the person says."""

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, get_args

from ceulog.domain.bounds import FIRST_YEAR, LAST_YEAR
from ceulog.domain.calendar_names import MONTH_NAMES
from ceulog.domain.named import NamedTuple

Order = Literal["mdy", "dmy", "ymd"]
"""In which order month, day and year stand."""
ORDERS: tuple[Order, ...] = get_args(Order)

_MONTHS = tuple(name[:3] for name in MONTH_NAMES)

# [0-9], not \d: that would also take the digits of other scripts
_BARE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
"""The commonest form, about which nothing stands that could be taken away."""
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
# a year of two digits, as many spreadsheets show it, is of this century; between hyphens it could stand first, too
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4}|(?<=[/.])[0-9]{2})")
_SHORT_YEAR = re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}")
_DAY_NAME = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[.,]?\s+")
_DAY_MONTH = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[-\s.]+([a-z]{3,9})(?:[-\s.,]+([0-9]{4})|-([0-9]{2}))")
_MONTH_DAY = re.compile(r"([a-z]{3,9})[-\s.]+([0-9]{1,2})(?:st|nd|rd|th)?[-\s.,]+([0-9]{4})")
_CLOCK = r"[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?\s*(?:[ap]m)?"
_TIME = re.compile(
    rf"(?:\s+at|,)?[t\s]\s*{_CLOCK}(?:\s*(?:-|\u2013|to)\s*{_CLOCK})?"
    r"\s*(?:z|utc|[+-][0-9]{2}:?[0-9]{2}|[a-z]{2,4})?$"
)
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]{1,12})?")
_FIRST_SERIAL, _LAST_SERIAL = 36526, 54788
"""Days as spreadsheets count them, from 2000 to 2049: what a date is in a column that is not formatted as one."""
_SERIAL_ZERO = dt.date(1899, 12, 30)
_RANGE = re.compile(r"\s+(?:-|\u2013|\u2014|to|through|until)\s+")
_LONGEST = 60
_REMEMBERED = 4096
"""Dates that are read once; a long table has the same ones over and over."""


class BadDate(ValueError):  # noqa: N818 - its name says what the text is
    """A cell that is no day; its str is the reason."""


class Evidence(NamedTuple):
    """What a column of dates says about the order of month and day."""

    order: Order | None
    """The only order that fits; None when more than one does, or none."""
    example: str = ""
    """A date that can be read in two ways; empty when there is none, so that the order does not matter."""
    contrary: str = ""
    """A date that fits no order in which the others can be read."""


def looks_like_date(cell: str) -> bool:
    """Whether a cell has the form of a date, be there such a day or not."""
    return any(form.fullmatch(_bare(each)) for each in days_in(cell)[:1] for form in _FORMS)


_FORMS = (_YEAR_FIRST, _YEAR_LAST, _SHORT_YEAR, _DAY_MONTH, _MONTH_DAY)


def days_in(cell: str) -> tuple[str, ...]:
    """The first and the last day of a cell such as 3/1/2026 - 3/2/2026; of any other the cell itself."""
    if len(cell.split()) < 3:
        return (cell,)
    parts = _RANGE.split(cell.casefold()) if len(cell) <= 2 * _LONGEST else ()
    if len(parts) == 2 and all(any(form.fullmatch(_bare(part)) for form in _FORMS) for part in parts):
        return parts[0].strip(), parts[1].strip()
    return (cell,)


def evidence(cells: Iterable[str]) -> Evidence:
    """What some dates say about their order. Dots are the day's: 25.06.2026 has one order alone."""
    doubtful = first_days = second_days = ""
    for cell in (day for each in dict.fromkeys(cells) for day in days_in(each)):
        if cell[:4].isdecimal():
            continue  # the year comes first, as in most tables
        match = _YEAR_LAST.fullmatch(_bare(cell))
        if match is None or match[2] == ".":
            continue
        first, second = int(match[1]), int(match[3])
        if first > 12 >= second:
            first_days = first_days or cell
        elif second > 12 >= first:
            second_days = second_days or cell
        elif first != second and first <= 12:
            doubtful = doubtful or cell
    if first_days and second_days:
        return Evidence(None, first_days, second_days)
    if first_days or second_days:
        return Evidence("dmy" if first_days else "mdy")
    return Evidence(None, doubtful)


@lru_cache(_REMEMBERED)
def parse_day(cell: str, order: Order | None) -> dt.date:
    """The day that a cell names, the last one of several; a time of day behind it is left out.

    Args:
        cell: such as 2026-11-20, 11/20/2026, 11/20/26, 20-Nov-2026, Nov 20, 2026, 2026-11-20 09:00; or 46346, which
            a spreadsheet counts that day as.
        order: of month and day where both are numbers and the year comes last; None for month first, but for
            the day where dots stand between them.

    Raises:
        BadDate: it is no date, its year is short and may stand first, there is no such day, or it lies outside the
            years 1900 to 2199.
    """
    first, *rest = days_in(cell)
    if rest:
        last = parse_day(rest[0], order)
        if parse_day(first, order) > last:
            raise BadDate("ends before it begins")
        return last
    text = _bare(cell)
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := _YEAR_LAST.fullmatch(text):
        if order == "ymd":
            raise BadDate("has its year last, not first")
        day_first = order == "dmy" or (order is None and match[2] == ".")
        day, month = (match[1], match[3]) if day_first else (match[3], match[1])
        return _day(_whole_year(match[4]), month, day)
    if match := _DAY_MONTH.fullmatch(text):
        return _day(match[3] or _whole_year(match[4]), _month(match[2]), match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _day(match[3], _month(match[1]), match[2])
    if (match := _SERIAL.fullmatch(text)) and _FIRST_SERIAL <= int(match[1]) <= _LAST_SERIAL:
        return _SERIAL_ZERO + dt.timedelta(int(match[1]))
    if _SHORT_YEAR.fullmatch(text):
        raise BadDate("has a short year; four digits leave no doubt")
    raise BadDate("is no date with its year, such as 2026-11-20")


def _bare(cell: str) -> str:
    if _BARE.fullmatch(cell):
        return cell
    text = " ".join(cell[: 2 * _LONGEST].casefold().split())
    if len(text) > _LONGEST:
        return ""
    return _DAY_NAME.sub("", _TIME.sub("", text), count=1)


def _whole_year(year: str) -> str:
    return year if len(year) == 4 else f"20{year}"


def _month(name: str) -> str:
    short = name[:3]
    if short not in _MONTHS or (len(name) > 4 and name not in MONTH_NAMES):
        raise BadDate("names no month that is known here")
    return str(_MONTHS.index(short) + 1)


def _day(year: str, month: str, day: str) -> dt.date:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        raise BadDate(f"lies outside the years {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= int(month) <= 12:
        raise BadDate(f"has no such month as {int(month)}; is the order of month and day another one?")
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise BadDate("does not exist in the calendar") from None
