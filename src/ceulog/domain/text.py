"""Text from people and files, made fit to store and to show."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

_UNSAFE = (
    "[\x00-\x1f\x7f-\x9f"  # control characters: they would drive the terminal
    "\u200b\u2028\u2029"  # a blank of no width, which comes along from web pages; separators that end a line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction marks: they reorder what is read
    "\ufeff\ud800-\udfff\ufffe\uffff]"  # byte-order marks, halves of characters, non-characters
)
_NO_INDEX_NUMBER = frozenset({"", "n/a", "na", "none", "pending", "tbd", "-"})


@cache
def _unsafe() -> re.Pattern[str]:
    return re.compile(_UNSAFE)


def _safe(line: str) -> str:
    # nearly all lines are printable, which is quicker to see than what is unsafe
    return line if line.isprintable() else _unsafe().sub(" ", line)


def tidy(text: str) -> str:
    """One line of text: control and direction characters become blanks, the ends are trimmed."""
    return _safe(text).strip()


def all_tidy(texts: Sequence[str]) -> list[str]:
    """Lines of text, each as `tidy` makes it; quick where all are fit, as nearly always."""
    return list(map(str.strip if "".join(texts).isprintable() else tidy, texts))


def printable(text: str) -> str:
    """Text as it may be shown on a terminal: as `tidy`, but line ends and blanks stay where they are."""
    if text.replace("\n", "").isprintable():
        return text
    return "\n".join(map(_safe, text.split("\n")))


def tidy_note(text: str) -> str:
    """Several lines of text: as `tidy`, but line ends stay (as a plain newline)."""
    if text.isprintable():  # so that it is one line
        return text.strip()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    safe = lines if all(map(str.isprintable, lines)) else map(_safe, lines)
    return "\n".join(map(str.rstrip, safe)).strip()


def listed(names: Iterable[str], last: str = "and") -> str:
    """Names in a sentence: "kind, sponsor and place"; `last` stands before the last one. None gives nothing."""
    *most, final = [*names] or [""]
    return f"{', '.join(most)} {last} {final}" if most else final


def capitalized(words: str) -> str:
    """Words at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def title_key(title: str) -> str:
    """What titles and names have in common that read the same: one line, single blanks, no case."""
    return " ".join(tidy(title).casefold().split())


def index_keys(index_numbers: Sequence[str]) -> list[str]:
    """Index numbers, each as `index_key` makes it; quick where they are as they are printed, as nearly always."""
    together = "".join(index_numbers)
    if " " in together or not together.isprintable():
        return list(map(index_key, index_numbers))
    keys = list(map(str.casefold, index_numbers))
    if _NO_INDEX_NUMBER.isdisjoint(keys):
        return keys
    return ["" if key in _NO_INDEX_NUMBER else key for key in keys]


def index_key(index_number: str) -> str:
    """The form in which two index numbers are compared; empty when it is no index number.

    Case, blanks and what cannot be seen are ignored; "n/a", "pending" and their like are none.
    """
    key = "".join(index_number.split()).casefold()
    if not key.isprintable():
        key = "".join(filter(str.isprintable, key))
    return "" if key in _NO_INDEX_NUMBER else key
