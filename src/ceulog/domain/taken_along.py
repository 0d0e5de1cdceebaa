"""What entries take along through a change: how a closed cycle counted them, and what the portals were told.

And which are not to be changed any more, for somebody threw them away meanwhile.
"""

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.closed import keeping
from ceulog.domain.portal import keeping_told
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Edit, LogState
from ceulog.domain.text import tidy


def taking_along(change: Change, state: LogState) -> Change:
    """The change, in which each entry takes along what is to be known of it as it was.

    Args:
        change: what is to be done.
        state: the log before it.

    Raises:
        Refusal: an entry to be changed is in the trash, which it was not when somebody looked at it.
    """
    for each in change.edits:
        _refuse_thrown_away(each, state)
    memberships = tuple(state.memberships.values())
    edits = tuple(
        Edit(each.before, keeping_told(each.before, keeping(each.before, each.after, memberships)))
        if isinstance(each.before, Activity) and isinstance(each.after, Activity) else each
        for each in change.edits
    )  # fmt: skip
    return change._replace(edits=edits)


def _refuse_thrown_away(edit: Edit, state: LogState) -> None:
    before, after = edit
    if isinstance(before, Activity) and isinstance(after, Activity) and not (before.trashed or after.trashed):
        now = state.activities.get(before.id)
        if now and now.trashed:
            raise Refusal(
                f"“{tidy(now.title)}” was put into the trash meanwhile, by another window or program, so it was not "
                f"changed. Take it back out of the trash first."
            )
