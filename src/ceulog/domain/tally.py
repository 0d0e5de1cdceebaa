"""One count of one organization: every activity's standing, and the sums that the bars show."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from itertools import compress, count
from operator import itemgetter, ne, not_

from ceulog.domain import pools
from ceulog.domain.activities import Activity
from ceulog.domain.counting import Frame, Kept, Standing, cap_reason, in_view, reason_against, under_caps
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState
from ceulog.domain.ticks import boxes_ticked
from ceulog.domain.usual import usual

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
    excluded: int = 0
    """How many of the standings, which come first, are of what does not count; the others are by date."""


class Counted(NamedTuple):
    """A count, and what it went by beside the activities; the log after an edit is counted from where it differs."""

    frame: Frame
    worth: Mapping[str, Decimal]
    tally: Tally


def tally(state: LogState, frame: Frame, *, planned_too: bool = False) -> Tally:
    """Count what stands in the log for one organization's cycle; planned activities on request."""
    worth = {each.code: _tick_worth(state, frame, each) for each in pools.active(frame.organization, frame.held)}
    slot = frame.organization.code, planned_too
    found = state.counts.get(slot)
    earlier = found.tally if found and (found.frame, found.worth) == (frame, worth) else None
    counted = _counted(state, frame, worth, frozenset(), planned_too=planned_too, earlier=earlier)
    idle: frozenset[str] = frozenset()
    for _ in range(MOST_ROUNDS):
        more = idle | _idle(counted, state)
        if more == idle:
            break
        # what the caps leave nothing of uses nothing up: another of its index number may count instead
        idle = more
        counted = _counted(state, frame, worth, idle, planned_too=planned_too, earlier=counted)
    state.counts[slot] = Counted(frame, worth, counted)
    return counted


def _idle(counted: Tally, state: LogState) -> frozenset[str]:
    """Those of whose CEUs the caps left nothing, where there is another of the same index number."""
    return frozenset(
        each.activity.id
        for each in counted.standings
        if each.reason == "over-cap" and not each.counted
        and state.index.rivals(each.activity)
    )  # fmt: skip


def _counted(
    state: LogState, frame: Frame, worth: Mapping[str, Decimal], idle: frozenset[str], *, planned_too: bool,
    earlier: Tally | None,
) -> Tally:  # fmt: skip
    held = pools.active(frame.organization, frame.held)
    takers, view = _takers(frame, held), in_view(frame, state.index)
    counts, standings = usual(view, frame, state.index), []
    for place in compress(count(), map(not_, counts)):
        reason = reason_against(view[place], frame, state.index, planned_too=planned_too, idle=idle)
        counts[place] = reason is None
        if reason:
            standings.append(Standing(view[place], reason=reason))
    excluded = len(standings)
    count_all = _COUNTS[frame.edition.pool.kind]
    counted = count_all(_Given(frame, held, _Named(takers), [*compress(view, counts)], standings, worth, earlier))
    minimums = dict.fromkeys((each.code for each in takers.values()), ZERO)
    for standing in counted.standings if minimums else ():
        if standing.minimum:
            minimums[standing.minimum] += standing.counted
    return counted._replace(minimums=minimums, excluded=excluded)


def _tick_worth(state: LogState, frame: Frame, credential: HeldCredential) -> Decimal:
    kind = frame.organization.kind_of(credential.code)
    boxes = frame.edition.owed_for(kind) if kind else ()
    return sum(
        (each.ceus * boxes_ticked(state, frame, credential, each)
         for each in boxes if isinstance(each, TickBox) and each.ceus is not None),
        ZERO,
    )  # fmt: skip


Takers = Mapping[str, HeldCredential]
"""The held credentials that owe CEUs approved for them, by each name that a certificate may give them."""


class _Named(dict[tuple[str, ...], tuple[HeldCredential, ...]]):
    """Names as they stand on a certificate -> those of the takers that bear them; looked up once each."""

    def __init__(self, takers: Takers) -> None:
        super().__init__()
        self.takers = takers

    def __missing__(self, names: tuple[str, ...]) -> tuple[HeldCredential, ...]:
        found = (self.takers.get(name.casefold()) for name in names)
        self[names] = named = tuple(filter(None, found))
        return named


_as_kept = itemgetter(*map(Standing._fields.index, ("activity", "counted", "reason")))


class _Given(NamedTuple):
    """What a way of counting is given."""

    frame: Frame
    held: tuple[HeldCredential, ...]
    named: _Named
    candidates: list[Activity]
    standings: list[Standing]
    """Of what does not count; those of the candidates are added."""
    worth: Mapping[str, Decimal]
    """CEUs of ticked boxes, by credential code."""
    earlier: Tally | None
    """Another count that went by the same, but for activities."""

    def taken_over(self, kept: Sequence[Kept]) -> tuple[Standing, ...]:
        """The standings of the earlier count for as long as it counted the very same, from the oldest on."""
        if self.earlier is None:
            return ()
        before = self.earlier.standings[self.earlier.excluded :]
        differ = map(ne, map(_as_kept, before), kept)
        return before[: next(compress(count(), differ), len(kept))]

    def target(self, activity: Activity) -> str:
        """The first credential named on the certificate that was held that day and has a minimum."""
        named = self.named
        if named.takers and activity.approved_for and activity.type not in self.frame.edition.core_only:
            for taker in named[activity.approved_for]:
                if taker.earned <= activity.date:
                    return taker.code
        return ""


