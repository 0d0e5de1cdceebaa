"""`check`: what an auditor would stumble over, and what is due; for a person, a script, or cron."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.logbook.checking import check
from ceulog.wording.numbers import count


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("--json", action="store_true", help="the findings as JSON")
    parser.add_argument("--quiet", action="store_true", help="the findings alone: for cron, which mails what is said")


def run(options: argparse.Namespace, context: Context) -> int:
    """Say what was found; gives 1 when there is anything."""
    found = check(context.logbook)
    if options.json:
        objects = [each.object for each in found]
        context.say_json({"schema": 1, "on": context.today.isoformat(), "findings": objects})
        return 1 if found else 0
    context.say(*(each.sentence for each in found))
    if not options.quiet:
        context.tell(f"{count(len(found), 'finding')}." if found else "Nothing was found: an audit may come.")
    return 1 if found else 0
