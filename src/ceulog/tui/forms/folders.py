"""What a folder has to pick from: folders first, then the files of some endings, the newest first."""

import datetime as dt
import os
import stat
from collections.abc import Collection
from pathlib import Path

from ceulog.domain.named import NamedTuple
from ceulog.wording.echo import echo

ENDINGS = frozenset({
    ".pdf", ".png", ".jpg", ".jpeg", ".heic", ".heif", ".webp", ".gif", ".tif", ".tiff", ".bmp",
    ".eml", ".msg", ".htm", ".html", ".txt", ".rtf", ".doc", ".docx", ".odt", ".zip",
})  # fmt: skip
"""Endings of the files that can prove an activity; any other can be typed."""
TABLE_ENDINGS = frozenset({".csv", ".tsv", ".txt", ".eml", ".pdf"})
"""Endings of the files that can be imported; any other can be typed."""
MOST = 1000
"""Files of a folder that are listed."""
_HIDDEN = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2)


class Found(NamedTuple):
    """A file that is offered."""

    path: Path
    changed: dt.date | None
    """The day it was last written; None where the system does not say."""


class Folder(NamedTuple):
    """What was found in one folder."""

    path: Path
    folders: tuple[Path, ...] = ()
    files: tuple[Found, ...] = ()
    trouble: str = ""
    """Why it could not be read; empty when it could."""


def read_folder(path: Path, endings: Collection[str] = ENDINGS) -> Folder:
    """List a folder: its folders and its files of these endings, without what is hidden.

    What cannot be looked at is left out.
    """
    folders: list[Path] = []
    files: list[tuple[float, Path]] = []
    try:
        with os.scandir(path) as entries:
            for each in entries:
                _sort_in(each, endings, folders, files)
    except PermissionError:
        return Folder(path, trouble=f"You may not look into {echo(path.name or path)}.")
    except (OSError, ValueError):
        return Folder(path, trouble=f"{echo(path.name or path)} cannot be read.")
    newest = sorted(files, key=lambda each: (-each[0], each[1].name.casefold()))
    return Folder(
        path,
        tuple(sorted(folders, key=lambda each: each.name.casefold())),
        tuple(Found(found, _day(written)) for written, found in newest[:MOST]),
        trouble=f"Only the newest {MOST} files are listed." if len(newest) > MOST else "",
    )


def _sort_in(
    entry: "os.DirEntry[str]", endings: Collection[str], folders: list[Path], files: list[tuple[float, Path]]
) -> None:
    try:
        status = entry.stat()
        if entry.name.startswith(".") or getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & _HIDDEN:
            return
        if stat.S_ISDIR(status.st_mode):
            folders.append(Path(entry.path))
        elif stat.S_ISREG(status.st_mode) and Path(entry.name).suffix.casefold() in endings:
            files.append((status.st_mtime, Path(entry.path)))
    except OSError:  # gone since, or a link to nowhere
        return


def _day(written: float) -> dt.date | None:
    try:
        return dt.date.fromtimestamp(written)  # noqa: DTZ012 - as the holder's own file manager says it
    except (OverflowError, OSError, ValueError):
        return None


def first_folder() -> Path:
    """Where certificates mostly come to lie: downloads, else documents, else home."""
    import platformdirs  # noqa: PLC0415 - when somebody picks a file

    for place in (platformdirs.user_downloads_dir, platformdirs.user_documents_dir):
        path = Path(place())
        if path.is_dir():
            return path
    return Path.home()
