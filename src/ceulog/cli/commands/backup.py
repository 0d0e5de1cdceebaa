"""`backup`: keep a dated copy now."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.logbook.safety import keep_copy


def arguments(_parser: Parser, _today: dt.date) -> None:
    """The command takes nothing."""


def run(_options: argparse.Namespace, context: Context) -> int:
    """Keep the copy; prints its name."""
    context.say(keep_copy(context.folder, context.today))
    return 0
