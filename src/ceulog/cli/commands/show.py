"""`show`: everything about one activity."""

import argparse
import datetime as dt
from collections.abc import Iterator

from ceulog.cli.arguments import Parser
from ceulog.cli.context import Context
from ceulog.cli.finding import find_activity
from ceulog.domain.activities import Activity
from ceulog.domain.counting import Standing
from ceulog.domain.editions import Rulebook
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.text import tidy, tidy_note
from ceulog.domain.waiting import waits
from ceulog.wording.dates import date_in_words
from ceulog.wording.evidence import proof_words
from ceulog.wording.explain_excluded import why_not
from ceulog.wording.numbers import count
from ceulog.wording.portal import portal_has, standing_words
from ceulog.wording.waiting import waiting_words
from ceulog.wording.words import PROVIDER_NAMES, TYPE_NAMES, reason_words


def arguments(parser: Parser, _today: dt.date) -> None:
    """Tell the parser what the command takes."""
    parser.add_argument("id", metavar="ID", help="of the activity, or enough of its beginning")
    parser.add_argument("--json", action="store_true", help="as JSON, for scripts")


def run(options: argparse.Namespace, context: Context) -> int:
    """Print it, with how it stands with each organization."""
    activity = find_activity(context.log.state, options.id)
    if options.json:
        from ceulog.exchange.listing import activity_object  # noqa: PLC0415 - for this form alone

        context.say_json(activity_object(activity, context.rulebook))
        return 0
    for label, text in _facts(activity, context.rulebook, context.today):
        if text:
            context.say(f"{label + ':':<14}{text}")
    for progress in context.log.progress():
        if standing := progress.standing_of(activity):
            context.say(f"{progress.code + ':':<14}{_standing(standing, progress)}")
    for code in sorted({*activity.credits, *activity.portal}):
        has = f"; {words}, to be corrected there" if (words := portal_has(activity, code)) else ""
        context.say(f"{code + ' portal:':<14}{standing_words(activity, code)}{has}")
    return 0


def _facts(activity: Activity, rulebook: Rulebook, today: dt.date) -> Iterator[tuple[str, str]]:
    yield "Title", tidy(activity.title)
    yield "Date", date_in_words(activity.date, today)
    yield "CEUs", ", ".join(f"{count(ceus, 'CEU')} for {code}" for code, ceus in activity.credits.items())
    yield "Minutes", str(activity.minutes or "")
    yield "Kind", TYPE_NAMES[activity.type]
    yield "Sponsor", tidy(activity.sponsor)
    yield "Index number", tidy(activity.index_number)
    yield "Approved for", ", ".join(activity.approved_for)
    yield "HIIM domain", rulebook.domain_name(activity.domain)
    yield "Provided by", PROVIDER_NAMES.get(activity.provided_by or "", "")
    yield "Presenter", tidy(activity.presenter)
    yield "Location", tidy(activity.location)
    yield "Status", "planned" if activity.is_planned(today) else "done"
    yield "Next cycle", "kept for the next cycle" if activity.next_cycle else ""
    yield "Certificates", ", ".join(map(proof_words, activity.certificates)) or _without(activity, today)
    yield "Notes", tidy_note(activity.notes).replace("\n", "\n" + " " * 14)
    yield "In the trash", f"since {activity.trashed.isoformat()}" if activity.trashed else ""
    yield "Id", activity.id


def _without(activity: Activity, today: dt.date) -> str:
    return f"none attached; waiting {waiting_words(activity, today)}" if waits(activity, today) else "none attached"


def _standing(standing: Standing, progress: OrganizationProgress) -> str:
    if progress.closed_with(standing.activity):
        return why_not(standing, progress)
    taken = ", ".join(f"{count(ceus, 'CEU')} for {code}" for code, ceus in standing.applied.items())
    why = f"does not{' wholly' if taken else ''} count: {reason_words(standing.reason)}" if standing.reason else ""
    return "; ".join(part for part in (f"counts {taken}" if taken else "", why) if part) or "counts"
