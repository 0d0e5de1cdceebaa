"""`check`: what an auditor would stumble over, and what is due; for a person, a script, or cron."""

import argparse
import datetime as dt
from collections.abc import Iterator, Sequence

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.logbook.checking import Checked, check, together
from ceulog.logbook.reader import FILE_NAME
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
    context.say(*(line for group in together(found) for line in _lines(group)))
    if not found and not (context.folder / FILE_NAME).exists():
        context.tell(f"There is no logbook in {context.folder.absolute()} yet, so nothing was checked.")
    elif not options.quiet:
        context.tell(f"{count(len(found), 'finding')}." if found else "Nothing was found: an audit may come.")
    return 1 if found else 0


def _lines(group: Sequence[Checked]) -> Iterator[str]:
    """A sentence; below its entry where there are several of it."""
    if len(group) == 1:
        yield group[0].sentence
        return
    yield f"{group[0].subject}:"
    yield from (f"  {each.said}" for each in group)
