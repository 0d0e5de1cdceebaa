"""Going back to a copy: planned, carried out as a change that undo takes back, and what a damaged file still holds."""

import datetime as dt
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from ceulog.domain.bounds import within_bounds
from ceulog.domain.comparing import differences
from ceulog.domain.merging import merge
from ceulog.domain.named import NamedTuple
from ceulog.domain.state import Edit, LogState
from ceulog.logbook.history import ChangeRecord, OtherState, going_back, records_of, superseded, to_document
from ceulog.logbook.ids import random_id
from ceulog.logbook.reader import FILE_NAME
from ceulog.logbook.steps import Steps, origins_of
from ceulog.storage import backups
from ceulog.storage.backups import Backup
from ceulog.storage.documents import id_of, patched, state_of, table_of
from ceulog.storage.draft import Draft
from ceulog.storage.durable import DurableStorage
from ceulog.storage.errors import LogbookDamaged
from ceulog.storage.layout import CHANGES
from ceulog.storage.reading import read_stamped
from ceulog.storage.salvage import salvage
from ceulog.storage.stored import alike, look_through
from ceulog.storage.values import TablesView
from ceulog.storage.writing import writing


class Rollback(NamedTuple):
    """What going back to a copy would do, or did."""

    backup: Backup
    edits: tuple[Edit, ...] = ()
    """What would change in the log; empty for a file that is damaged."""
    salvaged: tuple[Edit, ...] = ()
    """What could still be read of a damaged file, and is newer than the copy."""
    damaged: bool = False
    """Whether the file cannot be read, so that nobody knows all that it held."""
    aside: str = ""
    """The name under which the file that was there is kept; empty where nothing was changed."""
    is_change: bool = False
    """Whether it is a change like any other, which undo takes back; else the whole file was replaced."""


def plan_rollback(folder: Path, name: str | None, today: dt.date) -> Rollback:
    """What going back to a copy would do, the newest good one if none is named; nothing is written.

    Raises:
        StorageError: there is no such copy, or the file cannot even be looked at.
    """
    backup = backups.chosen(folder, name, today)
    then = _tables(folder / backups.FOLDER / backup.name) or {}
    now = _tables(folder / FILE_NAME)
    if now is None:
        return Rollback(backup, salvaged=_newer(then, folder / FILE_NAME)[0], damaged=True)
    return Rollback(backup, differences(state_of(now)[0], state_of(then)[0]))


def roll_back(folder: Path, name: str | None, today: dt.date) -> Rollback:
    """Go back to a copy, or to the newest good one. What was there is set aside.

    It is a change like any other where the file can be read, so that undo takes it back; else, or where documents
    of other programs have no ids to be told by, the copy takes the place of the whole file.

    Raises:
        StorageError: there is no such copy, somebody is saving, or the disk refused.
    """
    plan = plan_rollback(folder, name, today)
    if done := _as_a_change(folder, name, today):
        backup, aside = done
        return plan._replace(backup=backup, aside=aside, is_change=True)
    backup, aside = backups.roll_back(folder / FILE_NAME, name, today, partial(_noted, today))
    return plan._replace(backup=backup, aside=aside)


def _as_a_change(folder: Path, name: str | None, today: dt.date) -> tuple[Backup, str] | None:
    file = DurableStorage(folder / FILE_NAME)
    try:
        with writing(file):
            backup = backups.chosen(folder, name, today)
            then = backups.tables_of(folder, backup)
            states = None if then is None or file.stamp() is None else going_back(file.tables(), then)
            if states is None:
                return None
            aside = backups.set_aside(folder / FILE_NAME, today) if states else ""
            if states:
                _steps(file, today).put_in_place(_label(backup), states)
            return backup, aside
    except (LogbookDamaged, RecursionError):  # or somebody who knows our seal made one of the two
        return None


def _steps(file: DurableStorage, today: dt.date) -> Steps:
    return Steps(file, today=lambda: today, new_id=random_id)


def _label(backup: Backup) -> str:
    return f"rolled back to {backup.name}"


def _noted(today: dt.date, tables: TablesView, backup: Backup, aside: str) -> TablesView:
    """The tables of a copy, whose history goes on with the restoring of the whole file."""
    draft = Draft(tables, {})
    for each in superseded(records_of(tables), 0):
        draft.drop(CHANGES, each.id)
    record = ChangeRecord(random_id(), today.isoformat(), _label(backup), (), aside=aside)
    draft.put(CHANGES, to_document(record))
    return draft.tables


def take_over(folder: Path, aside: str, today: dt.date) -> tuple[Edit, ...]:
    """After a rollback: take what can still be read of the damaged file that was set aside, as one change.

    Raises:
        StorageError: busy, or the disk refused; nothing was written.
    """
    file = DurableStorage(folder / FILE_NAME)
    with writing(file):
        edits, states = _newer(file.tables(), folder / backups.FOLDER / aside)
        if states:
            _steps(file, today).put_in_place("took over what a damaged file still held", states)
    return edits


def _newer(then: TablesView, damaged: Path) -> tuple[tuple[Edit, ...], tuple[OtherState, ...]]:
    """What a damaged file holds beyond an earlier state: all that differs from it is newer, if it can be true.

    Returns:
        The edits, and the documents as they stand in the file, with all that this program does not know of them.
    """
    found = salvage(_bytes(damaged))
    earlier, later = state_of(then)[0], state_of(found)[0]
    merged = merge(earlier, later, {}, _as_past(earlier)).edits
    edits = tuple(each for each in merged if each.after is not None and within_bounds(each.after))
    stored, newer = origins_of(then), origins_of(found)
    states = {}
    for each in edits:
        if each.after is not None:
            place = table_of(each.after), id_of(each.after)
            states[place] = newer.get(place) or patched(stored.get(place), each.before, each.after)
    for place in newer.keys() & stored.keys() - states.keys():
        record = _record(later, place)
        if record is not None and record == _record(earlier, place) and not alike(stored[place], newer[place]):
            states[place] = newer[place]  # only what others have written into it differs
    return edits, tuple(OtherState(*place, document) for place, document in states.items())


def _record(state: LogState, place: tuple[str, str]) -> Any:
    return getattr(state, place[0]).get(place[1])


def _as_past(state: LogState) -> Mapping[str, tuple[Any, ...]]:
    tables: tuple[Mapping[str, Any], ...] = (state.memberships, state.credentials, state.activities, state.ticks)
    return {key: (record,) for table in tables for key, record in table.items()}


def _bytes(path: Path) -> bytes:
    try:
        found = read_stamped(path)
    except LogbookDamaged:  # larger than any logbook
        return b""
    return found[1] if found else b""


def _tables(path: Path) -> TablesView | None:
    """What a file holds; None when it is damaged."""
    try:
        tables = DurableStorage(path).tables()
        look_through(tables)
    except LogbookDamaged:
        return None
    return tables
