"""Copies of the log that a sync tool left beside it: finding them, and putting one away that was merged."""
# ruff: noqa: PTH118 - pathlib is an import that the command line does not pay for

import datetime as dt
import os

from ceulog.logbook.reader import FILE_NAME
from ceulog.storage.conflict_copies import ConflictCopy, conflict_copies, names_beside, set_aside, sign_of
from ceulog.storage.errors import AnyPath
from ceulog.storage.reading import Stamp


def copies_beside(folder: AnyPath) -> tuple[ConflictCopy, ...]:
    """The conflict copies beside the log of a folder; none when the folder cannot be read."""
    return conflict_copies(os.path.join(folder, FILE_NAME))


def put_away(folder: AnyPath, name: str, seen: Stamp | None, today: dt.date) -> str:
    """Move one to the backups; gives its new name, or nothing when it stays, as when it has changed since."""
    return set_aside(os.path.join(folder, FILE_NAME), name, seen, today)


class CopyWatch:
    """Looks for conflict copies again when something beside the log has changed.

    Args:
        folder: of the logbook.
    """

    def __init__(self, folder: AnyPath) -> None:
        self._file = os.path.join(folder, FILE_NAME)
        self._names: tuple[str, ...] = ()
        self._sign: object = None

    @property
    def has_changed(self) -> bool:
        """Whether a look is due; a call of the system or two."""
        return sign_of(self._file, self._names) != self._sign

    def look(self) -> tuple[ConflictCopy, ...]:
        """What there is now."""
        self._names = names_beside(self._file)
        self._sign = sign_of(self._file, self._names)
        return conflict_copies(self._file) if self._names else ()


__all__ = ["ConflictCopy", "CopyWatch", "copies_beside", "put_away"]
