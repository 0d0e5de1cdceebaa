"""One count of one organization: every activity's standing, and the sums that the bars show."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from ceulog.domain import pools
from ceulog.domain.activities import Activity
from ceulog.domain.counting import Frame, Standing, in_view, reason_against, under_caps
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState
from ceulog.domain.ticks import boxes_ticked

MOST_ROUNDS = 6
"""Counts in which another entry of an index number takes the place of one that the caps leave nothing of:
more of one number is no number but a remark, and is not worth the time.
"""


class Tally(NamedTuple):
    """The sums of one count, in CEUs."""

    needed: Decimal
    earned: Decimal
    """After caps, with what ticked boxes are worth."""
    standings: tuple[Standing, ...]
    parts: tuple[pools.Part, ...]
    """What each active credential carries of the pool, in filling order."""
    earned_by: Mapping[str, Decimal]
    """Credential code -> CEUs of the pool earned for it."""
    minimums: Mapping[str, Decimal] = {}
    """Credential code -> CEUs that fill its minimum."""


def tally(state: LogState, frame: Frame, *, planned_too: bool = False) -> Tally:
    """Count what stands in the log for one organization's cycle; planned activities on request."""
    counted = _counted(state, frame, frozenset(), planned_too=planned_too)
    idle: frozenset[str] = frozenset()
    for _ in range(MOST_ROUNDS):
        more = idle | _idle(counted, state)
        if more == idle:
            break
        # what the caps leave nothing of uses nothing up: another of its index number may count instead
        idle = more
        counted = _counted(state, frame, idle, planned_too=planned_too)
    return counted


def _idle(counted: Tally, state: LogState) -> frozenset[str]:
    """Those of whose CEUs the caps left nothing, where there is another of the same index number."""
    return frozenset(
        each.activity.id
        for each in counted.standings
        if each.reason == "over-cap" and not each.counted
        and len(state.index.with_index_number(each.activity.index_number)) > 1
    )  # fmt: skip


def _counted(state: LogState, frame: Frame, idle: frozenset[str], *, planned_too: bool) -> Tally:
    held = pools.active(frame.organization, frame.held)
    candidates: list[Activity] = []
    standings: list[Standing] = []
    for activity in in_view(frame, state.index):
        reason = reason_against(activity, frame, state.index, planned_too=planned_too, idle=idle)
        if reason is None:
            candidates.append(activity)
        else:
            standings.append(Standing(activity, reason=reason))
    worth = {each.code: _tick_worth(state, frame, each) for each in held}
    count = _COUNTS[frame.edition.pool.kind]
    counted = count(frame, held, candidates, standings, worth)
    minimums = _with_minimum(frame, held)
    for standing in counted.standings:
        if standing.minimum:
            minimums[standing.minimum] += standing.counted
    return counted._replace(minimums=minimums)


def _tick_worth(state: LogState, frame: Frame, credential: HeldCredential) -> Decimal:
    kind = frame.organization.kind_of(credential.code)
    boxes = frame.edition.owed_for(kind) if kind else ()
    return sum(
        (each.ceus * boxes_ticked(state, frame, credential, each)
         for each in boxes if isinstance(each, TickBox) and each.ceus is not None),
        ZERO,
    )  # fmt: skip


def _standing(activity: Activity, counted: Decimal, frame: Frame, held: tuple[HeldCredential, ...]) -> Standing:
    whole = activity.ceus_for(frame.organization.code)
    target = _minimum_target(activity, frame, held) if counted else ""
    return Standing(activity, counted, None if counted == whole else "over-cap", minimum=target)


def _with_minimum(frame: Frame, held: tuple[HeldCredential, ...]) -> dict[str, Decimal]:
    """The credentials that owe CEUs approved for them, each with nothing in it yet."""
    kinds = (kind for each in held if (kind := frame.organization.kind_of(each.code)))
    return {kind.code: ZERO for kind in kinds if frame.edition.minimum_of(kind)}


