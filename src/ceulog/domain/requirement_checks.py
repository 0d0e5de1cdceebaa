"""What can be wrong with a requirement: it must be for somebody, countable, and speak of what exists."""

from collections.abc import Iterator

from ceulog.domain.activities import ACTIVITY_TYPES, PROVIDERS
from ceulog.domain.checking import (
    LONGEST_LABEL,
    Fault,
    Place,
    Scope,
    amount_faults,
    choice_faults,
    said,
    text_faults,
    unknown_codes,
)
from ceulog.domain.requirements import AllOf, AnyOf, Cap, Minimum, OwnRequirement, Requirement, Share, TickBox, Where

DEEPEST_CHOICE = 4
"""Choices inside of one another."""


def requirement_faults(path: Place, rule: Requirement, scope: Scope, depth: int = 0) -> Iterator[Fault]:
    """Everything wrong with one requirement and with its parts.

    Args:
        path: its place in the organization.
        rule: the requirement.
        scope: what it may speak of.
        depth: the number of choices that it lies in.
    """
    yield from text_faults((*path, "label"), rule.label, LONGEST_LABEL)
    if isinstance(rule, Share | Cap):
        if depth:
            yield (*path, "kind"), f"a {rule.kind} is asked of all together, so it can be no part of a choice"
    else:
        yield from _owner_faults(path, rule, scope, depth)
    where = None if isinstance(rule, TickBox | AnyOf | AllOf) else rule.where
    if where is not None:
        yield from _where_faults((*path, "where"), where, scope)
    yield from _number_faults(path, rule)
    if isinstance(rule, Minimum) and depth and where is None:
        yield path, "as a part of a choice it must say of which activities (where)"
    if isinstance(rule, AnyOf | AllOf):
        if not rule.of:
            yield (*path, "of"), "at least one is needed"
        if depth >= DEEPEST_CHOICE:
            yield path, f"choices can lie {DEEPEST_CHOICE} deep inside of one another, no deeper"
            return
        for place, part in enumerate(rule.of):
            yield from requirement_faults((*path, "of", place), part, scope, depth + 1)


def _owner_faults(path: Place, rule: OwnRequirement, scope: Scope, depth: int) -> Iterator[Fault]:
    if not (depth or rule.credentials or rule.groups):
        yield path, "it is for no credential, so nobody would be asked for it; name credentials or groups"
    yield from unknown_codes((*path, "credentials"), rule.credentials, scope)
    if depth:
        yield from _idle_words(path, rule)
    for place, group in enumerate(rule.groups):
        if group not in scope.groups:
            yield (*path, "groups", place), f"no credential is of the group {said(group)}"


def _idle_words(path: Place, rule: OwnRequirement) -> Iterator[Fault]:
    """Words that say nothing on a part of a choice: they belong to the choice as a whole."""
    plain = {"credentials": (), "groups": (), "required": True, "relaxable": False}
    if isinstance(rule, TickBox):
        plain["ceus"] = None
    for field, nothing in plain.items():
        if getattr(rule, field, nothing) != nothing:
            yield (*path, field), "on a part of a choice this says nothing; leave it out"


def _number_faults(path: Place, rule: Requirement) -> Iterator[Fault]:
    for field in ("ceus", "when_alone", "per_activity", "boxes", "hours"):
        yield from amount_faults((*path, field), getattr(rule, field, None))
    percent = rule.percent if isinstance(rule, Share | Cap) else None
    if percent is not None and not 1 <= percent <= 100:
        yield (*path, "percent"), f"{percent} is out of reach; it must be from 1 to 100"
    if isinstance(rule, Cap) and percent is None and rule.per_activity is None:
        yield path, "it has no limit: give a percent, or per_activity"


def _where_faults(path: Place, where: Where, scope: Scope) -> Iterator[Fault]:
    if not (where.any_of or where.none_of):
        yield path, "it names no value: give any_of, or none_of"
    known = {"type": ACTIVITY_TYPES, "provided_by": PROVIDERS, "domain": sorted(scope.domains, key=int)}
    what = {"type": "type of activity", "provided_by": "provider", "domain": "HIIM domain"}
    if where.field in known:
        for name in ("any_of", "none_of"):
            values = getattr(where, name)
            yield from choice_faults((*path, name), values, known[where.field], what[where.field])
