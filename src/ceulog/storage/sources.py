"""Reading a file that somebody names: a regular file of a bounded size, and never one that holds us up."""

import os
import stat
from pathlib import Path

from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy

# O_NONBLOCK: a named pipe must not hold us up
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_source(source: Path, most: int, *, field: str, so: str) -> bytes:
    """The bytes of a file.

    Args:
        source: its path; `~` is the home folder.
        most: bytes that are too many to be what is wanted.
        field: the field that a refusal speaks of.
        so: what follows from a refusal, as "so it was not attached".

    Raises:
        Refusal: it is missing, cannot be read, is no regular file, or larger.
    """

    def refused(what: str) -> Refusal:
        return Refusal(f"{tidy(str(source))} {what}.", field=field)

    try:
        descriptor = os.open(source.expanduser(), _FLAGS)
        with os.fdopen(descriptor, "rb") as file:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise refused(f"is not a file, {so}")
            data = file.read(most + 1) if status.st_size <= most else b""
    except FileNotFoundError:
        raise refused(f"was not found, {so}") from None
    except IsADirectoryError:
        raise refused(f"is not a file, {so}") from None
    except OSError as fault:
        reason = fault.strerror or "the system refuses"
        raise refused(f"cannot be read: {reason}, {so}") from None
    except (ValueError, RuntimeError):  # a name that no file can have; a home folder that nobody knows
        raise refused(f"is no path of a file, {so}") from None
    if status.st_size > most or len(data) > most:
        raise refused(f"is larger than {most >> 20} MiB, {so}")
    return data
