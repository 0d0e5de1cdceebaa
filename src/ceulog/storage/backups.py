"""Dated copies of the logbook file, and going back to one of them.

A copy bears the day and the file's generation: `logbook-2026-11-23-g000042.json`. What a rollback sets
aside is kept beside them as `set-aside-2026-11-23-1.json`, so that a rollback can be taken back too. Which
copies are kept, `rotation` says; what was set aside is never removed.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from operator import eq
from pathlib import Path

from ceulog.domain.named import NamedTuple
from ceulog.storage.durable import BEFORE_MIGRATION
from ceulog.storage.errors import DiskRefused, LogbookDamaged, StorageError
from ceulog.storage.files import free_name, parts_of, private_folder, second_name, write_atomically
from ceulog.storage.layout import ACTIVITIES, Contents, decode, encode
from ceulog.storage.lock import FolderLock
from ceulog.storage.log_file import BACKUPS, home_of
from ceulog.storage.reading import read_stamped
from ceulog.storage.rotation import DatedCopy, copy_name, dated_copy, newest_first, superfluous
from ceulog.storage.stored import look_through
from ceulog.storage.values import TablesView

FOLDER = BACKUPS

_SET_ASIDE = "set-aside-"


class Backup(NamedTuple):
    """One file of the backups folder."""

    name: str
    size: int
    """Bytes."""
    activities: int | None
    """How many it holds; None when it cannot be read as a logbook."""


class NoBackup(StorageError):  # noqa: N818 - named after what happened
    """There is no such backup, or none that can be read."""

    exit_code = 1


def keep_daily(file: Path, generation: int, today: dt.date) -> bool:
    """Before the first change of a day: keep the file as it is. To be called inside a transaction.

    Returns:
        Whether it is the first.

    Raises:
        DiskRefused: the copy cannot be written.
    """
    with said(file):
        if not file.exists() or any(each.day == today for each in _copies(file.parent)):
            return False
        keep(file, generation, today)
    return True


def keep(file: Path, generation: int, today: dt.date) -> str:
    """Keep a copy of the file as it is, and of the others those that `rotation` has; gives the copy's name.

    Of one day the copy that was made last has the highest number, also where a sync tool or a person put an older
    file in place; so no copy takes the place of another.

    Raises:
        DiskRefused: the copy cannot be written.
    """
    folder = file.parent / FOLDER
    with said(folder):
        last = max((each for each in _copies(file.parent) if each.day == today), default=None)
        if last and last.generation >= generation:
            generation = last.generation + (not _are_alike(folder / last.name, file))
        name = copy_name(today, generation)
        _put(folder / name, parts_of(file))
        for stale in superfluous(_copies(file.parent), today, lambda each: _size(folder / each)):
            if stale != name:
                (folder / stale).unlink(missing_ok=True)
    return name


@contextmanager
def said(path: Path) -> Iterator[None]:
    """What the system refuses inside, as a sentence about a file."""
    try:
        yield
    except OSError as fault:
        raise DiskRefused(path, fault) from fault


def _copies(folder: Path) -> list[DatedCopy]:
    return [found for each in (folder / FOLDER).glob("*.json") if (found := dated_copy(each.name))]


def _are_alike(copy: Path, file: Path) -> bool:
    try:
        # nothing but a file is opened: a named pipe would hold us up
        return copy.is_file() and _size(copy) == _size(file) and all(map(eq, parts_of(copy), parts_of(file)))
    except OSError:
        return False


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def listed(folder: Path) -> tuple[Backup, ...]:
    """The files of the backups folder, the newest first; what was kept for other reasons comes last."""
    others = [name for start in (BEFORE_MIGRATION, _SET_ASIDE) for name in _names(folder, start)]
    names = [*(each.name for each in sorted(_copies(folder), reverse=True)), *others]
    return tuple(_look(folder / FOLDER / name) for name in names)


def _names(folder: Path, start: str) -> list[str]:
    return sorted((each.name for each in (folder / FOLDER).glob(f"{start}*.json")), reverse=True)


def _look(path: Path) -> Backup:
    contents = _contents(path)
    count = None if contents is None else len(contents.tables.get(ACTIVITIES, {}))
    return Backup(path.name, _size(path), count)


def _is_whole(path: Path) -> bool:
    """Whether all that a copy holds can be read, and not only where its documents begin and end."""
    if (contents := _contents(path)) is None:
        return False
    try:
        look_through(contents.tables)
    except LogbookDamaged:  # made by somebody who knows our seal
        return False
    return True


def _contents(path: Path) -> Contents | None:
    """What a copy holds; None when it cannot be read as a logbook."""
    try:
        found = read_stamped(path)
        return None if found is None else decode(found[1], path)
    except StorageError:
        return None


def chosen(folder: Path, name: str | None, today: dt.date) -> Backup:
    """The backup of this name, or the newest good copy: the last one made, by days that have come already.

    Only what was set aside may be one that cannot be read: to put it back takes a rollback back.

    Raises:
        NoBackup: there is none of that name, or none that can be read.
        DiskRefused: the folder cannot be read.
    """
    with said(folder / FOLDER):
        if name is not None:
            return _named(folder, name)
        good = (each.name for each in newest_first(_copies(folder), today) if _is_whole(folder / FOLDER / each.name))
        if found := next(good, None):
            return _look(folder / FOLDER / found)
    raise NoBackup(folder, f"There is no backup in {folder / FOLDER} that can be read. Nothing was changed.")


def _named(folder: Path, name: str) -> Backup:
    there = {each.name for each in (folder / FOLDER).glob("*.json")}
    found = next((each for each in (name, f"{name}.json") if each in there), None)
    if found is None:
        raise NoBackup(folder, f"There is no backup called {name}; `ceulog backups` lists them. Nothing was changed.")
    backup = _look(folder / FOLDER / found)
    if backup.activities is None and not found.startswith(_SET_ASIDE):
        raise NoBackup(folder, f"{found} cannot be read as a logbook. Nothing was changed.")
    return backup


def tables_of(folder: Path, backup: Backup) -> TablesView | None:
    """What a backup holds; None when it cannot be read as a logbook."""
    contents = _contents(folder / FOLDER / backup.name)
    return None if contents is None else contents.tables


def roll_back(
    file: Path, name: str | None, today: dt.date, noted: Callable[[TablesView, Backup, str], TablesView]
) -> tuple[Backup, str]:
    """Put a backup (the newest good one, if none is named) in the place of the file, which is set aside.

    Its generation goes on from the highest that is known, so that the copies of later days come after those of
    the time that was given up. Gives the backup and the name under which the file before was set aside; empty
    when there was none.

    Args:
        file: of the log.
        name: of the backup.
        today: the day for the name of what is set aside.
        noted: puts a note of what happened into the tables that are restored; it gets that name too.

    Raises:
        NoBackup: there is none of that name, or none that can be read.
        StorageError: busy, or the disk refused; the file is as it was.
    """
    chosen(file.parent, name, today)  # before the lock, which needs a folder
    with said(file), FolderLock(home_of(file)):
        backup = chosen(file.parent, name, today)
        aside = _free_name(file.parent, today) if file.exists() else ""
        data = _bytes_to_restore(file, backup, lambda tables: noted(tables, backup, aside))
        if aside:
            _keep_as(file, aside)
        try:
            _put(file, data)
        except OSError as fault:
            raise DiskRefused(file, fault, unconfirmed=file.read_bytes() == data) from fault
    return backup, aside


def _bytes_to_restore(file: Path, backup: Backup, noted: Callable[[TablesView], TablesView]) -> bytes:
    path = file.parent / FOLDER / backup.name
    contents, now = _contents(path), _contents(file)
    if contents is None:
        return path.read_bytes()
    generations = [each.generation for each in _copies(file.parent)] + ([now.generation] if now else [])
    log = {**contents.log, "generation": max((contents.generation, *generations))}
    try:
        return encode(noted(contents.tables), contents._replace(log=log))[0]
    except (ValueError, RecursionError):  # made by somebody who knows our seal
        return path.read_bytes()


def set_aside(file: Path, today: dt.date) -> str:
    """Keep the file as it is, or whatever else bears its name; gives the name under which it is kept.

    Raises:
        DiskRefused: the disk refused.
    """
    with said(file):
        aside = _free_name(file.parent, today)
        _keep_as(file, aside)
    return aside


def put_aside(file: Path, contents: Contents, today: dt.date) -> str:
    """Keep what the file held once, as if it were set aside; gives the name under which it is kept.

    Raises:
        StorageError: busy, or the disk refused.
    """
    with said(file), FolderLock(home_of(file)):
        aside = _free_name(file.parent, today)
        data, _ = encode(contents.tables, contents)
        _put(file.parent / FOLDER / aside, data)
    return aside


def _free_name(folder: Path, today: dt.date) -> str:
    return free_name(folder / FOLDER, _SET_ASIDE, today)


def _keep_as(file: Path, aside: str) -> None:
    private_folder(file.parent / FOLDER)
    second_name(file, file.parent / FOLDER / aside)


def _put(path: Path, data: bytes | Iterable[bytes]) -> None:
    private_folder(path.parent)
    write_atomically(path, data)
