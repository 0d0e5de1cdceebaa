"""What entries take along through a change: how a closed cycle counted them, and what the portals were told."""

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.closed import keeping
from ceulog.domain.portal import keeping_told
from ceulog.domain.state import Edit, LogState


def taking_along(change: Change, state: LogState) -> Change:
    """The change, in which each entry takes along what is to be known of it as it was.

    Args:
        change: what is to be done.
        state: the log before it.
    """
    memberships = tuple(state.memberships.values())
    edits = tuple(
        Edit(each.before, keeping_told(each.before, keeping(each.before, each.after, memberships)))
        if isinstance(each.before, Activity) and isinstance(each.after, Activity) else each
        for each in change.edits
    )  # fmt: skip
    return change._replace(edits=edits)
