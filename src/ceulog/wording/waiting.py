"""How long an entry waits for its certificate, and whom to ask for it."""

import datetime as dt

from ceulog.domain.activities import Activity
from ceulog.domain.waiting import days_waited
from ceulog.wording.dates import prose_date
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count

ASK_FROM = 7
"""Days from which whom to ask is said: providers send certificates within a week or so."""


def waiting_words(activity: Activity, on: dt.date) -> str:
    """What stands behind "waiting": "for 47 days; ask Sample Seminars"."""
    days = days_waited(activity, on)
    since = f"for {count(days, 'day')}" if days else "since today"
    return f"{since}{_asking(activity, on, days)}"


def _asking(activity: Activity, on: dt.date, days: int) -> str:
    asked = activity.certificate_asked
    if asked is None:
        return f"; ask {echo(activity.sponsor) or 'whoever offered it'}" if days >= ASK_FROM else ""
    ago = (on - asked).days
    when = f", {count(ago, 'day')} ago" if ago > 0 else ""
    return f"; asked for on {prose_date(asked)}{when}"
