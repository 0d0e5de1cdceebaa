"""How many CEUs are owed in all, and which part of them each credential carries."""

from collections.abc import Sequence
from decimal import Decimal

from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Edition, Organization
from ceulog.domain.named import NamedTuple
from ceulog.domain.requirements import Pool

ZERO = Decimal(0)


class Part(NamedTuple):
    """The CEUs of the pool that one credential carries."""

    credential: HeldCredential
    ceus: Decimal


def active(organization: Organization, held: Sequence[HeldCredential]) -> tuple[HeldCredential, ...]:
    """The credentials that must be kept: those held, less those that another one held replaces."""
    kinds = [kind for each in held if (kind := organization.kind_of(each.code))]
    replaced = {code for kind in kinds for code in kind.replaces}
    return tuple(each for each in held if each.code not in replaced)


def needed(edition: Edition, cycle: Cycle, held: Sequence[HeldCredential]) -> Decimal:
    """CEUs owed in all in a cycle for these active credentials; the holder's override wins."""
    if cycle.required:
        return cycle.required.ceus
    return _by_rule(edition.pool, held)


def _by_rule(pool: Pool, held: Sequence[HeldCredential]) -> Decimal:
    if not held:
        return ZERO
    if pool.kind == "by-count":
        return pool.table[min(number_held(pool, held), len(pool.table)) - 1]
    figures = [_figure(pool, each) for each in held]
    if pool.kind == "each":
        return max(figures)
    total = max(figures) + pool.plus * (len(held) - 1)
    return total if pool.ceiling is None else min(total, pool.ceiling)


def number_held(pool: Pool, held: Sequence[HeldCredential]) -> int:
    """How many credentials a pool `by-count` counts; at least one, if any is held."""
    return max(sum(each.code not in pool.not_counted for each in held), 1 if held else 0)


def _figure(pool: Pool, credential: HeldCredential) -> Decimal:
    return pool.figures.get(credential.code, ZERO)


def parts(edition: Edition, cycle: Cycle, held: Sequence[HeldCredential]) -> tuple[Part, ...]:
    """What each credential carries of the pool, in the order in which they are filled.

    `largest-plus`: the largest requirement first, then by award date and code; each further one
    carries what the rule adds for it, within what is left of the pool. An override below the rule's
    sum is cut from the end; what it adds goes to the first.
    """
    pool = edition.pool
    if pool.kind == "by-count":
        return tuple(Part(each, needed(edition, cycle, held)) for each in held)
    if pool.kind == "each":
        return tuple(Part(each, _own_figure(pool, cycle, each)) for each in held)
    ordered = sorted(held, key=lambda each: (-_figure(pool, each), each.earned, each.code))
    shares = [pool.plus if place else _figure(pool, each) for place, each in enumerate(ordered)]
    left = _by_rule(pool, held)
    excess = max(cycle.required.ceus - left, ZERO) if cycle.required else ZERO
    left = min(left, cycle.required.ceus) if cycle.required else left
    carried = []
    for credential, share in zip(ordered, shares, strict=True):
        carried.append(Part(credential, min(share, left) + excess))
        left -= min(share, left)
        excess = ZERO
    return tuple(carried)


def _own_figure(pool: Pool, cycle: Cycle, credential: HeldCredential) -> Decimal:
    """What a credential owes for itself: its own override, the organization's, or the rule's figure."""
    override = cycle.minimums.get(credential.code) or cycle.required
    return override.ceus if override else _figure(pool, credential)
