"""What can happen to the logbook: each change names itself and lists the records it touches."""

import datetime as dt
from collections.abc import Iterable

from ceulog.domain.activities import Activity, Certificate
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import Edit, Record


class Change(NamedTuple):
    """One step that undo takes back as a whole."""

    label: str
    """What it did, as in "added “Chapter meeting”"."""
    edits: tuple[Edit, ...]


def _named(activities: Iterable[Activity]) -> str:
    first, *others = activities
    return f"“{first.title}”" if not others else f"{1 + len(others)} activities"


def added(*activities: Activity) -> Change:
    """New activities."""
    return Change(f"added {_named(activities)}", tuple(Edit(None, each) for each in activities))


def edited(before: Activity, after: Activity) -> Change:
    """One activity put right; empty when nothing differs."""
    return of_records(f"edited {_named([after])}", (before, after))


def attaching(activity: Activity) -> Change:
    """One activity as it is, for its proofs to come to it."""
    return Change(f"attached a file to {_named([activity])}", (Edit(activity, activity),))


def trashed(activities: Iterable[Activity], on: dt.date) -> Change:
    """Activities put into the trash."""
    gone = tuple(activities)
    return Change(f"deleted {_named(gone)}", tuple(Edit(each, each._replace(trashed=on)) for each in gone))


def restored(activities: Iterable[Activity]) -> Change:
    """Activities taken back out of the trash."""
    back = tuple(activities)
    return Change(f"restored {_named(back)}", tuple(Edit(each, each._replace(trashed=None)) for each in back))


def of_records(label: str, *edits: tuple[Record | None, Record | None]) -> Change:
    """A change to any other records; an edit whose sides are equal is left out."""
    return Change(label, tuple(Edit(before, after) for before, after in edits if before != after))


def activity_in(change: Change) -> Activity:
    """The activity that a change is about, as it is afterwards.

    Raises:
        LookupError: it is about none.
    """
    for edit in change.edits:
        if isinstance(edit.after, Activity):
            return edit.after
    raise LookupError(change.label)


def proved(change: Change, proofs: Iterable[Certificate]) -> Change:
    """A change whose entries have these proofs too."""
    more = tuple(proofs)
    edits = tuple(
        Edit(each.before, each.after._replace(certificates=(*each.after.certificates, *more)))
        if isinstance(each.after, Activity) else each
        for each in change.edits
    )  # fmt: skip
    return change._replace(edits=edits)
