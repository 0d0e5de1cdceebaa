"""Many lines of a table read at once: what is equal in several of them is understood once.

What cells mean stands in `reading`. Here whole columns go through it; a line in which anything is out of the ordinary
is read by itself, so that both ways come to the same.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import compress, islice, repeat
from typing import Any

from ceulog.domain.columns import Once
from ceulog.domain.entries import Entry
from ceulog.domain.text import all_tidy, tidy_note
from ceulog.exchange.guard import unguard
from ceulog.exchange.importing.cells import BadField
from ceulog.exchange.importing.dates import days_in
from ceulog.exchange.importing.dialects import key_of
from ceulog.exchange.importing.outcomes import Line, Outcome
from ceulog.exchange.importing.reading import LEFT_OUT, TEXTS, LineReader, Part, lacks_ceus, our_ids
from ceulog.exchange.importing.records import Record

Column = Sequence[Any]
"""One value of each line."""
Key = str | int
"""A field; or the number of a column that has none."""
Cells = Mapping[Any, str]
"""Key -> cell."""
AT_ONCE = 512
"""Lines; their columns stay in the processor's cache."""
_GRANTING = ("ceus", "minutes", "credits_by_body", "body", "credential", "approved_for")
"""Fields that tell for whom a line counts, and how much."""


