"""What the types of a body's rules cannot say: that they speak of what exists, and can be counted with."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping

from ceulog.domain.checking import (
    LONGEST_LABEL,
    Fault,
    Place,
    Scope,
    amount_faults,
    no_credential,
    said,
    text_faults,
    type_faults,
    unknown_codes,
)
from ceulog.domain.editions import CredentialKind, Edition, Organization, Rulebook
from ceulog.domain.requirement_checks import requirement_faults
from ceulog.domain.requirements import Cap, Pool, Share

LONGEST_CYCLE = 120
"""Months."""

_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9.-]{0,11}")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
_LONGEST_STEP = {"months": 120, "days": 3660}


def rule_faults(organization: Organization, domains: Collection[int] = ()) -> Iterator[Fault]:
    """Everything wrong with an organization's rules, in the file's order.

    Args:
        organization: as the plain reader gives it.
        domains: the ids of the HIIM domains that rules may speak of.
    """
    kinds = organization.credential
    scope = Scope(
        organization,
        frozenset(kind.code for kind in kinds),
        frozenset(kind.group for kind in kinds),
        frozenset(str(each) for each in domains),
    )
    yield from _code_faults(("code",), organization.code)
    yield from text_faults(("name",), organization.name)
    if not 1 <= organization.cycle_months <= LONGEST_CYCLE:
        yield ("cycle_months",), f"a cycle has from 1 to {LONGEST_CYCLE} months"
    yield from text_faults(("verification", "word"), organization.verification.word, LONGEST_LABEL)
    days = organization.verification.days
    if days is not None and not 1 <= days <= _LONGEST_STEP["days"]:
        yield ("verification", "days"), f"they must be from 1 to {_LONGEST_STEP['days']}"
    if not kinds:
        yield ("credential",), "at least one is needed"
    yield from _credential_faults(kinds, scope)
    if not organization.edition:
        yield ("edition",), "at least one is needed"
    first_days: dict[dt.date, str] = {}
    for place, edition in enumerate(organization.edition):
        if edition.starts in first_days:
            yield ("edition", place, "starts"), f"{first_days[edition.starts]} begins on the same day"
        first_days[edition.starts] = edition.id
        yield from _edition_faults(("edition", place), edition, scope)


def clash_faults(organization: Organization, known: Rulebook, files: Mapping[str, str]) -> Iterator[Fault]:
    """What an organization shares with those that are known already, case ignored.

    Args:
        organization: the new one.
        known: the rules so far.
        files: organization -> its file, for those that do not come with the program.
    """

    def whose(code: str) -> str:
        return f"in {files[code]}" if code in files else "in the rules that come with the program"

    for code in known.organizations:
        if code.casefold() == organization.code.casefold():
            yield ("code",), f"{code} is {whose(code)} already"
    for place, kind in enumerate(organization.credential):
        for where, name in _names(place, kind):
            if found := known.find_credential(name):
                yield where, f"{name} is a credential of {found[0].code}, {whose(found[0].code)}, already"


# names and credentials


def _names(place: int, kind: CredentialKind) -> Iterator[tuple[Place, str]]:
    """The code and the aliases of a credential."""
    yield ("credential", place, "code"), kind.code
    for number, alias in enumerate(kind.aliases):
        yield ("credential", place, "aliases", number), alias


def _code_faults(path: Place, code: str) -> Iterator[Fault]:
    if not _CODE.fullmatch(code):
        yield path, f"{said(code)} is no code: at most 12 letters, digits, hyphens or dots, a letter or digit first"


def _credential_faults(kinds: tuple[CredentialKind, ...], scope: Scope) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, kind in enumerate(kinds):
        for path, name in _names(place, kind):
            yield from _code_faults(path, name)
            if name.casefold() in seen:
                yield path, f"{said(name)} is there twice"
            seen.add(name.casefold())
        yield from text_faults(("credential", place, "name"), kind.name)
        yield from text_faults(("credential", place, "group"), kind.group, LONGEST_LABEL)
        yield from unknown_codes(("credential", place, "replaces"), kind.replaces, scope)
    for code in _replaced_in_a_ring(kinds):
        place = next(number for number, kind in enumerate(kinds) if kind.code == code)
        yield ("credential", place, "replaces"), "by way of others it replaces itself, so that nothing would be left"
        break


def _replaced_in_a_ring(kinds: tuple[CredentialKind, ...]) -> list[str]:
    """The codes that replace one another all round, or lead to such."""
    left = {kind.code: set(kind.replaces) for kind in kinds}
    while ends := [code for code, replaced in left.items() if not replaced & left.keys()]:
        for code in ends:
            del left[code]
    return list(left)


# editions


def _edition_faults(path: Place, edition: Edition, scope: Scope) -> Iterator[Fault]:
    if not _ID.fullmatch(edition.id):
        yield (*path, "id"), f"{said(edition.id)} is no id: at most 40 letters, digits, hyphens, dots or underscores"
    if not edition.source.strip():
        yield (*path, "source"), "it is empty; say who states these rules, and when that was read"
    yield from _pool_faults((*path, "pool"), edition.pool, scope)
    for place, rule in enumerate(edition.requirement):
        yield from requirement_faults((*path, "requirement", place), rule, scope)
    yield from _percent_faults(path, edition, scope)
    if rounding := edition.rounding:
        yield from amount_faults((*path, "rounding", "unit"), rounding.unit)
        yield from amount_faults((*path, "rounding", "ceus"), rounding.ceus)
        yield from amount_faults((*path, "rounding", "from_minutes"), rounding.from_minutes)
    yield from type_faults((*path, "core_only"), edition.core_only)
    for place, expiry in enumerate(edition.expiry):
        yield from type_faults((*path, "expiry", place, "types"), expiry.types)
        if not 1 <= expiry.months <= LONGEST_CYCLE:
            yield (*path, "expiry", place, "months"), f"they must be from 1 to {LONGEST_CYCLE}"
    for place, step in enumerate(edition.step):
        yield from amount_faults((*path, "step", place, "cost"), step.cost, zero=True)
        for field, most in _LONGEST_STEP.items():
            if not -most <= getattr(step, field) <= most:
                yield (*path, "step", place, field), f"they can be at most {most}, before or after"


def _percent_faults(path: Place, edition: Edition, scope: Scope) -> Iterator[Fault]:
    """Percentages of what several credentials owe each for itself."""
    if edition.pool.kind != "each" or len(scope.codes) < 2:
        return
    for place, rule in enumerate(edition.requirement):
        if isinstance(rule, Share | Cap) and rule.percent is not None:
            what = "of whose CEUs is not clear where each credential owes its own; give per_activity, or a minimum"
            yield (*path, "requirement", place, "percent"), what


def _pool_faults(path: Place, pool: Pool, scope: Scope) -> Iterator[Fault]:
    if pool.kind == "by-count":
        if not pool.table:
            yield (*path, "table"), "it is empty; say how many CEUs one credential needs, then two, and so on"
    elif missing := [kind.code for kind in scope.organization.credential if kind.code not in pool.figures]:
        yield (*path, "figures"), f"they lack {said(', '.join(missing))}"
    for place, ceus in enumerate(pool.table):
        yield from amount_faults((*path, "table", place), ceus)
    for code, ceus in pool.figures.items():
        if code not in scope.codes:
            yield (*path, "figures", code), no_credential(code, scope)
        yield from amount_faults((*path, "figures", code), ceus)
    yield from amount_faults((*path, "plus"), pool.plus, zero=True)
    yield from amount_faults((*path, "ceiling"), pool.ceiling)
    yield from unknown_codes((*path, "not_counted"), pool.not_counted, scope)
