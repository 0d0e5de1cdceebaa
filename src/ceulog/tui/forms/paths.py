"""Paths of certificates as they are typed or dropped into a field."""

import shlex
import stat
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from ceulog.domain.bounds import LARGEST_CERTIFICATE
from ceulog.wording.echo import echo


def read_paths(text: str) -> tuple[Path, ...]:
    """The files that a field names: one path with blanks, or several quoted ones as terminals drop them."""
    text = text.strip()
    if not text:
        return ()
    whole = _path(text.strip("\"'"))
    if _exists(whole):
        return (whole,)
    try:
        parts = shlex.split(text)
    except ValueError:
        return (whole,)
    paths = tuple(_path(each) for each in parts)
    return paths if any(_exists(each) for each in paths) else (whole,)


def path_text(paths: Iterable[Path]) -> str:
    """What names these files in a field, so that `read_paths` finds them again."""
    texts = [str(each) for each in paths]
    if len(texts) == 1 and read_paths(texts[0]) == (Path(texts[0]),):
        return texts[0]
    return " ".join(shlex.quote(text) for text in texts)


def _path(text: str) -> Path:
    if text.startswith("file://"):
        text = unquote(urlsplit(text).path)
    try:
        return Path(text).expanduser()
    except RuntimeError:  # a home folder that nobody knows
        return Path(text)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def path_fault(path: Path) -> str:
    """Why a file cannot be attached; empty when it can."""
    name = echo(path.name or str(path))
    try:
        found = path.stat()
    except FileNotFoundError:
        return f"There is no file {echo(path, 60)}."
    except (OSError, ValueError):
        return f"{name} cannot be read."
    if not stat.S_ISREG(found.st_mode):
        return f"{name} is not a file; give the path of the certificate itself."
    if found.st_size > LARGEST_CERTIFICATE:
        return f"{name} is larger than {LARGEST_CERTIFICATE >> 20} MiB; a smaller scan will do."
    return ""
