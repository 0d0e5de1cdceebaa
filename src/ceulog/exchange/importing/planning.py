"""Entries -> a plan: what an import would do with each line. The plan is both the preview and the import."""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from ceulog.domain.activities import Activity
from ceulog.domain.bounds import faulty_field
from ceulog.domain.changes import Change
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import Entry, compose
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Edit, LogState
from ceulog.domain.text import tidy
from ceulog.exchange.importing.headers import Columns
from ceulog.exchange.importing.reading import LeftOut, Line, Rejected

Kind = Literal["new", "changed", "same", "in-trash"]

BOUNDS = {
    "credits": "is not above 0 and at most 200 CEUs",
    "ceus": "is not above 0 and at most 200 CEUs",
    "minutes": "is not above 0 and at most 12,000 minutes",
    "title": "is longer than 500 characters",
    "notes": "is longer than 10,000 characters",
}
"""What is wrong with a value outside the bounds of its field."""
_TOO_LONG = "is longer than 200 characters"
_COLUMN_OF = {"for": "body", "credits": "ceus"}
_OURS = ("id", "trashed", "as_closed")
"""Fields that no table speaks of."""
STEP = 200
"""Lines between two reports of how far it is."""


class Difference(NamedTuple):
    """A field that an import changes."""

    field: str
    before: Any
    after: Any


class Item(NamedTuple):
    """What becomes of one line, or of several lines about the same activity."""

    line: int
    kind: Kind
    after: Activity
    before: Activity | None = None
    """The activity in the log that it is about."""

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
    planner = _Planner(columns, state, rulebook, today, new_id)
    rejected: list[Rejected] = []
    left_out: list[LeftOut] = []
    lines: list[Line] = []
    for number, each in enumerate(outcomes, 1):
        if isinstance(each, Line):
            lines.append(each)
        elif isinstance(each, Rejected):
            rejected.append(each)
        else:
            left_out.append(each)
        if number % STEP == 0:
            report(number)
    items: list[Item] = []
    for number, line in enumerate(_merged(lines, rejected), 1):
        try:
            items.append(planner.item(line))
        except _Misfit as misfit:
            column = columns.name_of(_COLUMN_OF.get(misfit.field, misfit.field)) if misfit.field else ""
            rejected.append(Rejected(line.record, column, misfit.value, misfit.reason))
        if number % STEP == 0:
            report(len(lines) + number)
    return ImportPlan(
        source, columns, tuple(items), tuple(sorted(rejected, key=lambda each: each.record.line)), tuple(left_out)
    )


class _Misfit(Exception):  # noqa: N818 - caught where it is raised
    def __init__(self, field: str, value: str, reason: str) -> None:
        super().__init__(reason)
        self.field, self.value, self.reason = field, value, reason


class _Planner:
    def __init__(
        self, columns: Columns, state: LogState, rulebook: Rulebook, today: dt.date, new_id: Callable[[], str]
    ) -> None:
        self._columns, self._state, self._rulebook, self._today = columns, state, rulebook, today
        self._new_id = new_id
        self._by_name: dict[tuple[dt.date, str], list[Activity]] = {}
        for activity in state.activities.values():
            self._by_name.setdefault((activity.date, name_key(activity.title)), []).append(activity)

    def item(self, line: Line) -> Item:
        """What becomes of a line."""
        if line.id and (known := self._state.activities.get(line.id)):
            return self._against(line, known, line.entry)
        day, title = line.entry.date, line.entry.title
        candidates = self._by_name.get((day, name_key(title or "")), []) if day else []
        if line.id:
            candidates = []  # another one by its own word, however alike
        results = [self._against(line, each, _beside(line.entry, each)) for each in candidates]
        best = next((each for each in results if each.kind != "changed"), results[0] if len(results) == 1 else None)
        if best and best.before and (best.kind == "changed" or not line.id):
            candidates.remove(best.before)  # one line for each
            return best
        return Item(line.record.line, "new", self._made(line.entry, None, line.id or self._new_id()))

    def _against(self, line: Line, known: Activity, entry: Entry) -> Item:
        after = self._made(entry, known, known.id)
        same = all(getattr(after, each) == getattr(known, each) for each in Activity._fields if each not in _OURS)
        kind: Kind = "in-trash" if known.trashed else "same" if same else "changed"
        return Item(line.record.line, kind, after if kind == "changed" else known, known)

    def _made(self, entry: Entry, base: Activity | None, key: str) -> Activity:
        try:
            made = compose(entry, self._state, self._rulebook, self._today, new_id=key, base=base)
        except Refusal as refusal:
            value = getattr(entry, refusal.field, None) if refusal.field else None
            raise _Misfit(refusal.field, _shown(value), str(refusal)) from None
        if field := faulty_field(made):
            raise _Misfit(field, _shown(getattr(made, field)), BOUNDS.get(field, _TOO_LONG))
        return made


def name_key(title: str) -> str:
    """The form in which titles are compared: one line, single blanks, no case."""
    return " ".join(tidy(title).casefold().split())


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


def _merged(lines: Sequence[Line], rejected: list[Rejected]) -> Iterator[Line]:
    """The lines, those about one activity made one: the rows of our own export for each credential, or those of a
    tracker that has one for each certification. What contradicts an earlier row of the same id is rejected.
    """  # noqa: D205
    found: dict[object, Line] = {}
    for line in lines:
        key: object = line.id or _bare(line.entry)
        first = found.get(key)
        if first is None:
            found[key] = line
        elif line.id and line.entry != first.entry:
            reason = f"says something else of the activity {line.id} than line {first.record.line}"
            rejected.append(Rejected(line.record, "", "", reason))
        elif not line.id:
            found[key] = first._replace(entry=_together(first.entry, line.entry))
    return iter(found.values())


def _bare(entry: Entry) -> tuple[object, ...]:
    """All that is said beside for whom it counts."""
    return (
        entry.date, name_key(entry.title or ""), entry.ceus, entry.minutes, entry.sponsor, entry.type,
        entry.index_number, entry.domain, entry.provided_by, entry.status,
        tuple((entry.credits or {}).items()),
    )  # fmt: skip


def _together(one: Entry, other: Entry) -> Entry:
    bodies = None
    if one.organizations is not None and other.organizations is not None:
        bodies = tuple(dict.fromkeys((*one.organizations, *other.organizations)))
    approved = tuple(dict.fromkeys((*(one.approved_for or ()), *(other.approved_for or ()))))
    notes = "\n".join(dict.fromkeys(filter(None, (one.notes, other.notes))))
    return one._replace(organizations=bodies, approved_for=approved or None, notes=notes or None)
