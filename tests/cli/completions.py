"""The scripts that complete command lines, written anew: `python -m tests.cli.completions`.

They are made from the parsers themselves, once for each release and not at each Tab.
"""

import argparse
import datetime as dt
from importlib import import_module
from pathlib import Path
from typing import Any

from ceulog.cli.arguments import Parser
from ceulog.cli.commands.completion import ENDINGS, HOW, SHELLS
from ceulog.cli.main import top_options
from ceulog.cli.registry import COMMANDS
from ceulog.domain.activities import ACTIVITY_TYPES
from ceulog.rulebook.shipped import load_shipped

FOLDER = Path(__file__).parents[2] / "src" / "ceulog" / "cli" / "completions"
NAMES = {"bash": "bash", "zsh": "zsh", "fish": "fish", "powershell": "PowerShell"}
FIRST = "#compdef"
"""How a line begins that zsh reads before all others."""
ANY_DAY = dt.date(2026, 1, 1)


class _Command(Parser):
    def __init__(self, prog: str) -> None:
        super().__init__(prog, "")


def whole_parser() -> Parser:
    """All commands in one parser, as the program itself never needs them."""
    parser = Parser("ceulog", "")
    top_options(parser)
    commands = parser.add_subparsers(parser_class=_Command)
    for name, (module, sentence) in COMMANDS.items():
        command = commands.add_parser(name, help=sentence)
        import_module(f"ceulog.cli.commands.{module}").arguments(command, ANY_DAY)
    return parser


def choices() -> dict[str, list[str]]:
    """What an argument is called in the help -> what can stand there."""
    rules = load_shipped()
    organizations = list(rules.organizations)
    codes = [kind.code for each in rules.organizations.values() for kind in each.credential]
    days = ["today", "yesterday"]
    return {
        "CODE": codes,
        "ORG": organizations,
        "ORG=N": [f"{each}=" for each in organizations],
        "T": list(ACTIVITY_TYPES),
        "NAME|ID": [str(each.id) for each in rules.domains],
        "D": days,
        "DATE": days,
    }


def prepared() -> Parser:
    """The whole parser, in which each argument says what completes it."""
    import shtab

    parser, known = whole_parser(), choices()
    parsers: list[Any] = [parser, *commands_of(parser).values()]
    for each in parsers:
        for action in each._actions:
            name = str(action.metavar or "")
            if action.choices and not isinstance(action, argparse._SubParsersAction):
                action.choices = [value for value in action.choices if value]
            elif name in known:
                action.choices = known[name]
            elif "FILE" in name or name == "DIR":
                action.complete = shtab.DIRECTORY if name == "DIR" else shtab.FILE
    return parser


def commands_of(parser: Parser) -> dict[str, Any]:
    """Name of a command -> its parser."""
    (found,) = (each for each in parser._actions if isinstance(each, argparse._SubParsersAction))
    return dict(found.choices)


def script(shell: str) -> str:
    """The script of a shell."""
    import shtab

    written: str = shtab.complete(prepared(), shell=shell)
    lines = written.rstrip().splitlines()
    # in the place of what the maker says of itself, and of folders that ours go round
    at = next(number for number, line in enumerate(lines) if line and not line.startswith("#"))
    first = [line for line in lines[:at] if line.startswith(FIRST)]
    about = [f"# Completes command lines of ceulog in {NAMES[shell]}.", f"# {HOW[shell]}"]
    return "\n".join((*first, *about, "", *lines[at:], ""))


def main() -> None:
    """Write them all."""
    for shell in SHELLS:
        (FOLDER / f"ceulog.{ENDINGS[shell]}").write_text(script(shell), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
