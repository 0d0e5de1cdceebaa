"""Starting, correcting and ending what the holder holds: each gives the change, or refuses."""

import datetime as dt
from collections.abc import Callable

from ceulog.domain.bounds import within_bounds
from ceulog.domain.changes import Change, of_records
from ceulog.domain.credentials import Duty, HeldCredential
from ceulog.domain.cycles import ONE_DAY, Cycle, Membership, Override, default_start
from ceulog.domain.editions import Edition, Organization, Rulebook
from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal, unknown_credential
from ceulog.domain.requirements import boxes_in
from ceulog.domain.rule_news import settled
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy

NewId = Callable[[], str]


class Holding(NamedTuple):
    """What was given for a held credential. None: not given."""

    earned: dt.date | None = None
    cycle_start: dt.date | None = None
    cycle_end: dt.date | None = None
    required: Override | None = None
    minimum: Override | None = None
    self_assessment: Duty | None = None
    number: str | None = None
    by_rule: frozenset[str] = frozenset()
    """Overrides to be dropped: of required, minimum."""


def find_kind(rulebook: Rulebook, code: str) -> tuple[Organization, str]:
    """The organization and the canonical code of a credential.

    Raises:
        Refusal: nobody awards it.
    """
    found = rulebook.find_credential(code.strip())
    if found is None:
        raise unknown_credential(code, "code")
    return found[0], found[1].code


def without_rules(state: LogState, rulebook: Rulebook) -> tuple[HeldCredential, ...]:
    """The held credentials for whose organizations no rules are known, such as when a holder's file is gone."""
    return tuple(each for each in state.credentials.values() if each.organization not in rulebook.organizations)


class Numberless(NamedTuple):
    """A held credential for which nothing can be counted."""

    held: HeldCredential
    cycle_word: str
    """What the log lacks of its organization; empty where it is the rules that are not known."""


def without_numbers(state: LogState, rulebook: Rulebook) -> tuple[Numberless, ...]:
    """The held credentials for which nothing can be counted, such as when somebody took something out of a file."""
    found = ((each, rulebook.organizations.get(each.organization)) for each in state.credentials.values())
    return tuple(
        Numberless(each, organization.cycle_word if organization else "")
        for each, organization in found
        if organization is None or state.membership(each.organization) is None
    )


def find_held(state: LogState, rulebook: Rulebook, code: str, *, ruled: bool = True) -> HeldCredential:
    """The held credential of that code or alias.

    Args:
        state: the log.
        rulebook: the rules.
        code: as somebody typed it.
        ruled: whether the rules of its organization are needed.

    Raises:
        Refusal: it is not held, nobody awards it, or its rules are needed and not known.
    """
    for each in without_rules(state, rulebook):
        if each.code.casefold() == code.strip().casefold():
            if ruled:
                raise Refusal(
                    f"You hold {each.code}, but no rules are known for {each.organization}: put its file back into "
                    "the logbook's folder rules. Nothing of it is lost.",
                    field="code",
                )
            return each
    _, canonical = find_kind(rulebook, code)
    held = state.credential(canonical)
    if held is None:
        holds = ", ".join(each.code for each in state.credentials.values()) or "none yet"
        raise Refusal(f"You do not hold {canonical} (you hold: {holds}).", field="code")
    return held


def adopt(state: LogState, rulebook: Rulebook, code: str, holding: Holding, today: dt.date, new_id: NewId) -> Change:
    """Start holding a credential.

    Raises:
        Refusal: it is unknown or held already, its award is still to come, or its cycle is missing,
            impossible, or other than the one its organization already has.
    """
    organization, canonical = find_kind(rulebook, code)
    if state.credential(canonical):
        raise Refusal(f"You already hold {canonical}; `ceulog credential set {canonical}` corrects it.", field="code")
    if holding.earned is None:
        raise Refusal(f"Say on which day {canonical} was awarded.", field="earned")
    _refuse_award_to_come(canonical, holding.earned, today)
    before = state.membership(organization.code)
    _refuse_optional_without_box(organization, canonical, holding)
    if before and state.held(organization.code):
        _refuse_other_cycle(organization, before.current, holding)
        membership = before
    else:
        cycle = _first_cycle(organization, canonical, holding, before)
        membership = before.with_current(cycle) if before else Membership(new_id(), organization.code, (cycle,))
    held = HeldCredential(
        new_id(), organization.code, canonical, holding.earned,
        number=tidy(holding.number or ""), self_assessment=holding.self_assessment or "required",
    )  # fmt: skip
    membership = membership.with_current(_overridden(membership.current, organization, canonical, holding))
    return of_records(f"started holding {canonical}", (before, membership), (None, held))


