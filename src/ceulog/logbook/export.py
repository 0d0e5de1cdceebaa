"""Writing what leaves the logbook to where the coder wants it."""

from pathlib import Path

from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.logbook.logbook import Logbook
from ceulog.storage.errors import NotWritten
from ceulog.storage.files import write_atomically


def write_export(logbook: Logbook, target: Path, data: bytes) -> Path:
    """Write an export; whole or not at all. Gives the absolute path.

    Raises:
        Refusal: the target lies in the logbook's own folder, is no file, or its folder does not exist.
        NotWritten: the disk refused; what was there before is still there.
    """
    try:
        path = target.expanduser().absolute()
        whole = path.resolve()
    except (ValueError, RuntimeError, OSError):  # a NUL, a home that nobody knows, links in a circle
        raise _no_path(target) from None
    if whole.is_symlink() or whole.parent.is_symlink():  # from Python 3.13 on a circle is what is left of itself
        raise _no_path(target)
    if whole.is_relative_to(logbook.folder.absolute().resolve()):
        raise Refusal(f"{path} lies in the logbook's own folder; choose another place, so that nothing there is lost.")
    if path.exists() and not path.is_file():
        raise Refusal(f"{path} is not a file; give the name of one.")
    if not path.parent.is_dir():
        raise Refusal(f"There is no folder {path.parent}; make it, or choose another place.")
    try:
        write_atomically(path, data)
    except OSError as fault:
        raise NotWritten(path, fault) from fault
    return path


def _no_path(target: Path) -> Refusal:
    return Refusal(f"{tidy(str(target))} is no path of a file; choose another place.")
