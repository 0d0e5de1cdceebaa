"""When the rules of an open cycle change under it: by a correction, or by an edition that was found later.

An open cycle follows at once, and remembers of which state of the rules its holder has been told; a
closed one keeps what it was.
"""

from collections.abc import Iterator, Mapping

from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Correction, Edition, Organization
from ceulog.domain.named import NamedTuple
from ceulog.domain.records import plain_decimal
from ceulog.domain.requirements import AllOf, AnyOf, Cap, Hours, Minimum, Requirement, Share, TickBox

TOTAL = "total"
"""The label of what is asked for in all."""
_COMMA = ", "
_AT_MOST = "at most"
_LONGEST = 200
"""Characters that are kept of a label and of what it asks for."""


class FactChange(NamedTuple):
    """One thing that an edition asks for, before and after; empty where it was or is not asked for."""

    label: str
    before: str
    after: str


class RuleNews(NamedTuple):
    """What changed in the rules of an open cycle since its holder was last told."""

    edition: Edition
    """The one that the cycle keeps to now."""
    before: str = ""
    """The id of the edition that it kept to; empty when that is the same."""
    corrections: tuple[Correction, ...] = ()
    """What was put right since, oldest first."""
    changes: tuple[FactChange, ...] = ()
    """Which numbers differ from those that the holder was told of."""


def settled(cycle: Cycle, organization: Organization) -> Cycle:
    """The cycle, its holder told of the rules as they are."""
    edition = organization.edition_for(cycle)
    return cycle._replace(rules_seen=edition.revision, facts_seen=facts_of(edition))


def rule_news(cycle: Cycle, organization: Organization) -> RuleNews | None:
    """What its holder has to be told of an open cycle's rules; None when nothing changed."""
    edition = organization.edition_for(cycle)
    seen, _, number = cycle.rules_seen.partition("+")
    if cycle.closing:
        return None
    changes = tuple(_changes(cycle.facts_seen, _whole_facts(edition))) if cycle.facts_seen else ()
    if seen and seen != edition.id:
        return RuleNews(edition, before=seen, changes=changes)
    told = int(number) if number.isdecimal() else 0
    news = edition.correction[told:]
    return RuleNews(edition, corrections=news, changes=changes) if news or changes else None


def _changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[FactChange]:
    for label in dict.fromkeys((*before, *after)):
        was, now = before.get(label, ""), after.get(label, "")
        same = _without_new(was, now) if label == TOTAL and len(was) < _LONGEST else now
        if was != same[:_LONGEST]:
            yield FactChange(label, was, now[:_LONGEST])


def _without_new(was: str, now: str) -> str:
    """What is asked for in all, without credentials that had no figure before: who holds others is not concerned."""
    known = {code for each in was.split(_COMMA) if (code := _code_of(each))}
    return _COMMA.join(each for each in now.split(_COMMA) if (code := _code_of(each)) in known or not code)


def _code_of(part: str) -> str:
    """The credential of a figure such as "CCS 20"; empty for a row of a table, a "+10" or an "at most 50"."""
    code = part.rpartition(" ")[0]
    return "" if code == _AT_MOST else code


def facts_of(edition: Edition) -> dict[str, str]:
    """What an edition asks for, by label, each in a few words: so that a later state can be held against it.

    The words are kept in the log: another spelling of them would be told as a change of the rules.
    """
    return {label: words[:_LONGEST] for label, words in _whole_facts(edition).items()}


def _whole_facts(edition: Edition) -> dict[str, str]:
    pool = edition.pool
    owed = [*map(plain_decimal, pool.table), *(f"{code} {plain_decimal(ceus)}" for code, ceus in pool.figures.items())]
    more = [f"+{plain_decimal(pool.plus)}"] if pool.plus else []
    most = [f"{_AT_MOST} {plain_decimal(pool.ceiling)}"] if pool.ceiling is not None else []
    facts = {TOTAL: _COMMA.join((*owed, *more, *most))}
    for rule in edition.requirement:
        label = rule.label if rule.label not in facts else f"{rule.label} ({rule.kind})"
        facts[label] = _asked(rule)
    return {label[:_LONGEST]: words for label, words in facts.items()}


def _asked(rule: Requirement) -> str:
    """What one requirement asks for, and of whom."""
    match rule:
        case Share() | Cap():
            limits = [] if rule.percent is None else [f"{rule.percent} %"]
            if isinstance(rule, Cap) and rule.per_activity is not None:
                limits.append(f"{plain_decimal(rule.per_activity)} of one activity")
            return _COMMA.join(limits)
        case AnyOf() | AllOf():
            joined = " or " if isinstance(rule, AnyOf) else " and "
            words = joined.join(f"({each.label}: {_asked(each)})" for each in rule.of)
        case Hours():
            words = f"{plain_decimal(rule.hours)} hours"
        case TickBox():
            words = str(rule.boxes) if rule.ceus is None else f"{rule.boxes} of {plain_decimal(rule.ceus)} CEUs"
        case Minimum():
            alone = "" if rule.when_alone is None else f", {plain_decimal(rule.when_alone)} alone"
            words = f"{plain_decimal(rule.ceus)}{alone}"
    whose = ", ".join((*rule.credentials, *rule.groups))
    return f"{words} for {whose}" if whose else words
