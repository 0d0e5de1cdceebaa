"""`locate`: where the logbook lies."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context


def arguments(_parser: Parser, _today: dt.date) -> None:
    """The command takes nothing."""


def run(_options: argparse.Namespace, context: Context) -> int:
    """Print the folder."""
    folder = context.folder.absolute()
    context.say(str(folder))
    if not (folder / "logbook.json").exists():
        context.tell("Nothing has been logged there yet; the folder is made with the first entry.")
    return 0
