"""`tick`: the checkboxes, such as AHIMA's self-assessment."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser, date_on
from ceulog.cli.context import Context
from ceulog.domain import ticking
from ceulog.domain.credentials import Tick


def arguments(parser: Parser, today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("code", metavar="CODE", help="of the credential")
    parser.add_argument("label", metavar="BOX", nargs="?", default="", help="which box, if there are several")
    parser.add_argument("--date", type=date_on(today), metavar="D", help="the day it was done (default: today)")
    parser.add_argument("--off", action="store_true", help="open the box again; with --date, take that day's tick out")


def run(options: argparse.Namespace, context: Context) -> int:
    """Tick the box, or open it."""
    logbook = context.logbook
    if options.off:
        change = logbook.change(
            lambda state: ticking.untick(
                state, logbook.rulebook, options.code, options.label, context.today, date=options.date
            )
        )
        context.tell(f"{_sentence(change.label)}." if change.edits else "The box is open already.")
        return 0
    date = options.date or context.today
    change = logbook.change(
        lambda state: ticking.tick(
            state, logbook.rulebook, options.code, options.label, date, context.today, logbook.new_id
        )
    )
    if not change.edits:
        context.tell("The box is ticked already; nothing was changed.")
        return 0
    context.tell(f"{_sentence(change.label)}.")
    ticked = change.edits[0].after
    if isinstance(ticked, Tick):
        _tell_of_another_cycle(context, ticked)
    return 0


def _tell_of_another_cycle(context: Context, ticked: Tick) -> None:
    held = context.logbook.state.credential(ticked.credential)
    membership = context.logbook.state.membership(held.organization) if held else None
    if membership is None:
        return
    cycle = membership.current
    if not cycle.start <= ticked.date <= cycle.last_day:
        context.tell(
            f"{ticked.date.isoformat()} is not in the current cycle ({cycle.start.isoformat()} to "
            f"{cycle.last_day.isoformat()}), so the box of this cycle stays open."
        )


def _sentence(label: str) -> str:
    return label[:1].upper() + label[1:]
