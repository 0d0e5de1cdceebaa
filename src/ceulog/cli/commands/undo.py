"""`undo`: take the newest change back."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context


def arguments(_parser: Parser, _today: dt.date) -> None:
    """The command takes nothing."""


def run(_options: argparse.Namespace, context: Context) -> int:
    """Take it back, and name it."""
    context.say(f"Took back: {context.logbook.undo()}.")
    return 0
