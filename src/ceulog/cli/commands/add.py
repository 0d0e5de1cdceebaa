"""`add`: log an activity."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.cli.entry_options import add_entry_options, entry_from, of_kinds
from ceulog.cli.remarking import tell_remarks
from ceulog.domain import changes
from ceulog.domain.changes import Change
from ceulog.domain.entries import Entry, compose, organization_code
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState


def arguments(parser: Parser, today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("title", metavar="TITLE", help="as on the certificate, up to 500 characters")
    add_entry_options(parser, today)
    parser.add_argument("--planned", action="store_true", help="still to come; `edit ID --attended` confirms it")


def run(options: argparse.Namespace, context: Context) -> int:
    """Log the activity; prints its id."""
    logbook = context.logbook
    if options.evidence and not options.certificate:
        raise Refusal("--evidence says what a file is; give the file with --certificate FILE.", field="certificates")
    status = "planned" if options.planned else None
    entry = entry_from(options, logbook.rulebook, title=options.title, status=status)

    def plan(state: LogState) -> Change:
        proofs = of_kinds([logbook.attach(file) for file in options.certificate or ()], options.evidence)
        complete = entry._replace(certificates=proofs or None)
        return changes.added(compose(complete, state, logbook.rulebook, context.today, new_id=logbook.new_id()))

    activity = changes.activity_in(logbook.change(plan))
    context.say(activity.id)
    tell_remarks(context, activity, _asked(entry, context))
    return 0


def _asked(entry: Entry, context: Context) -> list[str]:
    """The organizations that it was to be credited to, where they follow from the minutes."""
    if entry.ceus is not None:
        return []
    if entry.organizations is None:
        return list(context.logbook.state.organizations())
    return [organization_code(each, context.rulebook) for each in entry.organizations]
