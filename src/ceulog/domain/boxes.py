"""The checkboxes of held credentials, how each stands, and turning one: ticked when it is open, open when it is."""

import datetime as dt

from ceulog.domain import ticking
from ceulog.domain.changes import Change
from ceulog.domain.editions import Rulebook
from ceulog.domain.holdings import NewId
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import frame_of
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState
from ceulog.domain.ticks import boxes_ticked, ticks_in_cycle


class BoxShown(NamedTuple):
    """One kind of box and how it stands."""

    box: TickBox
    done: int
    """How many of its boxes are ticked."""
    last: dt.date | None
    """The day of the latest tick."""

    @property
    def is_full(self) -> bool:
        """Whether turning it opens it again."""
        return self.done >= self.box.boxes


def boxes_shown(state: LogState, rulebook: Rulebook, code: str, today: dt.date) -> list[BoxShown]:
    """Every box of a held credential; none when it is not held, or has no cycle."""
    held = state.credential(code)
    frame = frame_of(state, rulebook, held.organization, today) if held else None
    if held is None or frame is None:
        return []
    found = []
    for box in ticking.boxes_of(rulebook, state, held, today):
        ticks = ticks_in_cycle(state, frame, held, box)
        found.append(BoxShown(box, boxes_ticked(state, frame, held, box), ticks[-1].date if ticks else None))
    return found


def only_box(
    state: LogState, rulebook: Rulebook, today: dt.date, *, relaxable: bool = False
) -> tuple[str, BoxShown] | None:
    """The only box that there is (of those that can be made optional) and the credential that it belongs to.

    None when there are several, or none.
    """
    found = [
        (held.code, each)
        for held in state.credentials.values()
        for each in boxes_shown(state, rulebook, held.code, today)
        if each.box.relaxable or not relaxable
    ]
    return found[0] if len(found) == 1 else None


def turned(
    state: LogState, rulebook: Rulebook, code: str, label: str, today: dt.date, new_id: NewId,
    on: dt.date | None = None,
) -> Change:  # fmt: skip
    """Tick a box on a day (today unless given), or open it again when nothing more can be ticked.

    Raises:
        CycleOver: no day is given, and today is too late for it.
        Refusal: there is no such box.
    """
    if on is None:
        change = ticking.tick_now(state, rulebook, code, label, today, new_id)
    else:
        change = ticking.tick(state, rulebook, code, label, on, today, new_id)
    return change if change.edits else ticking.untick(state, rulebook, code, label, today)
