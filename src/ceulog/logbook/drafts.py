"""The forms that are half typed, as one run of the program sees them: its own, and those left behind by others."""
# ruff: noqa: PTH112 - pathlib's way raises where the system refuses an answer

import datetime as dt
import os
from _thread import allocate_lock  # threading costs more to import
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from ceulog.domain.named import NamedTuple
from ceulog.logbook.ids import random_id
from ceulog.storage import drafts as stored
from ceulog.storage.drafts import DraftNotKept, StoredDraft
from ceulog.storage.lock import Presence


class KeptDraft(NamedTuple):
    """A form that somebody had not saved when the program ended."""

    id: str
    written: dt.datetime
    """When it was typed, on the wall clock."""
    about: str
    """The id of the activity that was being put right; empty for a new one."""
    texts: Mapping[str, Any]
    """As they were handed to `keep`; of unknown origin, so nothing of them is certain."""


class Drafts:
    """The `drafts` of a logbook folder. Every method may be called on any thread.

    Args:
        folder: the logbook's.
        now: the wall clock.
        new_id: gives names of drafts.
    """

    def __init__(self, folder: Path, now: Callable[[], dt.datetime], new_id: Callable[[], str] = random_id) -> None:
        self.new_id = new_id
        self._folder = folder
        self._now = now
        self._owner = stored.new_owner()
        self._presence: Presence | None = None
        self._was_there = os.path.isdir(folder)
        self._guard = allocate_lock()

    def waiting(self) -> tuple[KeptDraft, ...]:
        """What was left behind, the newest first; drafts of programs that are running are not among them."""
        return tuple(
            KeptDraft(each.id, each.written, each.about, each.texts)
            for each in stored.read_all(self._folder)
            if each.owner != self._owner and stored.is_abandoned(self._folder, each)
        )

    def keep(self, identifier: str, texts: Mapping[str, Any], *, about: str = "") -> None:
        """Write a draft down, in the place of what was written of it before.

        Raises:
            DraftNotKept: the disk refused, or it is too large; what was written before is still there.
        """
        with self._guard:
            self._be_present()
            stored.write(self._folder, StoredDraft(identifier, self._now(), self._owner, about, texts))

    def drop(self, identifier: str) -> None:
        """Let go of a draft; nothing when there is none.

        Raises:
            DraftNotKept: the system refuses.
        """
        stored.remove(self._folder, identifier)

    def claim(self, draft: KeptDraft) -> str | None:
        """Make a draft that waits our own; gives its new id, or None when somebody else was quicker."""
        new = self.new_id()
        return new if stored.rename(self._folder, draft.id, new) else None

    def close(self) -> None:
        """Be gone: what this run has left is for the next one."""
        with self._guard:
            if self._presence is not None:
                self._presence.end()
                self._presence = None

    def _be_present(self) -> None:
        if self._presence is not None:
            return
        if self._was_there and not os.path.isdir(self._folder):
            # a new folder would hide that somebody took it away
            raise DraftNotKept(self._folder, "the logbook's folder was here a moment ago and is gone")
        stored.make_folder(self._folder)
        presence = Presence(stored.presence_file(self._folder, self._owner))
        try:
            presence.begin()
        except OSError as fault:
            raise DraftNotKept(self._folder, fault.strerror or "the system refuses") from fault
        self._presence = presence


__all__ = ["DraftNotKept", "Drafts", "KeptDraft"]
