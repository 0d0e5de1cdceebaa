"""Opening a logbook with the real rules and ids, on a given day."""
# ruff: noqa: PTH118 - pathlib is an import that the command line does not pay for

import datetime as dt
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from ceulog.domain.editions import Rulebook
from ceulog.logbook.reader import LogReader
from ceulog.rulebook.shipped import load_shipped
from ceulog.storage.errors import AnyPath

if TYPE_CHECKING:
    from ceulog.logbook.logbook import Logbook

OWN_RULES = "rules"
"""The folder of the holder's own rules, in that of the logbook."""


def open_logbook(folder: AnyPath, today: dt.date) -> "Logbook":
    """The logbook of a folder, which need not exist yet. Its day is `today` until midnight, then the next one.

    Raises:
        BadRules: the rules cannot be used.
    """
    from ceulog.logbook.ids import random_id  # noqa: PLC0415
    from ceulog.logbook.logbook import Logbook  # noqa: PLC0415 - who only looks need not pay for writing

    now = _clock(today)
    return Logbook(folder, _rules(folder), today=lambda: now().date(), new_id=random_id, now=now)


def open_log(folder: AnyPath, today: dt.date) -> LogReader:
    """The log of a folder, which need not exist yet, to look at on a day.

    Raises:
        BadRules: the rules cannot be used.
    """
    return LogReader(folder, _rules(folder), today=lambda: today)


def _clock(today: dt.date) -> Callable[[], dt.datetime]:
    """The wall clock, set to a day; the time goes on."""

    def wall_clock() -> dt.datetime:
        return dt.datetime.now()  # noqa: DTZ005 - the coder's own clock

    ahead = today - wall_clock().date()
    return lambda: wall_clock() + ahead


def _rules(folder: AnyPath) -> Rulebook:
    """The shipped rules, and the holder's own of the folder's `rules`."""
    shipped = load_shipped()
    if not os.path.lexists(os.path.join(folder, OWN_RULES)):
        return shipped
    from pathlib import Path  # noqa: PLC0415

    from ceulog.logbook.own_rules import with_own  # noqa: PLC0415 - few have bodies of their own
    from ceulog.rulebook.folder import own_files  # noqa: PLC0415

    return with_own(shipped, own_files(Path(folder) / OWN_RULES))
