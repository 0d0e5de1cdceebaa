"""Two copies of one logbook made one: what each side added is kept, what one side alone changed is taken, and where
both changed the same thing ours stays, unless theirs is chosen, and the difference is told. Nothing is removed.
"""  # noqa: D205 - one sentence goes with the other

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.credentials import Holder
from ceulog.domain.cycles import Cycle
from ceulog.domain.merging_parts import merged_certificates, merged_portal
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import Edit, KeyedRecord, LogState, Record, id_of

Earlier = Mapping[str, Collection[Any]]
"""Id of a record -> how it was before, at any time that the history still knows."""

Choice = tuple[str, str, str]
"""What names a conflict: the id of our record, the field, and the part of it where it has several."""


class Conflict(NamedTuple):
    """A field that both sides changed, each in its own way; ours stays unless theirs is chosen."""

    record: Record
    """Ours."""
    field: str
    ours: Any
    theirs: Any
    along: tuple[tuple[str, Any], ...] = ()
    """Other fields that go with it, and what they are with theirs."""
    part: str = ""
    """The first day of a cycle, the organization of a portal, the file of a certificate; empty for a whole field."""

    @property
    def choice(self) -> Choice:
        """What names it."""
        return id_of(self.record), self.field, self.part


class Merge(NamedTuple):
    """What merging would do."""

    added: tuple[Edit, ...]
    """What only they have."""
    taken: tuple[Edit, ...]
    """What only they changed."""
    conflicts: tuple[Conflict, ...]
    same: int
    """Records that are alike on both sides, or that only we changed; the holder is not among them."""

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All that changes with us."""
        return (*self.added, *self.taken)

    def choosing(self, theirs: Collection[Choice]) -> "Merge":
        """The same, with theirs in the conflicts that are named: they are among what is taken."""
        chosen = [each for each in self.conflicts if each.choice in theirs]
        edits = {id_of(each.before): each for each in self.taken}
        for each in chosen:
            edit = edits.get(id_of(each.record)) or Edit(each.record, each.record)
            edits[id_of(each.record)] = Edit(edit.before, _with_theirs(edit.after, each))
        left = tuple(each for each in self.conflicts if each.choice not in theirs)
        counted = {key for each in chosen if (key := id_of(each.record))}
        alike = len(counted - {id_of(each.before) for each in self.taken})
        return self._replace(taken=tuple(edits.values()), conflicts=left, same=self.same - alike)


def merge(ours: LogState, theirs: LogState, our_past: Earlier, their_past: Earlier) -> Merge:
    """What merging another copy into ours would do.

    Args:
        ours: our log.
        theirs: the other copy.
        our_past: how our records were earlier.
        their_past: how theirs were.
    """
    merger = _Merger(our_past, their_past)
    merger.holder(ours.holder, theirs.holder)
    merger.table(_pairs(ours.memberships, theirs.memberships, lambda each: each.organization))
    merger.table(_pairs(ours.credentials, theirs.credentials, lambda each: (each.organization, each.code)))
    merger.table(_pairs(ours.activities, theirs.activities, _as_logged))
    merger.table(_pairs(ours.ticks, theirs.ticks, lambda each: each[1:]))
    return Merge(tuple(merger.added), tuple(merger.taken), tuple(merger.conflicts), merger.same)


def _pairs(
    ours: Mapping[str, KeyedRecord], theirs: Mapping[str, KeyedRecord], key: Callable[[KeyedRecord], Hashable]
) -> Iterator[tuple[KeyedRecord | None, KeyedRecord]]:
    """Each of their records behind what it is with us, by id, else by a key; None where we have nothing like it.

    Each of ours is one of theirs at most: who logged the same thing twice meant two.
    """
    ours_alone: dict[Hashable, list[KeyedRecord]] = {}
    for each in ours.values():
        if each.id not in theirs:
            ours_alone.setdefault(key(each), []).append(each)
    for record in theirs.values():
        mine = ours.get(record.id)
        if mine is None and (alike := ours_alone.get(key(record))):
            mine = alike.pop(0)
        yield mine, record


_OF_ONE_SIDE = ("id", "portal", "entered_as", "certificate_asked", "as_closed")
"""Fields of an entry that say nothing of what was logged."""


def _as_logged(activity: Activity) -> Hashable:
    facts = {**activity._asdict(), "credits": tuple(sorted(activity.credits.items()))}
    return tuple(value for name, value in facts.items() if name not in _OF_ONE_SIDE)


class _Merger:
    def __init__(self, our_past: Earlier, their_past: Earlier) -> None:
        self._our_past, self._their_past = our_past, their_past
        self.added: list[Edit] = []
        self.taken: list[Edit] = []
        self.conflicts: list[Conflict] = []
        self.same = 0

    def holder(self, ours: Holder, theirs: Holder) -> None:
        if theirs.name and not ours.name:
            self.taken.append(Edit(ours, theirs))
        elif theirs.name and theirs.name != ours.name:
            self.conflicts.append(Conflict(ours, "name", ours.name, theirs.name))

    def table(self, pairs: Iterable[tuple[KeyedRecord | None, KeyedRecord]]) -> None:
        for ours, theirs in pairs:
            if ours is None:
                if any(theirs == each for each in self._our_past.get(theirs.id, ())):
                    self.same += 1  # we took it out, and they left it as it was
                else:
                    self.added.append(Edit(None, theirs))
                continue
            merged = self._merged(ours, theirs._replace(id=ours.id))
            if merged == ours:
                self.same += 1
            else:
                self.taken.append(Edit(ours, merged))

    def _merged(self, ours: KeyedRecord, theirs: KeyedRecord) -> KeyedRecord:
        if ours == theirs or theirs in self._our_past.get(ours.id, ()):
            return ours
        if ours in self._their_past.get(ours.id, ()):
            return theirs
        base = _common(self._our_past.get(ours.id, ()), self._their_past.get(ours.id, ()))
        return self._fields(ours, theirs, base)

    def _fields(self, ours: KeyedRecord, theirs: KeyedRecord, base: Any) -> KeyedRecord:
        """Ours with the fields that only they changed; each field that both did is a conflict."""
        changed: dict[str, Any] = {}
        conflicts: list[Conflict] = []
        for field in ours._fields:
            mine, other = getattr(ours, field), getattr(theirs, field)
            before = getattr(base, field) if base is not None else None
            if mine == other:
                continue
            if field == "cycles":
                changed[field] = self._cycles(ours, mine, other, before or ())
                continue
            if field in _PARTS:
                changed[field], torn = _PARTS[field](mine, other, before or type(mine)())
                conflicts += (_part_conflict(ours, field, mine, other, part) for part in torn)
                continue
            if field == "entered_as" and (base is None or before not in (mine, other)):
                changed[field] = {**other, **mine}  # what a portal has is corrected there, whoever knew of it
                continue
            if base is not None and other == before:
                continue
            if (base is not None and mine == before) or (base is None and mine in _NOTHING):
                changed[field] = other
            elif base is not None or other not in _NOTHING:
                conflicts.append(Conflict(ours, field, mine, other))
        self.conflicts += _said_once(conflicts)
        return ours._replace(**changed)

    def _cycles(
        self, membership: Record, ours: Iterable[Cycle], theirs: Iterable[Cycle], base: Iterable[Cycle]
    ) -> tuple[Cycle, ...]:
        """The cycles of both sides, by start; a closed one goes before an open one."""
        found = {each.start: each for each in ours}
        old = {each.start: each for each in base}
        for cycle in theirs:
            mine = found.get(cycle.start)
            if mine is None or mine == old.get(cycle.start) or (cycle.closing and not mine.closing):
                found[cycle.start] = cycle
            elif mine != cycle and cycle != old.get(cycle.start) and not (mine.closing and not cycle.closing):
                self.conflicts.append(Conflict(membership, "cycles", mine, cycle, part=mine.start.isoformat()))
        return tuple(found[start] for start in sorted(found))


def _said_once(conflicts: list[Conflict]) -> Iterator[Conflict]:
    """Each conflict, without that of the CEUs where what each organization grants says it all."""
    by_field = {each.field: each for each in conflicts}
    for each in conflicts:
        if each.field == "credits" and (ceus := by_field.get("ceus")):
            yield each._replace(along=(("ceus", ceus.theirs),))
        elif each.field != "ceus" or "credits" not in by_field:
            yield each


_PARTS: Mapping[str, Callable[[Any, Any, Any], tuple[Any, list[str]]]] = {
    "portal": merged_portal, "certificates": merged_certificates,
}  # fmt: skip
"""Field that is merged part by part -> how."""


def _part_conflict(record: Record, field: str, ours: Any, theirs: Any, part: str) -> Conflict:
    if field == "certificates":
        ours, theirs = ({each.file: each for each in side} for side in (ours, theirs))
    return Conflict(record, field, ours.get(part, ()), theirs.get(part, ()), part=part)


def _with_theirs(record: Any, conflict: Conflict) -> Any:
    """A record with theirs in a conflict, a part alone where it is about one."""
    field, part, theirs = conflict.field, conflict.part, conflict.theirs
    whole = theirs
    match field:
        case "cycles":
            whole = tuple(theirs if each.start == theirs.start else each for each in record.cycles)
        case "portal":
            whole = {code: steps for code, steps in {**record.portal, part: theirs}.items() if steps}
        case "certificates":
            kept = {**{each.file: each for each in record.certificates}, part: theirs}
            whole = tuple(each for each in kept.values() if each)
    return record._replace(**{field: whole}, **dict(conflict.along))


_NOTHING: tuple[Any, ...] = (None, "", (), {})
"""What a field holds of which nothing was said."""


def _common(ours: Iterable[Any], theirs: Collection[Any]) -> Any:
    """The latest state that both sides once had; None when their histories know of none."""
    return next((each for each in reversed(tuple(ours)) if each in theirs), None)
