"""On which line of a TOML text a value stands; the standard parser does not say.

The text must be TOML: the parser has read it before. What is found is good enough to lead an eye there:
inside of an inline table or an array it is the line on which that begins.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence

from ceulog.domain.checking import Place

_KEY_PART = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*""")
_BLANK = re.compile(r"(?:[ \t\n]+|#[^\n]*)*")
_TOKEN = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""(?:"{0,2})'''
    r"""|'''.*?'''(?:'{0,2})"""
    r"""|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
    r"""|\#[^\n]*|[\[{]|[\]}]|\n|[^"'\#\[\]{}\n]+|.""",
    re.DOTALL,
)
_FIRST = 1


def lines_of(text: str) -> dict[Place, int]:
    """Every header and every key of a text, and its line, from 1."""
    found: dict[Place, int] = {}
    for place, line in _places(text):
        found.setdefault(place, line)
    return found


def line_of(lines: Mapping[Place, int], path: Sequence[str | int]) -> int:
    """The line of the value at a path, as `("edition", 1, "pool", "plus")`.

    Where nothing stands there, or no line of its own, it is the line of the nearest thing round it: the key of
    the inline table that holds it, the header of the table that lacks it; 1 for the whole text.

    Args:
        lines: what `lines_of` gives.
        path: names of keys, and numbers from 0 in lists.
    """
    wanted = tuple(path)
    return next((lines[near] for length in range(len(wanted), 0, -1) if (near := wanted[:length]) in lines), _FIRST)


def _places(text: str) -> Iterator[tuple[Place, int]]:
    text = text.replace("\r\n", "\n")
    latest: dict[Place, int] = {}
    """Array of tables -> the number of its last table."""
    table: Place = ()
    line, at = _FIRST, 0
    while True:
        after = _end_of(_BLANK, text, at)
        line += text.count("\n", at, after)
        if (at := after) >= len(text):
            return
        if text[at] == "[":
            array = text.startswith("[[", at)
            key, at = _key(text, at + 1 + array)
            table = _table(key, latest, array=array)
            yield from _on_the_way(table, (), line)
            at = _line_end(text, at)
        else:
            key, at = _key(text, at)
            yield from _on_the_way((*table, *key), table, line)
            after = _value_end(text, at)
            line += text.count("\n", at, after)
            at = after


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _key(text: str, at: int) -> tuple[Place, int]:
    """A dotted key, and where it ends."""
    parts: list[str] = []
    while found := _KEY_PART.match(text, at):
        parts.append(_unquoted(found[1]))
        at = found.end()
        if not text.startswith(".", at):
            break
        at += 1
    return tuple(parts), at


def _unquoted(part: str) -> str:
    if not part.startswith(('"', "'")):
        return part
    if "\\" not in part or part.startswith("'"):
        return part[1:-1]
    try:
        return str(tomllib.loads(f"k = {part}")["k"])
    except tomllib.TOMLDecodeError:
        return part[1:-1]


def _table(key: Place, latest: dict[Place, int], *, array: bool) -> Place:
    """The place that a header opens: each array of tables on the way stands for its last table."""
    table: Place = ()
    for number, part in enumerate(key, start=1):
        table = (*table, part)
        if array and number == len(key):
            latest[table] = latest.get(table, -1) + 1
        if table in latest:
            table = (*table, latest[table])
    return table


def _on_the_way(place: Place, known: Place, line: int) -> Iterator[tuple[Place, int]]:
    """A place, and those round it that it makes if they are not there yet."""
    for length in range(len(known) + 1, len(place) + 1):
        yield place[:length], line


def _value_end(text: str, at: int) -> int:
    """Where the statement ends: at a line end outside of brackets and strings."""
    depth = 0
    for token in _TOKEN.finditer(text, at):
        if token[0] == "\n" and depth <= 0:
            return token.start()
        depth += (token[0] in "[{") - (token[0] in "]}")
    return len(text)
