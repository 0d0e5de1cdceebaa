"""Steps of the log as they are carried out on the stored documents, each with the record that takes it back."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from ceulog.domain.changes import Change
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import Edit, Record
from ceulog.logbook import history
from ceulog.logbook.history import ChangeRecord, OtherState
from ceulog.storage.documents import TABLES, Document, id_of, new_texts_of, patched, table_of
from ceulog.storage.durable import DurableStorage
from ceulog.storage.layout import CHANGES
from ceulog.storage.stored import Stored
from ceulog.storage.values import TablesView

if TYPE_CHECKING:
    from ceulog.storage.database import LogbookDatabase, LogTable

Origins = Mapping[tuple[str, str], Document]
"""Table and id -> how another logbook stores a record: what this program does not know of it comes along."""


def origins_of(tables: TablesView) -> Origins:
    """The records of a log as they are stored there; of two with one id the first is meant."""
    return {(name, str(each.get("id"))): each for name in TABLES for each in [*tables.get(name, {}).values()][::-1]}


class Steps:
    """The steps of one log. Whatever writes is to be called inside a transaction of its file.

    Args:
        file: of the log.
        today: the day that a step is dated with.
        new_id: gives the id of its record.
    """

    def __init__(self, file: DurableStorage, *, today: Callable[[], dt.date], new_id: Callable[[], str]) -> None:
        self._file = file
        self._today = today
        self._new_id = new_id
        self._database: LogbookDatabase | None = None

    def records(self) -> list[ChangeRecord]:
        """The history, the oldest first.

        Raises:
            StorageError: the file is damaged, too new, or cannot be read.
        """
        return history.records_of(self._file.tables())

    def carry_out(self, change: Change, origins: Origins) -> None:
        """Make a change of records; an empty one writes nothing."""
        others: list[OtherState] = []
        for table, some in groupby(change.edits, key=_gets_new):
            edits = [*some]
            added = [] if origins or not table else self._added(table, [each.after for each in edits if each.after])
            others += added or [self._write(each, origins) for each in edits]
        if others:
            self._remember(change.label, tuple(others))

    def put_in_place(self, label: str, states: Iterable[OtherState]) -> None:
        """Store documents as they are handed over, as one step."""
        self._remember(label, tuple(self._swap(each) for each in states))

    def swap(self, choose: Callable[[list[ChangeRecord]], ChangeRecord | None], otherwise: str) -> str:
        """Undo or redo the step that is chosen; gives its name.

        Raises:
            Refusal: there is none, with the sentence `otherwise`; or it replaced the whole file.
        """
        record = choose(self.records())
        if record is None:
            raise Refusal(otherwise)
        if record.aside is not None:
            raise Refusal(_whole_file(record.aside))
        others = tuple(self._swap(each) for each in record.others)
        swapped = record._replace(others=others, undone=not record.undone)
        changes = self._table("changes")
        changes.put({**(changes.get_by_id(record.id) or {}), **history.to_document(swapped)})
        return record.label

    def _remember(self, label: str, others: tuple[OtherState, ...]) -> None:
        draft = self._file.draft
        for record in history.superseded(self.records(), len(others)):
            draft.drop(CHANGES, record.id)
        # what it holds is nobody else's: it need not be copied once more
        draft.put(CHANGES, history.to_document(ChangeRecord(self._new_id(), self._today().isoformat(), label, others)))

    def _added(self, table: str, records: Sequence[Record]) -> list[OtherState]:
        """Add records to a table, many at once; nothing is done when one has the id of another."""
        draft, ids = self._file.draft, list(map(id_of, records))
        if not all(ids) or len(set(ids)) < len(ids) or not draft.index(table).keys.keys().isdisjoint(ids):
            return []
        draft.append(table, dict(zip(ids, map(Stored, new_texts_of(records)), strict=True)))
        return [OtherState(table, each, None) for each in ids]

    def _write(self, edit: Edit, origins: Origins) -> OtherState:
        record = edit.after or edit.before
        if record is None:
            raise ValueError("an edit has neither side")
        table, key = table_of(record), id_of(record)
        stored = self._table(table).get_by_id(key)
        if edit.after is None:
            self._table(table).drop(key)
        elif stored is None and edit.before is None and (origin := origins.get((table, key))):
            self._table(table).put(patched(origin, edit.after, edit.after))
        else:
            self._table(table).put(patched(stored, edit.before, edit.after))
        return OtherState(table, key, stored)

    def _swap(self, other: OtherState) -> OtherState:
        table = self._table(other.table)
        stored = table.get_by_id(other.id)
        if other.document is None:
            table.drop(other.id)
        else:
            table.put(other.document)
        return OtherState(other.table, other.id, stored)

    def _table(self, name: str) -> "LogTable":
        if self._database is None:
            from ceulog.storage.database import LogbookDatabase  # noqa: PLC0415 - who only reads need not pay for it

            self._database = LogbookDatabase(self._file.path, storage=self._file)
        return self._database.table(name)


def _gets_new(edit: Edit) -> str:
    """The table that an edit adds a record to; empty for another edit."""
    return table_of(edit.after) if edit.before is None and edit.after is not None else ""


def _whole_file(aside: str) -> str:
    if not aside:
        return "There was no logbook before a copy was put in its place, so undo has nothing to go back to."
    return (
        f"The newest change put a copy in the place of the whole file, which undo does not take back: "
        f"`ceulog rollback {aside}` does."
    )
