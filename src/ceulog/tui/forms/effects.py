"""What the entry being typed would do: the bars after it, and what is to be said of it; not counted for each key."""

import datetime as dt
from threading import Lock

from ceulog.domain.activities import Activity
from ceulog.domain.editions import Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress, organization_progress, progress
from ceulog.domain.remarks import Remark, remarks
from ceulog.domain.state import Edit, LogState

QUICK = 250
"""Entries up to which a log is counted faster than a key is pressed."""


class Effect(NamedTuple):
    """The bars without the entry and with it, and what is to be said of it."""

    before: tuple[OrganizationProgress, ...]
    after: tuple[OrganizationProgress, ...]
    remarks: tuple[Remark, ...] = ()


class Effects:
    """Counts what an activity would do, and again only when it differs in what counts.

    Args:
        state: the log without it, or with what it was.
        rulebook: the rules.
        today: the day to count on.
        base: what it was, when an entry is put right.
    """

    def __init__(self, state: LogState, rulebook: Rulebook, today: dt.date, base: Activity | None) -> None:
        self._state = state
        self._rulebook = rulebook
        self._today = today
        self._base = base
        self._before: tuple[OrganizationProgress, ...] | None = None
        self._last: tuple[Activity | None, Effect] | None = None
        self._guard = Lock()
        self.counts = 0
        """How often was counted."""

    @property
    def is_quick(self) -> bool:
        """Whether the log is short enough to count while somebody types."""
        return len(self._state.activities) <= QUICK

    def known(self, activity: Activity | None) -> Effect | None:
        """What was found out about an activity, or one that counts the same; None when it is to be counted."""
        if self._last and self._last[0] == _counting_part(activity):
            return self._last[1]
        return None

    def of(self, activity: Activity | None) -> Effect:
        """Count, unless it is known. Other threads may ask too; one waits until the other has counted."""
        with self._guard:
            found = self.known(activity)
            if found is None:
                found = self._counted(activity)
                self._last = _counting_part(activity), found
            return found

    def _counted(self, activity: Activity | None) -> Effect:
        self.counts += 1
        if self._before is None:
            self._before = progress(self._state, self._rulebook, self._today)
        if activity is None:
            return Effect(self._before, self._before)
        state = self._state.after([Edit(self._base, activity)])
        concerned = {*activity.credits, *(self._base.credits if self._base else ())}
        after = tuple(
            (organization_progress(state, self._rulebook, each.code, self._today) if each.code in concerned else None)
            or each
            for each in self._before
        )
        said = remarks(state.activities[activity.id], state, self._rulebook, self._today, self._base)
        return Effect(self._before, after, said)


def _counting_part(activity: Activity | None) -> Activity | None:
    """The activity without what neither counts nor is spoken of."""
    return activity and activity._replace(presenter="", location="", notes="", certificates=())
