"""Forms half typed: one small file each in the logbook's `drafts` folder, open to nobody but their owner.

    {"draft":1,"written":"2026-11-22T14:05:33","owner":"5f…","about":"id of an activity","texts":{…}}

The owner is a run of the program; while it runs, it holds a lock on `.OWNER.open` beside its drafts, so that
no other run takes them for left behind. A file that says something else is none of ours: it is left alone.
"""

import datetime as dt
import errno
import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ceulog.domain.named import NamedTuple
from ceulog.storage.errors import StorageError
from ceulog.storage.files import private_folder, sweep_temp_files, write_atomically
from ceulog.storage.lock import is_present
from ceulog.storage.reading import read_small

FOLDER = "drafts"
MOST_BYTES = 256 * 1024
KEPT = 20
"""Drafts that are kept at the most; the oldest make room for a new one."""
FORMAT = 1

_NAME = re.compile(r"([0-9A-Za-z-]{1,64})\.json")
_OWNER = re.compile(r"[0-9a-f]{16}")
_OPEN = re.compile(rf"\.({_OWNER.pattern})\.open")


class StoredDraft(NamedTuple):
    """One file of the folder."""

    id: str
    """Its name."""
    written: dt.datetime
    """On the wall clock of whoever wrote it."""
    owner: str
    """The run of the program that wrote it last."""
    about: str
    """The id of the activity that is being put right; empty for a new one."""
    texts: Mapping[str, Any]


class DraftNotKept(StorageError):  # noqa: N818 - named after what happened
    """What is being typed could not be written down; it stands on the screen alone."""

    exit_code = 5

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(
            path,
            f"What you type cannot be kept as a draft meanwhile: {why}. It is still on the screen, and can be saved.",
        )
        self.why = why


def presence_file(folder: Path, owner: str) -> Path:
    """What a run of the program holds a lock on while it has drafts."""
    return folder / FOLDER / f".{owner}.open"


def new_owner() -> str:
    """A name for this run of the program."""
    return os.urandom(8).hex()


def read_all(folder: Path) -> list[StoredDraft]:
    """Every draft of a logbook folder, the newest first; what cannot be read as one is passed over."""
    found = (_read(folder / FOLDER / name) for name in _names(folder))
    return sorted((each for each in found if each), key=lambda each: (each.written, each.id), reverse=True)


def is_abandoned(folder: Path, draft: StoredDraft) -> bool:
    """Say whether the run that wrote a draft has ended, in whatever way."""
    return not is_present(presence_file(folder, draft.owner))


def make_folder(folder: Path) -> None:
    """Make the folder for drafts, and tidy it: what was left by runs that died in the midst of writing.

    Raises:
        DraftNotKept: it cannot be made.
    """
    place = folder / FOLDER
    try:
        private_folder(place)
        # without a lock: whoever is writing at this very moment writes again, see `write`
        sweep_temp_files(place)
        for each in place.iterdir():
            if _OPEN.fullmatch(each.name):
                is_present(each, sweep=True)
    except OSError as fault:
        raise _not_kept(place, fault) from fault


def write(folder: Path, draft: StoredDraft) -> None:
    """Put a draft on the disk, all or nothing; of others, those beyond the most that are kept go.

    Raises:
        DraftNotKept: the disk refused, or it is too large; what was written of it before is still there.
    """
    path = folder / FOLDER / f"{draft.id}.json"
    document = {"draft": FORMAT, **draft._asdict(), "written": draft.written.isoformat()}
    del document["id"]
    data = json.dumps(document, separators=(",", ":"), allow_nan=False).encode("ascii")
    if len(data) > MOST_BYTES:
        raise DraftNotKept(path, f"it is larger than {MOST_BYTES >> 10} KiB")
    try:
        is_new = not path.exists()
        try:
            write_atomically(path, data)
        except FileNotFoundError:  # another run tidied our temp file away, or somebody the folder
            if not folder.is_dir():
                raise  # the whole logbook is away: a new folder in its place would hide that
            private_folder(path.parent)
            write_atomically(path, data)
    except OSError as fault:
        raise _not_kept(path, fault) from fault
    if is_new:
        _make_room(folder, draft.id)


def remove(folder: Path, identifier: str) -> None:
    """Let go of a draft; nothing when it is gone already.

    Raises:
        DraftNotKept: the system refuses.
    """
    path = folder / FOLDER / f"{identifier}.json"
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        raise _not_kept(path, fault) from fault


def rename(folder: Path, identifier: str, new: str) -> bool:
    """Take a draft under a new name, so that of several that try one has it; says whether we have."""
    place = folder / FOLDER
    try:
        (place / f"{identifier}.json").rename(place / f"{new}.json")
    except OSError:
        return False
    return True


def _make_room(folder: Path, but: str) -> None:
    """Remove the oldest drafts beyond the most that are kept, never that one; unreadable ones go first."""
    names = _names(folder)
    if len(names) <= KEPT:
        return
    ages = {f"{each.id}.json": each.written.isoformat() for each in read_all(folder)}
    oldest = sorted(names, key=lambda name: (name == f"{but}.json", ages.get(name, ""), name))
    for name in oldest[: len(names) - KEPT]:
        with suppress(OSError):
            (folder / FOLDER / name).unlink()


def _names(folder: Path) -> list[str]:
    try:
        return [each.name for each in (folder / FOLDER).iterdir() if _NAME.fullmatch(each.name)]
    except OSError:
        return []


def _read(path: Path) -> StoredDraft | None:
    try:
        return _decoded(path.stem, read_small(path, MOST_BYTES, follow=False))
    except OSError:
        return None


def _decoded(identifier: str, data: bytes) -> StoredDraft | None:
    try:
        found = json.loads(data)
        written = dt.datetime.fromisoformat(found["written"]).replace(tzinfo=None)
        owner, about, texts = found["owner"], found.get("about", ""), found["texts"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    if found.get("draft") != FORMAT or not isinstance(texts, dict) or not isinstance(about, str):
        return None
    if not isinstance(owner, str) or not _OWNER.fullmatch(owner):
        return None
    return StoredDraft(identifier, written, owner, about, texts)


def _not_kept(path: Path, fault: OSError) -> DraftNotKept:
    if fault.errno == errno.ENOSPC:
        return DraftNotKept(path, "the disk is full")
    return DraftNotKept(path, fault.strerror or "the system refuses")
