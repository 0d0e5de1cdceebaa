"""Transactions of the file: all or nothing, seen by all, and never over what others wrote."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tinydb import TinyDB, where

from ceulog.storage import durable, log_file
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.durable import DurableStorage
from ceulog.storage.errors import DiskRefused, LogbookBusy, LogbookUnreadable
from ceulog.storage.layout import Parts
from ceulog.storage.reading import read_stamped

from .children import child, said
from .support import QUIET, names


def test_reading_makes_nothing(path: Path) -> None:
    storage = DurableStorage(path)
    assert storage.read() is None
    assert dict(storage.tables()) == {}
    assert storage.stamp() is None
    assert (storage.generation, storage.edited_elsewhere) == (0, False)
    assert not path.parent.exists()


@pytest.mark.skipif(os.name == "nt", reason="modes are a POSIX matter")
@pytest.mark.parametrize("mask", [0, 0o777])
def test_the_first_write_makes_all_of_it_private(path: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        LogbookDatabase(path).table("activities").put({"id": "a"})
    finally:
        os.umask(before)
    assert names(path.parent) == QUIET
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert [stat.S_IMODE(each.stat().st_mode) for each in path.parent.iterdir()] == [0o600, 0o600]


def test_a_transaction_is_one_generation_or_none(database: LogbookDatabase, path: Path) -> None:
    assert database.storage.generation == 1
    before = path.stat()
    with database.transaction(), database.transaction():
        database.table("activities").put({"id": "a", "title": "Anatomy", "approved_for": ["CPC"]})
    assert path.stat() == before  # nothing changed, nothing written
    with database.transaction():
        database.table("activities").put({"id": "c"})
        with database.transaction():
            database.table("changes").put({"id": "1"})
        assert database.storage.generation == 1
    assert database.storage.generation == 2


def test_an_exception_undoes_everything(database: LogbookDatabase, path: Path) -> None:
    data, view = path.read_bytes(), database.storage.tables()

    def work() -> None:
        database.table("activities").put({"id": "c"})
        database.table("activities").drop("a")
        database.table("activities").update({"approved_for": []})
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), database.transaction():
        work()
    assert path.read_bytes() == data
    assert database.storage.tables() is view
    assert names(path.parent) == QUIET
    with pytest.raises(RuntimeError, match="inside a transaction"):
        _ = database.storage.draft


def test_the_file_is_read_again_only_when_it_changed(
    database: LogbookDatabase, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = []

    def counted(file: str) -> object:
        readings.append(file)
        return read_stamped(file)

    monkeypatch.setattr(log_file, "read_stamped", counted)
    database.table("activities").put({"id": "c"})
    for _ in range(3):
        assert len(database.table("activities")) == 3
    assert readings == []
    LogbookDatabase(path).table("activities").put({"id": "d"})
    del readings[:]
    stamp = database.storage.stamp()
    assert len(database.table("activities")) == 4
    assert database.storage.stamp() == stamp
    assert len(readings) == 1
    database.close()
    assert len(database.table("activities")) == 4


def test_a_change_that_only_the_generation_shows_is_seen(database: LogbookDatabase, path: Path) -> None:
    other = LogbookDatabase(path)
    before, data, stamp = path.stat(), path.read_bytes(), database.storage.stamp()
    other.table("activities").put({"id": "a", "title": "ANATOMY", "approved_for": ["CPC"]})
    changed = path.read_bytes()
    path.write_bytes(data)
    assert len(changed) == len(data)
    assert database.table("activities").get_by_id("a") is not None
    with path.open("r+b") as file:
        file.write(changed)
    os.utime(path, ns=(before.st_atime_ns, path.stat().st_mtime_ns))
    found = database.table("activities").get_by_id("a")
    assert found is not None
    assert found["title"] == "ANATOMY"
    assert database.storage.stamp() != stamp


def test_a_symbolic_link_stays_one_and_its_target_is_what_is_locked(path: Path, tmp_path: Path) -> None:
    (tmp_path / "cloud").mkdir()
    path.parent.mkdir()
    path.symlink_to(tmp_path / "cloud" / "mine.json")
    LogbookDatabase(path).table("activities").put({"id": "a"})
    assert path.is_symlink()
    assert names(tmp_path / "cloud") == ["logbook.lock", "mine.json"]
    there = LogbookDatabase(tmp_path / "cloud" / "mine.json", wait_seconds=0)
    assert there.storage.generation == 1
    with LogbookDatabase(path).transaction(), pytest.raises(LogbookBusy):
        there.table("activities").put({"id": "b"})


@pytest.mark.parametrize("link", ["logbook.json", ""])
def test_a_link_to_a_drive_that_is_away_is_no_empty_logbook(path: Path, tmp_path: Path, link: str) -> None:
    drive = tmp_path / "drive"
    if link:
        path.parent.mkdir()
    (path.parent / link).symlink_to(drive / link, target_is_directory=not link)
    for use in (lambda: DurableStorage(path).tables(), lambda: LogbookDatabase(path).table("a").put({"id": "a"})):
        with pytest.raises(LogbookUnreadable, match="whose folder is not there"):
            use()
    assert not drive.exists()
    drive.mkdir()
    LogbookDatabase(path).table("activities").put({"id": "a"})
    assert (drive / "logbook.json").is_file()


def test_what_killed_writers_left_beside_a_link_is_swept(path: Path, tmp_path: Path) -> None:
    (tmp_path / "cloud").mkdir()
    (path.parent / "backups").mkdir(parents=True)
    path.symlink_to(tmp_path / "cloud" / "logbook.json")
    (path.parent / "backups" / ".logbook-1.json.4711.0123456789abcdef.tmp").write_bytes(b"half")
    LogbookDatabase(path).table("activities").put({"id": "a"})
    assert names(path.parent / "backups") == []


def test_stray_temp_files_are_swept_at_a_write(database: LogbookDatabase, path: Path) -> None:
    stray = path.parent / ".logbook.json.4711.0123456789abcdef.tmp"
    stray.write_bytes(b"half a logb")
    assert len(database.table("activities")) == 2
    assert stray.exists()
    database.table("activities").put({"id": "c"})
    assert names(path.parent) == QUIET


def test_busy_after_a_bounded_wait(database: LogbookDatabase, path: Path) -> None:
    with child("hold", path.parent) as other:
        assert said(other) == "held"
        with pytest.raises(LogbookBusy, match="another window or program"):
            database.table("activities").put({"id": "c"})
        assert len(database.table("activities")) == 2  # reading needs no lock
    assert database.table("activities").insert({"id": "c"}) == 3


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_vanished_is_not_quietly_made_anew(database: LogbookDatabase, path: Path, what: str) -> None:
    aside = path.parent.with_name("aside")
    shutil.copytree(path.parent, aside)
    if what == "file":
        path.unlink()
    else:
        shutil.rmtree(path.parent)
    assert database.storage.stamp() is None
    with pytest.raises(LogbookUnreadable, match="is gone"):
        database.storage.tables()
    with pytest.raises(LogbookUnreadable, match="is gone"):
        database.table("activities").put({"id": "c"})
    assert not path.exists()
    shutil.copytree(aside, path.parent, dirs_exist_ok=True)
    database.table("activities").put({"id": "c"})
    assert len(database.table("activities")) == 3


def test_a_file_where_the_folder_should_be(path: Path) -> None:
    path.parent.touch()
    with pytest.raises(LogbookUnreadable, match="Not a directory"):
        LogbookDatabase(path).storage.tables()
    with pytest.raises(DiskRefused, match="Not a directory"):
        LogbookDatabase(path).table("activities").put({"id": "a"})


def test_a_program_that_does_not_lock_is_not_overwritten(database: LogbookDatabase, path: Path) -> None:
    def work() -> None:
        database.table("activities").put({"id": "c"})
        with TinyDB(path) as plain:
            plain.insert({"by": "another program"})

    with pytest.raises(LogbookBusy, match="same moment"), database.transaction():
        work()
    assert database.storage.edited_elsewhere
    assert database.all() == [{"by": "another program"}]
    assert database.table("activities").get_by_id("c") is None
    database.table("activities").put({"id": "c"})
    assert (database.storage.generation, database.storage.edited_elsewhere) == (2, False)


def test_nor_one_that_writes_while_the_file_is_being_worded(
    database: LogbookDatabase, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Interrupted(Parts):
        def __iter__(self) -> Iterator[bytes]:
            for part in super().__iter__():
                yield part
                if not self.size - len(part):
                    with TinyDB(path) as plain:
                        plain.insert({"by": "another program"})

    monkeypatch.setattr(durable, "Parts", Interrupted)
    with pytest.raises(LogbookBusy, match="same moment"):
        database.table("activities").put({"id": "c"})
    monkeypatch.undo()
    assert database.all() == [{"by": "another program"}]
    assert database.table("activities").get_by_id("c") is None
    assert not [each for each in names(path.parent) if each.endswith(".tmp")]


def test_too_large_a_logbook_is_not_written(
    database: LogbookDatabase, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = path.read_bytes()
    monkeypatch.setattr(durable, "MAX_BYTES", 500)
    with pytest.raises(DiskRefused, match="larger than"):
        database.table("activities").put({"id": "c", "notes": "x" * 500})
    assert path.read_bytes() == data


def test_plain_tinydb_on_this_storage(path: Path) -> None:
    one, two = TinyDB(path, storage=DurableStorage), TinyDB(path, storage=DurableStorage)
    assert [one.insert({"a": 1}), two.insert({"a": 2})] == [1, 2]
    one.update({"b": []}, where("a") == 1)
    assert two.get(where("a") == 1) == {"a": 1, "b": []}
    storage = DurableStorage(path)
    tables = storage.read() or {}
    two.table("t").insert({"c": 1})
    with pytest.raises(LogbookBusy, match="meanwhile"):
        storage.write(tables)
    storage.write(storage.read() or {})
    assert storage.generation == DurableStorage(path).generation
    one.drop_tables()
    assert DurableStorage(path).tables().keys() == {"meta"}


def test_the_command_line_does_not_pay_for_what_it_does_not_use() -> None:
    program = (
        "import sys; before = {*sys.modules}; import ceulog.storage.database; "
        "print(*sorted({name.partition('.')[0] for name in {*sys.modules} - before}))"
    )
    out = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout
    dear = {
        "asyncio", "dataclasses", "filelock", "hashlib", "inspect", "logging", "orjson", "pathlib", "platformdirs",
        "pydantic", "random", "rich", "shutil", "tempfile", "textual", "threading", "uuid",
    }  # fmt: skip
    assert not dear & {*out.split()}
