"""`tick`: the checkboxes, such as AHIMA's self-assessment."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser, date_on
from ceulog.cli.context import Context, done_words
from ceulog.domain import ticking
from ceulog.domain.changes import Change
from ceulog.domain.holdings import find_held
from ceulog.domain.progress import frame_of
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState


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
        context.tell(done_words(change, "The box is open already."))
        return 0
    try:
        change = logbook.change(lambda state: _ticked(state, options, context))
    except ticking.CycleOver as over:
        day = over.last_day.isoformat()
        box = f' "{over.label}"' if options.label else ""
        raise Refusal(f"{over} `ceulog tick {over.code}{box} --date {day}` ticks it for the last day.") from None
    context.tell(done_words(change, "That is ticked already; nothing was changed."))
    if change.edits or options.date:
        _tell_of_another_cycle(context, options.code, options.label, options.date or context.today)
    return 0


def _ticked(state: LogState, options: argparse.Namespace, context: Context) -> Change:
    rules, new_id, today = context.rulebook, context.logbook.new_id, context.today
    if options.date is None:
        return ticking.tick_now(state, rules, options.code, options.label, today, new_id)
    return ticking.tick(state, rules, options.code, options.label, options.date, today, new_id)


def _tell_of_another_cycle(context: Context, code: str, label: str, date: dt.date) -> None:
    """Say that a tick of that day is none of the current cycle's, whose box stays as it was."""
    logbook = context.logbook
    held = find_held(logbook.state, logbook.rulebook, code)
    frame = frame_of(logbook.state, logbook.rulebook, held.organization, context.today)
    if frame is None:
        return
    box = ticking.find_box(logbook.rulebook, logbook.state, held, label, context.today)
    if box.per != "ever" and not frame.cycle.start <= date <= frame.cycle.last_day:
        context.tell(
            f"{date.isoformat()} is not in the current cycle ({frame.cycle.start.isoformat()} to "
            f"{frame.cycle.last_day.isoformat()}), so the box of this cycle stays as it was. "
            "--date gives the day on which it was done."
        )
