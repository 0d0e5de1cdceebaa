"""Activities -> rows: the columns that a verification or an audit asks for, and a faithful import needs.

A cell is plain text here: nothing is guarded, dates are ISO, CEUs plain decimals, lists joined by `;`.
"""

from collections.abc import Iterable, Iterator

from ceulog.domain.activities import Activity
from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.portal import day_of, standing_at
from ceulog.domain.records import plain_decimal
from ceulog.domain.state import LogState
from ceulog.domain.text import index_key, printable
from ceulog.exchange.portal import steps_cell
from ceulog.exchange.scope import Claim

Row = dict[str, str]
"""Column -> cell, in the order of `COLUMNS`."""

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


def rows_of(claims: Iterable[Claim], state: LogState, rulebook: Rulebook) -> Iterator[Row]:
    """One row for each claim, numbered from 1.

    `ceus_awarded` is what the certificate prints, and empty where the CEUs were worked out from the
    minutes; `credits` is what each organization grants, `ceus_applied` what the credential's bar takes.
    `portal_status` is where it stands with the row's organization, `portal_steps` how it came there with each.
    """
    maker = _RowMaker(state, rulebook)
    return (maker.row(number, claim) for number, claim in enumerate(claims, 1))


class _RowMaker:
    def __init__(self, state: LogState, rulebook: Rulebook) -> None:
        self._holder = state.holder.name
        self._domains = {each.id: each.name for each in rulebook.domains}
        self._numbers = {each.code: each.number for each in state.credentials.values()}
        self._member_ids = {each.organization: each.member_id for each in state.memberships.values()}
        self._organizations = rulebook.organizations

    def row(self, number: int, claim: Claim) -> Row:
        """The row of one claim."""
        activity, cycle = claim.activity, claim.cycle
        cells = dict.fromkeys(COLUMNS, "")
        cells |= _of_activity(activity)
        cells |= _in_portal(activity, claim.organization)
        cells |= {
            "row": str(number),
            "holder_name": self._holder,
            "body": claim.organization,
            "member_id": self._member_ids.get(claim.organization, ""),
            "credential": claim.credential,
            "credential_number": self._numbers.get(claim.credential, ""),
            "cycle_start": cycle.start.isoformat() if cycle else "",
            "cycle_end": cycle.end.isoformat() if cycle else "",
            "ceus_applied": plain_decimal(claim.applied),
            "hiim_domain": self._domains.get(activity.domain, "") if activity.domain is not None else "",
            "counts": "Y" if claim.credential else "N",
            "reason_if_not": claim.reason,
            "missing_elements": ";".join(_missing(claim)),
        }
        organization = self._organizations.get(claim.organization)
        if organization and organization.asks_domain:
            cells["hiim_qualifying"] = _yes(not _is_outside_domains(claim, organization))
            cells["ahima_source"] = _yes(activity.provided_by not in (None, "external"))
        if "".join(cells.values()).isprintable():  # as nearly all rows are
            return cells
        return {column: printable(text) for column, text in cells.items()}


def _of_activity(activity: Activity) -> Row:
    files = [each.file for each in activity.certificates]
    approved = ";".join(activity.approved_for)
    return {
        "activity_id": activity.id,
        "date_completed": activity.date.isoformat(),
        "title": activity.title,
        "sponsor": activity.sponsor,
        "presenter": activity.presenter,
        "activity_type": activity.type,
        "education_type": _EDUCATION_TYPES.get(activity.type, ""),
        "location": activity.location,
        "minutes": "" if activity.minutes is None else str(activity.minutes),
        "ceus_awarded": "" if activity.ceus is None else plain_decimal(activity.ceus),
        "index_number": activity.index_number,
        "hiim_domain_id": "" if activity.domain is None else str(activity.domain),
        "aapc_ceu_type": approved,
        "evidence_kind": ";".join(each.kind for each in activity.certificates),
        "evidence_file": ";".join(files),
        "evidence_sha256": ";".join(each.sha256 for each in activity.certificates),
        "notes": activity.notes,
        "status": activity.status,
        "next_cycle": _yes(activity.next_cycle),
        "credits": ";".join(f"{code}={plain_decimal(ceus)}" for code, ceus in sorted(activity.credits.items())),
        "approved_for": approved,
        "provided_by": activity.provided_by or "",
        "portal_steps": steps_cell(activity.portal),
        "certificate_asked": activity.certificate_asked.isoformat() if activity.certificate_asked else "",
    }


def _in_portal(activity: Activity, organization: str) -> Row:
    submitted, verified = (day_of(activity, organization, each) for each in ("submitted", "verified"))
    return {
        "portal_status": standing_at(activity, organization),
        "submitted_date": submitted.isoformat() if submitted else "",
        "verified_date": verified.isoformat() if verified else "",
    }


def _yes(truth: bool) -> str:
    return "Y" if truth else "N"


def _is_outside_domains(claim: Claim, organization: Organization) -> bool:
    edition = organization.edition_for(claim.cycle) if claim.cycle else organization.edition[-1]
    wheres = (cap.where for cap in edition.caps if cap.where)
    return any(where.field == "domain" and where.matches(claim.activity) for where in wheres)


def _missing(claim: Claim) -> Iterator[str]:
    """What the organization's check would not find; nothing is missing of what is still to come."""
    activity = claim.activity
    if claim.reason == "planned":
        return
    if claim.organization == _ASKS_FIVE_ELEMENTS:
        if not index_key(activity.index_number):
            yield "index_number"
        if not activity.sponsor:
            yield "sponsor"
        if not activity.title:
            yield "title"
        if activity.ceus is None:
            yield "ceus"
    if not activity.certificates:
        yield "certificate"
