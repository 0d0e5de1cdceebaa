"""Entries -> a plan: what an import would do with each line. The plan is both the preview and the import."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal

from ceulog.domain.activities import Activity
from ceulog.domain.bounds import (
    LONGEST_LINE,
    LONGEST_NOTE,
    LONGEST_TITLE,
    MOST_MINUTES,
    all_within_bounds,
    faulty_field,
)
from ceulog.domain.changes import Change
from ceulog.domain.closed import as_closed
from ceulog.domain.composing import all_composed
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import Entry, compose, keeping_apart
from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Edit, LogState
from ceulog.domain.text import tidy, title_key
from ceulog.exchange.importing.cells import OUT_OF_BOUNDS, BadField
from ceulog.exchange.importing.gathering import gathered
from ceulog.exchange.importing.headers import Columns
from ceulog.exchange.importing.outcomes import LeftOut, Line, Rejected

Kind = Literal["new", "changed", "same", "in-trash"]

BOUNDS = {
    "credits": OUT_OF_BOUNDS,
    "ceus": OUT_OF_BOUNDS,
    "minutes": f"is not above 0 and at most {MOST_MINUTES:,} minutes",
    "title": f"is longer than {LONGEST_TITLE} characters",
    "notes": f"is longer than {LONGEST_NOTE:,} characters",
}
"""What is wrong with a value outside the bounds of its field."""
_TOO_LONG = f"is longer than {LONGEST_LINE} characters"
_COLUMN_OF = {"for": "body", "credits": "ceus"}
_OURS = ("id", "trashed", "entered_as", "as_closed")
"""Fields that no table speaks of."""
_AS_GIVEN = ("ceus", "minutes", "type", "domain", "provided_by", "status", "next_cycle")
"""Fields that an activity has just as an entry gives them."""
STEP = 200
"""Lines between two reports of how far it is."""


class Difference(NamedTuple):
    """A field that an import changes."""

    field: str
    before: object
    after: object


class Item(NamedTuple):
    """What becomes of one line, or of several lines about the same activity."""

    line: int
    kind: Kind
    after: Activity
    before: Activity | None = None
    """The activity in the log that it is about."""
    also: tuple[int, ...] = ()
    """The further lines about it, which have no item of their own."""

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The fields that change."""
        if self.before is None or self.kind != "changed":
            return ()
        pairs = ((name, getattr(self.before, name), getattr(self.after, name)) for name in Activity._fields)
        return tuple(Difference(*each) for each in pairs if each[1] != each[2])


class ImportPlan(NamedTuple):
    """What an import would do."""

    source: str
    """The name of the file."""
    columns: Columns
    items: tuple[Item, ...]
    rejected: tuple[Rejected, ...]
    left_out: tuple[LeftOut, ...]
    against: LogState
    """The log that it was made for."""

    def of(self, kind: Kind) -> tuple[Item, ...]:
        """The items of one kind."""
        return tuple(each for each in self.items if each.kind == kind)

    @property
    def change(self) -> Change:
        """One step, which one undo takes back; without edits when there is nothing to do."""
        edits = tuple(Edit(each.before, each.after) for each in self.items if each.kind in ("new", "changed"))
        number = "1 activity" if len(edits) == 1 else f"{len(edits)} activities"
        return Change(f"imported {number} from {tidy(self.source)[:80]}", edits)


def plan_import(
    outcomes: Iterable[Line | Rejected | LeftOut], columns: Columns, state: LogState, rulebook: Rulebook,
    today: dt.date, *, new_id: Callable[[], str], source: str, report: Callable[[int], object] = lambda _: None,
) -> ImportPlan:  # fmt: skip
    """What an import of some lines would do to a log.

    Args:
        outcomes: what each line says, in the order of the file.
        columns: what is in which column, for the names in sentences.
        state: the log.
        rulebook: the rules.
        today: today.
        new_id: gives an id for a new activity.
        source: the name of the file.
        report: is told now and then how many lines are done.
    """
    rejected: list[Rejected] = []
    left_out: list[LeftOut] = []
    lines: list[Line] = []
    number = 0
    for number, each in enumerate(outcomes, 1):
        if isinstance(each, Line):
            lines.append(each)
        elif isinstance(each, Rejected):
            rejected.append(each)
        else:
            left_out.append(each)
        if number % STEP == 0:
            report(number)
    planner = _Planner(columns, state, rulebook, today, new_id)
    items = planner.items(gathered(lines, planner.is_past, rejected), rejected, lambda done: report(number + done))
    rejected.sort(key=lambda each: each.record.line)
    return ImportPlan(source, columns, items, tuple(rejected), tuple(left_out), state)


def _refused(line: Line, bad: BadField, columns: Columns) -> Iterator[Rejected]:
    column = columns.name_of(_COLUMN_OF.get(bad.field, bad.field)) if bad.field else ""
    for record in (line.record, *line.also):
        yield Rejected(record, column, bad.value, str(bad))


