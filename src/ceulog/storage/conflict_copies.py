"""Copies of the logbook file that a sync tool left beside it, because two computers had changed it.

Each tool has a way of its own to name them; what makes a file one of these copies is its name and that it can be
read as a logbook.
"""
# ruff: noqa: PTH101, PTH105, PTH114, PTH118, PTH119, PTH120, PTH122, PTH100
# pathlib is an import that the command line does not pay for

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Final

from ceulog.domain.named import NamedTuple
from ceulog.storage.errors import AnyPath, StorageError
from ceulog.storage.files import free_name, private_folder
from ceulog.storage.layout import ACTIVITIES, META, Contents, decode
from ceulog.storage.lock import FolderLock
from ceulog.storage.log_file import BACKUPS
from ceulog.storage.reading import Stamp, read_small, stamp_of

MAX_BYTES: Final = 64 * 1024 * 1024
"""What is larger is not looked into: the search must not hold a command up."""
MOST: Final = 20
"""How many are looked into at once."""
SET_ASIDE: Final = "conflict-copy-"
"""How the names of copies begin that were merged and put into the folder of the backups."""

NAMES: Final = {
    "Dropbox, Nextcloud, ownCloud": r" \((.* )?(conflicted copy|case conflict)\b.*\)",
    "ownCloud, Resilio": r"[._]conflict\b.*",
    "Syncthing": r"\.sync-conflict-\d{8}-\d{6}(-[a-z0-9]+)?",
    "iCloud Drive, Google Drive": r" (\(\d{1,3}\)|\d{1,3})",
    "OneDrive": r"-(?!\d|(old|new|backup|bak|copy|saved?|test)\b)[a-z][a-z0-9-]{0,30}",
}
"""Who names copies so -> what stands between the name and its ending, in any case of letters."""


class ConflictCopy(NamedTuple):
    """One that was found."""

    name: str
    """In the folder of the logbook file."""
    activities: int
    """How many it holds."""


def conflict_copies(file: AnyPath) -> tuple[ConflictCopy, ...]:
    """The copies of a logbook file that lie beside it, by name; none when the folder cannot be read.

    One look at the list of the folder's names; only files with such a name are opened. No symbolic link is followed,
    except that the logbook file itself may be one.
    """
    home = os.path.realpath(file)
    found = ((path, _contents(path)) for path in sorted(_named_so(home))[:MOST])
    return tuple(
        ConflictCopy(os.path.basename(path), len(each.tables.get(ACTIVITIES, ()))) for path, each in found if each
    )


def sign_of(file: AnyPath, names: Iterable[str]) -> tuple[object, ...]:
    """A value that is another one when files have come to lie beside the logbook file, or those named have changed."""
    beside = os.path.dirname(os.path.realpath(file))
    return tuple(_sign(os.path.join(beside, name)) for name in ("", *names))


def _sign(path: str) -> tuple[int, int] | None:
    try:
        status = os.lstat(path)
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def names_beside(file: AnyPath) -> tuple[str, ...]:
    """The names beside a logbook file that a copy could have; what is in the files nobody has looked at."""
    return tuple(sorted(map(os.path.basename, _named_so(os.path.realpath(file)))))


def _named_so(file: str) -> Iterator[str]:
    stem, ending = os.path.splitext(os.path.basename(file).casefold())
    with suppress(OSError), os.scandir(os.path.dirname(file)) as entries:
        for entry in entries:
            name = entry.name.casefold()
            if not (name.startswith(stem) and name.endswith(ending) and len(name) > len(stem) + len(ending)):
                continue
            between = name[len(stem) : len(name) - len(ending)]
            if any(re.fullmatch(form, between) for form in NAMES.values()) and entry.is_file(follow_symlinks=False):
                yield entry.path


def _contents(path: str) -> Contents | None:
    """What a file holds; None when it is not a logbook of ours."""
    try:
        contents = decode(read_small(path, MAX_BYTES, follow=False), path)
    except (OSError, StorageError):
        return None
    return contents if contents.log and META in contents.tables else None


def set_aside(file: AnyPath, name: str, seen: Stamp | None, today: dt.date) -> str:
    """Move a copy that was merged to the backups, under a dated name, so that it is not offered again.

    Args:
        file: the logbook file.
        name: of the copy beside it.
        seen: the copy's stamp when it was read; one that has changed since stays where it is.
        today: the day for the name.

    Returns:
        Its new name; empty when it stays where it is, because it has changed or the system does not let us.
    """
    beside, home = os.path.dirname(os.path.realpath(file)), os.path.dirname(os.path.abspath(file))
    path, folder = os.path.join(beside, name), os.path.join(home, BACKUPS)
    with suppress(OSError, StorageError), FolderLock(beside):
        private_folder(folder)
        if seen is None or stamp_of(path) != seen or os.path.islink(path):
            return ""
        free = free_name(folder, SET_ASIDE, today)
        os.replace(path, os.path.join(folder, free))
        with suppress(OSError):  # where it was readable for others, it need not stay so
            os.chmod(os.path.join(folder, free), 0o600)
        return free
    return ""
