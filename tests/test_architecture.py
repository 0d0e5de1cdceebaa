"""The house rules that a reader cannot see at a glance: what imports what, how long files are."""

import ast
import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from ceulog.cli.main import main
from ceulog.cli.registry import COMMANDS

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "ceulog"
DEAR = ("textual", "pydantic", "rich", "typer")

ARROWS = {
    "domain": set(),
    "wording": {"domain"},
    "storage": {"domain"},
    "exchange": {"domain", "wording"},
    "rulebook": {"domain"},
    "logbook": {"storage", "rulebook", "exchange", "domain", "wording"},
}
"""What each part may import of ours."""


@pytest.mark.parametrize(
    "command", [["status"], ["status", "--json"], ["list"], ["add", "x", "--ceus", "1", "--for", "AAPC"]], ids=" ".join
)
def test_what_must_be_quick_imports_nothing_dear(tmp_path: Path, command: list[str]) -> None:
    environment = {**os.environ, "CEULOG_LOG": str(tmp_path), "CEULOG_TODAY": "2026-11-23"}
    program = (
        "import os, sys, datetime; from ceulog.cli.main import main\n"
        "on = datetime.date(2026, 11, 23)\n"
        "main('credential add CPC --earned 2020-01-01 --cycle-end 2027-03-31'.split(), os.environ, on)\n"
        "assert main(sys.argv[1:], os.environ, on) == 0\n"
        f"print(*(name for name in {DEAR} if name in sys.modules), file=sys.stderr)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *command], env=environment, capture_output=True, text=True, check=True
    )
    assert ran.stderr.splitlines()[-1] == ""


@pytest.mark.skipif(sys.platform == "win32", reason="there is none on Windows")
def test_the_first_picture_waits_for_nothing_dear() -> None:
    program = (
        "import sys, pkgutil, importlib, ceulog.tui.start, ceulog.tui.early as early\n"
        "for each in pkgutil.iter_modules(early.__path__): importlib.import_module(f'ceulog.tui.early.{each.name}')\n"
        "print(*(name for name in ('textual', 'pydantic', 'asyncio') if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


def test_the_screen_opens_without_what_single_keys_need() -> None:
    dear = ("hashlib", "tomllib", "tinydb", "pydantic", "plotext", "icalendar")
    program = (
        "import sys, ceulog.tui.app, ceulog.tui.drafts\n"
        f"print(*(name for name in {dear} if name in sys.modules))"
    )  # fmt: skip
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == ""


def imports_of(file: Path) -> set[str]:
    """The parts of ours that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {each.name for each in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(f"{'.' * node.level}{node.module or ''}")
    return {name.split(".")[1] for name in found if name.startswith("ceulog.")}


@pytest.mark.parametrize("part", ARROWS)
def test_arrows_run_one_way(part: str) -> None:
    for file in (SOURCE / part).rglob("*.py"):
        assert imports_of(file) - {part} <= ARROWS[part], file


def test_no_file_is_too_long() -> None:
    long = {str(file): n for file in SOURCE.rglob("*.py") if (n := len(file.read_text("utf-8").splitlines())) > 320}
    assert not long


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_helps(name: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--log", str(tmp_path), name, "--help"], {}, dt.date(2026, 11, 23)) == 0
    assert f"usage: ceulog {name}" in capsys.readouterr().out
