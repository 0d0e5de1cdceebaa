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
    "start": "start of the cycle",
}
"""Field -> its label, to stand after "the" (but CEUs stand alone: see `subject`)."""

_ONE_OF = {"approved_for": "approved credential", "certificates": "certificate"}

_PLURALS = frozenset({"CEUs", "minutes", "notes", "credentials", "certificates"})


def label_of(loc: Sequence[str | int]) -> str:
    """The label of a place as pydantic names it: `("credits", "AAPC")` is "CEUs for AAPC".

    Places inside a list are counted from 1, as people do; an empty place is the entry itself.
    """
    if "[key]" in loc:
        return "name of the organization"
    label = "entry"
    owner = ""
    for part in loc:
        if owner == "credits":
            return f"CEUs for {echo(part)}"
        if isinstance(part, int):
            label = f"{_ONE_OF.get(owner, label if owner else 'value')} {part + 1}"
        else:
            name = FIELD_LABELS.get(part) or echo(part.replace("_", " "))
            label = f"{name} of {label}" if owner else name
            owner = part
    return label


def is_plural(label: str) -> bool:
    """Whether a label takes "are" rather than "is"."""
    return label.partition(" ")[0] in _PLURALS


def subject(label: str) -> str:
    """A label at the beginning of a sentence: "The title", "CEUs", "Certificate 1"."""
    if label.startswith("CEUs"):
        return label
    numbered = label[-1:].isdigit() and " of " not in label
    return label[:1].upper() + label[1:] if numbered else f"The {label}"
