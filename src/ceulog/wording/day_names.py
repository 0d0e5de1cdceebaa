"""Days said with a name: `Nov 3`, `3-Nov-2026`, `Mon 23 Nov 2026`, `friday`, `next friday`."""

import re

from ceulog.domain.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from ceulog.domain.named import NamedTuple


class NamedDay(NamedTuple):
    """A day of the calendar as far as it is said."""

    month: int
    day: int
    year: str = ""
    """Its digits; empty when not said, fewer than four in a short one."""
    weekday: int | None = None
    """0 is Monday; None when not said."""


class SomeWeekday(NamedTuple):
    """A day of the week, in the week before today or the one after."""

    weekday: int
    which: str = ""
    """"last", "next", or empty when not said."""


def _index(names: tuple[str, ...], *short: str) -> dict[str, int]:
    """Name -> its place: whole, by its first three letters, and by other short forms given as "sept:8"."""
    index = {form: at for at, name in enumerate(names) for form in (name, name[:3])}
    return index | {form: int(at) for form, _, at in (each.partition(":") for each in short)}


_MONTHS = _index(MONTH_NAMES, "sept:8")
_WEEKDAYS = _index(WEEKDAY_NAMES, "tues:1", "weds:2", "thur:3", "thurs:3")

MONTH_WORDS: frozenset[str] = frozenset(_MONTHS)
WEEKDAY_WORDS: frozenset[str] = frozenset(_WEEKDAYS)

# longest first: "march" before "mar"
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?:(?:, ?| |-)(?P<year>[0-9]{1,4}))?"
_ON = rf"(?:(?P<weekday>{'|'.join(sorted(_WEEKDAYS, key=len, reverse=True))})(?:\.|,|\.,)? )?"
_MONTH_FIRST = re.compile(rf"{_ON}{_MONTH}[ -]{_DAY}{_YEAR}")
_DAY_FIRST = re.compile(rf"{_ON}{_DAY}\.?[ -]{_MONTH}{_YEAR}")
_SOME_WEEKDAY = re.compile(rf"(?:(?P<which>last|next) )?(?P<weekday>{'|'.join(_WEEKDAYS)})")


def named_day(text: str) -> NamedDay | SomeWeekday | None:
    """What a lower-case text with single blanks names; None when it names no day.

    The day need not exist: "feb 30" is the thirtieth day of a second month.
    """
    if match := _SOME_WEEKDAY.fullmatch(text):
        return SomeWeekday(_WEEKDAYS[match["weekday"]], match["which"] or "")
    if match := _MONTH_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text):
        weekday = _WEEKDAYS.get(match["weekday"] or "")
        return NamedDay(_MONTHS[match["month"]] + 1, int(match["day"]), match["year"] or "", weekday)
    return None
