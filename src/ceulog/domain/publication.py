"""When what a quiz is about was published, as its title says it: "Healthcare Business Monthly quiz, Mar 2025"."""

import datetime as dt
import re
from collections.abc import Iterable

from ceulog.domain.activities import Activity
from ceulog.domain.calendar_names import MONTH_NAMES
from ceulog.domain.cycles import add_months, month_length
from ceulog.domain.editions import Expiry

_NAMED = re.compile(rf"\b({'|'.join(MONTH_NAMES)}|[a-z]{{3}}|sept)\.?,?\s+((?:19|20|21)[0-9]{{2}})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"(?<![/0-9])(0?[1-9]|1[0-2])/((?:19|20|21)[0-9]{2})\b")
_ISO = re.compile(r"\b((?:19|20|21)[0-9]{2})-(0[1-9]|1[0-2])\b")


def published(title: str) -> dt.date | None:
    """The last day of the month that a title names with its year; None when it names none."""
    for named in _NAMED.finditer(title):
        months = [number for number, name in enumerate(MONTH_NAMES, 1) if name.startswith(named[1].lower())]
        if months:
            return _month_end(int(named[2]), months[0])
    if match := _ISO.search(title):
        return _month_end(int(match[1]), int(match[2]))
    if match := _NUMBERED.search(title):
        return _month_end(int(match[2]), int(match[1]))
    return None


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, month_length(year, month))


def expired(activity: Activity, expiries: Iterable[Expiry]) -> Expiry | None:
    """The expiry that an activity was done after; None when it was in time, or nothing is known of it."""
    issued = published(activity.title)
    for expiry in expiries:
        if issued and activity.type in expiry.types and activity.date > add_months(issued, expiry.months):
            return expiry
    return None
