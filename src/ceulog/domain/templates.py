"""Templates: what comes again and again, such as a chapter's monthly meeting, kept to be logged with two keys."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Annotated

from ceulog.domain.activities import Activity, ActivityType, Provider
from ceulog.domain.bounds import Ceus, Length, Line, Minutes, Title
from ceulog.domain.calendar_names import MONTH_NAMES, WEEKDAY_NAMES
from ceulog.domain.cycles import month_length
from ceulog.domain.entries import set_apart
from ceulog.domain.named import NamedTuple

Name = Annotated[str, Length(1, 60)]
MOST_NAME = 56
"""Characters of a name that has a number behind it."""

WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}
DAY_FORMS = "second thursday or last monday"
"""How a day is written, for sentences."""

_ORDINALS = {"1st": "first", "2nd": "second", "3rd": "third", "4th": "fourth"}
_DATE_WORD = re.compile(
    r"[0-9]{1,4}(?:st|nd|rd|th)?|[0-9]{1,4}(?:[/.-][0-9]{1,4}){1,2}|q[1-4]|sept|"
    + "|".join(f"{each}|{each[:3]}" for each in MONTH_NAMES)
)
_BEFORE_DATES = frozenset({
    "in", "of", "for", "on", "no", "nr", "number", "year", "fiscal", "calendar", "fy", "month", "week", "volume", "vol",
    "issue", "part", "session", "edition",
})  # fmt: skip
"""Words that only led to what was cut."""
_PUNCTUATION = " ,.;:()[]#/–—-"


class MonthDay(NamedTuple):
    """A weekday that comes once a month: the second Thursday, the last Monday."""

    week: int
    """1 to 4, counted from the month's beginning; -1 for the last."""
    weekday: int
    """0 for Monday."""

    def in_month(self, year: int, month: int) -> dt.date:
        """The day of a month."""
        first = dt.date(year, month, 1)
        if self.week > 0:
            return first + dt.timedelta(days=(self.weekday - first.weekday()) % 7 + 7 * (self.week - 1))
        last = dt.date(year, month, month_length(year, month))
        return last - dt.timedelta(days=(last.weekday() - self.weekday) % 7)


class Template(NamedTuple):
    """What an entry begins with; a field that is empty is left to whoever logs it."""

    name: Name
    """What it is called in the list."""
    title: Title
    sponsor: Line = ""
    type: ActivityType = "other"
    ceus: Ceus | None = None
    minutes: Minutes | None = None
    organizations: tuple[Line, ...] = ()
    """Those that it counts for; empty for every one that is held."""
    credits: Mapping[str, Ceus] = {}
    """Organization -> CEUs, where it grants another number than the others."""
    approved_for: tuple[Line, ...] = ()
    domain: int | None = None
    provided_by: Provider | None = None
    location: Line = ""
    presenter: Line = ""
    day: Line = ""
    """When it takes place: "second thursday"; empty when that is not fixed."""


def template_of(activity: Activity, name: str = "", day: str = "") -> Template:
    """A template from something that was logged; without a name it is called as the activity is.

    A month, a year or a number at the end of the title belongs to that one day, and is left out.
    """
    title = bare_title(activity.title)
    return Template(
        name=name or title[:60].rstrip(),
        title=title,
        sponsor=activity.sponsor,
        type=activity.type,
        ceus=activity.ceus or (None if activity.minutes else max(activity.credits.values(), default=None)),
        minutes=activity.minutes,
        organizations=tuple(activity.credits),
        credits=set_apart(activity),
        approved_for=activity.approved_for,
        domain=activity.domain,
        provided_by=activity.provided_by,
        location=activity.location,
        presenter=activity.presenter,
        day=day,
    )


def find_template(templates: Iterable[Template], name: str) -> Template | None:
    """The template of a name, case and blanks at its ends ignored."""
    wanted = name.strip().casefold()
    return next((each for each in templates if each.name.strip().casefold() == wanted), None)


def free_name(templates: Iterable[Template], name: str) -> str:
    """The name, or where a template has it already the name with the first number that is free: "Meeting 2"."""
    taken = list(templates)
    named = (name if number == 1 else f"{name[:MOST_NAME].rstrip()} {number}" for number in count(1))
    return next(each for each in named if find_template(taken, each) is None)


def bare_title(title: str) -> str:
    """A title without the month, year or number at its end, and without what only led to it, such as "for fiscal
    year"; as it is when nothing else would be left.
    """  # noqa: D205 - one sentence
    words = title.split()
    while words and _is_date_word(words[-1]):
        words.pop()
    if words != title.split():
        while words and words[-1].casefold().strip(_PUNCTUATION) in _BEFORE_DATES:
            words.pop()
    bare = " ".join(words).rstrip(" ,;:(#/–—-")
    return bare or title.strip()


def _is_date_word(word: str) -> bool:
    bare = word.casefold().strip(_PUNCTUATION)
    return not bare or _DATE_WORD.fullmatch(bare) is not None


def parse_day(text: str) -> MonthDay | None:
    """The day that is meant by "second thursday", "2nd Thu" or "last monday of the month"; None when none is."""
    words = text.casefold().split()
    if words[2:] in ([], ["of", "the", "month"]) and len(words) >= 2:
        week = WEEKS.get(_ORDINALS.get(words[0], words[0]))
        days = [number for number, name in enumerate(WEEKDAY_NAMES) if words[1] in (name, name[:3])]
        if week and days:
            return MonthDay(week, days[0])
    return None


def day_text(day: MonthDay) -> str:
    """A day as a template holds it: "second thursday"."""
    return f"{next(name for name, week in WEEKS.items() if week == day.week)} {WEEKDAY_NAMES[day.weekday]}"


def next_day(day: MonthDay, today: dt.date, taken: Iterable[dt.date] = ()) -> dt.date:
    """The first such day after today that is not taken already."""
    occupied = frozenset(taken)
    year, month = today.year, today.month
    while (found := day.in_month(year, month)) <= today or found in occupied:
        year, month = year + month // 12, month % 12 + 1
    return found
