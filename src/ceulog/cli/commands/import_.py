"""`import`: activities from a table of another program."""

import argparse
import datetime as dt
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from ceulog.cli.arguments import Parser, UsageError
from ceulog.cli.context import Context
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import ORDERS, Order
from ceulog.exchange.importing.dialects import vocabulary
from ceulog.exchange.importing.planning import ImportPlan, Item
from ceulog.exchange.importing.rejects import report_line
from ceulog.logbook.errors import StorageError
from ceulog.logbook.importing import AmbiguousDates, Table, carry_out, keep_rejects, plan_of, read_table, table_in
from ceulog.wording.numbers import count

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
    table = _table(options.file, wishes)
    order = cast("Order | None", options.date_format)
    report = _progress(len(table.rows))
    try:
        plan = plan_of(table, context.logbook, order, report=report)
    except AmbiguousDates as doubt:
        order = _asked(doubt)
        plan = plan_of(table, context.logbook, order, report=report)
    if not options.dry_run:
        plan = carry_out(table, plan, context.logbook, order)
    _tell(plan, table, options.file, context, dry_run=options.dry_run)
    return 1 if plan.rejected else 0


def _wishes(given: Sequence[str]) -> dict[str, str]:
    wishes = {}
    for each in given:
        field, equals, column = each.partition("=")
        field = field.strip().casefold().replace("-", "_")
        if not equals or not column.strip():
            raise UsageError(f"--map takes FIELD=COLUMN, not {tidy(each)[:60]!r}.")
        if field not in vocabulary().fields:
            raise UsageError(f"--map knows no field {tidy(field)[:40]!r}; it knows {', '.join(vocabulary().fields)}.")
        wishes[field] = column.strip()
    return wishes


def _table(name: str, wishes: dict[str, str]) -> Table:
    if name != "-":
        return read_table(Path(name), wishes)
    from ceulog.exchange.importing.decoding import decoded  # noqa: PLC0415 - for this alone
    from ceulog.logbook.importing import MAX_BYTES  # noqa: PLC0415

    data = sys.stdin.buffer.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise UsageError(f"Standard input has more than {MAX_BYTES >> 20} MiB, so nothing was imported.")
    return table_in(decoded(data).text, wishes, "standard input")


def _asked(doubt: AmbiguousDates) -> Order:
    """The order of month and day, from the person at the terminal.

    Raises:
        AmbiguousDates: there is none, or no answer.
    """
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise doubt
    question = f"Does {tidy(doubt.example)} begin with the month (m) or with the day (d)? "
    for _ in range(3):
        print(question, end="", file=sys.stderr, flush=True)
        answer = sys.stdin.readline().strip().casefold()
        if answer in ("m", "mdy", "month"):
            return "mdy"
        if answer in ("d", "dmy", "day"):
            return "dmy"
        if not answer:
            break
    raise doubt


def _progress(lines: int) -> "Progress":
    return Progress(2 * lines if lines >= PROGRESS_FROM and sys.stderr.isatty() else 0)


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
            ends = "\n" if done >= self._whole - 200 else ""
            print(f"\r{min(done * 100 // self._whole, 100):3} % read", end=ends, file=sys.stderr, flush=True)


def _tell(plan: ImportPlan, table: Table, name: str, context: Context, *, dry_run: bool) -> None:
    new, changed, same, trashed = (plan.of(each) for each in ("new", "changed", "same", "in-trash"))
    for item in changed:
        context.tell(f"{name}:{item.line}: {_changes(item)}")
    for item in trashed:
        context.tell(f"{name}:{item.line}: “{item.after.title}” is in the trash and stays there.")
    for left in plan.left_out:
        context.tell(f"{name}:{left.record.line}: left out, {left.reason}.")
    for rejected in plan.rejected:
        context.tell(report_line(name, rejected))
    would = "Would be imported" if dry_run else "Imported"
    parts = [f"{len(new)} new", f"{len(changed)} changed", f"{len(same)} known already"]
    parts += [
        f"{len(found)} {what}" for found, what in ((trashed, "in the trash"), (plan.left_out, "left out")) if found
    ]
    planned = sum(each.after.status == "planned" for each in new)
    if planned:
        parts[0] += f" ({planned} planned)"
    context.tell(f"{would} from {table.name}: {', '.join(parts)}, {len(plan.rejected)} rejected.")
    if plan.rejected and not dry_run:
        try:
            kept = keep_rejects(table, plan)
        except StorageError as fault:
            context.tell(f"The rejected lines could not be kept: {fault}")
        else:
            if kept:
                context.tell(
                    f"{count(len(plan.rejected), 'rejected line')} kept in {kept}: put right, import that file."
                )


def _changes(item: Item) -> str:
    parts = (f"{each.field} {_short(each.before)} -> {_short(each.after)}" for each in item.differences)
    return f"“{item.after.title}” changes: {'; '.join(parts)}"


def _short(value: object) -> str:
    if isinstance(value, dict):
        value = " ".join(f"{code}={ceus}" for code, ceus in value.items())
    elif isinstance(value, tuple):
        value = ", ".join(getattr(each, "file", str(each)) for each in value)
    text = "" if value is None else tidy(str(value))
    return repr(text[:40]) if text else "nothing"
