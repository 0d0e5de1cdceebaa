"""Fields of two copies that are merged part by part: states in portals by organization and step, proofs by file."""

from collections.abc import Mapping
from typing import TypeVar

from ceulog.domain.activities import Certificate, PortalStep
from ceulog.domain.portal import STANDINGS

Part = TypeVar("Part")
Steps = tuple[PortalStep, ...]


def merged_portal(
    ours: Mapping[str, Steps], theirs: Mapping[str, Steps], before: Mapping[str, Steps]
) -> tuple[dict[str, Steps], list[str]]:
    """The steps in every portal that either side took; and the organizations at which both say another day of one.

    Args:
        ours: organization -> steps.
        theirs: likewise.
        before: what both once had; empty where nobody knows.
    """
    found: dict[str, Steps] = {}
    torn: list[str] = []
    for code in dict.fromkeys((*ours, *theirs)):
        steps, contrary = _merged(*(_by_state(side.get(code, ())) for side in (ours, theirs, before)))
        if contrary:
            torn.append(code)
            found[code] = ours.get(code, ())
        else:
            found[code] = tuple(sorted(steps.values(), key=lambda each: STANDINGS.index(each.state)))
    return {code: steps for code, steps in found.items() if steps}, torn


def _by_state(steps: Steps) -> Mapping[str, PortalStep]:
    return {each.state: each for each in steps}


def merged_certificates(
    ours: tuple[Certificate, ...], theirs: tuple[Certificate, ...], before: tuple[Certificate, ...]
) -> tuple[tuple[Certificate, ...], list[str]]:
    """The proofs that either side attached, ours first; and the files of which both say another thing."""
    found, torn = _merged(*({each.file: each for each in side} for side in (ours, theirs, before)))
    return tuple(found.values()), torn


def _merged(
    ours: Mapping[str, Part], theirs: Mapping[str, Part], before: Mapping[str, Part]
) -> tuple[dict[str, Part], list[str]]:
    """What one side changed or took out is so; where both did, each in its own way, ours stays and is named."""
    found: dict[str, Part] = {}
    torn: list[str] = []
    for key in dict.fromkeys((*ours, *theirs)):
        mine, other, was = ours.get(key), theirs.get(key), before.get(key)
        part = other if mine == was else mine
        if mine != other and was not in (mine, other):
            torn.append(key)
        if part is not None:
            found[key] = part
    return found, torn
