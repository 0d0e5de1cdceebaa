"""What stands typed in the activity form, and how it becomes an activity."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, TypeVar

from ceulog.domain.activities import PROVIDERS, Activity
from ceulog.domain.bounds import within_bounds
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import Entry, compose
from ceulog.domain.records import plain_decimal
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.wording.dates import BadDate, parse_date
from ceulog.wording.numbers import BadNumber, parse_ceus, parse_minutes
from ceulog.wording.words import BadWord, parse_type

T = TypeVar("T")


class Credit(NamedTuple):
    """One organization in the form: whether it counts there, and CEUs where they differ."""

    chosen: bool = True
    ceus: str = ""


class FormDraft(NamedTuple):
    """Everything that is typed, as it is typed."""

    quick: str = ""
    texts: Mapping[str, str] = {}
    credits: Mapping[str, Credit] = {}
    planned: bool = False
    next_cycle: bool = False

    def text(self, field: str) -> str:
        """What is typed in a field."""
        return self.texts.get(field, "").strip()


TEXT_FIELDS = ("title", "sponsor", "index_number", "presenter", "location", "notes")


def draft_of(activity: Activity, rulebook: Rulebook, organizations: tuple[str, ...]) -> FormDraft:
    """The form filled with an activity."""
    texts = {name: str(getattr(activity, name)) for name in TEXT_FIELDS}
    texts |= {
        "date": activity.date.isoformat(),
        "ceus": plain_decimal(activity.ceus) if activity.ceus is not None else "",
        "minutes": str(activity.minutes or ""),
        "type": activity.type,
        "domain": rulebook.domain_name(activity.domain),
        "provided_by": activity.provided_by or "",
        "approved_for": " ".join(activity.approved_for),
    }
    codes = dict.fromkeys((*organizations, *activity.credits))
    credit_of = {code: _credit(activity, code) for code in codes}
    return FormDraft("", texts, credit_of, planned=activity.status == "planned", next_cycle=activity.next_cycle)


def _credit(activity: Activity, code: str) -> Credit:
    ceus = activity.credits.get(code)
    differs = ceus is not None and activity.ceus is not None and ceus != activity.ceus
    return Credit(ceus is not None, plain_decimal(ceus) if differs and ceus is not None else "")


class Reading(NamedTuple):
    """What reading a draft needs to know."""

    state: LogState
    rulebook: Rulebook
    today: dt.date
    new_id: Callable[[], str]
    base: Activity | None = None


def read(draft: FormDraft, reading: Reading) -> Activity:
    """The activity that the draft describes, bounds kept.

    Raises:
        Refusal: something typed cannot be understood, or cannot be; its `field` says which.
    """
    activity = compose(
        _entry(draft, reading), reading.state, reading.rulebook, reading.today, new_id="draft", base=reading.base
    )  # fmt: skip
    if reading.base is None:
        activity = activity._replace(id=reading.new_id())
    if not within_bounds(activity):
        from ceulog.logbook.gate import phrase_faults  # noqa: PLC0415 - pydantic is dear to import

        phrase_faults(activity)
    return activity


def _entry(draft: FormDraft, reading: Reading) -> Entry:
    date = _parsed("date", draft, lambda text: parse_date(text, reading.today)) or reading.today
    ceus = _parsed("ceus", draft, parse_ceus)
    minutes = _parsed("minutes", draft, parse_minutes)
    domain = _domain(draft.text("domain"), reading.rulebook)
    provider = _provider(draft.text("provided_by"))
    given = {"ceus": ceus, "minutes": minutes, "domain": domain, "provided_by": provider}
    return Entry(
        title=draft.text("title"), date=date, ceus=ceus, minutes=minutes,
        organizations=tuple(code for code, each in draft.credits.items() if each.chosen),
        credits=_credits(draft, ceus),
        type=_parsed("type", draft, parse_type) or "other",
        sponsor=draft.text("sponsor"), index_number=draft.text("index_number"),
        approved_for=tuple(draft.text("approved_for").replace(",", " ").split()),
        domain=domain, provided_by=provider,
        presenter=draft.text("presenter"), location=draft.text("location"), notes=draft.text("notes"),
        status="planned" if draft.planned or date > reading.today else "done",
        next_cycle=draft.next_cycle,
        cleared=frozenset(name for name, value in given.items() if value is None),
    )  # fmt: skip


def _parsed(field: str, draft: FormDraft, parse: Callable[[str], T]) -> T | None:
    text = draft.text(field)
    if not text:
        return None
    try:
        return parse(text)
    except (BadDate, BadNumber, BadWord) as fault:
        raise Refusal(str(fault), field=field) from None


def _credits(draft: FormDraft, ceus: Decimal | None) -> dict[str, Decimal]:
    found = {}
    for code, credit in draft.credits.items():
        if credit.chosen and credit.ceus.strip():
            try:
                found[code] = parse_ceus(credit.ceus)
            except BadNumber as fault:
                raise Refusal(str(fault), field=f"credit-{code}") from None
        elif credit.chosen and ceus is not None:
            found[code] = ceus
    return found


def _domain(text: str, rulebook: Rulebook) -> int | None:
    if not text:
        return None
    wanted = text.casefold()
    exact = [each.id for each in rulebook.domains if wanted in (str(each.id), each.name.casefold())]
    near = exact or [each.id for each in rulebook.domains if wanted in each.name.casefold()]
    if len(near) != 1:
        names = "; ".join(each.name for each in rulebook.domains)
        raise Refusal(f"That is no single HIIM domain. They are: {names}.", field="domain")
    return near[0]


def _provider(text: str) -> str | None:
    if not text:
        return None
    if text.lower() not in PROVIDERS:
        raise Refusal(f"Provided by is one of {', '.join(PROVIDERS)}.", field="provided_by")
    return text.lower()


def proof_path(draft: FormDraft) -> tuple[Path, ...]:
    """The certificate to attach, if one is named.

    Raises:
        Refusal: there is no such file.
    """
    text = draft.text("certificate").strip("\"'")
    if not text:
        return ()
    path = Path(text).expanduser()
    if not path.is_file():
        raise Refusal(f"There is no file {text}.", field="certificate")
    return (path,)
