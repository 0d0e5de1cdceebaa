"""What if I also held …: the log as it would be, without touching it."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from ceulog.domain.cycles import ONE_DAY, add_months
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.holdings import Holding, adopt, find_kind
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState


def supposing(state: LogState, rulebook: Rulebook, codes: Iterable[str], on: dt.date) -> LogState:
    """The log as if these credentials were awarded on a day.

    The first one of an organization begins a cycle on that day; later ones take over the one there is.

    Raises:
        Refusal: one is unknown, held already, or would count from a cycle on that is not open yet.
    """
    kinds = {canonical: organization for organization, canonical in (find_kind(rulebook, code) for code in codes)}
    for canonical, organization in kinds.items():
        membership = state.membership(organization.code)
        if membership and state.held(organization.code) and on > membership.current.last_day:
            raise Refusal(
                f"The {organization.cycle_word} of {organization.name} is over; {canonical} would count from the next "
                "one on. Close this one first.",
                field="code",
            )
        first = not state.held(organization.code)
        holding = _as_first(organization, on) if first else Holding(earned=on)
        change = adopt(state, rulebook, canonical, holding, on, partial("supposed-{}".format, canonical))
        state = state.after(change.edits)
    return state


def _as_first(organization: Organization, on: dt.date) -> Holding:
    end = add_months(on, organization.cycle_months) - ONE_DAY
    return Holding(earned=on, cycle_start=on, cycle_end=end)
