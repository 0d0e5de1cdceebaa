"""Copies of the files that prove activities, in the logbook's `certificates` folder."""

import os
import re
import stat
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

from ceulog.domain.activities import Certificate
from ceulog.domain.refusals import Refusal
from ceulog.storage.errors import DiskRefused
from ceulog.storage.files import private_folder, write_atomically

FOLDER = "certificates"
MAX_BYTES = 50 * 1024 * 1024
"""A scan has some hundred kilobytes; more than this is something else."""
LONGEST_NAME = 80

_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")
# O_NONBLOCK: a named pipe must not hold us up
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def attach(folder: Path, source: Path) -> Certificate:
    """Copy a file into the logbook. The same file attached twice is one copy.

    Raises:
        Refusal: the source is missing, cannot be read, is no regular file, or too large.
        DiskRefused: the disk refused the copy.
    """
    data = _read(source)
    digest = sha256(data).hexdigest()
    name = f"{digest[:12]}-{safe_name(source.name)}"
    target = folder / FOLDER / name
    try:
        private_folder(target.parent)
        if not target.exists():
            write_atomically(target, data)
    except OSError as fault:
        raise DiskRefused(target, fault) from fault
    return Certificate(file=name, sha256=digest)


def safe_name(name: str) -> str:
    """A file name that every system takes: ASCII letters, digits, dot, hyphen and underscore, short."""
    cleaned = _UNSAFE.sub("_", name).strip("._") or "certificate"
    stem, dot, ending = cleaned.rpartition(".")
    if not dot or len(ending) > 10:
        return cleaned[:LONGEST_NAME]
    return f"{stem[: LONGEST_NAME - len(ending) - 1]}.{ending}"


def sweep_orphans(folder: Path, referenced: Collection[str]) -> int:
    """Remove copies that nothing refers to; gives how many. Only while holding the folder's lock."""
    strays = [each for each in (folder / FOLDER).glob("*") if each.is_file() and each.name not in referenced]
    for stray in strays:
        stray.unlink(missing_ok=True)
    return len(strays)


def _read(source: Path) -> bytes:
    try:
        descriptor = os.open(source.expanduser(), _FLAGS)
    except OSError as fault:
        reason = fault.strerror or "the system refuses"
        raise Refusal(f"{source} cannot be attached: {reason}. Nothing was changed.", field="certificates") from None
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise Refusal(f"{source} is not a file, so it was not attached.", field="certificates")
        data = file.read(MAX_BYTES + 1) if status.st_size <= MAX_BYTES else b""
    if status.st_size > MAX_BYTES or len(data) > MAX_BYTES:
        raise Refusal(f"{source} is larger than {MAX_BYTES >> 20} MiB, so it was not attached.", field="certificates")
    return data
