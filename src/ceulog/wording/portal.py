"""Where entries stand in the organizations' portals, in words."""

from collections.abc import Mapping, Sequence

from ceulog.domain.activities import Activity
from ceulog.domain.pools import ZERO
from ceulog.domain.portal import STANDINGS, PortalStanding, standing_at
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
    """How many entries stand where: "3 not entered, 4 entered, 5 verified"; empty for none."""
    found = [standing_at(each, organization) for each in activities]
    return ", ".join(f"{found.count(each)} {PORTAL_WORDS[each]}" for each in STANDINGS if each in found)


def entered_words(before: Activity, organization: str) -> str:
    """That an entry stands in a portal with what it said before it was changed."""
    ceus = before.credits.get(organization)
    number = tidy(before.index_number)
    facts = [f"“{echo(before.title, 60)}”", prose_date(before.date)]
    facts += [count(ceus, "CEU")] if ceus is not None else []
    facts += [f"index number {number}"] if number else []
    state = standing_at(before, organization)
    return f"It was {state} at {organization} as {', '.join(facts)}; correct it there too."


def waiting_words(organization: str, activities: Sequence[Activity]) -> str:
    """Entries and their CEUs: "3 entries, 4.5 CEUs"."""
    ceus = sum((each.ceus_for(organization) for each in activities), ZERO)
    return f"{count(len(activities), 'entry')}, {count(ceus, 'CEU')}"
