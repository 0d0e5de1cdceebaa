"""How a file of an older schema is read: one step for each schema, in order.

A step gets tables of its own and gives those of the next schema; what it does not know it leaves as it is. It runs
when the file is read; what it made is written with the next change, and the file as it was is kept first
(`durable`). A new step: append it, and put a file of the schema before into `tests/storage/schemas`.
"""

from collections.abc import Callable

from ceulog.storage.values import Tables

Migration = Callable[[Tables], Tables]

MIGRATIONS: tuple[Migration, ...] = ()
"""The first makes schema 2 of schema 1, and so on."""


def newest_schema() -> int:
    """The schema that this program writes."""
    return 1 + len(MIGRATIONS)


def migrated(tables: Tables, schema: int) -> Tables:
    """Tables of a schema, as the newest has them."""
    for step in MIGRATIONS[schema - 1 :]:
        tables = step(tables)
    return tables
