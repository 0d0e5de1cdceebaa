"""`edit`: put an activity right."""

import argparse
import datetime as dt

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context, done_words
from ceulog.cli.entry_options import add_entry_options, entry_from, of_kinds
from ceulog.cli.finding import find_activity
from ceulog.cli.remarking import tell_remarks
from ceulog.domain import changes
from ceulog.domain.activities import Activity, Certificate, Status
from ceulog.domain.changes import Change
from ceulog.domain.entries import compose, keeping_apart, set_apart
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import listed
from ceulog.wording.numbers import count, plain


def arguments(parser: Parser, today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("id", metavar="ID", help="of the activity, or enough of its beginning")
    parser.add_argument("--title", metavar="TITLE", help="as on the certificate, up to 500 characters")
    add_entry_options(parser, today)
    status = parser.add_mutually_exclusive_group()
    status.add_argument("--attended", action="store_true", help="it was planned, and has been attended")
    status.add_argument("--planned", action="store_true", help="it is still to come")


def run(options: argparse.Namespace, context: Context) -> int:
    """Change what is given, and leave the rest."""
    logbook = context.logbook
    status: Status | None = "done" if options.attended else "planned" if options.planned else None
    entry = entry_from(options, logbook.rulebook, title=options.title, status=status)

    def plan(state: LogState) -> Change:
        before = find_activity(state, options.id)
        if before.trashed:
            raise Refusal(f"“{before.title}” is in the trash; `ceulog restore {before.id}` takes it back out.")
        complete = entry._replace(certificates=_proofs(before, options, context))
        if options.date and before.status == "planned" and not options.attended:
            complete = complete._replace(date=options.date.coming)
        after = compose(keeping_apart(complete, before), state, logbook.rulebook, context.today, base=before)
        return changes.edited(before, after)

    change = logbook.change(plan)
    if not change.edits:
        context.tell(done_words(change))
        return 0
    activity = changes.activity_in(change)
    context.tell(f"Changed “{activity.title}”.")
    if entry.ceus is not None and (apart := set_apart(activity)):
        granted = listed(f"{code} {plain(ceus)}" for code, ceus in apart.items())
        context.tell(f"Set apart from the {count(entry.ceus, 'CEU')}: {granted}; --credit ORG=N changes that.")
    was = change.edits[0].before
    tell_remarks(context, activity, before=was if isinstance(was, Activity) else None)
    return 0


def _proofs(before: Activity, options: argparse.Namespace, context: Context) -> tuple[Certificate, ...] | None:
    """The files of an entry with the new ones; `--evidence` is about those, or else about all that there are."""
    attached = [context.logbook.attach(file) for file in options.certificate or ()]
    if attached:
        return (*before.certificates, *of_kinds(attached, options.evidence))
    if options.evidence and not before.certificates:
        raise Refusal(f"“{before.title}” has no file yet; give one with --certificate FILE.", field="certificates")
    return of_kinds(before.certificates, options.evidence) if options.evidence else None
