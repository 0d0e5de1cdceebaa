"""The program on a system that turns bad while it runs: `python -m tests.reliability.troubled FILE [ARGUMENTS]`.

FILE holds a line of words, and may be written anew at any time: `full` and `read-only` are what the disk answers in
the logbook's folder, `no-locks`, `no-links` and `no-folder-sync` what the file system cannot do, `days=+365` where
the clock has jumped to. An empty file is a good day. At SIGUSR1 it writes where it stands into FILE.where.
"""

import asyncio
import datetime as dt
import errno
import faulthandler
import os
import signal
import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

WRITES = ("replace", "rename", "unlink", "mkdir", "link", "chmod", "fchmod", "fsync")
"""What a disk that may only be read refuses, beside the opening of a file for writing."""
_OPENED = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_STANDARD = 2
"""The last descriptor that is a terminal's."""

Wrap = Callable[[Callable[..., Any]], Callable[..., Any]]


class Trouble:
    """What is wrong at this moment.

    Args:
        file: where it stands.
    """

    def __init__(self, file: Path) -> None:
        self._file = os.fspath(file)
        self._open, self._read, self._close = os.open, os.read, os.close

    @property
    def words(self) -> frozenset[str]:
        """All of it."""
        try:
            descriptor = self._open(self._file, os.O_RDONLY)
        except OSError:
            return frozenset()
        try:
            return frozenset(self._read(descriptor, 1 << 10).decode().split())
        finally:
            self._close(descriptor)

    @property
    def days(self) -> int:
        """How far the clock has jumped."""
        return sum(int(each.removeprefix("days=")) for each in self.words if each.startswith("days="))


def let_in(trouble: Trouble) -> None:
    """Have the functions of the system refuse from now on what they are told to."""
    _refuse_writing(trouble)
    _refuse_what_it_cannot(trouble)
    _let_the_clock_jump(trouble)


def _put(place: Any, name: str, wrap: Wrap) -> None:
    setattr(place, name, wrap(getattr(place, name)))


def _refuse_writing(trouble: Trouble) -> None:
    for_writing = lambda path, flags=0, *_: bool(flags & _OPENED) and path != os.devnull  # noqa: E731
    _put(os, "open", _refusing(trouble, "read-only", errno.EROFS, for_writing))
    _put(os, "write", _refusing(trouble, "full", errno.ENOSPC, lambda descriptor, _: descriptor > _STANDARD))
    for name in WRITES:
        _put(os, name, _refusing(trouble, "read-only", errno.EROFS))


def _refuse_what_it_cannot(trouble: Trouble) -> None:
    import fcntl

    is_folder = lambda descriptor: stat.S_ISDIR(os.fstat(descriptor).st_mode)  # noqa: E731
    _put(fcntl, "flock", _refusing(trouble, "no-locks", errno.ENOLCK))
    _put(os, "link", _refusing(trouble, "no-links", errno.EPERM))
    _put(os, "fsync", _refusing(trouble, "no-folder-sync", errno.EINVAL, is_folder))


def _refusing(trouble: Trouble, word: str, number: int, also: Callable[..., bool] = lambda *_: True) -> Wrap:
    def wrap(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **others: Any) -> Any:
            if also(*arguments) and word in trouble.words:
                raise OSError(number, os.strerror(number))
            return real(*arguments, **others)

        return call

    return wrap


def _let_the_clock_jump(trouble: Trouble) -> None:
    from ceulog.logbook import opening

    def wrap(real: Callable[[dt.date], Callable[[], dt.datetime]]) -> Callable[[dt.date], Callable[[], dt.datetime]]:
        def clock(today: dt.date) -> Callable[[], dt.datetime]:
            now = real(today)
            return lambda: now() + dt.timedelta(days=trouble.days)

        return clock

    _put(opening, "_clock", wrap)


def _waits(coroutine: Any) -> Iterator[str]:
    """The places where a coroutine, and what it waits for, stand."""
    while frame := getattr(coroutine, "cr_frame", None) or getattr(coroutine, "gi_frame", None):
        yield f"{frame.f_code.co_filename}:{frame.f_lineno} {frame.f_code.co_name}"
        coroutine = getattr(coroutine, "cr_await", None) or getattr(coroutine, "gi_yieldfrom", None)


def tell_where(file: Path) -> None:
    """At SIGUSR1 write into a file where every thread and every task stands."""

    def tell(*_: object) -> None:
        with file.open("w") as out:
            faulthandler.dump_traceback(out)
            for task in asyncio.all_tasks():
                print(f"\n{task.get_name()[:80]}", *_waits(task.get_coro()), sep="\n  ", file=out)

    signal.signal(signal.SIGUSR1, tell)


if __name__ == "__main__":
    from ceulog.cli.main import entry

    place = Path(sys.argv.pop(1))
    tell_where(place.with_suffix(".where"))
    let_in(Trouble(place))
    entry()
