"""Starting to hold several credentials in one change, and the dates that can be worked out for it."""

import datetime as dt
from collections.abc import Iterable, Mapping

from ceulog.domain.changes import Change
from ceulog.domain.cycles import default_start
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.holdings import Holding, NewId, adopt
from ceulog.domain.state import Edit, LogState, id_of
from ceulog.domain.text import listed


def start_before(end: dt.date, organization: Organization) -> dt.date | None:
    """The usual first day of a cycle that ends on that day; None where the calendar ends."""
    try:
        return default_start(end, organization.cycle_months)
    except OverflowError:
        return None


def adopt_all(
    state: LogState,
    rulebook: Rulebook,
    awards: Mapping[str, dt.date],
    cycles: Mapping[str, tuple[dt.date, dt.date]],
    today: dt.date,
    new_id: NewId,
) -> Change:
    """Start holding all of them, as one step that undo takes back as a whole.

    Args:
        state: the log.
        rulebook: the rules.
        awards: code -> award date.
        cycles: organization -> first and last day, where no cycle is known yet.
        today: today.
        new_id: where ids come from.

    Raises:
        Refusal: one of them cannot be held so.
    """
    edits: list[Edit] = []
    now = state
    for code, earned in awards.items():
        offer = rulebook.find_credential(code)
        organization = offer[0].code if offer else ""
        start, end = (None, None) if now.held(organization) else cycles.get(organization, (None, None))
        change = adopt(now, rulebook, code, Holding(earned=earned, cycle_start=start, cycle_end=end), today, new_id)
        edits += change.edits
        now = now.after(change.edits)
    return Change(f"started holding {listed(awards)}", tuple(merged(edits)))


def merged(edits: Iterable[Edit]) -> list[Edit]:
    """One edit for each record: as it was at first, as it is in the end."""
    by_record: dict[tuple[type, str], Edit] = {}
    for edit in edits:
        record = edit.after or edit.before
        key = type(record), id_of(record)
        first = by_record.get(key)
        by_record[key] = Edit(first.before if first else edit.before, edit.after)
    return list(by_record.values())
