"""The storage under TinyDB: one file, changed in transactions, never half written, never silently overwritten."""
# ruff: noqa: PTH100, PTH112, PTH116, PTH118, PTH120 - pathlib is an import that the command line does not pay for

import errno
import os
from _thread import get_ident  # threading costs more to import
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from ceulog.storage.draft import Draft, TableIndex
from ceulog.storage.errors import AnyPath, DiskRefused, LogbookBusy, LogbookUnreadable
from ceulog.storage.files import private_folder, second_name, sweep_temp_files, write_atomically
from ceulog.storage.layout import META, NOTHING, Parts
from ceulog.storage.lock import FolderLock
from ceulog.storage.log_file import BACKUPS, CERTIFICATES, REMEMBERED, LogFile, Snapshot, view_of
from ceulog.storage.migrations import newest_schema
from ceulog.storage.reading import MAX_BYTES, stamp_for
from ceulog.storage.texts import find_texts
from ceulog.storage.values import TablesView, plain_copy

if TYPE_CHECKING:
    from tinydb.storages import Storage
else:
    Storage = object  # `database` registers ours as one; a command that only reads need not import TinyDB

BEFORE_MIGRATION = "before-schema-"
"""How the copy begins that is kept of a file of an older schema."""


class DurableStorage(LogFile, Storage):
    """The tables of one `logbook.json`; a storage of TinyDB's.

    Any number of threads, handles and processes may use a file at once. The first transaction makes the file and its
    folder.

    Args:
        path: of the file; a symbolic link is followed once, here.
        wait_seconds: how long a transaction waits for other writers.
    """

    def __init__(self, path: AnyPath, wait_seconds: float = 5.0) -> None:
        super().__init__(path)
        self._folder = self.home
        self._beside = os.path.dirname(os.path.abspath(path))  # where certificates and copies are, if it is a link
        self._lock = FolderLock(self._folder, wait_seconds)
        self._handed_out: Snapshot | None = None
        self._draft: Draft | None = None
        self._writer = 0
        self._swept: dict[str, int] = {}

    # --- looking -------------------------------------------------------------------------------------------

    def tables(self) -> TablesView:
        """As `LogFile.tables`; inside a transaction as they stand there at that moment."""
        draft = self._own_draft()
        return super().tables() if draft is None else view_of({name: t.copy() for name, t in draft.tables.items()})

    def read(self) -> dict[str, dict[str, Any]] | None:
        """All tables as a copy of the caller's own, as TinyDB wants them; None for an empty logbook.

        Raises:
            StorageError: as `tables`.
        """
        draft = self._own_draft()
        tables: TablesView
        if draft is None:
            self._handed_out = self._fresh()
            tables = self._handed_out.contents.tables
        else:
            tables = draft.tables
        copied = {
            name: {key: plain_copy(document) for key, document in table.items()} for name, table in tables.items()
        }
        return copied or None

    def find(self, name: str, identifier: str) -> tuple[str, Mapping[str, Any]] | None:
        """The document of a table that has this `id`, behind its TinyDB number; to look at only.

        Raises:
            StorageError: as `tables`.
        """
        source = self._own_draft()
        tables: TablesView
        if source is None:
            snapshot = self._fresh()
            index, tables = _index(snapshot, name), snapshot.contents.tables
        else:
            index, tables = source.index(name), source.tables
        key = index.keys.get(identifier)
        return None if key is None else (key, tables[name][key])

    # --- changing ------------------------------------------------------------------------------------------

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything that is written inside becomes one change of the file, or none.

        Other writers are kept out from the reading on. When the block ends well and something is other than
        before, the file is replaced; when it raises, nothing happened. A transaction inside another of the same
        thread is part of that one.

        Raises:
            LogbookBusy: other writers took too long, or one that does not lock wrote at the same moment.
            DiskRefused: the system did not take the change.
            StorageError: as `tables`.
        """
        if self._own_draft() is not None:
            yield
            return
        self._make_folder()
        with self._locked():
            before = self._fresh()
            self._draft = Draft(before.contents.tables, before.indexes)
            self._writer = get_ident()
            try:
                yield
                draft = self._draft
            finally:
                self._draft, self._writer = None, 0
            if draft.changed():
                self._commit(before, draft)

    @property
    def draft(self) -> Draft:
        """What this thread's transaction works on.

        Raises:
            RuntimeError: there is none.
        """
        draft = self._own_draft()
        if draft is None:
            raise RuntimeError("only inside a transaction")
        return draft

    def write(self, data: Mapping[str, Mapping[str, Any]]) -> None:
        """Put these tables in the place of all, as TinyDB does; a transaction of its own if there is none.

        Raises:
            LogbookBusy: without a transaction, when the file is another one than was read last.
            TypeError: a document holds what cannot be stored.
            ValueError: likewise.
            StorageError: as `transaction`.
        """
        alone = self._own_draft() is None
        with self.transaction():
            if alone and self._handed_out is not None and self._handed_out is not self._fresh():
                raise LogbookBusy(self.path, "another program changed it meanwhile")
            self.draft.replace_all(data)
        if alone:
            self._handed_out = None

    def close(self) -> None:
        """Let go of what was read; nothing else is held between calls."""
        self._snapshot, self._handed_out = Snapshot(None, NOTHING, {}), None

    # --- inside --------------------------------------------------------------------------------------------

    def _own_draft(self) -> Draft | None:
        # threads see each other's commits, never their drafts
        return self._draft if self._writer == get_ident() else None

    def _make_folder(self) -> None:
        if self._snapshot.stamp is not None:
            return  # if it is gone now, then somebody took it away, and a new one would hide that
        self._refuse_lost_link()
        try:
            private_folder(self._folder)
        except OSError as error:
            raise DiskRefused(self.path, error) from error

    @contextmanager
    def _locked(self) -> Iterator[None]:
        try:
            self._lock.__enter__()
        except FileNotFoundError as error:
            raise LogbookUnreadable(self.path, "its folder was here a moment ago and is gone") from error
        except OSError as error:
            is_lock = os.path.isdir(self._lock.path)
            raise DiskRefused(self._lock.path if is_lock else self.path, error) from error
        try:
            yield
        finally:
            self._lock.__exit__()

    def _commit(self, before: Snapshot, draft: Draft) -> None:
        find_texts(before.data, before.contents)
        parts = Parts(draft.tables, before.contents)
        self._refuse_other(before)
        try:
            if before.contents.older:
                self._keep_older(before.contents.generation)
            written = self._write(parts, before)
        except OSError as error:
            now = self.stamp()
            unconfirmed = now is not None and now.tail == parts.tail
            raise DiskRefused(self.path, error, unconfirmed=unconfirmed) from error
        indexes = draft.indexes_after()
        indexes.pop(META, None)  # it has a new document since
        self._snapshot = Snapshot(stamp_for(written, parts.tail), parts.contents, indexes)

    def _refuse_other(self, before: Snapshot) -> None:
        if self.stamp() != before.stamp:
            raise LogbookBusy(self.path, "another program wrote to it at the same moment")

    def _keep_older(self, generation: int) -> None:
        """Keep the file as it is before it gets the newer schema; a program that knows the old one can go back."""
        folder = os.path.join(self._beside, BACKUPS)
        private_folder(folder)
        name = os.path.join(folder, f"{BEFORE_MIGRATION}{newest_schema()}-g{generation:06}.json")
        with suppress(FileExistsError):  # kept by a change that was refused after that
            second_name(self._file, name)

    def _write(self, parts: Parts, before: Snapshot) -> os.stat_result:
        if self._lock.exclusive:
            self._sweep()
        return write_atomically(self._file, self._looked_after(parts, before))

    def _looked_after(self, parts: Parts, before: Snapshot) -> Iterator[bytes]:
        """The parts, which do not become too many, and come in the place of the file that was read."""
        for part in parts:
            if parts.size > MAX_BYTES:
                raise OSError(errno.EFBIG, f"it would become larger than {MAX_BYTES >> 20} MiB")
            yield part
        self._refuse_other(before)  # to word a long log takes a while

    def _sweep(self) -> None:
        """Remove what killed writers left behind, also in the folders below, of which one can do without our lock."""
        sweep_temp_files(self._folder)
        for folder in (os.path.join(self._beside, name) for name in (BACKUPS, CERTIFICATES, REMEMBERED)):
            try:
                if os.stat(folder).st_mtime_ns == self._swept.get(folder):
                    continue
                sweep_temp_files(folder)
                self._swept[folder] = os.stat(folder).st_mtime_ns
            except OSError:
                continue  # it is not there, or not ours to look at


def _index(snapshot: Snapshot, name: str) -> TableIndex:
    found = snapshot.indexes.get(name)
    if found is None:
        found = snapshot.indexes[name] = TableIndex.of(snapshot.contents.tables.get(name, {}))
    return found
