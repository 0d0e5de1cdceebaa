"""The manual page: as the parsers have it, and read without a complaint by what shows such pages."""

import shutil
import subprocess

import pytest

from tests.cli.completions import commands_of, whole_parser
from tests.cli.manual import PAGE, page, roff


def test_the_page_is_what_the_parsers_make_of_it() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "write it anew: python -m tests.cli.manual"


def test_every_argument_of_every_command_says_what_it_is_for() -> None:
    parsers = commands_of(whole_parser())
    silent = [(name, action.dest) for name, parser in parsers.items() for action in parser._actions if not action.help]
    assert silent == []


def test_no_text_is_a_command_of_the_page() -> None:
    assert [roff(each) for each in (".SH x", "'x", "a\\b -3d", "a\n.b …")] == [
        "\\&.SH x", "\\&'x", "a\\eb \\-3d", "a .b \\[u2026]",
    ]  # fmt: skip


@pytest.mark.skipif(not shutil.which("groff"), reason="no groff here")
def test_groff_has_nothing_to_say_against_it() -> None:
    ran = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-z", str(PAGE)], capture_output=True, text=True, check=True
    )
    assert ran.stderr == ""
