"""What the import screen says: how to begin, what would be done, what was done."""

from collections.abc import Sequence
from pathlib import Path

from ceulog.domain.text import listed, tidy
from ceulog.exchange.importing.planning import ImportPlan
from ceulog.exchange.importing.telling import counted
from ceulog.logbook.importing import recalled_words
from ceulog.tui.forms.import_look import FIELDS, Look, Wishes
from ceulog.tui.keys import key_of
from ceulog.wording.numbers import count

FIRST = (
    "Type or drop a file: a spreadsheet saved as CSV, text with tabs, or an e-mail. Or paste a table that you copied "
    "from a page, or type a folder of PDF certificates. Enter reads it; nothing is imported before you say so."
)
NO_PATH = "Say which file to import: type its path, drop it here, or press F2 to pick one."
ONE_FILE = "One file at a time: give the path of the first."
NOTHING_NEW = "There is nothing new in it, so there is nothing to import."
NOT_YET = "It is not clear yet what to import; see above."
PASTED = "pasted text"
EMPTY = "There is nothing in it."
MOST_NAMED = 4
"""Columns that a sentence names."""


def look_words(look: Look, wishes: Wishes) -> str:
    """What would be done, or what has to be said first, in a few sentences."""
    if not look.source.rows:
        return EMPTY
    if look.lacks:
        fields = listed([f"the {FIELDS[each] if each == 'ceus' else each}" for each in look.lacks])
        which = "Choose it below." if len(look.lacks) == 1 else "Choose them below."
        return f"No column was found for {fields}. {which}"
    said = [order_words(look) if look.plan is None else f"{counted(look.plan, nothing=False)}."]
    said.append(recalled_words(look.table, wishes.order))
    said += [for_whom_words(look), *look.doubts]
    others = [tidy(each)[:40] for each in look.table.columns.others.values()]
    if others:
        more = [f"{len(others) - MOST_NAMED} more"] if len(others) > MOST_NAMED else []
        goes = "goes" if len(others) == 1 else "go"
        said.append(f"{listed(others[:MOST_NAMED] + more)} {goes} to the notes.")
    return " ".join(filter(None, said))


def for_whom_words(look: Look) -> str:
    """Which columns say for which organization a line counts; empty for none."""
    columns = look.table.columns
    names = [tidy(columns.header.cells[place])[:40] for place in (*columns.granted, *columns.marked) if columns.header]
    return f"{listed(names)} {'says' if len(names) == 1 else 'say'} for whom each counts." if names else ""


def order_words(look: Look) -> str:
    """What is asked about the dates."""
    found = look.table.dates
    if found.contrary:
        return (
            f"The dates are in two orders, such as {tidy(found.example)} and {tidy(found.contrary)}. Choose the one "
            "that is meant; lines that do not fit it are rejected."
        )
    return f"It does not show whether {tidy(found.example)} begins with the month or with the day. Choose one."


def imported_words(plan: ImportPlan, kept: Path | None, trouble: Sequence[str]) -> str:
    """What was done, where the rejected lines are, and how it is taken back."""
    said = [f"Imported {count(len(plan.change.edits), 'activity')} from {tidy(plan.source)[:60]}."]
    if plan.rejected:
        are = "is" if len(plan.rejected) == 1 else "are"
        lines = count(len(plan.rejected), "rejected line")
        said.append(f"{lines} {are} in {tidy(str(kept))}." if kept else f"{lines} {are} not in the log.")
    said += trouble
    return " ".join([*said, f"{key_of('undo')} takes it back."])
