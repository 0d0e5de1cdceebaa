"""What is remarked on an activity that was logged or changed: on stderr, beside the data."""

from ceulog.cli.context import Context
from ceulog.domain.activities import Activity


def tell_remarks(context: Context, activity: Activity) -> None:
    """Say what keeps the activity from counting, and what looks like a slip."""