class _Planner:
    def __init__(
        self, columns: Columns, state: LogState, rulebook: Rulebook, today: dt.date, new_id: Callable[[], str]
    ) -> None:
        self._columns, self._state, self._rulebook, self._today = columns, state, rulebook, today
        self._new_id = new_id
        self._by_name: dict[tuple[dt.date, str], list[Activity]] = {}
        for activity in state.activities.values():
            self._by_name.setdefault((activity.date, title_key(activity.title)), []).append(activity)

    def items(
        self, lines: Sequence[Line], rejected: list[Rejected], report: Callable[[int], object]
    ) -> tuple[Item, ...]:
        """What becomes of the lines, in their order; those that cannot be come to the rejected ones."""
        found: dict[int, Item | None] = {}
        known = self._state.activities
        asked = [
            number for number, line in enumerate(lines) if (line.id in known if line.id else self._candidates(line))
        ]
        # first what the log has word for word, so that no other line takes its place
        for ask in (self._known, self._other):
            for number in asked:
                if number in found:
                    continue
                try:
                    item = ask(lines[number])
                    if item is None:
                        continue
                    found[number] = item
                except BadField as bad:
                    rejected += _refused(lines[number], bad, self._columns)
                    found[number] = None
                if len(found) % STEP == 0:
                    report(len(found))
        new = [number for number in range(len(lines)) if number not in found]
        for start in range(0, len(new), STEP):
            some = new[start : start + STEP]
            made = self._new([lines[each] for each in some], rejected)
            found |= zip(some, made, strict=True)
            report(len(found))
        return tuple(item for number in range(len(lines)) if (item := found[number]))

    def _new(self, lines: Sequence[Line], rejected: list[Rejected]) -> Iterator[Item | None]:
        """What becomes of lines about activities that the log does not have."""
        entries = [_with_portals(each.entry, each) for each in lines]
        ids = [each.id or self._new_id() for each in lines]
        composed = all_composed(entries, ids, self._state, self._rulebook, self._today)
        fit = all_within_bounds([each for each in composed if each])
        for line, entry, key, made in zip(lines, entries, ids, composed, strict=True):
            try:
                after = made if made and fit else self._made(entry, None, key)
                yield Item(line.record.line, "new", after, None, _lines(line))
            except BadField as bad:
                rejected += _refused(line, bad, self._columns)
                yield None

    def is_past(self, line: Line) -> bool:
        """Whether a line says of an activity what a closed cycle keeps of it, though it was changed since."""
        known = self._state.activities.get(line.id)
        if known is None or known.as_closed is None:
            return False
        then = as_closed(known)
        try:
            made = self._made(line.entry, then, known.id)
        except BadField:
            return False
        return _is_same(made, then)

    def _known(self, line: Line) -> Item | None:
        """What becomes of a line that speaks of an activity by its id, or of one that the log has just so."""
        if line.id:
            found = self._state.activities.get(line.id)
            if found and self.is_past(line) and not line.in_portals:
                return Item(line.record.line, "in-trash" if found.trashed else "same", found, found, _lines(line))
            if found and self.is_past(line):
                return self._against(line, found, Entry())  # what it says of portals is of now
            return self._against(line, found, line.entry) if found else None
        for each in self._candidates(line):
            if not _may_be(line.entry, each):
                continue
            item = self._against(line, each, _beside(line.entry, each))
            if item.kind == "same":
                return self._taken(line, item)
        return None

    def _other(self, line: Line) -> Item | None:
        """What becomes of another line; None for one about an activity that the log does not have."""
        # what has an id is another one by its own word, however alike
        candidates = [] if line.id else self._candidates(line)
        kept = [each for each in candidates if not each.trashed]
        if len(kept) == 1:
            return self._taken(line, self._against(line, kept[0], _beside(line.entry, kept[0])))
        if trashed := [each for each in candidates if each.trashed]:
            return self._taken(line, self._against(line, trashed[0], _beside(line.entry, trashed[0])))
        return None

    def _candidates(self, line: Line) -> list[Activity]:
        day = line.entry.date
        return self._by_name.get((day, title_key(line.entry.title or "")), []) if day else []

    def _taken(self, line: Line, item: Item) -> Item:
        """The item; its activity is no other line's any more."""
        if item.before:
            self._candidates(line).remove(item.before)
        return item

    def _against(self, line: Line, known: Activity, entry: Entry) -> Item:
        after = self._made(_with_portals(entry, line), known, known.id)
        kind: Kind = "in-trash" if known.trashed else "same" if _is_same(after, known) else "changed"
        return Item(line.record.line, kind, after if kind == "changed" else known, known, _lines(line))

    def _made(self, entry: Entry, base: Activity | None, key: str) -> Activity:
        try:
            said = keeping_apart(entry, base) if base and entry.credits is None else entry
            made = compose(said, self._state, self._rulebook, self._today, new_id=key, base=base)
        except Refusal as refusal:
            value = getattr(entry, refusal.field, None) if refusal.field else None
            raise BadField(refusal.field, _shown(value), str(refusal)) from None
        if field := faulty_field(made):
            raise BadField(field, _shown(getattr(made, field)), BOUNDS.get(field, _TOO_LONG))
        return made


def _with_portals(entry: Entry, line: Line) -> Entry:
    return entry._replace(portal={**(entry.portal or {}), **line.in_portals}) if line.in_portals else entry


def _is_same(one: Activity, other: Activity) -> bool:
    return all(getattr(one, each) == getattr(other, each) for each in Activity._fields if each not in _OURS)


def _may_be(entry: Entry, known: Activity) -> bool:
    """Whether an entry can say just what the log has, told without making an activity of it: there may be many."""
    given = ((getattr(entry, each), getattr(known, each)) for each in _AS_GIVEN)
    return all(said is None or said == has for said, has in given)


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        value = next(iter(value.values()), "")
    return "" if value is None else tidy(str(value))[:60]


def _beside(entry: Entry, known: Activity) -> Entry:
    """The entry without what the log has already: an amount that is the same moves nothing, notes are not doubled."""
    notes = entry.notes
    if notes and known.notes:
        notes = None if notes in known.notes else f"{known.notes}\n{notes}"
    return entry._replace(title=None, ceus=None if entry.ceus == known.ceus else entry.ceus, notes=notes)


def _lines(line: Line) -> tuple[int, ...]:
    return tuple([each.line for each in line.also]) if line.also else ()
