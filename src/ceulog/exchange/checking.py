"""What an auditor would stumble over in the current cycles, and what is due; as findings, before they are words."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from ceulog.domain.activities import Activity
from ceulog.domain.advice import needs
from ceulog.domain.counting import Standing
from ceulog.domain.editions import Rulebook
from ceulog.domain.holdings import without_numbers
from ceulog.domain.named import NamedTuple
from ceulog.domain.portal import ENTER_BY, counting, standing_at
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.remarks import by_itself
from ceulog.domain.state import LogState
from ceulog.domain.text import index_key, title_key
from ceulog.domain.unmarked import is_unclassified, is_unmarked
from ceulog.exchange.csv_out import export_rows

DUE_SOON = 90
"""Days before a due date from which it is found."""
SHORTEST_NUMBER = 4
"""Characters; AAPC publishes no form of its index numbers, so only what can hardly be one is found."""

Kind = Literal[
    "missing", "proof-gone", "proof-changed", "not-counted", "same-number", "odd-number", "look-alike", "odd-unit",
    "no-domain", "no-provider", "past-plan", "deadline", "overdue", "dues", "ready-to-close",
    "weak-proof", "verification", "not-entered", "not-verified", "questioned", "entered-otherwise", "conflict-copy",
    "no-numbers",
]  # fmt: skip


class Finding(NamedTuple):
    """One thing that was found; which fields are filled depends on its kind."""

    kind: Kind
    organization: str = ""
    activity: Activity | None = None
    what: tuple[str, ...] = ()
    """What is missing, the name of a file, the reason why it does not count, the ids of several entries, or a
    credential and what the log lacks for it."""
    other: Activity | None = None
    """The entry that it meets."""
    day: dt.date | None = None
    """Of what is due."""
    days: int = 0
    """Until it is due."""


def findings(
    state: LogState, rulebook: Rulebook, on: dt.date, organizations: Iterable[OrganizationProgress],
    proofs: Mapping[str, Literal["gone", "changed"]],
) -> list[Finding]:  # fmt: skip
    """Everything that was found: what is due first, then the entries by date.

    Args:
        state: the log.
        rulebook: the rules.
        on: today.
        organizations: where each stands.
        proofs: the certificates that are not as they were when they were attached, by the name of their file.
    """
    progress = tuple(organizations)
    found = [
        Finding("no-numbers", each.held.organization, what=(each.held.code, each.cycle_word))
        for each in without_numbers(state, rulebook)
    ]
    found += [each for it in progress for each in (*_due(it), *_in_portal(it))]
    missing = _missing(state, rulebook, on)
    entries: list[Finding] = []
    counted: dict[str, Activity] = {}
    for it in progress:
        for standing in it.standings:
            if standing.counted:
                counted[standing.activity.id] = standing.activity
                entries += _unclassified(standing.activity, it)
        left_out = (each for each in it.excluded if each.reason not in _NO_FAULT)
        entries += [_excluded(each, it) for each in left_out if not it.closed_with(each.activity)]
    entries += [
        Finding("missing", activity=each, what=what)
        for key, what in missing.items()
        if (each := state.activities.get(key))
    ]
    by_title: dict[str, list[Activity]] = {}
    for activity in state.activities.values():
        by_title.setdefault(title_key(activity.title), []).append(activity)
    for activity in counted.values():
        entries += _itself(activity, state, by_title[title_key(activity.title)])
    entries += _proofs(state, proofs)
    entries += _corrections(state)
    late = (each for each in state.activities.values() if each.status == "planned" and each.date < on)
    entries += [Finding("past-plan", activity=each) for each in late if not each.trashed]
    return found + sorted(entries, key=_in_order)


_NO_FAULT = ("in-trash", "planned", "next-cycle", "over-cap", "before-award")


def _in_order(finding: Finding) -> tuple[dt.date, str, str]:
    activity = finding.activity
    return (activity.date, activity.id, finding.kind) if activity else (dt.date.min, "", finding.kind)


def _due(progress: OrganizationProgress) -> Iterator[Finding]:
    code, last_day, left = progress.code, progress.cycle.last_day, progress.days_left
    missing = tuple(each.kind for each in needs([progress]) if each.kind not in ("dues", "close"))
    if left < 0:
        yield Finding("ready-to-close" if progress.complete else "overdue", code, what=missing, day=last_day, days=left)
    elif missing and left <= DUE_SOON:
        yield Finding("deadline", code, what=missing, day=last_day, days=left)
    if dues := progress.membership.dues_date:
        days = (dues - progress.on).days
        if days <= DUE_SOON:
            yield Finding("dues", code, day=dues, days=days)


def _in_portal(progress: OrganizationProgress) -> Iterator[Finding]:
    """What is to be answered, what the portal does not know yet, and what is not verified."""
    code, left, membership = progress.code, progress.days_left, progress.membership
    if membership.verification_asked or membership.verification_due:
        due = membership.verification_due
        yield Finding("verification", code, day=due, days=(due - progress.on).days if due else 0)
    standing: dict[str, list[Activity]] = {}
    for activity in counting(progress):
        standing.setdefault(standing_at(activity, code), []).append(activity)
    if left <= ENTER_BY and (waiting := standing.get("logged")):
        yield Finding("not-entered", code, what=_ids(waiting), day=progress.cycle.last_day, days=left)
    if waiting := standing.get("submitted"):
        yield Finding("not-verified", code, what=_ids(waiting))


def _ids(activities: Iterable[Activity]) -> tuple[str, ...]:
    return tuple(each.id for each in activities)


def _corrections(state: LogState) -> Iterator[Finding]:
    """What an organization asked about, and what its portal was told otherwise; in a closed cycle too."""
    for activity in state.activities.values():
        for code in () if activity.trashed else activity.portal:
            if standing_at(activity, code) == "questioned":
                yield Finding("questioned", code, activity)
            if code in activity.entered_as:
                yield Finding("entered-otherwise", code, activity)


def _missing(state: LogState, rulebook: Rulebook, on: dt.date) -> dict[str, tuple[str, ...]]:
    """Activity id -> what a verification would not find, of all that counts."""
    found: dict[str, dict[str, None]] = {}
    for row in export_rows(state, rulebook, on):
        if row["counts"] == "Y" and row["missing_elements"]:
            found.setdefault(row["activity_id"], {}).update(dict.fromkeys(row["missing_elements"].split(";")))
    return {key: tuple(each) for key, each in found.items()}


def _unclassified(activity: Activity, progress: OrganizationProgress) -> Iterator[Finding]:
    if is_unclassified(activity, progress):
        yield Finding("no-domain", progress.code, activity)
    if is_unmarked(activity, progress):
        yield Finding("no-provider", progress.code, activity)


def _excluded(standing: Standing, progress: OrganizationProgress) -> Finding:
    return Finding("not-counted", progress.code, standing.activity, (standing.reason or "",))


def _itself(activity: Activity, state: LogState, namesakes: Iterable[Activity]) -> Iterator[Finding]:
    for remark in by_itself(activity, namesakes):
        if remark.kind == "look-alike" and remark.other and remark.other.id > activity.id:
            yield Finding("look-alike", activity=activity, other=remark.other)
        elif remark.kind == "unusual-unit":
            yield Finding("odd-unit", activity=activity)
    if activity.is_weakly_proved:
        yield Finding("weak-proof", activity=activity)
    number = index_key(activity.index_number)
    if not number:
        return
    if len(number) < SHORTEST_NUMBER or not any(each.isdecimal() for each in number):
        yield Finding("odd-number", activity=activity)
    for other in state.index.with_index_number(activity.index_number):
        # a number is valid with one title alone (AAPC [A3])
        if other.id != activity.id and not other.trashed and other.title.casefold() != activity.title.casefold():
            yield Finding("same-number", activity=activity, other=other)


def _proofs(state: LogState, proofs: Mapping[str, Literal["gone", "changed"]]) -> Iterator[Finding]:
    for activity in state.activities.values():
        for certificate in activity.certificates:
            if (fault := proofs.get(certificate.file)) and not activity.trashed:
                kind: Kind = "proof-gone" if fault == "gone" else "proof-changed"
                yield Finding(kind, activity=activity, what=(certificate.file,))
