"""What is said of forms that were left half typed."""

import datetime as dt

from ceulog.domain.text import tidy
from ceulog.wording.dates import MONTHS
from ceulog.wording.echo import echo
from ceulog.wording.numbers import count


def offer_words(
    name: str, written: dt.datetime, today: dt.date, add: str, *, changing: bool = False, more: int = 0
) -> str:
    """What is said of a draft that was left behind.

    Args:
        name: what was typed, its title at best; empty when there is none.
        written: when.
        today: the day on which it is said.
        add: the key that opens the form.
        changing: whether it is about an entry that is in the log.
        more: how many others wait behind it.
    """
    name = tidy(name)
    what = f"“{echo(name)}”" if name else "an activity"
    doing = "changing" if changing else "logging"
    others = f" {count(more, 'older one')} {'waits' if more == 1 else 'wait'} behind it." if more > 0 else ""
    when = moment_words(written, today)
    return f"You were {doing} {what} {when} when the program ended. Press {add} to go on with it.{others}"


def moment_words(moment: dt.datetime, today: dt.date) -> str:
    """A moment inside a sentence: "today at 14:05", "on Nov 22 at 14:05"; the year only where it is another."""
    time = f"{moment.hour:02}:{moment.minute:02}"
    if moment.date() == today:
        return f"today at {time}"
    year = f", {moment.year}" if moment.year != today.year else ""
    return f"on {MONTHS[moment.month - 1]} {moment.day}{year} at {time}"
