"""The texts of a form, read: what they mean, and what is wrong with which field."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import TypeVar

from ceulog.domain.activities import Activity, Certificate
from ceulog.domain.bounds import within_bounds
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import Entry, compose
from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.paths import path_fault, read_paths
from ceulog.wording.dates import date_in_words, parse_date
from ceulog.wording.echo import echo
from ceulog.wording.numbers import parse_ceus, parse_minutes, plain

V = TypeVar("V")

Faults = dict[str, str]
"""Field -> the sentence that says what is wrong with it."""

MISSING_TITLE = "Say what it was."
MISSING_CEUS = "Say how many CEUs it granted, or how many minutes it took."


class Setting(NamedTuple):
    """What a form is read against."""

    state: LogState
    rulebook: Rulebook
    today: dt.date
    new_id: str
    base: Activity | None = None
    """The activity that is being put right."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The organizations that an entry can count for: those that are held, and those that it counts for already."""
        return tuple(dict.fromkeys((*self.state.organizations(), *(self.base.credits if self.base else ()))))


class Reading(NamedTuple):
    """What the texts mean."""

    activity: Activity | None
    """None when they do not make one yet."""
    faults: Faults


def read_form(draft: FormDraft, setting: Setting) -> Reading:
    """Read everything, as far as it can be read; a field with a fault is taken as not given."""
    faults: Faults = {}
    entry = _entry(draft, setting, faults)
    if not tidy(draft.title):
        faults["title"] = MISSING_TITLE
    if entry.ceus is None and entry.minutes is None and not entry.credits and not {"ceus", "minutes"} & faults.keys():
        faults["ceus"] = MISSING_CEUS
        return Reading(None, faults)
    try:
        activity = compose(
            entry, setting.state, setting.rulebook, setting.today, new_id=setting.new_id, base=setting.base
        )
    except Refusal as refusal:
        faults.setdefault(FIELD_OF.get(refusal.field, refusal.field) or "title", str(refusal))
        return Reading(None, faults)
    if beyond := bound_faults(activity):
        return Reading(None, beyond | faults)
    return Reading(activity, faults)


FIELD_OF = {"for": "organizations", "credits": "organizations"}
"""Where the fault of a record's field is said in the form, when not under its own name."""


def _entry(draft: FormDraft, setting: Setting, faults: Faults) -> Entry:
    ceus = _read(draft.ceus, "ceus", parse_ceus, faults)
    minutes = _read(draft.minutes, "minutes", parse_minutes, faults)
    given = {"ceus": ceus, "minutes": minutes, "domain": draft.domain, "provided_by": draft.provided_by}
    for path in read_paths(draft.certificate):
        if fault := path_fault(path):
            faults.setdefault("certificate", fault)
    return Entry(
        title=draft.title,
        date=_day(draft, setting.today, faults),
        ceus=ceus,
        minutes=minutes,
        organizations=_organizations(draft, setting),
        credits=_own_credits(draft, faults),
        type=draft.type,
        sponsor=draft.sponsor,
        index_number=draft.index_number,
        approved_for=_approved(draft.approved_for, setting.rulebook, faults),
        domain=int(draft.domain) if draft.domain else None,
        provided_by=draft.provided_by or None,
        presenter=draft.presenter,
        location=draft.location,
        status="planned" if draft.planned else "done",
        next_cycle=draft.next_cycle,
        notes=draft.notes,
        certificates=_kept_certificates(draft, setting.base),
        cleared=frozenset(name for name, value in given.items() if value in (None, "")),
    )


def _kept_certificates(draft: FormDraft, base: Activity | None) -> tuple[Certificate, ...] | None:
    if base is None or not draft.dropped:
        return None
    return tuple(each for each in base.certificates if each.file not in draft.dropped)


def _read(text: str, field: str, reader: Callable[[str], V], faults: Faults) -> V | None:
    if not text.strip():
        return None
    try:
        return reader(text)
    except ValueError as fault:  # BadDate and BadNumber carry their sentence
        faults[field] = str(fault)
        return None


def _day(draft: FormDraft, today: dt.date, faults: Faults) -> dt.date | None:
    # "dec 5" is the next one where somebody said that it is still to come; a box that follows the date says nothing
    coming = draft.planned and "planned" in draft.edited
    return _read(draft.date, "date", lambda text: parse_date(text, today, coming=coming), faults)


def _organizations(draft: FormDraft, setting: Setting) -> tuple[str, ...] | None:
    # an organization whose rules are gone stays as it was, unless something is changed about it
    base = setting.base
    return None if base and set(draft.organizations) == set(base.credits) else draft.organizations


def _own_credits(draft: FormDraft, faults: Faults) -> dict[str, Decimal]:
    own: dict[str, Decimal] = {}
    for code in draft.organizations:
        ceus = _read(draft.credits.get(code, ""), "organizations", parse_ceus, faults)
        if ceus is not None:
            own[code] = ceus
    return own


def _approved(text: str, rulebook: Rulebook, faults: Faults) -> tuple[str, ...]:
    codes = text.replace(",", " ").split()
    for code in codes:
        if rulebook.find_credential(code) is None:
            faults["approved_for"] = f"No organization awards a credential called {echo(code)}."
            return ()
    return tuple(codes)


def offered_ceus(draft: FormDraft, code: str, setting: Setting) -> str:
    """CEUs that an organization grants when nothing else is typed for it; empty when unknown."""
    alone = draft._replace(credits={}, organizations=(code,), planned=True, next_cycle=False, title="-")
    activity = read_form(alone, setting._replace(base=None)).activity
    return plain(activity.credits[code]) if activity and code in activity.credits else ""


def day_of(text: str, today: dt.date) -> dt.date | None:
    """The day that a text means; None when it means none."""
    return _read(text, "date", lambda typed: parse_date(typed, today), {})


def day_meant(draft: FormDraft, today: dt.date) -> dt.date | None:
    """The day of a form; None when its date means none."""
    return _day(draft, today, {})


def date_words(draft: FormDraft, today: dt.date) -> str:
    """How the date reads, to stand beside it; empty when it does not read as one."""
    day = day_meant(draft, today)
    return date_in_words(day, today) if day else ""


def bound_faults(activity: Activity) -> Faults:
    """What is out of bounds in an activity, by the field of the form; a missing title is another's matter."""
    whole = activity if activity.title else activity._replace(title="-")
    if within_bounds(whole):
        return {}
    from ceulog.logbook.gate import Faults as BoundFaults  # noqa: PLC0415 - pydantic is dear to import
    from ceulog.logbook.gate import phrase_faults  # noqa: PLC0415

    found: Faults = {}
    try:
        phrase_faults(whole)
    except BoundFaults as refusal:
        for field, sentence in refusal.faults:
            found.setdefault(FIELD_OF.get(field, field) or "title", sentence)
    return found
