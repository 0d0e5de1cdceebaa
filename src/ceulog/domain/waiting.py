"""Entries that are done and have no certificate yet: how long they wait for it."""

import datetime as dt

from ceulog.domain.activities import Activity


def waits(activity: Activity, on: dt.date) -> bool:
    """Whether it was done by that day, and nothing proves it yet."""
    return not (activity.certificates or activity.trashed or activity.is_planned(on))


def days_waited(activity: Activity, on: dt.date) -> int:
    """Days since it was done; a certificate comes later than that, so they are the most it has waited."""
    return (on - activity.date).days
