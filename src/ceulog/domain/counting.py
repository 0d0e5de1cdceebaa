"""Which activities count for an organization in a cycle, how much, and why the others do not."""

import datetime as dt
from collections.abc import Container, Iterable, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.closed import Spent
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import ONE_DAY, Cycle, same_month
from ceulog.domain.editions import Edition, Organization
from ceulog.domain.index import LogIndex
from ceulog.domain.named import NamedTuple
from ceulog.domain.picks import Picks
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import Cap
from ceulog.domain.text import index_key

Reason = Literal[
    "in-trash", "other-organization", "planned", "before-award", "outside-cycle", "next-cycle",
    "duplicate", "core-only", "over-cap",
]  # fmt: skip
"""Why an activity does not count, in the order in which they are named."""


class Frame(NamedTuple):
    """What counting looks at: one organization's rules and holdings, in one cycle, on one day."""

    organization: Organization
    edition: Edition
    cycle: Cycle
    previous: Cycle | None
    held: tuple[HeldCredential, ...]
    """Awarded by that day, by award date; replaced ones too."""
    on: dt.date
    begins: dt.date = dt.date.min
    """The first day that the log's cycles of the organization cover; what is older counted before the log."""
    spent: Spent = Spent()
    """What closed cycles used up."""

    @property
    def first_award(self) -> dt.date:
        """The day from which anything counts."""
        return self.held[0].earned

    @property
    def previous_month(self) -> dt.date:
        """The first day of the renewal month of the cycle before."""
        return (self.cycle.start - ONE_DAY).replace(day=1)


class Standing(NamedTuple):
    """How one activity stands with one organization."""

    activity: Activity
    counted: Decimal = ZERO
    """CEUs that count."""
    reason: Reason | None = None
    """Why they do not all count; None when they do."""
    applied: Mapping[str, Decimal] = {}
    """Credential code -> CEUs that its bar takes from this activity."""
    minimum: str = ""
    """The code of the credential whose minimum it fills."""


def by_date(standings: Iterable[Standing]) -> list[Standing]:
    """The oldest first."""
    return sorted(standings, key=lambda each: chronological(each.activity))


def standing_alone(activity: Activity, frame: Frame, *, planned_too: bool = False) -> Reason | None:
    """The reason that lies in the activity itself, whatever the cycle and the other activities."""
    if activity.trashed:
        return "in-trash"
    if frame.organization.code not in activity.credits:
        return "other-organization"
    if not planned_too and activity.is_planned(frame.on):
        return "planned"
    if activity.date < frame.first_award:
        return "before-award"
    return None


def out_of_cycle(activity: Activity, frame: Frame) -> Reason | None:
    """The reason that lies in its date: outside the cycle, or for the next one."""
    cycle, day = frame.cycle, activity.date
    if activity.id in frame.spent.ids:
        return "outside-cycle"
    moved = activity.next_cycle and frame.organization.renewal_month
    if day < cycle.start:
        to_this_one = moved and same_month(day, cycle.start - ONE_DAY)
        return None if to_this_one else "outside-cycle"
    if day > cycle.last_day or (moved and same_month(day, cycle.end)):
        return "next-cycle"
    # what came too late for the extension of a closed cycle is left to this one
    extended = frame.previous is not None and frame.previous.closing is None and day <= frame.previous.last_day
    return "outside-cycle" if extended else None


def is_core_only(activity: Activity, frame: Frame) -> bool:
    """Say whether it is of a kind for core credentials alone, with none held on its day."""
    if activity.type not in frame.edition.core_only:
        return False
    then = (each for each in frame.held if each.earned <= activity.date)
    kinds = (frame.organization.kind_of(each.code) for each in then)
    return not any(kind and kind.group == "core" for kind in kinds)


def _is_duplicate(
    activity: Activity, frame: Frame, index: LogIndex, *, planned_too: bool, idle: Container[str]
) -> bool:
    """Whether its index number is used up; by the earliest that counts, for excluded ones use nothing up."""
    if frame.spent.numbers and index_key(activity.index_number) in frame.spent.numbers:
        return True
    for each in index.rivals(activity):
        if each.id == activity.id:
            return False
        if each.id not in idle and _counts_somewhere(each, frame, planned_too=planned_too):
            return True
    return False


