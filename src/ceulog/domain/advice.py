"""What is missing for renewal, worst first: what a coder should see to next."""

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Literal

from ceulog.domain.bars import Bar
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import CredentialProgress, OrganizationProgress
from ceulog.domain.requirements import Minimum

SOON = 60
"""Days before a cycle's end from which it goes before one that is merely behind."""
DUES_SOON = 45
"""Days before the yearly dues from which they are spoken of."""


class Need(NamedTuple):
    """One thing that is missing for renewal, or that is left to be done."""

    organization: str
    kind: Literal["ceus", "minimum", "share", "tick", "hours", "choice", "close", "dues"]
    """`close`: nothing is missing and the cycle is over, so that the next can be opened. `dues`: the
    yearly dues are near, or not marked as paid.
    """
    missing: Decimal
    """CEUs; boxes for a tick, hours, roads for a choice, dollars for dues (0 when not known)."""
    credential: str = ""
    """The code of the credential that it is for; empty when it is for the organization as a whole."""
    label: str = ""
    planned: Decimal = ZERO
    """How many of the missing CEUs would come with what is planned."""
    inside: bool = False
    """Whether its CEUs are among those of the need of kind `ceus` before it."""
    due: dt.date | None = None
    """Of dues: their day."""


def needs(organizations: Iterable[OrganizationProgress]) -> tuple[Need, ...]:
    """Everything that is missing: overdue first, then what ends soon, then what is behind, then the rest."""
    ordered = sorted(organizations, key=_urgency)
    return tuple(need for each in ordered for need in (*_dues(each), *_needs_of(each)))


def dues_left(progress: OrganizationProgress) -> int | None:
    """Days to the yearly dues, negative when they are overdue; None while nothing is to be said of them."""
    day = progress.membership.dues_date
    left = (day - progress.on).days if day else None
    return left if left is not None and left <= DUES_SOON else None


def _dues(progress: OrganizationProgress) -> Iterator[Need]:
    membership = progress.membership
    if dues_left(progress) is not None:
        yield Need(progress.code, "dues", membership.dues_amount or ZERO, due=membership.dues_date)


def _urgency(progress: OrganizationProgress) -> tuple[int, int]:
    if progress.state == "overdue":
        rank = 0
    elif progress.state == "ready-to-close" or progress.days_left <= SOON:
        rank = 1
    else:
        rank = 2 if progress.state == "behind" else 3
    return rank, progress.days_left


def _needs_of(progress: OrganizationProgress) -> Iterator[Need]:
    if progress.complete:
        if progress.state == "ready-to-close":
            yield Need(progress.code, "close", ZERO)
        return
    yield from _totals(progress)
    pool = progress.missing
    own = [(each.code, bar) for each in progress.credentials for bar in each.bars[1:] if is_open(bar)]
    yield from (_own(progress.code, code, bar, pool) for code, bar in own if bar.kind != "tick")
    for bar in progress.bars:
        if is_open(bar):
            yield Need(progress.code, "share", bar.missing, label=bar.label, inside=bar.missing <= pool)
    # what takes longest first: a box is ticked in a moment
    yield from (_own(progress.code, code, bar, pool) for code, bar in own if bar.kind == "tick")


def _totals(progress: OrganizationProgress) -> Iterator[Need]:
    """The missing CEUs: one figure for a common pool, one for each credential otherwise."""
    if progress.edition.pool.kind == "each":
        yield from (_total_of(progress.code, each) for each in progress.credentials if is_open(each.bars[0]))
    elif missing := progress.missing:
        alone = progress.credentials[0].code if len(progress.credentials) == 1 else ""
        yield Need(progress.code, "ceus", missing, alone, planned=min(progress.planned, missing))


def _total_of(organization: str, credential: CredentialProgress) -> Need:
    missing = credential.bars[0].missing
    return Need(organization, "ceus", missing, credential.code, planned=min(credential.planned, missing))


def _own(organization: str, code: str, bar: Bar, pool: Decimal) -> Need:
    if bar.kind == "tick":
        return Need(organization, "tick", bar.missing, code, bar.label)
    if bar.kind == "hours":
        return Need(organization, "hours", bar.missing, code, bar.label)
    if bar.kind in ("any_of", "all_of"):
        return Need(organization, "choice", bar.missing, code, bar.label)
    return Need(organization, "minimum", bar.missing, code, bar.label, inside=bar.missing <= pool)


def still_to_earn(progress: OrganizationProgress) -> Decimal:
    """CEUs that still have to be earned at the least, for the pool and everything inside it.

    One activity fills the pool, a share and one minimum at once; minimums by approval add up.
    """
    own = [bar for each in progress.credentials for bar in each.bars[1:] if bar.kind == "ceus" and is_open(bar)]
    by_approval = {each.label for each in progress.edition.requirement if isinstance(each, Minimum) and not each.where}
    added = sum((bar.missing for bar in own if bar.label in by_approval), ZERO)
    others = [bar.missing for bar in (*own, *progress.bars) if is_open(bar)]
    if progress.edition.pool.kind == "each":
        others += [each.bars[0].missing for each in progress.credentials]
    return max(progress.missing, added, *others)


def is_open(bar: Bar) -> bool:
    """Whether renewal still waits for a requirement."""
    return bar.required and not bar.met
