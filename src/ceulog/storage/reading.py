"""Looking at a file that others may replace at any moment."""

import errno
import os
import stat
from typing import Final

from ceulog.domain.named import NamedTuple
from ceulog.storage.errors import AnyPath, LogbookDamaged, LogbookUnreadable

MAX_BYTES: Final = 512 * 1024 * 1024
"""A logbook has a few hundred bytes an entry; more than this is something else."""
LONG: Final = 1 << 20
"""Bytes of a log from which on it is worth it to read no more of it than is asked for."""
TAIL_BYTES: Final = 256
"""The last bytes of a file, by which one state of it is told from another."""
_TRIES: Final = 3

# O_NONBLOCK: a named pipe must not hold us up
READ_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class Stamp(NamedTuple):
    """Tells one state of the file from another; file systems reuse inodes, so the last bytes decide."""

    inode: int
    size: int
    mtime_ns: int
    tail: bytes


def stamp_for(status: os.stat_result, data: bytes) -> Stamp:
    """The stamp of a file of which all bytes, or the last ones, are known."""
    return Stamp(status.st_ino, status.st_size, status.st_mtime_ns, data[-TAIL_BYTES:])


def stamp_of(path: AnyPath) -> Stamp | None:
    """The stamp of the file as it is now; None when there is none, or none that can be read."""
    try:
        descriptor = os.open(path, READ_FLAGS)
    except OSError:
        return None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None
        os.lseek(descriptor, max(0, status.st_size - TAIL_BYTES), os.SEEK_SET)
        return stamp_for(status, os.read(descriptor, TAIL_BYTES))
    except OSError:
        return None
    finally:
        os.close(descriptor)


def read_stamped(path: AnyPath) -> tuple[Stamp, bytes] | None:
    """All bytes of the file, and the stamp of exactly these; None when there is no file.

    Raises:
        LogbookUnreadable: the system refuses, or it is not a file.
        LogbookDamaged: it is larger than any logbook.
    """
    try:
        descriptor = os.open(path, READ_FLAGS)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise LogbookUnreadable(path, _reason(error, path)) from error
    try:
        return _read_steady(descriptor, path)
    except OSError as error:
        raise LogbookUnreadable(path, _reason(error, path)) from error
    finally:
        os.close(descriptor)


def read_small(path: AnyPath, most_bytes: int, *, follow: bool = True) -> bytes:
    """All bytes of a small file that somebody may have put there; nothing that is no file holds us up.

    Args:
        path: of the file.
        most_bytes: how large it may be.
        follow: whether it may be a symbolic link.

    Raises:
        OSError: it is missing, no regular file, too large, or cannot be read.
    """
    descriptor = os.open(path, READ_FLAGS | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "it is not a file")
        data = b""
        while piece := os.read(descriptor, most_bytes + 1 - len(data)):
            data += piece
            if len(data) > most_bytes:
                raise OSError(errno.EFBIG, f"it is larger than {most_bytes >> 10} KiB")
        return data
    finally:
        os.close(descriptor)


def _read_steady(descriptor: int, path: AnyPath) -> tuple[Stamp, bytes]:
    # other programs (plain TinyDB is one) write in place: look again when it moved under us
    for _ in range(_TRIES):
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            what = "a folder" if stat.S_ISDIR(before.st_mode) else "something else"
            raise LogbookUnreadable(path, f"it is not a file but {what}")
        if before.st_size > MAX_BYTES:
            raise LogbookDamaged(path, f"it is larger than {MAX_BYTES >> 20} MiB")
        data = _read_all(descriptor, before.st_size)
        after = os.fstat(descriptor)
        if (after.st_size, after.st_mtime_ns) == (len(data), before.st_mtime_ns):
            break
    return stamp_for(after, data), data


def _read_all(descriptor: int, size: int) -> bytes:
    os.lseek(descriptor, 0, os.SEEK_SET)
    pieces = []
    while piece := os.read(descriptor, size + 1):
        pieces.append(piece)
    return b"".join(pieces)


def _reason(error: OSError, path: AnyPath) -> str:
    if os.path.isdir(path):  # noqa: PTH112 - as in `files`
        return "it is not a file but a folder"  # Windows does not even open one
    if error.errno in {errno.EACCES, errno.EPERM}:
        return "you do not have the permission to read it"
    return error.strerror or str(error)
