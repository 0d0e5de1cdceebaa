"""Progress as the object of `status --json`: a contract, whose fields FORMATS.md names."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ceulog.domain.bars import Bar
from ceulog.domain.counting import Standing
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.domain.records import plain_decimal

SCHEMA = 1


def status_object(on: dt.date, organizations: Iterable[OrganizationProgress]) -> dict[str, Any]:
    """Everything that `status --json` prints."""
    return {
        "schema": SCHEMA,
        "on": on.isoformat(),
        "organizations": [organization_object(each) for each in organizations],
    }


def cycle_object(progress: OrganizationProgress) -> dict[str, Any]:
    """The days of a cycle, and how many are left."""
    cycle = progress.cycle
    dates: dict[str, Any] = {
        "start": cycle.start.isoformat(),
        "end": cycle.end.isoformat(),
        "days_left": progress.days_left,
    }
    if cycle.extension:
        dates["extension"] = cycle.extension.isoformat()
    return dates


def organization_object(progress: OrganizationProgress) -> dict[str, Any]:
    """One organization; also what a closed cycle keeps of itself."""
    return {
        "code": progress.code,
        "cycle": cycle_object(progress),
        "edition": progress.edition.id,
        "state": progress.state,
        "complete": progress.complete,
        "needed": plain_decimal(progress.needed),
        "earned": plain_decimal(progress.earned),
        "planned": plain_decimal(progress.planned),
        "surplus": plain_decimal(progress.surplus),
        "behind": plain_decimal(progress.behind),
        "requirements": [bar_object(each) for each in progress.bars],
        "credentials": [_credential_object(each) for each in progress.credentials],
        "excluded": [excluded_object(each, progress.code) for each in progress.excluded],
    }


def _credential_object(progress: CredentialProgress) -> dict[str, Any]:
    return {
        "code": progress.code,
        "name": progress.name,
        "complete": progress.complete,
        "needed": plain_decimal(progress.needed),
        "earned": plain_decimal(progress.earned),
        "planned": plain_decimal(progress.planned),
        "requirements": [bar_object(each) for each in progress.bars],
    }


def bar_object(bar: Bar) -> dict[str, Any]:
    """One requirement: CEUs and hours as strings, boxes and roads as whole numbers."""
    found: dict[str, Any] = {"kind": bar.kind, "label": bar.label, "required": bar.required}
    if bar.kind in ("ceus", "share", "hours"):
        found |= {"needed": plain_decimal(bar.needed), "earned": plain_decimal(bar.earned)}
    else:
        found |= {"needed": int(bar.needed), "done": int(bar.earned)}
    found["met"] = bar.met
    if bar.parts:
        found["of"] = [bar_object(each) for each in bar.parts]
    return found


def excluded_object(standing: Standing, organization: str) -> dict[str, Any]:
    """An activity that does not wholly count, with the reason."""
    found = {
        "id": standing.activity.id,
        "title": standing.activity.title,
        "ceus": plain_decimal(standing.activity.ceus_for(organization)),
        "reason": standing.reason,
    }
    if standing.counted:
        found["counted"] = plain_decimal(standing.counted)
    return found