def _minimum_target(activity: Activity, frame: Frame, held: tuple[HeldCredential, ...]) -> str:
    """The first credential named on the certificate that was held that day and has a minimum."""
    if activity.type in frame.edition.core_only:
        return ""
    then = {each.code for each in held if each.earned <= activity.date}
    for named in activity.approved_for:
        kind = frame.organization.kind_of(named)
        if kind and kind.code in then and frame.edition.minimum_of(kind):
            return kind.code
    return ""


def _count_by_number(
    frame: Frame, held: tuple[HeldCredential, ...], candidates: list[Activity],
    standings: list[Standing], worth: Mapping[str, Decimal],
) -> Tally:  # fmt: skip
    """One pool for all; a bar that is a minimum takes only what fills it."""
    needed = pools.needed(frame.edition, frame.cycle, held)
    with_minimum = _with_minimum(frame, held)
    earned = sum(worth.values(), ZERO)
    for activity, counted in under_caps(candidates, frame, needed):
        standing = _standing(activity, counted, frame, held)
        if counted:
            takers = [each for each in held if each.earned <= activity.date]
            applied = {
                each.code: counted for each in takers if each.code not in with_minimum or each.code == standing.minimum
            }
            standing = standing._replace(applied=applied or {held[0].code: counted})
        standings.append(standing)
        earned += counted
    parts = pools.parts(frame.edition, frame.cycle, held)
    return Tally(needed, earned, tuple(standings), parts, {each.code: earned for each in held})


def _count_in_turn(
    frame: Frame, held: tuple[HeldCredential, ...], candidates: list[Activity],
    standings: list[Standing], worth: Mapping[str, Decimal],
) -> Tally:  # fmt: skip
    """Each CEU for one credential alone: the parts of the pool are filled in their order."""
    needed = pools.needed(frame.edition, frame.cycle, held)
    parts = pools.parts(frame.edition, frame.cycle, held)
    earned_by = dict.fromkeys((each.credential.code for each in parts), ZERO)
    _pour(sum(worth.values(), ZERO), parts, earned_by)
    for activity, counted in under_caps(candidates, frame, needed):
        standing = _standing(activity, counted, frame, held)
        standings.append(standing._replace(applied=_pour(counted, parts, earned_by)))
    earned = sum(earned_by.values(), ZERO)
    return Tally(needed, earned, tuple(standings), parts, earned_by)


def _pour(ceus: Decimal, parts: tuple[pools.Part, ...], earned_by: dict[str, Decimal]) -> dict[str, Decimal]:
    """Fill the parts in order; what exceeds them all goes to the first. Gives what went where."""
    went: dict[str, Decimal] = {}
    for credential, needed in parts:
        poured = min(ceus, max(needed - earned_by[credential.code], ZERO))
        if poured:
            went[credential.code] = poured
            earned_by[credential.code] += poured
            ceus -= poured
    if ceus and parts:
        first = parts[0].credential.code
        went[first] = went.get(first, ZERO) + ceus
        earned_by[first] += ceus
    return went


def _count_for_each(
    frame: Frame, held: tuple[HeldCredential, ...], candidates: list[Activity],
    standings: list[Standing], worth: Mapping[str, Decimal],
) -> Tally:  # fmt: skip
    """Every credential for itself: an activity counts for each that was held on its day."""
    parts = pools.parts(frame.edition, frame.cycle, held)
    earned_by = {each.code: worth[each.code] for each in held}
    applied: dict[str, dict[str, Decimal]] = {each.id: {} for each in candidates}
    for credential, own_needed in parts:
        mine = [each for each in candidates if each.date >= credential.earned]
        for activity, counted in under_caps(mine, frame, own_needed):
            if counted:
                applied[activity.id][credential.code] = counted
                earned_by[credential.code] += counted
    for activity in candidates:
        counted = max(applied[activity.id].values(), default=ZERO)
        standings.append(_standing(activity, counted, frame, held)._replace(applied=applied[activity.id]))
    furthest = min(parts, key=lambda part: earned_by[part.credential.code] - part.ceus)
    return Tally(
        furthest.ceus, earned_by[furthest.credential.code], tuple(standings), parts, earned_by
    )  # fmt: skip


_COUNTS = {"by-count": _count_by_number, "largest-plus": _count_in_turn, "each": _count_for_each}
