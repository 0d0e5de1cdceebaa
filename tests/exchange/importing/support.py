"""A plan from a text, as the logbook makes one."""

from collections.abc import Mapping
from itertools import count

from ceulog.domain.activities import Activity
from ceulog.domain.state import LogState
from ceulog.exchange.importing.dates import Order, evidence
from ceulog.exchange.importing.dialects import vocabulary
from ceulog.exchange.importing.headers import Columns, find_columns
from ceulog.exchange.importing.many import ManyLines
from ceulog.exchange.importing.planning import ImportPlan, plan_import
from ceulog.exchange.importing.reading import LineReader
from ceulog.exchange.importing.records import Record, lines_of
from ceulog.exchange.importing.table import table_of
from ceulog.wording.words import find_type
from tests.builders import TODAY, a_log, shipped
from tests.exchange.support import BOTH


def columns_of(text: str, **wishes: str) -> tuple[Columns, list[Record]]:
    """The columns of a table, and the records below its header."""
    rows = table_of(lines_of(text), vocabulary())
    columns = find_columns(rows, vocabulary(), wishes)
    return columns, rows[rows.index(columns.header) + 1 :] if columns.header else rows


def reader_of(columns: Columns, rows: list[Record], order: Order | None = None) -> LineReader:
    """What reads the lines of a table."""
    place = columns.at["date"]
    order = order or evidence(each.cells[place] for each in rows if place < len(each.cells)).order
    return LineReader(columns, vocabulary(), shipped(), order, find_type, TODAY)


def plan_of(
    text: str, log: LogState | None = None, *, order: Order | None = None, wishes: Mapping[str, str] | None = None
) -> ImportPlan:
    """What importing a text does to a log, that of somebody who holds CPC and CCS unless given."""
    columns, rows = columns_of(text, **(wishes or {}))
    reader = reader_of(columns, rows, order)
    numbers = count(1)
    return plan_import(
        ManyLines(reader).read(rows), columns, log or a_log(held=BOTH), shipped(), TODAY,
        new_id=lambda: f"new-{next(numbers)}", source="a.csv",
    )  # fmt: skip


def only(text: str, log: LogState | None = None, *, order: Order | None = None) -> Activity:
    """The one activity that a text is about."""
    plan = plan_of(text, log, order=order)
    assert not plan.rejected, plan.rejected
    [item] = plan.items
    return item.after


def kinds(plan: ImportPlan) -> str:
    """What becomes of each line, such as "2 new, 3 same, 4 rejected"."""
    found: list[tuple[int, str]] = [(each.line, each.kind) for each in plan.items]
    found += [(line, "merged") for each in plan.items for line in each.also]
    found += [(each.record.line, "rejected") for each in plan.rejected]
    found += [(each.record.line, "left-out") for each in plan.left_out]
    return ", ".join(f"{line} {kind}" for line, kind in sorted(found))
