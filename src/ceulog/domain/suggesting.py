"""The one next activity that closes most gaps, at all organizations at once."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.advice import is_open
from ceulog.domain.bars import Bar
from ceulog.domain.editions import Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress, progress
from ceulog.domain.requirements import Minimum, Where
from ceulog.domain.state import Edit, LogState

ONE_CEU = Decimal(1)


class Gap(NamedTuple):
    """A required bar of CEUs that is not met yet."""

    organization: str
    credential: str
    """The code whose own it is; empty where it is the organization's."""
    label: str
    missing: Decimal


class Suggestion(NamedTuple):
    """What to look for next, and which gaps each CEU of it fills."""

    organizations: tuple[str, ...]
    """Who should grant CEUs for it."""
    approved_for: tuple[str, ...]
    """The codes of credentials that it should be approved for."""
    labels: tuple[str, ...]
    """The labels of the shares and minimums whose property it should have."""
    gaps: tuple[Gap, ...]


def suggestion(state: LogState, rulebook: Rulebook, on: dt.date) -> Suggestion | None:
    """One activity for everything that is short: credited wherever CEUs are missing, approved for the credential
    whose minimum lacks most, with the properties that open shares ask for.

    Which bars each CEU of it moves is counted with the rules themselves. None when no bar is short, or nothing that
    is logged on that day can move one.
    """  # noqa: D205 - one sentence
    organizations = progress(state, rulebook, on)
    short = [each for each in organizations if any(gaps_of(each))]
    if not short:
        return None
    approved = tuple(code for each in short for code in _worst_minimum(each))
    wanted = tuple(_compatible(pair for each in short for pair in _wanted(each)))
    one = _one_ceu(short, approved, (where for _, where in wanted), on)
    after = {gap[:3]: gap.missing for each in progress(state.after([Edit(None, one)]), rulebook, on)
             for gap in gaps_of(each)}  # fmt: skip
    found = [gap for each in short for gap in gaps_of(each)]
    moved = tuple(gap for gap in found if after.get(gap[:3], Decimal(0)) < gap.missing)
    labels = tuple(label for label, _ in wanted)
    return Suggestion(tuple(one.credits), approved, labels, moved) if moved else None


def gaps_of(progress: OrganizationProgress) -> Iterator[Gap]:
    """The required bars of CEUs that are short, each once: the pool, the shares, what is a credential's own."""
    code = progress.code
    each_for_itself = progress.edition.pool.kind == "each"
    if not each_for_itself and progress.missing:
        yield Gap(code, "", "total", progress.missing)
    for bar in progress.bars:
        if _counts_ceus(bar):
            yield Gap(code, "", bar.label, bar.missing)
    for credential in progress.credentials:
        for bar in credential.bars[0 if each_for_itself else 1 :]:
            if _counts_ceus(bar):
                yield Gap(code, credential.code, bar.label, bar.missing)


def _counts_ceus(bar: Bar) -> bool:
    return bar.kind in ("ceus", "share") and is_open(bar)


def _minimums(progress: OrganizationProgress) -> Iterator[tuple[Gap, Minimum]]:
    """The minimums of credentials that are short, with their rules."""
    rules = {each.label: each for each in progress.edition.requirement if isinstance(each, Minimum)}
    for gap in gaps_of(progress):
        if gap.credential and gap.label in rules:
            yield gap, rules[gap.label]


def _worst_minimum(progress: OrganizationProgress) -> tuple[str, ...]:
    """The credential whose minimum by approval lacks most: an activity fills one of them alone."""
    short = [gap for gap, rule in _minimums(progress) if rule.where is None]
    worst = max(short, key=lambda gap: gap.missing, default=None)
    return (worst.credential,) if worst else ()


def _wanted(progress: OrganizationProgress) -> Iterator[tuple[str, Where]]:
    """The properties that shares and minimums which are short ask for, with their labels."""
    short = {bar.label for bar in progress.bars if _counts_ceus(bar)}
    yield from ((each.label, each.where) for each in progress.edition.shares if each.label in short)
    yield from ((rule.label, rule.where) for _, rule in _minimums(progress) if rule.where)


def _compatible(pairs: Iterable[tuple[str, Where]]) -> Iterator[tuple[str, Where]]:
    """Those that one activity can have together: of each field the first that names a value."""
    fields: set[str] = set()
    for label, where in pairs:
        if where.any_of and where.field not in fields:
            fields.add(where.field)
            yield label, where


def _one_ceu(
    short: Iterable[OrganizationProgress], approved: tuple[str, ...], wheres: Iterable[Where], on: dt.date
) -> Activity:
    fields: Mapping[str, Any] = {each.field: _value(each) for each in wheres}
    granted = {each.code: ONE_CEU for each in short}
    return Activity(id="", date=on, title="", credits=granted)._replace(**{"approved_for": approved, **fields})


def _value(where: Where) -> Any:
    value = where.any_of[0]
    return int(value) if where.field == "domain" else (value,) if where.field == "approved_for" else value
