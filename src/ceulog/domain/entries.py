"""From what a coder typed to an activity: the same for the form, the command line and an import."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ceulog.domain.activities import Activity, Certificate, PortalStep, Status
from ceulog.domain.cycles import ONE_DAY, same_month
from ceulog.domain.editions import Organization, Rounding, Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal, unknown_credential
from ceulog.domain.state import LogState
from ceulog.domain.text import listed, tidy, tidy_note


class Entry(NamedTuple):
    """What was given for an activity. None: not given, so the default, or what stood there before."""

    title: str | None = None
    date: dt.date | None = None
    ceus: Decimal | None = None
    minutes: int | None = None
    organizations: tuple[str, ...] | None = None
    credits: Mapping[str, Decimal] | None = None
    """Organization -> CEUs where they differ from `ceus`."""
    type: str | None = None
    sponsor: str | None = None
    index_number: str | None = None
    approved_for: tuple[str, ...] | None = None
    domain: int | None = None
    provided_by: str | None = None
    presenter: str | None = None
    location: str | None = None
    status: Status | None = None
    next_cycle: bool | None = None
    certificates: tuple[Certificate, ...] | None = None
    notes: str | None = None
    portal: Mapping[str, tuple[PortalStep, ...]] | None = None
    """Organization -> the steps to where it stands in its portal; what is said of others stays."""
    certificate_asked: dt.date | None = None
    cleared: frozenset[str] = frozenset()
    """Fields to be emptied: of ceus, minutes, domain, provided_by, certificate_asked."""


def compose(
    entry: Entry, state: LogState, rulebook: Rulebook, today: dt.date, *, new_id: str = "", base: Activity | None = None
) -> Activity:
    """A new activity, or `base` put right.

    Raises:
        Refusal: no CEUs, a date still to come that is not planned, an unknown organization or
            credential, or a next cycle where none can be chosen.
    """
    start = base or Activity(id=new_id, date=today, title="", credits={})
    activity = start._replace(**_given(entry, rulebook), portal=_portal(entry, start))
    if activity.date > today and activity.status != "planned":
        raise Refusal(
            f"{activity.date.isoformat()} is still to come, so it cannot be logged as done. "
            "Log it as planned, or give the day it was completed.",
            field="date",
        )
    activity = activity._replace(credits=credits_of(entry, activity, base, state, rulebook))
    _check_next_cycle(activity, state, rulebook)
    return activity


def _given(entry: Entry, rulebook: Rulebook) -> dict[str, Any]:
    """The fields of the activity that the entry speaks of, made fit."""
    fields: dict[str, Any] = dict.fromkeys(entry.cleared)
    fields |= {name: tidy(given) for name in LINES if (given := getattr(entry, name)) is not None}
    fields |= {name: given for name in PLAIN if (given := getattr(entry, name)) is not None}
    if entry.notes is not None:
        fields["notes"] = tidy_note(entry.notes)
    if entry.approved_for is not None:
        fields["approved_for"] = codes_of(entry.approved_for, rulebook)
    return fields


def _portal(entry: Entry, start: Activity) -> Mapping[str, tuple[PortalStep, ...]]:
    if not entry.portal:
        return start.portal
    return {code: steps for code, steps in {**start.portal, **entry.portal}.items() if steps}


LINES = ("title", "sponsor", "index_number", "presenter", "location")
"""Fields that are one line of text."""
PLAIN = (
    "date", "ceus", "minutes", "type", "domain", "provided_by", "status", "next_cycle", "certificates",
    "certificate_asked",
)  # fmt: skip
"""Fields that are taken as they are given."""


def codes_of(codes: tuple[str, ...], rulebook: Rulebook) -> tuple[str, ...]:
    """The credentials that some codes or aliases mean.

    Raises:
        Refusal: nobody awards one of them.
    """
    found = []
    for code in codes:
        if not code.strip():
            continue
        known = rulebook.find_credential(code.strip())
        if known is None:
            raise unknown_credential(code, "approved_for")
        found.append(known[1].code)
    return tuple(dict.fromkeys(found))


def organization_code(name: str, rulebook: Rulebook) -> str:
    """The code of an organization, case ignored.

    Raises:
        Refusal: no rules are known for it.
    """
    for code in rulebook.organizations:
        if code.casefold() == name.strip().casefold():
            return code
    known = ", ".join(rulebook.organizations)
    raise Refusal(f"No rules are known for an organization called {tidy(name)[:40]}; known are {known}.", field="for")


def credits_of(
    entry: Entry, activity: Activity, base: Activity | None, state: LogState, rulebook: Rulebook
) -> dict[str, Decimal]:
    """The CEUs that each organization grants for an entry.

    Args:
        entry: what was given.
        activity: what it makes of its CEUs and minutes.
        base: the activity that it puts right; None for a new one.
        state: the log.
        rulebook: the rules.

    Raises:
        Refusal: no rules are known for an organization, or nothing says how many they are.
    """
    given = {organization_code(name, rulebook): ceus for name, ceus in (entry.credits or {}).items()}
    if entry.organizations is not None:
        codes = [organization_code(name, rulebook) for name in entry.organizations]
    else:
        codes = list(base.credits) if base else list(state.organizations())
    kept: Mapping[str, Decimal] = {}
    if base and entry.ceus is None and (entry.minutes is None or activity.ceus is not None):
        kept = base.credits
    granted: dict[str, Decimal] = {}
    for code in dict.fromkeys((*codes, *given)):
        worked_out = kept.get(code) or activity.ceus or _by_minutes(activity, code, state, rulebook)
        if (ceus := given.get(code, worked_out)) is not None:
            granted[code] = ceus
    if activity.ceus is None and not granted:
        _refuse_nothing_granted(activity, codes, state, rulebook)
    return granted


def set_apart(activity: Activity) -> dict[str, Decimal]:
    """The CEUs of organizations that grant another number than the one printed."""
    if activity.ceus is None:
        return {}
    return {code: ceus for code, ceus in activity.credits.items() if ceus != activity.ceus}


def keeping_apart(entry: Entry, base: Activity) -> Entry:
    """An entry that says only what is to change, with what was set apart before and it says nothing of.

    The form says all that it knows; a command and a table do not.
    """
    if entry.ceus is None:
        return entry
    said = {each.strip().casefold() for each in entry.credits or ()}
    asked = {each.strip().casefold() for each in (base.credits if entry.organizations is None else entry.organizations)}
    left = asked - said
    apart = {code: ceus for code, ceus in set_apart(base).items() if code.casefold() in left}
    return entry._replace(credits={**apart, **(entry.credits or {})})


def _refuse_nothing_granted(activity: Activity, codes: list[str], state: LogState, rulebook: Rulebook) -> None:
    if activity.minutes is None:
        raise Refusal("Say how many CEUs it granted, or how many minutes it took.", field="ceus")
    where = "where no organization is named" if state.credentials else "yet (you hold no credential)"
    if codes and not any(counts_minutes(code, state, rulebook) for code in codes):
        raise Refusal(
            f"How {listed(codes)} would count {activity.minutes} minutes is not known here; give the CEUs printed on "
            "the certificate.",
            field="ceus",
        )
    if codes:
        where = f"at {listed(codes)}"
    raise Refusal(
        f"{activity.minutes} minutes grant no CEUs {where}; give the CEUs printed on the certificate.", field="ceus"
    )


def _by_minutes(activity: Activity, code: str, state: LogState, rulebook: Rulebook) -> Decimal | None:
    if activity.minutes is None or activity.minutes <= 0:
        return None
    rounding = _rounding(code, state, rulebook)
    return (rounding.ceus_for(activity.minutes) or None) if rounding else None


def counts_minutes(code: str, state: LogState, rulebook: Rulebook) -> bool:
    """Whether it is known how an organization makes CEUs of minutes."""
    return _rounding(code, state, rulebook) is not None


def _rounding(code: str, state: LogState, rulebook: Rulebook) -> Rounding | None:
    organization = rulebook.organizations.get(code)
    if organization is None:
        return None
    membership = state.membership(code)
    return (organization.edition_for(membership.current) if membership else organization.edition[-1]).rounding


def offers_next_cycle(activity: Activity, organization: Organization, state: LogState) -> bool:
    """Say whether the activity may be kept for the organization's next cycle: it leaves that choice,
    and the activity is dated in the calendar month in which a cycle ends, be it the one before the log began.
    """  # noqa: D205 - one sentence
    membership = state.membership(organization.code)
    if not organization.renewal_month or membership is None or organization.code not in activity.credits:
        return False
    before_first = membership.cycles[0].start - ONE_DAY
    ends = (before_first, *(cycle.end for cycle in membership.cycles))
    return any(same_month(activity.date, end) for end in ends)


def _check_next_cycle(activity: Activity, state: LogState, rulebook: Rulebook) -> None:
    if not activity.next_cycle:
        return
    known = (rulebook.organizations[code] for code in activity.credits if code in rulebook.organizations)
    if any(offers_next_cycle(activity, each, state) for each in known):
        return
    choosers = ", ".join(code for code, each in rulebook.organizations.items() if each.renewal_month)
    raise Refusal(
        f"Only CEUs that {choosers} grants in the calendar month in which its cycle ends can be kept for the "
        f"next cycle; {activity.date.isoformat()} is not in such a month.",
        field="next_cycle",
    )
