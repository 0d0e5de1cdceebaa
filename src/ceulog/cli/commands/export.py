"""`export`: the log as CSV, as JSON Lines, as a workbook, or as pages for paper."""

import argparse
import datetime as dt
from pathlib import Path

from ceulog.cli.arguments import CYCLES, Parser
from ceulog.cli.context import Context
from ceulog.exchange.profiles import PROFILES
from ceulog.logbook.export import write_export
from ceulog.logbook.exporting import exported

FORMATS = ("csv", "jsonl", "html", "md")
"""Those that standard output can take."""


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument(
        "file", nargs="?", default="-", metavar="FILE",
        help="- or none: CSV on standard output; .csv, .jsonl (JSON Lines, for a database), .xlsx (a workbook), "
        ".html or .md (a page for each credential)",
    )  # fmt: skip
    parser.add_argument("--format", choices=FORMATS, default="", help="what it is, whatever the file is called")
    parser.add_argument("--credential", metavar="CODE", help="only what concerns this credential")
    parser.add_argument("--cycle", choices=CYCLES, default="current", help="of which cycles (default: current)")
    parser.add_argument(
        "--profile", choices=tuple(PROFILES), default="generic",
        help="whom it is for: which columns come first; share takes out names and numbers (default: generic)",
    )  # fmt: skip
    parser.add_argument("--excel", action="store_true", help="with the mark that Excel wants for UTF-8")


def run(options: argparse.Namespace, context: Context) -> int:
    """Write it to the file, or to standard output."""
    data = exported(
        context.logbook,
        options.file,
        cycle=options.cycle,
        credential=options.credential,
        profile=options.profile,
        excel=options.excel,
        form=options.format,
    )
    if options.file == "-":
        context.say_bytes(data)
        return 0
    path = write_export(context.logbook, Path(options.file), data)
    context.tell(f"Written to {path}.")
    return 0
