"""Where a credential's number comes from, as the object of `why --json`."""

from collections.abc import Iterable
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.bars import Bar
from ceulog.domain.counting import Standing
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.records import plain_decimal
from ceulog.exchange.status import bar_object, excluded_object


def why_object(progress: OrganizationProgress, code: str) -> dict[str, Any]:
    """The rule, its edition and source, the entries that count for the credential and those that do not."""
    edition = progress.edition
    credential = next(each for each in progress.credentials if each.code == code)
    return {
        "schema": 1,
        "on": progress.on.isoformat(),
        "organization": progress.code,
        "credential": code,
        "name": credential.name,
        "cycle": {"start": progress.cycle.start.isoformat(), "end": progress.cycle.end.isoformat()},
        "rule": edition.summary,
        "edition": edition.id,
        "edition_starts": edition.starts.isoformat(),
        "edition_starts_known": edition.starts_known,
        "source": edition.source,
        "confidence": edition.confidence,
        "overrides": _overrides(progress, code),
        "complete": credential.complete,
        "needed": plain_decimal(credential.needed),
        "earned": plain_decimal(credential.earned),
        "planned": plain_decimal(credential.planned),
        "requirements": [_sourced(each) for each in (*credential.bars, *progress.bars)],
        "counted": [_counted(each, code) for each in _by_date(progress.standings) if code in each.applied],
        "excluded": [
            {"date": each.activity.date.isoformat(), **excluded_object(each, progress.code)}
            for each in _by_date(progress.excluded)
        ],
    }


def _by_date(standings: Iterable[Standing]) -> list[Standing]:
    return sorted(standings, key=lambda each: (each.activity.date, each.activity.id))


def _counted(standing: Standing, code: str) -> dict[str, Any]:
    activity: Activity = standing.activity
    return {
        "id": activity.id,
        "date": activity.date.isoformat(),
        "title": activity.title,
        "ceus": plain_decimal(standing.applied[code]),
    }


def _sourced(bar: Bar) -> dict[str, Any]:
    return {**bar_object(bar), "source": bar.source}


def _overrides(progress: OrganizationProgress, code: str) -> list[dict[str, str]]:
    found = []
    if required := progress.cycle.required:
        found.append({"of": "required", "ceus": plain_decimal(required.ceus), "reason": required.reason})
    if minimum := progress.cycle.minimums.get(code):
        found.append({"of": "minimum", "ceus": plain_decimal(minimum.ceus), "reason": minimum.reason})
    return found
