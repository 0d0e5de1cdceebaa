"""`list`: the activities, newest first."""

import argparse
import datetime as dt

from ceulog.cli.arguments import CYCLES, Parser
from ceulog.cli.context import Context
from ceulog.domain.activities import Activity
from ceulog.domain.text import listed, tidy
from ceulog.exchange.listing import activity_object, listing, listing_csv
from ceulog.wording.dates import long_date
from ceulog.wording.numbers import count, plain


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON, for scripts")
    form.add_argument("--csv", action="store_true", help="as CSV, one row an activity")
    form.add_argument("--plain", action="store_true", help="plain ASCII sentences, for screen readers")
    parser.add_argument("--search", default="", metavar="TEXT", help="words, type:webinar, for:AAPC, 2026-03 …")
    parser.add_argument("--cycle", choices=CYCLES, default="all", help="of which cycle (default: all)")
    parser.add_argument("--trash", action="store_true", help="what is in the trash; `restore` takes it back out")


def run(options: argparse.Namespace, context: Context) -> int:
    """Print them."""
    state = context.log.state
    found = listing(
        state, context.rulebook, search=options.search, cycle=options.cycle, on=context.today, trash=options.trash
    )
    if options.json:
        context.say_json([activity_object(each, context.rulebook) for each in found])
    elif options.csv:
        context.say_bytes(listing_csv(found, context.rulebook))
    elif not found:
        context.tell(_nothing(options, empty=not state.activities))
    else:
        line = _sentence if options.plain else _line
        context.say(*(line(each, context.today) for each in found))
    return 0


def _nothing(options: argparse.Namespace, *, empty: bool) -> str:
    if options.trash and not options.search:
        return "The trash is empty."
    return "Nothing is logged yet." if empty else "No activity fits."


def _line(activity: Activity, today: dt.date) -> str:
    mark = "  planned" if activity.is_planned(today) else ""
    sponsor = f" · {tidy(activity.sponsor)}" if activity.sponsor else ""
    ceus = plain(max(activity.credits.values())) if activity.credits else "-"
    where = "+".join(activity.credits)
    return (
        f"{activity.id[:8]}  {long_date(activity.date)}  {ceus:>5}  {where:<11}  {tidy(activity.title)}{sponsor}{mark}"
    )


def _sentence(activity: Activity, today: dt.date) -> str:
    credits_ = listed(f"{count(ceus, 'CEU')} for {code}" for code, ceus in activity.credits.items()) or "no CEUs"
    planned = "planned, " if activity.is_planned(today) else ""
    sponsor = f", {tidy(activity.sponsor)}" if activity.sponsor else ""
    text = f"{activity.date.isoformat()}: {tidy(activity.title)}{sponsor}, {planned}{credits_}. Id {activity.id[:8]}."
    return text.encode("ascii", "replace").decode("ascii")