def _takers(frame: Frame, held: tuple[HeldCredential, ...]) -> Takers:
    kind_of = frame.organization.kind_of
    pairs = [(each, kind) for each in held if (kind := kind_of(each.code)) and frame.edition.minimum_of(kind)]
    return {
        name.casefold(): each
        for each, kind in pairs
        for name in (kind.code, *kind.aliases)
        if kind_of(name) is kind and each.code == kind.code
    }


def _count_by_number(given: _Given) -> Tally:
    """One pool for all; a bar that is a minimum takes only what fills it."""
    frame, held, standings = given.frame, given.held, given.standings
    needed = pools.needed(frame.edition, frame.cycle, held)
    takers = _TakingPart(held, {each.code for each in given.named.takers.values()})
    newest = max((each.earned for each in held), default=frame.on)
    kept = under_caps(given.candidates, frame, needed)
    done = given.taken_over(kept)
    standings += done
    earned = sum((each.counted for each in done), sum(given.worth.values(), ZERO))
    for activity, counted, reason in kept[len(done) :]:
        target, applied = "", {}
        if counted:
            target = given.target(activity)
            applied = dict.fromkeys(takers[target, min(activity.date, newest)], counted)
            earned += counted
        standings.append(Standing(activity, counted, reason, applied, target))
    parts = pools.parts(frame.edition, frame.cycle, held)
    return Tally(needed, earned, tuple(standings), parts, {each.code: earned for each in held})


class _TakingPart(dict[tuple[str, dt.date], tuple[str, ...]]):
    """The credential whose minimum is filled, and the day -> the codes of all whose bars take something."""

    def __init__(self, held: tuple[HeldCredential, ...], with_minimum: Collection[str]) -> None:
        super().__init__()
        self._held, self._with_minimum = held, with_minimum

    def __missing__(self, at: tuple[str, dt.date]) -> tuple[str, ...]:
        target, day = at
        then = (each.code for each in self._held if each.earned <= day)
        found = tuple(code for code in then if code not in self._with_minimum or code == target)
        self[at] = found = found or (self._held[0].code,)
        return found


def _count_in_turn(given: _Given) -> Tally:
    """Each CEU for one credential alone: the parts of the pool are filled in their order."""
    frame, held, standings = given.frame, given.held, given.standings
    needed = pools.needed(frame.edition, frame.cycle, held)
    parts = pools.parts(frame.edition, frame.cycle, held)
    earned_by = dict.fromkeys((each.credential.code for each in parts), ZERO)
    open_parts = list(parts)
    _pour(sum(given.worth.values(), ZERO), parts, open_parts, earned_by)
    kept = under_caps(given.candidates, frame, needed)
    done = given.taken_over(kept)
    standings += done
    for each in done:
        for code, ceus in each.applied.items():
            earned_by[code] += ceus
    for activity, counted, reason in kept[len(done) :]:
        poured = _pour(counted, parts, open_parts, earned_by)
        target = given.target(activity) if counted else ""
        standings.append(Standing(activity, counted, reason, poured, target))
    earned = sum(earned_by.values(), ZERO)
    return Tally(needed, earned, tuple(standings), parts, earned_by)


def _pour(
    ceus: Decimal, parts: tuple[pools.Part, ...], open_parts: list[pools.Part], earned_by: dict[str, Decimal]
) -> dict[str, Decimal]:
    """Fill the parts that are open, in order; what exceeds them all goes to the first. Gives what went where."""
    went: dict[str, Decimal] = {}
    while ceus and open_parts:
        credential, needed = open_parts[0]
        room = needed - earned_by[credential.code]
        if room <= 0:
            del open_parts[0]
            continue
        went[credential.code] = poured = min(ceus, room)
        earned_by[credential.code] += poured
        ceus -= poured
    if ceus and parts:
        first = parts[0].credential.code
        went[first] = went.get(first, ZERO) + ceus
        earned_by[first] += ceus
    return went


def _count_for_each(given: _Given) -> Tally:
    """Every credential for itself: an activity counts for each that was held on its day."""
    frame, held, standings = given.frame, given.held, given.standings
    parts = pools.parts(frame.edition, frame.cycle, held)
    earned_by = {each.code: given.worth[each.code] for each in held}
    applied: dict[str, dict[str, Decimal]] = {each.id: {} for each in given.candidates}
    for credential, own_needed in parts:
        mine = [each for each in given.candidates if each.date >= credential.earned]
        for activity, counted, _ in under_caps(mine, frame, own_needed):
            if counted:
                applied[activity.id][credential.code] = counted
                earned_by[credential.code] += counted
    for activity in given.candidates:
        counted = max(applied[activity.id].values(), default=ZERO)
        reason = cap_reason(counted, activity.credits[frame.organization.code])
        target = given.target(activity) if counted else ""
        standings.append(Standing(activity, counted, reason, applied[activity.id], target))
    furthest = min(parts, key=lambda part: earned_by[part.credential.code] - part.ceus)
    return Tally(
        furthest.ceus, earned_by[furthest.credential.code], tuple(standings), parts, earned_by
    )  # fmt: skip


_COUNTS = {"by-count": _count_by_number, "largest-plus": _count_in_turn, "each": _count_for_each}
