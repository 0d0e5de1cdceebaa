"""What the dashboard shows, at one moment."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import compress
from operator import attrgetter

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
    else:
        progress, lost = logbook.progress(state), without_numbers(state, logbook.rulebook)
    unread = unread_notice([each[:3] for each in logbook.misfits[:1]], len(logbook.misfits))
    return View(state, progress, on, saving, lost, trouble, copies, unread)


def uncounted(progress: Iterable[OrganizationProgress]) -> Mapping[str, str]:
    """Activity id -> the reason why it counts nowhere; those that count somewhere, or did in a closed cycle, are not
    in it.
    """  # noqa: D205 - one sentence
    organizations = tuple(progress)
    reasons: dict[str, str] = {}
    for organization in organizations:
        for each in filter(_reason, organization.standings):
            if each.reason and not each.counted:
                reasons.setdefault(each.activity.id, each.reason)
    if not reasons:
        return reasons
    cycles = (cycle for each in organizations for cycle in each.membership.cycles)
    counting = {key for cycle in cycles if cycle.closing for key in cycle.closing.counted}
    for organization in organizations:
        standings = organization.standings
        counting.update(filter(reasons.__contains__, compress(map(_id, standings), map(_counted, standings))))
    return {key: reason for key, reason in reasons.items() if key not in counting}


_reason, _counted, _id = attrgetter("reason"), attrgetter("counted"), attrgetter("activity.id")
