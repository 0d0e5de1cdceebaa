"""The states in portals as the text of a cell, and as objects for scripts."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from ceulog.domain.activities import PORTAL_STATES, Activity, PortalState, PortalStep
from ceulog.domain.portal import standing_at
from ceulog.domain.records import to_plain

_PART = re.compile(r"\s*([^=;]{1,200}?)\s*=\s*((?:[a-z]+ [0-9]{4}-[0-9]{2}-[0-9]{2}\s*)+)")


def steps_cell(portal: Mapping[str, tuple[PortalStep, ...]]) -> str:
    """Steps by organization: "AAPC=entered 2026-11-02 submitted 2026-11-20;AHIMA=entered 2026-11-03"."""
    return ";".join(f"{code}={_steps_text(steps)}" for code, steps in sorted(portal.items()) if steps)


def _steps_text(steps: tuple[PortalStep, ...]) -> str:
    return " ".join(f"{each.state} {each.date.isoformat()}" for each in steps)


def steps_of(cell: str) -> dict[str, tuple[PortalStep, ...]]:
    """What `steps_cell` wrote; empty for an empty cell.

    Raises:
        ValueError: it is no such list.
    """
    found: dict[str, tuple[PortalStep, ...]] = {}
    for part in filter(str.strip, cell.split(";")):
        match = _PART.fullmatch(part)
        if match is None:
            raise ValueError(part)
        words = match[2].split()
        steps = zip(map(_state, words[::2]), map(dt.date.fromisoformat, words[1::2]), strict=True)
        found[match[1]] = tuple(PortalStep(*each) for each in steps)
    return found


def _state(word: str) -> PortalState:
    return PORTAL_STATES[PORTAL_STATES.index(word)]


def portal_object(activity: Activity) -> dict[str, dict[str, Any]]:
    """Where it stands in each portal that it is in: its state, and the day of each step."""
    return {code: standing_object(activity, code) for code in sorted(activity.portal)}


def standing_object(activity: Activity, organization: str) -> dict[str, Any]:
    """Where it stands in one portal: `state`, the day of each step to it, what the portal has where that differs."""
    steps = activity.portal.get(organization, ())
    days: dict[str, str] = {each.state: each.date.isoformat() for each in steps}
    told = activity.entered_as.get(organization)
    return {"state": standing_at(activity, organization), **days, **({"entered_as": to_plain(told)} if told else {})}
