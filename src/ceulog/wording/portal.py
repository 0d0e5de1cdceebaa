"""Where entries stand in the organizations' portals, in words."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.pools import ZERO
from ceulog.domain.portal import STANDINGS, PortalStanding, standing_at, told_of
from ceulog.domain.text import tidy
from ceulog.wording.dates import prose_date
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count

PORTAL_WORDS: Mapping[PortalStanding, str] = {
    "logged": "not entered",
    "entered": "entered",
    "submitted": "submitted",
    "questioned": "questioned",
    "verified": "verified",
}
"""A state in a column; short, for it stands beside a title."""

TO_CORRECT = "to correct"
"""In the column, of an entry that was changed since a portal was told of it."""

WAITING: Mapping[PortalStanding, str] = {
    "logged": "still to be entered",
    "entered": "entered, still to be submitted",
    "submitted": "submitted, not verified yet",
    "questioned": "asked about, to be answered",
    "verified": "verified",
}
"""What the entries of a state wait for, above a list of them."""


def standing_words(activity: Activity, organization: str) -> str:
    """How an entry came where it stands in a portal: "entered Nov 2, 2026, submitted Nov 20, 2026"."""
    steps = activity.portal.get(organization, ())
    return ", ".join(f"{each.state} {prose_date(each.date)}" for each in steps) or "not entered yet"


def tally_words(activities: Sequence[Activity], organization: str) -> str:
    """How many entries stand where: "3 not entered, 4 entered, 5 verified (1 to correct)"; empty for none."""
    found = [standing_at(each, organization) for each in activities]
    said = ", ".join(f"{found.count(each)} {PORTAL_WORDS[each]}" for each in STANDINGS if each in found)
    changed = sum(organization in each.entered_as for each in activities)
    return f"{said} ({changed} {TO_CORRECT})" if changed else said


def entered_words(before: Activity, organization: str) -> str:
    """That an entry stands in a portal with what it said before it was changed."""
    told = told_of(before, organization)
    facts = ", ".join(_FACTS[name](value) for name, value in told._asdict().items() if value not in (None, ""))
    return f"It was {standing_at(before, organization)} at {organization} as {facts}; correct it there too."


def portal_has(activity: Activity, organization: str) -> str:
    """What a portal was told and is something else now: "AAPC’s portal has 2 CEUs, no index number"; else empty."""
    told = activity.entered_as.get(organization)
    if told is None:
        return ""
    now = told_of(activity, organization)._asdict()
    facts = ", ".join(_FACTS[name](was) for name, was in told._asdict().items() if was != now[name])
    return f"{organization}’s portal has {facts}"


_FACTS: Mapping[str, Callable[[Any], str]] = {
    "title": lambda title: f"“{echo(title, 60)}”",
    "date": prose_date,
    "ceus": lambda ceus: count(ceus, "CEU") if ceus is not None else "no CEUs",
    "index_number": lambda number: f"index number {tidy(number)}" if number else "no index number",
}
"""Field of what a portal was told -> its value in words."""


def sum_words(organization: str, activities: Sequence[Activity]) -> str:
    """Entries and their CEUs: "3 entries, 4.5 CEUs"."""
    ceus = sum((each.ceus_for(organization) for each in activities), ZERO)
    return f"{count(len(activities), 'entry')}, {count(ceus, 'CEU')}"
