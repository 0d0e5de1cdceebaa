"""Two copies of one logbook made one: what each side added is kept, what one side alone changed is taken, and where
both changed the same thing ours stays, unless theirs is chosen, and the difference is told. Nothing is removed.
"""  # noqa: D205 - one sentence goes with the other

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential, Holder, Tick
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.merging_parts import merged_certificates, merged_portal
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import Edit, LogState

Keyed = TypeVar("Keyed", Activity, HeldCredential, Membership, Tick)

Earlier = Mapping[str, Collection[Any]]
"""Id of a record -> how it was before, at any time that the history still knows."""


Choice = tuple[str, str, str]
"""What names a conflict: the id of our record, the field, and the part of it where it has several."""


class Conflict(NamedTuple):
    """A field that both sides changed, each in its own way; ours stays unless theirs is chosen."""

    record: Activity | HeldCredential | Membership | Tick | Holder
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
        counted = {each.record.id for each in chosen if not isinstance(each.record, Holder)}
        alike = len(counted - {id_of(each.before) for each in self.taken})
        return self._replace(taken=tuple(edits.values()), conflicts=left, same=self.same - alike)


class _Table(Generic[Keyed]):
    """One kind of record on both sides, matched by id and then by what makes it the same thing.

    Each of ours is one of theirs at most: who logged the same thing twice meant two.
    """

    def __init__(self, ours: Mapping[str, Keyed], theirs: Mapping[str, Keyed], key: Any) -> None:
        self._ours: Mapping[str, Keyed] = ours
        self._theirs: Mapping[str, Keyed] = theirs
        self._key = key

    def pairs(self) -> Iterator[tuple[Keyed | None, Keyed]]:
        ours_alone: dict[Any, list[Keyed]] = {}
        for each in self._ours.values():
            if each.id not in self._theirs:
                ours_alone.setdefault(self._key(each), []).append(each)
        for record in self._theirs.values():
            mine = self._ours.get(record.id)
            if mine is None and (alike := ours_alone.get(self._key(record))):
                mine = alike.pop(0)
            yield mine, record


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
    merger.table(_Table(ours.memberships, theirs.memberships, lambda each: each.organization))
    merger.table(_Table(ours.credentials, theirs.credentials, lambda each: (each.organization, each.code)))
    merger.table(
        _Table(
            ours.activities,
            theirs.activities,
            lambda each: each._replace(
                id="",
                credits=tuple(sorted(each.credits.items())),
                portal=(),
                entered_as=(),
                certificate_asked=None,
                as_closed=None,
            ),
        )
    )
    merger.table(_Table(ours.ticks, theirs.ticks, lambda each: each[1:]))
    return Merge(tuple(merger.added), tuple(merger.taken), tuple(merger.conflicts), merger.same)


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

    def table(self, table: _Table[Keyed]) -> None:
        for ours, theirs in table.pairs():
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

    def _merged(self, ours: Keyed, theirs: Keyed) -> Keyed:
        if ours == theirs or theirs in self._our_past.get(ours.id, ()):
            return ours
        if ours in self._their_past.get(ours.id, ()):
            return theirs
        base = _common(self._our_past.get(ours.id, ()), self._their_past.get(ours.id, ()))
        return self._fields(ours, theirs, base)

    def _fields(self, ours: Keyed, theirs: Keyed, base: Any) -> Keyed:
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
        self, membership: Any, ours: Iterable[Cycle], theirs: Iterable[Cycle], base: Iterable[Cycle]
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


def _part_conflict(record: Any, field: str, ours: Any, theirs: Any, part: str) -> Conflict:
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


def id_of(record: Any) -> str:
    """The id of a record; the holder has none."""
    return getattr(record, "id", "")


_NOTHING: tuple[Any, ...] = (None, "", (), {})
"""What a field holds of which nothing was said."""


def _common(ours: Iterable[Any], theirs: Collection[Any]) -> Any:
    """The latest state that both sides once had; None when their histories know of none."""
    return next((each for each in reversed(tuple(ours)) if each in theirs), None)
