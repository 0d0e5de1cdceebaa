"""Builders of the core's records, so that a test says only what it is about.

Days are written as ISO text and CEUs as decimal text. What a test does not name is ordinary: an activity
of AAPC on a day inside the usual cycle, cycles as in the sketches of the dashboard.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cache
from itertools import count
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential, Holder, Tick
from ceulog.domain.cycles import Cycle, Membership, Override
from ceulog.domain.editions import Rulebook
from ceulog.domain.progress import OrganizationProgress, organization_progress
from ceulog.domain.state import LogState
from ceulog.rulebook.shipped import load_shipped

TODAY = dt.date(2026, 11, 23)
"""The day on which every test takes place unless it says otherwise."""

USUAL_CYCLES = {"AAPC": ("2025-04-01", "2027-03-31"), "AHIMA": ("2025-01-01", "2026-12-31")}

_numbers = count(1)


@cache
def shipped() -> Rulebook:
    """The rules that come with the program, read once."""
    return load_shipped()


def day(text: str | dt.date) -> dt.date:
    """A date from ISO text; a date stays as it is."""
    return text if isinstance(text, dt.date) else dt.date.fromisoformat(text)


def ids() -> Callable[[], str]:
    """A source of ids: new-1, new-2, …"""
    numbers = count(1)
    return lambda: f"new-{next(numbers)}"


def an_activity(
    ceus: str = "1",
    on: str | dt.date = "2026-01-10",
    *,
    id: str = "",  # noqa: A002 - the field's own name
    at: str = "AAPC",
    credits: Mapping[str, str] | None = None,  # noqa: A002
    **fields: Any,
) -> Activity:
    """A done activity of so many CEUs on a day.

    Args:
        ceus: CEUs at every organization of `at`.
        on: the day it was completed.
        id: its id, and its title unless one is given; a fresh one by default.
        at: the organizations that it is credited to, with blanks between.
        credits: organization -> CEUs, in place of `ceus` and `at`.
        fields: any other field of an activity; `approved_for` may be text with blanks between.
    """
    id = id or f"activity-{next(_numbers):05}"  # noqa: A001
    granted = credits if credits is not None else dict.fromkeys(at.split(), ceus)
    if isinstance(approved := fields.get("approved_for"), str):
        fields["approved_for"] = tuple(approved.split())
    if isinstance(trashed := fields.get("trashed"), str):
        fields["trashed"] = day(trashed)
    plain = {"title": id, "credits": {code: Decimal(each) for code, each in granted.items()}, **fields}
    return Activity(id=id, date=day(on), **plain)


def a_planned(ceus: str = "1", on: str | dt.date = "2026-12-05", **fields: Any) -> Activity:
    """An activity that is still to come."""
    return an_activity(ceus, on, status="planned", **fields)


def a_cycle(start: str = "2025-04-01", end: str = "2027-03-31", **fields: Any) -> Cycle:
    """A cycle from day to day; `required` and `minimums` may be numbers as text."""
    if isinstance(required := fields.get("required"), str):
        fields["required"] = an_override(required)
    if minimums := fields.get("minimums"):
        fields["minimums"] = {code: an_override(each) for code, each in minimums.items()}
    if isinstance(extension := fields.get("extension"), str):
        fields["extension"] = day(extension)
    return Cycle(day(start), day(end), **fields)


def an_override(ceus: str, reason: str = "my tracker says so") -> Override:
    """A number set against the rule."""
    return Override(Decimal(ceus), reason)


def a_held(code: str, earned: str, organization: str = "", **fields: Any) -> HeldCredential:
    """A held credential; its organization is looked up in the shipped rules unless given."""
    if not organization:
        found = shipped().find_credential(code)
        assert found, f"nobody awards {code}"
        organization = found[0].code
    return HeldCredential(f"held-{code}", organization, code, day(earned), **fields)


def a_tick(code: str, on: str, label: str = "self-assessment") -> Tick:
    """A box ticked on a day."""
    return Tick(f"tick-{code}-{label}-{on}", code, label, day(on))


def a_log(
    *activities: Activity,
    held: Iterable[tuple[str, str] | HeldCredential] = (("CPC", "2019-05-14"),),
    cycles: Mapping[str, Cycle | Iterable[Cycle]] | None = None,
    ticks: Iterable[tuple[str, str] | Tick] = (),
    name: str = "",
) -> LogState:
    """A log with these activities, holding those credentials, in the usual cycles unless given."""
    credentials = [each if isinstance(each, HeldCredential) else a_held(*each) for each in held]
    memberships = []
    for code in dict.fromkeys(each.organization for each in credentials):
        given = (cycles or {}).get(code) or a_cycle(*USUAL_CYCLES.get(code, USUAL_CYCLES["AAPC"]))
        own = (given,) if isinstance(given, Cycle) else tuple(given)
        memberships.append(Membership(f"member-{code}", code, own))
    boxes = [each if isinstance(each, Tick) else a_tick(*each) for each in ticks]
    return LogState(
        holder=Holder(name),
        memberships={each.id: each for each in memberships},
        credentials={each.id: each for each in credentials},
        activities={each.id: each for each in activities},
        ticks={each.id: each for each in boxes},
    )


def progress_of(
    log: LogState, organization: str = "AAPC", on: str | dt.date = TODAY, rulebook: Rulebook | None = None
) -> OrganizationProgress:
    """The progress at one organization, which must be there."""
    found = organization_progress(log, rulebook or shipped(), organization, day(on))
    assert found is not None, f"no progress at {organization} on {on}"
    return found
