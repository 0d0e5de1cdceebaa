"""Opening a logbook with the real rules and ids, on a given day."""

import datetime as dt
import os
from collections.abc import Callable
from pathlib import Path

from ceulog.domain.editions import Rulebook
from ceulog.logbook.ids import random_id
from ceulog.logbook.logbook import Logbook
from ceulog.rulebook.shipped import load_shipped

OWN_RULES = "rules"
"""The folder of the holder's own rules, in that of the logbook."""


def open_logbook(folder: Path, today: dt.date) -> Logbook:
    """The logbook of a folder, which need not exist yet. Its day is `today` until midnight, then the next one.

    Raises:
        BadRules: the rules cannot be used.
    """
    now = _clock(today)
    return Logbook(folder, _rules(folder), today=lambda: now().date(), new_id=random_id, now=now)


def _clock(today: dt.date) -> Callable[[], dt.datetime]:
    """The wall clock, set to a day; the time goes on."""

    def wall_clock() -> dt.datetime:
        return dt.datetime.now()  # noqa: DTZ005 - the coder's own clock

    ahead = today - wall_clock().date()
    return lambda: wall_clock() + ahead


def _rules(folder: Path) -> Rulebook:
    """The shipped rules, and the holder's own of the folder's `rules`."""
    shipped = load_shipped()
    if not os.path.lexists(folder / OWN_RULES):
        return shipped
    from ceulog.logbook.own_rules import with_own  # noqa: PLC0415 - few have bodies of their own
    from ceulog.rulebook.folder import own_files  # noqa: PLC0415

    return with_own(shipped, own_files(folder / OWN_RULES))
