"""What a transaction works on: its own copy of the tables, down to the documents, which are only replaced."""

from collections.abc import Iterable, Mapping
from typing import Any

from ceulog.storage.stored import Stored, alike, id_of
from ceulog.storage.values import (
    Document,
    Table,
    Tables,
    TablesView,
    document_key,
    is_document_id,
    number_after,
    plain_copy,
)


class TableIndex:
    """Where our ids are in one table, and the next number for a document."""

    __slots__ = ("keys", "next_id", "repeated")

    def __init__(self, keys: dict[str, str], next_id: int, *, repeated: bool) -> None:
        self.keys = keys
        self.next_id = next_id
        self.repeated = repeated
        """Whether an id occurs twice, as other programs may leave it; `keys` has the first."""

    @classmethod
    def of(cls, table: Mapping[str, Mapping[str, Any]]) -> "TableIndex":
        """Look through a whole table."""
        index = cls({}, number_after(map(int, table)), repeated=False)
        for key, document in table.items():
            index.add(key, document)
        return index

    def copy(self) -> "TableIndex":
        """A copy for a transaction."""
        return TableIndex(self.keys.copy(), self.next_id, repeated=self.repeated)

    def add(self, key: str, document: Mapping[str, Any]) -> None:
        """Take note of one more document."""
        identifier = id_of(document)
        if isinstance(identifier, str) and self.keys.setdefault(identifier, key) != key:
            self.repeated = True


class Draft:
    """A private copy of the tables. What is handed to it must belong to nobody else (`plain_copy`).

    Args:
        before: the tables as they stand in the file; not changed.
        indexes: of `before`, as far as there are any; not changed.
    """

    __slots__ = ("_before", "_indexes_before", "indexes", "tables")

    def __init__(self, before: TablesView, indexes: Mapping[str, TableIndex]) -> None:
        self._before = before
        self._indexes_before = dict(indexes)
        self.tables: Tables = {name: dict(table) for name, table in before.items()}
        self.indexes: dict[str, TableIndex] = {}

    def index(self, name: str) -> TableIndex:
        """The index of a table, made at its first use."""
        index = self.indexes.get(name)
        if index is None:
            known = self._indexes_before.get(name)
            index = TableIndex.of(self.tables.get(name, {})) if known is None else known.copy()
            self.indexes[name] = index
        return index

    def indexes_after(self) -> dict[str, TableIndex]:
        """All indexes that hold for the tables as they are now."""
        return self._indexes_before | self.indexes

    def put(self, name: str, document: Document) -> None:
        """Replace the document that has the same `id`, or add it.

        Raises:
            ValueError: the document has no `id`, or none that is text.
        """
        identifier = document.get("id")
        if not isinstance(identifier, str) or not identifier:
            raise ValueError("a document needs an id to be found again")
        index = self.index(name)
        table = self.tables.setdefault(name, {})
        key = index.keys.get(identifier)
        if key is None:
            key = document_key(index.next_id)
            index.next_id += 1
            index.keys[identifier] = key
        elif alike(table[key], document):
            return
        table[key] = document

    def drop(self, name: str, identifier: str) -> bool:
        """Remove the document with this `id`; say whether there was one."""
        index = self.index(name)
        key = index.keys.pop(identifier, None)
        if key is None:
            return False
        del self.tables[name][key]
        if index.repeated:
            self._forget_index(name)  # another document of the same id comes to light
        return True

    def insert(self, name: str, documents: Iterable[tuple[int | None, Document]]) -> list[int]:
        """Add documents, each under its number or, for None, under the next free one; all or none.

        Returns:
            Their numbers.

        Raises:
            ValueError: a number is taken, or cannot be one.
        """
        index, table = self.index(name), self.tables.get(name, {})
        pairs = list(documents)
        given: set[int] = set()
        for doc_id, _ in pairs:
            if doc_id is None:
                continue
            if doc_id in given or document_key(doc_id) in table:
                raise ValueError(f"Document with ID {doc_id} already exists")
            given.add(doc_id)
        next_id = max(index.next_id, number_after(given))
        added: Table = {}
        for doc_id, document in pairs:
            if doc_id is None:
                added[str(next_id)] = document
                next_id += 1
            else:
                added[document_key(doc_id)] = document
        if added:
            self.tables.setdefault(name, {}).update(added)
        index.next_id = next_id
        for key, each in added.items():
            index.add(key, each)
        return [int(key) for key in added]

    def append(self, name: str, documents: Mapping[str, Stored]) -> None:
        """Add documents by their ids, which none of the table has."""
        index = self.index(name)
        keys = list(map(str, range(index.next_id, index.next_id + len(documents))))
        self.tables.setdefault(name, {}).update(zip(keys, documents.values(), strict=True))
        index.keys.update(zip(documents, keys, strict=True))
        index.next_id += len(documents)

    def replace(self, name: str, table: Mapping[int, Mapping[str, Any]]) -> None:
        """Put other documents into a table; those that are as before stay the very same.

        Raises:
            TypeError: a document holds what cannot be stored.
            ValueError: likewise, or a number cannot be one.
        """
        self.tables[name] = self._adopt(name, {document_key(doc_id): each for doc_id, each in table.items()})
        self._forget_index(name)

    def replace_all(self, tables: Mapping[str, Mapping[str, Mapping[str, Any]]]) -> None:
        """Put other tables in the place of all.

        Raises:
            TypeError: a document holds what cannot be stored.
            ValueError: likewise, or a table's number cannot be one.
        """
        adopted = {}
        for name, table in tables.items():
            for key in table:
                if not is_document_id(key):
                    raise ValueError(f"{key!r} cannot be the number of a document")
            adopted[name] = self._adopt(name, table)
        self.tables = adopted
        for name in {*self._indexes_before, *self.indexes}:
            self._forget_index(name)

    def changed(self) -> bool:
        """Say whether anything is other than in the file."""
        if self.tables != self._before:
            return True
        # equal documents that are not the same were put because they differ: 1 and true are equal
        return any(
            self._before[name][key] is not document
            for name, table in self.tables.items()
            for key, document in table.items()
        )

    def _adopt(self, name: str, table: Mapping[str, Mapping[str, Any]]) -> Table:
        present = self.tables.get(name, {})
        adopted: Table = {}
        for key, document in table.items():
            copied = plain_copy(document)
            stored = present.get(key)
            adopted[key] = copied if stored is None or not alike(stored, copied) else stored
        return adopted

    def _forget_index(self, name: str) -> None:
        self.indexes.pop(name, None)
        self._indexes_before.pop(name, None)
