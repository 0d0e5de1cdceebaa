"""Stored documents <-> the records of the core.

A document that does not fit is kept as it is and left out of the log's state, with the reason, so that
nothing is lost and nothing is guessed.
"""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from decimal import Decimal
from functools import partial
from itertools import chain
from json.encoder import encode_basestring_ascii
from typing import Any

from ceulog.domain.activities import Activity
from ceulog.domain.bounds import faulty_field
from ceulog.domain.columns import all_from_plain
from ceulog.domain.credentials import HeldCredential, Holder, Tick
from ceulog.domain.cycles import Membership
from ceulog.domain.named import NamedTuple
from ceulog.domain.records import Unfit, from_plain, known_part, to_plain
from ceulog.domain.state import LogState, Record
from ceulog.storage.stored import Stored, from_json, to_json
from ceulog.storage.values import storable

Document = Mapping[str, Any]
Tables = Mapping[str, Mapping[str, Document]]

HOLDER_ID = "holder"
TABLES: Mapping[str, type[Activity | HeldCredential | Membership | Tick]] = {
    "memberships": Membership,
    "credentials": HeldCredential,
    "activities": Activity,
    "ticks": Tick,
}
_TABLE_OF = {record_class: table for table, record_class in TABLES.items()}

_AT_ONCE = 512
"""Documents; their columns stay in the processor's cache, and one that does not fit holds up no more than these."""

TWIN = "id, which is empty or another one's"
HOLLOW = "cycles, of which there are none"
ONCE = {"credentials": "code", "memberships": "organization"}
"""A table, and the field of which two of its records may not have the same: of two the first is meant."""


class Misfit(NamedTuple):
    """A stored document that could not be read as a record."""

    table: str
    document_id: str
    path: str
    """The field that does not fit; and how, where its kind is right."""
    document: Document


def table_of(record: Record) -> str:
    """The table in which a record is stored."""
    return "meta" if isinstance(record, Holder) else _TABLE_OF[type(record)]


def id_of(record: Record) -> str:
    """The id under which a record is stored."""
    return HOLDER_ID if isinstance(record, Holder) else record.id


def document_of(record: Record) -> dict[str, Any]:
    """A record as a document."""
    document: dict[str, Any] = to_plain(record)
    return {"id": HOLDER_ID, **document} if isinstance(record, Holder) else document


def new_texts_of(records: Sequence[Record]) -> list[bytes]:
    """Records of one class as they are stored first, in JSON: what is empty, as it is without a word, is left out.

    Most fields of most records are; to read them each time would take as long as all the others. Many records are
    put into words column by column, for in a long log most values come again and again.
    """
    defaults = records[0]._field_defaults
    holder = {"id": [f'"id":{to_json(HOLDER_ID)}']} if isinstance(records[0], Holder) else {}
    columns: dict[str, list[str]] = {**holder}
    for name, column in zip(records[0]._fields, zip(*records, strict=True), strict=True):
        default, number = defaults.get(name), 0
        if name in defaults and not default and (number := column.count(default)) == len(column):
            continue
        columns[name] = _worded(f"{to_json(name)}:", column)
        if number:
            blank = (place for place, each in enumerate(column) if not each and each == default)
            for place in blank:
                columns[name][place] = ""
    rows = map(",".join, map(partial(filter, None), zip(*columns.values(), strict=True)))
    return [f"{{{row}}}".encode("ascii") for row in rows]


def _worded(name: str, column: Sequence[Any]) -> list[str]:
    """A field with each of its values."""
    if set(map(type, column)) == {str}:
        return [name + words for words in map(encode_basestring_ascii, column)]
    different = dict(zip(map(id, column), column, strict=True))
    words = {key: name + to_json(storable(to_plain(each))) for key, each in different.items()}
    return list(map(words.__getitem__, map(id, column)))


def patched(stored: Document | None, before: Record | None, after: Record) -> dict[str, Any]:
    """The document that stores `after`: of what is stored only the fields that changed are touched.

    Fields that this program does not know stay, and so does what another program changed meanwhile in
    other fields of the same record.
    """
    if stored is None:
        fresh: dict[str, Any] = from_json(new_texts_of([after])[0])
        return fresh
    document = document_of(after)
    if before is None:
        return {**stored, **document}
    old = document_of(before)
    changed = {name: value for name, value in document.items() if old.get(name) != value}
    return {**stored, **{name: _merged(stored.get(name), old.get(name), value) for name, value in changed.items()}}


def _merged(stored: Any, old: Any, new: Any) -> Any:
    """A value inside a document: what the record knows of it is `new`, what it does not know stays."""
    if isinstance(stored, Mapping) and isinstance(old, Mapping) and isinstance(new, Mapping):
        unknown = {name: value for name, value in stored.items() if name not in old}
        return {**unknown, **{name: _merged(stored.get(name), old.get(name), value) for name, value in new.items()}}
    if isinstance(stored, list) and isinstance(old, list) and isinstance(new, list) and len(stored) == len(old):
        return [_merged_item(stored, old, new, place) for place in range(len(new))]
    return new


