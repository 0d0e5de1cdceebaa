"""Finding what a sync tool left beside the logbook file, by the names that those tools give."""

import datetime as dt
import os
from pathlib import Path

import pytest

from ceulog.storage.backups import keep
from ceulog.storage.conflict_copies import MAX_BYTES, conflict_copies, names_beside, set_aside
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.reading import stamp_of

TODAY = dt.date(2026, 11, 23)

FOUND = [
    "logbook (X's conflicted copy 2026-11-20).json",
    "logbook (conflicted copy 2026-11-20).json",
    "logbook (conflicted copy 2026-11-20 101500).json",
    "logbook (Case Conflict 1).json",
    "logbook_conflict-20261120-101500.json",
    "logbook-DESKTOP-ABC.json",
    "Logbook-marys-macbook-2.JSON",
    "logbook.sync-conflict-20261120-101500-ABCDEFG.json",
    "logbook (1).json",
    "LOGBOOK 2.json",
]
NOT_FOUND = [
    "logbook-2026-11-23-g000042.json", "logbook-old.json", "logbook - plan.json", "logbook (my notes).json",
    "logbook2.json", "logbook (1).txt", ".logbook.json.123.0123456789abcdef.tmp", "other (1).json",
]  # fmt: skip


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "logbook.json"
    LogbookDatabase(path).table("activities").put({"id": "one"})
    return path


def names(file: Path) -> list[str]:
    return [each.name for each in conflict_copies(file)]


@pytest.mark.parametrize("name", FOUND)
def test_a_copy_is_known_by_its_name(file: Path, name: str) -> None:
    (file.parent / name).write_bytes(file.read_bytes())
    assert [(each.name, each.activities) for each in conflict_copies(file)] == [(name, 1)]


def test_other_names_are_none(file: Path) -> None:
    for name in NOT_FOUND:
        (file.parent / name).write_bytes(file.read_bytes())
    keep(file, 1, TODAY)
    assert names(file) == []


@pytest.mark.parametrize("data", [b"", b"{}", b'{"activities": {"1": {"id": "x"}}}', b"not json", b"[]"])
def test_what_is_no_logbook_is_none(file: Path, data: bytes) -> None:
    (file.parent / "logbook (1).json").write_bytes(data)
    assert names(file) == []


def test_links_folders_and_what_is_too_large_are_none(file: Path) -> None:
    (file.parent / "logbook 2.json").symlink_to(file)
    (file.parent / "logbook 3.json").mkdir()
    with (file.parent / "logbook 4.json").open("wb") as large:
        large.truncate(MAX_BYTES + 1)
    os.mkfifo(file.parent / "logbook 5.json")
    assert names(file) == []
    assert names_beside(file) == ("logbook 4.json",)
    assert conflict_copies(file.parent / "nowhere" / "logbook.json") == ()


def test_it_lies_beside_what_a_linked_logbook_points_to(file: Path, tmp_path: Path) -> None:
    (file.parent / "logbook (1).json").write_bytes(file.read_bytes())
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "logbook.json").symlink_to(file)
    assert names(tmp_path / "home" / "logbook.json") == ["logbook (1).json"]


def test_one_that_was_merged_is_moved_and_kept(file: Path) -> None:
    for number in (1, 2):
        copy = file.parent / "logbook (1).json"
        copy.write_bytes(file.read_bytes())
        assert set_aside(file, copy.name, stamp_of(copy), TODAY) == f"conflict-copy-2026-11-23-{number}.json"
    assert names(file) == []
    kept = sorted((file.parent / "backups").iterdir())
    assert [each.read_bytes() for each in kept] == [file.read_bytes()] * 2
    assert {each.stat().st_mode & 0o777 for each in kept} == {0o600}


def test_one_that_has_changed_since_stays(file: Path) -> None:
    copy = file.parent / "logbook (1).json"
    copy.write_bytes(file.read_bytes())
    seen = stamp_of(copy)
    copy.write_bytes(file.read_bytes() + b" ")
    assert set_aside(file, copy.name, seen, TODAY) == ""
    assert copy.exists()
