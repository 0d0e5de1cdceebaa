"""What happens to a logbook's file or folder while somebody has it open, and is put right again."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

KINDS = ("gone", "empty", "damaged", "newer", "a folder", "folder gone", "folder is a file", "replaced")


@contextmanager
def struck(folder: Path, how: str) -> Iterator[None]:
    """Strike, and put all back as it was.

    Raises:
        OSError: on leaving, when something stands in the way of what is put back.
    """
    if how.startswith("folder"):
        with _moved(folder):
            if how == "folder is a file":
                folder.write_bytes(b"")
            yield
            if how == "folder is a file":
                folder.unlink()
        return
    file = folder / "logbook.json"
    data = file.read_bytes()
    with _moved(file):
        if how == "a folder":
            file.mkdir()
        elif how != "gone":
            _replace(file, _other(data, how))
        yield
        shutil.rmtree(file) if file.is_dir() else file.unlink(missing_ok=True)


@contextmanager
def _moved(path: Path) -> Iterator[None]:
    aside = path.with_name(f"{path.name} aside")
    path.rename(aside)
    try:
        yield
    finally:
        aside.rename(path)


def _replace(file: Path, data: bytes) -> None:
    new = file.with_name("other")
    new.write_bytes(data)
    new.replace(file)


def _other(data: bytes, how: str) -> bytes:
    if how == "empty":
        return b""
    if how == "damaged":
        return data[: len(data) // 2]
    tables = json.loads(data)
    if how == "newer":
        for document in tables["meta"].values():
            document["schema"] = 99
    else:
        tables["activities"] = dict(list(tables["activities"].items())[:1])
    return json.dumps(tables).encode()
