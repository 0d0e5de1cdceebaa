"""`merge`: another copy of the logbook made one with this one."""

import argparse
import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from ceulog.cli.arguments import Parser, words
from ceulog.cli.context import Context
from ceulog.cli.finding import SHORTEST
from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import Membership
from ceulog.domain.merging import Choice, Conflict, Merge
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Record
from ceulog.domain.text import tidy
from ceulog.exchange.merge_words import edit_words, field_words, record_words, side_texts
from ceulog.exchange.values import value_words
from ceulog.logbook.merging import Merged, carry_out_merge, plan_merge, read_copy
from ceulog.wording.numbers import count


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("other", metavar="DIR|FILE", help="the other logbook's folder, or a conflict copy of the file")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    sides = parser.add_mutually_exclusive_group()
    sides.add_argument(
        "--theirs", action="append", metavar="ID",
        help="where both changed the same: take theirs for this entry (its id, CODE or ORG), or for `all`; else ours",
    )  # fmt: skip
    sides.add_argument("--ours", action="store_true", help="where both changed the same, ours is right: do not ask")


def run(options: argparse.Namespace, context: Context) -> int:
    """Merge the other copy into this logbook."""
    copy = read_copy(context.logbook, Path(options.other))
    planned = plan_merge(context.logbook, copy)
    theirs = _chosen(planned.conflicts, words(options.theirs) or ())
    if options.dry_run:
        merged = Merged(planned.choosing(theirs), 0)
    else:
        merged = carry_out_merge(context.logbook, copy, theirs, settled=options.ours)
    found = merged.found
    _tell(found, context)
    would = "Would be merged" if options.dry_run else "Merged"
    context.tell(
        f"{would}: {len(found.added)} added, {len(found.taken)} changed, {found.same} alike or kept, "
        f"{count(len(found.conflicts), 'conflict')}."
        + (" `ceulog undo` takes it back." if found.edits and not options.dry_run else "")
    )
    if found.conflicts and not options.ours:
        context.tell(
            f"In a conflict ours stays; `--theirs {_key(found.conflicts[0].record)}` takes theirs there, "
            "`--theirs all` everywhere."
        )
    if merged.lost:
        context.tell(
            f"{count(merged.lost, 'certificate')} could not be copied as attached; `ceulog check` names them. Merging "
            "once more copies what can be read then."
        )
    if copy.unreadable:
        context.tell(f"{count(copy.unreadable, 'record')} of the other copy cannot be read and stay there.")
    if merged.aside:
        context.tell(f"{copy.name} is kept as {merged.aside} in the folder of the backups and is not offered again.")
    return 0


def _chosen(conflicts: Sequence[Conflict], given: Sequence[str]) -> set[Choice]:
    """The conflicts that are meant.

    Raises:
        Refusal: one of those given has no conflict.
    """
    chosen: set[Choice] = set()
    for text in given:
        meant = [each.choice for each in conflicts if text == "all" or _is_meant(each.record, text.casefold())]
        if not meant and text != "all":
            raise Refusal(f"{tidy(text)[:40]} is in no conflict; --dry-run lists them. Nothing was changed.")
        chosen.update(meant)
    return chosen


def _is_meant(record: Record, wanted: str) -> bool:
    if isinstance(record, Activity):
        return len(wanted) >= SHORTEST and record.id.startswith(wanted)
    return _key(record).casefold() == wanted


def _key(record: Record) -> str:
    """What names a record on the command line."""
    match record:
        case HeldCredential():
            return record.code
        case Membership():
            return record.organization
        case Activity() | Tick():
            return record.id[:8]
        case _:
            return "holder"


def _tell(found: Merge, context: Context) -> None:
    context.say(*(f"+ {record_words(each.after)}" for each in found.added if each.after))
    context.say(*(f"~ {record_words(each.before)}: {edit_words(each)}" for each in found.taken if each.before))
    for each in found.conflicts:
        ours, theirs = map(value_words, side_texts(each))
        what = f"{record_words(each.record)}: {field_words(each, each.field)}"
        context.say(f"! {what}: ours {ours} is kept, theirs is {theirs}")