def _counts_somewhere(activity: Activity, frame: Frame, *, planned_too: bool) -> bool:
    """Whether an activity counts in this cycle, or did before the log began; of closed cycles `Spent` tells."""
    if standing_alone(activity, frame, planned_too=planned_too) or is_core_only(activity, frame):
        return False
    return out_of_cycle(activity, frame) is None or activity.date < frame.begins


def reason_against(
    activity: Activity, frame: Frame, index: LogIndex, *, planned_too: bool = False, idle: Container[str] = ()
) -> Reason | None:
    """The first reason, in the order of `Reason`, why an activity cannot count; caps come later.

    Args:
        activity: the one that is asked about.
        frame: what counting looks at.
        index: of the log.
        planned_too: count as if what is planned had been attended.
        idle: ids of those that the caps leave nothing of.
    """
    return (
        standing_alone(activity, frame, planned_too=planned_too)
        or out_of_cycle(activity, frame)
        or ("duplicate" if _is_duplicate(activity, frame, index, planned_too=planned_too, idle=idle) else None)
        or ("core-only" if is_core_only(activity, frame) else None)
    )


def in_view(frame: Frame, index: LogIndex) -> list[Activity]:
    """The activities that this cycle could count or must explain: those since the renewal month of
    the cycle before, and those from before the first award. All others lie in earlier cycles.
    """  # noqa: D205 - one sentence
    code = frame.organization.code
    start = max(frame.previous_month, frame.first_award)
    early = index.before(code, frame.first_award)
    return early + index.since(code, start)


def under_caps(picks: Picks, frame: Frame, needed: Decimal) -> Sequence[Decimal]:
    """The CEUs that the caps let each of some activities keep, for so many needed CEUs.

    Where a cap lets only some through, the activities that it names come first, then the earlier ones.

    Args:
        picks: the activities.
        frame: what counting looks at.
        needed: CEUs of which a cap is a part.
    """
    kept: dict[int, Decimal] = {}
    for cap in frame.edition.caps:
        _apply_cap(cap, picks, kept, needed)
    if not kept:
        return picks.whole
    counted = [*picks.whole]
    for place, ceus in kept.items():
        counted[place] = ceus
    return counted


def cap_reason(counted: Decimal, whole: Decimal) -> Reason | None:
    """The reason why an activity counts with so many of its CEUs; None when they are all."""
    return None if counted is whole or counted == whole else "over-cap"


def _apply_cap(cap: Cap, picks: Picks, kept: dict[int, Decimal], needed: Decimal) -> None:
    """Note by place what one cap leaves of the activities that it is about, after those before it."""
    capped = picks.places(cap.where)
    for place in capped:
        kept.setdefault(place, picks.whole[place])
    if cap.per_activity is not None:
        for place in capped:
            kept[place] = min(kept[place], cap.per_activity)
    if cap.percent is not None:
        first = picks.which(cap.first) if cap.first else None
        left = cap_limit(cap.percent, needed)
        for place in sorted(capped, key=first.__getitem__, reverse=True) if first else capped:
            kept[place] = min(kept[place], left)
            left -= kept[place]


def cap_limit(percent: int, needed: Decimal) -> Decimal:
    """CEUs that a percentage cap allows: rounded down to whole CEUs."""
    return (needed * percent / 100).to_integral_value(ROUND_FLOOR)


class Limit(NamedTuple):
    """How much a cap lets through."""

    label: str
    """The cap's."""
    ceus: Decimal
    of_each: bool
    """Whether it is of each activity; else of all together that the cap names."""


def limit_met(standing: Standing, caps: Iterable[Cap], among: Sequence[Standing], needed: Decimal) -> Limit | None:
    """The limit for which an activity does not wholly count; None when it met none.

    Args:
        standing: how it stands.
        caps: those of the edition.
        among: all standings of the count.
        needed: CEUs of which a cap is a part.
    """
    for cap in caps:
        fits = cap.where.tester() if cap.where else None
        if fits and not fits(standing.activity):
            continue
        if cap.per_activity is not None and standing.counted == cap.per_activity:
            return Limit(cap.label, cap.per_activity, of_each=True)
        if cap.percent is not None:
            most = cap_limit(cap.percent, needed)
            if sum((each.counted for each in among if not fits or fits(each.activity)), ZERO) >= most:
                return Limit(cap.label, most, of_each=False)
    return None
