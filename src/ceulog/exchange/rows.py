"""Activities -> rows: the columns that a verification or an audit asks for, and a faithful import needs.

A cell is plain text here: nothing is guarded, dates are ISO, CEUs plain decimals, lists joined by `;`.
"""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import islice, repeat
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.portal import STANDINGS, day_of, standing_at
from ceulog.domain.records import plain_decimal
from ceulog.domain.state import LogState
from ceulog.domain.text import index_key, printable
from ceulog.exchange.portal import steps_cell
from ceulog.exchange.scope import Claim

Row = dict[str, str]
"""Column -> cell, in the order of `COLUMNS`."""
Columns = dict[str, Sequence[Any]]
"""Field or column -> what stands in it in each of some rows."""
_AT_ONCE = 512
"""Rows; their columns stay in the processor's cache."""

COLUMNS = (
    "row", "activity_id", "holder_name", "body", "member_id", "credential", "credential_number",
    "cycle_start", "cycle_end", "date_completed", "date_started", "title", "sponsor", "presenter",
    "activity_type", "education_type", "location", "minutes", "ceus_awarded", "ceus_applied",
    "index_number", "approval_id", "hiim_domain", "hiim_domain_id", "hiim_qualifying", "ahima_source",
    "aapc_ceu_type", "counts", "reason_if_not", "evidence_kind", "evidence_file", "evidence_sha256",
    "missing_elements", "portal_status", "submitted_date", "verified_date", "notes",
    "status", "next_cycle", "credits", "approved_for", "provided_by", "portal_steps",
    "certificate_asked",
)  # fmt: skip

WHOLE = frozenset({"row", "minutes", "hiim_domain_id"})
NUMBERS = WHOLE | {"ceus_awarded", "ceus_applied"}
DATES = frozenset({
    "cycle_start", "cycle_end", "date_completed", "date_started", "submitted_date", "verified_date",
    "certificate_asked",
})  # fmt: skip
NUMBERS_AND_DATES = NUMBERS | DATES
"""Columns whose cells are never text."""

_EDUCATION_TYPES = {
    "webinar": "Webinar",
    "on-demand": "Online Course",
    "cms-training": "Online Course",
    "quiz": "Online Course",
}
"""AHIMA's word for how it was held, where the type of activity leaves no doubt."""

_ASKS_FIVE_ELEMENTS = "AAPC"
"""The organization that checks its certificates: title, date, CEUs, sponsor, index number."""
_ELEMENTS = ("index_number", "sponsor", "title", "ceus", "certificate")
"""What it looks for; others want the certificate alone."""


def rows_of(claims: Iterable[Claim], state: LogState, rulebook: Rulebook) -> Iterator[Row]:
    """One row for each claim, numbered from 1.

    `ceus_awarded` is what the certificate prints, and empty where the CEUs were worked out from the
    minutes; `credits` is what each organization grants, `ceus_applied` what the credential's bar takes.
    `portal_status` is where it stands with the row's organization, `portal_steps` how it came there with each.
    """
    maker, coming, number = _RowMaker(state, rulebook), iter(claims), 1
    while some := list(islice(coming, _AT_ONCE)):
        yield from maker.rows(number, some)
        number += len(some)


class _RowMaker:
    """Makes rows column by column, so that what is equal in several of them is put into words once."""

    def __init__(self, state: LogState, rulebook: Rulebook) -> None:
        self._holder = state.holder.name
        self._domains = {each.id: each.name for each in rulebook.domains}
        self._numbers = {each.code: each.number for each in state.credentials.values()}
        self._member_ids = {each.organization: each.member_id for each in state.memberships.values()}
        self._organizations = rulebook.organizations

    def rows(self, first: int, claims: Sequence[Claim]) -> Iterator[Row]:
        """The rows of some claims, the first of which has this number."""
        claim: Columns = dict(zip(Claim._fields, zip(*claims, strict=True), strict=True))
        activity: Columns = dict(zip(Activity._fields, zip(*claim["activity"], strict=True), strict=True))
        cells: Columns = dict.fromkeys(COLUMNS, ("",) * len(claims))
        cells |= _of_activities(activity)
        cells |= _in_portals(claims) if any(activity["portal"]) else {"portal_status": (STANDINGS[0],) * len(claims)}
        cells |= {
            "row": list(map(str, range(first, first + len(claims)))),
            "holder_name": (self._holder,) * len(claims),
            "body": claim["organization"],
            "member_id": [self._member_ids.get(each, "") for each in claim["organization"]],
            "credential": claim["credential"],
            "credential_number": [self._numbers.get(each, "") for each in claim["credential"]],
            "cycle_start": _words(lambda each: each.start.isoformat() if each else "", claim["cycle"]),
            "cycle_end": _words(lambda each: each.end.isoformat() if each else "", claim["cycle"]),
            "ceus_applied": _words(plain_decimal, claim["applied"]),
            "hiim_domain": [self._domains.get(each, "") for each in activity["domain"]],
            "counts": ["Y" if each else "N" for each in claim["credential"]],
            "reason_if_not": claim["reason"],
            "missing_elements": _missing(claim, activity),
            "hiim_qualifying": _words(self._qualifies, claim["organization"], claim["cycle"], activity["domain"]),
            "ahima_source": _words(self._is_its_own, claim["organization"], activity["provided_by"]),
        }
        # nearly all texts are printable, which is quicker to see of a whole column
        safe = (
            each if column in NUMBERS_AND_DATES or "".join(each).isprintable() else map(printable, each)
            for column, each in cells.items()
        )
        return map(dict, map(zip, repeat(COLUMNS), zip(*safe, strict=True)))

    def _asking(self, code: str) -> Organization | None:
        """The organization of this code, if its entries are classified by HIIM domain and provider."""
        organization = self._organizations.get(code)
        return organization if organization and organization.asks_domain else None

    def _qualifies(self, code: str, cycle: Cycle | None, domain: int | None) -> str:
        organization = self._asking(code)
        if organization is None:
            return ""
        edition = organization.edition_for(cycle) if cycle else organization.edition[-1]
        wheres = [cap.where for cap in edition.caps if cap.where and cap.where.field == "domain"]
        return _yes(not any(where.holds(domain) for where in wheres))

    def _is_its_own(self, code: str, provided_by: str | None) -> str:
        return _yes(provided_by not in (None, "external")) if self._asking(code) else ""


