"""`merge`: another copy of the logbook made one with this one."""

import argparse
import datetime as dt
from pathlib import Path

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import Membership
from ceulog.domain.merging import Merge
from ceulog.domain.state import Record
from ceulog.domain.text import tidy
from ceulog.exchange.values import value_words
from ceulog.logbook.merging import carry_out_merge, plan_merge, read_copy
from ceulog.wording.numbers import count


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("other", metavar="DIR", help="the other logbook's folder, or a conflict copy of the file")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")


def run(options: argparse.Namespace, context: Context) -> int:
    """Merge the other copy into this logbook."""
    copy = read_copy(context.logbook, Path(options.other))
    lost = 0
    if options.dry_run:
        found = plan_merge(context.logbook, copy)
    else:
        found, lost = carry_out_merge(context.logbook, copy)
    _tell(found, context)
    would = "Would be merged" if options.dry_run else "Merged"
    context.tell(
        f"{would}: {len(found.added)} added, {len(found.taken)} changed, {found.same} alike or kept, "
        f"{count(len(found.conflicts), 'conflict')}."
        + (" `ceulog undo` takes it back." if found.edits and not options.dry_run else "")
    )
    if lost:
        context.tell(f"{count(lost, 'certificate')} could not be copied as attached; `ceulog check` names them.")
    if copy.unreadable:
        context.tell(f"{count(copy.unreadable, 'record')} of the other copy cannot be read and stay there.")
    return 0


def _tell(found: Merge, context: Context) -> None:
    context.say(*(f"+ {_named(each.after)}" for each in found.added if each.after))
    for edit in found.taken:
        if edit.before and edit.after:
            pairs = ((name, getattr(edit.before, name), getattr(edit.after, name)) for name in edit.after._fields)
            fields = [
                f"{name}: {value_words(mine)} -> {value_words(other)}" for name, mine, other in pairs if mine != other
            ]
            context.say(f"~ {_named(edit.before)}: {'; '.join(fields)}")
    for each in found.conflicts:
        kept = f"ours {value_words(each.ours)} is kept, theirs is {value_words(each.theirs)}"
        context.say(f"! {_named(each.record)}: {each.field}: {kept}")


def _named(record: Record) -> str:
    match record:
        case Activity():
            return f"{record.date.isoformat()} “{tidy(record.title)}”"
        case HeldCredential():
            return f"credential {record.code}"
        case Membership():
            return f"membership of {record.organization}"
        case Tick():
            return f"{record.label} of {record.credential} on {record.date.isoformat()}"
        case _:
            return f"holder {tidy(record.name)}"
