"""`export`: the log as CSV."""

import argparse
import datetime as dt
from pathlib import Path

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.domain.holdings import find_held
from ceulog.exchange.csv_out import export_bytes
from ceulog.exchange.profiles import PROFILES
from ceulog.logbook.export import write_export

CYCLES = ("current", "previous", "all")


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("file", nargs="?", default="-", metavar="FILE", help="- or none: standard output")
    parser.add_argument("--credential", metavar="CODE", help="only what concerns this credential")
    parser.add_argument("--cycle", choices=CYCLES, default="current", help="of which cycles (default: current)")
    parser.add_argument(
        "--profile", choices=tuple(PROFILES), default="generic",
        help="whom it is for: which columns come first; share takes out names and numbers (default: generic)",
    )  # fmt: skip
    parser.add_argument("--excel", action="store_true", help="with the mark that Excel wants for UTF-8")


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the CSV."""
    state = context.logbook.state
    code = find_held(state, context.rulebook, options.credential).code if options.credential else None
    data = export_bytes(
        state,
        context.rulebook,
        context.today,
        cycle=options.cycle,
        credential=code,
        excel=options.excel,
        profile=options.profile,
    )
    if options.file == "-":
        context.say_bytes(data)
        return 0
    path = write_export(context.logbook, Path(options.file), data)
    context.tell(f"Written to {path}.")
    return 0
