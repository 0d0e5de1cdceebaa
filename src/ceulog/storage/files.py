"""Files that are either as they were or as they shall be, and open to nobody but their owner."""
# ruff: noqa: PTH100, PTH101, PTH102, PTH105, PTH108, PTH112, PTH113, PTH116, PTH118, PTH120
# pathlib is an import that the command line does not pay for

import datetime as dt
import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import count

from ceulog.storage.errors import AnyPath
from ceulog.storage.lock import NO_MODES_HERE, pauses

if sys.platform == "darwin":
    import fcntl

WINDOWS = os.name == "nt"
WINDOWS_PATIENCE = 2.0
"""Seconds for virus scanners and indexers to let go of a file, on Windows only."""

_FLAGS = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NAME_KEPT = 40
"""Letters of the target's name in a temp file's, which must not get too long itself."""
_RANDOM_BYTES = 8
_PART_BYTES = 1 << 18
"""Of a file that is read a part at a time."""
_FOLDER_SYNC_UNKNOWN = frozenset(
    getattr(errno, name) for name in ("EINVAL", "EBADF", "ENOTSUP", "EOPNOTSUPP", "ENOSYS") if hasattr(errno, name)
)


def write_atomically(path: AnyPath, data: bytes | Iterable[bytes]) -> os.stat_result:
    """Put the bytes, which may come in parts, under this name, on the disk, all or nothing.

    A symbolic link stays one: what it points to is replaced. The file's mode is 0600 or what is left of it in
    the mode it had.

    Returns:
        What `os.stat` says of the new file.

    Raises:
        OSError: the file is as it was. Only when the folder's own sync failed is it the new one already.
    """
    target = os.path.realpath(path)
    folder, name = os.path.split(target)
    temp = os.path.join(folder, f".{name[:_NAME_KEPT]}.{os.getpid()}.{os.urandom(_RANDOM_BYTES).hex()}.tmp")
    descriptor = os.open(temp, _FLAGS, 0o600)
    try:
        try:
            _set_mode(descriptor, target)
            for part in (data,) if isinstance(data, bytes) else data:
                _write_all(descriptor, part)
            _flush(descriptor)
            written = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        _replace(temp, target)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what matters
            os.unlink(temp)
        raise
    _flush_folder(folder)
    return written


def parts_of(path: AnyPath) -> Iterator[bytes]:
    """The bytes of a file, a part at a time.

    Raises:
        OSError: it cannot be read.
    """
    with open(path, "rb") as file:  # noqa: PTH123 - as all others
        while part := file.read(_PART_BYTES):
            yield part


def second_name(path: AnyPath, other: AnyPath) -> None:
    """Give what bears this name another name too, whatever it is; a copy where the file system has no such links.

    Raises:
        OSError: it cannot be, or the other name is taken; nothing was changed.
    """
    source = os.path.realpath(path)
    try:
        os.link(source, other)
    except OSError as error:
        if isinstance(error, FileExistsError) or not os.path.isfile(source):
            raise
        write_atomically(other, parts_of(source))
        return
    if os.path.isfile(source):
        with suppress(OSError):
            os.chmod(other, 0o600)
    _flush_folder(os.path.dirname(os.fspath(other)))


def free_name(folder: AnyPath, start: str, today: dt.date) -> str:
    """A name that nothing in the folder has: the start, the day, and the first number that is free."""
    names = (f"{start}{today.isoformat()}-{number}.json" for number in count(1))
    return next(name for name in names if not os.path.lexists(os.path.join(folder, name)))


def private_folder(path: AnyPath) -> None:
    """Make the folder, and those above it that are missing, with mode 0700; one that is there stays as it is.

    Raises:
        OSError: it cannot be made, or something that is not a folder has its name.
    """
    folder = os.path.abspath(path)
    if os.path.isdir(folder):
        return
    if os.path.dirname(folder) != folder:
        private_folder(os.path.dirname(folder))
    try:
        os.mkdir(folder, 0o700)
    except FileExistsError:
        if not os.path.isdir(folder):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder) from None
        return  # somebody else was quicker
    if not WINDOWS:
        with _modes_if_there_are():
            os.chmod(folder, 0o700)  # whatever the umask left


def sweep_temp_files(folder: AnyPath) -> None:
    """Remove what writers that were killed left behind in the folder.

    Only while holding the folder's lock: otherwise a temp file may be somebody's work in progress. What cannot
    be removed stays; it disturbs nobody.
    """
    with os.scandir(folder) as entries:
        strays = [entry.path for entry in entries if _is_temp_name(entry.name)]
    for stray in strays:
        with suppress(OSError):
            os.unlink(stray)


def _is_temp_name(name: str) -> bool:
    parts = name.split(".")
    if len(parts) < 5 or parts[0] or parts[-1] != "tmp":  # "", the target's name, pid, random, "tmp"
        return False
    pid, random = parts[-3:-1]
    return pid.isdecimal() and len(random) == 2 * _RANDOM_BYTES and set(random) <= set("0123456789abcdef")


def _set_mode(descriptor: int, target: str) -> None:
    if not hasattr(os, "fchmod"):
        return
    try:
        mode = os.stat(target).st_mode & 0o600
    except FileNotFoundError:
        mode = 0o600
    with _modes_if_there_are():
        os.fchmod(descriptor, mode or 0o600)


@contextmanager
def _modes_if_there_are() -> Iterator[None]:
    """What was made was asked to be private; a file system that cannot change that afterwards is no reason to stop."""
    try:
        yield
    except OSError as error:
        if error.errno not in NO_MODES_HERE:
            raise


def _write_all(descriptor: int, data: bytes) -> None:
    # os.write itself goes on after a signal, but may well write less than it was given
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":
        # a Mac's fsync only hands the bytes to the drive; where the volume knows no better, it must do
        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


def _replace(temp: str, target: str) -> None:
    refused: PermissionError | None = None
    for _ in pauses(WINDOWS_PATIENCE):
        try:
            os.replace(temp, target)
        except PermissionError as error:
            if not WINDOWS:
                raise
            refused = error
        else:
            return
    if refused is not None:
        raise refused


def _flush_folder(folder: str) -> None:
    """Make the new name itself last; some file systems neither can nor need to."""
    if WINDOWS:
        return
    try:
        descriptor = os.open(folder or ".", os.O_RDONLY)
    except PermissionError:
        return  # a folder that we may write but not read
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _FOLDER_SYNC_UNKNOWN:
            raise
    finally:
        os.close(descriptor)
