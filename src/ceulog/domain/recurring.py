"""What comes again and again in somebody's own log, and when it comes next."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.named import NamedTuple
from ceulog.domain.templates import MonthDay, Template, bare_title, day_text, next_day, template_of
from ceulog.domain.text import title_key

Cadence = Literal["weekly", "fortnightly", "monthly", "bimonthly", "quarterly", "half-yearly", "yearly", ""]

AT_LEAST = 2
"""Times that something was logged before it recurs."""
LOOKED_AT = 8
"""The latest times from which it is seen how often and when it comes."""
FITTING = 0.75
"""The part of them that must fall on the same day of their month."""

_CADENCES: tuple[tuple[Cadence, int, int], ...] = (
    ("weekly", 6, 8), ("fortnightly", 12, 16), ("monthly", 25, 36), ("bimonthly", 52, 70),
    ("quarterly", 80, 102), ("half-yearly", 160, 205), ("yearly", 340, 390),
)  # fmt: skip
"""How it is called, and between how many days from one time to the next."""


class Recurring(NamedTuple):
    """Something that was logged more than once."""

    title: str
    """Without what belongs to one time alone."""
    latest: Activity
    times: int
    cadence: Cadence
    """How often it comes; empty when it is irregular."""
    every: int
    """Days from one time to the next, in the middle; 0 when it was always the same day."""
    day: MonthDay | None
    """The day of the month on which it falls, when it does."""
    planned: tuple[dt.date, ...]
    """Days for which it is planned already."""

    def comes_next(self, today: dt.date) -> dt.date | None:
        """The next day after today for which it is not planned yet; None when it has no rhythm."""
        if self.day:
            return next_day(self.day, today, self.planned)
        if not self.cadence:
            return None
        found = self.latest.date
        while found <= today or found in self.planned:
            found += dt.timedelta(days=self.every)
        return found

    def template(self) -> Template:
        """A template of it."""
        found = template_of(self.latest, self.title[:60].rstrip(), day_text(self.day) if self.day else "")
        return found._replace(title=self.title)


def recurring(activities: Iterable[Activity], today: dt.date) -> list[Recurring]:
    """What recurs in a log: the same title, sponsor and type, done at least twice; what came last comes first.

    Of titles the case, and a month, year or number at the end, are ignored; of a chapter meeting's also what follows
    a colon, which is its topic. What is in the trash is left out.
    """
    groups: dict[tuple[str, str, str], list[Activity]] = {}
    for activity in activities:
        if not activity.trashed:
            groups.setdefault(group_key(activity), []).append(activity)
    found = (_recurring(sorted(each, key=chronological), today) for each in groups.values())
    return sorted((each for each in found if each), key=lambda each: chronological(each.latest), reverse=True)


def group_key(activity: Activity) -> tuple[str, str, str]:
    """What two activities have in common that are the same thing at different times."""
    return title_key(_head(activity)), title_key(activity.sponsor), activity.type


def template_key(template: Template) -> tuple[str, str, str]:
    """The key of a template: that of the activities which it stands for."""
    return title_key(_head(template)), title_key(template.sponsor), template.type


def _head(of: Activity | Template) -> str:
    title = of.title
    if of.type == "chapter-meeting":
        before, colon, _ = title.partition(":")
        title = before if colon and before.strip() else title
    return bare_title(title)


def _recurring(group: Sequence[Activity], today: dt.date) -> Recurring | None:
    done = [each for each in group if not each.is_planned(today)]
    if len(done) < AT_LEAST:
        return None
    days = sorted({each.date for each in done})[-LOOKED_AT:]
    gaps = [(later - earlier).days for earlier, later in pairwise(days)]
    every = sorted(gaps)[len(gaps) // 2] if gaps else 0
    cadence: Cadence = next((name for name, least, most in _CADENCES if least <= every <= most), "")
    day = month_day(days) if cadence not in ("weekly", "fortnightly") else None
    planned = tuple(each.date for each in group if each.is_planned(today))
    return Recurring(_head(done[-1]), done[-1], len(done), cadence, every, day, planned)


def month_day(days: Sequence[dt.date]) -> MonthDay | None:
    """The day of their months on which at least two days fall, few excepted; None when there is none."""
    if len(days) < AT_LEAST:
        return None
    counted = (*Counter(map(_week, days)).items(), *Counter(map(_week_from_the_end, days)).items())
    found, times = max((pair for pair in counted if pair[0].week), key=lambda pair: pair[1], default=(None, 0))
    return found if times >= max(AT_LEAST, FITTING * len(days)) else None


def _week(day: dt.date) -> MonthDay:
    week = (day.day - 1) // 7 + 1
    return MonthDay(week if week <= 4 else 0, day.weekday())


def _week_from_the_end(day: dt.date) -> MonthDay:
    is_last = (day + dt.timedelta(days=7)).month != day.month
    return MonthDay(-1 if is_last else 0, day.weekday())
