"""Opening a logbook with the real rules and ids, on a given day."""

import datetime as dt
from pathlib import Path

from ceulog.logbook.ids import random_id
from ceulog.logbook.logbook import Logbook
from ceulog.rulebook.loader import load_shipped


def open_logbook(folder: Path, today: dt.date) -> Logbook:
    """The logbook of a folder, which need not exist yet.

    Raises:
        BadRules: the rules cannot be used.
    """
    return Logbook(folder, load_shipped(), today=lambda: today, new_id=random_id)
