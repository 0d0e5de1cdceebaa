"""What an export speaks of: each activity with the credentials it counts for, or why it counts for none.

In a closed cycle that is what its closing stored, never a new count. An activity that counts anywhere
has only claims that count; one that does not has a single claim, with the reason. Where several
organizations have one, the current cycles speak first, then the closed ones, then whoever is held longest.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal

from ceulog.domain.activities import Activity
from ceulog.domain.closed import as_closed
from ceulog.domain.counting import Standing
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.editions import Rulebook
from ceulog.domain.holdings import find_held
from ceulog.domain.named import NamedTuple
from ceulog.domain.pools import ZERO
from ceulog.domain.progress import organization_progress
from ceulog.domain.state import LogState
from ceulog.domain.stored import stored_ceus, stored_reasons

Scope = Literal["current", "previous", "all"]
"""The current cycles, the latest closed ones, or everything."""


class Claim(NamedTuple):
    """One activity, and a credential for which it counts; or for none, and why."""

    activity: Activity
    organization: str = ""
    cycle: Cycle | None = None
    """The cycle in which it counts, or which explains why it does not."""
    credential: str = ""
    """The code; empty when it counts for none."""
    applied: Decimal = ZERO
    """CEUs that the credential's bar takes from it."""
    reason: str = ""
    """Why it does not count, or not wholly."""


class _Books:
    """What one organization has to say of the activities credited to it."""

    def __init__(self, state: LogState, rulebook: Rulebook, code: str, on: dt.date) -> None:
        self.code = code
        self._on = on
        self._state = state
        self._awards = [each.earned for each in state.held(code)]
        membership = state.membership(code)
        self._cycles: tuple[Cycle, ...] = membership.cycles if membership else ()
        self._closed = [each for each in self._cycles if each.closing]
        self._current = self._cycles[-1] if self._cycles and not self._cycles[-1].closing else None
        progress = organization_progress(state, rulebook, code, on) if self._current else None
        self._standings: tuple[Standing, ...] = progress.standings if progress else ()
        self._explained = {each.activity.id: each for each in progress.excluded} if progress else {}
        self._reasons = {each.end: stored_reasons(each) for each in self._closed}

    @property
    def _latest_closed(self) -> Cycle | None:
        return self._closed[-1] if self._closed else None

    @property
    def has_cycles(self) -> bool:
        """Whether there is any cycle to belong to."""
        return bool(self._cycles)

    def is_in(self, scope: Scope, cycle: Cycle | None) -> bool:
        """Say whether a cycle of this organization (None: no cycle) is in scope."""
        if scope == "all":
            return True
        return cycle is not None and cycle is (self._current if scope == "current" else self._latest_closed)

    def rank(self, cycle: Cycle | None) -> int:
        """How early a cycle speaks: the current one, the latest closed, an older one, none."""
        if cycle is None:
            return 3
        return 0 if cycle is self._current else 1 if cycle is self._latest_closed else 2

    def counting(self) -> Iterator[Claim]:
        """Every claim that counts, the closed cycles' first."""
        for cycle in self._closed:
            counted = cycle.closing.counted if cycle.closing else {}
            for key, applied in counted.items():
                if activity := self._state.activities.get(key):
                    why = self._reasons[cycle.end].get(key, "")
                    yield from self._claims(as_closed(activity), cycle, stored_ceus(applied), why)
        for standing in self._standings:
            yield from self._claims(standing.activity, self._current, standing.applied, standing.reason or "")

    def _claims(
        self, activity: Activity, cycle: Cycle | None, applied: Mapping[str, Decimal], reason: str
    ) -> Iterator[Claim]:
        return (Claim(activity, self.code, cycle, code, ceus, reason) for code, ceus in applied.items())

    def explaining(self, activity: Activity) -> Iterator[Cycle | None]:
        """By which cycles it can be said why an activity credited to it, which nothing counts, does not: by the
        current one, if that has to say so, and by the one that its date lies in.
        """  # noqa: D205 - one sentence
        if is_explained := activity.id in self._explained:
            yield self._current
        cycle = self.cycle_of(activity.date)
        if not is_explained or cycle is not self._current:
            yield cycle

    def explanation(self, activity: Activity, cycle: Cycle | None) -> Claim:
        """Why an activity does not count, by one of those cycles."""
        standing = self._explained.get(activity.id) if cycle is self._current else None
        reason = standing.reason or "" if standing else self._reason(activity, cycle)
        return Claim(activity, self.code, cycle, reason=reason)

    def cycle_of(self, day: dt.date) -> Cycle | None:
        """The latest cycle in which a day lies."""
        return next((each for each in reversed(self._cycles) if each.start <= day <= each.last_day), None)

    def _reason(self, activity: Activity, cycle: Cycle | None) -> str:
        if cycle and cycle.closing and (then := self._reasons[cycle.end].get(activity.id)):
            return then
        if activity.is_planned(self._on):
            return "planned"
        if not self._awards or activity.date < self._awards[0]:
            return "before-award"
        if cycle and cycle.closing:
            return "outside-cycle"
        return "next-cycle" if self._current and activity.date > self._current.last_day else "outside-cycle"


