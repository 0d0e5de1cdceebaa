"""What is worth saying of one activity as it is logged. Remarks warn; they never refuse."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

from ceulog.domain.activities import Activity, chronological
from ceulog.domain.closed import cycles_with
from ceulog.domain.counting import Frame, Limit, Reason, is_core_only, limit_met, standing_alone
from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Expiry, Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.domain.portal import entered_otherwise
from ceulog.domain.progress import frame_of
from ceulog.domain.publication import expired
from ceulog.domain.state import Edit, LogState
from ceulog.domain.tally import tally
from ceulog.domain.text import index_key, title_key

NEAR = dt.timedelta(days=7)
"""Two entries of one title so close together may be one; a monthly meeting is further apart."""
QUARTER = Decimal("0.25")

Kind = Literal[
    "not-held",
    "not-counted",
    "takes-over",
    "rival-plan",
    "closed",
    "no-rules",
    "look-alike",
    "unusual-unit",
    "expired",
    "entered-otherwise",
]


class Remark(NamedTuple):
    """One thing to say of an activity; which fields are filled depends on its kind."""

    kind: Kind
    activity: Activity
    organization: str = ""
    """Whom it is about; empty when it is about the activity itself."""
    frame: Frame | None = None
    """What counting looked at."""
    reason: Reason | None = None
    counted: Decimal = ZERO
    """CEUs that count all the same."""
    other: Activity | None = None
    """The entry that it meets: the one with its index number, or the one that looks alike."""
    limit: Limit | None = None
    """What the cap that it meets lets through."""
    unit: Decimal = ZERO
    """The CEUs that read like another unit."""
    closed: Cycle | None = None
    """The closed cycle that counted it."""
    expiry: Expiry | None = None
    """Until when what it is about could be done."""


def remarks(
    activity: Activity, state: LogState, rulebook: Rulebook, on: dt.date, before: Activity | None = None
) -> tuple[Remark, ...]:
    """Everything worth saying of an activity, whether or not it stands in the log already.

    Args:
        activity: the one that is being typed, or has just been saved.
        state: the log; an activity with the same id in it is replaced.
        rulebook: the rules.
        on: today.
        before: how it was before it was changed, which portals may have been told.
    """
    if state.activities.get(activity.id) is not activity:
        state = state.after([Edit(None, activity)])
    found = [each for code in activity.credits for each in _at(code, activity, state, rulebook, on)]
    named = {each.other.id for each in found if each.other}
    found += _look_alikes(activity, state.activities.values(), named)
    found += _unusual_unit(activity)
    if before:
        told = entered_otherwise(before, activity)
        found += [Remark("entered-otherwise", activity, code, other=before) for code in told]
    return _without_repeats(found)


def by_itself(activity: Activity, namesakes: Iterable[Activity]) -> tuple[Remark, ...]:
    """What is worth saying of an activity without counting anything: an entry that looks alike, an odd unit.

    Args:
        activity: one of the log.
        namesakes: at least all those of its `domain.text.title_key`.
    """
    return (*_look_alikes(activity, namesakes, set()), *_unusual_unit(activity))


def _without_repeats(found: list[Remark]) -> tuple[Remark, ...]:
    """Two organizations that meet the same other entry say so once."""
    kept: list[Remark] = []
    for each in found:
        if each.kind in ("takes-over", "rival-plan") and any(
            it.kind == each.kind and it.other == each.other for it in kept
        ):
            continue
        kept.append(each)
    return tuple(kept)


def _at(code: str, activity: Activity, state: LogState, rulebook: Rulebook, on: dt.date) -> list[Remark]:
    """What is to be said of it at one organization."""
    frame = frame_of(state, rulebook, code, on)
    if frame is None:
        return [Remark("not-held" if code in rulebook.organizations else "no-rules", activity, code)]
    for organization, cycle in cycles_with(activity, state.memberships.values()):
        if organization == code:
            return [Remark("closed", activity, code, frame, closed=cycle)]
    expiry = expired(activity, frame.edition.expiry)
    late = [Remark("expired", activity, code, frame, expiry=expiry)] if expiry else []
    return late + _standing_of(activity, state, frame, on)


def _standing_of(activity: Activity, state: LogState, frame: Frame, on: dt.date) -> list[Remark]:
    """What keeps it from counting in a frame, or what it keeps from counting."""
    remark = Remark("not-counted", activity, frame.organization.code, frame)
    count = tally(state, frame, planned_too=activity.is_planned(on))
    standing = next((each for each in count.standings if each.activity.id == activity.id), None)
    if standing is None:
        # further back than this cycle looks
        return [remark._replace(reason="outside-cycle")]
    if standing.reason == "over-cap":
        limit = limit_met(standing, frame.edition.caps, count.standings, count.pool.needed)
        return [remark._replace(reason="over-cap", counted=standing.counted, limit=limit)]
    if standing.reason == "duplicate":
        return [remark._replace(reason="duplicate", other=_rival(activity, state, frame, earlier=True))]
    if standing.reason:
        return [remark._replace(reason=standing.reason)]
    return _displaced(remark, state, frame)


def _displaced(remark: Remark, state: LogState, frame: Frame) -> list[Remark]:
    """The entry that one which counts takes the place of, or may have to leave it to."""
    if rival := _rival(remark.activity, state, frame, earlier=False):
        return [remark._replace(kind="takes-over", other=rival)]
    # nothing that counts is earlier, but what is planned may be
    plan = _rival(remark.activity, state, frame, earlier=True)
    return [remark._replace(kind="rival-plan", other=plan)] if plan and plan.is_planned(frame.on) else []


def _rival(activity: Activity, state: LogState, frame: Frame, *, earlier: bool) -> Activity | None:
    """Another entry with its index number: the one that counts before it, or the first that it displaces."""
    if not index_key(activity.index_number):
        return None
    others = [
        each
        for each in state.index.with_index_number(activity.index_number)
        if each.id != activity.id
        and (chronological(each) < chronological(activity)) is earlier
        and standing_alone(each, frame, planned_too=True) is None
        and not is_core_only(each, frame)
    ]
    return min(others, key=chronological, default=None)


def _look_alikes(activity: Activity, among: Iterable[Activity], named: set[str]) -> list[Remark]:
    """The nearest entry of the same title and sponsor within a week, unless it is known to be another."""
    title, sponsor, number = title_key(activity.title), title_key(activity.sponsor), index_key(activity.index_number)
    if not title:
        return []
    alike = [
        each
        for each in among
        if abs(each.date - activity.date) <= NEAR
        and each.id != activity.id
        and not each.trashed
        and title_key(each.title) == title
        and title_key(each.sponsor) == sponsor
        and not (number and index_key(each.index_number) not in ("", number))
    ]
    if not alike:
        return []
    nearest = min(alike, key=lambda each: (abs(each.date - activity.date), each.id))
    return [] if nearest.id in named else [Remark("look-alike", activity, other=nearest)]


def _unusual_unit(activity: Activity) -> list[Remark]:
    """A value below 1 that is no quarter: in the unit of IACET ten hours are 1 CEU, so 0.1 is one hour."""
    values = (activity.ceus, *activity.credits.values())
    odd = [each for each in values if each is not None and ZERO < each < 1 and each % QUARTER]
    return [Remark("unusual-unit", activity, unit=odd[0])] if odd else []
