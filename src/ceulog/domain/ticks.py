"""How many boxes of a kind stand ticked for a credential in a cycle."""

from ceulog.domain.counting import Frame
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import ONE_DAY, add_months
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
    if frame.previous:
        first = max(first, frame.previous.last_day + ONE_DAY)
    last = min(frame.cycle.last_day, frame.on)
    return tuple(each for each in ticks if first <= each.date <= last)


def boxes_ticked(state: LogState, frame: Frame, credential: HeldCredential, box: TickBox) -> int:
    """How many of the boxes are ticked, at most as many as there are."""
    ticks = ticks_in_cycle(state, frame, credential, box)
    if box.per == "cycle-year":
        second_year = add_months(frame.cycle.start, 12)
        return min(box.boxes, len({each.date >= second_year for each in ticks}))
    return min(box.boxes, len(ticks))
