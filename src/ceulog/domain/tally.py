"""One count of one organization: every activity's standing, and the sums that the bars show."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import compress
from operator import attrgetter, not_

from ceulog.domain import pools
from ceulog.domain.activities import Activity
from ceulog.domain.counting import Frame, Standing, in_view, reason_against
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.differing import Common
from ceulog.domain.index import LogIndex
from ceulog.domain.named import NamedTuple
from ceulog.domain.picks import Picks
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import TickBox
from ceulog.domain.spans import Span
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


class Asked(NamedTuple):
    """What is to be counted, whatever the activities."""

    frame: Frame
    planned_too: bool
    worth: Mapping[str, Decimal]
    """CEUs of ticked boxes, by credential code."""


class Count(NamedTuple):
    """A count, and what it went by; the log after an edit is counted from where it differs."""

    asked: Asked
    rivalries: Mapping[str, tuple[Activity, ...]]
    """Of the log's index."""
    idle: frozenset[str]
    """Ids of those of which the caps leave nothing."""
    view: Sequence[Activity]
    """The activities that the cycle could count or must explain, by date."""
    against: Sequence[Standing | None]
    """How each in view stands against which something speaks; None for a candidate."""
    tally: Tally


def tally(state: LogState, frame: Frame, *, planned_too: bool = False) -> Tally:
    """Count what stands in the log for one organization's cycle; planned activities on request.

    What was counted of this log, or of one before it, is taken over as far as it holds.
    """
    worth = {each.code: _tick_worth(state, frame, each) for each in pools.active(frame.organization, frame.held)}
    asked, slot = Asked(frame, planned_too, worth), (frame.organization.code, planned_too)
    earlier, span = state.counts.get(slot)
    if earlier and earlier.asked != asked:
        earlier = None
    if earlier and span is None:
        return earlier.tally
    idle: frozenset[str] = frozenset()
    for _ in range(1 + MOST_ROUNDS):
        count = _counted(state.index, asked, idle, earlier, span)
        # what the caps leave nothing of uses nothing up: another of its index number may count instead
        more = idle | _idle(count.tally, state.index)
        if more == idle:
            break
        idle, earlier = more, None
    state.counts.put(slot, count)
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


def _counted(index: LogIndex, asked: Asked, idle: frozenset[str], earlier: Count | None, span: Span | None) -> Count:
    """One count; of an earlier one that was asked for the same, what lies outside of the span is taken over."""
    frame = asked.frame
    held, view = pools.active(frame.organization, frame.held), in_view(frame, index)
    # what speaks against an activity lies in itself and in those of its index number
    if earlier and (earlier.idle, earlier.rivalries) != (idle, index.rivalries):
        earlier = None
    before, common = (earlier.tally.pool if earlier else None), Common(0, 0)
    if earlier and span:
        common = span.common(earlier.view, view)
    some = common.middle(view)
    fresh = (
        None if ordinary else _left_out(each, asked, index, idle)
        for each, ordinary in zip(some, usual(some, frame, index), strict=True)
    )
    against = common.carried(earlier.against if earlier else (), fresh)
    candidates = [*compress(view, map(not_, against))]
    if before and span:
        common = span.common(before.picks.activities, candidates)
    picks = before.picks.after(candidates, common) if before else Picks(candidates, frame.organization.code)
    takers = _takers(frame, held)
    pool = WAYS[frame.edition.pool.kind](Given(frame, held, Named(takers), picks, asked.worth, before, common))
    minimums = {each.code: _towards(each.code, pool) for each in takers.values()}
    tally = Tally(pool, tuple(filter(None, against)), minimums)
    return Count(asked, index.rivalries, idle, view, against, tally)


def _left_out(activity: Activity, asked: Asked, index: LogIndex, idle: frozenset[str]) -> Standing | None:
    reason = reason_against(activity, asked.frame, index, planned_too=asked.planned_too, idle=idle)
    return Standing(activity, reason=reason) if reason else None


def _towards(code: str, pool: Filled) -> Decimal:
    """CEUs that fill the minimum of a credential."""
    return sum(compress(pool.counted, map(code.__eq__, map(_minimum, pool.standings))), ZERO)


_minimum = attrgetter("minimum")


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
        name.casefold(): each for each, kind in pairs for name in (kind.code, *kind.aliases) if kind_of(name) is kind
    }
