"""What the dashboard shows, at one moment."""

import datetime as dt
from collections.abc import Iterable, Mapping

from ceulog.domain.activities import Activity
from ceulog.domain.holdings import Numberless, without_numbers
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import LogState
from ceulog.logbook.logbook import Logbook
from ceulog.wording.unread import unread_notice


class View(NamedTuple):
    """The log, the progress worked out from it, and what is going on."""

    state: LogState
    progress: tuple[OrganizationProgress, ...]
    on: dt.date
    """The day that it is about."""
    saving: bool = False
    """Whether the disk has yet to answer."""
    lost: tuple[Numberless, ...] = ()
    """Held credentials for which nothing can be counted."""
    trouble: str = ""
    """A sentence about a log that cannot be read any more; empty when all is well."""
    copies: tuple[str, ...] = ()
    """The names of conflict copies beside the log."""
    unread: tuple[str, ...] = ()
    """What to say of documents of the file that are no records, from the fullest words to the shortest."""

    def shows_the_same_as(self, other: "View") -> bool:
        """Whether it differs from another one in nothing but whether the disk has answered."""
        # progress is taken over where the log is the same; to compare it in depth would take longer than to show it
        if self.progress is not other.progress or not self.state.equals(other.state):
            return False
        return self._replace(state=other.state, saving=other.saving) == other


def view_of(
    logbook: Logbook, state: LogState, before: View | None = None, *, saving: bool = False, trouble: str = "",
    copies: tuple[str, ...] = (),
) -> View:  # fmt: skip
    """The view of a state, true or expected; what was worked out for the one before it is taken over where it holds.

    Args:
        logbook: whose log it is.
        state: of the log.
        before: what is shown so far.
        saving: whether the disk has yet to answer.
        trouble: a sentence about a log that cannot be read any more.
        copies: the names of conflict copies beside the log.
    """
    on = logbook.today()
    if before and before.on == on and before.state.equals(state):
        progress, lost = before.progress, before.lost
        state.take_over(before.state)  # else the next count would go on from one that is further back
    else:
        progress, lost = logbook.progress(state), without_numbers(state, logbook.rulebook)
    unread = unread_notice([each[:3] for each in logbook.misfits[:1]], len(logbook.misfits))
    return View(state, progress, on, saving, lost, trouble, copies, unread)


def uncounted(progress: Iterable[OrganizationProgress]) -> Mapping[str, str]:
    """Activity id -> the reason why it counts nowhere; those that count somewhere, or did in a closed cycle, are not
    in it.
    """  # noqa: D205 - one sentence
    organizations = tuple(progress)
    cycles = (cycle for each in organizations for cycle in each.membership.cycles)
    closed = {key for cycle in cycles if cycle.closing for key in cycle.closing.counted}
    reasons: dict[str, str] = {}
    for organization in organizations:
        others = [each for each in organizations if each is not organization]
        for each in organization.uncounted:
            activity = each.activity
            if each.reason and activity.id not in closed and not any(_counts(activity, other) for other in others):
                reasons.setdefault(activity.id, each.reason)
    return reasons


def _counts(activity: Activity, organization: OrganizationProgress) -> bool:
    standing = organization.standing_of(activity) if organization.code in activity.credits else None
    return standing is not None and standing.counted > 0
