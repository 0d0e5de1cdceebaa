"""`rollback`: go back to a copy."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.logbook.safety import roll_back
from ceulog.wording.numbers import count


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("backup", metavar="BACKUP", nargs="?", help="which copy (default: the newest that can be read)")


def run(options: argparse.Namespace, context: Context) -> int:
    """Set the file aside and put the copy in its place."""
    chosen, aside = roll_back(context.folder, options.backup, context.today)
    context.tell(f"Went back to {chosen.name} ({count(chosen.activities or 0, 'activity')}).")
    if aside:
        context.tell(f"What was there is kept as {aside}; `ceulog rollback {aside}` goes back to it if it can be read.")
    return 0
