"""The right to write: taken in turns by threads and programs, and let go by a death."""

import errno
import os
import stat
import time
from pathlib import Path
from threading import Event, Thread

import pytest

from ceulog.storage import lock as lock_module
from ceulog.storage.errors import LogbookBusy
from ceulog.storage.lock import FolderLock, Presence, is_present, pauses
from ceulog.storage.log_file import LOCK_NAME

from .children import child, said, say
from .support import names, refuse


def test_taken_and_let_go(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path, 0), FolderLock(tmp_path, 0)
    with first:
        assert first.exclusive
        with first, pytest.raises(LogbookBusy, match="Try again"):
            second.__enter__()
        with pytest.raises(LogbookBusy):
            second.__enter__()
    assert not first.exclusive
    with second:
        assert second.exclusive
    assert names(tmp_path) == [LOCK_NAME]


@pytest.mark.skipif(os.name == "nt", reason="modes are a POSIX matter")
def test_its_file_is_private_and_never_deleted(tmp_path: Path) -> None:
    before = os.umask(0o777)
    try:
        with FolderLock(tmp_path):
            pass
    finally:
        os.umask(before)
    status = (tmp_path / LOCK_NAME).stat()
    assert stat.S_IMODE(status.st_mode) == 0o600
    with FolderLock(tmp_path):
        pass
    assert (tmp_path / LOCK_NAME).stat().st_ino == status.st_ino


def test_another_process_keeps_us_out_until_it_lets_go(tmp_path: Path) -> None:
    with child("hold", tmp_path) as other:
        assert said(other) == "held"
        started = time.monotonic()
        with pytest.raises(LogbookBusy):
            FolderLock(tmp_path, 0.1).__enter__()
        assert 0.1 <= time.monotonic() - started < 2
        say(other)
        assert said(other) == "free"
        with FolderLock(tmp_path, 0):
            pass


def test_the_lock_of_a_process_that_dies_is_gone(tmp_path: Path) -> None:
    with child("hold", tmp_path) as other:
        assert said(other) == "held"
        other.kill()
        other.wait()
        with FolderLock(tmp_path, 0):
            pass


def test_threads_take_turns(tmp_path: Path) -> None:
    lock, inside, most = FolderLock(tmp_path), [0], [0]

    def work() -> None:
        for _ in range(25):
            with lock, lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
                inside[0] -= 1

    threads = [Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


def test_a_thread_does_not_wait_for_another_for_ever(tmp_path: Path) -> None:
    lock, held, done = FolderLock(tmp_path, 0.05), Event(), Event()

    def hold() -> None:
        with lock:
            held.set()
            done.wait()

    thread = Thread(target=hold)
    thread.start()
    held.wait()
    with pytest.raises(LogbookBusy):
        lock.__enter__()
    done.set()
    thread.join()
    with lock:
        pass


def test_a_sidecar_that_somebody_deleted_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, turns = lock_module._try_lock, [0]

    def try_lock(descriptor: int) -> bool | None:
        locked = real(descriptor)
        turns[0] += 1
        if turns[0] == 1:  # between our opening it and our locking it
            (tmp_path / LOCK_NAME).unlink()
        return locked

    monkeypatch.setattr(lock_module, "_try_lock", try_lock)
    with FolderLock(tmp_path), pytest.raises(LogbookBusy):
        FolderLock(tmp_path, 0).__enter__()


@pytest.mark.skipif(os.name == "nt", reason="flock")
@pytest.mark.parametrize("number", [errno.ENOLCK, errno.ENOTSUP])
def test_where_there_are_no_locks_we_go_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setattr("fcntl.flock", refuse(number))
    with FolderLock(tmp_path) as lock:
        assert not lock.exclusive


@pytest.mark.skipif(os.name == "nt", reason="flock")
def test_other_errors_come_through_and_leave_nothing_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = FolderLock(tmp_path, 0)
    with monkeypatch.context() as broken:
        broken.setattr("fcntl.flock", refuse(errno.EIO))
        with pytest.raises(OSError, match="Input/output"):
            lock.__enter__()
    with pytest.raises(FileNotFoundError):
        FolderLock(tmp_path / "nowhere").__enter__()
    # from another thread, for to the one that was refused it would be open all the same
    free: list[bool] = []
    thread = Thread(target=lambda: free.append(lock.__enter__().exclusive))
    thread.start()
    thread.join()
    assert free == [True]


def test_pauses_grow_and_end() -> None:
    assert len(list(pauses(0))) == 1
    started = time.monotonic()
    assert 5 <= len(list(pauses(0.03))) <= 12
    assert time.monotonic() - started >= 0.03


def test_a_running_program_is_seen_until_it_ends(tmp_path: Path) -> None:
    path = tmp_path / ".sign"
    sign = Presence(path)
    sign.end()
    assert not is_present(path)
    sign.begin()
    assert is_present(path, sweep=True)
    sign.end()
    assert not is_present(path)
    assert names(tmp_path) == []
    path.write_text("")
    assert not is_present(path)
    assert not is_present(path, sweep=True)
    assert names(tmp_path) == []


@pytest.mark.skipif(os.name == "nt", reason="modes are a POSIX matter")
@pytest.mark.parametrize(("number", "matters"), [(errno.EPERM, False), (errno.EACCES, False), (errno.EIO, True)])
def test_a_file_whose_mode_is_not_ours_to_change_is_locked_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, *, matters: bool
) -> None:
    (tmp_path / LOCK_NAME).touch(0o644)
    monkeypatch.setattr(os, "fchmod", refuse(number))
    lock = FolderLock(tmp_path, 0)
    if matters:
        with pytest.raises(OSError, match="Input/output"):
            lock.__enter__()
        return
    with lock:
        assert lock.exclusive


@pytest.mark.skipif(os.name == "nt", reason="links are a POSIX matter")
def test_a_link_is_no_sign(tmp_path: Path) -> None:
    sign, link = Presence(tmp_path / ".sign"), tmp_path / ".link"
    link.symlink_to(sign.path)
    sign.begin()
    assert not is_present(link, sweep=True)
    assert link.is_symlink()
    sign.end()


def test_a_sign_that_was_swept_at_that_very_moment_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / ".sign"
    real, turns = lock_module._try_lock, [0]

    def try_lock(descriptor: int) -> bool | None:
        turns[0] += 1
        if turns[0] == 1:
            path.unlink()
        return real(descriptor)

    monkeypatch.setattr(lock_module, "_try_lock", try_lock)
    sign = Presence(path)
    sign.begin()
    assert is_present(path)
    sign.end()


@pytest.mark.skipif(os.name == "nt", reason="flock")
def test_where_there_are_no_locks_nobody_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fcntl.flock", refuse(errno.ENOLCK))
    sign = Presence(tmp_path / ".sign")
    sign.begin()
    assert not is_present(tmp_path / ".sign")
    sign.end()
    assert names(tmp_path) == []
