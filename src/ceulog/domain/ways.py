"""How an organization's pool is filled: the three ways of counting, each from candidates to sums."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence
from decimal import Decimal

from ceulog.domain import pools
from ceulog.domain.activities import Activity
from ceulog.domain.counting import Frame, Standing, cap_reason, under_caps
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.differing import Common, in_common
from ceulog.domain.named import NamedTuple
from ceulog.domain.picks import Picks
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import Where

Takers = Mapping[str, HeldCredential]
"""The held credentials that owe CEUs approved for them, by each name that a certificate may give them."""


class Named(dict[tuple[str, ...], tuple[HeldCredential, ...]]):
    """Names as they stand on a certificate -> those of the takers that bear them; looked up once each."""

    def __init__(self, takers: Takers) -> None:
        super().__init__()
        self.takers = takers

    def __missing__(self, names: tuple[str, ...]) -> tuple[HeldCredential, ...]:
        found = (self.takers.get(name.casefold()) for name in names)
        self[names] = named = tuple(filter(None, found))
        return named


class Filled(NamedTuple):
    """What came of counting: sums in CEUs, and how each candidate stands."""

    needed: Decimal
    earned: Decimal
    """After caps, with what ticked boxes are worth."""
    picks: Picks
    """The candidates."""
    counted: Sequence[Decimal]
    """CEUs of each candidate that count."""
    standings: Sequence[Standing]
    """Of each candidate."""
    parts: tuple[pools.Part, ...]
    """What each active credential carries of the pool, in filling order."""
    earned_by: Mapping[str, Decimal]
    """Credential code -> CEUs of the pool earned for it."""
    own: Sequence[Standing] = ()
    """How each candidate would stand whatever comes before it."""

    def total(self, where: Where | None, since: dt.date = dt.date.min) -> Decimal:
        """CEUs that count of what has a property, or of all, from a day on."""
        return self.picks.total(self.counted, where, since)


class Given(NamedTuple):
    """What a way of counting is given."""

    frame: Frame
    held: tuple[HeldCredential, ...]
    named: Named
    picks: Picks
    """The candidates: activities against which no reason speaks."""
    worth: Mapping[str, Decimal]
    """CEUs of ticked boxes, by credential code."""
    earlier: Filled | None = None
    """Another count that went by the same, but for activities."""
    common: Common = Common(0, 0)
    """What its candidates and these have in common."""

    def own(self, counted: Sequence[Decimal], stand: Callable[[Activity, Decimal], Standing]) -> Sequence[Standing]:
        """How each candidate stands for itself; taken over where the earlier count counted the same.

        Args:
            counted: CEUs of each candidate.
            stand: gives the standing of one that counts so much.
        """
        common, before = self.common, self.earlier
        if before and self.frame.edition.caps:
            # where a cap takes hold of one, another may be let through
            common = Common(*map(min, common, in_common(before.counted, counted)))
        fresh = map(stand, common.middle(self.picks.activities), common.middle(counted))
        return common.carried(before.own if before else (), fresh)

    def standing(self, activity: Activity, counted: Decimal, applied: Mapping[str, Decimal], target: str) -> Standing:
        """A standing, with why it does not wholly count."""
        reason = cap_reason(counted, activity.credits[self.frame.organization.code])
        return Standing(activity, counted, reason, applied, target)

    def target(self, activity: Activity, counted: Decimal) -> str:
        """The first credential named on the certificate that was held that day and has a minimum."""
        named = self.named
        if counted and named.takers and activity.approved_for and activity.type not in self.frame.edition.core_only:
            for taker in named[activity.approved_for]:
                if taker.earned <= activity.date:
                    return taker.code
        return ""


def _by_number(given: Given) -> Filled:
    """One pool for all; a bar that is a minimum takes only what fills it."""
    frame, held = given.frame, given.held
    needed = pools.needed(frame.edition, frame.cycle, held)
    takers = _TakingPart(held, {each.code for each in given.named.takers.values()})
    newest = max((each.earned for each in held), default=frame.on)

    def stand(activity: Activity, ceus: Decimal) -> Standing:
        target = given.target(activity, ceus)
        applied = dict.fromkeys(takers[target, min(activity.date, newest)], ceus) if ceus else {}
        return given.standing(activity, ceus, applied, target)

    counted = under_caps(given.picks, frame, needed)
    earned = sum(counted, sum(given.worth.values(), ZERO))
    parts = pools.parts(frame.edition, frame.cycle, held)
    earned_by = {each.code: earned for each in held}
    own = given.own(counted, stand)
    return Filled(needed, earned, given.picks, counted, own, parts, earned_by, own)


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


def _in_turn(given: Given) -> Filled:
    """Each CEU for one credential alone: the parts of the pool are filled in their order."""
    frame, held, activities = given.frame, given.held, given.picks.activities
    needed = pools.needed(frame.edition, frame.cycle, held)
    parts = pools.parts(frame.edition, frame.cycle, held)
    counted = under_caps(given.picks, frame, needed)
    parting = _Parting(parts)
    parting.pour(sum(given.worth.values(), ZERO))
    poured: list[Standing] = []
    for activity, ceus in zip(activities, counted, strict=True):
        if parting.is_full:
            break
        poured.append(given.standing(activity, ceus, parting.pour(ceus), given.target(activity, ceus)))
    parting.pour(sum(counted[len(poured) :], ZERO))

    def stand(activity: Activity, ceus: Decimal) -> Standing:
        return given.standing(activity, ceus, parting.beyond(ceus), given.target(activity, ceus))

    own, earned = given.own(counted, stand), sum(parting.earned_by.values(), ZERO)
    standings = [*poured, *own[len(poured) :]]
    return Filled(needed, earned, given.picks, counted, standings, parts, parting.earned_by, own)


class _Parting:
    """The parts of a pool, and how far each is filled, in their order; what exceeds them all goes to the first."""

    def __init__(self, parts: tuple[pools.Part, ...]) -> None:
        self._needed = {each.credential.code: each.ceus for each in parts}
        self.earned_by = dict.fromkeys(self._needed, ZERO)

    @property
    def is_full(self) -> bool:
        """Whether no part needs anything more."""
        return all(self.earned_by[code] >= needed for code, needed in self._needed.items())

    def pour(self, ceus: Decimal) -> dict[str, Decimal]:
        """Fill the parts; gives what went where, by credential code."""
        went: dict[str, Decimal] = {}
        for code, needed in self._needed.items():
            room = needed - self.earned_by[code]
            if ceus and room > 0:
                went[code] = min(ceus, room)
                ceus -= went[code]
        for code, more in self.beyond(ceus).items():
            went[code] = went.get(code, ZERO) + more
        for code, more in went.items():
            self.earned_by[code] += more
        return went

    def beyond(self, ceus: Decimal) -> dict[str, Decimal]:
        """Where so many CEUs go that no part needs."""
        return {next(iter(self._needed)): ceus} if ceus and self._needed else {}


def _for_each(given: Given) -> Filled:
    """Every credential for itself: an activity counts for each that was held on its day."""
    frame, held, activities = given.frame, given.held, given.picks.activities
    parts = pools.parts(frame.edition, frame.cycle, held)
    earned_by = {each.code: given.worth[each.code] for each in held}
    applied: dict[str, dict[str, Decimal]] = {each.id: {} for each in activities}
    for credential, own_needed in parts:
        mine = Picks([each for each in activities if each.date >= credential.earned], frame.organization.code)
        for activity, ceus in zip(mine.activities, under_caps(mine, frame, own_needed), strict=True):
            if ceus:
                applied[activity.id][credential.code] = ceus
                earned_by[credential.code] += ceus
    counted = [max(each.values(), default=ZERO) for each in applied.values()]
    standings = [
        given.standing(each, ceus, applied[each.id], given.target(each, ceus))
        for each, ceus in zip(activities, counted, strict=True)
    ]
    furthest = min(parts, key=lambda part: earned_by[part.credential.code] - part.ceus)
    earned = earned_by[furthest.credential.code]
    return Filled(furthest.ceus, earned, given.picks, counted, standings, parts, earned_by)


WAYS: Mapping[str, Callable[[Given], Filled]] = {"by-count": _by_number, "largest-plus": _in_turn, "each": _for_each}
"""By the kind of pool."""
