"""Looking at `logbook.json`: read again when it has changed, and never handed out to be changed."""
# ruff: noqa: PTH112, PTH120 - pathlib is an import that the command line does not pay for

import os
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from ceulog.storage.errors import AnyPath, LogbookUnreadable
from ceulog.storage.layout import NOTHING, Contents, decode
from ceulog.storage.reading import LONG, Stamp, read_stamped, stamp_of
from ceulog.storage.values import TablesView

if TYPE_CHECKING:
    from ceulog.storage.draft import TableIndex

BACKUPS: Final = "backups"
CERTIFICATES: Final = "certificates"
"""The folders beside it that are written under its lock."""
REMEMBERED: Final = "remembered"
"""The one that is not, for whoever only reads writes there: what is lost of it is worked out again."""
LOCK_NAME: Final = "logbook.lock"
"""The file beside it that writers lock. Deleting it would split those who wait over two files; so nobody does."""


class Snapshot:
    """One state of the file. Never changed, but for indexes, which are added when they are first asked for."""

    __slots__ = ("contents", "data", "indexes", "stamp", "view")

    def __init__(
        self, stamp: Stamp | None, contents: Contents, indexes: "dict[str, TableIndex]", data: bytes = b""
    ) -> None:
        self.stamp = stamp
        self.data = data
        """The bytes of the file, as long as the texts of its documents have not been looked for in them."""
        self.contents = contents
        self.indexes = indexes
        self.view = view_of(contents.tables)


def view_of(tables: TablesView) -> TablesView:
    """Tables that cannot be changed through what is handed out."""
    return MappingProxyType({name: MappingProxyType(table) for name, table in tables.items()})


class LogFile:
    """The tables of one `logbook.json`. Reading takes no lock: the file is only ever replaced as a whole.

    A missing file is an empty logbook.

    Args:
        path: of the file; a symbolic link is followed once, here.
    """

    def __init__(self, path: AnyPath) -> None:
        self.path = os.fspath(path)
        self._file = os.path.realpath(path)
        self.home = os.path.dirname(self._file)
        """The folder in which the file really is."""
        self._snapshot = Snapshot(None, NOTHING, {})
        self.overtaken: Contents | None = None
        """What was read before a file came in its place that is older or a twin, as a sync tool may bring it; whoever
        sees to it sets it to None."""

    def stamp(self) -> Stamp | None:
        """A value that is another one whenever the file has changed; cheap enough to be polled."""
        return stamp_of(self._file)

    def tables(self) -> TablesView:
        """All tables, to look at only: table -> document id -> document.

        The documents are the cache's own, and whoever changes one breaks the contract.

        Raises:
            LogbookDamaged: the file is not a logbook.
            LogbookTooNew: a newer ceulog wrote it.
            LogbookUnreadable: the system does not let us read it, or it has vanished since we read it.
        """
        return self._fresh().view

    @property
    def generation(self) -> int:
        """How many times ceulog has written the file; 0 for a new one."""
        return self._fresh().contents.generation

    @property
    def edited_elsewhere(self) -> bool:
        """Whether another program changed the file after ceulog wrote it last: worth a word, not an error."""
        return not self._fresh().contents.sealed

    def _fresh(self) -> Snapshot:
        kept = self._snapshot
        stamp = self.stamp()
        if stamp is not None and stamp == kept.stamp:
            return kept
        found = read_stamped(self._file)
        if found is None:
            if kept.stamp is not None:
                raise LogbookUnreadable(self.path, "it was here a moment ago and is gone")
            self._refuse_lost_link()
            return kept
        stamp, data = found
        # a long one's documents have their texts already
        self._snapshot = loaded = Snapshot(stamp, decode(data, self.path), {}, data if len(data) < LONG else b"")
        if _overtakes(loaded.contents, kept.contents):
            self.overtaken = self.overtaken or kept.contents
        return loaded

    def _refuse_lost_link(self) -> None:
        """A link into a folder that is not there leads to a drive or a cloud that is away: no empty logbook."""
        if not os.path.isdir(self.home) and any(map(os.path.islink, (self.path, os.path.dirname(self.path)))):
            raise LogbookUnreadable(self.path, f"it is a link to {self._file}, whose folder is not there")


def home_of(path: AnyPath) -> str:
    """The folder in which a file really is, and where whoever changes it holds the lock."""
    return os.path.dirname(os.path.realpath(path))


def _overtakes(new: Contents, old: Contents) -> bool:
    """Whether what was read last is not followed by what is read now: each writing counts one up."""
    if new.generation != old.generation:
        return new.generation < old.generation
    return new.sealed and old.sealed and new.log.get("checksum") != old.log.get("checksum")
