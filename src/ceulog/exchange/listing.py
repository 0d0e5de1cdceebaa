"""Activities as `list` shows them: which ones, in which order, and as objects for scripts."""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from ceulog.domain.activities import Activity, in_order
from ceulog.domain.counting import Frame, out_of_cycle
from ceulog.domain.editions import Rulebook
from ceulog.domain.filtering import found
from ceulog.domain.progress import frame_of
from ceulog.domain.records import plain_decimal
from ceulog.domain.state import LogState
from ceulog.exchange.portal import portal_object, steps_cell

if TYPE_CHECKING:  # a plain `list` needs no CSV
    from ceulog.exchange.scope import Scope

LIST_COLUMNS = (
    "id", "date", "title", "sponsor", "type", "minutes", "credits", "index_number", "approved_for", "domain",
    "provided_by", "status", "certificates", "notes", "presenter", "location", "next_cycle", "ceus", "portal",
    "certificate_asked",
)  # fmt: skip
"""The keys of an activity's object, in order."""


def listing(
    state: LogState, rulebook: Rulebook, *, search: str = "", cycle: "Scope" = "all", on: dt.date = dt.date.max,
    trash: bool = False,
) -> list[Activity]:  # fmt: skip
    """The activities that fit, newest first: those of the log, or those in the trash.

    Args:
        state: the log.
        rulebook: the rules, which say to which cycle a renewal month's activity belongs.
        search: words and keys, as `domain.filtering` reads them.
        cycle: of the current cycles, of the latest closed ones, or all.
        on: today, for a search after what is planned; left out, only its status makes a thing planned.
        trash: whether to look in the trash instead.
    """
    belongs = _belonging(state, rulebook, cycle)
    fitting = found((each for each in state.activities.values() if bool(each.trashed) is trash), search, on)
    return in_order(filter(belongs, fitting) if belongs else fitting, newest_first=True)


def _belonging(state: LogState, rulebook: Rulebook, cycle: "Scope") -> Callable[[Activity], bool] | None:
    """Says of an activity whether it lies in a cycle that is asked for, by its date and the renewal
    month's choice, or was counted in it when that was closed; None where all do.
    """  # noqa: D205 - one sentence
    if cycle == "all":
        return None
    frames = [frame for membership in state.memberships.values()
              if (frame := _frame(state, rulebook, membership.organization, cycle))]  # fmt: skip
    counted = {key for frame in frames if frame.cycle.closing for key in frame.cycle.closing.counted}
    return lambda activity: activity.id in counted or any(_lies_in(frame, activity) for frame in frames)


def _frame(state: LogState, rulebook: Rulebook, code: str, cycle: "Scope") -> Frame | None:
    membership = state.membership(code)
    closed = [each for each in membership.cycles if each.closing] if membership else []
    if cycle == "previous" and not closed:
        return None
    # every award counts as made: only the dates of the cycle matter here
    return frame_of(state, rulebook, code, dt.date.max, closed[-1] if cycle == "previous" else None)


def _lies_in(frame: Frame, activity: Activity) -> bool:
    # what is credited to nobody goes by its date alone
    mine = not activity.credits or frame.organization.code in activity.credits
    return mine and out_of_cycle(activity, frame) is None


def activity_object(activity: Activity, rulebook: Rulebook) -> dict[str, Any]:
    """An activity as `list --json` has it; CEUs are plain decimal strings."""
    return {
        "id": activity.id,
        "date": activity.date.isoformat(),
        "title": activity.title,
        "sponsor": activity.sponsor,
        "type": activity.type,
        "minutes": activity.minutes,
        "credits": {code: plain_decimal(ceus) for code, ceus in activity.credits.items()},
        "index_number": activity.index_number,
        "approved_for": list(activity.approved_for),
        "domain": rulebook.domain_name(activity.domain) or None,
        "provided_by": activity.provided_by,
        "status": activity.status,
        "certificates": [each.file for each in activity.certificates],
        "notes": activity.notes,
        "presenter": activity.presenter,
        "location": activity.location,
        "next_cycle": activity.next_cycle,
        "ceus": None if activity.ceus is None else plain_decimal(activity.ceus),
        "portal": portal_object(activity),
        "certificate_asked": activity.certificate_asked.isoformat() if activity.certificate_asked else None,
    }


_NUMBERS_AND_DATES = frozenset({"date", "minutes", "ceus", "certificate_asked"})


def listing_csv(activities: Iterable[Activity], rulebook: Rulebook) -> bytes:
    """The activities as CSV, one row each, with the names of `activity_object` as columns.

    Lists are joined by `;`, CEUs stand as `AAPC=1.5;AHIMA=1`, and so do the steps in portals, as in an export.
    """
    from ceulog.exchange.csv_out import csv_bytes  # noqa: PLC0415 - for this form alone

    rows = [
        {name: _cell(value) for name, value in activity_object(each, rulebook).items()}
        | {"portal": steps_cell(each.portal)}
        for each in activities
    ]
    return csv_bytes(LIST_COLUMNS, rows, plain=_NUMBERS_AND_DATES)


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "Y" if value else "N"
        case dict():
            return ";".join(f"{code}={ceus}" for code, ceus in sorted(value.items()))
        case list():
            return ";".join(value)
        case _:
            return str(value)
