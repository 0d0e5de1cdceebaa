"""The small checks that rules are held against: a name, a number, a choice; each gives faults.

A fault is a place in the organization, as the plain reader names it, and the reason, to stand after the
name of that place: `(("edition", 0, "pool", "figures"), "they lack CCDS-O")`.
"""

from collections.abc import Collection, Iterator
from decimal import Decimal

from ceulog.domain.activities import ACTIVITY_TYPES
from ceulog.domain.editions import Organization
from ceulog.domain.named import NamedTuple

Place = tuple[str | int, ...]
Fault = tuple[Place, str]

LARGEST = 2000
"""CEUs, hours, minutes, boxes or US dollars; a number above is a slip."""
LONGEST_NAME = 200
LONGEST_LABEL = 80

_CENT = Decimal("0.01")
_MOST_ZEROS = 15
"""Zeros that a number may be written with; in plain decimal an exponent of a million is a million of them."""


class Scope(NamedTuple):
    """What rules may speak of."""

    organization: Organization
    codes: frozenset[str]
    groups: frozenset[str]
    domains: frozenset[str]


def text_faults(path: Place, text: str, longest: int = LONGEST_NAME) -> Iterator[Fault]:
    """What is wrong with a line of text that must be there, of so many characters at most."""
    if not text.strip():
        yield path, "it is empty"
    elif len(text) > longest:
        yield path, f"it is {len(text)} characters long; {longest} are the most"


def said(text: str) -> str:
    """A value said back in a sentence: long ones cut short."""
    if not text:
        return "an empty text"
    return text if len(text) <= LONGEST_LABEL else f"{text[:LONGEST_LABEL]}…"


def unknown_codes(path: Place, codes: Collection[str], scope: Scope) -> Iterator[Fault]:
    """The codes of a list that no credential of the organization has."""
    for place, code in enumerate(codes):
        if code not in scope.codes:
            yield (*path, place), no_credential(code, scope)


def no_credential(code: str, scope: Scope) -> str:
    """Why a code is none to be used here: rules name credentials as they are written, never by an alias."""
    if kind := scope.organization.kind_of(code):
        return f"{said(code)} must be written {kind.code}"
    return f"{said(code)} is no credential of {said(scope.organization.code)}"


def amount_faults(path: Place, amount: Decimal | int | None, *, zero: bool = False) -> Iterator[Fault]:
    """What is wrong with a number of CEUs, hours, minutes, boxes or dollars."""
    if amount is None:
        return
    exponent = amount.as_tuple().exponent if isinstance(amount, Decimal) else 0
    if isinstance(exponent, str) or abs(exponent) > _MOST_ZEROS:
        yield path, "it is no number of ordinary size"
    elif amount < 0 or not (amount or zero):
        yield path, f"{amount} is too little; it must be {'at least' if zero else 'more than'} 0"
    elif amount > LARGEST:
        yield path, f"it can be at most {LARGEST}"
    elif amount % _CENT:
        yield path, f"{said(str(amount))} is too fine; it can have two decimals"


def type_faults(path: Place, types: tuple[str, ...]) -> Iterator[Fault]:
    """The types of a list that no activity can be of."""
    yield from choice_faults(path, types, ACTIVITY_TYPES, "type of activity")


def choice_faults(path: Place, values: tuple[str, ...], known: Collection[str], what: str) -> Iterator[Fault]:
    """The values of a list that are none of those known, case ignored; `what` says what they should be."""
    for place, value in enumerate(values):
        if value.casefold() not in known:
            yield (*path, place), f"{said(value)} is no {what}; there are {', '.join(known)}"
