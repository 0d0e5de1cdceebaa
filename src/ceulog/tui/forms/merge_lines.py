"""What a merge would do, as lines of a list: conflicts with both sides first, then what changes, then what comes."""

from collections.abc import Collection, Sequence

from textual.content import Content

from ceulog.domain.merging import Choice, Conflict, Merge
from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy
from ceulog.exchange.merge_words import edit_words, field_words, record_words, side_texts
from ceulog.logbook.merging import Copy, Merged
from ceulog.tui.keys import key_of
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.painting import Line, Piece, fitted, shortened
from ceulog.wording.labels import FIELD_LABELS
from ceulog.wording.numbers import count

LABEL_WIDTH = 10
MOST = 500
"""Lines of each kind that are shown; the sentence above them counts them all."""
_MARKS = {True: "(*)", False: "( )"}
"""Whether a side is the chosen one -> its sign."""
NOTHING_SAID = "nothing"


class MergeRow(NamedTuple):
    """One line of the list."""

    label: str
    text: str
    conflict: Conflict | None = None
    """What is to be chosen; None where nothing is."""


class MergeDone(NamedTuple):
    """What was merged."""

    words: str
    ids: tuple[str, ...]
    """Of the records that were added or changed."""


def merge_rows(found: Merge) -> list[MergeRow]:
    """What needs a look first: conflicts, what changes here, what comes."""
    conflicts = [MergeRow("conflict", _conflict_words(each), each) for each in found.conflicts]
    changed = [MergeRow("changed", f"{record_words(e.before)}: {edit_words(e)}") for e in found.taken if e.before]
    added = [MergeRow("new", record_words(each.after)) for each in found.added if each.after]
    return [*_bounded(conflicts), *_bounded(changed), *_bounded(added)]


def _bounded(rows: Sequence[MergeRow]) -> list[MergeRow]:
    more = len(rows) - MOST
    return [*rows] if more <= 0 else [*rows[:MOST], MergeRow(rows[0].label, f"and {more} more")]


def _conflict_words(conflict: Conflict) -> str:
    label = FIELD_LABELS.get(conflict.field, tidy(conflict.field))
    return f"{record_words(conflict.record)}: {field_words(conflict, label)}"


def row_content(row: MergeRow, width: int, theirs: Collection[Choice]) -> Content:
    """A line in so many cells; of a conflict a second one with both sides, the chosen one marked."""
    role = {"conflict": "behind", "changed": "accent"}.get(row.label, "calm")
    head: Line = (
        Piece(f"{row.label:{LABEL_WIDTH}}", role), Piece(shortened(row.text, max(width - LABEL_WIDTH, 10))),
    )  # fmt: skip
    if row.conflict is None:
        return content_of([head])
    is_theirs = row.conflict.choice in theirs
    half = max((width - 2) // 2, 12)
    ours, other = (text or NOTHING_SAID for text in side_texts(row.conflict))
    sides: Line = (
        _side("ours", ours, half, chosen=not is_theirs, action="screen.side(False)"), Piece("  "),
        _side("theirs", other, half, chosen=is_theirs, action="screen.side(True)"),
    )  # fmt: skip
    return content_of([head, sides])


def _side(name: str, text: str, width: int, *, chosen: bool, action: str) -> Piece:
    return Piece(fitted(f"  {_MARKS[chosen]} {name}: {text}", width), "strong" if chosen else "muted", action)


def row_detail(row: MergeRow, width: int) -> str:
    """The whole text of a line where there is too little room for it; else empty."""
    if row.conflict is None:
        return row.text if len(row.text) > width - LABEL_WIDTH else ""
    ours, theirs = (text or NOTHING_SAID for text in side_texts(row.conflict))
    fits = len(row.text) <= width - LABEL_WIDTH and max(len(ours), len(theirs) + 2) + 14 <= width // 2
    return "" if fits else f"{row.text}. Ours: {ours}. Theirs: {theirs}."


def plan_words(copy: Copy, found: Merge) -> str:
    """What merging would do, in a few sentences."""
    name = shortened(copy.name, 60)
    if not found.edits and not found.conflicts:
        told = f"Everything in {name} is here already."
        aside = (
            " Merging only puts it into the folder of the backups." if copy.is_beside and not copy.unreadable else ""
        )
        return told + aside + _unreadable_words(copy)
    numbers = [
        (len(found.added), "new"), (len(found.taken), "changed"), (found.same, "alike or kept"),
    ]  # fmt: skip
    said = f"{name}: {', '.join(f'{number} {what}' for number, what in numbers)}."
    if found.conflicts:
        said += f" {count(len(found.conflicts), 'conflict')}: ours stays where you do not choose theirs."
    return said + _unreadable_words(copy)


def _unreadable_words(copy: Copy) -> str:
    if not copy.unreadable:
        return ""
    return f" {count(copy.unreadable, 'record')} of it cannot be read and stay there."


def done_words(copy: Copy, merged: Merged) -> str:
    """What was done, and how to take it back."""
    found = merged.found
    said = f"Merged {shortened(copy.name, 60)}: {len(found.added)} added, {len(found.taken)} changed."
    if found.edits:
        said += f" {key_of('undo')} takes it back."
    if merged.lost:
        said += f" {count(merged.lost, 'certificate')} could not be copied as attached."
    if merged.aside:
        said += f" The copy is in the folder of the backups now, as {merged.aside}."
    return said
