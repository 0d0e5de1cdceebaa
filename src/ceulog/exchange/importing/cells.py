"""Cells -> values: amounts, words and lists as tables have them. Each refusal is a reason that follows the value."""

import re
from collections.abc import Mapping
from decimal import Decimal

from ceulog.domain.activities import EVIDENCE_KINDS, EvidenceKind
from ceulog.domain.bounds import MOST_CEUS
from ceulog.exchange.importing.dialects import key_of


class BadCell(ValueError):  # noqa: N818 - its name says what the text is
    """A cell that cannot be what its column is for; its str is the reason."""


class BadField(Exception):  # noqa: N818 - likewise
    """A value that keeps its whole line from being taken; its str is the reason."""

    def __init__(self, field: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.value = field, value


OUT_OF_BOUNDS = f"is not above 0 and at most {MOST_CEUS} CEUs"
"""Why a number of CEUs is none that an activity can have."""
_AMOUNT = re.compile(r"([+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+))\s*([a-z. ]*)")
_THOUSANDS = re.compile(r"[+-]?[0-9]{1,3},[0-9]{3}")
_UNITS = frozenset({
    "", "ceu", "ceus", "cec", "cecs", "credit", "credits", "unit", "units", "cpe", "cpes", "pdu", "pdus",
    "h", "hr", "hrs", "hour", "hours", "contact hours", "ce", "ces", "ce hours", "credit hours", "ceu credits",
})  # fmt: skip
_GRANTED = re.compile(r"(?:(?:aapc|ahima|acdis|core|approved|continuing education)\s+)+")
"""What may stand between a number and its unit."""
_TOTAL = re.compile(r"(?:grand |sub ?)?total(?:s| ceus?| credits?| hours)?(?:\s*[:=]?\s*[0-9.,]*)", re.IGNORECASE)
# no three zeros behind a comma: 1,000 is a thousand
_MINUTES = re.compile(r"([0-9]{1,5})(?:\.0{1,6}|,0{1,2})?\s*(?:m|min|mins|minutes?)?\.?")
_CLOCK = re.compile(r"([0-9]{1,3}):([0-5][0-9])(:[0-5][0-9])?")
_DAY = 24
"""Hours: what a clock without seconds shows beyond it may as well be minutes and seconds, as of a video."""
_HOURS = re.compile(r"(?:([0-9]{1,3})\s*(?:h|hr|hrs|hours?))\s*(?:([0-9]{1,2})\s*(?:m|min|mins|minutes?)?)?")
OUR_BETWEEN = re.compile(";")
ANY_BETWEEN = re.compile(r"[;,|/\n]|\band\b|&")
_GRANT = re.compile(r"\s*([^=;]{1,60})=\s*([0-9]+(?:\.[0-9]+)?)\s*")
_PART_HOURS = re.compile(r"([0-9]{0,3}[.,][0-9]{1,2})\s*(?:h|hr|hrs|hours?)\.?")
_LONGEST = 60
NONE = frozenset({"-", "–", "—", "n/a", "N/A"})
"""What stands for no number at all."""
_SIGNS = frozenset("✓✔☑√")
"""What people tick a cell with."""


def amount(cell: str, decimals: int = 2) -> Decimal:
    """CEUs: "1.5", "1,5", ".5", "2 CEUs".

    Raises:
        BadCell: it is no number, or one of more decimals than that.
    """
    match = _AMOUNT.fullmatch(" ".join(cell.casefold().split())) if len(cell) <= _LONGEST else None
    if match is None or _GRANTED.sub("", match[2].strip(" ."), count=1) not in _UNITS:
        raise BadCell("is not a number of CEUs")
    number = match[1].replace(",", ".")
    if len(number.partition(".")[2].rstrip("0")) > decimals:
        raise BadCell(f"has more than {decimals} decimals")
    if _THOUSANDS.fullmatch(match[1]):
        raise BadCell(OUT_OF_BOUNDS)
    return Decimal(number)


def is_amount(cell: str) -> bool:
    """Whether a cell is a number of CEUs, whatever they are too many of; a dash is none."""
    try:
        amount(cell)
    except BadCell:
        return cell in NONE
    return True


def minutes(cell: str) -> int:
    """Minutes: "90", "90 min", "1:30", "1 h 30", "1.5 hours".

    Raises:
        BadCell: it is no length of time, or one of two.
    """
    text = cell.strip().casefold()
    if len(text) <= _LONGEST:
        if match := _MINUTES.fullmatch(text):
            return int(match[1])
        if match := _CLOCK.fullmatch(text):
            if int(match[1]) >= _DAY and not match[3]:
                raise BadCell("may be hours and minutes, or minutes and seconds; write the minutes as one number")
            return int(match[1]) * 60 + int(match[2])
        if match := _HOURS.fullmatch(text):
            return int(match[1]) * 60 + int(match[2] or 0)
        if match := _PART_HOURS.fullmatch(text):
            exact = Decimal(match[1].replace(",", ".")) * 60
            if exact == int(exact):
                return int(exact)
    raise BadCell("is not a number of minutes")


def word(cell: str, words: Mapping[str, str]) -> str | None:
    """What a cell means by a list of words; None when it means none of them."""
    return words.get(key_of(cell)) if len(cell) <= _LONGEST * 2 else None


def names(cell: str, between: re.Pattern[str] = ANY_BETWEEN) -> tuple[str, ...]:
    """The names that a cell lists: "CPC, CPMA", "CPC;CPMA", "CPC and CPMA"."""
    return tuple(dict.fromkeys(each.strip() for each in between.split(cell) if each.strip()))


def grants(cell: str) -> dict[str, Decimal]:
    """CEUs by organization: "AAPC=1.5;AHIMA=1"; empty for an empty cell.

    Raises:
        BadCell: it is no such list.
    """
    found: dict[str, Decimal] = {}
    for part in filter(str.strip, cell.split(";")):
        match = _GRANT.fullmatch(part)
        if match is None:
            raise BadCell("is not a list such as AAPC=1.5;AHIMA=1")
        found[match[1].strip()] = Decimal(match[2])
    return found


def evidence_kinds(cell: str, files: int) -> tuple[EvidenceKind, ...]:
    """What kind of proof each of so many files is; a certificate where the cell does not say, as older exports do."""
    known: dict[str, EvidenceKind] = {each: each for each in EVIDENCE_KINDS}
    kinds: list[EvidenceKind] = [known.get(each, "certificate") for each in cell.split(";")]
    if len(kinds) != files:
        kinds = ["certificate" for _ in range(files)]
    return tuple(kinds)


def is_total(cell: str) -> bool:
    """Whether a cell says that its line is the sum of others: "Total", "Grand total: 36"."""
    return len(cell) <= _LONGEST and _TOTAL.fullmatch(" ".join(cell.split())) is not None


def is_yes(cell: str) -> bool:
    """Whether a cell says yes."""
    return key_of(cell) in ("y", "yes", "true", "1", "x") or cell.strip() in _SIGNS


def is_mark(cell: str) -> bool:
    """Whether a cell says yes or no."""
    return is_yes(cell) or key_of(cell) in ("", "n", "no", "false", "0", "na")
