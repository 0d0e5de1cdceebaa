"""`holder set`: whose logbook it is."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.domain.changes import of_records
from ceulog.domain.credentials import Holder
from ceulog.domain.text import tidy


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("action", choices=["set"], metavar="ACTION", help="set, the only one")
    parser.add_argument("--name", metavar="TEXT", required=True, help="as it stands on your certificates")


def run(options: argparse.Namespace, context: Context) -> int:
    """Set the name."""
    name = tidy(options.name)
    context.logbook.change(lambda state: of_records("set the holder's name", (state.holder, Holder(name))))
    context.tell(f"This is now the logbook of {name}." if name else "The logbook bears no name now.")
    return 0