def claims(
    state: LogState, rulebook: Rulebook, on: dt.date, *, cycle: Scope = "current", credential: str | None = None
) -> list[Claim]:
    """Every claim in scope, in order: by date, title, id, and then by credential.

    With a credential, only its organization is asked: the claims of that credential, and the activities
    that count for nothing there.

    Raises:
        Refusal: the credential is neither held nor known to a closed cycle.
    """
    only = known_credential(state, rulebook, credential) if credential else None
    books = {code: _Books(state, rulebook, code, on) for code in ([only[0]] if only else organizations_of(state))}
    counting = [each for book in books.values() for each in book.counting()]
    found = [each for each in counting if books[each.organization].is_in(cycle, each.cycle)]
    if only:
        found = [each for each in found if each.credential == only[1]]
    done = {each.activity.id for each in counting}
    for activity in state.activities.values():
        if activity.id in done or activity.trashed or (only and only[0] not in activity.credits):
            continue
        if explanation := _explanation(activity, books, cycle):
            found.append(explanation)
    return sorted(found, key=_in_order)


def known_credential(state: LogState, rulebook: Rulebook, credential: str) -> tuple[str, str]:
    """The organization and the code of a credential that is held, or that a closed cycle knows.

    Args:
        state: the log.
        rulebook: the rules, which know its aliases.
        credential: as somebody typed it.

    Raises:
        Refusal: it is neither, or no rules are known for its organization.
    """
    known = rulebook.find_credential(credential.strip())
    code = known[1].code if known else credential.strip()
    if state.credential(code) is None:
        for membership in state.memberships.values():
            if code in _closed_codes(membership):
                return membership.organization, code
    held = find_held(state, rulebook, credential)
    return held.organization, held.code


def _closed_codes(membership: Membership) -> set[str]:
    closings = (each.closing for each in membership.cycles if each.closing)
    return {code for closing in closings for applied in closing.counted.values() for code in applied}


def organizations_of(state: LogState) -> list[str]:
    """Those of which a credential is held, by their first award, then others that have or had a cycle."""
    others = sorted(each.organization for each in state.memberships.values())
    return list(dict.fromkeys((*state.organizations(), *others)))


def _explanation(activity: Activity, books: Mapping[str, _Books], scope: Scope) -> Claim | None:
    asked = [book for code, book in books.items() if code in activity.credits]
    if not asked:
        return _unaffiliated(activity, books, scope)
    heard = [(book, cycle) for book in asked for cycle in book.explaining(activity) if book.is_in(scope, cycle)]
    if not heard:
        return None
    book, cycle = min(heard, key=lambda pair: pair[0].rank(pair[1]))
    return book.explanation(activity, cycle)


def _unaffiliated(activity: Activity, books: Mapping[str, _Books], scope: Scope) -> Claim | None:
    """Why an activity credited to no organization of the holder's counts for nothing; it goes with the
    cycles that its date lies in, or with the current ones when there are no cycles yet.
    """  # noqa: D205 - one sentence
    claim = Claim(activity, min(activity.credits, default=""), reason="other-organization")
    if not any(book.has_cycles for book in books.values()):
        return None if scope == "previous" else claim
    return claim if any(book.is_in(scope, book.cycle_of(activity.date)) for book in books.values()) else None


def _in_order(claim: Claim) -> tuple[dt.date, str, str, str, dt.date]:
    activity, cycle = claim.activity, claim.cycle
    return activity.date, activity.title, activity.id, claim.credential, cycle.start if cycle else dt.date.min
