"""One count of one organization: every activity's standing, and the sums that the bars show."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import compress
from operator import attrgetter, not_

from ceulog.domain import pools
from ceulog.domain.activities import Activity
from ceulog.domain.counting import Frame, Reason, Standing, in_view, reason_against
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.differing import in_common
from ceulog.domain.index import LogIndex
from ceulog.domain.named import NamedTuple
from ceulog.domain.picks import Picks
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState
from ceulog.domain.ticks import boxes_ticked
from ceulog.domain.usual import usual
from ceulog.domain.ways import WAYS, Filled, Given, Named, Takers

MOST_ROUNDS = 6
"""Counts in which another entry of an index number takes the place of one that the caps leave nothing of:
more of one number is no number but a remark, and is not worth the time.
"""


class Tally(NamedTuple):
    """What came of one count."""

    pool: Filled
    left_out: tuple[Standing, ...]
    """How each activity stands that has a reason against it, by date."""
    minimums: Mapping[str, Decimal]
    """Credential code -> CEUs that fill its minimum."""

    @property
    def standings(self) -> tuple[Standing, ...]:
        """Those that are left out, then the candidates, each by date."""
        return (*self.left_out, *self.pool.standings)


class Count(NamedTuple):
    """A count, and what it went by; the log after an edit is counted from where it differs."""

    log: LogIndex
    frame: Frame
    worth: Mapping[str, Decimal]
    """CEUs of ticked boxes, by credential code."""
    idle: frozenset[str]
    """Ids of those of which the caps leave nothing."""
    view: Sequence[Activity]
    reasons: Sequence[Reason | None]
    """What speaks against each in view."""
    tally: Tally


def tally(state: LogState, frame: Frame, *, planned_too: bool = False) -> Tally:
    """Count what stands in the log for one organization's cycle; planned activities on request."""
    worth = {each.code: _tick_worth(state, frame, each) for each in pools.active(frame.organization, frame.held)}
    slot = frame.organization.code, planned_too
    found = state.counts.get(slot)
    earlier = found if found and (found.frame, found.worth) == (frame, worth) else None
    if earlier and earlier.log is state.index:
        return earlier.tally
    idle: frozenset[str] = frozenset()
    for _ in range(1 + MOST_ROUNDS):
        count = _counted(state.index, frame, worth, idle, planned_too=planned_too, earlier=earlier)
        # what the caps leave nothing of uses nothing up: another of its index number may count instead
        more = idle | _idle(count.tally, state.index)
        if more == idle:
            break
        idle, earlier = more, count
    state.counts[slot] = count
    return count.tally


def _idle(found: Tally, index: LogIndex) -> frozenset[str]:
    """Those of whose CEUs the caps left nothing, where there is another of the same index number."""
    if not index.rivalries:
        return frozenset()
    return frozenset(
        each.activity.id
        for each in found.pool.standings
        if each.reason == "over-cap" and not each.counted and each.activity.id in index.rivalries
    )


def _counted(
    index: LogIndex, frame: Frame, worth: Mapping[str, Decimal], idle: frozenset[str], *, planned_too: bool,
    earlier: Count | None,
) -> Count:  # fmt: skip
    held, view = pools.active(frame.organization, frame.held), in_view(frame, index)

    def against(activities: Sequence[Activity]) -> list[Reason | None]:
        return [
            None if ordinary else reason_against(each, frame, index, planned_too=planned_too, idle=idle)
            for each, ordinary in zip(activities, usual(activities, frame, index), strict=True)
        ]

    if earlier and (earlier.idle, earlier.log.rivalries) == (idle, index.rivalries):
        # what speaks against an activity lies in itself and in those of its index number
        common = in_common(earlier.view, view)
        reasons = common.carried(earlier.reasons, against(common.middle(view)))
    else:
        reasons = against(view)
    before, takers = earlier.tally.pool if earlier else None, _takers(frame, held)
    candidates = [*compress(view, map(not_, reasons))]
    picks = before.picks.after(candidates) if before else Picks(candidates)
    pool = WAYS[frame.edition.pool.kind](Given(frame, held, Named(takers), picks, worth, before))
    minimums = dict.fromkeys((each.code for each in takers.values()), ZERO)
    for standing in filter(attrgetter("minimum"), pool.standings):
        minimums[standing.minimum] += standing.counted
    left_out = tuple(Standing(each, reason=reason) for each, reason in zip(view, reasons, strict=True) if reason)
    return Count(index, frame, worth, idle, view, reasons, Tally(pool, left_out, minimums))


def _tick_worth(state: LogState, frame: Frame, credential: HeldCredential) -> Decimal:
    kind = frame.organization.kind_of(credential.code)
    boxes = frame.edition.owed_for(kind) if kind else ()
    return sum(
        (each.ceus * boxes_ticked(state, frame, credential, each)
         for each in boxes if isinstance(each, TickBox) and each.ceus is not None),
        ZERO,
    )  # fmt: skip


def _takers(frame: Frame, held: tuple[HeldCredential, ...]) -> Takers:
    kind_of = frame.organization.kind_of
    pairs = [(each, kind) for each in held if (kind := kind_of(each.code)) and frame.edition.minimum_of(kind)]
    return {
        name.casefold(): each
        for each, kind in pairs
        for name in (kind.code, *kind.aliases)
        if kind_of(name) is kind and each.code == kind.code
    }
