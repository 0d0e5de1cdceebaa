"""`organization`: what is set for an organization, and the closing of its cycle."""

import argparse
import datetime as dt

from ceulog.cli import arguments as read
from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.domain import standing_changes
from ceulog.domain.entries import organization_code
from ceulog.domain.standing_changes import Settings
from ceulog.wording.dates import prose_date
from ceulog.wording.numbers import count


def arguments(parser: Parser, today: dt.date) -> None:
    """Tell the parser what the command takes."""
    day = read.date_on(today)
    parser.add_argument("action", choices=("set", "renew"))
    parser.add_argument("organization", metavar="ORG", help="AAPC, AHIMA, …")
    parser.add_argument("--member-id", metavar="X")
    parser.add_argument("--dues-date", type=day, metavar="D", help="when the yearly dues fall due")
    parser.add_argument("--dues-amount", type=read.ceus, metavar="N", help="how much they are")
    parser.add_argument("--edition", metavar="ID", help="the edition of the rules for the current cycle")
    parser.add_argument("--extension", type=day, metavar="D", help="the last day of a bought extension")
    parser.add_argument("--share", choices=("on", "off"), help="whether the switchable share binds the current cycle")


def run(options: argparse.Namespace, context: Context) -> int:
    """Do what the action says."""
    organization = context.rulebook.organizations[organization_code(options.organization, context.rulebook)]
    if options.action == "renew":
        return _renew(context, organization.code)
    given = Settings(
        member_id=options.member_id,
        dues_date=options.dues_date,
        dues_amount=options.dues_amount,
        edition=options.edition,
        extension=options.extension,
        share=None if options.share is None else options.share == "on",
    )
    change = context.logbook.change(lambda state: standing_changes.set_organization(state, organization, given))
    context.tell(
        f"{change.label[:1].upper()}{change.label[1:]}."
        if change.edits
        else "Nothing was different, so nothing was changed."
    )
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
