"""What can go wrong with the logbook's file, each as one calm sentence or two.

Every text says what happened, that nothing was lost, and what to do next; `str(error)` is all of it.
"""
# ruff: noqa: N818 - named after what happened

import errno
import os
from typing import ClassVar

AnyPath = str | os.PathLike[str]

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


class StorageError(Exception):
    """The logbook's file could not be read or written.

    Attributes:
        exit_code: what the command line answers with.
        path: the file that it is about.
    """

    exit_code: ClassVar[int] = 3

    def __init__(self, path: AnyPath, sentence: str) -> None:
        super().__init__(sentence)
        self.path = os.fspath(path)


class LogbookBusy(StorageError):
    """Somebody else was writing for longer than we wait, or wrote at the same moment."""

    exit_code = 4

    def __init__(self, path: AnyPath, why: str = "another window or program is saving to it") -> None:
        super().__init__(
            path,
            f"{os.fspath(path)} is busy: {why}. Nothing was changed and nothing was lost. Try again in a moment.",
        )


class LogbookUnreadable(StorageError):
    """The file is there, or was, but the system does not let us read it."""

    def __init__(self, path: AnyPath, why: str) -> None:
        super().__init__(
            path,
            f"{os.fspath(path)} cannot be read: {why}. Nothing was changed. Put that right, then try again.",
        )


class LogbookDamaged(StorageError):
    """The file can be read but is not a logbook, or no longer one."""

    def __init__(self, path: AnyPath, why: str) -> None:
        super().__init__(
            path,
            f"{os.fspath(path)} is damaged: {why}. It was left untouched. "
            "`ceulog rollback` sets it aside and restores the newest good backup.",
        )
        self.why = why


class LogbookTooNew(StorageError):
    """The file was written by a newer ceulog."""

    def __init__(self, path: AnyPath, schema: int, known: int) -> None:
        super().__init__(
            path,
            f"{os.fspath(path)} was written by a newer ceulog (schema {schema}; this one knows {known}). "
            "Update ceulog; nothing was changed.",
        )
        self.schema = schema


class DiskRefused(StorageError):
    """The disk did not take the change.

    Args:
        path: the logbook's file.
        error: what the system said.
        unconfirmed: the change stands in the file, but the disk did not confirm that it will stay.
    """

    exit_code = 5

    def __init__(self, path: AnyPath, error: OSError, *, unconfirmed: bool = False) -> None:
        reason = error.strerror or str(error) or type(error).__name__
        state = (
            "The last change stands in the file, but the disk did not confirm it; nothing else was touched."
            if unconfirmed
            else "Everything saved before is still there; the last change was not made."
        )
        super().__init__(path, f"{os.fspath(path)} could not be saved: {reason}. {state} {_advice(error, path)}")
        self.unconfirmed = unconfirmed


class NotWritten(StorageError):
    """A file outside the logbook could not be written; nothing of the logbook was touched by that.

    Args:
        path: the file.
        error: what the system said.
    """

    exit_code = 5

    def __init__(self, path: AnyPath, error: OSError) -> None:
        reason = error.strerror or str(error) or type(error).__name__
        advice = _advice(error, path) if error.errno in _FULL | _FORBIDDEN else "Choose another place."
        super().__init__(
            path, f"{os.fspath(path)} could not be written: {reason}. What was there before is still there. {advice}"
        )


def _advice(error: OSError, path: AnyPath) -> str:
    if error.errno in _FULL:
        return "Free some space and try again."
    if error.errno in _FORBIDDEN:
        return f"Check that you may write in {os.path.dirname(os.fspath(path)) or '.'} and try again."  # noqa: PTH120 - as in `files`
    return "Check the disk, make a copy of the logbook, and try again."
