"""Reading a file that somebody names: a regular file of a bounded size, and never one that holds us up."""

import os
import stat
from functools import partial
from pathlib import Path
from typing import BinaryIO

from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.storage.reading import READ_FLAGS


def open_source(source: Path, most: int, *, field: str, so: str) -> BinaryIO:
    """A file, open to be read; the caller closes it.

    Args:
        source: its path; `~` is the home folder.
        most: bytes that are too many to be what is wanted.
        field: the field that a refusal speaks of.
        so: what follows from a refusal, as "so it was not attached".

    Raises:
        Refusal: it is missing, cannot be read, is no regular file, or larger.
    """
    refused = partial(_refused, source, field, so)
    descriptor = -1
    try:
        descriptor = os.open(source.expanduser(), READ_FLAGS)
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise refused("is not a file")
        if status.st_size > most:
            raise refused(_too_large(most))
        file, descriptor = os.fdopen(descriptor, "rb"), -1
    except FileNotFoundError:
        raise refused("was not found") from None
    except OSError as fault:
        raise refused(f"cannot be read: {fault.strerror or 'the system refuses'}") from None
    except (ValueError, RuntimeError):  # a name that no file can have; a home folder that nobody knows
        raise refused("is no path of a file") from None
    finally:
        if descriptor >= 0:
            os.close(descriptor)
    return file


def read_source(source: Path, most: int, *, field: str, so: str) -> bytes:
    """The bytes of a file; what is to be given and what is raised as `open_source` has it."""
    with open_source(source, most, field=field, so=so) as file:
        try:
            data = file.read(most + 1)
        except OSError as fault:
            reason = f"cannot be read: {fault.strerror or 'the system refuses'}"
            raise _refused(source, field, so, reason) from None
    if len(data) > most:
        raise _refused(source, field, so, _too_large(most))
    return data


def _refused(source: Path, field: str, so: str, what: str) -> Refusal:
    return Refusal(f"{tidy(str(source))} {what}, {so}.", field=field)


def _too_large(most: int) -> str:
    return f"is larger than {most >> 20} MiB"
