"""What happens round the due dates, on which day and at what price: the dated steps of an edition."""

import datetime as dt
from collections.abc import Iterable

from ceulog.domain.cycles import Cycle, Membership, add_months
from ceulog.domain.editions import Edition, Step
from ceulog.domain.named import NamedTuple


class Rung(NamedTuple):
    """One step on its day."""

    date: dt.date
    step: Step


def rungs(edition: Edition, cycle: Cycle, membership: Membership) -> tuple[Rung, ...]:
    """Every step of the cycle, and of the dues where their day is known, by date.

    What comes before the due date goes by the cycle's own end; what comes after it, by a bought extension.
    """
    found = (_rung(each, cycle, membership) for each in edition.step)
    return tuple(sorted((each for each in found if each), key=lambda each: each.date))


def _rung(step: Step, cycle: Cycle, membership: Membership) -> Rung | None:
    if step.unless_extended and cycle.extension:
        return None
    due = membership.dues_date if step.of == "dues" else cycle.last_day
    if due is None:
        return None
    try:
        day = _day(step, due)
        early = day < due and step.of == "cycle"
        return Rung(_day(step, cycle.end) if early else day, step)
    except OverflowError:
        return None


def _day(step: Step, due: dt.date) -> dt.date:
    return add_months(due, step.months) + dt.timedelta(step.days)


def in_force(ladder: Iterable[Rung], on: dt.date, of: str) -> tuple[Rung, ...]:
    """The steps of a due date that have been reached on a day: those of the latest day of all."""
    reached = [each for each in ladder if each.step.of == of and each.date <= on]
    return tuple(each for each in reached if each.date == reached[-1].date)


def next_rung(ladder: Iterable[Rung], on: dt.date, of: str) -> Rung | None:
    """The next step of a due date after a day; None when there is none."""
    return next((each for each in ladder if each.step.of == of and each.date > on), None)
