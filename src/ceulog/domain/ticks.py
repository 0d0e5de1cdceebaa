"""How many boxes of a kind stand ticked for a credential in a cycle."""

from itertools import groupby

from ceulog.domain.counting import Frame
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import Cycle, add_months
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState


def ticks_in_cycle(state: LogState, frame: Frame, credential: HeldCredential, box: TickBox) -> tuple[Tick, ...]:
    """The ticks of one box that belong to the cycle, from the award on and up to the day; of a box that
    never reopens, all of them up to the day.
    """  # noqa: D205 - one sentence
    ticks = state.ticks_of(credential.code, box.label)
    if box.per == "ever":
        return tuple(each for each in ticks if each.date <= frame.on)
    first = max(frame.cycle.start, credential.earned)
    last = min(frame.cycle.last_day, frame.on)
    mine = (each for each in ticks if first <= each.date <= last)
    return tuple(each for each in mine if not (frame.previous and _is_of_previous(each, frame.previous)))


def _is_of_previous(tick: Tick, previous: Cycle) -> bool:
    """Whether it falls into the extension of the cycle before; once that is closed, what it counted alone does."""
    if tick.date > previous.last_day:
        return False
    return previous.closing is None or tick.id in previous.closing.ticks


def filling_ticks(state: LogState, frame: Frame, credential: HeldCredential, box: TickBox) -> tuple[Tick, ...]:
    """Those of `ticks_in_cycle` that fill the boxes, the earliest, at most as many as there are boxes."""
    ticks = ticks_in_cycle(state, frame, credential, box)
    if box.per == "cycle-year":
        second_year = add_months(frame.cycle.start, 12)
        ticks = tuple(next(found) for _, found in groupby(ticks, key=lambda each: each.date >= second_year))
    return ticks[: box.boxes]


def boxes_ticked(state: LogState, frame: Frame, credential: HeldCredential, box: TickBox) -> int:
    """How many of the boxes are ticked, at most as many as there are."""
    return len(filling_ticks(state, frame, credential, box))
