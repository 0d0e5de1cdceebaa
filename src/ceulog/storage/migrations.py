"""How a file of an older schema is read: one step for each schema, in order.

A step gets tables of its own and gives those of the next schema; what it does not know it leaves as it is. It runs
when the file is read; what it made is written with the next change, and the file as it was is kept first
(`durable`). It goes through the documents by `documents_of`: the history holds some too, and undo puts them back.
CONTRIBUTING.md has the recipe for a new one.
"""

from collections.abc import Callable, Iterator
from typing import Any

from ceulog.storage.values import PlainTables

Migration = Callable[[PlainTables], PlainTables]


def documents_of(tables: PlainTables, name: str) -> Iterator[dict[str, Any]]:
    """The documents of a table, and those that undo or redo would put into it, all to be changed in place."""
    yield from tables.get(name, {}).values()
    for record in tables.get("changes", {}).values():
        others = record.get("others")
        for other in others if isinstance(others, list) else ():
            if isinstance(other, dict) and other.get("table") == name and isinstance(other.get("document"), dict):
                yield other["document"]


MIGRATIONS: tuple[Migration, ...] = ()
"""The first makes schema 2 of schema 1, and so on."""


def newest_schema() -> int:
    """The schema that this program writes."""
    return 1 + len(MIGRATIONS)


def migrated(tables: PlainTables, schema: int) -> PlainTables:
    """Tables of a schema, as the newest has them."""
    for step in MIGRATIONS[schema - 1 :]:
        tables = step(tables)
    return tables
