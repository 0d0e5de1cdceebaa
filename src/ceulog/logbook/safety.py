"""Copies of the logbook, and going back to one."""

import datetime as dt
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from ceulog.domain.bounds import within_bounds
from ceulog.domain.changes import Change
from ceulog.domain.comparing import differences
from ceulog.domain.merging import merge
from ceulog.domain.state import Edit, LogState
from ceulog.logbook.history import ChangeRecord, going_back, readable, superseded, to_document
from ceulog.logbook.ids import random_id
from ceulog.logbook.logbook import FILE_NAME
from ceulog.logbook.opening import open_without_rules
from ceulog.logbook.steps import Steps
from ceulog.storage import backups
from ceulog.storage.backups import Backup
from ceulog.storage.documents import state_of
from ceulog.storage.draft import Draft
from ceulog.storage.durable import DurableStorage
from ceulog.storage.errors import LogbookDamaged, StorageError
from ceulog.storage.layout import CHANGES
from ceulog.storage.lock import FolderLock
from ceulog.storage.reading import read_stamped
from ceulog.storage.salvage import salvage
from ceulog.storage.values import Tables
from ceulog.storage.writing import writing


class NothingToKeep(StorageError):  # noqa: N818 - named after what happened
    """There is no logbook file yet."""

    exit_code = 1


def keep_copy(folder: Path, today: dt.date) -> str:
    """Keep a dated copy now; gives its name.

    Raises:
        StorageError: there is nothing yet, the file cannot be read, somebody is saving, or the disk refused.
    """
    file = folder / FILE_NAME
    with backups.said(file):
        if not file.exists():
            raise NothingToKeep(file, f"There is nothing in {folder} to keep yet.")
        with FolderLock(folder):  # whoever writes meanwhile would sweep our temp file away
            return backups.keep(file, DurableStorage(file).generation, today)


def keep_before(folder: Path, today: dt.date) -> None:
    """Keep a copy before a change of many entries, where there is anything to keep.

    A disk that has no room for the copy may still have it for the change, which can be undone.
    """
    with suppress(StorageError):
        keep_copy(folder, today)


def copies(folder: Path) -> tuple[Backup, ...]:
    """What is kept, the newest first."""
    return backups.listed(folder)


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
    then = _state(folder / backups.FOLDER / backup.name)
    now = _state(folder / FILE_NAME)
    if now is None:
        return Rollback(backup, salvaged=_newer(then or LogState(), folder / FILE_NAME), damaged=True)
    return Rollback(backup, differences(now, then or LogState()))


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
                Steps(file, today=lambda: today, new_id=random_id).put_in_place(_label(backup), states)
            return backup, aside
    except (LogbookDamaged, RecursionError):  # or somebody who knows our seal made one of the two
        return None


def _label(backup: Backup) -> str:
    return f"rolled back to {backup.name}"


def _noted(today: dt.date, tables: Tables, backup: Backup, aside: str) -> Tables:
    """The tables of a copy, whose history goes on with the restoring of the whole file."""
    draft = Draft(tables, {})
    for each in superseded(readable(tables.get(CHANGES, {}).values()), 0):
        draft.drop(CHANGES, each.id)
    record = ChangeRecord(random_id(), today.isoformat(), _label(backup), (), aside=aside)
    draft.put(CHANGES, to_document(record))
    return draft.tables


def take_over(folder: Path, aside: str, today: dt.date) -> tuple[Edit, ...]:
    """After a rollback: take what can still be read of the damaged file that was set aside, as one change.

    Raises:
        StorageError: busy, or the disk refused; nothing was written.
    """
    done: tuple[Edit, ...] = ()

    def change(state: LogState) -> Change:
        nonlocal done
        done = _newer(state, folder / backups.FOLDER / aside)
        return Change("took over what a damaged file still held", done)

    open_without_rules(folder, today).change(change)
    return done


def _newer(then: LogState, damaged: Path) -> tuple[Edit, ...]:
    """What a damaged file holds beyond an earlier state: all that differs from it is newer, if it can be true."""
    later, _ = state_of(salvage(_bytes(damaged)))
    found = merge(then, later, {}, _as_past(then)).edits
    return tuple(each for each in found if each.after is not None and within_bounds(each.after))


def _as_past(state: LogState) -> Mapping[str, tuple[Any, ...]]:
    tables: tuple[Mapping[str, Any], ...] = (state.memberships, state.credentials, state.activities, state.ticks)
    return {key: (record,) for table in tables for key, record in table.items()}


def _bytes(path: Path) -> bytes:
    try:
        found = read_stamped(path)
    except LogbookDamaged:  # larger than any logbook
        return b""
    return found[1] if found else b""


def _state(path: Path) -> LogState | None:
    """The log in a file; None when it is damaged."""
    try:
        return state_of(DurableStorage(path).tables())[0]
    except LogbookDamaged:
        return None


__all__ = ["Backup", "Rollback", "copies", "keep_before", "keep_copy", "plan_rollback", "roll_back", "take_over"]
