"""Records -> entries: what each line of a table says of an activity, or why it cannot be read."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from ceulog.domain.activities import Certificate, PortalStep
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import Entry
from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy, tidy_note
from ceulog.exchange.guard import unguard
from ceulog.exchange.importing import cells
from ceulog.exchange.importing.cells import BadCell, BadField
from ceulog.exchange.importing.dates import BadDate, Order, days_in, looks_like_date, parse_day
from ceulog.exchange.importing.dialects import Vocabulary, key_of
from ceulog.exchange.importing.for_whom import ForWhom
from ceulog.exchange.importing.headers import Columns
from ceulog.exchange.importing.portal_cells import PortalCells
from ceulog.exchange.importing.records import Record
from ceulog.exchange.portal import steps_of

T = TypeVar("T")

_OUR_FILE = re.compile(r"[0-9a-f]{12}-[A-Za-z0-9._-]{1,100}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_OUR_ID = re.compile(r"[\w.:-]{1,100}")
_AND = re.compile(r"\band\b|&", re.IGNORECASE)
_DRAWN = re.compile(r"[-:=+\s]*")
_CYCLE = key_of("cycle end")
_LONGEST = 60
_SHOWN = 60
"""Characters of a value that are said back."""


NO_CYCLE = dt.date.min
"""In the place of a cycle's last day: it counts in none, and is earlier than every other."""


class Line(NamedTuple):
    """One line of the table that could be read."""

    record: Record
    entry: Entry
    id: str = ""
    """The id of the activity, in a table of our own."""
    cycle: dt.date = NO_CYCLE
    """The last day of the cycle that it counts in, in an export of ours."""
    in_portals: Mapping[str, tuple[PortalStep, ...]] = {}
    """Organization -> the steps in its portal, where somebody wrote them into our export by hand."""
    also: tuple[Record, ...] = ()
    """Further records about the same activity, of which it has all that they say."""


class Rejected(NamedTuple):
    """One line that could not be taken, and why."""

    record: Record
    column: str
    """As the file calls it; empty when it is the whole line."""
    value: str
    reason: str


class LeftOut(NamedTuple):
    """One line that says of itself that it is none."""

    record: Record
    reason: str


Outcome = Line | Rejected | LeftOut


