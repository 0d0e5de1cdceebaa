"""A logbook on the disk, as the tests of the screen and of its files begin with."""

import datetime as dt
from pathlib import Path

from ceulog.domain.changes import added, of_records
from ceulog.domain.state import LogState, Record
from ceulog.logbook.logbook import Logbook
from tests.builders import TODAY, ids, shipped


def a_logbook(folder: Path, log: LogState | None = None, today: dt.date = TODAY) -> Logbook:
    """A logbook on the disk that holds what the log does, on a day."""
    logbook = Logbook(folder, shipped(), today=lambda: today, new_id=ids())
    if log:
        records: list[Record] = [*log.memberships.values(), *log.credentials.values(), *log.ticks.values()]
        logbook.change(of_records("laid the ground", *((None, each) for each in records)))
        if log.activities:
            logbook.change(added(*log.activities.values()))
    return logbook
