"""Progress towards renewal: a pure function of the log, the rules and a day."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.bars import Bar, BarMaker
from ceulog.domain.closed import cycles_with
from ceulog.domain.counting import Frame, Standing, cap_limit
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import ONE_DAY, Cycle, Membership, add_months
from ceulog.domain.editions import Edition, Organization, Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.pace import Lag, State, lags, state_of
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import Cap
from ceulog.domain.state import LogState
from ceulog.domain.tally import Tally, tally
from ceulog.domain.ways import Filled

if TYPE_CHECKING:
    from ceulog.domain.ladder import Rung
    from ceulog.domain.rule_news import RuleNews


class CredentialProgress(NamedTuple):
    """How far one held credential is; CEUs."""

    credential: HeldCredential
    name: str
    needed: Decimal
    earned: Decimal
    planned: Decimal
    """By how much `earned` would rise if all that is planned came true."""
    bars: tuple[Bar, ...]
    """The total first, then the credential's own."""

    @property
    def code(self) -> str:
        """The credential's code."""
        return self.credential.code

    @property
    def complete(self) -> bool:
        """Whether every required bar is met."""
        return all(bar.met for bar in self.bars if bar.required)

    @property
    def missing(self) -> Decimal:
        """CEUs that there are too few."""
        return max(self.needed - self.earned, ZERO)

    @property
    def surplus(self) -> Decimal:
        """CEUs beyond the needed ones."""
        return max(self.earned - self.needed, ZERO)


class CapUse(NamedTuple):
    """How much of a cap is used up, in CEUs."""

    rule: Cap
    limit: Decimal | None
    """None for a cap on each single activity."""
    used: Decimal


class OrganizationProgress(NamedTuple):
    """How far one organization's cycle is; CEUs."""

    organization: Organization
    membership: Membership
    cycle: Cycle
    edition: Edition
    on: dt.date
    needed: Decimal
    earned: Decimal
    planned: Decimal
    bars: tuple[Bar, ...]
    """What the organization asks for beside the pool: its shares."""
    credentials: tuple[CredentialProgress, ...]
    caps: tuple[CapUse, ...]
    standings: tuple[Standing, ...]
    """Every activity credited to it that this cycle counts or must explain, by date: first those against which a
    reason speaks, then those that are counted, of which the caps may leave nothing.
    """
    left_out: int
    """How many the former are."""
    lags: tuple[Lag, ...]
    """The required bars of CEUs beside the even pace: the pool, the shares, the credentials' own."""
    first_award: dt.date
    """The day from which anything counts; of a credential that another one replaced since, too."""

    @property
    def code(self) -> str:
        """The organization's code."""
        return self.organization.code

    @property
    def missing(self) -> Decimal:
        """CEUs that there are too few."""
        return max(self.needed - self.earned, ZERO)

    @property
    def surplus(self) -> Decimal:
        """CEUs beyond the needed ones; never carried over."""
        return max(self.earned - self.needed, ZERO)

    @property
    def worst(self) -> Lag | None:
        """The bar that is furthest behind the even pace; None when none is."""
        last = max(self.lags, key=lambda each: each.behind, default=None)
        return last if last and last.behind > 0 else None

    @property
    def behind(self) -> Decimal:
        """How many CEUs the worst bar is behind the even pace."""
        return self.worst.behind if self.worst else ZERO

    @property
    def complete(self) -> bool:
        """Whether nothing required is missing."""
        shares = all(bar.met for bar in self.bars if bar.required)
        return self.earned >= self.needed and shares and all(each.complete for each in self.credentials)

    @property
    def days_left(self) -> int:
        """Days until the cycle's last day; negative when it is over."""
        return (self.cycle.last_day - self.on).days

    @property
    def state(self) -> State:
        """The word for where it stands."""
        return state_of(self.cycle, self.on, complete=self.complete, behind=self.behind)

    @property
    def ladder(self) -> "tuple[Rung, ...]":
        """What happens round its due dates, by date."""
        from ceulog.domain.ladder import rungs  # noqa: PLC0415 - where dates are spoken of

        return rungs(self.edition, self.cycle, self.membership)

    @property
    def news(self) -> "RuleNews | None":
        """What changed in its rules since the holder was last told."""
        from ceulog.domain.rule_news import rule_news  # noqa: PLC0415 - where somebody tells of them

        return rule_news(self.cycle, self.organization)

    @property
    def may_be_prorated(self) -> bool:
        """Whether the organization may ask for less in this cycle, its first, by a rule that it does not
        publish: the first award lies inside it, and the holder has set no number.
        """  # noqa: D205 - one sentence
        first = len(self.membership.cycles) == 1 and self.first_award > self.cycle.start
        return self.organization.prorates and first and not self.cycle.required

    def closed_with(self, activity: Activity) -> Cycle | None:
        """The closed cycle that counted an activity, so that none counts it any more."""
        return next((cycle for _, cycle in cycles_with(activity, [self.membership])), None)

    def standing_of(self, activity: Activity) -> Standing | None:
        """How an activity stands; None when this cycle neither counts nor must explain it."""
        for begin, end in ((0, self.left_out), (self.left_out, len(self.standings))):
            place = bisect_left(self.standings, chronological(activity), begin, end, key=_place)
            if place < end and self.standings[place].activity.id == activity.id:
                return self.standings[place]
        return None

    @property
    def uncounted(self) -> Iterator[Standing]:
        """How those stand of which nothing counts, for whatever reason."""
        yield from self.standings[: self.left_out]
        yield from (each for each in filter(_reason, self.standings[self.left_out :]) if not each.counted)

    @property
    def excluded(self) -> tuple[Standing, ...]:
        """What does not wholly count and is dated in the cycle, in its renewal months, or before
        the first award.
        """  # noqa: D205
        first = (self.cycle.start - ONE_DAY).replace(day=1)
        after_last = add_months(self.cycle.last_day.replace(day=1), 1)
        return tuple(
            each for each in self.standings
            if each.reason and (each.activity.date < self.first_award or first <= each.activity.date < after_last)
        )  # fmt: skip


