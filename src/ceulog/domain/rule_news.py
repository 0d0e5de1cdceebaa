"""When the rules of an open cycle change under it: by a correction, or by an edition that was found later.

An open cycle follows at once, and remembers of which state of the rules its holder has been told; a
closed one keeps what it was.
"""

from typing import NamedTuple

from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Correction, Edition, Organization


class RuleNews(NamedTuple):
    """What changed in the rules of an open cycle since its holder was last told."""

    edition: Edition
    """The one that the cycle keeps to now."""
    before: str = ""
    """The id of the edition that it kept to; empty when that is the same."""
    corrections: tuple[Correction, ...] = ()
    """What was put right since, oldest first; of another edition, everything that it says is new."""


def settled(cycle: Cycle, organization: Organization) -> Cycle:
    """The cycle, its holder told of the rules as they are."""
    return cycle._replace(rules_seen=organization.edition_for(cycle).revision)


def rule_news(cycle: Cycle, organization: Organization) -> RuleNews | None:
    """What its holder has to be told of an open cycle's rules; None when nothing changed."""
    edition = organization.edition_for(cycle)
    seen, _, number = cycle.rules_seen.partition("+")
    if cycle.closing or edition.revision == cycle.rules_seen:
        return None
    if seen and seen != edition.id:
        return RuleNews(edition, before=seen)
    told = int(number) if number.isdecimal() else 0
    news = edition.correction[told:]
    return RuleNews(edition, corrections=news) if news else None
