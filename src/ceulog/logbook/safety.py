"""Copies of the logbook, and going back to one."""

import datetime as dt
from contextlib import suppress
from pathlib import Path

from ceulog.logbook.logbook import FILE_NAME
from ceulog.storage import backups
from ceulog.storage.backups import Backup
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.errors import StorageError


class NothingToKeep(StorageError):  # noqa: N818 - named after what happened
    """There is no logbook file yet."""

    exit_code = 1


def keep_copy(folder: Path, today: dt.date) -> str:
    """Keep a dated copy now; gives its name.

    Raises:
        StorageError: there is nothing yet, the file cannot be read, or the disk refused.
    """
    file = folder / FILE_NAME
    if not file.exists():
        raise NothingToKeep(file, f"There is nothing in {folder} to keep yet.")
    return backups.keep(file, LogbookDatabase(file).generation, today)


def keep_before(folder: Path, today: dt.date) -> None:
    """Keep a copy before a change of many entries, where there is anything to keep.

    A disk that has no room for the copy may still have it for the change, which can be undone.
    """
    with suppress(StorageError):
        keep_copy(folder, today)


def copies(folder: Path) -> tuple[Backup, ...]:
    """What is kept, the newest first."""
    return backups.listed(folder)


def roll_back(folder: Path, name: str | None, today: dt.date) -> tuple[Backup, str]:
    """Go back to a copy, or to the newest good one; gives it and the name of what was set aside.

    Raises:
        StorageError: there is no such copy, somebody is saving, or the disk refused.
    """
    return backups.roll_back(folder / FILE_NAME, name, today)


__all__ = ["Backup", "copies", "keep_before", "keep_copy", "roll_back"]
