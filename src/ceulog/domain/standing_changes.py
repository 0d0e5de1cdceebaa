"""What is set for an organization: its identity and dues, the current cycle, its closing, ticks."""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from ceulog.domain.changes import Change, of_records
from ceulog.domain.credentials import HeldCredential, Tick
from ceulog.domain.cycles import Closing, Membership, cycle_after
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.holdings import NewId, find_held
from ceulog.domain.progress import OrganizationProgress, frame_of
from ceulog.domain.refusals import Refusal
from ceulog.domain.requirements import TickBox
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.domain.ticks import boxes_ticked, ticks_in_cycle


class Settings(NamedTuple):
    """What was given for an organization. None: not given."""

    member_id: str | None = None
    dues_date: dt.date | None = None
    dues_amount: Decimal | None = None
    edition: str | None = None
    extension: dt.date | None = None
    share: bool | None = None


def membership_of(state: LogState, organization: Organization) -> Membership:
    """The membership of an organization.

    Raises:
        Refusal: no credential of it is held.
    """
    membership = state.membership(organization.code)
    if membership is None:
        raise Refusal(f"You hold no credential of {organization.name} yet; start with `ceulog credential add`.")
    return membership


def set_organization(state: LogState, organization: Organization, given: Settings) -> Change:
    """Set the membership's own facts, and what the current cycle keeps to.

    Raises:
        Refusal: the organization has no such edition, no share to switch, or the extension is none.
    """
    before = membership_of(state, organization)
    cycle = before.current
    if given.edition is not None:
        if given.edition not in (known := [each.id for each in organization.edition]):
            raise Refusal(f"{organization.name} has no edition {tidy(given.edition)[:40]}; it has {', '.join(known)}.")
        cycle = cycle._replace(edition=given.edition)
    if given.extension is not None:
        if given.extension <= cycle.end:
            raise Refusal(f"An extension ends after the cycle does ({cycle.end.isoformat()}).")
        cycle = cycle._replace(extension=given.extension)
    if given.share is not None:
        if not any(each.switchable for each in organization.edition_for(cycle).shares):
            raise Refusal(f"The rules of {organization.name} for this cycle have no share to switch on or off.")
        cycle = cycle._replace(share=given.share)
    after = before.with_current(cycle)._replace(
        member_id=before.member_id if given.member_id is None else tidy(given.member_id),
        dues_date=given.dues_date or before.dues_date,
        dues_amount=before.dues_amount if given.dues_amount is None else given.dues_amount,
    )
    return of_records(f"changed the settings of {organization.name}", (before, after))


def renew(progress: OrganizationProgress, status: Mapping[str, Any]) -> Change:
    """Close the current cycle as it stands and open the next.

    Raises:
        Refusal: it is neither over nor complete.
    """
    organization, cycle = progress.organization, progress.cycle
    if progress.on <= cycle.last_day and not progress.complete:
        raise Refusal(
            f"The {organization.cycle_word} of {organization.name} runs until {cycle.last_day.isoformat()} and is not "
            "complete, so it stays open."
        )
    counted = {
        each.activity.id: {code: str(ceus) for code, ceus in each.applied.items()}
        for each in progress.standings
        if each.applied
    }
    closed = cycle._replace(closing=Closing(progress.on, status, counted))
    before = progress.membership
    after = before._replace(cycles=(*before.cycles[:-1], closed, cycle_after(cycle, organization.cycle_months)))
    return of_records(f"closed the {organization.cycle_word} of {organization.name}", (before, after))


def find_box(rulebook: Rulebook, state: LogState, held: HeldCredential, label: str, on: dt.date) -> TickBox:
    """The checkbox of a held credential, by its label or the only one there is.

    Raises:
        Refusal: its current rules have no such box.
    """
    frame = frame_of(state, rulebook, held.organization, on)
    kind = rulebook.organizations[held.organization].kind_of(held.code)
    owed = frame.edition.owed_for(kind) if frame and kind else ()
    boxes = [each for each in owed if isinstance(each, TickBox)]
    for box in boxes:
        if not label or box.label.casefold() == label.casefold():
            return box
    wanted = f"called {tidy(label)[:40]} " if label and boxes else ""
    raise Refusal(f"{held.code} has no box {wanted}to tick.")


def tick(
    state: LogState, rulebook: Rulebook, code: str, label: str, date: dt.date, today: dt.date, new_id: NewId
) -> Change:
    """Tick a box on a day; a box that is ticked already stays as it is (the change is empty).

    Raises:
        Refusal: there is no such box, or the day is still to come or before the award.
    """
    held = find_held(state, rulebook, code)
    if date > today:
        raise Refusal(f"{date.isoformat()} is still to come; tick the box when it is done.")
    if date < held.earned:
        raise Refusal(f"{date.isoformat()} is before the award of {held.code} on {held.earned.isoformat()}.")
    box = find_box(rulebook, state, held, label, today)
    ticked = Tick(new_id(), held.code, box.label, date)
    change = of_records(f"ticked the {box.label} of {held.code}", (None, ticked))
    frame = frame_of(state, rulebook, held.organization, today)
    if any(each.date == date for each in state.ticks_of(held.code, box.label)):
        return change._replace(edits=())
    if frame and frame.cycle.start <= date <= frame.cycle.last_day:
        then = boxes_ticked(state.after(change.edits), frame, held, box)
        if then == boxes_ticked(state, frame, held, box):
            return change._replace(edits=())
    return change


def untick(state: LogState, rulebook: Rulebook, code: str, label: str, today: dt.date) -> Change:
    """Open a box again: the ticks of the current cycle go.

    Raises:
        Refusal: there is no such box.
    """
    held = find_held(state, rulebook, code)
    box = find_box(rulebook, state, held, label, today)
    frame = frame_of(state, rulebook, held.organization, today)
    ticks = ticks_in_cycle(state, frame, held, box) if frame else ()
    return of_records(f"opened the {box.label} of {held.code} again", *((each, None) for each in ticks))
