"""Ticking a box and opening it again: each gives the change, or refuses."""

import datetime as dt

from ceulog.domain.changes import Change, of_records
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.editions import Rulebook
from ceulog.domain.holdings import NewId, find_held
from ceulog.domain.progress import frame_of
from ceulog.domain.refusals import Refusal
from ceulog.domain.requirements import TickBox, boxes_in
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.domain.ticks import boxes_ticked, ticks_in_cycle


class CycleOver(Refusal):
    """Today is too late for a box: its cycle is over. It may have been done by the last day, or belong to the next."""

    def __init__(self, code: str, label: str, last_day: dt.date) -> None:
        super().__init__(
            f"The cycle ended on {last_day.isoformat()}, so the {label} of {code} is not ticked for today. If it was "
            "done by then, tick it for that last day; one that was done later belongs to the next cycle, once this "
            "one is closed."
        )
        self.code, self.label, self.last_day = code, label, last_day


def boxes_of(rulebook: Rulebook, state: LogState, held: HeldCredential, on: dt.date) -> tuple[TickBox, ...]:
    """The checkboxes of a held credential by its current rules, those of a choice of roads too."""
    frame = frame_of(state, rulebook, held.organization, on)
    kind = rulebook.organizations[held.organization].kind_of(held.code)
    return tuple(boxes_in(frame.edition.owed_for(kind))) if frame and kind else ()


def find_box(rulebook: Rulebook, state: LogState, held: HeldCredential, label: str, on: dt.date) -> TickBox:
    """The checkbox that is meant by its label, by enough of it, or by being the only one.

    Raises:
        Refusal: its current rules have no such box, or several that it could be.
    """
    boxes = boxes_of(rulebook, state, held, on)
    wanted = " ".join(label.split()).casefold()
    exact = [each for each in boxes if each.label.casefold() == wanted]
    found = exact or [each for each in boxes if wanted in each.label.casefold()]
    if len(found) == 1:
        return found[0]
    named = f"called {tidy(label)[:40]} " if label else ""
    if not boxes:
        raise Refusal(f"{held.code} has no box {named}to tick.")
    listed = ", ".join(f"“{each.label}”" for each in found or boxes)
    if found:
        raise Refusal(f"{held.code} has several boxes; say which of {listed}.")
    raise Refusal(f"{held.code} has no box {named}to tick; it has {listed}.")


def tick(
    state: LogState, rulebook: Rulebook, code: str, label: str, date: dt.date, today: dt.date, new_id: NewId
) -> Change:
    """Tick a box on a day; a box that is ticked already stays as it is (the change is empty).

    Raises:
        Refusal: there is no such box, or the day is still to come, or before the award where the box
            belongs to a cycle.
    """
    held = find_held(state, rulebook, code)
    if date > today:
        raise Refusal(f"{date.isoformat()} is still to come; tick the box when it is done.")
    box = find_box(rulebook, state, held, label, today)
    if date < held.earned and box.per != "ever":
        raise Refusal(f"{date.isoformat()} is before the award of {held.code} on {held.earned.isoformat()}.")
    change = of_records(f"ticked the {box.label} of {held.code}", (None, Tick(new_id(), held.code, box.label, date)))
    return change._replace(edits=()) if _is_ticked(change, state, rulebook, held, box, date, today) else change


def tick_now(state: LogState, rulebook: Rulebook, code: str, label: str, today: dt.date, new_id: NewId) -> Change:
    """Tick a box today, as `tick` does; one of a cycle that is over stays as it is when it is ticked.

    Raises:
        CycleOver: its cycle is over and not all of its boxes are ticked, so that a day has to be said.
        Refusal: as `tick`.
    """
    held = find_held(state, rulebook, code)
    box = find_box(rulebook, state, held, label, today)
    frame = frame_of(state, rulebook, held.organization, today)
    if frame is None or box.per == "ever" or today <= frame.cycle.last_day:
        return tick(state, rulebook, code, box.label, today, today, new_id)
    if boxes_ticked(state, frame, held, box) < box.boxes:
        raise CycleOver(held.code, box.label, frame.cycle.last_day)
    return tick(state, rulebook, code, box.label, frame.cycle.last_day, today, new_id)


def _is_ticked(
    change: Change, state: LogState, rulebook: Rulebook, held: HeldCredential, box: TickBox,
    date: dt.date, today: dt.date,
) -> bool:  # fmt: skip
    """Whether one more tick on that day would change nothing."""
    if any(each.date == date for each in state.ticks_of(held.code, box.label)):
        return True
    frame = frame_of(state, rulebook, held.organization, today)
    if frame is None or (box.per != "ever" and not frame.cycle.start <= date <= frame.cycle.last_day):
        return False
    return boxes_ticked(state.after(change.edits), frame, held, box) == boxes_ticked(state, frame, held, box)


def untick(
    state: LogState, rulebook: Rulebook, code: str, label: str, today: dt.date, *, date: dt.date | None = None
) -> Change:
    """Open a box again: the ticks of the current cycle go (of a box that never reopens, all of them), or the
    one of a day.

    Raises:
        Refusal: there is no such box, or several that it could be.
    """  # noqa: D205 - one sentence
    held = find_held(state, rulebook, code)
    box = find_box(rulebook, state, held, label, today)
    frame = frame_of(state, rulebook, held.organization, today)
    if date is not None:
        ticks = tuple(each for each in state.ticks_of(held.code, box.label) if each.date == date)
    else:
        ticks = ticks_in_cycle(state, frame, held, box) if frame else ()
    return of_records(f"opened the {box.label} of {held.code} again", *((each, None) for each in ticks))
