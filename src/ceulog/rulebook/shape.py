"""The shape of a holder's file of rules: what must hold before its values are read.

The shipped files keep to it too; there the tests say so.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.checking import Fault, Place
from ceulog.domain.text import printable
from ceulog.rulebook.loader import SCHEMA

TABLES = ("schema", "organization", "credential", "edition", "domain")
MOST = {"credential": 500, "edition": 50, "requirement": 100}
"""Tables of a kind in one place: each edition is written out whole, and nobody reads a thousand."""
LONGEST_TEXT = 1000
_HUGE = re.compile(r"[-+]?[0-9.]+e[-+]?[0-9]{3,}", re.IGNORECASE)
"""A number that would be written out in a hundred digits and more."""
LARGEST_WHOLE = 10**9
SEVERAL = frozenset({"credential", "edition", "requirement", "of", "step", "correction", "expiry"})
DEEPEST = 24
"""Tables and lists inside of one another."""


def shape_faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with the tables of a file, each fault with its place in the file.

    Args:
        raw: the file as the parser gives it.
    """
    for name in raw:
        if name not in TABLES:
            yield (name,), f"a file of rules has no such table; it has {', '.join(TABLES[:-1])}"
    if raw.get("schema") != SCHEMA:
        yield ("schema",), f"it must be {SCHEMA}" if "schema" in raw else f"the line schema = {SCHEMA} is missing"
    organization = raw.get("organization")
    if not isinstance(organization, Mapping):
        yield ("organization",), "this table is missing" if organization is None else "it must be a table"
    else:
        for name in ("credential", "edition"):
            if name in organization:
                yield ("organization", name), f"write [[{name}]], outside of the organization"
    yield from _number_of_tables(("credential",), raw.get("credential"))
    yield from _number_of_tables(("edition",), raw.get("edition"))
    yield from _edition_faults(raw.get("edition"))
    yield from _value_faults(raw)


def own_domain_faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """What stands against domains in a holder's file: the ids are AHIMA's, one list for all."""
    if "domain" in raw:
        yield ("domain",), "the HIIM domains are AHIMA's own and come with the program; leave them out"


def _number_of_tables(path: Place, tables: Any) -> Iterator[Fault]:
    name = str(path[-1])
    if isinstance(tables, list) and len(tables) > MOST[name]:
        yield path, f"there are {len(tables)}; {MOST[name]} are the most"


def _edition_faults(editions: Any) -> Iterator[Fault]:
    """What would get lost when an edition is completed from its base."""
    earlier: set[str] = set()
    for place, edition in enumerate(editions if isinstance(editions, list) else ()):
        if not isinstance(edition, Mapping):
            continue  # the reader says what is wrong with it
        name, base = edition.get("id"), edition.get("based_on")
        if isinstance(name, str) and name in earlier:
            yield ("edition", place, "id"), f"{name[:40]} is the id of an earlier edition"
        if base is not None and not (isinstance(base, str) and base in earlier):
            yield ("edition", place, "based_on"), f"no earlier edition is called {str(base)[:40]}"
        if isinstance(name, str):
            earlier.add(name)
        rules = edition.get("requirement")
        yield from _number_of_tables(("edition", place, "requirement"), rules)
        yield from _same_rules(("edition", place, "requirement"), rules)


def _same_rules(path: Place, rules: Any) -> Iterator[Fault]:
    """Requirements of one kind and label: a later edition could not say which of them it changes."""
    seen: set[tuple[str, str]] = set()
    for place, rule in enumerate(rules if isinstance(rules, list) else ()):
        kind, label = (rule.get("kind"), rule.get("label")) if isinstance(rule, Mapping) else (None, None)
        if isinstance(kind, str) and isinstance(label, str):
            if (kind, label) in seen:
                yield (*path, place, "label"), f"there is a {kind} of that label already"
            seen.add((kind, label))


def _value_faults(raw: Mapping[str, Any]) -> Iterator[Fault]:
    """Text that would drive a terminal, numbers of no ordinary size, tables without end."""
    waiting: list[tuple[Place, Any]] = [((), raw)]
    while waiting:
        path, value = waiting.pop()
        if isinstance(value, Mapping | list):
            if len(path) >= DEEPEST:
                yield path, "it is nested too deeply"
                continue
            if isinstance(value, Mapping) and path and path[-1] in SEVERAL:
                yield path, "there may be several: write two brackets on either side of its header"
            parts = list(value.items() if isinstance(value, Mapping) else enumerate(value))
            waiting += [((*path, name), part) for name, part in reversed(parts)]
            yield from (((*path, name), fault) for name, _ in parts for fault in _text_faults(name))
        else:
            yield from ((path, fault) for fault in (*_text_faults(value), *_number_faults(value)))


def _text_faults(value: Any) -> Iterator[str]:
    if not isinstance(value, str):
        return
    if len(value) > LONGEST_TEXT:
        yield f"it is {len(value)} characters long; {LONGEST_TEXT} are the most"
    elif "\n" in value:
        yield "it must be one line of text"
    elif printable(value) != value:
        yield "it has control characters in it"


def _number_faults(value: Any) -> Iterator[str]:
    text = str(value) if isinstance(value, Decimal | str) else ""
    ordinary = not _HUGE.fullmatch(text) and (not isinstance(value, Decimal) or value.is_finite())
    if not ordinary or (isinstance(value, int) and abs(value) > LARGEST_WHOLE):
        yield "it is no number of ordinary size"
