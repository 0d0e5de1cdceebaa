"""Dated copies of a file: of one day the copy that was made last has the highest number."""

import datetime as dt
import os
from pathlib import Path

import pytest

from ceulog.storage import files
from ceulog.storage.backups import keep
from tests.storage.support import names

TODAY = dt.date(2026, 11, 23)


@pytest.mark.parametrize(
    ("then", "number"),
    [
        (b"0123456789", 7),
        (b"012345678x", 8),
        (b"x123456789", 8),
        (b"0123456789x", 8),
        (b"01234567", 8),
        (b"", 8),
    ],
)
def test_no_copy_takes_the_place_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, then: bytes, number: int
) -> None:
    monkeypatch.setattr(files, "_PART_BYTES", 4)
    file = tmp_path / "logbook.json"
    file.write_bytes(b"0123456789")
    first = keep(file, 7, TODAY)
    file.write_bytes(then)
    assert keep(file, 5, TODAY) == f"logbook-2026-11-23-g{number:06}.json"
    assert names(tmp_path / "backups") == sorted({first, f"logbook-2026-11-23-g{number:06}.json"})
    assert (tmp_path / "backups" / first).read_bytes() == b"0123456789"
    assert (tmp_path / "backups" / f"logbook-2026-11-23-g{number:06}.json").read_bytes() == then


@pytest.mark.skipif(os.name == "nt", reason="named pipes are a POSIX matter")
def test_what_bears_a_copys_name_and_is_no_file_holds_nobody_up(tmp_path: Path) -> None:
    file = tmp_path / "logbook.json"
    file.touch()
    (tmp_path / "backups").mkdir()
    os.mkfifo(tmp_path / "backups" / "logbook-2026-11-23-g000009.json")
    assert keep(file, 7, TODAY) == "logbook-2026-11-23-g000010.json"
