"""Copies of the files that prove activities, in the logbook's `certificates` folder."""

import re
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from ceulog.domain.activities import Certificate
from ceulog.storage.errors import DiskRefused
from ceulog.storage.files import private_folder, write_atomically
from ceulog.storage.sources import read_source

FOLDER = "certificates"
MAX_BYTES = 50 * 1024 * 1024
"""A scan has some hundred kilobytes; more than this is something else."""
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
    data = read_source(source, MAX_BYTES, field="certificates", so="so nothing was attached")
    digest = sha256(data).hexdigest()
    name = safe_name(name) if name else f"{digest[:12]}-{safe_name(source.name)}"
    target = folder / FOLDER / name
    try:
        private_folder(target.parent)
        if not _holds(target, data):
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


def sweep_orphans(folder: Path, referenced: Collection[str]) -> int:
    """Remove copies that nothing refers to; gives how many. Only while holding the folder's lock.

    Files that `attach` did not make stay, and so does what cannot be removed: neither disturbs anybody.
    """
    removed = 0
    # where case makes no other name, a copy may be referred to by the name of its twin
    kept = {each.casefold() for each in referenced}
    for each in (folder / FOLDER).glob("*-*"):
        if each.name.casefold() in kept or not _OURS.fullmatch(each.name) or not each.is_file():
            continue
        with suppress(OSError):
            each.unlink()
            removed += 1
    return removed


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.is_file() and target.read_bytes() == data
    except OSError:
        return False
