"""Files that somebody names: whatever they are, they are read whole or refused in a sentence, at once."""

import os
import socket
import sys
from pathlib import Path

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.storage.sources import read_source


def refused(source: Path, most: int = 100) -> str:
    with pytest.raises(Refusal) as caught:
        read_source(source, most, field="f", so="so it stays")
    assert caught.value.field == "f"
    return str(caught.value).removeprefix(str(source)).strip()


def test_what_is_a_file_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a b\u202e.csv"
    path.write_bytes(b"x" * 100)
    assert read_source(path, 100, field="", so="") == b"x" * 100
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    (tmp_path / "home.csv").write_bytes(b"")
    assert read_source(Path("~/home.csv"), 100, field="", so="") == b""


def test_what_is_missing_too_large_or_no_file(tmp_path: Path) -> None:
    large = tmp_path / "large"
    large.write_bytes(b"x" * 101)
    with large.open("ab") as file:
        file.truncate(51 << 20)
    assert refused(large, 50 << 20) == "is larger than 50 MiB, so it stays."
    assert refused(tmp_path / "none") == "was not found, so it stays."
    assert refused(tmp_path / ("x" * 500)).startswith("cannot be read")
    assert refused(large / "below").startswith("cannot be read")
    assert refused(Path("~nobody-of-that-name-42/x")).endswith("is no path of a file, so it stays.")
    assert refused(Path("a\0b")).endswith("is no path of a file, so it stays.")
    assert "it stays" in refused(tmp_path)


def test_a_name_that_would_drive_the_terminal_is_said_without() -> None:
    assert "\x1b" not in refused(Path("\x1b[31mx"))


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes and such are another matter there")
def test_nothing_holds_us_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        try:
            os.chdir(tmp_path)  # a socket's path is short
            server.bind("socket")
        finally:
            os.chdir(here)
        assert refused(tmp_path / "socket").endswith("so it stays.")
        for name in ("pipe", ""):
            assert refused(tmp_path / name) == "is not a file, so it stays."
    assert refused(Path("/dev/null")) == "is not a file, so it stays."
    (tmp_path / "loop").symlink_to("loop")
    assert refused(tmp_path / "loop").startswith("cannot be read")


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() == 0, reason="the system refuses nothing to root")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_bytes(b"x")
    path.chmod(0)
    assert refused(path) == "cannot be read: Permission denied, so it stays."
