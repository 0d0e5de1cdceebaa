"""Progress read out as plain words, so that tables of cases can say what must hold."""

from collections.abc import Mapping
from decimal import Decimal

from ceulog.domain.bars import Bar
from ceulog.domain.counting import Standing
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.records import plain_decimal

Facts = Mapping[str, str]


def facts(progress: OrganizationProgress) -> dict[str, str]:
    """What progress says, by what it says it of.

    `pool`, and every credential's code: "earned / needed". A credential's code with a bar's label, and a
    share's label alone: the same of that bar. An activity's id: "2", "1 of 2: over-cap", or the reason.
    Besides: state, complete, planned, surplus, behind, days left, edition.
    """
    found = {
        "pool": _ratio(progress.earned, progress.needed),
        "state": progress.state,
        "complete": _yes(progress.complete),
        "planned": plain_decimal(progress.planned),
        "surplus": plain_decimal(progress.surplus),
        "behind": plain_decimal(progress.behind),
        "days left": str(progress.days_left),
        "edition": progress.edition.id,
        "bars": " ".join(each.code for each in progress.credentials),
    }
    found |= {bar.label: _ratio(bar.earned, bar.needed) for bar in progress.bars}
    for credential in progress.credentials:
        code = credential.code
        found[code] = _ratio(credential.earned, credential.needed)
        found[f"{code} planned"] = plain_decimal(credential.planned)
        found[f"{code} complete"] = _yes(credential.complete)
        for bar in credential.bars:
            found |= _bar(f"{code} {bar.label}", bar)
    for cap in progress.caps:
        limit = "" if cap.limit is None else f" of {plain_decimal(cap.limit)}"
        found[f"cap {cap.rule.label}"] = f"{plain_decimal(cap.used)}{limit}"
    found |= {each.activity.id: _standing(each, progress.code) for each in progress.standings}
    return found


def holding(expected: Facts, found: Facts) -> dict[str, str]:
    """Of what was found, what the expected facts speak of; for a comparison that shows its differences."""
    return {name: found.get(name, "not there") for name in expected}


def _bar(name: str, bar: Bar) -> dict[str, str]:
    said = _ratio(bar.earned, bar.needed)
    if not bar.required:
        said += ", optional"
    parts = [part for each in bar.parts for part in _bar(f"{name}, {each.label}", each).items()]
    return {name: said, **dict(parts)}


def _standing(standing: Standing, organization: str) -> str:
    whole = standing.activity.ceus_for(organization)
    if standing.reason is None:
        assert standing.counted == whole
        return plain_decimal(whole)
    if standing.counted:
        return f"{plain_decimal(standing.counted)} of {plain_decimal(whole)}: {standing.reason}"
    return standing.reason


def _ratio(earned: Decimal, needed: Decimal) -> str:
    return f"{plain_decimal(earned)} / {plain_decimal(needed)}"


def _yes(truth: bool) -> str:
    return "yes" if truth else "no"
