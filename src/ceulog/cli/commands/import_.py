"""`import`: activities from a table of another program."""

import argparse
import datetime as dt
import sys
from collections.abc import Mapping, Sequence
from operator import itemgetter
from pathlib import Path

from ceulog.cli import asking
from ceulog.cli.arguments import Parser, UsageError
from ceulog.cli.context import Context
from ceulog.domain.portal import entered_otherwise
from ceulog.domain.remarks import by_itself
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import ORDERS, Order
from ceulog.exchange.importing.dialects import vocabulary
from ceulog.exchange.importing.planning import ImportPlan
from ceulog.exchange.importing.telling import changes_words, counted
from ceulog.logbook.import_doubts import doubts
from ceulog.logbook.import_memory import Memory, memory_of
from ceulog.logbook.import_source import MAX_BYTES
from ceulog.logbook.importing import (
    AmbiguousDates,
    Table,
    carry_out,
    keep_after,
    plan_of,
    read_table,
    recalled_words,
    table_from,
)
from ceulog.wording.numbers import count
from ceulog.wording.portal import entered_words
from ceulog.wording.remarks import remark_sentence

MOST_ODD = 3
"""Odd numbers of CEUs that are spoken of; `check` names every entry."""
PROGRESS_FROM = 2000
"""Lines from which a terminal is told how far it is."""


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    fields = ", ".join(vocabulary().fields)
    parser.add_argument("file", metavar="FILE", help="a CSV file, or text with tabs; - reads standard input")
    parser.add_argument(
        "--map", action="append", default=[], metavar="FIELD=COLUMN",
        help=f"the column that a field is in, by its name or number; fields: {fields}",
    )  # fmt: skip
    parser.add_argument("--date-format", choices=ORDERS, help="the order of month, day and year in the file")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")


def run(options: argparse.Namespace, context: Context) -> int:
    """Import the table; gives 1 when a line was rejected."""
    wishes = _wishes(options.map)
    memory = memory_of(context.folder)
    context.tell(*memory.faults)
    table = _table(options.file, wishes, memory)
    order: Order | None = options.date_format
    context.tell(*filter(None, [recalled_words(table, order)]))
    report = Progress(2 * len(table.rows) if len(table.rows) >= PROGRESS_FROM and sys.stderr.isatty() else 0)
    try:
        plan = plan_of(table, context.logbook, order, report=report)
    except AmbiguousDates as doubt:
        answer = asking.asked_order(doubt.example)
        if answer is None:
            raise
        order = answer
        plan = plan_of(table, context.logbook, order, report=report)
    if not options.dry_run:
        plan = carry_out(table, plan, context.logbook, order)
    _tell(plan, tidy(options.file), context, dry_run=options.dry_run)
    context.tell(*doubts(table, context.rulebook))
    _tell_of_odd_units(plan, tidy(options.file), context)
    if not options.dry_run:
        _keep(plan, table, wishes, order, context)
    return 1 if plan.rejected else 0


def _wishes(given: Sequence[str]) -> dict[str, str]:
    wishes = {}
    for each in given:
        name, equals, column = each.partition("=")
        if not equals or not column.strip():
            raise UsageError(f"--map takes FIELD=COLUMN, not {tidy(each)[:60]!r}.")
        field = vocabulary().field_of(name.strip().casefold().replace("-", "_"))
        if not field:
            raise UsageError(f"--map knows no field {tidy(name)[:40]!r}; it knows {', '.join(vocabulary().fields)}.")
        wishes[field] = column.strip()
    return wishes


def _table(name: str, wishes: dict[str, str], memory: Memory) -> Table:
    if name == "-":
        return table_from(sys.stdin.buffer.read(MAX_BYTES + 1), wishes, "standard input", memory=memory)
    return read_table(Path(name), wishes, memory)


class Progress:
    """A line on the terminal that says how far it is.

    Args:
        whole: how many steps there are; 0 says nothing.
    """

    def __init__(self, whole: int) -> None:
        self._whole = whole

    def __call__(self, done: int) -> None:
        """So many steps are done."""
        if self._whole:
            ends = "\n" if done >= self._whole else ""
            print(f"\r{min(done * 100 // self._whole, 100):3} % read", end=ends, file=sys.stderr, flush=True)


def _tell(plan: ImportPlan, name: str, context: Context, *, dry_run: bool) -> None:
    for item in plan.of("changed"):
        context.tell(f"{name}:{item.line}: “{item.after.title}” changes: {changes_words(item)}")
        if item.before:
            told = entered_otherwise(item.before, item.after)
            context.tell(*(f"{name}:{item.line}: {entered_words(item.before, code)}" for code in told))
    for item in plan.of("in-trash"):
        context.tell(f"{name}:{item.line}: “{item.after.title}” is in the trash and stays there.")
    for item in () if plan.columns.dialect.is_ours else plan.items:
        context.tell(*(f"{name}:{line}: the same activity as in line {item.line}." for line in item.also))
    for left in plan.left_out:
        context.tell(f"{name}:{left.record.line}: left out, {left.reason}.")
    if plan.rejected:
        from ceulog.exchange.importing.rejects import report_line  # noqa: PLC0415 - most files have none

        context.tell(*(report_line(name, each) for each in plan.rejected))
    would = "Would be imported" if dry_run else "Imported"
    context.tell(f"{would} from {tidy(plan.source)}: {counted(plan)}.")


def _tell_of_odd_units(plan: ImportPlan, name: str, context: Context) -> None:
    """Say of the first line with each odd number of CEUs what it may mean."""
    different = {id(each.after.credits): each for each in reversed(plan.of("new"))}.values()
    odd = {said: each.line for each in different for said in map(remark_sentence, by_itself(each.after, ()))}
    context.tell(*(f"{name}:{line}: {said}" for said, line in sorted(odd.items(), key=itemgetter(1))[:MOST_ODD]))


def _keep(plan: ImportPlan, table: Table, wishes: Mapping[str, str], order: Order | None, context: Context) -> None:
    kept, trouble = keep_after(table, plan, context.logbook, wishes, order)
    if kept:
        number = count(len(plan.rejected), "rejected line")
        context.tell(f"{number} kept in {tidy(str(kept))}: put right, import that file.")
    elif plan.rejected and not trouble:
        context.tell("What was rejected is kept in no file, for it came from standard input; all of it is named above.")
    context.tell(*trouble)
