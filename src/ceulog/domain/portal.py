"""Where activities stand in the portals of the organizations: entered, submitted, asked about, verified.

What stands in a log is not in a portal yet, and at AAPC what is entered is not submitted yet. A state
has the steps that led to it, each with its day, so that going back finds the day that was there before.
"""

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Literal, get_args

from ceulog.domain.activities import Activity, PortalStep, Told, chronological
from ceulog.domain.changes import Change, of_records
from ceulog.domain.cycles import Cycle
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy

PortalStanding = Literal["logged", "entered", "submitted", "questioned", "verified"]
STANDINGS: tuple[PortalStanding, ...] = get_args(PortalStanding)
"""From the first to the last."""

ENTER_BY = 45
"""Days before a cycle's end from which what counts and is not entered is spoken of."""


def standing_at(activity: Activity, organization: str) -> PortalStanding:
    """How far it is in an organization's portal."""
    steps = activity.portal.get(organization)
    return steps[-1].state if steps else "logged"


def day_of(activity: Activity, organization: str, state: PortalStanding) -> dt.date | None:
    """The day on which it reached a state; None when it did not, or has left it again."""
    return next((each.date for each in activity.portal.get(organization, ()) if each.state == state), None)


def waits_for(activity: Activity, organization: str, state: PortalStanding) -> bool:
    """Whether it has still to come to a state."""
    return STANDINGS.index(standing_at(activity, organization)) < STANDINGS.index(state)


def to_move(activities: Iterable[Activity], organization: str, state: PortalStanding) -> list[Activity]:
    """Those of several that a mark is about: what has still to come to a state, else what was changed since it did.

    What is further already is not taken back, and what is to be corrected not taken for corrected along with others.
    """
    chosen = tuple(activities)
    changed = [each for each in chosen if organization in each.entered_as and standing_at(each, organization) == state]
    return [each for each in chosen if waits_for(each, organization, state)] or changed


class Books(NamedTuple):
    """What one organization's portal is to know in one cycle."""

    progress: OrganizationProgress
    cycle: Cycle
    activities: tuple[Activity, ...]

    @property
    def code(self) -> str:
        """The organization's code."""
        return self.progress.code


# --- which ones ----------------------------------------------------------------------------------------------


def counting(progress: OrganizationProgress) -> tuple[Activity, ...]:
    """What counts in the current cycle of an organization, by date: what its portal is to know."""
    return tuple(sorted((each.activity for each in progress.standings if each.counted), key=chronological))


def to_be_told(state: LogState, progress: OrganizationProgress) -> tuple[Activity, ...]:
    """What counts in the current cycle, and what was changed since its portal was told of it, by date."""
    closed = latest_closed(state, progress.code)
    known = {each.id for each in counted(state, closed)} if closed else set()
    changed = (each for each in state.activities.values() if progress.code in each.entered_as and not each.trashed)
    found = {each.id: each for each in (*counting(progress), *changed) if each.id not in known}
    return tuple(sorted(found.values(), key=chronological))


def counted(state: LogState, cycle: Cycle) -> tuple[Activity, ...]:
    """What a closed cycle counted, as it is now, by date; without what is gone."""
    ids = cycle.closing.counted if cycle.closing else ()
    found = (state.activities[key] for key in ids if key in state.activities)
    return tuple(sorted((each for each in found if not each.trashed), key=chronological))


def latest_closed(state: LogState, organization: str) -> Cycle | None:
    """The cycle of an organization that was closed last: it is verified after it is closed."""
    membership = state.membership(organization)
    return next((each for each in reversed(membership.cycles) if each.closing), None) if membership else None


# --- changes -------------------------------------------------------------------------------------------------


