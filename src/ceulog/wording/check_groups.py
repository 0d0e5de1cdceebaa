"""What was found, in groups for a screen: each with its heading, in the order of what cannot wait."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from ceulog.domain.named import NamedTuple

GROUPS: Mapping[str, tuple[str, ...]] = {
    "Due": ("no-numbers", "conflict-copy", "verification", "overdue", "deadline", "dues", "ready-to-close"),
    "Missing": ("missing", "weak-proof", "proof-gone", "proof-changed"),
    "Does not count": ("not-counted",),
    "Numbers to look at": ("same-number", "odd-number", "odd-unit"),
    "Not classified": ("no-domain", "no-provider"),
    "At the portal": ("questioned", "entered-otherwise", "not-entered", "not-verified"),
    "Questions": ("past-plan", "look-alike"),
}
"""Heading -> the kinds of findings below it."""
OTHER = "Also"
"""The heading of kinds that no group names."""

Found = TypeVar("Found")


class CheckWays(NamedTuple):
    """How to go on about what was found; `{organization}` in it is the code."""

    close: str
    paid: str
    enter: str
    verify: str
    """With `{them}`: the entries."""
    correct: str
    """With `{id}` and `{state}`: of an entry that a portal was told otherwise."""
    merge: str
    """With `{name}`: that of a copy of the log."""


BY_COMMAND = CheckWays(
    close="`ceulog organization renew {organization}` closes it",
    paid="`ceulog organization set {organization} --dues-paid` when they are paid",
    enter="`ceulog portal --organization {organization} --crib` says what to type",
    verify="`ceulog portal --organization {organization} --all --verified` marks {them} when you have been told so",
    correct="correct it there, then `ceulog portal {id} --organization {organization} --{state}`",
    merge='`ceulog merge "{name}" --dry-run` says what is in it, without --dry-run the two become one',
)
BY_KEY = CheckWays(
    close="Enter leads to where it is closed",
    paid="Enter, when they are paid",
    enter="Enter says what to type",
    verify="Enter, when you have been told so",
    correct="Enter leads to where it is marked once it is corrected there",
    merge="Enter shows what comes from it",
)


def heading_of(kinds: Iterable[str]) -> str:
    """The heading below which something stands of which several kinds were found: that of what can wait least."""
    found = set(kinds)
    return next((heading for heading, named in GROUPS.items() if found.intersection(named)), OTHER)


def grouped(found: Iterable[tuple[Iterable[str], Found]]) -> dict[str, list[Found]]:
    """Heading -> what stands below it, in its own order; no heading without anything.

    Args:
        found: kinds, and what is of them.
    """
    groups: dict[str, list[Found]] = {heading: [] for heading in (*GROUPS, OTHER)}
    for kinds, each in found:
        groups[heading_of(kinds)].append(each)
    return {heading: members for heading, members in groups.items() if members}