class LineReader:
    """Reads the lines of one table.

    Args:
        columns: what is in which column.
        words: the words of other programs.
        rulebook: the credentials, organizations and domains that are known.
        order: of month and day.
        find_type: the type of activity that a word means; None for none.
        today: an entry of a later day is planned.
    """

    def __init__(
        self, columns: Columns, words: Vocabulary, rulebook: Rulebook, order: Order | None,
        find_type: Callable[[str], str | None], today: dt.date,
    ) -> None:  # fmt: skip
        self._columns = columns
        self._words = words
        self._whom = ForWhom(columns, rulebook)
        self._order = order
        self._find_type = find_type
        self._today = today
        self._domains = {_domain_key(each.name): each.id for each in rulebook.domains}
        self._domain_ids = {each.id for each in rulebook.domains}
        self._width = len(columns.header.cells) if columns.header else 0

        # what other programs have put into our own log stays as it is
        self._amount = partial(cells.amount, decimals=_LONGEST) if columns.dialect.is_ours else cells.amount
        self._names = [key_of(each) for each in columns.header.cells] if columns.header else []

        header = columns.header if columns.dialect.is_ours and "portal_steps" in columns.at else None
        self._portals = PortalCells(header.cells, self._day, today) if header else None
        self._cycle_at = self._names.index(_CYCLE) if columns.dialect.is_ours and _CYCLE in self._names else -1

    def read(self, record: Record) -> Outcome:
        """What a record says."""
        if record.fault:
            return Rejected(record, "", tidy(record.cells[0])[:_SHOWN] if record.cells else "", record.fault)
        extra = [each for each in record.cells[self._width :] if each.strip()] if self._width else []
        if extra:
            return Rejected(record, "", tidy(extra[0])[:_SHOWN], "stands in more columns than the header has")
        given = {
            field: text
            for field, place in self._columns.at.items()
            if place < len(record.cells) and (cell := record.cells[place]) and (text := unguard(cell).strip())
        }
        status = self._status(given)
        if why := self._why_none(record, given, status):
            return LeftOut(record, why)
        try:
            return self._line(record, given, status)
        except BadField as bad:
            return Rejected(record, self._columns.name_of(bad.field), tidy(bad.value)[:_SHOWN], str(bad))

    def _why_none(self, record: Record, given: Mapping[str, str], status: str | None) -> str:
        """Why a line is about no activity; empty where it is about one."""
        if self._is_header(record):
            return "it names the columns once more"
        if all(map(_DRAWN.fullmatch, record.cells)):
            return "it only draws a line"
        if not {"date", "title"} <= given.keys() and any(map(cells.is_total, record.cells)):
            return "it is a total"
        if len(record.cells) == 1 and self._width > 2 and not looks_like_date(record.cells[0]):
            return "it is no line of the table"
        if status == "left_out":
            return f"its {self._columns.name_of('status')} is {tidy(given['status'])[:_SHOWN]}"
        return ""

    def _is_header(self, record: Record) -> bool:
        first, *others = self._names or ("",)
        if not self._names or key_of(record.cells[0]) != first:
            return False
        return [key_of(each) for each in record.cells[1:]] == others

    # --- the parts -----------------------------------------------------------------------------------------

    def _line(self, record: Record, given: Mapping[str, str], status: str | None) -> Line:
        notes: list[str] = []
        title = tidy(given.get("title", ""))
        if not title:
            raise BadField("title", "", "the title is missing")
        if "date" not in given:
            raise BadField("date", "", "the date is missing")
        granted = self._whom.granted(record)
        if not granted and not {"ceus", "minutes", "credits_by_body"} & given.keys():
            raise BadField("ceus", "", "the number of CEUs is missing")
        day = self._day("date", given["date"])
        values: dict[str, Any] = {
            "title": title,
            "date": day,
            "ceus": self._ceus(given, granted),
            "minutes": self._value("minutes", given, cells.minutes),
            "type": self._type(given, notes),
            "domain": self._domain(given, notes),
            "provided_by": self._provided_by(given, notes),
            "status": self._standing(given, status, day, notes),
            "certificates": self._certificates(given, notes),
        }
        values |= {name: given[name] for name in _TEXTS if name in given}
        if "next_cycle" in given:
            values["next_cycle"] = cells.is_yes(given["next_cycle"])
        values["portal"] = self._ours("portal_steps", given, notes, steps_of)
        values["certificate_asked"] = self._ours("certificate_asked", given, notes, self._read_day)
        values |= self._whom.of_line(record, given, granted, notes)
        self._started(given, day, notes)
        if len(days_in(given["date"])) > 1:
            notes.append(self._note("date", given))
        text = tidy_note("\n".join(filter(None, (given.get("notes", ""), *notes, *self._others(record)))))
        if text:
            values["notes"] = text
        found = given.get("activity_id", "")
        said = self._portals.said(record.cells, values["portal"] or {}, day) if self._portals else {}
        return Line(record, Entry(**values), found if _OUR_ID.fullmatch(found) else "", self._cycle(record), said)

    def _cycle(self, record: Record) -> dt.date:
        try:
            return self._read_day(record.cells[self._cycle_at]) if -1 < self._cycle_at < len(record.cells) else NO_CYCLE
        except BadDate:  # most often because it counts in none
            return NO_CYCLE

    def _ceus(self, given: Mapping[str, str], granted: Mapping[str, Decimal]) -> Decimal | None:
        """What the certificate prints; the most that an organization grants where only that is said."""
        if granted and "ceus" not in given:
            return max(granted.values())
        return self._value("ceus", given, self._amount)

    def _value(self, field: str, given: Mapping[str, str], parse: Callable[[str], T]) -> T | None:
        if field not in given:
            return None
        try:
            return parse(given[field])
        except BadCell as bad:
            raise BadField(field, given[field], str(bad)) from None

    def _day(self, field: str, cell: str) -> dt.date:
        try:
            return self._read_day(cell)
        except BadDate as bad:
            raise BadField(field, cell, str(bad)) from None

    def _read_day(self, cell: str) -> dt.date:
        return parse_day(cell, self._order)

    def _started(self, given: Mapping[str, str], day: dt.date, notes: list[str]) -> None:
        if "date_started" not in given:
            return
        try:
            same = self._read_day(given["date_started"]) == day
        except BadDate:
            same = False
        if not same:
            notes.append(self._note("date_started", given))

    def _note(self, field: str, given: Mapping[str, str]) -> str:
        return f"{self._columns.name_of(field)}: {given[field]}"

    def _status(self, given: Mapping[str, str]) -> str | None:
        return cells.word(given["status"], self._words.words["status"]) if "status" in given else None

    def _standing(self, given: Mapping[str, str], status: str | None, day: dt.date, notes: list[str]) -> str | None:
        if "status" in given and status is None:
            notes.append(self._note("status", given))
        if status is None:
            return "planned" if day > self._today else None
        if status == "done" and day > self._today:
            raise BadField("date", given["date"], "is still to come, so it cannot be done yet")
        return status

    def _type(self, given: Mapping[str, str], notes: list[str]) -> str | None:
        if "type" not in given:
            return None
        found = self._find_type(given["type"]) or cells.word(given["type"], self._words.words["type"])
        if found is None:
            notes.append(self._note("type", given))
        return found

    def _domain(self, given: Mapping[str, str], notes: list[str]) -> int | None:
        if "domain" not in given:
            return None
        cell = given["domain"]
        if cell.isdecimal() and len(cell) < 6 and int(cell) in self._domain_ids:
            return int(cell)
        found = self._domains.get(_domain_key(cell))
        if found is None:
            notes.append(self._note("domain", given))
        return found

    def _provided_by(self, given: Mapping[str, str], notes: list[str]) -> str | None:
        if "provided_by" not in given:
            return None
        found = cells.word(given["provided_by"], self._words.words["provided_by"])
        if found is None:
            notes.append(self._note("provided_by", given))
        return found

    def _certificates(self, given: Mapping[str, str], notes: list[str]) -> tuple[Certificate, ...] | None:
        """Ours alone, by name and hash; what others call proof is no file of this logbook."""
        if "evidence_file" not in given:
            return None
        names = given["evidence_file"].split(";")
        hashes = given.get("evidence_sha256", "").split(";")
        if len(names) == len(hashes) and all(map(_OUR_FILE.fullmatch, names)) and all(map(_SHA256.fullmatch, hashes)):
            kinds = cells.evidence_kinds(given.get("evidence_kind", ""), len(names))
            return tuple(Certificate(*each) for each in zip(names, hashes, kinds, strict=True))
        notes.append(self._note("evidence_file", given))
        return None

    def _ours(self, field: str, given: Mapping[str, str], notes: list[str], read: Callable[[str], T]) -> T | None:
        """What a cell of our own tables says; one that somebody has spoilt goes to the notes."""
        if field not in given:
            return None
        try:
            return read(given[field])
        except ValueError:
            notes.append(self._note(field, given))
            return None

    def _others(self, record: Record) -> Iterable[str]:
        for number, name in self._columns.others.items():
            if number < len(record.cells) and (text := unguard(record.cells[number]).strip()):
                yield f"{name}: {text}"


def _domain_key(name: str) -> str:
    return key_of(_AND.sub(" ", name))


_TEXTS = ("sponsor", "index_number", "presenter", "location")
