"""`redo`: do again what was undone last."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context


def arguments(_parser: Parser, _today: dt.date) -> None:
    """The command takes nothing."""


def run(_options: argparse.Namespace, context: Context) -> int:
    """Do it again, and name it."""
    context.say(f"Did again: {context.logbook.redo()}.")
    return 0
