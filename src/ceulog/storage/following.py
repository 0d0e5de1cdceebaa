"""The state of the tables after a change: what stayed the very same document is not read again."""

from collections.abc import Iterator, Mapping
from typing import Any

from ceulog.domain.differing import differing
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import Edit, LogState
from ceulog.storage.documents import ONCE, TABLES, Document, Misfit, Tables, holder_of, state_of

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
    pairs = {name: differing(before.tables.get(name, {}), tables.get(name, {})) for name in TABLES}
    if any(_are_too_many(*pair) for pair in pairs.values()):
        return reading_of(tables)
    fresh, misfits = state_of({name: came for name, (_, came) in pairs.items() if came})
    if misfits:
        return reading_of(tables)
    edits = [edit for name, pair in pairs.items() for edit in _edits(name, *pair, before.state, fresh)]
    state = before.state.after(edits)
    holder = holder_of(tables)
    if holder != state.holder:
        state = state.after([Edit(state.holder, holder)])
    # an id or a code that stands twice, as other programs may leave it, is not for us to sort out
    if any(len(getattr(state, name)) != len(tables.get(name, {})) for name in TABLES) or _has_seconds(state):
        return reading_of(tables)
    return Reading(tables, state, ())


def _has_seconds(state: LogState) -> bool:
    """Whether two records have what only one of a table may have."""
    found = ([getattr(each, field) for each in getattr(state, name).values()] for name, field in ONCE.items())
    return any(len(set(each)) < len(each) for each in found)


def _are_too_many(went: Mapping[str, Document], came: Mapping[str, Document]) -> bool:
    """Whether so much changed that the whole is read anew; so it is where a document has another id than before."""
    other_id = any(key in went and went[key].get("id") != each.get("id") for key, each in came.items())
    return other_id or len(came) > MOST_EDITS


def _edits(
    name: str, went: Mapping[str, Document], came: Mapping[str, Document], before: LogState, fresh: LogState
) -> Iterator[Edit]:
    """Of one table."""
    had: Mapping[str, Any] = getattr(before, name)
    now: Mapping[str, Any] = getattr(fresh, name)
    for key, record in now.items():
        yield Edit(had.get(key), record)
    for key in went.keys() - came.keys():
        yield Edit(had[str(went[key]["id"])], None)
