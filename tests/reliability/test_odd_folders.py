"""Folders as people, sync programs and network drives have them: odd names, links, and file systems that can less."""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ceulog.cli.main import main
from ceulog.logbook.opening import open_logbook
from tests.builders import a_log
from tests.logbook.support import a_logbook
from tests.reliability.deeds import TODAY, Deeds, do
from tests.reliability.soundness import faults, litter

NAMES = (
    "my  log ", "記録 ログ", "📒 log", "ends with dots...", "-dash", "[x] %s {0} $HOME", "e\u0301", "'quoted\"",
    "n" * 240, "#frag?query",
)  # fmt: skip
posix = pytest.mark.skipif(os.name == "nt", reason="names and links of POSIX systems")


def everything(folder: Path) -> None:
    """Do all that a logbook can do, and find it whole."""
    deeds = Deeds(folder, 1)
    for deed in deeds.kinds().values():
        do(deed)
        do(deeds.add)
    logbook = open_logbook(folder, TODAY)
    assert faults(logbook) == []
    assert logbook.state.activities
    assert litter(folder) == []


@posix
@pytest.mark.parametrize("name", NAMES)
def test_a_folder_of_any_name(name: str, tmp_path: Path) -> None:
    everything(tmp_path / name)


@posix
def test_a_folder_that_is_a_link_into_a_cloud(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cloud = tmp_path / "Cloud Drive"
    cloud.mkdir()
    (tmp_path / "log").symlink_to(cloud)
    everything(tmp_path / "log")
    assert (tmp_path / "log").is_symlink()
    assert (cloud / "logbook.json").is_file()
    assert main(["--log", str(tmp_path / "log"), "status"], {}, TODAY) == 0
    capsys.readouterr()


def refusing(real: Callable[..., Any], number: int, when: Callable[..., bool] = lambda *_: True) -> Callable[..., Any]:
    def call(*arguments: Any, **others: Any) -> Any:
        if when(*arguments):
            raise OSError(number, os.strerror(number))
        return real(*arguments, **others)

    return call


@posix
@pytest.mark.parametrize("number", [errno.ENOSYS, errno.ENOTSUP])
def test_a_file_system_without_locks_links_and_folders_to_sync(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    monkeypatch.setattr(fcntl, "flock", refusing(fcntl.flock, number))
    monkeypatch.setattr(os, "link", refusing(os.link, errno.EPERM))
    monkeypatch.setattr(os, "fchmod", refusing(os.fchmod, errno.EPERM))
    monkeypatch.setattr(os, "chmod", refusing(os.chmod, errno.EPERM))
    is_folder = lambda descriptor: stat.S_ISDIR(os.fstat(descriptor).st_mode)  # noqa: E731
    monkeypatch.setattr(os, "fsync", refusing(os.fsync, errno.EINVAL, is_folder))
    everything(tmp_path / "log")


@posix
def test_media_that_can_only_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "log"
    a_logbook(folder, a_log())
    deeds = Deeds(folder, 1)
    for deed in (deeds.add, deeds.attach):
        deed()
    before = (folder / "logbook.json").read_bytes()
    writes = lambda _path, flags=0, *_: bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))  # noqa: E731
    monkeypatch.setattr(os, "open", refusing(os.open, errno.EROFS, writes))
    for name in ("mkdir", "rename", "replace", "unlink", "link", "chmod"):
        monkeypatch.setattr(os, name, refusing(getattr(os, name), errno.EROFS))

    def answer(*arguments: str) -> tuple[int, str, str]:
        return main(["--log", str(folder), *arguments], {}, TODAY), *capsys.readouterr()

    for reading in ("status", "list", "why CPC", "check", "backups", "export -"):
        code, out, err = answer(*reading.split())
        assert code in (0, 1), (reading, err)
        assert out, reading
    for writing in ("add X --ceus 1", "undo", "backup", "rollback", "holder set --name X"):
        code, out, err = answer(*writing.split())
        assert code in (1, 5), (writing, out, err)
        assert "Read-only" in err or "no backup" in err, (writing, err)
    assert (folder / "logbook.json").read_bytes() == before
