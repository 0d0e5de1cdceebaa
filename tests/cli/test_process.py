"""The program as a process of its own: pipes, code pages, no terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Ceulog


def run(folder: Path, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    """`python -m ceulog` with these arguments, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "ceulog", *arguments],
        env={**os.environ, "CEULOG_LOG": str(folder), "CEULOG_TODAY": "2026-11-23", **environment},
        stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=20,
    )  # fmt: skip


def test_without_command_and_terminal_it_is_status(ceulog: Ceulog) -> None:
    ran = run(ceulog.folder)
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert b"CPC" in ran.stdout
    assert ran.stdout == run(ceulog.folder, "status").stdout


def test_a_code_page_without_the_letters(ceulog: Ceulog) -> None:
    ceulog.done("add", "Café 🩺", "--ceus", "1", "--sponsor", "“S”")
    for command in (["list"], ["status"], ["why", "CPC"], ["list", "--csv"], ["export"], ["show", "zz🩺"]):
        ran = run(ceulog.folder, *command, PYTHONIOENCODING="ascii")
        assert ran.returncode == (1 if "show" in command else 0), ran
        assert b"Traceback" not in ran.stderr
    assert run(ceulog.folder, "status", PYTHONIOENCODING="ascii").stdout.isascii()


@pytest.mark.skipif(os.name == "nt", reason="pipes of POSIX")
def test_a_reader_that_has_seen_enough(ceulog: Ceulog) -> None:
    for number in range(8):
        ceulog.done("add", f"{number}" * 500, "--ceus", "1", "--note", "z" * 9_900)
    for form in ("--json", "--csv"):
        command = [sys.executable, "-m", "ceulog", "--log", str(ceulog.folder), "list", form]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stderr is not None
            writer.stdout.read(1)
            writer.stdout.close()
            assert writer.stderr.read() == b""
            assert writer.wait(10) in (0, 141)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_device_behind_stdout(ceulog: Ceulog, unbuffered: str) -> None:
    command = [sys.executable, "-m", "ceulog", "--log", str(ceulog.folder), "status"]
    environment = {**os.environ, "PYTHONUNBUFFERED": unbuffered}
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, env=environment, check=False, timeout=20)
    assert b"Traceback" not in ran.stderr
    assert ran.returncode == 5


@pytest.mark.skipif(os.name == "nt", reason="limits of POSIX")
@pytest.mark.parametrize("command", ["list --csv", "export --cycle all"])
def test_a_device_that_fills_up_under_a_table_is_said(ceulog: Ceulog, tmp_path: Path, command: str) -> None:
    for number in range(8):
        ceulog.done("add", f"{number}" * 400, "--ceus", "1")
    # Python without its buffer leaves the rest of a short write to whoever wrote
    limited = f"ulimit -f 1; exec '{sys.executable}' -m ceulog --log '{ceulog.folder}' {command}"
    with (tmp_path / "half.csv").open("wb") as half:
        ran = subprocess.run(
            ["bash", "-c", limited], stdout=half, stderr=subprocess.PIPE, check=False, timeout=20,
            env={**os.environ, "PYTHONUNBUFFERED": "1"},
        )  # fmt: skip
    assert ran.returncode == 5, ran
    assert ran.stderr.startswith(b"The system refused: ")


def test_the_demo_leaves_the_log_alone(ceulog: Ceulog) -> None:
    before = ceulog.file.read_bytes()
    for command in ([], ["list"], ["add", "x", "--ceus", "1"]):
        ran = run(ceulog.folder, "--demo", *command)
        assert (ran.returncode, b"Traceback" in ran.stderr) == (0, False)
        assert ran.stdout
        assert b"This is a throw-away copy of the sample logbook" in ran.stderr
    assert ceulog.file.read_bytes() == before


def test_a_fault_of_the_program_is_told_without_what_the_log_holds(ceulog: Ceulog) -> None:
    spoilt = (
        "import sys\nfrom ceulog.cli import main\nfrom ceulog.cli.commands import list as command\n"
        "def boom(*_): raise ValueError('Dana Sample')\ncommand.run = boom\nsys.argv = ['ceulog', 'list']\nmain.entry()"
    )
    ran = subprocess.run(
        [sys.executable, "-c", spoilt], env={**os.environ, "CEULOG_LOG": str(ceulog.folder)}, capture_output=True,
        check=False, timeout=20,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (70, b"")
    assert b"Something went wrong in ceulog itself" in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert b"Dana" not in ran.stderr


@pytest.mark.skipif(os.name == "nt", reason="redirections of a POSIX shell")
@pytest.mark.parametrize(
    ("closed", "code"), [("<&-", 0), (">&-", 0), ("2>&-", 0), ("<&- >&- 2>&-", 0), (">/dev/full 2>/dev/full", 5)]
)
def test_streams_that_are_closed_or_full(ceulog: Ceulog, closed: str, code: int) -> None:
    shell = ["sh", "-c", f'"{sys.executable}" -m ceulog --log "$0" --today 2026-11-23 {closed}', str(ceulog.folder)]
    ran = subprocess.run(shell, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=20)
    assert (ran.returncode, b"Traceback" in ran.stderr) == (code, False), ran


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
@pytest.mark.parametrize(("locale", "fine"), [("C", False), ("en_US.ISO-8859-1", False), ("C.UTF-8", True)])
def test_the_bars_of_a_terminal_are_those_that_its_locale_can_show(ceulog: Ceulog, locale: str, fine: bool) -> None:
    import pty  # Windows has none

    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "ceulog", "--log", str(ceulog.folder), "status"]
    subprocess.run(
        command, stdin=theirs, stdout=theirs, stderr=theirs, check=True, timeout=20,
        env={**os.environ, "TERM": "xterm", "LC_ALL": locale},
    )  # fmt: skip
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    os.close(theirs)
    assert (said.isascii(), "╌" in said) == (not fine, fine)
