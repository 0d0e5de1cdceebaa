"""`portal`: what is entered, submitted and verified in the organizations' portals, and what to type there."""

import argparse
import datetime as dt
from collections.abc import Collection, Iterator

from ceulog.cli.arguments import Parser, UsageError, date_on
from ceulog.cli.context import Context, done_words
from ceulog.cli.finding import find_activity
from ceulog.domain import portal
from ceulog.domain.changes import Change
from ceulog.domain.entries import organization_code
from ceulog.domain.portal import STANDINGS, Books, PortalStanding, standing_at
from ceulog.domain.progress import organization_progress
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.wording.dates import prose_date
from ceulog.wording.numbers import plain
from ceulog.wording.portal import WAITING, portal_has, standing_words, sum_words, tally_words

CYCLES = ("current", "previous")
_HELP: dict[PortalStanding, str] = {
    "logged": "they are not entered after all",
    "entered": "they are typed in",
    "submitted": "they are submitted",
    "questioned": "the organization asks about them",
    "verified": "the organization has verified them",
}


def arguments(parser: Parser, today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("id", nargs="*", metavar="ID", help="of the activities, or enough of their beginning")
    parser.add_argument("--organization", metavar="ORG", help="whose portal (default: all; the one that you hold)")
    states = parser.add_mutually_exclusive_group()
    for state in STANDINGS:
        states.add_argument(f"--{state}", action="store_const", const=state, dest="state", help=_HELP[state])
    states.add_argument("--crib", action="store_true", help="what to type for those that are not entered yet")
    states.add_argument("--json", action="store_true", help="the list as JSON")
    parser.add_argument("--all", action="store_true", help="all that count in the cycle and are not so far yet")
    parser.add_argument("--date", type=date_on(today), metavar="D", help="the day it was done (default: today)")
    parser.add_argument("--cycle", choices=CYCLES, default="current", help="of which cycle (default: current)")


def run(options: argparse.Namespace, context: Context) -> int:
    """Mark activities, or say where they stand."""
    named = [each for each in options.id if each.upper() in context.rulebook.organizations]
    if named and not options.organization:  # as people say it: portal AAPC
        options.organization = named[0]
        options.id = [each for each in options.id if each != named[0]]
    if options.state:
        return _mark(options, context)
    if options.all or options.date:
        raise UsageError(f"Say as what they are to be marked: {', '.join(f'--{each}' for each in STANDINGS)}.")
    state = context.logbook.state
    chosen = {find_activity(state, each).id for each in options.id}
    found = list(_books(state, options, context, chosen))
    if options.json:
        objects = [_object(each) for each in found]
        context.say_json({"schema": 1, "on": context.today.isoformat(), "organizations": objects})
        return 0
    for number, each in enumerate(found):
        context.say(*([""] if number else []), *(_crib(each, context) if options.crib else _lines(each)))
    if not found:
        closed = options.cycle == "previous"
        context.tell("No cycle is closed yet." if closed else "You hold no credential yet, so no portal is asked for.")
    return 0


def _books(
    state: LogState, options: argparse.Namespace, context: Context, chosen: Collection[str] = ()
) -> Iterator[Books]:
    """The organizations that are asked for, with what counts there, or those of it that are chosen."""
    only = organization_code(options.organization, context.rulebook) if options.organization else ""
    for code in (only,) if only else state.organizations():
        progress = organization_progress(state, context.rulebook, code, context.today)
        if progress is None:
            if only:
                raise Refusal(f"You hold no credential of {code} yet, so nothing counts there.")
            continue
        closed = portal.latest_closed(state, code) if options.cycle == "previous" else None
        if options.cycle == "previous" and closed is None:
            continue
        found = portal.counted(state, closed) if closed else portal.counting(progress)
        kept = tuple(each for each in found if not chosen or each.id in chosen)
        yield Books(progress, closed or progress.cycle, kept)


# marking


def _mark(options: argparse.Namespace, context: Context) -> int:
    code, to = _organization(options, context), options.state
    if bool(options.id) == options.all:
        raise UsageError("Give the ids of the activities, or --all for all that count in the cycle.")
    options.organization = code

    def plan(state: LogState) -> Change:
        if options.id:
            chosen = [find_activity(state, each) for each in dict.fromkeys(options.id)]
        else:
            every = [each for books in _books(state, options, context) for each in books.activities]
            back, day = to == "logged", options.date or context.today
            chosen = [each for each in every if back or (portal.waits_for(each, code, to) and each.date <= day)]
        return portal.marked(chosen, code, to, context.today, options.date)

    change = context.logbook.change(plan)
    context.tell(done_words(change))
    for books in _books(context.logbook.state, options, context):
        if books.activities:
            context.tell(f"{_heading(books)}.")
    return 0


def _organization(options: argparse.Namespace, context: Context) -> str:
    """The one whose portal is meant."""
    if options.organization:
        return organization_code(options.organization, context.rulebook)
    held = context.logbook.state.organizations()
    if len(held) != 1:
        example = f", such as --organization {held[0]}" if held else ""
        raise UsageError(f"Say whose portal it is with --organization{example}.")
    return held[0]


# saying


def _heading(books: Books) -> str:
    word = books.progress.organization.cycle_word
    said = tally_words(books.activities, books.code) or "nothing counts in it yet"
    return f"{books.code}  {word} to {prose_date(books.cycle.last_day)}: {said}"


def _lines(books: Books) -> Iterator[str]:
    """What waits for what, the verified ones as a number alone where nothing is to be corrected."""
    yield _heading(books)
    for state in STANDINGS:
        found = [each for each in books.activities if standing_at(each, books.code) == state]
        if state == STANDINGS[-1]:
            found = [each for each in found if books.code in each.entered_as]
        if found:
            yield f"  {WAITING[state]} ({sum_words(books.code, found)})"
        for each in found:
            since = "" if state == "logged" else f"  {standing_words(each, books.code)}"
            ceus = plain(each.ceus_for(books.code))
            yield f"    {each.id[:8]}  {each.date.isoformat()}  {ceus:>5}  {tidy(each.title)}{since}"
            if has := portal_has(each, books.code):
                yield f"      {has}; correct it there, then mark it --{state} once more"


def _crib(books: Books, context: Context) -> Iterator[str]:
    """A sheet of what to type, a block for each entry that is not entered yet."""
    from ceulog.exchange.crib import crib_block, crib_lines, crib_of  # noqa: PLC0415 - for this form alone

    crib = crib_of(books.code)
    left = [each for each in books.activities if standing_at(each, books.code) == "logged"]
    title = crib.title if books.code in crib.title else f"{books.code}, {crib.title}"
    yield (
        f"{title}: {sum_words(books.code, left)} {WAITING['logged']}"
        if left
        else (f"{title}: nothing is left to be entered")
    )
    if left:
        yield crib.about
    state = context.logbook.state
    for number, each in enumerate(left, 1):
        yield ""
        yield f"{number} of {len(left)}, {each.id[:8]}"
        yield from (f"  {line}" for line in crib_block(crib_lines(each, books.code, state, context.rulebook)))


def _object(books: Books) -> dict[str, object]:
    from ceulog.domain.records import plain_decimal  # noqa: PLC0415
    from ceulog.exchange.portal import standing_object  # noqa: PLC0415 - for this form alone

    code, membership = books.code, books.progress.membership
    asked, due = membership.verification_asked, membership.verification_due
    return {
        "code": code,
        "cycle": {"start": books.cycle.start.isoformat(), "end": books.cycle.end.isoformat()},
        "verification": {
            "asked": asked.isoformat() if asked else None,
            "due": due.isoformat() if due else None,
        },
        "entries": [
            {
                "id": each.id,
                "date": each.date.isoformat(),
                "title": each.title,
                "ceus": plain_decimal(each.ceus_for(code)),
                **standing_object(each, code),
            }
            for each in books.activities
        ],
    }
