"""One edit of many entries: the same fields set in all of them, as one step that undo takes back."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Literal

from ceulog.domain.activities import Activity, ActivityType, Provider
from ceulog.domain.bounds import within_bounds
from ceulog.domain.changes import Change
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import Entry, compose
from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Edit, LogState
from ceulog.domain.text import listed, tidy

FIELD_NAMES = {
    "type": "kind", "sponsor": "sponsor", "organizations": "organizations", "domain": "domain",
    "provided_by": "provider", "approved_for": "approvals", "presenter": "presenter", "location": "place",
    "status": "status",
}  # fmt: skip
"""Field -> what it is called; in the order in which they are named."""

_LINES = ("sponsor", "presenter", "location")
_PLAIN = ("type", "domain", "provided_by")
_FIELD_OF = {"for": "organizations", "credits": "organizations", "ceus": "organizations"}
"""The field that a refusal is about, where an entry's own has another name."""
_LONGEST_TITLE = 40


class BulkEdit(NamedTuple):
    """What is to be set. None: not given, so each entry keeps its own."""

    type: ActivityType | None = None
    sponsor: str | None = None
    organizations: tuple[str, ...] | None = None
    """What they count for; the CEUs that are there stay, others are what the entry grants."""
    domain: int | None = None
    provided_by: Provider | None = None
    approved_for: tuple[str, ...] | None = None
    presenter: str | None = None
    location: str | None = None
    status: Literal["done"] | None = None
    """They were attended; those whose day is still to come stay planned."""
    cleared: frozenset[str] = frozenset()
    """Fields to be emptied: of domain, provided_by."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it speaks of."""
        return tuple(name for name in FIELD_NAMES if getattr(self, name) is not None or name in self.cleared)


def bulk_edited(
    activities: Iterable[Activity], edit: BulkEdit, state: LogState, rulebook: Rulebook, today: dt.date
) -> Change:
    """One change of all the entries that would differ; empty where none would.

    Raises:
        Refusal: a text is too long, a credential or an organization is unknown, or an entry does not say how
            many CEUs it grants; the sentence names the entry.
    """
    edits = []
    for before in activities:
        try:
            after = _edited(before, edit, state, rulebook, today)
        except Refusal as refusal:
            named = f"“{_short(before.title)}”: {refusal}"
            raise Refusal(named, field=_FIELD_OF.get(refusal.field, refusal.field)) from refusal
        if after != before:
            edits.append(Edit(before, after))
    return Change(_label(edit, edits), tuple(edits))


def still_to_come(activities: Iterable[Activity], edit: BulkEdit, today: dt.date) -> int:
    """How many entries stay planned although attended ones are asked for: their day is still to come."""
    return sum(each.date > today for each in activities) if edit.status else 0


def _edited(before: Activity, edit: BulkEdit, state: LogState, rulebook: Rulebook, today: dt.date) -> Activity:
    fields: dict[str, Any] = dict.fromkeys(edit.cleared)
    fields |= {name: given for name in _PLAIN if (given := getattr(edit, name)) is not None}
    for name in _LINES:
        if (given := getattr(edit, name)) is not None:
            fields[name] = tidy(given)
            if not within_bounds(before._replace(**{name: fields[name]})):
                raise Refusal(f"The {FIELD_NAMES[name]} is too long.", field=name)
    if edit.status and before.date <= today:
        fields["status"] = edit.status
    if edit.approved_for is not None or edit.organizations is not None:
        composed = _composed(before, edit, state, rulebook, today)
        fields |= {"approved_for": composed.approved_for, "credits": composed.credits}
    return before._replace(**fields)


def _composed(before: Activity, edit: BulkEdit, state: LogState, rulebook: Rulebook, today: dt.date) -> Activity:
    """The entry as the form would make it: what it counts for, and what it was approved for."""
    wanted = edit.organizations
    own = {code: ceus for code in wanted or () if code not in before.credits and (ceus := _granted(before))}
    entry = Entry(organizations=wanted, credits=own, approved_for=edit.approved_for)
    # as planned, so that its day is not looked at: it stays what it is
    composed = compose(entry, state, rulebook, today, base=before._replace(status="planned"))
    missing = [code for code in wanted or () if code not in composed.credits]
    if missing:
        raise Refusal(f"It does not say how many CEUs it grants at {missing[0]}.", field="organizations")
    return composed if wanted is not None else composed._replace(credits=before.credits)


def _granted(before: Activity) -> Decimal | None:
    """What it grants everywhere, where nothing else says what it would grant at one more organization."""
    if before.ceus is not None or before.minutes is not None:
        return None
    amounts = set(before.credits.values())
    return amounts.pop() if len(amounts) == 1 else None


def _label(edit: BulkEdit, edits: list[Edit]) -> str:
    """As in "changed the kind of 12 entries"."""
    count = len(edits)
    only = edits[0].after if count == 1 else None
    which = f"“{only.title}”" if isinstance(only, Activity) else f"{count} entries"
    if edit.fields == ("status",):
        return f"marked {which} as attended"
    names = [FIELD_NAMES[name] for name in edit.fields]
    return f"changed the {listed(names)} of {which}" if names else f"changed {which}"


def _short(title: str) -> str:
    title = tidy(title)
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
