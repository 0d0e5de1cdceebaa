"""`list`: the activities, newest first."""

import argparse
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from ceulog.cli.arguments import CYCLES, Parser
from ceulog.cli.context import Context
from ceulog.domain.activities import Activity
from ceulog.domain.columns import Once
from ceulog.domain.text import all_tidy, listed, tidy
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
    remembered = None
    if not (options.search or options.json or options.csv):
        form = "plain" if options.plain else "lines"
        remembered = context.remembered(f"list-{form}", options.cycle, options.trash)
        if remembered and isinstance(known := remembered.recall(), str):
            context.say(known)
            return 0
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
        text = "\n".join((_sentences if options.plain else _lines)(found, context.today))
        context.say(text)
        if remembered and not context.oddities:
            remembered.keep(text)
    return 0


def _nothing(options: argparse.Namespace, *, empty: bool) -> str:
    if options.trash and not options.search:
        return "The trash is empty."
    return "Nothing is logged yet." if empty else "No activity fits."


def _lines(activities: Sequence[Activity], today: dt.date) -> Iterator[str]:
    """A line for each; what many have in common is worded once."""
    titles, sponsors = all_tidy([each.title for each in activities]), all_tidy([each.sponsor for each in activities])
    dates = Once(long_date)
    credited = {id(each.credits): each.credits for each in activities}  # entries of a long log share them
    amounts = {key: _amount(each) for key, each in credited.items()}
    for each, title, sponsor in zip(activities, titles, sponsors, strict=True):
        ending = f" · {sponsor}" if each.sponsor else ""
        mark = "  planned" if each.is_planned(today) else ""
        yield f"{each.id[:8]}  {dates[each.date]}  {amounts[id(each.credits)]}  {title}{ending}{mark}"


def _amount(credited: Mapping[str, Decimal]) -> str:
    """The CEUs, and where they are granted, in columns."""
    ceus = plain(max(credited.values())) if credited else "-"
    return f"{ceus:>5}  {'+'.join(credited):<11}"


def _sentences(activities: Sequence[Activity], today: dt.date) -> Iterator[str]:
    return (_sentence(each, today) for each in activities)


def _sentence(activity: Activity, today: dt.date) -> str:
    credits_ = listed(f"{count(ceus, 'CEU')} for {code}" for code, ceus in activity.credits.items()) or "no CEUs"
    planned = "planned, " if activity.is_planned(today) else ""
    sponsor = f", {tidy(activity.sponsor)}" if activity.sponsor else ""
    text = f"{activity.date.isoformat()}: {tidy(activity.title)}{sponsor}, {planned}{credits_}. Id {activity.id[:8]}."
    return text.encode("ascii", "replace").decode("ascii")
