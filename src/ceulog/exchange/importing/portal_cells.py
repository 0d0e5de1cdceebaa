"""What somebody wrote by hand into the portal's columns of our own export: a state, or the day of one.

The export itself says it all once more in `portal_steps`; where the other columns say something else than that, it
was a person who changed them.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence

from ceulog.domain.activities import PORTAL_STATES, PortalState, PortalStep
from ceulog.exchange.importing.cells import BadField
from ceulog.exchange.importing.dialects import key_of

Steps = tuple[PortalStep, ...]
DAYS: Mapping[PortalState, str] = {"submitted": "submitted_date", "verified": "verified_date"}
"""State -> the column of its day."""
STATUS, BODY = "portal_status", "body"
NO_STATE = f"is no state; it can be logged, {', '.join(PORTAL_STATES)}"


class PortalCells:
    """Reads the columns of one table of ours.

    Args:
        header: its names of columns.
        day_of: what day the cell of a column names; it may raise.
        today: the day of a state for which no day is given.
    """

    def __init__(self, header: Sequence[str], day_of: Callable[[str, str], dt.date], today: dt.date) -> None:
        keys = [key_of(each) for each in header]
        names = (STATUS, BODY, *DAYS.values())
        self._at = {name: keys.index(key_of(name)) for name in names if key_of(name) in keys}
        self.places = tuple(self._at.values())
        """The numbers of its columns."""
        self._day_of = day_of
        self._today = today

    def said(self, cells: Sequence[str], recorded: Mapping[str, Steps], completed: dt.date) -> dict[str, Steps]:
        """The steps in the portal of the row's organization, where a person has changed them; empty where none has.

        Args:
            cells: the row.
            recorded: what `portal_steps` says.
            completed: the day of the activity.

        Raises:
            BadField: there is no such state, or its day is still to come, or before the activity.
        """
        given = {name: text for name, at in self._at.items() if at < len(cells) and (text := cells[at].strip())}
        body, status = given.get(BODY, ""), given.get(STATUS, "").casefold()
        if not body or not status:
            return {}
        if status not in ("logged", *PORTAL_STATES):
            raise BadField(STATUS, given[STATUS], NO_STATE)
        steps = recorded.get(body, ())
        days = {each.state: each.date for each in steps}
        last = PORTAL_STATES.index(status) if status != "logged" else -1
        for state, column in DAYS.items():
            if column in given and (day := self._day_of(column, given[column])) != days.get(state):
                days[state] = self._checked(column, given[column], day, completed)
                # who writes a day means its state
                last = max(last, PORTAL_STATES.index(state))
        reached = PORTAL_STATES[: last + 1]
        if reached:
            days.setdefault(reached[-1], self._today)
        wanted = tuple(PortalStep(each, days[each]) for each in reached if each in days)
        return {body: wanted} if wanted != steps else {}

    def _checked(self, column: str, text: str, day: dt.date, completed: dt.date) -> dt.date:
        if day > self._today:
            raise BadField(column, text, "is still to come")
        if day < completed:
            raise BadField(column, text, f"is before the day of the activity, {completed.isoformat()}")
        return day
