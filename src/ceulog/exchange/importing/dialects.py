"""The names and words of other programs' tables, as `compiling` made them of `dialects.toml`: parsing that is dear."""
# ruff: noqa: PTH118, PTH120, PTH123 - pathlib is an import that the command line does not pay for

import json
import os
import re
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from typing import Any

from ceulog.domain.named import NamedTuple

OURS_ALONE = frozenset(
    {"activity_id", "evidence_file", "evidence_sha256", "evidence_kind", "portal_steps", "certificate_asked"}
)
"""Fields that only tables of our own have: what others call so is theirs."""

COMPILED = os.path.join(os.path.dirname(__file__), "dialects.json")
_NOT_IN_KEYS = re.compile(r"[^\w#]|_")


@lru_cache(2000)
def key_of(name: str) -> str:
    """The form in which names of columns are compared: no case, blanks or punctuation."""
    return _NOT_IN_KEYS.sub("", name).casefold()


class Dialect(NamedTuple):
    """What the columns of one program's tables mean beside what their names say."""

    name: str
    marks: frozenset[str] = frozenset()
    """Columns that only its tables have all of."""
    ignored: frozenset[str] = frozenset()
    """Columns of which nothing is taken."""
    fields: Mapping[str, str] = {}
    """Field -> the column that it is in, whatever else the column's name may mean."""
    body: str = ""
    """The organization that everything in it is credited to."""
    is_ours: bool = False
    """Whether the logbook wrote it, so that it speaks of activities by their ids."""


class Vocabulary(NamedTuple):
    """What `dialects.toml` says."""

    names: Mapping[str, tuple[str, ...]]
    """Field -> the names of columns that it may have, the likeliest first."""
    other_dates: frozenset[str]
    """Names of columns with dates on which nothing was completed."""
    dialects: tuple[Dialect, ...]
    words: Mapping[str, Mapping[str, str]]
    """Field -> word -> what it means."""
    granted: Mapping[str, str] = {}
    """Name of a column -> the organization whose CEUs are in it."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that a column can be mapped to."""
        return tuple(field for field in self.names if field not in OURS_ALONE)

    def field_of(self, name: str) -> str:
        """The field that somebody means, by its own name or one that columns have for it; empty for none."""
        if name in self.fields:
            return name
        return next((field for field in self.fields if key_of(name) in self.names[field]), "")

    def dialect_of(self, names: Collection[str]) -> Dialect:
        """The dialect of a header, by its keys; one without a name when it is nobody's."""
        return next((each for each in self.dialects if each.marks <= set(names)), Dialect(""))


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabulary."""
    with open(COMPILED, "rb") as file:
        data = json.load(file)
    names = {field: tuple(map(key_of, each)) for field, each in data["fields"].items()}
    words = {
        field: {key_of(word): meaning for meaning, each in data[field].items() for word in each}
        for field in ("provided_by", "type", "status")
    }
    others = frozenset(map(key_of, data["other_dates"]))
    granted = {key_of(name): code for code, each in data["granted"].items() for name in each}
    return Vocabulary(names, others, tuple(map(_dialect, data["dialect"])), words, granted)


def _dialect(data: Mapping[str, Any]) -> Dialect:
    return Dialect(
        data["name"],
        frozenset(map(key_of, data["is"])),
        frozenset(map(key_of, data.get("ignored", ()))),
        {field: key_of(name) for field, name in data.get("field", {}).items()},
        data.get("body", ""),
        data.get("ours", False),
    )
