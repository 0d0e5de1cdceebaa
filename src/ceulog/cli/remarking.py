"""What is remarked on an activity that was logged or changed: on stderr, beside the data."""

from ceulog.cli.context import Context
from ceulog.domain.activities import Activity
from ceulog.domain.remarks import remarks
from ceulog.wording.remarks import remark_sentence


def tell_remarks(context: Context, activity: Activity) -> None:
    """Say what keeps the activity from counting, and what looks like a slip."""
    found = remarks(activity, context.logbook.state, context.rulebook, context.today)
    context.tell(*(remark_sentence(each) for each in found))
    if not activity.credits:
        context.tell(
            f"It is kept, and counts for nothing yet: it is credited to no organization. When you hold a credential, "
            f"`ceulog edit {activity.id[:8]} --for ORG` credits it."
        )
