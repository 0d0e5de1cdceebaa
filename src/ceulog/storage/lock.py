"""One writer at a time: a lock on a sidecar file that is never deleted; and signs of life between programs.

The operating system's own lock is used, so that a process that dies lets go of it. On file systems without
locks (some network drives) we go on without one: `exclusive` is then False.
"""
# ruff: noqa: PTH108, PTH116, PTH118 - pathlib is an import that the command line does not pay for

import errno
import os
import sys
from _thread import RLock  # threading costs more to import than the rest of this file
from collections.abc import Iterator
from contextlib import suppress
from time import monotonic, sleep
from typing import Self

from ceulog.storage.errors import AnyPath, LogbookBusy
from ceulog.storage.log_file import LOCK_NAME

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FIRST_PAUSE = 0.001
_LONGEST_PAUSE = 0.01
"""Whoever waits longer between two looks is overtaken again and again by those who write without a pause."""
_SWEEPING = 0.05
"""Seconds in which somebody who sweeps is done with a file."""
_GROWTH = 1.6

_OPEN_FLAGS = os.O_RDWR | os.O_CREAT
_NO_LOCKS_HERE = frozenset(
    getattr(errno, name) for name in ("ENOLCK", "ENOTSUP", "EOPNOTSUPP", "ENOSYS") if hasattr(errno, name)
)
NO_MODES_HERE = _NO_LOCKS_HERE | {errno.EPERM}
"""What file systems without modes of their own say to a change of one (foreign drives, network ones)."""


def pauses(seconds: float) -> Iterator[None]:
    """Yield at once, then after each of ever longer pauses, the last time when the seconds are over."""
    deadline = monotonic() + seconds
    pause = _FIRST_PAUSE
    yield
    while (left := deadline - monotonic()) > 0:
        sleep(min(pause, left))
        pause = min(pause * _GROWTH, _LONGEST_PAUSE)
        yield


class FolderLock:
    """The right to change a logbook folder, held from `__enter__` to `__exit__`.

    Re-entrant within one thread; other threads, other instances and other processes wait.

    Args:
        folder: must exist; the sidecar file is created in it.
        wait_seconds: how long to wait for the others, in all.

    Raises:
        LogbookBusy: on entering, when the others were not done in time.
        OSError: on entering, when the sidecar file cannot be opened.
    """

    __slots__ = ("_depth", "_descriptor", "_threads", "exclusive", "folder", "path", "wait_seconds")

    def __init__(self, folder: AnyPath, wait_seconds: float = 5.0) -> None:
        self.folder = os.fspath(folder)
        self.path = os.path.join(folder, LOCK_NAME)
        self.wait_seconds = wait_seconds
        self.exclusive = False
        """While held: whether the system really keeps other processes out."""
        self._threads = RLock()
        self._depth = 0
        self._descriptor = -1

    def __enter__(self) -> Self:
        started = monotonic()
        if not self._threads.acquire(timeout=self.wait_seconds):
            raise LogbookBusy(self.folder)
        try:
            if not self._depth:
                self._take(max(0.0, self.wait_seconds - (monotonic() - started)))
            self._depth += 1
        except BaseException:
            self._threads.release()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._depth -= 1
        try:
            if not self._depth:
                self._let_go()
        finally:
            self._threads.release()

    def _take(self, seconds: float) -> None:
        for _ in pauses(seconds):
            descriptor = os.open(self.path, _OPEN_FLAGS, 0o600)
            kept = False
            try:
                locked = _try_lock(descriptor)
                if locked is None or (locked and _is_still(descriptor, self.path)):
                    _make_private(descriptor)
                    self._descriptor, self.exclusive, kept = descriptor, bool(locked), True
                    return
            finally:
                if not kept:
                    os.close(descriptor)
        raise LogbookBusy(self.folder)

    def _let_go(self) -> None:
        descriptor, self._descriptor = self._descriptor, -1
        try:
            if self.exclusive:
                _unlock(descriptor)
        finally:
            self.exclusive = False
            os.close(descriptor)


class Presence:
    """Tells other programs that this one is running: a lock on a file of its own, until `end` or its death.

    Args:
        path: of the file, whose folder must exist; nobody else may be given the same.
    """

    __slots__ = ("_descriptor", "path")

    def __init__(self, path: AnyPath) -> None:
        self.path = os.fspath(path)
        self._descriptor = -1

    def begin(self) -> None:
        """Be seen from now on; where the system has no locks, nobody is seen.

        Raises:
            OSError: the file cannot be made.
        """
        if self._descriptor >= 0:
            return
        for _ in pauses(_SWEEPING):
            descriptor = os.open(self.path, _OPEN_FLAGS, 0o600)
            # somebody who sweeps may have had it for a moment, and removed it
            if _try_lock(descriptor) is not False and _is_still(descriptor, self.path):
                _make_private(descriptor)
                self._descriptor = descriptor
                return
            os.close(descriptor)

    def end(self) -> None:
        """Be gone, and leave nothing behind."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        if os.name != "nt":  # while it is ours: whoever locks it next sees that it is another file
            _remove(self.path)
        os.close(descriptor)
        if os.name == "nt":
            _remove(self.path)


def is_present(path: AnyPath, *, sweep: bool = False) -> bool:
    """Say whether the program whose `Presence` has this file is running.

    Args:
        path: of the file.
        sweep: whether to remove the file of one that has died.
    """
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        if _try_lock(descriptor) is False:
            return True
        if sweep and os.name != "nt":
            _remove(path)
    except OSError:
        return False
    finally:
        os.close(descriptor)
    if sweep and os.name == "nt":
        _remove(path)
    return False


def _remove(path: AnyPath) -> None:
    with suppress(OSError):
        os.unlink(path)


def _is_still(descriptor: int, path: str) -> bool:
    """Say whether the file we locked is the one that others would lock."""
    try:
        return os.path.samestat(os.fstat(descriptor), os.stat(path))
    except FileNotFoundError:
        return False


def _make_private(descriptor: int) -> None:
    # a strange umask could have left the owner without the right to open it again
    if hasattr(os, "fchmod") and os.fstat(descriptor).st_mode & 0o777 != 0o600:
        try:
            os.fchmod(descriptor, 0o600)
        except OSError as error:  # somebody else's file, whose mode is theirs; or one without
            if error.errno not in NO_MODES_HERE | {errno.EACCES}:
                raise


if sys.platform == "win32":

    def _try_lock(descriptor: int) -> bool | None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            if error.errno in _NO_LOCKS_HERE:
                return None
            if error.errno in {errno.EACCES, errno.EDEADLK}:
                return False
            raise
        return True

    def _unlock(descriptor: int) -> None:
        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(descriptor: int) -> bool | None:
        """Take the lock (True), find it taken (False), or learn that there are none here (None)."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError as error:
            if error.errno in _NO_LOCKS_HERE:
                return None
            raise
        return True

    def _unlock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_UN)
