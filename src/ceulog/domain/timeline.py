"""How a cycle's CEUs came to be: day by day, against the even pace, with earlier cycles beside it."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from decimal import ROUND_FLOOR, Decimal
from itertools import groupby

from ceulog.domain.activities import Activity
from ceulog.domain.closed import as_closed
from ceulog.domain.counting import Frame, Reason, Standing, by_date
from ceulog.domain.cycles import ONE_DAY, Closing, Cycle
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.pace import even_pace
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import OrganizationProgress, frame_of, organization_progress
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState
from ceulog.domain.stored import stored_ceus, stored_number
from ceulog.domain.tally import tally
from ceulog.domain.ticks import filling_ticks

RATE_DAYS = 90
"""Days that say how quickly CEUs come."""
FEWEST_DAYS = 30
"""Days of a cycle before which a rate would say nothing."""

_MOST = 10_000
"""CEUs; a record that says more is damaged."""


class Point(NamedTuple):
    """How many CEUs there are from a day on."""

    day: dt.date
    ceus: Decimal


class Plan(NamedTuple):
    """A planned activity, and what it would bring."""

    activity: Activity
    ceus: Decimal
    """CEUs that would count, after caps."""
    reason: Reason | None = None
    """Why they would not all count; None when they would."""


class Earlier(NamedTuple):
    """An earlier cycle of the same organization."""

    cycle: Cycle
    needed: Decimal | None
    """CEUs; None where the record of its closing cannot be read."""
    earned: Decimal | None
    points: tuple[Point, ...] = ()
    """The sum after each day; empty where its entries do not add up to its number any more."""


class Timeline(NamedTuple):
    """One organization's cycle over time; the numbers are those of its progress, CEUs."""

    progress: OrganizationProgress
    begin: dt.date
    """The day from which the even pace runs."""
    points: tuple[Point, ...]
    """The sum after each day on which something counted; the last is what is earned."""
    coming: tuple[Point, ...]
    """The sum after each day of a planned activity that would add to it, from today on."""
    plans: tuple[Plan, ...]
    """Everything planned for this organization, by date."""
    earlier: tuple[Earlier, ...]
    """The newest first."""

    def earned_on(self, day: dt.date) -> Decimal:
        """CEUs that there were at a day's end."""
        return next((each.ceus for each in reversed(self.points) if each.day <= day), ZERO)

    def even_on(self, day: dt.date) -> Decimal:
        """CEUs that the even pace asks for on a day."""
        return even_pace(self.progress.needed, self.begin, self.progress.cycle.last_day, day)

    @property
    def rate_days(self) -> int:
        """Days that the rate is taken from: at most `RATE_DAYS`, and none before the cycle's."""
        return max(min(RATE_DAYS, (self.progress.on - self.begin).days + 1), 0)

    @property
    def brought(self) -> Decimal:
        """CEUs that these days brought."""
        before = self.progress.on - ONE_DAY * self.rate_days
        return self.progress.earned - self.earned_on(before)

    @property
    def at_this_rate(self) -> Decimal | None:
        """CEUs that there would be at the cycle's end at that rate, down to a half; None when it is over, has
        not begun, or is too young to tell.
        """  # noqa: D205 - one sentence
        progress = self.progress
        if progress.days_left < 0 or self.rate_days < FEWEST_DAYS:
            return None
        more = self.brought * progress.days_left / self.rate_days
        return ((progress.earned + more) * 2).to_integral_value(ROUND_FLOOR) / 2


def timeline(state: LogState, rulebook: Rulebook, code: str, on: dt.date) -> Timeline | None:
    """The current cycle of an organization over time, on a day.

    None when nothing of it is held on that day, it has no cycle, or its rules are not known.
    """
    progress = organization_progress(state, rulebook, code, on)
    frame = frame_of(state, rulebook, code, on)
    if progress is None or frame is None:
        return None
    then = {each.activity.id: each for each in tally(state, frame, planned_too=True).standings}
    leading = _leading(state, frame, progress)
    plans = tuple(
        Plan(each.activity, _ceus(each, leading), each.reason)
        for planned in by_date(progress.standings)
        if planned.reason == "planned" and (each := then[planned.activity.id])
    )
    return Timeline(
        progress, max(progress.cycle.start, progress.first_award),
        _sums(_gains(state, frame, progress, leading)), _coming(progress, plans), plans,
        tuple(_earlier(state, rulebook, progress, each) for each in reversed(progress.membership.cycles[:-1])),
    )  # fmt: skip


def _sums(gains: Iterable[tuple[dt.date, Decimal]]) -> tuple[Point, ...]:
    """The running sum after each day."""
    points: list[Point] = []
    for day, found in groupby(sorted(gains), key=lambda gain: gain[0]):
        before = points[-1].ceus if points else ZERO
        if more := sum((ceus for _, ceus in found), ZERO):
            points.append(Point(day, before + more))
    return tuple(points)


