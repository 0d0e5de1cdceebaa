"""The disk refuses, at every place where it can: the file is the old one or the new one, never between."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceulog.storage.database import LogbookDatabase
from ceulog.storage.errors import DiskRefused
from ceulog.storage.layout import decode

from .support import names, refuse

ERRORS = [errno.ENOSPC, errno.EIO, errno.EACCES]


def failing_at(real: Callable[..., Any], turn: int, number: int) -> Callable[..., Any]:
    """The function, but its call of that turn raises."""
    turns = [0]

    def fail(*arguments: Any, **options: Any) -> Any:
        turns[0] += 1
        if turns[0] == turn:
            raise OSError(number, os.strerror(number))
        return real(*arguments, **options)

    return fail


def check_and_go_on(database: LogbookDatabase, path: Path, documents: set[int]) -> int:
    """Whether the disk holds what the cache says, all or nothing; then a write succeeds."""
    found = decode(path.read_bytes(), path)
    assert found.sealed
    assert len(found.tables["activities"]) in documents
    assert database.storage.tables() == found.tables
    assert not [name for name in names(path.parent) if name.endswith(".tmp")]
    assert [dict(each) for each in LogbookDatabase(path).table("activities")] == [*found.tables["activities"].values()]
    database.table("activities").put({"id": "after", "title": "room again"})
    assert LogbookDatabase(path).table("activities").get_by_id("after") is not None
    return len(found.tables["activities"])


@pytest.mark.parametrize("number", ERRORS)
@pytest.mark.parametrize(
    ("name", "turn"), [("write", 1), ("fsync", 1), ("replace", 1), ("fchmod", 1), ("scandir", 1), ("fsync", 2)]
)
def test_a_refusal_changes_nothing_or_says_so(
    database: LogbookDatabase, path: Path, monkeypatch: pytest.MonkeyPatch, name: str, turn: int, number: int
) -> None:
    if not hasattr(os, name) or (os.name == "nt" and turn > 1):
        pytest.skip("not on this system")
    with monkeypatch.context() as broken:

        def work() -> None:
            with database.transaction():
                database.table("activities").put({"id": "c"})
                database.table("changes").put({"id": "1"})
                broken.setattr(os, name, failing_at(getattr(os, name), turn, number))

        with pytest.raises(DiskRefused) as refusal:
            work()
    landed = check_and_go_on(database, path, {2, 3}) == 3
    assert landed == refusal.value.unconfirmed == (turn == 2)
    assert os.strerror(number) in str(refusal.value)


@pytest.mark.parametrize("number", ERRORS)
@pytest.mark.parametrize("room", [0, 1, 50, 100_000])
def test_a_disk_that_fills_up_on_the_way(
    database: LogbookDatabase, path: Path, monkeypatch: pytest.MonkeyPatch, room: int, number: int
) -> None:
    real, left = os.write, [room]

    def write(descriptor: int, data: bytes) -> int:
        if not left[0]:
            raise OSError(number, os.strerror(number))
        written = real(descriptor, bytes(data[: left[0]]))
        left[0] -= written
        return written

    data = path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(os, "write", write)
        with pytest.raises(DiskRefused):
            database.table("activities").put({"id": "c", "notes": "x" * 200_000})
    assert path.read_bytes() == data
    assert check_and_go_on(database, path, {2}) == 2


@pytest.mark.parametrize("number", [*ERRORS, errno.EROFS])
def test_nothing_can_be_made_at_all(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    database = LogbookDatabase(path)
    with monkeypatch.context() as broken:
        broken.setattr(os, "mkdir", refuse(number))
        with pytest.raises(DiskRefused):
            database.table("activities").put({"id": "a"})
    assert not path.parent.exists()
    path.parent.mkdir()
    real = os.open

    def read_only(name: Any, flags: int, *arguments: Any, **options: Any) -> int:
        if flags & os.O_CREAT:
            raise OSError(number, os.strerror(number))
        return real(name, flags, *arguments, **options)

    with monkeypatch.context() as broken:
        broken.setattr(os, "open", read_only)
        with pytest.raises(DiskRefused):
            database.table("activities").put({"id": "a"})
    assert names(path.parent) == []
    database.table("activities").put({"id": "a"})
    assert database.storage.generation == 1


def test_a_reader_beside_a_broken_write_sees_the_old_state(
    database: LogbookDatabase, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, seen = os.fsync, []

    def fsync(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):
            seen.append(len(LogbookDatabase(path).table("activities")))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    database.table("activities").put({"id": "c"})
    assert seen == [2]
    assert len(LogbookDatabase(path).table("activities")) == 3