def _first_cycle(organization: Organization, code: str, holding: Holding, before: Membership | None) -> Cycle:
    if holding.cycle_end is None:
        raise Refusal(
            f"{code} is your first credential of {organization.name}: say when its {organization.cycle_word} ends "
            "(--cycle-end).",
            field="cycle_end",
        )
    if holding.earned and holding.earned > holding.cycle_end:
        raise Refusal(
            f"{code} was awarded on {holding.earned.isoformat()}, after the {organization.cycle_word} that ends on "
            f"{holding.cycle_end.isoformat()}; give the end of the {organization.cycle_word} that it is in.",
            field="cycle_end",
        )
    closed = before.previous if before else None
    start = holding.cycle_start or _start_before(holding.cycle_end, organization)
    if closed and not holding.cycle_start:
        start = max(start, closed.end + ONE_DAY)
    return settled(checked_dates(Cycle(start, holding.cycle_end), organization, closed), organization)


def _start_before(end: dt.date, organization: Organization) -> dt.date:
    try:
        return default_start(end, organization.cycle_months)
    except OverflowError:
        raise Refusal(f"A {organization.cycle_word} cannot end on {end.isoformat()}.", field="cycle_end") from None


def checked_dates(cycle: Cycle, organization: Organization, closed: Cycle | None) -> Cycle:
    """The cycle, if its dates can be; an extension that its end has reached goes.

    Args:
        cycle: the open one.
        organization: whose it is.
        closed: the one before it, which is closed; None for the first.

    Raises:
        Refusal: it ends before it starts, or begins before the closed one ended.
    """
    if closed and cycle.start <= closed.end:
        raise Refusal(
            f"The {organization.cycle_word} to {closed.end.isoformat()} is closed, so the open one begins on "
            f"{(closed.end + ONE_DAY).isoformat()} at the earliest. `ceulog undo` opens it again while its closing was "
            "the last change.",
            field="cycle_start",
        )
    if cycle.extension and cycle.extension <= cycle.end:
        cycle = cycle._replace(extension=None)
    if cycle.start >= cycle.end:
        raise Refusal(
            f"A {organization.cycle_word} from {cycle.start.isoformat()} to {cycle.end.isoformat()} "
            "ends before it starts.",
            field="cycle_end",
        )
    return cycle


def _refuse_award_to_come(code: str, earned: dt.date | None, today: dt.date) -> None:
    if earned and earned > today:
        raise Refusal(f"The award of {code} on {earned.isoformat()} is still to come.", field="earned")


def _refuse_other_cycle(organization: Organization, cycle: Cycle, holding: Holding) -> None:
    other_end = holding.cycle_end is not None and holding.cycle_end != cycle.end
    other_start = holding.cycle_start is not None and holding.cycle_start != cycle.start
    if other_end or other_start:
        raise Refusal(
            f"All credentials of {organization.name} share one {organization.cycle_word}, yours from "
            f"{cycle.start.isoformat()} to {cycle.end.isoformat()}: a later credential takes it over. "
            "Leave the cycle out.",
            field="cycle_end",
        )


def may_be_optional(organization: Organization, code: str) -> bool:
    """Whether a credential has a box that its holder may make optional."""
    kind = organization.kind_of(code)
    rules = (rule for edition in organization.edition for rule in (edition.owed_for(kind) if kind else ()))
    return any(box.relaxable for box in boxes_in(rules))


def has_minimum(edition: Edition, organization: Organization, code: str) -> bool:
    """Whether a credential owes CEUs of its own kind, for which the holder may set another number."""
    kind = organization.kind_of(code)
    return edition.pool.kind == "each" or (kind is not None and edition.minimum_of(kind) is not None)


