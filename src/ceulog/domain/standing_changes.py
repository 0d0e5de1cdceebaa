"""What is set for an organization: its identity and dues, the current cycle, its closing."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.changes import Change, of_records
from ceulog.domain.cycles import Closing, Cycle, Membership, add_months, cycle_after
from ceulog.domain.editions import Organization
from ceulog.domain.named import NamedTuple
from ceulog.domain.progress import OrganizationProgress
from ceulog.domain.refusals import Refusal
from ceulog.domain.rule_news import settled
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy

YEAR = 12
"""Months from one day of dues to the next."""


_BY_RULE: Mapping[str, Any] = {"edition": "", "extension": None, "share": None}
"""What stands in a cycle for which the holder has set nothing."""
CLEARABLE = (
    "dues_date", "dues_amount", "edition", "extension", "share", "verification_asked", "verification_due",
)  # fmt: skip
"""Settings that can be taken out again; the first day of a verification takes the last one along."""


class Settings(NamedTuple):
    """What was given for an organization. None: not given."""

    member_id: str | None = None
    dues_date: dt.date | None = None
    dues_amount: Decimal | None = None
    dues_paid: bool = False
    """The dues that were due are paid: the next ones are due a year later."""
    edition: str | None = None
    extension: dt.date | None = None
    share: bool | None = None
    cleared: frozenset[str] = frozenset()
    """Settings to be taken out again, of `CLEARABLE`."""
    news_seen: bool = False
    """The holder has seen what changed in the rules of the current cycle."""
    verification_asked: dt.date | None = None
    verification_due: dt.date | None = None


def membership_of(state: LogState, organization: Organization) -> Membership:
    """The membership of an organization.

    Raises:
        Refusal: no credential of it is held.
    """
    membership = state.membership(organization.code)
    if membership is None:
        raise Refusal(f"You hold no credential of {organization.name} yet; start with `ceulog credential add`.")
    return membership


def set_organization(state: LogState, organization: Organization, given: Settings, on: dt.date) -> Change:
    """Set the membership's own facts, and what the current cycle keeps to, on a day.

    Raises:
        Refusal: the organization has no such edition, no share to switch, the extension is none, dues are paid
            of which no day is known, certificates were asked for on a day to come, or an answer is due before that.
    """
    if given.verification_asked and given.verification_asked > on:
        raise Refusal(
            f"{organization.name} cannot have asked on {given.verification_asked.isoformat()}, which is still to come.",
            field="verification_asked",
        )
    before = membership_of(state, organization)
    after = _with_verification(_with_dues(before, given), given).with_current(
        _set_cycle(before.current, organization, given)
    )
    if given.member_id is not None:
        after = after._replace(member_id=tidy(given.member_id))
    return of_records(f"changed the settings of {organization.name}", (before, after))


def _with_dues(membership: Membership, given: Settings) -> Membership:
    date = None if "dues_date" in given.cleared else given.dues_date or membership.dues_date
    amount = None if "dues_amount" in given.cleared else membership.dues_amount
    if given.dues_amount is not None:
        amount = given.dues_amount
    if given.dues_paid:
        if date is None:
            raise Refusal("Say first on which day the dues are due.", field="dues_date")
        date = add_months(date, YEAR)
    return membership._replace(dues_date=date, dues_amount=amount)


def _with_verification(membership: Membership, given: Settings) -> Membership:
    asked = given.verification_asked or membership.verification_asked
    due = given.verification_due or membership.verification_due
    if "verification_asked" in given.cleared:
        asked = None
    if given.cleared & {"verification_asked", "verification_due"}:
        due = given.verification_due
    if asked and due and due < asked:
        raise Refusal(
            f"The answer cannot be due on {due.isoformat()}, before it was asked for on {asked.isoformat()}.",
            field="verification_due",
        )
    return membership._replace(verification_asked=asked, verification_due=due)


def proposed_due(organization: Organization, asked: dt.date) -> dt.date | None:
    """The last day for an answer by what is known of the organization; None where nothing is."""
    days = organization.verification.days
    return asked + dt.timedelta(days) if days is not None else None


def _set_cycle(cycle: Cycle, organization: Organization, given: Settings) -> Cycle:
    cycle = cycle._replace(**{name: value for name, value in _BY_RULE.items() if name in given.cleared})
    if given.edition is not None:
        if given.edition not in (known := [each.id for each in organization.edition]):
            raise Refusal(
                f"{organization.name} has no edition {tidy(given.edition)[:40]}; it has {', '.join(known)}.",
                field="edition",
            )
        cycle = cycle._replace(edition=given.edition)
    if given.extension is not None:
        if given.extension <= cycle.end:
            raise Refusal(f"An extension ends after the cycle does ({cycle.end.isoformat()}).", field="extension")
        cycle = cycle._replace(extension=given.extension)
    if given.share is not None:
        if not any(each.switchable for each in organization.edition_for(cycle).shares):
            raise Refusal(f"The rules of {organization.name} for this cycle have no share to switch on or off.")
        cycle = cycle._replace(share=given.share)
    chosen_anew = given.edition is not None or "edition" in given.cleared
    return settled(cycle, organization) if chosen_anew or given.news_seen else cycle


def may_close(progress: OrganizationProgress) -> bool:
    """Whether the current cycle can be closed today: it is over, or complete."""
    return progress.complete or progress.on > progress.cycle.last_day


def renew(state: LogState, progress: OrganizationProgress, status: Mapping[str, Any]) -> Change:
    """Close the current cycle as it stands and open the next.

    Args:
        state: the log.
        progress: of the organization, in that log.
        status: its object of `status --json`, which the closed cycle keeps.

    Raises:
        Refusal: it is neither over nor complete.
    """
    organization, cycle = progress.organization, progress.cycle
    if not may_close(progress):
        raise Refusal(
            f"The {organization.cycle_word} of {organization.name} runs until {cycle.last_day.isoformat()} and is not "
            "complete, so it stays open."
        )
    counted = {
        each.activity.id: {code: str(ceus) for code, ceus in each.applied.items()}
        for each in progress.standings
        if each.applied
    }
    codes = {each.code for each in progress.credentials}
    ticks = tuple(each.id for each in state.ticks.values()
                  if each.credential in codes and cycle.start <= each.date <= cycle.last_day)  # fmt: skip
    closed = cycle._replace(closing=Closing(progress.on, status, counted, ticks))
    before = progress.membership
    following = cycle_after(cycle, organization.cycle_months)
    same_edition = organization.edition_for(following).id == progress.edition.id
    # what was not told of this edition yet is told in the next cycle
    if same_edition:
        following = following._replace(rules_seen=cycle.rules_seen, facts_seen=cycle.facts_seen)
    else:
        following = settled(following, organization)
    after = before._replace(cycles=(*before.cycles[:-1], closed, following))
    return of_records(f"closed the {organization.cycle_word} of {organization.name}", (before, after))
