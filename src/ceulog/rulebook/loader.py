"""TOML rules -> domain classes.

The shipped files are read by the plain reader: the tests hold them against pydantic, a start need not.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ceulog.domain.editions import Domain, Organization, Rulebook
from ceulog.domain.records import Unfit, from_plain

SCHEMA = 1
_HERE = Path(__file__).parent


class BadRules(Exception):  # noqa: N818 - it names what is wrong, not the program
    """A file of rules cannot be used; says which, and why."""

    exit_code = 3

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"The rules in {name} cannot be used: {reason}.")


def load_shipped() -> Rulebook:
    """The rules that come with the program.

    Raises:
        BadRules: a shipped file is damaged.
    """
    return load(sorted(_HERE.glob("*.toml")))


def load(files: Iterable[Path]) -> Rulebook:
    """The rules of these files, one organization each.

    Raises:
        BadRules: a file is not TOML, or does not fit the classes.
    """
    organizations: dict[str, Organization] = {}
    domains: list[Domain] = []
    for file in files:
        organization, named = read_rules(file.name, file.read_text(encoding="utf-8"))
        organizations[organization.code] = organization
        domains += named
    return Rulebook(organizations, tuple(domains))


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
        plain = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as fault:
        raise BadRules(name, f"it is not TOML ({fault})") from fault
    if plain.get("schema") != SCHEMA:
        raise BadRules(name, f"its schema is not {SCHEMA}")
    organization = dict(plain.get("organization", {}))
    organization["credential"] = plain.get("credential", [])
    organization["edition"] = _complete_editions(name, plain.get("edition", []))
    return {"organization": organization, "domain": plain.get("domain", [])}


_INHERITED = ("pool", "rounding", "core_only", "expiry", "step")
"""What an edition takes from its base, beside the requirements; how and when it binds is its own."""


def _complete_editions(name: str, editions: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each edition whole: what it does not say itself comes from the one it is based on."""
    complete: dict[Any, dict[str, Any]] = {}
    for edition in editions:
        base_id = edition.get("based_on")
        if base_id is not None and base_id not in complete:
            raise BadRules(name, f"no earlier edition is called {base_id}")
        base: Mapping[str, Any] = complete.get(base_id, {})
        rules = {word: base[word] for word in _INHERITED if word in base}
        merged = {**rules, **{word: value for word, value in edition.items() if word != "based_on"}}
        merged["requirement"] = _merged_rules(base.get("requirement", []), edition.get("requirement", []))
        complete[edition.get("id")] = merged
    return sorted(complete.values(), key=lambda each: each.get("starts") or dt.date.min)


def _merged_rules(base: list[dict[str, Any]], own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The base's requirements, each replaced where the edition has one of the same kind and label."""

    def named(rule: dict[str, Any]) -> tuple[Any, Any]:
        return rule.get("kind"), rule.get("label")

    replaced = {named(rule): rule for rule in own}
    kept = [replaced.pop(named(rule), rule) for rule in base]
    return kept + [rule for rule in own if named(rule) in replaced]