def _refuse_optional_without_box(organization: Organization, code: str, holding: Holding) -> None:
    if holding.self_assessment == "optional" and not may_be_optional(organization, code):
        raise Refusal(f"{code} has no self-assessment that could be made optional.", field="self_assessment")


def _overridden(cycle: Cycle, organization: Organization, code: str, holding: Holding) -> Cycle:
    minimums = dict(cycle.minimums)
    for given in (holding.required, holding.minimum):
        if given and not within_bounds(given):
            raise Refusal(
                f"{given.ceus} cannot be owed; a number of your own is more than 0 and at most 1000.", field="required"
            )
    if holding.minimum:
        _refuse_minimum_without_one(organization.edition_for(cycle), organization, code)
        minimums[code] = holding.minimum
    if "minimum" in holding.by_rule:
        minimums.pop(code, None)
    required = None if "required" in holding.by_rule else holding.required or cycle.required
    return cycle._replace(required=required, minimums=minimums)


def _refuse_minimum_without_one(edition: Edition, organization: Organization, code: str) -> None:
    if not has_minimum(edition, organization, code):
        raise Refusal(
            f"{code} owes no CEUs of its own kind by edition {edition.id}, so there is no minimum to set; "
            f"--required sets what {organization.name} asks for in all.",
            field="minimum",
        )


def amend(state: LogState, rulebook: Rulebook, code: str, holding: Holding, today: dt.date) -> Change:
    """Correct a held credential, and the current cycle of its organization.

    Raises:
        Refusal: it is not held, or what is given cannot be.
    """
    before = find_held(state, rulebook, code)
    organization = rulebook.organizations[before.organization]
    membership = state.membership(before.organization)
    _refuse_award_to_come(before.code, holding.earned, today)
    _refuse_optional_without_box(organization, before.code, holding)
    after = before._replace(
        earned=holding.earned or before.earned,
        number=before.number if holding.number is None else tidy(holding.number),
        self_assessment=holding.self_assessment or before.self_assessment,
    )
    if membership is None:
        _refuse_cycle_of_none(organization, before.code, holding)
        return of_records(f"changed {before.code}", (before, after))
    cycle = _overridden(_moved(membership, organization, holding), organization, before.code, holding)
    return of_records(f"changed {before.code}", (membership, membership.with_current(cycle)), (before, after))


def _refuse_cycle_of_none(organization: Organization, code: str, holding: Holding) -> None:
    """Where somebody has taken the cycles out of the file, there is none to set anything for."""
    if any((holding.cycle_start, holding.cycle_end, holding.required, holding.minimum, holding.by_rule)):
        raise Refusal(
            f"The log has no {organization.cycle_word} of {organization.name} to set that for. `ceulog credential "
            f"remove {code}` and then `add` with --cycle-end begin one; what you logged stays.",
            field="cycle_end",
        )


def _moved(membership: Membership, organization: Organization, holding: Holding) -> Cycle:
    """The open cycle between the days that are given; the very first one begins as its new end has it."""
    cycle = membership.current
    start, end = holding.cycle_start or cycle.start, holding.cycle_end or cycle.end
    if end != cycle.end and holding.cycle_start is None and membership.previous is None:
        start = _start_before(end, organization)
    if (start, end) == (cycle.start, cycle.end):
        return cycle
    return settled(checked_dates(cycle._replace(start=start, end=end), organization, membership.previous), organization)


def release(state: LogState, rulebook: Rulebook, code: str) -> Change:
    """Stop holding a credential; what was logged and ticked stays.

    Raises:
        Refusal: it is not held.
    """
    held = find_held(state, rulebook, code, ruled=False)
    return of_records(f"stopped holding {held.code}", (held, None))


def breaks_parity(organization: Organization, end: dt.date) -> bool:
    """Say whether a due date's year is odd where its month is even, or even where odd, although the
    organization pairs them (AAPC: odd months fall due in odd years, its page [A3]).
    """  # noqa: D205 - one sentence
    return organization.parity and end.year % 2 != end.month % 2
