"""What the commands' arguments are made of."""

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any, NoReturn, TypeVar

from ceulog.domain.named import NamedTuple
from ceulog.domain.text import capitalized
from ceulog.wording.dates import BadDate, parse_date
from ceulog.wording.numbers import BadNumber, parse_ceus, parse_dollars, parse_minutes
from ceulog.wording.words import BadWord, parse_type

T = TypeVar("T")

CYCLES = ("current", "previous", "all")
"""What an option can be that says of which cycles."""

# argparse asks for translations, which Python does not come with, in eight files for each sentence of its own
vars(argparse)["_"] = str


class UsageError(Exception):
    """The command line cannot be parsed; the sentence says where."""

    exit_code = 2


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """argparse makes one for every argument that is added; the terminal is asked for its width only for a help."""

    def __init__(self, prog: str, width: int = 80) -> None:
        super().__init__(prog, width=width)


class Parser(argparse.ArgumentParser):
    """A parser that takes no abbreviations and leaves exiting to the caller."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            allow_abbrev=False,
            formatter_class=_Formatter,
        )

    def format_help(self) -> str:
        """The help, as wide as the terminal, with examples below it."""
        import shutil  # noqa: PLC0415 - for this alone

        from ceulog.cli.examples import below  # noqa: PLC0415 - likewise

        self.epilog = self.epilog or below(self.prog.removeprefix("ceulog "))
        width = shutil.get_terminal_size().columns - 2
        self.formatter_class = lambda prog: _Formatter(prog, width)
        return super().format_help()

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        # argparse drops a value that is `--`, as in `--note=--`, and stores a list in its place
        if action.option_strings and action.nargs is None and arg_strings == ["--"]:
            value = self._get_value(action, "--")
            self._check_value(action, value)
            return value
        return super()._get_values(action, arg_strings)

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            UsageError: always.
        """
        message = message.removeprefix("argument ")
        raise UsageError(f"{capitalized(message)}. `{self.prog} --help` shows what it takes.")


def protect_dashes(arguments: Sequence[str]) -> list[str]:
    """The arguments with a value such as `-3d` or `-type:quiz` tied to its option, which argparse would take for one.

    All options are long ones, but for `-h`.
    """
    tied: list[str] = []
    for argument in arguments:
        is_value = argument[:1] == "-" and argument[:2] != "--" and argument not in ("-", "-h")
        if is_value and tied and tied[-1].startswith("--") and tied[-1] != "--" and "=" not in tied[-1]:
            tied[-1] = f"{tied[-1]}={argument}"
        else:
            tied.append(argument)
    return tied


def _checked(parse: Callable[[str], T]) -> Callable[[str], T]:
    def checked(text: str) -> T:
        try:
            return parse(text)
        except (BadDate, BadNumber, BadWord) as fault:
            raise argparse.ArgumentTypeError(str(fault).rstrip(".")) from None

    return checked


def date_on(today: dt.date, *, coming: bool = False) -> Callable[[str], dt.date]:
    """A reader of dates in all their forms, reckoned from a day; `coming` for what is mostly still to come."""
    return _checked(lambda text: parse_date(text, today, coming=coming))


class Meant(NamedTuple):
    """A date that may have been typed without its year."""

    past: dt.date
    coming: dt.date


def meant_on(today: dt.date) -> Callable[[str], Meant]:
    """A reader of dates of what may be past or still to come."""
    past, coming = date_on(today), date_on(today, coming=True)
    return lambda text: Meant(past(text), coming(text))


ceus: Callable[[str], Decimal] = _checked(parse_ceus)
minutes: Callable[[str], int] = _checked(parse_minutes)
activity_type: Callable[[str], str] = _checked(parse_type)
dollars: Callable[[str], Decimal] = _checked(parse_dollars)


def empty_or(parse: Callable[[str], T]) -> Callable[[str], T | None]:
    """A reader for which an empty text means: take it away."""
    return lambda text: parse(text) if text.strip() else None


def credit(text: str) -> tuple[str, Decimal]:
    """A pair of organization and CEUs, written `ORG=N`."""
    organization, equals, number = text.partition("=")
    if not equals or not organization.strip():
        raise argparse.ArgumentTypeError(f"{text!r} is not of the form ORG=N, as in AHIMA=1")
    return organization.strip(), ceus(number)


def words(values: Sequence[str] | None) -> tuple[str, ...] | None:
    """What a repeated option was given, commas taken as repetition; None when it was not given."""
    if values is None:
        return None
    return tuple(part.strip() for value in values for part in value.split(",") if part.strip())
