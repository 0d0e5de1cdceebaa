"""What a merge would do, in words: the same on the screen and on the command line."""

from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.merging import Conflict
from ceulog.domain.state import Edit, Record
from ceulog.domain.text import tidy
from ceulog.exchange.values import value_text, value_words

_UNSAID = ("entered_as", "as_closed")
"""What the program keeps for itself: what portals were told, and what a closed cycle counted."""


def record_words(record: Record) -> str:
    """What a record is: its day and title, its code, its organization."""
    match record:
        case Activity():
            return f"{record.date.isoformat()} “{tidy(record.title)}”"
        case HeldCredential():
            return f"credential {tidy(record.code)}"
        case Membership():
            return f"membership of {tidy(record.organization)}"
        case Tick():
            return f"{tidy(record.label)} of {tidy(record.credential)} on {record.date.isoformat()}"
        case _:
            return f"holder {tidy(record.name)}"


def edit_words(edit: Edit) -> str:
    """What becomes of the fields of a record: "location: 'Raleigh' -> 'Durham'; …"; empty for a new one."""
    if edit.before is None or edit.after is None:
        return ""
    pairs = ((name, getattr(edit.before, name), getattr(edit.after, name)) for name in edit.after._fields)
    changed = (
        f"{name}: {value_words(mine)} -> {value_words(other)}"
        for name, mine, other in pairs
        if mine != other and name not in _UNSAID
    )
    return "; ".join(changed)


def field_words(conflict: Conflict, label: str) -> str:
    """What a conflict is about: the field, and which part of it where people do not see that from the sides."""
    return f"portal at {tidy(conflict.part)}" if conflict.field == "portal" else label


def side_texts(conflict: Conflict) -> tuple[str, str]:
    """What both sides say, ours first; of two cycles only that in which they differ."""
    ours, theirs = conflict.ours, conflict.theirs
    if not (isinstance(ours, Cycle) and isinstance(theirs, Cycle)):
        return value_text(ours), value_text(theirs)
    differing = [name for name in ours._fields if getattr(ours, name) != getattr(theirs, name)]
    first, second = (", ".join(_said(name, getattr(each, name)) for name in differing) for each in (ours, theirs))
    return first, second


def _said(name: str, value: Any) -> str:
    label = name.replace("_", " ")
    return f"{label} {value_text(value)}" if value not in (None, "", (), {}) else f"no {label}"
