"""The manual page, written anew: `python -m tests.cli.manual`. It is made from the parsers, as the completion is."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from ceulog import __version__
from ceulog.cli.arguments import Parser
from ceulog.cli.registry import COMMANDS
from ceulog.settings import LOG_VARIABLE, SETTINGS_VARIABLE, TODAY_VARIABLE
from tests.cli.completions import commands_of, whole_parser

PAGE = Path(__file__).parents[2] / "src" / "ceulog" / "cli" / "manual" / "ceulog.1"
ABOUT = (
    "Without a command it opens the screen; where there is no terminal it prints the status. What is printed is data, "
    "what is said goes to standard error."
)
EXIT_CODES = {
    "0": "Done.", "1": "Understood but refused, or findings.", "2": "Cannot be parsed.",
    "3": "The logbook cannot be read.", "4": "Busy: another program is writing.", "5": "The disk refused.",
    "70": "A fault of ceulog itself, whose last line can be reported and holds nothing of the log.",
}  # fmt: skip
VARIABLES = {
    LOG_VARIABLE: "The logbook's folder, where --log does not say it.",
    TODAY_VARIABLE: "The day that it is, where --today does not say it.",
    SETTINGS_VARIABLE: "The file of the settings.",
    "NO_COLOR": "Takes all color away.",
}


def roff(text: str) -> str:
    """The text as it stands in a manual page, in ASCII: nothing in it is a command of the page."""
    escaped = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    escaped = "".join(each if each.isascii() else f"\\[u{ord(each):04X}]" for each in escaped)
    return f"\\&{escaped}" if escaped[:1] in (".", "'") else escaped


def entry(tag: str, text: str) -> Iterator[str]:
    yield from (".TP", f".B {roff(tag)}", roff(text))


def option(action: argparse.Action) -> Iterator[str]:
    """An argument as it is typed, and what it is for."""
    name = str(action.metavar or ("" if action.nargs == 0 else "|".join(map(str, action.choices or (action.dest,)))))
    many = action.nargs in ("*", "+", "...") or isinstance(action, argparse._AppendAction)
    typed = f"{', '.join(action.option_strings)} {name}".strip() + (" ..." if many else "")
    said = (action.help or "").replace("%(default)s", str(action.default)).replace("%%", "%")
    yield from entry(typed, said)


def options(parser: Parser) -> Iterator[str]:
    for action in parser._actions:
        hidden = action.help == argparse.SUPPRESS or isinstance(action, argparse._SubParsersAction)
        if not hidden and action.dest != "help":
            yield from option(action)


def page() -> str:
    """The whole page."""
    parser = whole_parser()
    lines = [
        f'.TH CEULOG 1 "" "ceulog {__version__}" "User Commands"',
        ".SH NAME", "ceulog \\- " + roff("the logbook of a medical coder's continuing education"),
        ".SH SYNOPSIS", ".B ceulog", roff("[--log DIR] [--today DATE] [COMMAND]"), ".br", ".B ceulog \\-\\-demo",
        ".SH DESCRIPTION", roff(ABOUT),
        ".SH OPTIONS", *options(parser),
        ".SH COMMANDS",
    ]  # fmt: skip
    for name, command in commands_of(parser).items():
        sentence = COMMANDS[name][1]
        lines += [f".SS {roff(name)}", roff(f"{sentence[:1].upper()}{sentence[1:]}."), *options(command)]
    lines += [".SH DATES", roff("2026-11-20, 11/20/2026, today, yesterday, -3d.")]
    lines += [".SH EXIT STATUS", *(line for each in EXIT_CODES.items() for line in entry(*each))]
    lines += [".SH ENVIRONMENT", *(line for each in VARIABLES.items() for line in entry(*each))]
    lines += [".SH FILES", roff("`ceulog locate` says where the logbook and the settings lie.")]
    return "\n".join((*lines, ""))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