def _words(read: Callable[..., str], *columns: Sequence[Any]) -> Sequence[str]:
    """What is read of each row of some columns; of rows of the very same values once."""
    ids = [list(map(id, each)) for each in columns]
    keys: Sequence[Hashable] = ids[0] if len(ids) == 1 else list(zip(*ids, strict=True))
    different = dict(zip(keys, zip(*columns, strict=True), strict=True))
    known = {key: read(*row) for key, row in different.items()}
    return list(map(known.__getitem__, keys))


def _of_activities(activity: Columns) -> Columns:
    approved = _words(";".join, activity["approved_for"])
    return {
        "activity_id": activity["id"],
        "date_completed": _words(dt.date.isoformat, activity["date"]),
        "title": activity["title"],
        "sponsor": activity["sponsor"],
        "presenter": activity["presenter"],
        "activity_type": activity["type"],
        "education_type": [_EDUCATION_TYPES.get(each, "") for each in activity["type"]],
        "location": activity["location"],
        "minutes": ["" if each is None else str(each) for each in activity["minutes"]],
        "ceus_awarded": _words(lambda each: "" if each is None else plain_decimal(each), activity["ceus"]),
        "index_number": activity["index_number"],
        "hiim_domain_id": ["" if each is None else str(each) for each in activity["domain"]],
        "aapc_ceu_type": approved,
        "evidence_kind": _words(lambda files: ";".join(each.kind for each in files), activity["certificates"]),
        "evidence_file": _words(lambda files: ";".join(each.file for each in files), activity["certificates"]),
        "evidence_sha256": _words(lambda files: ";".join(each.sha256 for each in files), activity["certificates"]),
        "notes": activity["notes"],
        "status": activity["status"],
        "next_cycle": list(map(_yes, activity["next_cycle"])),
        "credits": _words(_granted, activity["credits"]),
        "approved_for": approved,
        "provided_by": [each or "" for each in activity["provided_by"]],
        "portal_steps": _words(steps_cell, activity["portal"]),
        "certificate_asked": [each.isoformat() if each else "" for each in activity["certificate_asked"]],
    }


def _granted(credits_: Mapping[str, Decimal]) -> str:
    return ";".join(f"{code}={plain_decimal(ceus)}" for code, ceus in sorted(credits_.items()))


def _in_portals(claims: Iterable[Claim]) -> Columns:
    pairs = [(each.activity, each.organization) for each in claims]
    submitted, verified = ([day_of(*pair, state) for pair in pairs] for state in ("submitted", "verified"))
    return {
        "portal_status": [standing_at(*pair) for pair in pairs],
        "submitted_date": [each.isoformat() if each else "" for each in submitted],
        "verified_date": [each.isoformat() if each else "" for each in verified],
    }


def _yes(truth: bool) -> str:
    return "Y" if truth else "N"


def _missing(claim: Columns, activity: Columns) -> Sequence[str]:
    """What the organization's check would not find in each row."""
    numbers = list(map(bool, map(index_key, activity["index_number"])))
    sponsors, titles, proofs = (list(map(bool, activity[each])) for each in ("sponsor", "title", "certificates"))
    amounts = [each is not None for each in activity["ceus"]]
    return _words(_lacking, claim["reason"], claim["organization"], numbers, sponsors, titles, amounts, proofs)


def _lacking(reason: str, organization: str, *there: bool) -> str:
    if reason == "planned":  # nothing is missing of what is still to come
        return ""
    asked = _ELEMENTS if organization == _ASKS_FIVE_ELEMENTS else _ELEMENTS[-1:]
    return ";".join(name for name, is_there in zip(_ELEMENTS, there, strict=True) if not is_there and name in asked)
