"""A form half typed, as plain texts, and what a finished one hands over."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change, added, edited
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import Edit, LogState
from ceulog.domain.templates import Template
from ceulog.tui.field_dates import date_text
from ceulog.tui.forms.paths import read_paths
from ceulog.wording.numbers import plain


class FormDraft(NamedTuple):
    """Everything typed into the form, as it was typed."""

    quick: str = ""
    """The quick line."""
    title: str = ""
    date: str = ""
    ceus: str = ""
    minutes: str = ""
    type: str = "other"
    sponsor: str = ""
    index_number: str = ""
    domain: str = ""
    """The id of a HIIM domain; empty: not classified."""
    provided_by: str = ""
    approved_for: str = ""
    certificate: str = ""
    presenter: str = ""
    location: str = ""
    notes: str = ""
    planned: bool = False
    next_cycle: bool = False
    organizations: tuple[str, ...] = ()
    """Those that are checked."""
    credits: Mapping[str, str] = {}
    """Organization -> its own CEUs as typed."""
    dropped: frozenset[str] = frozenset()
    """Files of attached certificates that are to be taken off the entry."""
    edited: frozenset[str] = frozenset()
    """Fields that the quick line no longer fills."""


class FormOutcome(NamedTuple):
    """What a form hands over to be saved."""

    change: Change
    draft: FormDraft
    """To open the form with again, should the disk refuse."""
    another: bool
    """Whether to go on with an empty form."""
    certificate_paths: tuple[Path, ...] = ()


def finished(base: Activity | None, activity: Activity, draft: FormDraft, *, another: bool) -> FormOutcome:
    """What a form hands over that was filled in.

    Args:
        base: the activity that was put right; None for a new one.
        activity: what it is now.
        draft: as it was typed.
        another: whether to go on with an empty form.
    """
    change = edited(base, activity) if base else added(activity)
    paths = read_paths(draft.certificate)
    if base and paths and not change.edits:  # its certificate is all that is new
        change = change._replace(edits=(Edit(base, activity),))
    return FormOutcome(change, draft, another, paths)


def empty_draft(state: LogState, today: dt.date) -> FormDraft:
    """The form as it opens: today, for every organization held."""
    return FormDraft(date=date_text(today), organizations=state.organizations())


def draft_of(activity: Activity) -> FormDraft:
    """The texts of an activity that is to be put right."""
    return texts_alike(activity)._replace(
        date=date_text(activity.date),
        index_number=activity.index_number,
        notes=activity.notes,
        planned=activity.status == "planned",
        next_cycle=activity.next_cycle,
        organizations=tuple(activity.credits),
        credits={code: plain(ceus) for code, ceus in activity.credits.items() if ceus != activity.ceus},
    )


def texts_alike(record: Activity | Template) -> FormDraft:
    """The texts of what an activity and a template have alike."""
    return FormDraft(
        title=record.title,
        ceus="" if record.ceus is None else plain(record.ceus),
        minutes="" if record.minutes is None else str(record.minutes),
        type=record.type,
        sponsor=record.sponsor,
        domain="" if record.domain is None else str(record.domain),
        provided_by=record.provided_by or "",
        approved_for=" ".join(record.approved_for),
        presenter=record.presenter,
        location=record.location,
    )


def draft_like(activity: Activity, today: dt.date) -> FormDraft:
    """A new entry like an earlier one: today, without what belongs to that one day alone."""
    return draft_of(activity)._replace(
        date=date_text(today), index_number="", notes="", planned=False, next_cycle=False
    )


def is_same(one: FormDraft, other: FormDraft) -> bool:
    """Whether two drafts say the same, whoever filled the fields."""
    return _bare(one) == _bare(other)


def _bare(draft: FormDraft) -> FormDraft:
    own = {code: text for code, text in draft.credits.items() if text.strip()}
    return draft._replace(edited=frozenset(), organizations=tuple(sorted(draft.organizations)), credits=own)
