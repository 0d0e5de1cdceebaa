"""Files that are whole, private, and on the disk."""

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from ceulog.storage import files
from ceulog.storage.files import parts_of, private_folder, second_name, sweep_temp_files, write_atomically

from .support import names, refuse

posix = pytest.mark.skipif(os.name == "nt", reason="modes and links are POSIX matters")


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_new_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "logbook.json"
    for data in (b"one", b"", b"three" * 100_000):
        status = write_atomically(path, data)
        assert path.read_bytes() == data
        assert (status.st_ino, status.st_size, status.st_mtime_ns) == (
            path.stat().st_ino,
            len(data),
            path.stat().st_mtime_ns,
        )
    assert names(tmp_path) == ["logbook.json"]


def test_in_parts_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "logbook.json"
    write_atomically(path, iter([b"one", b"", b"two"]))
    assert path.read_bytes() == b"onetwo"

    def breaking_off() -> Iterator[bytes]:
        yield b"three"
        raise LookupError

    with pytest.raises(LookupError):
        write_atomically(path, breaking_off())
    assert path.read_bytes() == b"onetwo"
    assert names(tmp_path) == ["logbook.json"]


def test_a_file_is_read_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_PART_BYTES", 4)
    path = tmp_path / "logbook.json"
    for data, parts in ((b"", []), (b"four", [b"four"]), (b"0123456789", [b"0123", b"4567", b"89"])):
        path.write_bytes(data)
        assert list(parts_of(path)) == parts
    with pytest.raises(FileNotFoundError):
        list(parts_of(tmp_path / "none"))


def test_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_atomically("logbook.json", b"x")
    assert (tmp_path / "logbook.json").read_bytes() == b"x"


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    path = tmp_path / ("ü" * 125 + ".json")
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


@posix
@pytest.mark.parametrize("mask", [0, 0o022, 0o777])
def test_open_to_nobody_else_under_any_umask(tmp_path: Path, mask: int) -> None:
    with umask(mask):
        private_folder(tmp_path / "a" / "b")
        write_atomically(tmp_path / "a" / "b" / "f", b"x")
    assert [mode(tmp_path / "a"), mode(tmp_path / "a" / "b")] == [0o700, 0o700]
    assert mode(tmp_path / "a" / "b" / "f") == 0o600


@posix
@pytest.mark.parametrize(("before", "after"), [(0o666, 0o600), (0o400, 0o400), (0o044, 0o600), (0o600, 0o600)])
def test_a_mode_is_narrowed_never_widened(tmp_path: Path, before: int, after: int) -> None:
    path = tmp_path / "f"
    path.touch()
    path.chmod(before)
    write_atomically(path, b"x")
    assert mode(path) == after


@posix
def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "cloud").mkdir()
    target, link = tmp_path / "cloud" / "mine.json", tmp_path / "logbook.json"
    link.symlink_to(target)
    write_atomically(link, b"through a link to nothing")
    write_atomically(link, b"through a link")
    assert link.is_symlink()
    assert target.read_bytes() == b"through a link"
    assert names(tmp_path / "cloud") == ["mine.json"]


def test_short_writes_are_gone_on_with(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:3])))
    write_atomically(tmp_path / "f", b"0123456789")
    monkeypatch.undo()
    assert (tmp_path / "f").read_bytes() == b"0123456789"


def test_a_disk_that_takes_nothing_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "write", lambda *_: 0)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(tmp_path / "f", b"x")
    monkeypatch.undo()
    assert names(tmp_path) == []


@pytest.mark.parametrize("name", ["write", "fsync", "replace", "fstat"])
def test_a_failure_leaves_the_old_file_and_no_temp_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"old")
    monkeypatch.setattr(os, name, refuse(errno.EIO))
    with pytest.raises(OSError, match="Input/output error"):
        write_atomically(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["f"]


@posix
@pytest.mark.parametrize(("number", "matters"), [(errno.EIO, True), (errno.EINVAL, False), (errno.ENOTSUP, False)])
def test_the_folder_is_synced_where_that_means_something(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, matters: bool
) -> None:
    real = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(number, os.strerror(number))
        real(descriptor)

    monkeypatch.setattr(os, "fsync", fsync)
    if matters:
        with pytest.raises(OSError, match="Input/output error"):
            write_atomically(tmp_path / "f", b"new")
    else:
        write_atomically(tmp_path / "f", b"new")
    assert (tmp_path / "f").read_bytes() == b"new"


def test_on_windows_a_scanner_that_holds_the_file_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, refusals = os.replace, [PermissionError(errno.EACCES, "in use")] * 3

    def replace(old: str, new: str) -> None:
        if refusals:
            raise refusals.pop()
        real(old, new)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(files, "WINDOWS", True)
    write_atomically(tmp_path / "f", b"new")
    assert (tmp_path / "f").read_bytes() == b"new"
    refusals[:] = [PermissionError(errno.EACCES, "in use")] * 100
    monkeypatch.setattr(files, "WINDOWS_PATIENCE", 0.01)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "f", b"newer")
    assert names(tmp_path) == ["f"]
    refusals[:] = [PermissionError(errno.EACCES, "no")] * 2
    monkeypatch.setattr(files, "WINDOWS", False)
    with pytest.raises(PermissionError):
        write_atomically(tmp_path / "f", b"newer")
    assert len(refusals) == 1  # elsewhere a refusal is one


@posix
def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    private_folder(tmp_path)
    assert mode(tmp_path) == 0o755


def test_a_file_in_the_place_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(NotADirectoryError):
        private_folder(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        private_folder(tmp_path / "file" / "below")


@pytest.mark.parametrize("linked", [True, False])
def test_a_second_name_is_a_link_or_a_copy_and_takes_no_others_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, linked: bool
) -> None:
    file, folder, other = tmp_path / "f", tmp_path / "folder", tmp_path / "other"
    file.write_bytes(b"mine")
    folder.mkdir()
    if not linked:
        monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    second_name(file, other)
    assert other.read_bytes() == b"mine"
    assert os.path.samefile(file, other) is linked  # noqa: PTH121
    if os.name != "nt":
        assert mode(other) == 0o600
    with pytest.raises(OSError, match=r"."):
        second_name(folder, tmp_path / "another")
    monkeypatch.undo()
    file.write_bytes(b"newer")
    with pytest.raises(FileExistsError):
        second_name(file, tmp_path / "folder")
    assert {*names(tmp_path)} == {"f", "folder", "other"}


def test_only_our_own_temp_files_are_swept(tmp_path: Path) -> None:
    kept = {
        "logbook.json", "logbook.lock", ".logbook.json.12.tmp", "notes.12.0123456789abcdef.tmp", ".hidden",
        ".logbook.json.pid.0123456789abcdef.tmp", ".logbook.json.12.0123456789abcdeg.tmp",
    }  # fmt: skip
    for name in (*kept, ".logbook.json.12.0123456789abcdef.tmp", ".f.99999.ffffffffffffffff.tmp"):
        (tmp_path / name).touch()
    (tmp_path / ".folder.1.0123456789abcdef.tmp").mkdir()  # not ours, and not removable like a file
    sweep_temp_files(tmp_path)
    assert {*names(tmp_path)} == kept | {".folder.1.0123456789abcdef.tmp"}
