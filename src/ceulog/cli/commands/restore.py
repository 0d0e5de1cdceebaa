"""`restore`: take activities back out of the trash."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.cli.finding import find_activity
from ceulog.domain import changes
from ceulog.domain.changes import Change
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="of an activity, or enough of its beginning")


def run(options: argparse.Namespace, context: Context) -> int:
    """Take them back, all or none."""

    def plan(state: LogState) -> Change:
        found = [find_activity(state, each) for each in dict.fromkeys(options.ids)]
        for activity in found:
            if not activity.trashed:
                raise Refusal(f"“{activity.title}” is not in the trash.")
        return changes.restored(found)

    change = context.logbook.change(plan)
    context.tell(f"Back in the log: {change.label.removeprefix('restored ')}.")
    return 0
