"""`remove`: put activities into the trash."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.cli.finding import find_activity
from ceulog.cli.remarking import tell_of_closed
from ceulog.domain import changes
from ceulog.domain.changes import Change
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("ids", metavar="ID", nargs="+", help="of an activity, or enough of its beginning")


def run(options: argparse.Namespace, context: Context) -> int:
    """Put them into the trash, all or none."""

    def plan(state: LogState) -> Change:
        found = [find_activity(state, each) for each in dict.fromkeys(options.ids)]
        for activity in found:
            if activity.trashed:
                raise Refusal(f"“{activity.title}” is in the trash already.")
        return changes.trashed(found, context.today)

    change = context.logbook.change(plan)
    context.tell(f"Put into the trash: {change.label.removeprefix('deleted ')}. `ceulog undo` takes it back.")
    tell_of_closed(context, change)
    return 0
