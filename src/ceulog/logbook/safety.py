"""Copies of the logbook, kept by day and before whatever changes much."""

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path

from ceulog.logbook.reader import FILE_NAME
from ceulog.storage import backups
from ceulog.storage.backups import Backup
from ceulog.storage.durable import DurableStorage
from ceulog.storage.errors import StorageError
from ceulog.storage.lock import FolderLock
from ceulog.storage.log_file import home_of


class NothingToKeep(StorageError):  # noqa: N818 - named after what happened
    """There is no logbook file yet."""

    exit_code = 1


def keep_copy(folder: Path, today: dt.date) -> str:
    """Keep a dated copy now; gives its name.

    Raises:
        StorageError: there is nothing yet, the file cannot be read, somebody is saving, or the disk refused.
    """
    file = folder / FILE_NAME
    with backups.said(file):
        if not os.path.lexists(file):
            raise NothingToKeep(file, f"There is nothing in {folder} to keep yet.")
        with FolderLock(home_of(file)):  # whoever writes meanwhile would sweep our temp file away
            return backups.keep(file, DurableStorage(file).generation, today)


def keep_before(folder: Path, today: dt.date) -> None:
    """Keep a copy before a change of many entries, where there is anything to keep.

    A disk that has no room for the copy may still have it for the change, which can be undone.
    """
    with suppress(StorageError):
        keep_copy(folder, today)


def copies(folder: Path) -> tuple[Backup, ...]:
    """What is kept, the newest first."""
    return backups.listed(folder)


__all__ = ["Backup", "NothingToKeep", "copies", "keep_before", "keep_copy"]
