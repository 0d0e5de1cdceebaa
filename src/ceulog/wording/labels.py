"""What the fields of our records are called in a sentence."""

from collections.abc import Sequence

from ceulog.wording.echo import echo

FIELD_LABELS: dict[str, str] = {
    # activities
    "id": "id",
    "date": "date",
    "title": "title",
    "credits": "CEUs by organization",
    "ceus": "CEUs",
    "minutes": "minutes",
    "sponsor": "sponsor",
    "type": "type",
    "index_number": "index number",
    "approved_for": "credentials it is approved for",
    "domain": "HIIM domain",
    "provided_by": "provider",
    "presenter": "presenter",
    "location": "place",
    "status": "status",
    "next_cycle": "mark for the next cycle",
    "certificates": "certificates",
    "notes": "notes",
    "trashed": "date of removal",
    "portal": "state in portals",
    "entered_as": "entry as portals have it",
    "certificate_asked": "day on which its certificate was asked for",
    "as_closed": "copy that a closed cycle keeps",
    # certificates
    "file": "file name",
    "sha256": "checksum",
    # credentials, memberships and cycles
    "code": "code",
    "credential": "credential",
    "dues_amount": "amount of the dues",
    "dues_date": "date of the dues",
    "earned": "award date",
    "end": "end of the cycle",
    "extension": "last day of the extension",
    "member_id": "member id",
    "name": "name",
    "number": "number",
    "organization": "organization",
    "reason": "reason",
    "verification_asked": "day on which certificates were asked for",
    "verification_due": "last day for the answer",
    "start": "start of the cycle",
    # rules
    "schema": "schema",
    "aliases": "aliases",
    "any_of": "values",
    "based_on": "base",
    "binds_running": "word on cycles that are running",
    "boxes": "number of boxes",
    "ceiling": "ceiling",
    "core_only": "types for core credentials only",
    "correction": "corrections",
    "cost": "cost",
    "credentials": "credentials",
    "cycle_months": "months of a cycle",
    "edition": "editions",
    "expiry": "time limits",
    "field": "field",
    "figures": "figures",
    "from_minutes": "smallest remainder in minutes",
    "groups": "groups",
    "hours": "hours",
    "kind": "kind",
    "label": "label",
    "none_of": "excluded values",
    "not_counted": "credentials that are not counted",
    "of": "parts",
    "per": "period",
    "per_activity": "CEUs of one activity",
    "percent": "percentage",
    "plus": "CEUs for each further one",
    "pool": "pool",
    "replaces": "credentials it replaces",
    "requirement": "requirements",
    "rounding": "rounding",
    "says": "sentence",
    "starts": "first day",
    "starts_known": "kind of first day",
    "step": "steps",
    "table": "table",
    "types": "types",
    "unit": "unit in minutes",
    "when_alone": "CEUs when held alone",
    "where": "property",
}
"""Field -> its label, to stand after "the" (but CEUs stand alone: see `subject`)."""

_ONE_OF = {
    "aliases": "alias",
    "any_of": "value",
    "approved_for": "approved credential",
    "certificates": "certificate",
    "core_only": "core-only type",
    "correction": "correction",
    "credentials": "credential",
    "edition": "edition",
    "expiry": "time limit",
    "groups": "group",
    "none_of": "excluded value",
    "not_counted": "credential",
    "of": "part",
    "replaces": "replaced credential",
    "requirement": "requirement",
    "step": "step",
    "table": "figure",
    "types": "type",
}

_PLURALS = frozenset(
    {"CEUs", "minutes", "notes", "credentials", "certificates", "aliases", "corrections", "editions", "excluded",
     "figures", "groups", "hours", "months", "parts", "requirements", "steps", "time", "types", "values"}
)  # fmt: skip


def label_of(loc: Sequence[str | int]) -> str:
    """The label of a place as pydantic names it: `("credits", "AAPC")` is "CEUs for AAPC".

    Places inside a list are counted from 1, as people do; an empty place is the entry itself.
    """
    if "[key]" in loc:
        return "name of the organization"
    names: list[str] = []
    """From the outside in."""
    owner = ""
    for part in loc:
        if owner == "credits":
            return f"CEUs for {echo(part)}"
        if owner == "figures":
            names[-1] = f"figure for {echo(part)}"
        elif isinstance(part, int):
            names[-1:] = [f"{_ONE_OF.get(owner, names[-1] if owner else 'value')} {part + 1}"]
        else:
            name = FIELD_LABELS.get(part) or echo(part.replace("_", " "))
            names = [*names, name] if owner else [name]
            owner = part
    within = [name if name[-1:].isdigit() else f"the {name}" for name in names[-2::-1]]
    return " of ".join((*names[-1:], *within)) or "entry"


def is_plural(label: str) -> bool:
    """Whether a label takes "are" rather than "is"."""
    return label.partition(" ")[0] in _PLURALS


def subject(label: str) -> str:
    """A label at the beginning of a sentence: "The title", "CEUs", "Certificate 1"."""
    if label.startswith("CEUs"):
        return label
    numbered = label.partition(" of ")[0].rpartition(" ")[2].isdigit()
    return label[:1].upper() + label[1:] if numbered else f"The {label}"
