"""Copies of the files that prove activities, in the logbook's `certificates` folder."""

import os
import re
from contextlib import suppress
from pathlib import Path

from ceulog.domain.activities import Certificate
from ceulog.domain.bounds import LARGEST_CERTIFICATE
from ceulog.storage.errors import DiskRefused
from ceulog.storage.files import private_folder, write_atomically
from ceulog.storage.log_file import BACKUPS, CERTIFICATES
from ceulog.storage.sources import read_source

FOLDER = CERTIFICATES
SPARED = 30
"""Days for which a copy stays that nothing refers to."""
LONGEST_NAME = 80
LONGEST_ENDING = 10

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
_OURS = re.compile(r"[0-9a-f]{12}-.+", re.DOTALL)
"""What copies are called; anything else in the folder was put there by somebody."""


def attach(folder: Path, source: Path, name: str = "") -> Certificate:
    """Copy a file into the logbook. The same file attached twice is one copy.

    Args:
        folder: of the logbook.
        source: the file.
        name: what the copy is called; left out, its hash and a safe form of its own name.

    Raises:
        Refusal: the source is missing, cannot be read, is no regular file, or too large.
        DiskRefused: the disk refused the copy.
    """
    data = read_source(source, LARGEST_CERTIFICATE, field="certificates", so="so nothing was attached")
    from hashlib import sha256  # noqa: PLC0415 - OpenSSL is two MiB, which the daily sweep does without

    digest = sha256(data).hexdigest()
    name = safe_name(name) if name else f"{digest[:12]}-{safe_name(source.name)}"
    target = folder / FOLDER / name
    try:
        private_folder(target.parent)
        if _holds(target, data):
            os.utime(target)  # as if it came now, so that nobody sweeps it before its entry stands
        else:
            write_atomically(target, data)
    except OSError as fault:
        raise DiskRefused(target, fault) from fault
    return Certificate(file=name, sha256=digest)


def safe_name(name: str) -> str:
    """A file name that every system takes: ASCII letters, digits, dot, hyphen and underscore, short."""
    cleaned = _UNSAFE.sub("_", name).strip("._") or "certificate"
    stem, dot, ending = cleaned.rpartition(".")
    if not dot or len(ending) > LONGEST_ENDING:
        return cleaned[:LONGEST_NAME].rstrip("._")
    return f"{stem[: LONGEST_NAME - len(ending) - 1].rstrip('._')}.{ending}"


def sweep_orphans(folder: Path, now: float) -> int:
    """Remove copies that nothing refers to any more; gives how many. Only while holding the folder's lock.

    A copy stays that is named in any file of the logbook: by an entry, in the trash, by a change that can be undone,
    in a backup, in a copy that a sync tool set aside. It stays for `SPARED` days after it came, for a sync tool may
    bring it before the log that names it; and all stay when one of those files cannot be read. Files that `attach`
    did not make stay too, and so does what cannot be removed.

    Args:
        folder: of the logbook.
        now: seconds since the epoch, by the clock that dates files.
    """
    try:
        orphans = _long_there(folder / FOLDER, now - SPARED * 86_400)
        for place in (folder, folder / BACKUPS) if orphans else ():
            for each in place.iterdir() if place.is_dir() else ():
                if each.is_file():
                    # where case makes no other name, a copy may be referred to by the name of its twin
                    data = each.read_bytes().lower()
                    orphans = {name for name in orphans if name.lower().encode() not in data}
    except OSError:
        return 0
    removed = 0
    for name in orphans:
        with suppress(OSError):
            (folder / FOLDER / name).unlink()
            removed += 1
    return removed


def _long_there(place: Path, since: float) -> set[str]:
    """The names of our copies that have lain there since before then."""
    if not place.is_dir():
        return set()
    ours = [each for each in place.iterdir() if _OURS.fullmatch(each.name) and not each.is_symlink() and each.is_file()]
    return {each.name for each in ours if max((found := each.stat()).st_mtime, found.st_ctime) < since}


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.is_file() and target.read_bytes() == data
    except OSError:
        return False
