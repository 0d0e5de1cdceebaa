"""`rollback`: go back to a copy."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.domain.state import Edit
from ceulog.exchange.merge_words import edit_words, record_words
from ceulog.logbook.rollback import Rollback, plan_rollback, roll_back, take_over
from ceulog.wording.numbers import count


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("backup", metavar="BACKUP", nargs="?", help="which copy (default: the newest that can be read)")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be other than now")


def run(options: argparse.Namespace, context: Context) -> int:
    """Go back to the copy, the file as it is set aside; take over what a damaged one still holds."""
    if options.dry_run:
        plan = plan_rollback(context.folder, options.backup, context.today)
        context.tell(f"Would go back to {_about(plan)}")
        _tell(plan.edits or plan.salvaged, context)
        context.tell(_sum(plan))
        return 0
    done = roll_back(context.folder, options.backup, context.today)
    if done.is_change and not done.aside:
        context.tell(f"The log is already as it was in {_about(done)} Nothing was changed.")
        return 0
    context.tell(f"Went back to {_about(done)}")
    if done.is_change:
        context.tell(f"`ceulog undo` takes this back. What was there is kept as {done.aside}, too.")
    elif done.aside:
        context.tell(
            f"What was there is kept as {done.aside}; `ceulog rollback {done.aside}` goes back to it, which "
            "`ceulog undo` does not."
        )
    if done.damaged and done.backup.activities is not None:
        _take_over(done, context)
    return 0


def _take_over(done: Rollback, context: Context) -> None:
    taken = take_over(context.folder, done.aside, context.today)
    if not taken:
        context.tell(
            "Nothing newer than that copy could be read of the damaged file: look whether an entry is missing."
        )
        return
    _tell(taken, context)
    context.tell(
        f"The damaged file still held {count(len(taken), 'record')} newer than that copy, and they were taken "
        "over: look them through, and whether an entry is missing. `ceulog undo` takes them back out."
    )


def _about(found: Rollback) -> str:
    if found.backup.activities is None:
        return f"{found.backup.name}, which cannot be read as a logbook."
    return f"{found.backup.name} ({count(found.backup.activities, 'activity')})."


def _sum(plan: Rollback) -> str:
    if plan.damaged:
        held = count(len(plan.salvaged), "record") if plan.salvaged else "nothing"
        return (
            f"The file is damaged, so not all that it held can be known. Of what came after that copy {held} can still "
            "be read and would be taken over; the rest would be missing. Nothing was changed."
        )
    if not plan.edits:
        return "The log would be as it is now. Nothing was changed."
    went = sum(each.after is None for each in plan.edits)
    came = sum(each.before is None for each in plan.edits)
    return f"{went} would go, {came} come back, {len(plan.edits) - went - came} change. Nothing was changed."


def _tell(edits: tuple[Edit, ...], context: Context) -> None:
    for each in edits:
        record = each.after or each.before
        if record is not None:
            sign = "+" if each.before is None else "-" if each.after is None else "~"
            fields = edit_words(each)
            context.say(f"{sign} {record_words(record)}{f': {fields}' if fields else ''}")
