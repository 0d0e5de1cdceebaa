"""The service that the screen and the command line share; the only writer."""

# ruff: noqa: PTH112, PTH118, PTH208 - pathlib is an import that the command line does not pay for

import datetime as dt
import os
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ceulog.domain.activities import Certificate
from ceulog.domain.bounds import all_within_bounds, within_bounds
from ceulog.domain.changes import Change
from ceulog.domain.editions import Rulebook
from ceulog.domain.progress import OrganizationProgress, organization_progress
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState, Record
from ceulog.logbook import history
from ceulog.logbook.history import ChangeRecord
from ceulog.logbook.reader import FILE_NAME, LogReader
from ceulog.logbook.steps import Origins, Steps
from ceulog.storage.durable import DurableStorage
from ceulog.storage.errors import AnyPath, LogbookUnreadable, StorageError
from ceulog.storage.log_file import BACKUPS
from ceulog.storage.rotation import is_of
from ceulog.storage.writing import writing

if TYPE_CHECKING:
    from pathlib import Path

    from ceulog.logbook.drafts import Drafts

Plan = Change | Callable[[LogState], Change]
"""A change, or how to make one from the log as it stands when its turn to write has come."""


class Logbook(LogReader):
    """One logbook folder.

    Every change is one transaction with its record in the history: it is on
    the disk when the method returns, or nothing of it is.
    """

    def __init__(
        self, folder: AnyPath, rulebook: Rulebook, *, today: Callable[[], dt.date], new_id: Callable[[], str],
        now: Callable[[], dt.datetime] | None = None,
    ) -> None:  # fmt: skip
        self._storage = DurableStorage(os.path.join(folder, FILE_NAME))
        super().__init__(folder, rulebook, today=today, file=self._storage)
        self.new_id = new_id
        self.now = now or (lambda: dt.datetime.combine(today(), dt.time()))
        self._drafts: Drafts | None = None
        self._was_there = os.path.isdir(folder)
        self._steps = Steps(self._storage, today=today, new_id=new_id)
        self._kept_on: dt.date | None = None

    @property
    def home(self) -> "Path":
        """The folder, to write into it what is not in the log's own file.

        Raises:
            LogbookUnreadable: it was here and is gone; a new one in its place would hide that.
        """
        if (self._was_there or self._seen is not None) and not os.path.isdir(self.folder):
            raise LogbookUnreadable(self.folder, "it was here a moment ago and is gone")
        return self.folder

    @property
    def drafts(self) -> "Drafts":
        """The forms that are half typed, and those that were when a program ended."""
        if self._drafts is None:
            from ceulog.logbook.drafts import Drafts  # noqa: PLC0415 - for the screen alone

            self._drafts = Drafts(self.folder, self.now)
        return self._drafts

    def change(self, plan: Plan, origins: Origins | None = None, *, look: bool = True) -> Change:
        """Carry out a change, durably; an empty one writes nothing.

        Args:
            plan: the change.
            origins: how another logbook stores what is new.
            look: whether to read the log again at once; else that is done when somebody asks for it.

        Raises:
            Refusal: the plan refused, or a record does not keep to its bounds.
            StorageError: busy, damaged, or the disk refused; nothing was written.
        """
        from ceulog.domain.taken_along import taking_along  # noqa: PLC0415 - who only reads need not pay for it

        with writing(self._storage):
            self.refresh()
            change = taking_along(plan(self.last_read) if callable(plan) else plan, self.last_read)
            _check(change)
            if change.edits:
                self._keep_daily()
                self._steps.carry_out(change, origins or {})
        if look:
            self.refresh()
        return change

    def _keep_daily(self) -> None:
        if self._kept_on == self.today() or self._is_kept():
            return
        from ceulog.storage import backups  # noqa: PLC0415 - once a day

        # a disk that has no room for the copy may still have it for the change, which matters more
        with suppress(StorageError):
            made = backups.keep_daily(self.folder / FILE_NAME, self._storage.generation, self.today())
            self._kept_on = self.today()
            if made:
                self._sweep()

    def _is_kept(self) -> bool:
        """Whether a copy of today is there; to look costs less than to import what makes one."""
        with suppress(OSError):
            return any(is_of(each, self.today()) for each in os.listdir(os.path.join(self._folder, BACKUPS)))
        return False

    def _sweep(self) -> None:
        """Remove certificates that nothing refers to; once a day, for reading all copies takes time."""
        from time import time  # noqa: PLC0415 - the disk's clock, not the log's

        from ceulog.storage.certificates import sweep_orphans  # noqa: PLC0415

        sweep_orphans(self.folder, time())

    @property
    def is_overtaken(self) -> bool:
        """Whether a file came in the place of what was read before that does not follow from it."""
        return self._storage.overtaken is not None

    def keep_overtaken(self) -> str:
        """Set aside what stood here before; gives the name under which it is kept, empty where there is nothing.

        Raises:
            StorageError: busy, or the disk refused.
        """
        from ceulog.storage.backups import put_aside  # noqa: PLC0415 - never, one hopes

        if (contents := self._storage.overtaken) is None:
            return ""
        self._storage.overtaken = None  # whatever comes of it, it is tried once
        return put_aside(self.folder / FILE_NAME, contents, self.today())

    @property
    def past(self) -> dict[str, list[Any]]:
        """Id -> how a record was before each change that the history knows, the oldest first."""
        from ceulog.logbook.merging import past_of  # noqa: PLC0415 - for a merge alone

        return past_of(self._steps.records())

    @property
    def next_undo(self) -> str:
        """What undo would take back; empty when there is nothing."""
        record = history.next_undo(self._steps.records())
        return record.label if record else ""

    @property
    def next_redo(self) -> str:
        """What redo would do again; empty when there is nothing."""
        record = history.next_redo(self._steps.records())
        return record.label if record else ""

    def renew(self, code: str) -> OrganizationProgress:
        """Close an organization's cycle as it stands today and open the next; gives what was closed.

        Raises:
            Refusal: nothing of it is held, or the cycle is neither over nor complete.
            StorageError: busy, damaged, or the disk refused; nothing was written.
        """
        from ceulog.domain.standing_changes import renew  # noqa: PLC0415 - once in two years
        from ceulog.exchange.status import organization_object  # noqa: PLC0415

        closed: list[OrganizationProgress] = []

        def plan(state: LogState) -> Change:
            found = organization_progress(state, self.rulebook, code, self.today())
            if found is None:
                raise Refusal(f"You hold no credential of {code} yet, so there is no cycle to close.")
            closed.append(found)
            return renew(state, found, organization_object(found))

        self.change(plan)
        return closed[-1]

    def attach(self, source: "Path") -> Certificate:
        """Copy a file that proves an activity into the logbook.

        To be called inside a plan, so that no other program sweeps the copy away before its entry stands.

        Raises:
            Refusal: it is no regular file, too large, or cannot be read.
            StorageError: the disk refused the copy.
        """
        from ceulog.storage import certificates  # noqa: PLC0415 - for this alone

        return certificates.attach(self.folder, source)

    def undo(self) -> str:
        """Take the newest change back; names what it did.

        Raises:
            Refusal: there is nothing to undo.
            StorageError: busy, damaged, or the disk refused; nothing was written.
        """
        return self._swap(history.next_undo, "There is nothing to undo.")

    def redo(self) -> str:
        """Do again what was undone last; names what it does.

        Raises:
            Refusal: there is nothing to redo.
            StorageError: busy, damaged, or the disk refused; nothing was written.
        """
        return self._swap(history.next_redo, "There is nothing to redo.")

    def _swap(self, choose: Callable[[list[ChangeRecord]], ChangeRecord | None], otherwise: str) -> str:
        with writing(self._storage):
            label = self._steps.swap(choose, otherwise)
        self.refresh()
        return label


def _check(change: Change) -> None:
    records = [each.after for each in change.edits if each.after is not None]
    kinds: dict[type[Record], list[Record]] = {}
    for each in records:
        kinds.setdefault(type(each), []).append(each)
    if not all(map(all_within_bounds, kinds.values())):
        from ceulog.logbook.gate import phrase_faults  # noqa: PLC0415 - pydantic is dear to import

        phrase_faults(next(each for each in records if not within_bounds(each)))
