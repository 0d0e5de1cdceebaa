"""TinyDB as the logbook uses it: every write inside a transaction, every result the caller's own."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import AbstractContextManager
from typing import Any, cast

from tinydb import TinyDB
from tinydb.queries import QueryLike
from tinydb.storages import Storage
from tinydb.table import Document, Table

from ceulog.storage.durable import DurableStorage
from ceulog.storage.errors import AnyPath
from ceulog.storage.layout import ACTIVITIES, CHANGES, CREDENTIALS, MEMBERSHIPS, META, TICKS
from ceulog.storage.values import plain_copy

__all__ = [
    "ACTIVITIES", "CHANGES", "CREDENTIALS", "MEMBERSHIPS", "META", "TICKS",
    "LogDocument", "LogTable", "LogbookDatabase",
]  # fmt: skip


Storage.register(DurableStorage)


class LogDocument(Document):
    """A document that shares nothing with the store, not even the lists inside it."""

    def __init__(self, value: Mapping[str, Any], doc_id: int) -> None:
        super().__init__(plain_copy(value), doc_id)


class LogTable(Table):
    """A table of which many handles, threads and processes can be open at once.

    What it gives is a copy; what it takes is copied. There is no query cache, for it would go stale.

    Every method that writes raises TypeError or ValueError for what cannot be stored, and `StorageError` for what
    went wrong with the file.
    """

    document_class = LogDocument
    _storage: DurableStorage

    def __init__(
        self,
        storage: Storage,
        name: str,
        cache_size: int = 0,  # noqa: ARG002 - TinyDB passes it on
        persist_empty: bool = False,
    ) -> None:
        super().__init__(storage, name, cache_size=0, persist_empty=persist_empty)

    @property
    def storage(self) -> DurableStorage:
        """The storage that the table lives in."""
        return self._storage

    def put(self, document: Mapping[str, Any]) -> None:
        """Replace the document that has the same `id`, or add it.

        Raises:
            ValueError: the document has no `id`, or none that is text.
        """
        copied = plain_copy(document)
        with self.storage.transaction():
            self.storage.draft.put(self.name, copied)

    def drop(self, identifier: str) -> bool:
        """Remove the document with this `id`; say whether there was one."""
        with self.storage.transaction():
            return self.storage.draft.drop(self.name, identifier)

    def get_by_id(self, identifier: str) -> LogDocument | None:
        """The document with this `id`, or None."""
        found = self.storage.find(self.name, identifier)
        return None if found is None else LogDocument(found[1], int(found[0]))

    def insert(self, document: Mapping[str, Any]) -> int:
        """Add a document under its own number (a TinyDB `Document`) or the next free one; returns the number.

        Raises:
            ValueError: the number is taken, or it is not a mapping.
        """
        return self.insert_multiple([document])[0]

    def insert_multiple(self, documents: Iterable[Mapping[str, Any]]) -> list[int]:
        """Add documents, all or none; those without a number come after all that have one.

        Raises:
            ValueError: a number is taken, or one is not a mapping.
        """
        pairs = [(_number_of(document), plain_copy(document)) for document in documents]
        with self.storage.transaction():
            return self.storage.draft.insert(self.name, pairs)

    def upsert(self, document: Mapping[str, Any], cond: QueryLike | None = None) -> list[int]:
        """Update what matches, or insert; as TinyDB's, but in one transaction."""
        if isinstance(document, Document):
            document = LogDocument(document, document.doc_id)
        with self.storage.transaction():
            return super().upsert(document, cond)

    def update_multiple(
        self, updates: Iterable[tuple[Mapping[str, Any] | Callable[[MutableMapping[str, Any]], None], QueryLike]]
    ) -> list[int]:
        """As TinyDB's, which would use up an iterator at the first document."""
        return super().update_multiple(list(updates))

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        # a copy of the outer level, so that one may insert while going through the table
        return dict(self.storage.tables().get(self.name, {}))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        # TinyDB's own updates change documents in place: they get copies
        with self.storage.transaction():
            table: dict[int, Mapping[str, Any]] = {
                int(key): plain_copy(document) for key, document in self._read_table().items()
            }
            updater(table)
            self.storage.draft.replace(self.name, table)


def _number_of(document: Mapping[str, Any]) -> int | None:
    if not isinstance(document, Mapping):
        raise ValueError("Document is not a Mapping")  # noqa: TRY004 - as TinyDB has it
    return document.doc_id if isinstance(document, Document) else None


class LogbookDatabase(TinyDB):
    """The database in one `logbook.json`.

    Args:
        path: of the file.
        wait_seconds: how long a write waits for other writers.
        storage: the file, where it is open already.
    """

    table_class = LogTable
    _storage: DurableStorage

    def __init__(self, path: AnyPath, wait_seconds: float = 5.0, storage: DurableStorage | None = None) -> None:
        found = storage or DurableStorage(path, wait_seconds)
        super().__init__(storage=lambda: found)

    def __bool__(self) -> bool:
        return True  # an open database is one, also with nothing in it

    @property
    def storage(self) -> DurableStorage:
        """The storage: `stamp()` for polling, `tables()` for looking at everything at once."""
        return self._storage

    def transaction(self) -> AbstractContextManager[None]:
        """Everything that is written inside becomes one change of the file, or none; see `DurableStorage`."""
        return self.storage.transaction()

    def table(self, name: str, **options: Any) -> LogTable:
        """The table of this name; it need not exist yet."""
        return cast("LogTable", super().table(name, **options))  # of `table_class`, which its types leave open

    def tables(self) -> set[str]:
        """The names of all tables in the file."""
        return set(self.storage.tables())

    def drop_table(self, name: str) -> None:
        """Remove a table with all its documents."""
        with self.transaction():
            super().drop_table(name)

    def drop_tables(self) -> None:
        """Remove all tables; the file's own description stays."""
        with self.transaction():
            super().drop_tables()
