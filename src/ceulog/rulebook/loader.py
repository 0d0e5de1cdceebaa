"""TOML rules -> plain values -> domain classes: a holder's own files, and the shipped ones when they are compiled."""

import datetime as dt
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.editions import Domain, Organization
from ceulog.domain.records import Unfit, from_plain
from ceulog.rulebook.errors import BadRules

SCHEMA = 1


def read_rules(name: str, text: str) -> tuple[Organization, tuple[Domain, ...]]:
    """The organization of one file, and the domains that it names.

    Raises:
        BadRules: it is not TOML, or does not fit the classes.
    """
    plain = plain_rules(name, text)
    try:
        domains = tuple(from_plain(Domain, each) for each in plain["domain"])
        return from_plain(Organization, plain["organization"]), domains
    except Unfit as fault:
        raise BadRules(name, f"{fault.path} is missing, unknown or of the wrong kind") from fault


def plain_rules(name: str, text: str) -> dict[str, Any]:
    """The plain values of one file: `organization` whole, with `based_on` filled in, and `domain`.

    Raises:
        BadRules: the text is not TOML, or of a schema that this program does not know.
    """
    try:
        raw = parse(text)
    except tomllib.TOMLDecodeError as fault:
        raise BadRules(name, f"it is not TOML ({fault})") from fault
    if raw.get("schema") != SCHEMA:
        raise BadRules(name, f"its schema is not {SCHEMA}")
    try:
        organization = whole_organization(raw)
    except KeyError as fault:
        raise BadRules(name, f"no earlier edition is called {fault.args[0]}") from fault
    return {"organization": organization, "domain": raw.get("domain", [])}


def parse(text: str) -> dict[str, Any]:
    """The text's values as they stand there; numbers with a point are decimal.

    Raises:
        TOMLDecodeError: the text is not TOML.
        ValueError, ArithmeticError, RecursionError: its numbers or its nesting are beyond all measure.
    """
    return tomllib.loads(text, parse_float=Decimal)


def whole_organization(raw: Mapping[str, Any]) -> dict[str, Any]:
    """The organization with its credentials and editions, each edition completed, the oldest first.

    What has another shape than the classes is left as it is, for the reader to refuse. The tables are those
    of `raw`, only that of the organization and those of the editions are new.

    Raises:
        KeyError: an edition is based on one that is not there before it.
    """
    given = raw.get("organization", {})
    organization = dict(given) if isinstance(given, Mapping) else {}
    organization["credential"] = raw.get("credential", [])
    editions = raw.get("edition", [])
    organization["edition"] = (
        [complete for _, complete in complete_editions(editions)] if is_tables(editions) else editions
    )
    return organization


_INHERITED = ("pool", "rounding", "core_only", "expiry", "step")
"""What an edition takes from its base, beside the requirements; how and when it binds is its own."""


def complete_editions(editions: list[dict[str, Any]]) -> list[tuple[int, dict[str, Any]]]:
    """Each edition whole, with its number in the file; oldest first.

    What it does not say itself comes from the one that it is based on.

    Raises:
        KeyError: an edition is based on one that is not there before it.
    """
    complete: list[tuple[int, dict[str, Any]]] = []
    by_id: dict[Any, dict[str, Any]] = {}
    for number, edition in enumerate(editions):
        base_id = edition.get("based_on")
        base: Mapping[str, Any] = {} if base_id is None else by_id[base_id]
        rules = {word: base[word] for word in _INHERITED if word in base}
        merged = {**rules, **{word: value for word, value in edition.items() if word != "based_on"}}
        merged["requirement"] = _merged_rules(base.get("requirement", []), edition.get("requirement", []))
        complete.append((number, merged))
        if isinstance(edition.get("id"), str):
            by_id[edition["id"]] = merged
    return sorted(complete, key=lambda each: _first_day(each[1]))


def _first_day(edition: Mapping[str, Any]) -> dt.date:
    day = edition.get("starts")
    if isinstance(day, str):
        try:
            return dt.date.fromisoformat(day)
        except ValueError:
            return dt.date.min
    return day if isinstance(day, dt.date) and not isinstance(day, dt.datetime) else dt.date.min


def _merged_rules(base: Any, own: Any) -> Any:
    """The base's requirements, each replaced where the edition has one of the same kind and label."""
    if not (is_tables(base) and is_tables(own)):
        return own or base

    def named(rule: Mapping[str, Any]) -> str:
        return f"{rule.get('kind')} {rule.get('label')}"

    replaced = {named(rule): rule for rule in own}
    kept = [replaced.pop(named(rule), rule) for rule in base]
    return kept + [rule for rule in own if named(rule) in replaced]


def is_tables(value: Any) -> bool:
    """Say whether it is a list of tables, and of nothing else."""
    return isinstance(value, list) and all(isinstance(each, Mapping) for each in value)
