"""The checkboxes of a held credential, as the screen shows and turns them."""

import datetime as dt
from collections.abc import Callable

from ceulog.domain import boxes
from ceulog.domain.boxes import BoxShown
from ceulog.domain.changes import Change
from ceulog.domain.holdings import Holding, amend
from ceulog.domain.refusals import Refusal
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState
from ceulog.domain.text import listed, tidy
from ceulog.logbook.logbook import Logbook
from ceulog.tui.keys import with_keys

NO_BOX = "You hold no credential yet, so there is no box. Press {credentials} to add the ones you hold."


def boxes_shown(logbook: Logbook, state: LogState, code: str) -> list[BoxShown]:
    """Every box of a held credential, as `domain.boxes` has them."""
    return boxes.boxes_shown(state, logbook.rulebook, code, logbook.today())


def turned(logbook: Logbook, state: LogState, code: str, label: str, on: dt.date | None = None) -> Change:
    """Tick a box on a day (today unless given), or open it again when nothing more can be ticked.

    Raises:
        CycleOver: no day is given, and today is too late for it.
        Refusal: there is no such box; the sentence names the credentials that have one.
    """
    if not boxes_shown(logbook, state, code):
        raise Refusal(_no_box(logbook, state, code, "to tick", lambda _box: True))
    return boxes.turned(state, logbook.rulebook, code, label, logbook.today(), logbook.new_id, on)


def duty_turned(logbook: Logbook, state: LogState, code: str) -> Change:
    """Make the relaxable box of a credential optional, or required again.

    Raises:
        Refusal: it is not held, or has no such box.
    """
    held = state.credential(code)
    label = next((each.box.label for each in boxes_shown(logbook, state, code) if each.box.relaxable), None)
    if held is None or label is None:
        raise Refusal(_no_box(logbook, state, code, "that can be made optional", lambda box: box.relaxable))
    back = held.self_assessment == "optional"
    duty = Holding(self_assessment="required" if back else "optional")
    said = f"made the {tidy(label)} of {tidy(code)} {'required again' if back else 'optional'}"
    return amend(state, logbook.rulebook, code, duty, logbook.today())._replace(label=said)


def _no_box(logbook: Logbook, state: LogState, code: str, what: str, wanted: Callable[[TickBox], bool]) -> str:
    """That a credential has no such box, and which of the others has one."""
    if not code:
        return with_keys(NO_BOX)
    others = [
        f"{tidy(each.code)} has {_named([one.box.label for one in found])}"
        for each in state.credentials.values()
        if (found := [one for one in boxes_shown(logbook, state, each.code) if wanted(one.box)])
    ]
    if not others:
        return f"None of your credentials has a box {what}."
    select = "Select it" if len(others) == 1 else "Select one of them"
    return f"{tidy(code)} has no box {what}; {listed(others)}. {select} in the bars."


def _named(labels: list[str]) -> str:
    return f"the {tidy(labels[0])}" if len(labels) == 1 else f"{len(labels)} boxes"
