"""What fills the form's fields: what is typed into them, the quick line, and what follows from either."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from ceulog.domain.editions import Rulebook
from ceulog.tui.field_dates import date_text
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.reading import Setting, day_meant
from ceulog.tui.forms.suggesting import Memory
from ceulog.wording.numbers import plain
from ceulog.wording.providers import provider_of
from ceulog.wording.quick_line import QuickLine, read_quick_line


def taken_up(shown: FormDraft, before: FormDraft, setting: Setting, memory: Memory) -> FormDraft:
    """The draft after something was typed.

    Args:
        shown: what stands in the fields, and in the quick line.
        before: the draft so far: what differs from it was typed, and is no longer filled by the quick line.
        setting: what the form is read against.
        memory: what the log remembers, for the sponsors that the quick line knows.
    """
    by_hand = {name for name in FormDraft._fields if getattr(shown, name) != getattr(before, name)} - {"quick"}
    draft = shown._replace(edited=before.edited | by_hand)
    if draft.quick != before.quick:
        draft = filled(draft, setting.state.organizations(), setting.today, setting.rulebook, memory.sponsors)
    if setting.rulebook.asks_domain(setting.codes):
        draft = _following_sponsor(draft, before)
    return planned_by_date(draft, setting.today) if "date" in by_hand else draft


def filled(
    draft: FormDraft, held: Iterable[str], today: dt.date, rulebook: Rulebook, sponsors: Iterable[str] = ()
) -> FormDraft:
    """The draft with what its quick line says, in every field that was not edited by hand.

    Args:
        draft: the form, with its quick line.
        held: codes of the organizations held.
        today: the day that dates are reckoned from.
        rulebook: the rules, for the codes of credentials and for who asks which association provided it.
        sponsors: those of the log.
    """
    codes = tuple(held)
    known = _credential_codes(rulebook)
    said = read_quick_line(draft.quick, today, organizations=codes, credentials=known, sponsors=sponsors)
    sponsor = draft.sponsor if "sponsor" in draft.edited else said.sponsor
    own = {code: plain(ceus) for code, ceus in said.credits.items()}
    fields: dict[str, Any] = {
        "title": said.title,
        "sponsor": said.sponsor,
        "type": said.type or "other",
        "ceus": "" if said.ceus is None else plain(said.ceus),
        "minutes": "" if said.minutes is None else str(said.minutes),
        "date": said.unclear_date or date_text(said.date or today),
        "index_number": said.index_number,
        "approved_for": " ".join(said.approved_for),
        "provided_by": provider_of(sponsor) if rulebook.asks_domain(codes) else "",
        "location": said.location,
        "planned": said.planned or _is_to_come(draft, today),
        "organizations": _organizations_said(said, codes),
        "credits": own,
    }
    return draft._replace(**{name: value for name, value in fields.items() if name not in draft.edited})


def _credential_codes(rulebook: Rulebook) -> list[str]:
    known = rulebook.organizations.values()
    return [code for each in known for kind in each.credential for code in (kind.code, *kind.aliases)]


def _organizations_said(said: QuickLine, held: tuple[str, ...]) -> tuple[str, ...]:
    """Whom it counts for: those named, else all; CEUs for each that has its own and none for all name them too."""
    named = said.organizations
    if named or (said.ceus is None and said.minutes is None):
        named = (*named, *said.credits)
    return _known(named, held) or held


def _known(said: Iterable[str], held: tuple[str, ...]) -> tuple[str, ...]:
    named = {code.casefold() for code in said}
    return tuple(code for code in held if code.casefold() in named)


def _is_to_come(draft: FormDraft, today: dt.date) -> bool:
    day = day_meant(draft, today)
    return "date" in draft.edited and day is not None and day > today


def planned_by_date(draft: FormDraft, today: dt.date) -> FormDraft:
    """The draft marked as planned, or not, by its date; left as it is where the box was ticked by hand."""
    if _is_to_come(draft, today):
        return draft._replace(planned=True)
    return draft if "planned" in draft.edited else draft._replace(planned=False)


def _following_sponsor(draft: FormDraft, before: FormDraft) -> FormDraft:
    """The draft whose provider follows from a sponsor that was changed, unless somebody chose it."""
    if draft.sponsor == before.sponsor or "provided_by" in draft.edited:
        return draft
    return draft._replace(provided_by=provider_of(draft.sponsor))
