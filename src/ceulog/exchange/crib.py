"""Crib sheets: what to type into an organization's portal for an entry, in the order of the portal's own form."""

import tomllib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from ceulog.domain.activities import Activity
from ceulog.domain.editions import Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.records import from_plain, plain_decimal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.exchange.profiles import PROFILES, ProfileName
from ceulog.exchange.rows import rows_of
from ceulog.exchange.scope import Claim

_OTHER = "other"
_CEUS = "ceus"
"""Not a column: what the organization grants."""


class CribField(NamedTuple):
    """One field of a portal's form."""

    label: str
    column: str
    """Of a row of the export, or `ceus`."""
    empty: str = ""
    """What to do where nothing stands there."""
    words: ProfileName = "generic"
    """The export profile whose words the form has."""


class Crib(NamedTuple):
    """One portal's form."""

    title: str
    about: str
    fields: tuple[CribField, ...]


class CribLine(NamedTuple):
    """One field as it is to be typed."""

    label: str
    text: str
    """What to type; empty where nothing is known."""
    hint: str = ""
    """What to do instead of typing."""


@cache
def _cribs() -> dict[str, Crib]:
    data = tomllib.loads(files("ceulog.exchange").joinpath("cribs.toml").read_text("utf-8"))
    return {code: from_plain(Crib, each) for code, each in data.items()}


def crib_of(organization: str) -> Crib:
    """The form of an organization's portal, or what most forms ask for."""
    return _cribs().get(organization) or _cribs()[_OTHER]


def crib_lines(activity: Activity, organization: str, state: LogState, rulebook: Rulebook) -> list[CribLine]:
    """What to type for one activity; every text is one line, fit to be shown and copied."""
    row = next(iter(rows_of([Claim(activity, organization)], state, rulebook)))
    row[_CEUS] = plain_decimal(activity.ceus_for(organization))
    return [_line(each, row) for each in crib_of(organization).fields]


def _line(field: CribField, row: dict[str, str]) -> CribLine:
    cell = row[field.column]
    cell = PROFILES[field.words].words.get(field.column, {}).get(cell, cell)
    text = tidy(cell).replace(";", ", ") if field.column in _LISTS else tidy(cell)
    return CribLine(field.label, text, "" if text else field.empty)


_LISTS = ("aapc_ceu_type", "evidence_file")


def crib_block(lines: Iterable[CribLine]) -> Iterator[str]:
    """The lines of one activity, labels and texts below each other; what is not to be typed stands in brackets."""
    lines = tuple(lines)
    width = max(len(each.label) for each in lines) + 2
    return (f"{each.label + ':':<{width}}{each.text or f'({each.hint})'}" for each in lines)
