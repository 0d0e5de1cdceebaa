"""What the dashboard shows, at one moment."""

import datetime as dt
from collections.abc import Iterable, Mapping

from ceulog.domain.credentials import HeldCredential
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.state import LogState


class View(NamedTuple):
    """The log, the progress worked out from it, and what is going on."""

    state: LogState
    progress: tuple[OrganizationProgress, ...]
    on: dt.date
    """The day that it is about."""
    saving: bool = False
    """Whether the disk has yet to answer."""
    lost: tuple[HeldCredential, ...] = ()
    """Held credentials for whose organizations no rules are known."""
    trouble: str = ""
    """A sentence about a log that cannot be read any more; empty when all is well."""
    copies: tuple[str, ...] = ()
    """The names of conflict copies beside the log."""
    unread: tuple[str, ...] = ()
    """What to say of documents of the file that are no records, from the fullest words to the shortest."""


def uncounted(progress: Iterable[OrganizationProgress]) -> Mapping[str, str]:
    """Activity id -> the reason why it counts nowhere; activities that count somewhere are not in it."""
    reasons: dict[str, str] = {}
    counting: set[str] = set()
    for organization in progress:
        for standing in organization.standings:
            if standing.counted:
                counting.add(standing.activity.id)
            elif standing.reason:
                reasons.setdefault(standing.activity.id, standing.reason)
    return {key: reason for key, reason in reasons.items() if key not in counting}
