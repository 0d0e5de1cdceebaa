"""How often something comes, and on which day, as people say it."""

from ceulog.domain.recurring import Recurring
from ceulog.domain.templates import MonthDay, day_text
from ceulog.wording.numbers import count

_CADENCES = {
    "weekly": "about weekly",
    "fortnightly": "about every two weeks",
    "monthly": "about monthly",
    "bimonthly": "about every two months",
    "quarterly": "about quarterly",
    "half-yearly": "about twice a year",
    "yearly": "about yearly",
}


def day_words(day: MonthDay) -> str:
    """A day of the month: "second Thursday of the month"."""
    week, weekday = day_text(day).split()
    return f"{week} {weekday.capitalize()} of the month"


def cadence_words(found: Recurring) -> str:
    """How often it comes: "12 times, about monthly, second Thursday of the month"."""
    rhythm = _CADENCES.get(found.cadence, "")
    return ", ".join(part for part in (count(found.times, "time"), rhythm, day_words(found.day) if found.day else "")
                     if part)  # fmt: skip
