"""What an auditor reads first: per organization the rule, where it stands, and what does not count; as plain text.

It is made from the object of `status --json`, which a closed cycle keeps of the day on which it was closed, so that
an old cycle is told as it was.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.editions import Edition, Organization, Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import organization_progress
from ceulog.domain.state import LogState
from ceulog.domain.stored import stored_status
from ceulog.domain.text import tidy
from ceulog.exchange.scope import Scope, organizations_of
from ceulog.exchange.status import organization_object


class CycleStanding(NamedTuple):
    """One organization's cycle, as `status --json` has it."""

    organization: Organization
    status: Mapping[str, Any]
    closed_on: dt.date | None = None

    @property
    def cycle(self) -> tuple[str, str]:
        """First and last day, ISO."""
        return self.status["cycle"]["start"], self.status["cycle"]["end"]

    @property
    def edition(self) -> Edition | None:
        """The edition that it kept to; None when the rules have no such one any more."""
        return next((each for each in self.organization.edition if each.id == self.status["edition"]), None)


def standings(
    state: LogState, rulebook: Rulebook, on: dt.date, *, cycle: Scope, organization: str = ""
) -> list[CycleStanding]:
    """Where every organization stands in the cycles in scope, or one of them alone."""
    found: list[CycleStanding] = []
    for code in organizations_of(state):
        membership, rules = state.membership(code), rulebook.organizations.get(code)
        if membership is None or rules is None or organization not in ("", code):
            continue
        if cycle != "current":
            closed = [each for each in membership.cycles if each.closing]
            found += map(partial(_closed, rules), closed[-1:] if cycle == "previous" else closed)
        if cycle != "previous":
            found += _current(state, rulebook, membership, rules, on)
    return found


def _closed(rules: Organization, cycle: Cycle) -> CycleStanding:
    return CycleStanding(rules, stored_status(cycle), cycle.closing.on if cycle.closing else None)


def _current(
    state: LogState, rulebook: Rulebook, membership: Membership, rules: Organization, on: dt.date
) -> Iterator[CycleStanding]:
    if not membership.current.closing:
        progress = organization_progress(state, rulebook, membership.organization, on)
        if progress:
            yield CycleStanding(rules, organization_object(progress))


def summary_lines(
    found: Sequence[CycleStanding], state: LogState, on: dt.date, reason_words: Callable[[str], str] = str
) -> Iterator[str]:
    """The summary, line by line, in plain words and figures.

    Args:
        found: the organizations' cycles.
        state: the log.
        on: the day of the summary.
        reason_words: what a code of a reason is called.
    """
    yield "CONTINUING EDUCATION: SUMMARY"
    yield ""
    if state.holder.name:
        yield f"Holder: {tidy(state.holder.name)}"
    yield f"As of:  {on.isoformat()}"
    for each in found:
        yield ""
        yield from _organization_lines(each, state)
        yield from _excluded_lines(each, reason_words)


def _organization_lines(standing: CycleStanding, state: LogState) -> Iterator[str]:
    status, rules = standing.status, standing.organization
    first, last = standing.cycle
    membership = state.membership(rules.code)
    yield f"{rules.code}: {rules.cycle_word} {first} to {last}" + (
        f", extended to {status['cycle']['extension']}" if status["cycle"].get("extension") else ""
    )
    if membership and membership.member_id:
        yield f"  Member id: {tidy(membership.member_id)}"
    if standing.closed_on:
        yield f"  Closed on {standing.closed_on.isoformat()}, as it stood that day."
    if edition := standing.edition:
        yield f"  Rule ({edition.id}): {edition.summary}"
        sure = f" Confidence: {edition.confidence}." if edition.confidence else ""
        yield f"  Source: {edition.source.rstrip('.')}.{sure}"
    yield f"  CEUs: {status['earned']} of {status['needed']}" + (
        f", {status['surplus']} surplus" if status["surplus"] != "0" else ""
    )
    yield from (f"  {_bar(each)}" for each in status["requirements"])
    numbers = {each.code: each for each in state.held(rules.code)}
    for credential in status["credentials"]:
        held = numbers.get(credential["code"])
        number = f", number {tidy(held.number)}" if held and held.number else ""
        earned = f", awarded {held.earned.isoformat()}" if held else ""
        yield f"  {credential['code']} ({credential['name']}){number}{earned}: {_done(credential['complete'])}"
        yield from (f"    {_bar(each)}" for each in credential["requirements"])


def _excluded_lines(standing: CycleStanding, reason_words: Callable[[str], str]) -> Iterator[str]:
    """What was logged and does not count; not what was deleted."""
    told = [each for each in standing.status["excluded"] if each["reason"] != "in-trash"]
    if told:
        yield "  Does not count, or not wholly:"
    for each in told:
        counted = f", {each['counted']} counted" if "counted" in each else ""
        unit = "CEU" if each["ceus"] == "1" else "CEUs"
        yield f"    {each['ceus']} {unit}: {tidy(each['title'])}: {reason_words(each['reason'])}{counted}"


def _done(complete: bool) -> str:
    return "complete" if complete else "not complete"


def _bar(bar: Mapping[str, Any]) -> str:
    return f"{tidy(bar['label'])}: {bar_words(bar)}"


def bar_words(bar: Mapping[str, Any]) -> str:
    """How far a requirement is: "28.5 of 40, not met"."""
    met = "met" if bar["met"] else "not met" if bar["required"] else "not met, not required"
    done = bar.get("earned", bar.get("done"))
    return f"{done} of {bar['needed']}, {met}"
