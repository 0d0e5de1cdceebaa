"""The activity that somebody means by an id, or by enough of one."""

from ceulog.domain.activities import Activity
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy

SHORTEST = 4
"""Characters of an id that are enough when they fit one activity alone."""


def find_activity(state: LogState, given: str) -> Activity:
    """The activity of that id, in the trash or not.

    Raises:
        Refusal: none has it, or a beginning of it fits several.
    """
    wanted = given.strip().lower()
    if wanted in state.activities:
        return state.activities[wanted]
    found = [each for key, each in state.activities.items() if len(wanted) >= SHORTEST and key.startswith(wanted)]
    if len(found) == 1:
        return found[0]
    shown = tidy(given)[:40]
    if found:
        raise Refusal(f"{shown} fits {len(found)} activities; give more of the id. `ceulog list` shows them.")
    raise Refusal(f"No activity has the id {shown}. `ceulog list` shows them all.")
