"""From typed texts to holdings: what the wizard and the credentials dialog share."""

import datetime as dt
from decimal import Decimal

from ceulog.domain import holdings
from ceulog.domain.cycles import Override, renewal_end
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.holdings import Holding
from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.tui.dialogs.asking import Field, Texts
from ceulog.wording.dates import MONTHS, parse_date
from ceulog.wording.numbers import parse_ceus

CYCLE_HINT = "March, or 2027-03-31"


def catalog(rulebook: Rulebook) -> tuple[str, ...]:
    """The codes that can be held."""
    return tuple(kind.code for each in rulebook.organizations.values() for kind in each.credential)


def new_fields(rulebook: Rulebook) -> tuple[Field, ...]:
    """The fields of a credential that begins to be held."""
    return (
        Field("code", "Credential", hint="CPC, CPMA, CCS …", known=catalog(rulebook)),
        Field("earned", "Awarded on", hint="2019-05-14"),
        Field("cycle", "Cycle ends in", hint=f"{CYCLE_HINT}; empty for a further one"),
    )


def adopt(logbook: Logbook, texts: Texts) -> str:
    """Start holding what the fields say; gives a sentence about it.

    Raises:
        Refusal: it cannot be.
        BadDate: a date cannot be understood.
        StorageError: it could not be saved.
    """
    today = logbook.today()
    organization, code = holdings.find_kind(logbook.rulebook, texts["code"])
    holding = Holding(
        earned=parse_date(texts["earned"], today) if texts["earned"] else None,
        cycle_end=cycle_end(texts["cycle"], organization, today),
    )
    logbook.change(lambda state: holdings.adopt(state, logbook.rulebook, code, holding, today, logbook.new_id))
    membership = logbook.state.membership(organization.code)
    cycle = membership.current if membership else None
    dates = f" {organization.name}'s {organization.cycle_word}: {cycle.start} to {cycle.end}." if cycle else ""
    return f"You hold {code} now.{dates}"


def cycle_end(text: str, organization: Organization, today: dt.date) -> dt.date | None:
    """The end that is meant: a date, or a month of which the year is worked out; None for none.

    Raises:
        BadDate: it is neither.
    """
    if not text:
        return None
    names = [name.lower() for name in MONTHS]
    month = names.index(text.lower()[:3]) + 1 if text.lower()[:3] in names else 0
    if text.isdecimal() and 1 <= int(text) <= 12:
        month = int(text)
    return renewal_end(month, today, parity=organization.parity) if month else parse_date(text, today)


def amend(logbook: Logbook, code: str, texts: Texts) -> str:
    """Correct what is held as the fields say; gives a sentence about it.

    Raises:
        Refusal: it cannot be.
        BadDate: a date cannot be understood.
        BadNumber: a number cannot be.
        StorageError: it could not be saved.
    """
    today = logbook.today()
    day = {name: parse_date(texts[name], today) for name in ("earned", "start", "end") if texts[name]}
    numbers = {name: parse_ceus(texts[name]) for name in ("required", "minimum") if texts[name]}
    holding = Holding(
        earned=day.get("earned"),
        cycle_start=day.get("start"),
        cycle_end=day.get("end"),
        number=texts["number"],
        required=_override(numbers.get("required"), texts["reason"]),
        minimum=_override(numbers.get("minimum"), texts["reason"]),
        by_rule=frozenset(name for name in ("required", "minimum") if name not in numbers),
    )
    change = logbook.change(lambda state: holdings.amend(state, logbook.rulebook, code, holding, today))
    return f"{code} is put right." if change.edits else "Nothing was different."


def _override(ceus: Decimal | None, reason: str) -> Override | None:
    if ceus is None:
        return None
    if not reason:
        raise Refusal("Say why your number differs from the rule, such as: my tracker says 27, pro-rated.")
    return holdings.override(ceus, reason)
