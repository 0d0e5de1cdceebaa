"""Importing a table: reads the file, plans, carries the plan out as one change, and keeps what was rejected."""

import errno
import os
from collections.abc import Callable, Mapping, Sequence
from itertools import count
from pathlib import Path

from ceulog.domain.changes import Change
from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import Evidence, Order, evidence
from ceulog.exchange.importing.dialects import key_of, vocabulary
from ceulog.exchange.importing.headers import Columns, find_columns
from ceulog.exchange.importing.many import ManyLines
from ceulog.exchange.importing.planning import ImportPlan, plan_import
from ceulog.exchange.importing.reading import LineReader
from ceulog.exchange.importing.records import Record
from ceulog.logbook.import_memory import Memory, Remembered, remember
from ceulog.logbook.import_source import Source, about, read_file, source_from
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.safety import keep_before
from ceulog.storage.errors import NotWritten, StorageError
from ceulog.storage.files import write_atomically
from ceulog.wording.words import find_type

NOTHING_REMEMBERED = Memory()


class AmbiguousDates(Refusal):
    """Which of two numbers is the month cannot be told from the file."""

    def __init__(self, sentence: str, example: str) -> None:
        super().__init__(sentence, field="date")
        self.example = example
        """A date of the file that can be read in two ways."""


class Table(NamedTuple):
    """A file that was read, and what is in which of its columns."""

    name: str
    path: Path | None
    """None for text that was pasted."""
    columns: Columns
    rows: tuple[Record, ...]
    """The records below the header."""
    recalled: Remembered | None = None
    """What was said of this header earlier, as far as it was used; None for nothing."""

    @property
    def dates(self) -> Evidence:
        """What its dates say about the order of month and day."""
        place = self.columns.at.get("date", -1)
        if place < 0:
            return Evidence(None)
        return evidence(each.cells[place] for each in self.rows if place < len(each.cells) and not each.fault)


def read_table(path: Path, wishes: Mapping[str, str], memory: Memory = NOTHING_REMEMBERED) -> Table:
    """The table in a file.

    Args:
        path: the file.
        wishes: field -> the name or number of its column, where the header does not say it; empty for none.
        memory: what was said of other tables; a wish goes before it.

    Raises:
        Refusal: it cannot be read, is no table, or lacks a column for the date, the title or the CEUs.
    """
    source = read_file(path)
    with about(source.name):
        return table_with(source, wishes, memory)


def table_from(data: bytes, wishes: Mapping[str, str], name: str, memory: Memory = NOTHING_REMEMBERED) -> Table:
    """The table in the bytes of a file; see `read_table`.

    Raises:
        Refusal: they are too many, no table, or lack a column for the date, the title or the CEUs.
    """
    source = source_from(data, name)
    with about(name):
        return table_with(source, wishes, memory)


def table_with(
    source: Source, wishes: Mapping[str, str], memory: Memory = NOTHING_REMEMBERED, *, complete: bool = True
) -> Table:
    """The table that some records are.

    Args:
        source: the records.
        wishes: as for `read_table`.
        memory: what was said of other tables; a wish goes before it.
        complete: whether one that lacks a column is refused; `Columns.missing` says what it lacks.

    Raises:
        Refusal: a wish names no column, or one that is needed is lacking.
    """
    rows = source.rows
    recalled = _recalled(rows, wishes, memory)
    try:
        said = {**recalled.map, **wishes} if recalled else wishes
        columns = find_columns(rows, vocabulary(), said, complete=complete)
    except Refusal:
        if recalled is None:
            raise
        recalled = None  # edited by hand since, so that it fits no more
        columns = find_columns(rows, vocabulary(), wishes, complete=complete)
    below = rows[rows.index(columns.header) + 1 :] if columns.header else rows
    return Table(source.name, source.path, columns, tuple(below), recalled)


def recalled_words(table: Table, order: Order | None) -> str:
    """What is taken from an earlier import of a table with this header, as a sentence; empty for nothing.

    Args:
        table: the table.
        order: of month and day, as it is said this time.
    """
    if table.recalled is None:
        return ""
    parts = [f"{field} is {tidy(column)[:40] or 'in no column'}" for field, column in table.recalled.map.items()]
    if order is None and table.recalled.order and table.dates.example:
        parts.append(f"dates are {table.recalled.order}")
    return f"As last time for this header: {', '.join(parts)}." if parts else ""


def _recalled(rows: Sequence[Record], wishes: Mapping[str, str], memory: Memory) -> Remembered | None:
    """What is remembered of the table, without what a wish says otherwise."""
    found = memory.of(rows)
    if found is None:
        return None
    taken = {key_of(each) for each in wishes.values() if each}
    left = {field: each for field, each in found.map.items() if field not in wishes and key_of(each) not in taken}
    return found._replace(map=left) if left or found.order else None