def marked(
    activities: Iterable[Activity],
    organization: str,
    state: PortalStanding,
    today: dt.date,
    date: dt.date | None = None,
) -> Change:
    """Activities marked with a state in one portal, as one change; later states are taken out again.

    Who says once more that one is entered, or in the state that it has, says so of it as it is now.

    Args:
        activities: those of the log as it is.
        organization: whose portal it is.
        state: the state; `logged` for not entered.
        today: the day of what is reached now.
        date: the day on which it was reached; None: the day that it has on its way already, else today.

    Raises:
        Refusal: the day is still to come, or before one of them was completed; or one of them can stand in no portal
            of that organization.
    """
    if date is not None and date > today:
        raise Refusal(f"{date.isoformat()} is still to come; give the day on which it was {state}.", field="date")
    chosen = tuple(activities)
    for each in chosen:
        _check(each, organization, today)
        if date is not None and each.date > date:
            raise Refusal(
                f"“{tidy(each.title)}” was completed on {each.date.isoformat()}, so it cannot have been {state} on "
                f"{date.isoformat()}.",
                field="date",
            )
    return _change(((each, _with(each, organization, state, today, date)) for each in chosen), organization, state)


def stepped_back(activities: Iterable[Activity], organization: str) -> Change:
    """Activities taken one step back in one portal."""
    pairs = [(each, _with_steps(each, organization, each.portal.get(organization, ())[:-1])) for each in activities]
    states: set[PortalStanding] = {standing_at(after, organization) for before, after in pairs if before != after}
    return _change(pairs, organization, states.pop() if len(states) == 1 else None)


def _check(activity: Activity, organization: str, today: dt.date) -> None:
    title = tidy(activity.title)
    if activity.trashed:
        raise Refusal(f"“{title}” is in the trash; `ceulog restore {activity.id}` takes it back out.")
    if organization not in activity.credits and organization not in activity.portal:
        raise Refusal(f"“{title}” is not credited to {organization}; `ceulog edit` with --for credits it.")
    if activity.is_planned(today):
        raise Refusal(f"“{title}” is still planned; `ceulog edit` with --attended says that you were there.")


def _with(
    activity: Activity, organization: str, state: PortalStanding, today: dt.date, date: dt.date | None
) -> Activity:
    steps = activity.portal.get(organization, ())
    if state == "logged":
        return _with_steps(activity, organization, ())
    if state in ("entered", standing_at(activity, organization)):
        activity = _told_anew(activity, organization)
    place = STANDINGS.index(state)
    earlier = tuple(each for each in steps if STANDINGS.index(each.state) < place)
    day = date or day_of(activity, organization, state) or today
    return _with_steps(activity, organization, (*earlier, PortalStep(state, day)))


def _with_steps(activity: Activity, organization: str, steps: tuple[PortalStep, ...]) -> Activity:
    portal = {**activity.portal, organization: steps}
    activity = activity._replace(portal={code: each for code, each in portal.items() if each})
    return activity if steps else _told_anew(activity, organization)


def _told_anew(activity: Activity, organization: str) -> Activity:
    kept = {code: told for code, told in activity.entered_as.items() if code != organization}
    return activity._replace(entered_as=kept) if kept != activity.entered_as else activity


def _change(pairs: Iterable[tuple[Activity, Activity]], organization: str, state: PortalStanding | None) -> Change:
    edits = [(before, after) for before, after in pairs if before != after]
    which = f"“{edits[0][1].title}”" if len(edits) == 1 else f"{len(edits)} activities"
    where = f"at {organization}"
    label = f"took {which} a step back {where}"
    if state:
        label = f"marked {which} as {'not entered' if state == 'logged' else state} {where}"
    return of_records(label, *edits)


# --- what was entered and is something else now --------------------------------------------------------------


def told_of(activity: Activity, organization: str) -> Told:
    """What a portal is told of an activity as it is."""
    return Told(activity.title, activity.date, activity.credits.get(organization), activity.index_number)


def entered_otherwise(before: Activity, after: Activity) -> Iterator[str]:
    """The organizations in whose portals an activity stands with other facts than it has now."""
    return (code for code in before.portal if told_of(before, code) != told_of(after, code))


def keeping_told(before: Activity, after: Activity) -> Activity:
    """An activity after a change, with what the portals were told where they are to be told something else now."""
    if not after.portal and not after.entered_as:
        return after
    found: dict[str, Told] = {}
    for code, steps in after.portal.items():
        told = after.entered_as.get(code)
        # who marks it anew in the same change speaks of it as it is then
        if told is None and code not in before.entered_as and before.portal.get(code) == steps:
            told = told_of(before, code)
        if told and told != told_of(after, code):
            found[code] = told
    return after if found == after.entered_as else after._replace(entered_as=found)
