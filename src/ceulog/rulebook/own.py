"""A holder's own file of rules, from its bytes to plain values, and from a value back to its line."""

import re
import tomllib
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from ceulog.domain.checking import Fault, Place
from ceulog.rulebook.lines import line_of, lines_of
from ceulog.rulebook.loader import complete_editions, is_tables, parse, whole_organization
from ceulog.rulebook.shape import own_domain_faults, shape_faults

_SAID_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)\s*$")
_LONG_KEY = re.compile(r"""(?<![A-Za-z0-9_-])(?:(?:[A-Za-z0-9_-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){16}""")
"""A key of so many parts has no meaning, and the standard parser takes the square of their number in time."""


class Unreadable(Exception):  # noqa: N818 - it names the file's fault, not the program's
    """A file's text cannot be read as TOML; says on which line, and why."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(f"line {line}: {reason}")
        self.line = line
        self.reason = reason


def decoded(data: bytes) -> str:
    """The text of a file; a byte-order mark is no part of it.

    Raises:
        Unreadable: it is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        raise Unreadable(line, "it is not UTF-8 text; save it in that encoding") from None


class OwnFile:
    """A holder's file, parsed.

    Args:
        text: the file's text.
        raw: the values as they stand in it.
    """

    def __init__(self, text: str, raw: Mapping[str, Any]) -> None:
        self.text = text
        self.raw = raw

    def shape_faults(self) -> list[Fault]:
        """What is wrong before any value is looked at; places are those of the file."""
        return [*shape_faults(self.raw), *own_domain_faults(self.raw)]

    def organization(self) -> dict[str, Any]:
        """The plain organization, each edition whole; only for a file without faults of shape."""
        return whole_organization(self.raw)

    def line_of(self, place: Place) -> int:
        """The line of a place in the file."""
        return line_of(self._lines, place)

    def in_file(self, place: Place) -> Place:
        """Where in the file something of the plain organization stands: the editions are in another order
        there, and what one inherited stands with the one that it is based on.
        """  # noqa: D205 - one sentence
        if place[:1] not in (("credential",), ("edition",)):
            return ("organization", *place)
        if place[0] == "credential" or len(place) < len(("edition", 0)) or not self._editions:
            return place
        number, value = self._editions[int(place[1])]
        found: Place = ("edition", number)
        for part in place[2:]:
            value = _part_of(value, part)
            found = self._known.get(id(value), (*found, part))
        return found

    @cached_property
    def _lines(self) -> dict[Place, int]:
        return lines_of(self.text)

    @cached_property
    def _editions(self) -> list[tuple[int, dict[str, Any]]]:
        editions: Any = self.raw.get("edition")
        return complete_editions(editions) if is_tables(editions) else []

    @cached_property
    def _known(self) -> dict[int, Place]:
        return _places_by_identity(self.raw.get("edition"))


def _part_of(value: Any, part: str | int) -> Any:
    """What a table or list holds under that name or number; None where it holds nothing."""
    try:
        return value[part]
    except (KeyError, IndexError, TypeError):
        return None


def _places_by_identity(editions: Any) -> dict[int, Place]:
    """Every table and list of the editions, and where it stands; inherited ones are the same objects."""
    found: dict[int, Place] = {}
    waiting: list[tuple[Place, Any]] = [(("edition",), editions)]
    while waiting:
        place, value = waiting.pop()
        if isinstance(value, Mapping | list):  # of numbers and text the same object may stand in many places
            found.setdefault(id(value), place)
            parts = value.items() if isinstance(value, Mapping) else enumerate(value)
            waiting += [((*place, name), part) for name, part in parts]
    return found


def parsed(text: str) -> OwnFile:
    """The file of a text.

    Raises:
        Unreadable: it is not TOML, or beyond all measure.
    """
    if found := _LONG_KEY.search(text):
        raise Unreadable(_line_at(text, found.start()), "a name with so many dots in it means nothing here")
    try:
        return OwnFile(text, parse(text))
    except tomllib.TOMLDecodeError as fault:
        raise _not_toml(text, str(fault)) from None
    except RecursionError:
        raise Unreadable(1, "it is nested too deeply") from None
    except (ValueError, ArithmeticError):  # thousands of digits, an exponent beyond any decimal
        raise Unreadable(1, "it holds a number of no ordinary size") from None


def _not_toml(text: str, message: str) -> Unreadable:
    said = _SAID_AT.search(message)
    reason = message[: said.start()] if said else message
    if said and said[1]:
        return Unreadable(int(said[1]), f"this is not TOML ({reason}, column {said[2]})")
    return Unreadable(_line_at(text, len(text.rstrip())), f"this is not TOML ({reason})")


def _line_at(text: str, at: int) -> int:
    return text.count("\n", 0, at) + 1