# --- the current cycle -------------------------------------------------------------------------------------


def _leading(state: LogState, frame: Frame, progress: OrganizationProgress) -> str:
    """The credential whose bar is the organization's, where each counts for itself; else empty."""
    if frame.edition.pool.kind != "each":
        return ""
    pool = (progress.needed, progress.earned)
    alike = [each.code for each in progress.credentials if (each.bars[0].needed, each.bars[0].earned) == pool]
    whole = (code for code in alike if sum(ceus for _, ceus in _gains(state, frame, progress, code)) == progress.earned)
    return next(whole, "")


def _gains(
    state: LogState, frame: Frame, progress: OrganizationProgress, leading: str
) -> Iterator[tuple[dt.date, Decimal]]:
    """What made the number, each with its day: what counted, and what ticked boxes are worth."""
    for each in progress.standings:
        if ceus := _ceus(each, leading):
            yield _inside(each.activity.date, progress.cycle), ceus
    for held in progress.credentials:
        kind = frame.organization.kind_of(held.code)
        for box in frame.edition.owed_for(kind) if kind and leading in ("", held.code) else ():
            if isinstance(box, TickBox) and box.ceus is not None:
                ticks = filling_ticks(state, frame, held.credential, box)
                yield from ((_inside(each.date, progress.cycle), box.ceus) for each in ticks)


def _ceus(standing: Standing, leading: str) -> Decimal:
    return standing.applied.get(leading, ZERO) if leading else standing.counted


def _inside(day: dt.date, cycle: Cycle) -> dt.date:
    """The day as the cycle has it: what was kept from the month before counts from its start."""
    return min(max(day, cycle.start), cycle.last_day)


def _coming(progress: OrganizationProgress, plans: tuple[Plan, ...]) -> tuple[Point, ...]:
    """The sums after what is planned, up to what the bar shows as planned: a plan may crowd out what counts."""
    first = max(progress.on, progress.cycle.start)
    points: list[Point] = []
    more = ZERO
    for day, found in groupby(plans, key=lambda plan: min(max(plan.activity.date, first), progress.cycle.last_day)):
        added = min(more + sum((plan.ceus for plan in found), ZERO), progress.planned)
        if added > more:
            more = added
            points.append(Point(day, progress.earned + more))
    if points and more < progress.planned:
        points[-1] = points[-1]._replace(ceus=progress.earned + progress.planned)
    return tuple(points)


# --- earlier ones ------------------------------------------------------------------------------------------


def _earlier(state: LogState, rulebook: Rulebook, progress: OrganizationProgress, cycle: Cycle) -> Earlier:
    if cycle.closing:
        return _closed(state, progress.organization, cycle, cycle.closing)
    # one that was never closed is counted as any other
    then = organization_progress(state, rulebook, progress.code, progress.on, cycle)
    frame = frame_of(state, rulebook, progress.code, progress.on, cycle)
    if then is None or frame is None:
        return Earlier(cycle, None, None)
    gains = _gains(state, frame, then, _leading(state, frame, then))
    return Earlier(cycle, then.needed, then.earned, _sums(gains))


def _closed(state: LogState, organization: Organization, cycle: Cycle, closing: Closing) -> Earlier:
    """A cycle as it was closed; its curve where the entries that it counted still add up to its number."""
    earlier = Earlier(cycle, _stored(closing, "needed"), _stored(closing, "earned"))
    entries = [(state.activities.get(key), stored_ceus(applied)) for key, applied in closing.counted.items()]
    in_turn = organization.edition_for(cycle).pool.kind == "largest-plus"
    codes = sorted({code for _, applied in entries for code in applied})
    # each CEU went to one credential, or the same ones to several: then some one's are the number
    for code in ("",) if in_turn else ("*", *codes):
        gains = [
            (_inside(as_closed(activity).date, cycle), _applied(applied, code))
            for activity, applied in entries
            if activity is not None
        ]
        points = _sums(gains)
        if (points[-1].ceus if points else ZERO) == earlier.earned:
            return earlier._replace(points=points)
    return earlier


def _applied(applied: Mapping[str, Decimal], code: str) -> Decimal:
    """What one entry brought: in all, at most (`*`), or to one credential."""
    if code == "*":
        return max(applied.values(), default=ZERO)
    return applied.get(code, ZERO) if code else sum(applied.values(), ZERO)


def _stored(closing: Closing, name: str) -> Decimal | None:
    """A number of CEUs that was kept; None when it is none."""
    ceus = stored_number(closing.status.get(name))
    return ceus if ceus is not None and 0 <= ceus <= _MOST else None
