"""Dated copies of the logbook file, and going back to one of them.

A copy bears the day and the file's generation: `logbook-2026-11-23-g000042.json`. What a rollback sets
aside is kept beside them as `set-aside-2026-11-23-1.json`, so that a rollback can be taken back too.
"""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from ceulog.storage.errors import DiskRefused, StorageError
from ceulog.storage.files import private_folder, write_atomically
from ceulog.storage.layout import ACTIVITIES, decode
from ceulog.storage.lock import FolderLock

FOLDER = "backups"
KEPT = 30
"""How many dated copies are kept; what was set aside is never removed."""

_COPY = "logbook-"
_SET_ASIDE = "set-aside-"


class Backup(NamedTuple):
    """One file of the backups folder."""

    name: str
    size: int
    """Bytes."""
    activities: int | None
    """How many it holds; None when it cannot be read as a logbook."""


class NoBackup(StorageError):  # noqa: N818 - named after what happened
    """There is no such backup, or none that can be read."""

    exit_code = 1


def keep_daily(file: Path, generation: int, today: dt.date) -> None:
    """Before the first change of a day: keep the file as it is. To be called inside a transaction.

    Raises:
        DiskRefused: the copy cannot be written.
    """
    folder = file.parent / FOLDER
    if not file.exists() or any(folder.glob(f"{_COPY}{today.isoformat()}-*.json")):
        return
    keep(file, generation, today)


def keep(file: Path, generation: int, today: dt.date) -> str:
    """Keep a copy of the file as it is, and the newest others; gives the copy's name.

    Raises:
        DiskRefused: the copy cannot be written.
    """
    folder = file.parent / FOLDER
    name = f"{_COPY}{today.isoformat()}-g{generation:06}.json"
    _put(folder / name, file.read_bytes())
    for stale in sorted(folder.glob(f"{_COPY}*.json"))[:-KEPT]:
        stale.unlink(missing_ok=True)
    return name


def listed(folder: Path) -> tuple[Backup, ...]:
    """The files of the backups folder, the newest first; what was set aside comes last."""
    names = sorted((each.name for each in (folder / FOLDER).glob("*.json")), reverse=True)
    names.sort(key=lambda name: not name.startswith(_COPY))
    return tuple(_look(folder / FOLDER / name) for name in names)


def _look(path: Path) -> Backup:
    data = path.read_bytes()
    try:
        count: int | None = len(decode(data, path).tables.get(ACTIVITIES, {}))
    except StorageError:
        count = None
    return Backup(path.name, len(data), count)


def roll_back(file: Path, name: str | None, today: dt.date) -> tuple[Backup, str]:
    """Put a backup (the newest good one, if none is named) in the place of the file, which is set aside.

    Gives the backup and the name under which the file before was set aside; empty when there was none.

    Raises:
        NoBackup: there is none of that name, or none that can be read.
        StorageError: busy, or the disk refused; the file is as it was.
    """
    _chosen(file.parent, name)  # before the lock, which needs a folder
    with FolderLock(file.parent):
        chosen = _chosen(file.parent, name)
        aside = ""
        if file.exists():
            number = len(list((file.parent / FOLDER).glob(f"{_SET_ASIDE}*.json"))) + 1
            aside = f"{_SET_ASIDE}{today.isoformat()}-{number}.json"
            _put(file.parent / FOLDER / aside, file.read_bytes())
        _put(file, (file.parent / FOLDER / chosen.name).read_bytes())
    return chosen, aside


def _chosen(folder: Path, name: str | None) -> Backup:
    found = listed(folder)
    if name is not None:
        for each in found:
            if each.name in (name, f"{name}.json"):
                if each.activities is None:
                    raise NoBackup(folder, f"{each.name} cannot be read as a logbook. Nothing was changed.")
                return each
        raise NoBackup(folder, f"There is no backup called {name}; `ceulog backups` lists them. Nothing was changed.")
    for each in found:
        if each.activities is not None and each.name.startswith(_COPY):
            return each
    raise NoBackup(folder, f"There is no backup in {folder / FOLDER} that can be read. Nothing was changed.")


def _put(path: Path, data: bytes) -> None:
    try:
        private_folder(path.parent)
        write_atomically(path, data)
    except OSError as fault:
        raise DiskRefused(path, fault) from fault
