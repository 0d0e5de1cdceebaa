"""The completion scripts: whole, as the parsers have it, and at work in the shells that are here."""

import shutil
import subprocess
from pathlib import Path

import pytest

from ceulog.cli.commands.completion import ENDINGS, HOW, SHELLS
from tests.cli.completions import FOLDER, NAMES, commands_of, script, whole_parser
from tests.cli.conftest import Ceulog

ASK = """
source "$1"
shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
_shtab_ceulog
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_is_what_the_parsers_make_of_it(shell: str) -> None:
    kept = (FOLDER / f"ceulog.{ENDINGS[shell]}").read_text(encoding="utf-8")
    assert kept == script(shell), "write them anew: python -m tests.cli.completions"


@pytest.mark.parametrize("shell", SHELLS)
def test_it_begins_with_what_it_is_and_how_it_is_put_to_use(empty: Ceulog, shell: str) -> None:
    text = empty.done("completion", shell).out
    comments = [line for line in text.splitlines()[:6] if line.startswith("# ")]
    assert comments == [f"# Completes command lines of ceulog in {NAMES[shell]}.", f"# {HOW[shell]}"]
    assert text.startswith("#compdef ceulog\n") == (shell == "zsh")


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_and_flag_is_in_it(empty: Ceulog, shell: str) -> None:
    text = empty.done("completion", shell).out
    for name, parser in commands_of(whole_parser()).items():
        assert name in text
        for flag in (flag for action in parser._actions for flag in action.option_strings):
            fish = f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}"
            assert (fish if shell == "fish" else flag) in text, (name, flag)


@pytest.mark.skipif(not shutil.which("bash"), reason="no bash here")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["sta"], {"status"}),
        (["--log", ".", "unt"], set()),
        (["tick", "CCS"], {"CCS", "CCS-P"}),
        (["credential", "re"], {"remove"}),
        (["add", "x", "--ind"], {"--index-number"}),
        (["add", "x", "--type", "w"], {"webinar", "workshop"}),
        (["add", "x", "--provided-by", ""], {"ahima", "csa", "cla", "external"}),
        (["merge", "log"], {"logbook (1).json", "logs"}),
        (["import", "t"], {"table.csv"}),
        (["--log", ""], {"logs"}),
    ],
    ids=lambda each: " ".join(sorted(each)) if isinstance(each, set) else " ".join(each),
)
def test_bash_completes(tmp_path: Path, words: list[str], found: set[str]) -> None:
    for name in ("logbook (1).json", "table.csv"):
        (tmp_path / name).touch()
    (tmp_path / "logs").mkdir()
    ran = subprocess.run(
        ["bash", "-c", ASK, "ask", FOLDER / "ceulog.bash", "ceulog", *words],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert {line for line in ran.stdout.splitlines() if line} == found


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_the_other_shells_read_theirs(shell: str) -> None:
    if not shutil.which(shell):
        pytest.skip(f"no {shell} here")
    script_file = str(FOLDER / f"ceulog.{shell}")
    asking = {
        "zsh": ["zsh", "-n", script_file],
        "fish": ["fish", "-N", "-c", f"source {script_file}; complete -C 'ceulog sta'"],
    }[shell]
    ran = subprocess.run(asking, capture_output=True, text=True, check=True)
    assert ran.stderr == ""
    assert shell == "zsh" or ran.stdout.startswith("status")
