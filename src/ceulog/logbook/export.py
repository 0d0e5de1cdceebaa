"""Writing what leaves the logbook to where the coder wants it."""

from pathlib import Path

from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.storage.errors import DiskRefused
from ceulog.storage.files import write_atomically


def write_export(logbook: Logbook, target: Path, data: bytes) -> Path:
    """Write an export; whole or not at all. Gives the absolute path.

    Raises:
        Refusal: the target lies in the logbook's own folder, is no file, or its folder does not exist.
        DiskRefused: the disk refused; what was there before is still there.
    """
    path = target.expanduser().absolute()
    if path.resolve().is_relative_to(logbook.folder.absolute().resolve()):
        raise Refusal(f"{path} lies in the logbook's own folder; choose another place, so that nothing there is lost.")
    if path.exists() and not path.is_file():
        raise Refusal(f"{path} is not a file; give the name of one.")
    if not path.parent.is_dir():
        raise Refusal(f"There is no folder {path.parent}; make it, or choose another place.")
    try:
        write_atomically(path, data)
    except OSError as fault:
        raise DiskRefused(path, fault) from fault
    return path
