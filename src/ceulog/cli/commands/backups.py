"""`backups`: the copies that are kept."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.logbook.safety import copies
from ceulog.wording.numbers import count


def arguments(_parser: Parser, _today: dt.date) -> None:
    """The command takes nothing."""


def run(_options: argparse.Namespace, context: Context) -> int:
    """List them, the newest first."""
    found = copies(context.folder)
    if not found:
        context.tell("No copy is kept yet; one is made before the first change of each day.")
    for each in found:
        holds = "cannot be read" if each.activities is None else count(each.activities, "activity")
        context.say(f"{each.name}  {each.size:>9} bytes  {holds}")
    return 0
