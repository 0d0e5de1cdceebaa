"""The end of a cycle as people type it: a day, a month with its year, or the month alone."""

import datetime as dt
import re

from ceulog.domain.bounds import FIRST_YEAR, LAST_YEAR
from ceulog.domain.calendar_names import MONTH_NAMES
from ceulog.domain.cycles import month_length, renewal_end
from ceulog.wording.dates import BadDate, parse_date
from ceulog.wording.echo import echo

MONTH_FORMS = "03/2027, Mar 2027, March or 3/31/2027"
"""The forms understood, for sentences and hints."""

_WORD_YEAR = re.compile(r"([a-z]{3,9})\.?(?:[\s,/-]+([0-9]{4}))?")
_YEAR_WORD = re.compile(r"([0-9]{4})[\s,/-]+([a-z]{3,9})\.?")
_NUMBER_YEAR = re.compile(r"([0-9]{1,2})(?:\s*[/.-]\s*([0-9]{4}))?")
_YEAR_NUMBER = re.compile(r"([0-9]{4})\s*[/.-]\s*([0-9]{1,2})")


def parse_end(text: str, today: dt.date, *, parity: bool) -> dt.date:
    """The last day of a cycle.

    Args:
        text: one of `MONTH_FORMS`, or any date; of a month its last day is meant.
        today: the day from which a month without a year is the next one.
        parity: whether odd months go with odd years, and even ones with even years; for a month alone.

    Raises:
        BadDate: it is none of the forms, or no such day exists.
    """
    month, year = _month_of(text.strip().lower())
    if month is None:
        return _day(text, today)
    if not 1 <= month <= 12:
        raise BadDate(f"{echo(text)} does not exist: there is no month {month}. Write it as {MONTH_FORMS}.")
    if year is None:
        return renewal_end(month, today, parity=parity)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate(f"{echo(text)} is outside the years {FIRST_YEAR} to {LAST_YEAR}. Write it as {MONTH_FORMS}.")
    return dt.date(year, month, month_length(year, month))


def _day(text: str, today: dt.date) -> dt.date:
    try:
        return parse_date(text, today)
    except BadDate as fault:
        what, _, _ = str(fault).partition(". Write")
        raise BadDate(f"{what}. Write it as {MONTH_FORMS}.") from None


def _month_of(text: str) -> tuple[int | None, int | None]:
    """Month and year where the text names a month; the month is None where it does not."""
    if match := _WORD_YEAR.fullmatch(text):
        return _named(match[1]), _number(match[2])
    if match := _YEAR_WORD.fullmatch(text):
        return _named(match[2]), int(match[1])
    if match := _NUMBER_YEAR.fullmatch(text):
        return int(match[1]), _number(match[2])
    if match := _YEAR_NUMBER.fullmatch(text):
        return int(match[2]), int(match[1])
    return None, None


def _named(word: str) -> int | None:
    """The month that a name means, written out or cut short; "sept" is September too."""
    return next((place for place, name in enumerate(MONTH_NAMES, 1) if name.startswith(word)), None)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
