"""`calendar`: due dates, dues and plans as a calendar file."""

import argparse
import datetime as dt
from pathlib import Path

from ceulog.cli.arguments import Parser, UsageError
from ceulog.cli.context import Context
from ceulog.logbook.calendar import write_calendar
from ceulog.wording.numbers import count


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("file", metavar="FILE.ics", help="the file to be written; importing it again updates it")


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the calendar file."""
    if options.file in ("", "-"):
        raise UsageError("Say which file to write, such as ceus.ics.")
    path, number = write_calendar(context.logbook, Path(options.file))
    context.tell(f"Written to {path}: {count(number, 'date')}. Import it again later: its dates move, none is doubled.")
    return 0
