"""Small files of the logbook folder that somebody may edit by hand: read with care, changed under the folder's lock."""

from collections.abc import Callable
from pathlib import Path

from ceulog.storage.errors import DiskRefused
from ceulog.storage.files import private_folder, write_atomically
from ceulog.storage.lock import FolderLock
from ceulog.storage.reading import read_small

MOST_BYTES = 256 * 1024


def read(folder: Path, name: str) -> bytes:
    """What the file holds; nothing where there is none.

    Raises:
        OSError: it is no regular file, too large, or cannot be read.
    """
    try:
        return read_small(folder / name, MOST_BYTES)
    except FileNotFoundError:
        return b""


def rewrite(folder: Path, name: str, change: Callable[[bytes], bytes]) -> None:
    """Put what `change` makes of the file in its place; nobody else changes it meanwhile.

    Raises:
        LogbookBusy: another program is writing in the folder for too long.
        DiskRefused: the file cannot be read or written; it is as it was.
    """
    try:
        private_folder(folder)
        with FolderLock(folder):
            write_atomically(folder / name, change(read(folder, name)))
    except OSError as fault:
        raise DiskRefused(folder / name, fault) from fault
