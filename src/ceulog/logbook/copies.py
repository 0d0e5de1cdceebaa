"""Copies of the log that a sync tool left beside it: finding them, and putting one away that was merged."""

import datetime as dt
from pathlib import Path

from ceulog.logbook.logbook import FILE_NAME
from ceulog.storage.conflict_copies import ConflictCopy, conflict_copies, set_aside
from ceulog.storage.reading import Stamp


def copies_beside(folder: Path) -> tuple[ConflictCopy, ...]:
    """The conflict copies beside the log of a folder; none when the folder cannot be read."""
    return conflict_copies(folder / FILE_NAME)


def put_away(folder: Path, name: str, seen: Stamp | None, today: dt.date) -> str:
    """Move one to the backups; gives its new name, or nothing when it stays, as when it has changed since."""
    return set_aside(folder / FILE_NAME, name, seen, today)


__all__ = ["ConflictCopy", "copies_beside", "put_away"]
