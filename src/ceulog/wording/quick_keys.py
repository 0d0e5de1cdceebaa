"""The words of a quick line that say by a key what they are: `by:ZHealth`, `#ABC0123`, `!planned`."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from ceulog.domain.bounds import MOST_CEUS
from ceulog.domain.named import NamedTuple
from ceulog.wording.quick_parts import Word, ceus_or_none, day_or_none, minutes_or_none
from ceulog.wording.words import find_type

Said = dict[str, Any]
"""Field of `QuickLine` -> what the line says of it."""


class Setting(NamedTuple):
    """What a line is read against."""

    today: dt.date
    """The day that `yesterday` and `11/20` are reckoned from."""
    names: Mapping[str, str]
    """Known sponsors and organizations, by their lower case, as they are to be written."""
    organizations: Mapping[str, str] = {}
    """The holder's organizations alone, likewise."""
    credentials: Mapping[str, str] = {}
    """Codes of all known credentials, likewise."""


_FIELDS = {
    "#": "index_number",
    "by:": "sponsor",
    "at:": "location",
    "type:": "type",
    "on:": "date",
    "date:": "date",
    "ceu:": "ceus",
    "ceus:": "ceus",
    "min:": "minutes",
    "minutes:": "minutes",
}

_LISTS = {"for:": "organizations", "ok:": "approved_for", "approved:": "approved_for"}
"""Keys of comma-separated codes."""

_READERS: dict[str, Callable[[str, Setting, bool], Any]] = {
    # "#1 reason for denials" is a title; at the line's end it is a number after all
    "index_number": lambda value, _setting, _planned: value if len(value) > 2 or value.isalpha() else None,
    "sponsor": lambda value, setting, _planned: setting.names.get(value.lower(), value),
    "location": lambda value, _setting, _planned: value,
    "type": lambda value, _setting, _planned: find_type(value),
    "date": lambda value, setting, planned: day_or_none(value, setting.today, coming=planned),
    "ceus": lambda value, _setting, _planned: ceus_or_none(value),
    "minutes": lambda value, _setting, _planned: minutes_or_none(value),
}
"""Field -> what a value says of it; None when it says nothing."""


def take_keyed(words: Sequence[Word], setting: Setting) -> tuple[Said, list[Word]]:
    """Take the words that have a key and a value that can be read; the others stay, as typed.

    Where a key comes twice, the last one counts; only lists of codes and CEUs by organization add up.
    """
    rest = [word for word in words if word.quoted or word.text.lower() != "!planned"]
    said: Said = {"planned": True} if len(rest) < len(words) else {}
    lists: dict[str, list[str]] = {}
    ceus: dict[str, Decimal] = {}
    kept: list[Word] = []
    for word in reversed(rest):
        key = word.key.lower()
        field = _LISTS.get(key, "")
        if codes := _codes(word, setting.credentials if field == "approved_for" else setting.names) if field else []:
            lists.setdefault(field, [])[:0] = codes
        elif own := _own_ceus(word, setting):
            ceus = dict([own]) | ceus
        elif not _take(key, word, said, setting):
            kept.append(word.as_text())
    said |= {field: tuple(dict.fromkeys(codes)) for field, codes in lists.items()}
    if ceus:
        said["credits"] = ceus
    return said, kept[::-1]


def _codes(word: Word, known: Mapping[str, str]) -> list[str]:
    codes = (code.strip() for code in word.text.split(","))
    return [known.get(code.lower(), code) for code in codes if code]


def _own_ceus(word: Word, setting: Setting) -> tuple[str, Decimal] | None:
    """What `AAPC=1.5` says; None for a word that says nothing of the kind."""
    name, _, number = word.bare.partition("=")
    code = setting.organizations.get(name.lower())
    ceus = ceus_or_none(number) if code and not (word.key or word.quoted) else None
    return (code, ceus) if code and ceus and ceus <= MOST_CEUS else None


def _take(key: str, word: Word, said: Said, setting: Setting) -> bool:
    """Put what the word says into `said`; False when it says nothing, or something said already."""
    if not word.bare:
        return key == "#"  # a lone one: the form asks for the index number anyway
    field = _FIELDS.get(key)
    if field is None or field in said:
        return False
    value = _READERS[field](word.bare, setting, "planned" in said)
    if value is None:
        return False
    said[field] = value
    return True