class ManyLines:
    """Reads the lines of one table.

    Args:
        reader: what understands its cells, and reads single lines.
    """

    def __init__(self, reader: LineReader) -> None:
        self._reader = reader
        columns = reader.columns
        self._at = columns.at
        self._others = columns.others
        self._marks = (*columns.granted, *columns.marked)
        self._portal_at = reader.portals.places if reader.portals else ()
        self._width = len(reader.names)
        self._bare = (*self._marks, *self._portal_at, *([reader.cycle_at] if reader.cycle_at >= 0 else []))
        self._span = max((*self._at.values(), *self._bare), default=-1) + 1
        self._known: dict[tuple[Key, ...], Once] = {}
        wide_enough = not self._width or self._span <= self._width
        self._is_table = {"date", "title"} <= self._at.keys() and wide_enough
        name = reader.names[self._at["date"]] if reader.names and self._is_table else ""
        # the name of a column of days that is one itself: a line may name the columns once more
        self._day_as_name = name if any(map(str.isdecimal, name)) else ""

    def read(self, records: Iterable[Record]) -> Iterator[Outcome]:
        """What each record says, in their order."""
        coming = iter(records)
        while some := list(islice(coming, AT_ONCE)):
            is_whole = [self._is_whole(each) for each in some]
            lines = iter(self._lines(list(compress(some, is_whole))))
            for record, whole in zip(some, is_whole, strict=True):
                yield (next(lines) if whole else None) or self._reader.read(record)

    def _is_whole(self, record: Record) -> bool:
        wide = len(record.cells)
        return self._is_table and not record.fault and (wide == self._width if self._width else wide >= self._span)

    def _lines(self, records: Sequence[Record]) -> Column:
        """The lines that records are; None for one that is to be read by itself."""
        if not records:
            return ()
        raw = list(zip(*(each.cells for each in records), strict=False))
        blank, nothing = ("",) * len(records), (None,) * len(records)
        # field, or number of a column that has none -> the cells, where there is anything in them
        there: dict[Key, Column] = {field: raw[place] for field, place in self._at.items() if any(raw[place])}
        there |= {place: raw[place] for place in self._bare if any(raw[place])}

        def once(name: str, read: Callable[[Cells], Any], keys: Iterable[Key]) -> Column:
            return self._once(name, read, {key: there[key] for key in keys if key in there}, len(records))

        said: dict[str, Column] = dict.fromkeys(Entry._fields, nothing)
        said["cleared"] = (frozenset(),) * len(records)
        said["title"] = all_tidy(_texts(there.get("title", blank)))
        said["date"] = once("date", self._day, ("date", "date_started"))
        said |= {name: [each or None for each in _texts(there[name])] for name in TEXTS if name in there}
        checks, notes = [said["title"], said["date"]], []
        for part in self._reader.parts:
            if not there.keys().isdisjoint(part.cells):
                found = once(part.name, partial(_part, part), part.cells)
                said[part.name], noted, fine = zip(*found, strict=True)
                checks.append(fine)
                notes.append(noted)
        granting = zip(*once("granting", self._granting, (*_GRANTING, *self._marks)), strict=True)
        said["ceus"], said["organizations"], said["credits"], said["approved_for"], noted, fine = granting
        checks.append(fine)
        said["notes"] = self._notes(there.get("notes", blank), [*notes, noted], raw)
        if self._portal_at:
            checks.append(once("in portals", self._is_as_recorded, ("portal_steps", *self._portal_at)))
        ids = our_ids(_texts(there["activity_id"])) if "activity_id" in there else blank
        cycles = once("cycle", self._cycle, (self._reader.cycle_at,))
        entries = map(partial(tuple.__new__, Entry), zip(*said.values(), strict=True))
        # nothing about portals, no further records
        told = zip(records, entries, ids, cycles, repeat({}), repeat(()), strict=False)
        lines = list(map(partial(tuple.__new__, Line), told))
        failed = [each for each in checks if not all(each)]
        if not failed:
            return lines
        return [line if all(each) else None for line, *each in zip(lines, *failed, strict=True)]

    def _once(self, name: str, read: Callable[[Cells], Any], columns: Mapping[Key, Column], lines: int) -> Column:
        """What is read of each row of some columns."""
        if not columns:
            return (read({}),) * lines
        names = tuple(columns)
        if (known := self._known.get((name, *names))) is None:
            one = names[0] if len(names) == 1 else None  # then no row need be made of it
            known = Once(lambda found: read({one: found} if one is not None else dict(zip(names, found, strict=True))))
            self._known[name, *names] = known
        [only, *others] = columns.values()
        return known.column(list(zip(only, *others, strict=True)) if others else only)

    # --- what is read of some cells; without truth at its end where the line is to be read by itself ----------

    def _day(self, cells: Cells) -> dt.date | None:
        given = _given(cells)
        text = given.get("date", "")
        try:
            day = self._reader.day("date", text)
        except BadField:
            return None
        is_odd = day > self._reader.today or given.get("date_started", text) != text or len(days_in(text)) > 1
        is_name = self._day_as_name and key_of(cells["date"]) == self._day_as_name
        return None if is_odd or is_name else day

    def _granting(self, cells: Cells) -> tuple[Any, ...]:
        given, record, notes = _given(cells), self._record(cells), list[str]()
        try:
            granted = self._reader.whom.granted(record)
            ceus = self._reader.ceus(given, granted)
            said = self._reader.whom.of_line(record, given, granted, notes)
        except BadField:
            return *(None,) * 4, (), False
        found = (said.get(each) for each in ("organizations", "credits", "approved_for"))
        return ceus, *found, notes, not lacks_ceus(given, granted)

    def _is_as_recorded(self, cells: Cells) -> bool:
        """Whether nobody wrote anything into the portal's columns by hand."""
        if (portals := self._reader.portals) is None:
            return True
        [part] = [each for each in self._reader.parts if each.name == "portal"]
        recorded = part.read(_given(cells), []) or {}
        try:
            # where nothing was written no day was either that might be before the activity's
            return not portals.said(self._record(cells).cells, recorded, dt.date.min)
        except BadField:
            return False

    def _cycle(self, cells: Cells) -> dt.date:
        return self._reader.cycle(self._record(cells))

    def _record(self, cells: Cells) -> Record:
        row = [""] * self._span
        for key, cell in cells.items():
            row[self._at[key] if isinstance(key, str) else key] = cell
        return Record(0, tuple(row))

    def _notes(self, own: Column, noted: Iterable[Column], raw: Sequence[Column]) -> Column:
        """The notes of each line: its own, what was not understood, and what no column was for."""
        others = (
            [f"{name}: {text}" if text else "" for text in _texts(raw[number])]
            for number, name in self._others.items() if any(raw[number])
        )  # fmt: skip
        rest = [*(map("\n".join, each) for each in noted if any(each)), *others]
        texts: Iterable[str] = _texts(own)
        if rest:
            texts = ("\n".join(filter(None, each)) for each in zip(texts, *rest, strict=True))
        return [tidy_note(each) or None for each in texts]


def _part(part: Part, cells: Cells) -> tuple[Any, Sequence[str], bool]:
    notes: list[str] = []
    try:
        value = part.read(_given(cells), notes)
    except BadField:
        return None, (), False
    return value, notes, value != LEFT_OUT


def _texts(cells: Sequence[str]) -> list[str]:
    """What cells stand for."""
    together = "".join(cells)
    if "'" in together or '="' in together:
        return [unguard(each).strip() for each in cells]
    return list(map(str.strip, cells))


def _given(cells: Cells) -> dict[str, str]:
    texts = {field: unguard(cell).strip() for field, cell in cells.items() if isinstance(field, str)}
    return {field: text for field, text in texts.items() if text}