def _merged_item(stored: list[Any], old: list[Any], new: list[Any], place: int) -> Any:
    item = new[place]
    if item in old:
        return stored[old.index(item)]
    is_changed = place < len(old) and old[place] not in new
    return _merged(stored[place], old[place], item) if is_changed else item


def state_of(tables: Tables) -> tuple[LogState, tuple[Misfit, ...]]:
    """The state that the tables hold, and the documents that do not fit."""
    numbered = {table: [*tables.get(table, {}).items()] for table in TABLES}
    hollow = [pair for pair in numbered["memberships"] if pair[1].get("cycles") == []]
    numbered["memberships"] = [pair for pair in numbered["memberships"] if pair not in hollow]
    misfits: list[Misfit] = []
    records = {table: _by_id(record_class, numbered[table], table, misfits) for table, record_class in TABLES.items()}
    misfits += [Misfit("memberships", key, HOLLOW, document) for key, document in hollow]
    for table, field in ONCE.items():
        misfits += _second_ones(records[table], table, field, numbered[table])
    return LogState(holder=holder_of(tables), **records), tuple(misfits)


def holder_of(tables: Tables) -> Holder:
    """Whose log it is, as the tables have it."""
    holder = next((each for each in tables.get("meta", {}).values() if each.get("id") == HOLDER_ID), {})
    name = holder.get("name", "")
    return Holder(name if isinstance(name, str) else "")


def _by_id(
    record_class: type[Any], numbered: Sequence[tuple[str, Document]], table: str, misfits: list[Misfit]
) -> dict[str, Any]:
    """Id -> record; of documents with one id the first is meant, as it is when something is stored."""
    found = {each.id: each for each in _records(record_class, numbered, table, misfits)}
    if len(found) == len(numbered) and "" not in found:
        return found
    seen, twins = {""}, set()
    for document_id, document in numbered:
        if isinstance(key := document.get("id"), str):
            (twins.add(document_id) if key in seen else seen.add(key))
    if twins:
        rest = [pair for pair in numbered if pair[0] not in twins]
        misfits[:] = [each for each in misfits if each.table != table]
        found = {each.id: each for each in _records(record_class, rest, table, misfits)}
        misfits += [Misfit(table, key, TWIN, document) for key, document in numbered if key in twins]
    return found


def _second_ones(
    found: dict[str, Any], table: str, field: str, numbered: Sequence[tuple[str, Document]]
) -> list[Misfit]:
    """Take out the records of a table that have what an earlier one has in a field; a credential counts once."""
    firsts = {getattr(each, field): each.id for each in reversed(found.values())}
    seconds = {key for key, each in found.items() if firsts[getattr(each, field)] != key}
    for key in seconds:
        del found[key]
    fault = f"{field}, which another one has"
    return [
        Misfit(table, key, fault, document) for key, document in numbered
        if isinstance(identifier := document.get("id"), str) and identifier in seconds
    ]  # fmt: skip


def _records(
    record_class: type[Any], numbered: Sequence[tuple[str, Document]], table: str, misfits: list[Misfit]
) -> Iterable[Any]:
    """The records of numbered documents; halved until those that do not fit stand alone."""
    if len(numbered) > _AT_ONCE:
        parts = (numbered[start : start + _AT_ONCE] for start in range(0, len(numbered), _AT_ONCE))
        return chain.from_iterable([_records(record_class, part, table, misfits) for part in parts])
    try:
        return _all_records(record_class, [document for _, document in numbered])
    except Unfit:
        if len(numbered) > 1:
            middle = len(numbered) // 2
            halves = (numbered[:middle], numbered[middle:])
            return [each for half in halves for each in _records(record_class, half, table, misfits)]
    ((document_id, document),) = numbered
    try:
        record = _read(record_class, {name: document[name] for name in record_class._fields if name in document})
    except Unfit as fault:
        beyond = fault.path
    else:
        if not (beyond := faulty_field(record, Decimal)):  # CEUs that no activity can have would count
            return [record]
    misfits.append(Misfit(table, document_id, beyond, document))
    return []


def _all_records(record_class: type[Any], documents: Sequence[Document]) -> list[Any]:
    texts = [text for each in documents if isinstance(each, Stored) and (text := each.unread) is not None]
    if texts and len(texts) == len(documents):
        from ceulog.storage.quick import all_from_texts  # noqa: PLC0415 - imported already

        with suppress(Unfit):
            return all_from_texts(record_class, texts)
    return all_from_plain(record_class, [each.plain if isinstance(each, Stored) else each for each in documents])


def _read(record_class: type[Any], fields: Document) -> Any:
    try:
        return from_plain(record_class, fields)
    except Unfit:
        # perhaps a newer program wrote more into a record inside of it
        return from_plain(record_class, known_part(record_class, fields))
