"""Reading a file that others may replace, and telling its states apart."""

import errno
import os
from pathlib import Path

import pytest

from ceulog.storage import reading
from ceulog.storage.errors import LogbookDamaged, LogbookUnreadable
from ceulog.storage.reading import read_stamped, stamp_of

from .support import refuse


def test_no_file(tmp_path: Path) -> None:
    assert stamp_of(tmp_path / "f") is None
    assert read_stamped(tmp_path / "f") is None
    assert read_stamped(tmp_path / "no folder" / "f") is None


@pytest.mark.parametrize("data", [b"", b"x", b"0123456789" * 1000])
def test_the_stamp_belongs_to_the_bytes(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "f").write_bytes(data)
    assert read_stamped(tmp_path / "f") == (stamp_of(tmp_path / "f"), data)


def test_the_stamp_tells_states_apart_that_only_differ_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "f"
    path.write_bytes(b"generation 1")
    status, before = path.stat(), stamp_of(path)
    path.write_bytes(b"generation 2")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = stamp_of(path)
    assert before is not None
    assert after is not None
    assert before[:3] == after[:3]  # same inode, size and time
    assert before != after


def test_what_is_not_a_file(tmp_path: Path) -> None:
    with pytest.raises(LogbookUnreadable, match="folder"):
        read_stamped(tmp_path)
    assert stamp_of(tmp_path) is None
    (tmp_path / "f").touch()
    with pytest.raises(LogbookUnreadable):
        read_stamped(tmp_path / "f" / "below")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
def test_a_named_pipe_does_not_hold_us_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(LogbookUnreadable, match="not a file"):
        read_stamped(tmp_path / "pipe")
    assert stamp_of(tmp_path / "pipe") is None


@pytest.mark.parametrize(("name", "number"), [("open", errno.EACCES), ("open", errno.ELOOP), ("read", errno.EIO)])
def test_what_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
    (tmp_path / "f").touch()
    with monkeypatch.context() as broken:
        broken.setattr(os, name, refuse(number))
        assert stamp_of(tmp_path / "f") is None
        with pytest.raises(LogbookUnreadable, match="Nothing was changed"):
            read_stamped(tmp_path / "f")


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / "f").open("wb") as file:
        file.truncate(reading.MAX_BYTES + 1)
    with pytest.raises(LogbookDamaged, match="larger than 512 MiB"):
        read_stamped(tmp_path / "f")


def test_a_file_that_is_written_while_we_read_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, real, turns = tmp_path / "f", os.fstat, [0]
    path.write_bytes(b"old")

    def fstat(descriptor: int) -> os.stat_result:
        turns[0] += 1
        if turns[0] == 2:  # right after the first reading
            path.write_bytes(b"new and longer")
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", fstat)
    found = read_stamped(path)
    assert found is not None
    assert found[1] == b"new and longer"
    assert found[0] == stamp_of(path)
