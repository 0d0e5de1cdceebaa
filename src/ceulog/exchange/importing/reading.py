"""Records -> entries: what each line of a table says of an activity, or why it cannot be read."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
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
from ceulog.exchange.importing.for_whom import ForWhom, Notes
from ceulog.exchange.importing.headers import Columns
from ceulog.exchange.importing.outcomes import NO_CYCLE, LeftOut, Line, Outcome, Rejected
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
TEXTS = ("sponsor", "index_number", "presenter", "location")
"""Fields that are taken as they are."""
LEFT_OUT = "left_out"
"""In the place of a status: the line says of itself that it is none."""
_LONGEST = 60
_SHOWN = 60
"""Characters of a value that are said back."""

Given = Mapping[str, str]
"""Field -> what its cell says, of those that say anything."""


class Part(NamedTuple):
    """How one field of an entry is read."""

    name: str
    cells: tuple[str, ...]
    """The fields of the table that it is read from, and nothing else."""
    read: Callable[[Given, Notes], Any]
    """It may raise BadField; what is not understood comes to the notes."""


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
        self.columns = columns
        self.whom = ForWhom(columns, rulebook)
        self.today = today
        self._words = words
        self._order = order
        self._find_type = find_type
        self._domains = {_domain_key(each.name): each.id for each in rulebook.domains}
        self._domain_ids = {each.id for each in rulebook.domains}
        self._width = len(columns.header.cells) if columns.header else 0
        self.parts = (
            Part("minutes", ("minutes",), self._minutes),
            Part("type", ("type",), self._type),
            Part("domain", ("domain",), self._domain),
            Part("provided_by", ("provided_by",), self._provided_by),
            Part("status", ("status",), self._status),
            Part("certificates", ("evidence_file", "evidence_sha256", "evidence_kind"), self._certificates),
            Part("next_cycle", ("next_cycle",), self._next_cycle),
            Part("portal", ("portal_steps",), self._portal),
            Part("certificate_asked", ("certificate_asked",), self._asked),
        )
        """What a line says that neither its day nor anything else in it can change."""

        # what other programs have put into our own log stays as it is
        self._amount = partial(cells.amount, decimals=_LONGEST) if columns.dialect.is_ours else cells.amount
        self.names = [key_of(each) for each in columns.header.cells] if columns.header else []

        header = columns.header if columns.dialect.is_ours and "portal_steps" in columns.at else None
        self.portals = PortalCells(header.cells, self.day, today) if header else None
        self.cycle_at = self.names.index(_CYCLE) if columns.dialect.is_ours and _CYCLE in self.names else -1

    def read(self, record: Record) -> Outcome:
        """What a record says."""
        if record.fault:
            return Rejected(record, "", tidy(record.cells[0])[:_SHOWN] if record.cells else "", record.fault)
        extra = [each for each in record.cells[self._width :] if each.strip()] if self._width else []
        if extra:
            return Rejected(record, "", tidy(extra[0])[:_SHOWN], "stands in more columns than the header has")
        given = {
            field: text
            for field, place in self.columns.at.items()
            if place < len(record.cells) and (cell := record.cells[place]) and (text := unguard(cell).strip())
        }
        if why := self._why_none(record, given):
            return LeftOut(record, why)
        try:
            return self._line(record, given)
        except BadField as bad:
            return Rejected(record, self.columns.name_of(bad.field), tidy(bad.value)[:_SHOWN], str(bad))

    def _why_none(self, record: Record, given: Given) -> str:
        """Why a line is about no activity; empty where it is about one."""
        if self._is_header(record):
            return "it names the columns once more"
        if all(map(_DRAWN.fullmatch, record.cells)):
            return "it only draws a line"
        if not {"date", "title"} <= given.keys() and any(map(cells.is_total, record.cells)):
            return "it is a total"
        if len(record.cells) == 1 and self._width > 2 and not looks_like_date(record.cells[0]):
            return "it is no line of the table"
        if self._status(given, []) == LEFT_OUT:
            return f"its {self.columns.name_of('status')} is {tidy(given['status'])[:_SHOWN]}"
        return ""

    def _is_header(self, record: Record) -> bool:
        first, *others = self.names or ("",)
        if not self.names or key_of(record.cells[0]) != first:
            return False
        return [key_of(each) for each in record.cells[1:]] == others

    # --- the parts -----------------------------------------------------------------------------------------

    def _line(self, record: Record, given: Given) -> Line:
        notes: list[str] = []
        title = tidy(given.get("title", ""))
        if not title:
            raise BadField("title", "", "the title is missing")
        if "date" not in given:
            raise BadField("date", "", "the date is missing")
        granted = self.whom.granted(record)
        if lacks_ceus(given, granted):
            raise BadField("ceus", "", "the number of CEUs is missing")
        day = self.day("date", given["date"])
        values: dict[str, Any] = {"title": title, "date": day, "ceus": self.ceus(given, granted)}
        values |= {part.name: part.read(given, notes) for part in self.parts}
        values["status"] = self._standing(given, values["status"], day)
        values |= {name: given[name] for name in TEXTS if name in given}
        values |= self.whom.of_line(record, given, granted, notes)
        self._started(given, day, notes)
        if len(days_in(given["date"])) > 1:
            notes.append(self._note("date", given))
        text = tidy_note("\n".join(filter(None, (given.get("notes", ""), *notes, *self._others(record)))))
        if text:
            values["notes"] = text
        said = self.portals.said(record.cells, values["portal"] or {}, day) if self.portals else {}
        [known] = our_ids([given.get("activity_id", "")])
        return Line(record, Entry(**values), known, self.cycle(record), said)

    def cycle(self, record: Record) -> dt.date:
        """The last day of the cycle that a line counts in, in an export of ours."""
        try:
            return self._read_day(record.cells[self.cycle_at]) if -1 < self.cycle_at < len(record.cells) else NO_CYCLE
        except BadDate:  # most often because it counts in none
            return NO_CYCLE

    def ceus(self, given: Given, granted: Mapping[str, Decimal]) -> Decimal | None:
        """What the certificate prints; the most that an organization grants where only that is said.

        Raises:
            BadField: it is no number of CEUs.
        """
        if granted and "ceus" not in given:
            return max(granted.values())
        return self._value("ceus", given, self._amount)

    def _value(self, field: str, given: Given, parse: Callable[[str], T]) -> T | None:
        if field not in given:
            return None
        try:
            return parse(given[field])
        except BadCell as bad:
            raise BadField(field, given[field], str(bad)) from None

    def day(self, field: str, cell: str) -> dt.date:
        """The day that a cell of a field names.

        Raises:
            BadField: it names none.
        """
        try:
            return self._read_day(cell)
        except BadDate as bad:
            raise BadField(field, cell, str(bad)) from None

    def _read_day(self, cell: str) -> dt.date:
        return parse_day(cell, self._order)

    def _started(self, given: Given, day: dt.date, notes: Notes) -> None:
        if "date_started" not in given:
            return
        try:
            same = self._read_day(given["date_started"]) == day
        except BadDate:
            same = False
        if not same:
            notes.append(self._note("date_started", given))

    def _note(self, field: str, given: Given) -> str:
        return f"{self.columns.name_of(field)}: {given[field]}"

    def _minutes(self, given: Given, _: Notes) -> int | None:
        return self._value("minutes", given, cells.minutes)

    def _status(self, given: Given, notes: Notes) -> str | None:
        return self._word("status", given, notes)

    def _standing(self, given: Given, status: str | None, day: dt.date) -> str | None:
        if status is None:
            return "planned" if day > self.today else None
        if status == "done" and day > self.today:
            raise BadField("date", given["date"], "is still to come, so it cannot be done yet")
        return status

    def _type(self, given: Given, notes: Notes) -> str | None:
        if "type" not in given:
            return None
        found = self._find_type(given["type"]) or cells.word(given["type"], self._words.words["type"])
        if found is None:
            notes.append(self._note("type", given))
        return found

    def _domain(self, given: Given, notes: Notes) -> int | None:
        if "domain" not in given:
            return None
        cell = given["domain"]
        if cell.isdecimal() and len(cell) < 6 and int(cell) in self._domain_ids:
            return int(cell)
        found = self._domains.get(_domain_key(cell))
        if found is None:
            notes.append(self._note("domain", given))
        return found

    def _provided_by(self, given: Given, notes: Notes) -> str | None:
        return self._word("provided_by", given, notes)

    def _word(self, field: str, given: Given, notes: Notes) -> str | None:
        if field not in given:
            return None
        found = cells.word(given[field], self._words.words[field])
        if found is None:
            notes.append(self._note(field, given))
        return found

    def _next_cycle(self, given: Given, _: Notes) -> bool | None:
        return cells.is_yes(given["next_cycle"]) if "next_cycle" in given else None

    def _portal(self, given: Given, notes: Notes) -> dict[str, tuple[PortalStep, ...]] | None:
        return self._ours("portal_steps", given, notes, steps_of)

    def _asked(self, given: Given, notes: Notes) -> dt.date | None:
        return self._ours("certificate_asked", given, notes, self._read_day)

    def _certificates(self, given: Given, notes: Notes) -> tuple[Certificate, ...] | None:
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

    def _ours(self, field: str, given: Given, notes: Notes, read: Callable[[str], T]) -> T | None:
        """What a cell of our own tables says; one that somebody has spoilt goes to the notes."""
        if field not in given:
            return None
        try:
            return read(given[field])
        except ValueError:
            notes.append(self._note(field, given))
            return None

    def _others(self, record: Record) -> Iterable[str]:
        for number, name in self.columns.others.items():
            if number < len(record.cells) and (text := unguard(record.cells[number]).strip()):
                yield f"{name}: {text}"


def lacks_ceus(given: Given, granted: Mapping[str, Decimal]) -> bool:
    """Whether a line says nowhere how many CEUs there are."""
    return not granted and not {"ceus", "minutes", "credits_by_body"} & given.keys()


def our_ids(texts: Sequence[str]) -> Sequence[str]:
    """The ids that cells hold; empty where one holds none."""
    if all(map(_OUR_ID.fullmatch, texts)):
        return texts
    return [text if _OUR_ID.fullmatch(text) else "" for text in texts]


def _domain_key(name: str) -> str:
    return key_of(_AND.sub(" ", name))