def plan_of(
    table: Table, logbook: Logbook, order: Order | None = None, *, state: LogState | None = None,
    report: Callable[[int], object] = lambda _: None,
) -> ImportPlan:  # fmt: skip
    """What importing a table would do; nothing is written.

    Args:
        table: the table.
        logbook: where it would go.
        order: of month and day; None: as the file shows, else as is remembered.
        state: the log to plan against, instead of the logbook's own.
        report: is told now and then how many lines are done, of twice the table's rows.

    Raises:
        AmbiguousDates: the file does not show the order of month and day.
    """
    state = logbook.state if state is None else state
    reader = LineReader(
        table.columns, vocabulary(), logbook.rulebook, order or _order_of(table), find_type, logbook.today()
    )  # fmt: skip
    plan = plan_import(
        ManyLines(reader).read(table.rows), table.columns, state, logbook.rulebook, logbook.today(),
        new_id=logbook.new_id, source=table.name, report=report,
    )  # fmt: skip
    report(2 * len(table.rows))
    return plan


def _order_of(table: Table) -> Order | None:
    found = table.dates
    if found.example and table.recalled and table.recalled.order:
        return table.recalled.order
    if found.contrary:
        raise AmbiguousDates(
            f"{tidy(table.name)} has dates in two orders, such as {found.example} and {found.contrary}. Say which "
            "one is meant with --date-format mdy or --date-format dmy; lines that do not fit are rejected.",
            found.example,
        )
    if found.example:
        raise AmbiguousDates(
            f"{tidy(table.name)} does not show whether {found.example} begins with the month or with the day. "
            "Say so with --date-format mdy or --date-format dmy.",
            found.example,
        )
    return found.order


def carry_out(table: Table, plan: ImportPlan, logbook: Logbook, order: Order | None = None) -> ImportPlan:
    """Import what was planned, as one change; gives the plan as it was carried out.

    A dated copy of the log is kept first, where there is room for one.

    Raises:
        Refusal: the log was changed meanwhile, so that the import would do something else.
        StorageError: busy, damaged, or the disk refused; nothing was written.
    """
    done, edits = plan, plan.change

    def change(state: LogState) -> Change:
        nonlocal done, edits
        if not state.equals(plan.against):
            done = plan_of(table, logbook, order, state=state)
            if _outline(done) != _outline(plan):
                raise Refusal("The log was changed meanwhile, so the import would do something else: look at it again.")
            edits = done.change
        return edits

    if edits.edits:
        keep_before(logbook.folder, logbook.today())
    logbook.change(change, look=False)
    return done


def _outline(plan: ImportPlan) -> list[tuple[int, str]]:
    return [(each.line, each.kind) for each in plan.items]


def keep_rejects(table: Table, plan: ImportPlan) -> Path | None:
    """Write the rejected lines beside the file, in the place of an earlier import's; gives where.

    None when there are none, or there is no file beside which they could stand.

    Raises:
        NotWritten: they could not be written.
    """
    if (target := _rejects_path(table, plan)) is None:
        return None
    if target.is_symlink():  # nobody named it: what it leads to is not ours to replace
        raise NotWritten(target, OSError(errno.ELOOP, "its name is taken by a link to another file"))
    try:
        write_atomically(target, _rejects_bytes(plan))
    except OSError as fault:
        raise NotWritten(target, fault) from fault
    return target


def _rejects_bytes(plan: ImportPlan) -> bytes:
    from ceulog.exchange.importing.rejects import rejects_bytes  # noqa: PLC0415 - most files have none

    return rejects_bytes(plan.columns, plan.rejected)


def _rejects_path(table: Table, plan: ImportPlan) -> Path | None:
    if table.path is None or not plan.rejected:
        return None
    path = table.path.expanduser().absolute()
    return path.with_name(f"{path.stem}.rejects.csv")


def _set_older_aside(table: Table, plan: ImportPlan) -> list[str]:
    """Move what has the name of the rejects out of the way, unless it is the same: somebody may have put it right."""
    target = _rejects_path(table, plan)
    if target is None or target.is_symlink() or not target.is_file():
        return []
    try:
        if target.read_bytes() == _rejects_bytes(plan):
            return []
        names = (target.with_name(f"{target.stem}-{number}.csv") for number in count(1))
        older = target.rename(next(name for name in names if not os.path.lexists(name)))
    except OSError as fault:
        raise NotWritten(target, fault) from fault
    return [f"What stood in {tidy(target.name)} before is in {tidy(older.name)} now."]


def keep_after(
    table: Table, plan: ImportPlan, logbook: Logbook, wishes: Mapping[str, str], order: Order | None
) -> tuple[Path | None, list[str]]:
    """After an import: keep the rejected lines, and what was said of the header.

    Args:
        table: what was imported.
        plan: as it was carried out.
        logbook: where it went.
        wishes: as they were said for the table this time.
        order: of month and day, likewise.

    Returns:
        Where the rejected lines are, None where there are none; and a sentence for each thing that could not be kept,
        or was moved to keep it.
    """
    kept: Path | None = None
    trouble: list[str] = []
    try:
        trouble += _set_older_aside(table, plan)
        kept = keep_rejects(table, plan)
    except StorageError as fault:
        trouble.append(f"The rejected lines could not be kept: {fault}")
    try:
        if plan.items and table.columns.header:
            remember(logbook.home, table.columns.header.cells, wishes, order)
    except (Refusal, StorageError) as fault:
        trouble.append(f"What you said of this header is not kept for next time: {fault}")
    return kept, trouble
