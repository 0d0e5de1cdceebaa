"""What can be taken as the beginning of an entry, in words, and the form that it fills."""

import datetime as dt
from decimal import Decimal

from textual.content import Content

from ceulog.domain.offers import TemplateOffer
from ceulog.domain.state import LogState
from ceulog.domain.templates import Template
from ceulog.domain.text import capitalized, tidy
from ceulog.tui.field_dates import date_text
from ceulog.tui.forms.draft import FormDraft, texts_alike
from ceulog.tui.glyphs import terminal_glyphs
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.painting import fitted, shortened
from ceulog.wording.dates import prose_date
from ceulog.wording.numbers import count, plain
from ceulog.wording.recurring import cadence_words, day_words
from ceulog.wording.words import type_name

AMOUNT_WIDTH = 8
"""Cells of the number: "1.5" or "1440 min"."""


def rhythm_words(offer: TemplateOffer) -> str:
    """How often it comes; empty where nobody knows."""
    if offer.own and offer.day:
        return day_words(offer.day)
    return cadence_words(offer.logged) if offer.logged else ""


def fits(offer: TemplateOffer, wanted: str) -> bool:
    """Say whether every word that is looked for occurs in it."""
    kept = offer.template
    text = f"{kept.name}\n{kept.title}\n{kept.sponsor}\n{type_name(kept.type)}\n{kept.location}".casefold()
    return all(word in text for word in wanted.casefold().split())


def _ceus(offer: TemplateOffer) -> Decimal | None:
    return offer.template.ceus or max(offer.template.credits.values(), default=None) or offer.ceus


def amount_words(offer: TemplateOffer) -> str:
    """Its CEUs, else its minutes: "1.5", "90 min"; empty where neither is kept."""
    if ceus := _ceus(offer):
        return plain(ceus)
    return f"{offer.template.minutes} min" if offer.template.minutes else ""


def offer_line(offer: TemplateOffer, width: int) -> Content:
    """Its name, its number, and as much of the rest as there is room for."""
    ellipsis = terminal_glyphs().ellipsis
    name_width = max(min(40, width // 2 - AMOUNT_WIDTH), 10)
    name = fitted(offer.template.name, name_width, ellipsis)
    rest = ", ".join(part for part in (tidy(offer.template.sponsor), rhythm_words(offer)) if part)
    room = width - name_width - AMOUNT_WIDTH - 3
    return Content.assemble(
        f"{name} {amount_words(offer):>{AMOUNT_WIDTH}}",
        (f"  {shortened(rest, max(room, 0), ellipsis)}", MUTED),
    )


def offer_note(offer: TemplateOffer) -> str:
    """What it fills in, and when it comes next, in a sentence or two."""
    kept = offer.template
    ceus = kept.ceus or (None if kept.credits else _ceus(offer))
    number = count(ceus, "CEU") if ceus else ""
    length = f"{kept.minutes} minutes" if kept.minutes else ""
    own = ", ".join(f"{plain(ceus)} for {tidy(code)}" for code, ceus in kept.credits.items())
    facts = (
        f"“{tidy(kept.title)}”", type_name(kept.type), number, own, length, tidy(kept.sponsor), tidy(kept.location),
        tidy(kept.presenter), f"approved for {' '.join(map(tidy, kept.approved_for))}" if kept.approved_for else "",
    )  # fmt: skip
    said = ", ".join(each for each in facts if each) + "."
    often = rhythm_words(offer)
    rhythm = f" {capitalized(often)}." if often else ""
    coming = f" Next: {prose_date(offer.next)}." if offer.next else ""
    return said + rhythm + coming


def draft_of_template(
    template: Template, state: LogState, today: dt.date, planned_on: dt.date | None = None
) -> FormDraft:
    """The form with everything that a template fills in: done today, or planned on a day."""
    held = state.organizations()
    filled = texts_alike(template)._replace(
        organizations=tuple(code for code in template.organizations if code in held),
        credits={code: plain(ceus) for code, ceus in template.credits.items() if code in held},
        planned=planned_on is not None,
    )
    # what the template says, the quick line does not overwrite
    said = {name for name, value in filled._asdict().items() if value != FormDraft._field_defaults[name]}
    return filled._replace(
        organizations=filled.organizations or held,
        date=date_text(planned_on or today),
        edited=frozenset(said | ({"date"} if planned_on else set())),
    )
