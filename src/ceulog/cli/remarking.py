"""What is remarked on an activity that was logged or changed: on stderr, beside the data."""

from collections.abc import Iterable

from ceulog.cli.context import Context
from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.closed import cycles_with
from ceulog.domain.entries import counts_minutes
from ceulog.domain.remarks import remarks
from ceulog.domain.text import capitalized
from ceulog.wording.evidence import weak_words
from ceulog.wording.remarks import closed_sentence, remark_sentence


def tell_remarks(
    context: Context, activity: Activity, asked: Iterable[str] = (), *, before: Activity | None = None
) -> None:
    """Say what keeps the activity from counting, and what looks like a slip.

    Args:
        context: of the command.
        activity: as it stands in the log now.
        asked: the organizations that it was to be credited to.
        before: how it was before it was changed.
    """
    for code in asked:
        if code not in activity.credits and activity.credits:
            context.tell(f"{_why_not_credited(context, activity, code)}, so it is not credited there.")
    found = remarks(activity, context.logbook.state, context.rulebook, context.today, before)
    context.tell(*(remark_sentence(each) for each in found))
    if activity.is_weakly_proved:
        context.tell(capitalized(weak_words(activity)))
    if not activity.credits:
        context.tell(
            "It is kept, and counts for nothing yet: it is credited to no organization. "
            f"{'' if context.logbook.state.credentials else 'When you hold a credential, '}"
            f"`ceulog edit {activity.id[:8]} --for ORG` credits it."
        )


def _why_not_credited(context: Context, activity: Activity, code: str) -> str:
    if activity.minutes is None:
        return f"Neither CEUs nor minutes were given for {code}"
    if not counts_minutes(code, context.logbook.state, context.rulebook):
        return f"How {code} would count {activity.minutes} minutes is not known here"
    return f"{activity.minutes} minutes grant no CEUs at {code}"


def tell_of_closed(context: Context, change: Change) -> None:
    """Say of entries that left the log which closed cycles they counted in: those stay as they were."""
    memberships = context.logbook.state.memberships.values()
    gone = [each.before for each in change.edits if isinstance(each.before, Activity)]
    said = {(code, cycle.end): cycle for activity in gone for code, cycle in cycles_with(activity, memberships)}
    for (code, _), cycle in said.items():
        organization = context.rulebook.organizations.get(code)
        context.tell(closed_sentence(code, organization.cycle_word if organization else "cycle", cycle))
