"""The record of changes, which undo and redo live on.

A record of the table `changes` holds, for every document that its change touched, the other state of
it: what to put back to undo it and, once undone, to redo it. Undo and redo are the same swap.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from ceulog.domain.named import NamedTuple
from ceulog.storage.documents import Document, Tables
from ceulog.storage.layout import CHANGES, LOG_ID, META
from ceulog.storage.stored import alike

MOST_RECORDS = 100
MOST_DOCUMENTS = 5_000


class OtherState(NamedTuple):
    """What a document was (or will be again) on the other side of a change."""

    table: str
    id: str
    document: Document | None
    """None: it was not there."""


class ChangeRecord(NamedTuple):
    """One step in the history."""

    id: str
    on: str
    label: str
    others: tuple[OtherState, ...]
    undone: bool = False
    aside: str | None = None
    """Of a step that replaced the whole file: under which name the file before is kept, empty where there was none."""


def to_document(record: ChangeRecord) -> dict[str, Any]:
    """The record as it is stored."""
    others = [{"table": table, "id": key, "document": document} for table, key, document in record.others]
    document = {**record._asdict(), "others": others}
    if record.aside is None:
        del document["aside"]
    return document


def from_document(document: Document) -> ChangeRecord:
    """A stored record.

    Raises:
        KeyError: a field is missing.
        TypeError: a field is of the wrong kind.
    """
    others = tuple(OtherState(each["table"], each["id"], each["document"]) for each in document["others"])
    for each in document["others"]:
        if not isinstance(each["document"], Mapping | None) or {type(each["table"]), type(each["id"])} != {str}:
            raise TypeError("a state of no document")
    aside = document.get("aside")
    if not isinstance(aside, str | None):
        raise TypeError("a file of no name")
    return ChangeRecord(
        str(document["id"]), str(document["on"]), str(document["label"]), others, bool(document["undone"]), aside
    )


def records_of(tables: Tables) -> list[ChangeRecord]:
    """The records of a log, the oldest first: by their numbers, for another program may have sorted the file."""
    table = tables.get(CHANGES, {})
    return readable(table[key] for key in sorted(table, key=int))


def readable(documents: Iterable[Document]) -> list[ChangeRecord]:
    """The records that can be read, in their order; others are passed over and left alone."""
    records = []
    for document in documents:
        try:
            records.append(from_document(document))
        except (KeyError, TypeError):
            continue
    return records


def next_undo(records: Iterable[ChangeRecord]) -> ChangeRecord | None:
    """The newest change that stands."""
    standing = [each for each in records if not each.undone]
    return standing[-1] if standing else None


def next_redo(records: Iterable[ChangeRecord]) -> ChangeRecord | None:
    """The change that was undone last."""
    return next((each for each in records if each.undone), None)


def superseded(records: list[ChangeRecord], size: int) -> list[ChangeRecord]:
    """What leaves the history when a change of so many documents joins it.

    That is all that was undone, and the oldest beyond the bounds; the newest always stays.
    """
    kept = 1
    documents = size
    gone = [each for each in records if each.undone]
    for record in reversed([each for each in records if not each.undone]):
        kept += 1
        documents += len(record.others)
        if kept > MOST_RECORDS or documents > MOST_DOCUMENTS:
            gone.append(record)
    return gone


def going_back(now: Tables, then: Tables) -> tuple[OtherState, ...] | None:
    """The documents that have to be put in place so that all are as they were then; the history goes on.

    None where some that differ have no id of their own: nobody could tell what to put in the place of what.
    """
    states: list[OtherState] = []
    for table in dict.fromkeys((*now, *then)):
        if table == CHANGES:
            continue
        present, nameless_now = _by_id(table, now.get(table, {}))
        past, nameless_then = _by_id(table, then.get(table, {}))
        if len(nameless_now) != len(nameless_then) or not all(map(alike, nameless_now, nameless_then)):
            return None
        states += [
            OtherState(table, key, past.get(key))
            for key in dict.fromkeys((*present, *past))
            if not alike(present.get(key), past.get(key))
        ]
    return tuple(states)


def _by_id(table: str, documents: Mapping[str, Document]) -> tuple[dict[str, Any], list[Document]]:
    """Id -> document, and those without an id that no other before them has."""
    found: dict[str, Any] = {}
    nameless: list[Document] = []
    for each in documents.values():
        key = each.get("id")
        if not isinstance(key, str) or not key or key in found:
            nameless.append(each)
        elif (table, key) != (META, LOG_ID):
            found[key] = each
    return found, nameless
