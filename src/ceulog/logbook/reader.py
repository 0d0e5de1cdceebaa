"""Looking at the log of a folder: all that a command needs that changes nothing, and no more to import."""
# ruff: noqa: PTH116, PTH118, PTH122, PTH208 - pathlib is an import that the command line does not pay for

import datetime as dt
import os
from _thread import allocate_lock  # threading costs more to import
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from ceulog.domain.editions import Rulebook
from ceulog.domain.progress import OrganizationProgress, progress
from ceulog.domain.state import LogState
from ceulog.storage.documents import Misfit
from ceulog.storage.errors import AnyPath
from ceulog.storage.following import Reading, following
from ceulog.storage.log_file import LOCK_NAME, LogFile
from ceulog.storage.reading import LONG

if TYPE_CHECKING:
    from pathlib import Path

    from ceulog.domain.references import Reference
    from ceulog.domain.suggesting import Suggestion

FILE_NAME = "logbook.json"


def is_long(folder: AnyPath) -> bool:
    """Whether the log of a folder takes so long to read that what is known of it is worth remembering."""
    try:
        return os.stat(os.path.join(folder, FILE_NAME)).st_size >= LONG
    except OSError:
        return False


class LogReader:
    """The log of one folder, to look at. Reading takes no lock.

    Args:
        folder: of the logbook; it need not exist.
        rulebook: the rules that progress goes by.
        today: the day that it is.
        file: the log's file, where somebody has it open already.
    """

    def __init__(
        self, folder: AnyPath, rulebook: Rulebook, *, today: Callable[[], dt.date], file: LogFile | None = None
    ) -> None:
        self._folder = os.fspath(folder)
        self.rulebook = rulebook
        self.today = today
        self._file = file or LogFile(os.path.join(folder, FILE_NAME))
        self._reading = Reading({}, LogState(), ())
        self._seen: object = None
        self._guard = allocate_lock()

    @property
    def folder(self) -> "Path":
        """The logbook's folder."""
        from pathlib import Path  # noqa: PLC0415 - an import that the command line does not pay for

        return Path(self._folder)

    @property
    def state(self) -> LogState:
        """The log as it stands on the disk; read anew when another program has written.

        Raises:
            StorageError: the file is damaged, too new, or cannot be read.
        """
        self.refresh()
        return self._reading.state

    @property
    def last_read(self) -> LogState:
        """The log as it was last read; empty when it never was. Does not look at the disk."""
        return self._reading.state

    def refresh(self) -> bool:
        """Read the log if the file has changed since; say whether it had.

        Raises:
            StorageError: the file is damaged, too new, or cannot be read.
        """
        with self._guard:  # the app saves on one thread and looks on another
            stamp = self._file.stamp()
            if self._seen is not None and stamp == self._seen:
                return False
            self._reading = following(self._reading, self._file.tables())
            self._seen = stamp
            return True

    @property
    def misfits(self) -> tuple[Misfit, ...]:
        """Stored documents that could not be read; they are kept, and count for nothing."""
        return self._reading.misfits

    @property
    def may_have_copies(self) -> bool:
        """Whether a name in the folder begins as the log's own, as those of all conflict copies do."""
        stem = os.path.splitext(FILE_NAME)[0]
        with suppress(OSError):
            found = {name for name in os.listdir(self._file.home) if name.casefold().startswith(stem)}
            return bool(found - {FILE_NAME, LOCK_NAME})
        return False

    @property
    def edited_elsewhere(self) -> bool:
        """Whether another program wrote the file last; a warning, nothing more."""
        return self._file.edited_elsewhere

    def progress(self, state: LogState | None = None) -> tuple[OrganizationProgress, ...]:
        """The progress of every organization today, of the log or of a state that might be."""
        return progress(self.state if state is None else state, self.rulebook, self.today())

    def supposing(self, codes: Iterable[str]) -> LogState:
        """The log as if these credentials were held from today on; nothing is written.

        Raises:
            Refusal: one is unknown, or held already.
        """
        from ceulog.domain.supposing import supposing  # noqa: PLC0415 - for this alone

        return supposing(self.state, self.rulebook, codes, self.today())

    def suggestion(self, state: LogState | None = None) -> "Suggestion | None":
        """The next activity that would close most gaps; None when there is none."""
        from ceulog.domain.suggesting import suggestion  # noqa: PLC0415 - for this alone

        return suggestion(self.state if state is None else state, self.rulebook, self.today())

    def references(self, organization: str) -> "tuple[Reference, ...]":
        """The pages that the shipped rules of an organization name by tags."""
        from ceulog.rulebook.pages import shipped_references  # noqa: PLC0415 - read when somebody asks why

        return shipped_references(organization)
