"""The state of the tables after a change: what stayed the very same document is not read again."""

from collections.abc import Iterator, Mapping
from typing import Any

from ceulog.domain.differing import changed, gone
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import Edit, LogState
from ceulog.storage.documents import TABLES, Document, Misfit, Tables, holder_of, state_of

MOST_EDITS = 64
"""Documents that changed; of more the whole is read anew."""


class Reading(NamedTuple):
    """Tables, and what they mean."""

    tables: Tables
    state: LogState
    misfits: tuple[Misfit, ...]


def reading_of(tables: Tables) -> Reading:
    """What tables mean, whatever was read before."""
    return Reading(tables, *state_of(tables))


def following(before: Reading, tables: Tables) -> Reading:
    """What tables mean that may share documents with those that were read before; the same as `reading_of`."""
    if before.misfits or not before.tables:
        return reading_of(tables)
    documents = {name: _changed(before.tables.get(name, {}), tables.get(name, {})) for name in TABLES}
    if any(each is None for each in documents.values()):
        return reading_of(tables)
    few = {name: found for name, found in documents.items() if found}
    fresh, misfits = state_of(few)
    if misfits:
        return reading_of(tables)
    edits = [
        Edit(getattr(before.state, name).get(key), record)
        for name in few
        for key, record in getattr(fresh, name).items()
    ]
    state = before.state.after([*edits, *_gone(before, tables)])
    holder = holder_of(tables)
    if holder != state.holder:
        state = state.after([Edit(state.holder, holder)])
    # an id that stands twice, as other programs may leave it, is not for us to sort out
    if any(len(getattr(state, name)) != len(tables.get(name, {})) for name in TABLES):
        return reading_of(tables)
    return Reading(tables, state, ())


def _changed(old: Mapping[str, Document], new: Mapping[str, Document]) -> dict[str, Document] | None:
    """The documents that are not the very same as before; None when they are many, or one has another id."""
    found = changed(old, new)
    other_id = any(key in old and old[key].get("id") != each.get("id") for key, each in found.items())
    return None if other_id or len(found) > MOST_EDITS else found


def _gone(before: Reading, tables: Tables) -> Iterator[Edit]:
    for name in TABLES:
        old, new = before.tables.get(name, {}), tables.get(name, {})
        records: Mapping[str, Any] = getattr(before.state, name)
        for key in gone(old, new):
            yield Edit(records[str(old[key]["id"])], None)
