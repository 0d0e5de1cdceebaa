"""What is known of a table before it is imported: its columns, its plan, and what stands in the way of one."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from ceulog.domain.text import listed, tidy
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.importing.headers import Choice, column_choices
from ceulog.exchange.importing.planning import ImportPlan
from ceulog.exchange.importing.telling import counted
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.import_memory import Memory, remember
from ceulog.logbook.import_source import Source
from ceulog.logbook.importing import (
    AmbiguousDates,
    Table,
    carry_out,
    keep_rejects,
    plan_of,
    recalled_words,
    table_with,
)
from ceulog.logbook.logbook import Logbook
from ceulog.tui.keys import key_of
from ceulog.wording.numbers import count

FIELDS = {
    "date": "Date", "title": "Title", "ceus": "CEUs", "minutes": "Minutes", "sponsor": "Sponsor", "type": "Kind",
    "index_number": "Index no.", "credential": "Credential", "domain": "Domain", "provided_by": "Provided by",
    "presenter": "Presenter", "location": "Place", "notes": "Notes", "status": "Status",
}  # fmt: skip
"""The fields that can be given a column, and what they are called."""
EMPTY = "There is nothing in it."
MOST_NAMED = 4
"""Columns that a sentence names."""


class Wishes(NamedTuple):
    """What was said of a table."""

    columns: Mapping[str, str] = {}
    """Field -> the name or number of its column; empty for none."""
    order: Order | None = None
    """Of month and day."""


class Look(NamedTuple):
    """A table, and what importing it would do."""

    source: Source
    table: Table
    plan: ImportPlan | None
    """None while something is not known that it needs."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The columns that there are."""
        return column_choices(self.source.rows, self.table.columns.header)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The fields that need a column and have none."""
        return self.table.columns.missing

    @property
    def asks_order(self) -> bool:
        """Whether the order of month and day is not to be seen in the table."""
        return bool(self.table.dates.example)

    @property
    def to_import(self) -> int:
        """How many activities would be added or changed."""
        return len(self.plan.change.edits) if self.plan else 0


def look_at(
    source: Source, wishes: Wishes, logbook: Logbook, memory: Memory, report: Callable[[int, int], object]
) -> Look:
    """Work out what importing would do; nothing is written.

    Args:
        source: what was read.
        wishes: what was said of it.
        logbook: where it would go.
        memory: what was said of other tables.
        report: is told now and then how many steps are done, of how many.

    Raises:
        Refusal: a column is named that is not there.
        StorageError: the log cannot be read.
    """
    table = table_with(source, wishes.columns, memory, complete=False)
    if table.columns.missing:
        return Look(source, table, None)
    whole = 2 * len(table.rows)
    try:
        plan = plan_of(table, logbook, wishes.order, report=lambda done: report(done, whole))
    except AmbiguousDates:
        return Look(source, table, None)
    return Look(source, table, plan)


# --- sentences ---------------------------------------------------------------------------------------------


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
    others = [tidy(each)[:40] for each in look.table.columns.others.values()]
    if others:
        more = [f"{len(others) - MOST_NAMED} more"] if len(others) > MOST_NAMED else []
        goes = "goes" if len(others) == 1 else "go"
        said.append(f"{listed(others[:MOST_NAMED] + more)} {goes} to the notes.")
    return " ".join(filter(None, said))


def order_words(look: Look) -> str:
    """What is asked about the dates."""
    found = look.table.dates
    if found.contrary:
        return (
            f"The dates are in two orders, such as {tidy(found.example)} and {tidy(found.contrary)}. Choose the one "
            "that is meant; lines that do not fit it are rejected."
        )
    return f"It does not show whether {tidy(found.example)} begins with the month or with the day. Choose one."


# --- importing ---------------------------------------------------------------------------------------------


class Imported(NamedTuple):
    """What was imported."""

    words: str
    ids: tuple[str, ...]
    """Of the activities that were added or changed, in the order of the file."""


def bring_in(look: Look, wishes: Wishes, logbook: Logbook) -> Imported:
    """Import what was planned, keep the rejected lines, and what was said of the header.

    Raises:
        Refusal: the log was changed meanwhile.
        StorageError: nothing was written.
    """
    if look.plan is None:
        raise Refusal("Nothing is planned yet.")
    plan = carry_out(look.table, look.plan, logbook, wishes.order)
    kept, trouble = None, []
    try:
        kept = keep_rejects(look.table, plan)
    except StorageError as fault:
        trouble.append(f"The rejected lines could not be kept: {fault}")
    header = look.table.columns.header
    try:
        if header:
            remember(logbook.folder, header.cells, wishes.columns, wishes.order)
    except (Refusal, StorageError) as fault:
        trouble.append(f"What you said of this header is not kept for next time: {fault}")
    edits = [each.after for each in plan.items if each.kind in ("new", "changed")]
    return Imported(imported_words(plan, kept, trouble), tuple(each.id for each in edits))


def imported_words(plan: ImportPlan, kept: Path | None, trouble: Sequence[str]) -> str:
    """What was done, where the rejected lines are, and how it is taken back."""
    said = [f"Imported {count(len(plan.change.edits), 'activity')} from {tidy(plan.source)[:60]}."]
    if plan.rejected:
        are = "is" if len(plan.rejected) == 1 else "are"
        lines = count(len(plan.rejected), "rejected line")
        said.append(f"{lines} {are} in {tidy(str(kept))}." if kept else f"{lines} {are} not in the log.")
    said += trouble
    return " ".join([*said, f"{key_of('undo')} takes it back."])
