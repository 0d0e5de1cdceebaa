"""`organization`: what is set for an organization, the closing of its cycle, and the closed ones."""

import argparse
import datetime as dt
from collections.abc import Callable
from typing import Any

from ceulog.cli import arguments as read
from ceulog.cli.arguments import Parser, UsageError
from ceulog.cli.context import Context, done_words
from ceulog.domain import standing_changes
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.entries import organization_code
from ceulog.domain.standing_changes import Settings
from ceulog.domain.state import LogState
from ceulog.wording.dates import prose_date
from ceulog.wording.numbers import count

ACTIONS = ("set", "renew", "history")
NONE = "none"
"""The word that takes a setting out again."""


def arguments(parser: Parser, today: dt.date) -> None:
    """Tell the parser what the command takes."""
    day, coming = read.date_on(today), read.date_on(today, coming=True)
    parser.add_argument("action", choices=ACTIONS, metavar="ACTION", help="set, renew (close the cycle), history")
    parser.add_argument("organization", nargs="?", metavar="ORG", help="AAPC, AHIMA, …")
    parser.add_argument("--member-id", metavar="X", help="your member number there")
    parser.add_argument("--dues-date", type=_or_none(coming), metavar="D", help="when the yearly dues are due, or none")
    parser.add_argument("--dues-amount", type=_or_none(read.dollars), metavar="N", help="how much they are, in dollars")
    parser.add_argument("--dues-paid", action="store_true", help="they are paid: the next ones are due a year later")
    parser.add_argument("--edition", metavar="ID", help="the edition for the current cycle, or none for the usual one")
    parser.add_argument(
        "--extension", type=_or_none(coming), metavar="D", help="the last day of a bought extension, or none"
    )
    parser.add_argument(
        "--share", choices=("on", "off", NONE), help="whether the switchable share binds this cycle; none: by the rule"
    )
    parser.add_argument(
        "--verification-asked", type=_or_none(day), metavar="D",
        help="the day on which it asked for your certificates; none when that is answered",
    )  # fmt: skip
    parser.add_argument("--verification-due", type=_or_none(coming), metavar="D", help="the last day for the answer")
    parser.add_argument("--news-seen", action="store_true", help="you have read what changed in the rules")
    parser.add_argument("--json", action="store_true", help="with history: as JSON")


def _or_none(parse: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda text: NONE if text.strip().lower() == NONE else parse(text)


def run(options: argparse.Namespace, context: Context) -> int:
    """Do what the action says."""
    if options.action == "history":
        return _history(options, context)
    if not options.organization:
        raise UsageError(f"`ceulog organization {options.action}` needs the organization's code, such as AAPC.")
    organization = context.rulebook.organizations[organization_code(options.organization, context.rulebook)]
    if options.action == "renew":
        return _renew(context, organization.code)
    given = _settings(options)
    change = context.logbook.change(
        lambda state: standing_changes.set_organization(state, organization, given, context.today)
    )
    context.tell(done_words(change))
    _propose(context, organization)
    return 0


def _propose(context: Context, organization: Organization) -> None:
    """Say by when to answer, where that is still to be set."""
    membership = context.logbook.state.membership(organization.code)
    asked = membership.verification_asked if membership else None
    if membership is None or asked is None or membership.verification_due:
        return
    from ceulog.wording.explain_ahead import proposal_words  # noqa: PLC0415 - seldom

    way = f"`ceulog organization set {organization.code} --verification-due D` sets the last day for the answer."
    context.tell(f"{way} {proposal_words(organization, asked)}".strip())


def _settings(options: argparse.Namespace) -> Settings:
    given = {name: getattr(options, name) for name in standing_changes.CLEARABLE}
    cleared = frozenset(name for name, value in given.items() if value == NONE)
    kept = {name: None if name in cleared else value for name, value in given.items()}
    share = None if kept.pop("share") is None else options.share == "on"
    return Settings(
        member_id=options.member_id, dues_paid=options.dues_paid, news_seen=options.news_seen,
        share=share, cleared=cleared, **kept,
    )  # fmt: skip


def _with_history(name: str, state: LogState, rulebook: Rulebook) -> str:
    """The code of an organization of which something was held, or of which rules are known."""
    held = {each.organization.casefold(): each.organization for each in state.memberships.values()}
    return held.get(name.strip().casefold()) or organization_code(name, rulebook)


def _history(options: argparse.Namespace, context: Context) -> int:
    """Print the closed cycles as they were, the newest first."""
    state, rulebook = context.logbook.state, context.rulebook
    only = _with_history(options.organization, state, rulebook) if options.organization else ""
    memberships = [each for each in state.memberships.values() if only in ("", each.organization)]
    closed = [(each.organization, cycle) for each in memberships for cycle in reversed(each.cycles) if cycle.closing]
    if options.json:
        from ceulog.exchange.history import closed_object  # noqa: PLC0415 - for this form alone

        context.say_json([closed_object(code, cycle) for code, cycle in closed])
        return 0
    if not closed:
        context.tell("No cycle is closed yet; `ceulog organization renew ORG` closes one when it is over or complete.")
    from ceulog.wording.closed import closed_lines  # noqa: PLC0415

    for code, cycle in closed:
        organization = rulebook.organizations.get(code)
        lines = list(closed_lines(cycle, organization.cycle_word if organization else "cycle"))
        context.say(f"{code}  {lines[0]}", *lines[1:])
    return 0


def _renew(context: Context, code: str) -> int:
    closed = context.logbook.renew(code)
    membership = context.logbook.state.membership(code)
    word = closed.organization.cycle_word
    context.tell(f"Closed the {word} to {prose_date(closed.cycle.end)} as it stood.")
    if not closed.complete:
        context.tell("It was not complete by the rules of this logbook.")
    if closed.surplus:
        context.tell(f"{count(closed.surplus, 'CEU')} more than needed; they are not carried over.")
    if membership:
        current = membership.current
        context.tell(f"The next one runs from {prose_date(current.start)} to {prose_date(current.end)}.")
    return 0
