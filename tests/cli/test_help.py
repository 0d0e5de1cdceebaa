"""The help of each command stands alone: a sentence, its options, and examples that are understood."""

import shlex
from importlib import import_module

import pytest

from ceulog.cli.arguments import Parser, protect_dashes
from ceulog.cli.examples import EXAMPLES, MORE
from ceulog.cli.main import main
from ceulog.cli.registry import COMMANDS
from tests.builders import TODAY


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_says_what_it_does_and_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"], {"COLUMNS": "80"}, TODAY) == 0
    shown = capsys.readouterr().out
    assert f"usage: ceulog {command}" in shown
    assert COMMANDS[command][1][1:] in " ".join(shown.split())
    assert f"ceulog {command}" in shown.partition("options:")[2]


def test_every_option_has_a_help_and_every_example_is_understood() -> None:
    assert EXAMPLES.keys() == COMMANDS.keys() - {"completion"}
    assert MORE.keys() <= EXAMPLES.keys()
    for name, lines in EXAMPLES.items():
        parser = Parser(f"ceulog {name}", "")
        import_module(f"ceulog.cli.commands.{COMMANDS[name][0]}").arguments(parser, TODAY)
        assert all(each.help for each in parser._actions), name
        for line in lines:
            program, command, *rest = shlex.split(line)
            assert (program, command) == ("ceulog", name)
            parser.parse_args(protect_dashes(rest))  # or it raises


def test_the_help_of_all_names_every_command_and_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"], {}, TODAY) == 0
    shown = capsys.readouterr().out
    assert all(f"\n  {name} " in shown for name in COMMANDS)
    assert all(f"{code} " in shown.partition("Exit codes: ")[2] for code in range(6))