_reason, _place = attrgetter("reason"), attrgetter("activity.date", "activity.id")


def progress(state: LogState, rulebook: Rulebook, on: dt.date) -> tuple[OrganizationProgress, ...]:
    """The progress of every organization of which a credential is held on that day."""
    found = (organization_progress(state, rulebook, code, on) for code in state.organizations())
    return tuple(each for each in found if each)


def organization_progress(
    state: LogState, rulebook: Rulebook, code: str, on: dt.date, cycle: Cycle | None = None
) -> OrganizationProgress | None:
    """The progress of one organization in its current cycle, or in the one given.

    None when nothing of it is held on that day, it has no cycle, or its rules are not known.
    """
    membership = state.membership(code)
    frame = frame_of(state, rulebook, code, on, cycle)
    if frame is None or membership is None:
        return None
    now = tally(state, frame)
    then = tally(state, frame, planned_too=True) if any(each.reason == "planned" for each in now.left_out) else now
    held = [part.credential for part in now.pool.parts]
    maker = BarMaker(state, frame, now, alone=len(held) == 1)
    shares = tuple(maker.share(each) for each in frame.edition.shares if _binds(each.binds, each.switchable, frame))
    credentials = tuple(_credential(frame, maker, now, then, each) for each in held)
    pool = Bar("ceus", "total", now.pool.needed, now.pool.earned)
    # parts of one pool fill in turn, so only the pool has a pace, not each part of it
    first = 0 if frame.edition.pool.kind == "each" else 1
    own = [(each.code, bar) for each in credentials for bar in each.bars[first:]]
    paced = [*(("", bar) for bar in ((pool, *shares) if first else shares)), *own]
    return OrganizationProgress(
        organization=frame.organization, membership=membership, cycle=frame.cycle, edition=frame.edition, on=on,
        needed=now.pool.needed, earned=now.pool.earned, planned=max(then.pool.earned - now.pool.earned, ZERO),
        bars=shares, credentials=credentials, caps=_caps(frame, now.pool), standings=now.standings,
        left_out=len(now.left_out), lags=lags(paced, frame.cycle, frame.first_award, on), first_award=frame.first_award,
    )  # fmt: skip


def frame_of(state: LogState, rulebook: Rulebook, code: str, on: dt.date, cycle: Cycle | None = None) -> Frame | None:
    """What counting looks at for an organization's current cycle, or for the one given."""
    organization = rulebook.organizations.get(code)
    membership = state.membership(code)
    if organization is None or membership is None:
        return None
    cycle = cycle or membership.current
    awarded = tuple(each for each in state.held(code) if each.earned <= on)
    # what was awarded after a cycle is none of that cycle's
    held = tuple(each for each in awarded if each.earned <= cycle.last_day) or awarded
    if not held:
        return None
    earlier = [each for each in membership.cycles if each.end < cycle.start]
    edition = organization.edition_for(cycle)
    return Frame(
        organization, edition, cycle, earlier[-1] if earlier else None, held, on,
        begins=membership.cycles[0].start,
        spent=state.spent(code),
    )  # fmt: skip


def _binds(by_default: bool, switchable: bool, frame: Frame) -> bool:
    chosen = frame.cycle.share
    return chosen if switchable and chosen is not None else by_default


def _credential(
    frame: Frame, maker: BarMaker, now: Tally, then: Tally, credential: HeldCredential
) -> CredentialProgress:
    kind = frame.organization.kind_of(credential.code)
    owed = frame.edition.owed_for(kind) if kind else ()
    part = next(each for each in now.pool.parts if each.credential.code == credential.code)
    code = credential.code
    total = Bar("ceus", "total", part.ceus, now.pool.earned_by[code], source=frame.edition.pool.source)
    if part.ceus == 0:
        # nothing of the pool is left for it: it is complete when the pool is
        total = total._replace(needed=now.pool.needed, earned=now.pool.earned)
    bars = (total, *(maker.own(each, credential) for each in owed))
    if kind and (minimum := frame.edition.minimum_of(kind)):
        bar = bars[1 + owed.index(minimum)]
        planned = then.minimums.get(code, ZERO) - now.minimums.get(code, ZERO)
        return CredentialProgress(credential, kind.name, bar.needed, bar.earned, max(planned, ZERO), bars)
    planned = max(then.pool.earned_by[code] - now.pool.earned_by[code], ZERO)
    name = kind.name if kind else ""
    return CredentialProgress(credential, name, part.ceus, now.pool.earned_by[code], planned, bars)


def _caps(frame: Frame, pool: Filled) -> tuple[CapUse, ...]:
    return tuple(
        CapUse(each, None if each.percent is None else cap_limit(each.percent, pool.needed), pool.total(each.where))
        for each in frame.edition.caps
    )
