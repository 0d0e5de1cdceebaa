"""Half-typed forms on the disk: whole or not there, private, few, and never a reason to stop."""

import datetime as dt
import errno
import json
import os
import stat
import sys
from pathlib import Path
from typing import Any

import pytest

from ceulog.storage import drafts
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.drafts import DraftNotKept, StoredDraft
from ceulog.storage.files import write_atomically
from ceulog.storage.lock import Presence, is_present
from tests.storage.support import names, refuse

NOON = dt.datetime.combine(dt.date(2026, 11, 22), dt.time(12))
OWNER = "0123456789abcdef"


def a_draft(identifier: str = "one", minute: int = 0, **fields: Any) -> StoredDraft:
    given = {"owner": OWNER, "about": "", "texts": {"title": "Denials [/x] 漢字"}, **fields}
    return StoredDraft(identifier, NOON + dt.timedelta(minutes=minute), **given)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    drafts.make_folder(tmp_path / "log")
    return tmp_path / "log"


def test_what_is_written_is_read_the_newest_first(folder: Path) -> None:
    first, second = a_draft("one"), a_draft("two", 5, about="an-entry")
    drafts.write(folder, first)
    drafts.write(folder, second)
    assert drafts.read_all(folder) == [second, first]
    drafts.write(folder, first._replace(written=NOON.replace(hour=13), texts={"title": "Denials II"}))
    assert [each.id for each in drafts.read_all(folder)] == ["one", "two"]
    drafts.remove(folder, "one")
    drafts.remove(folder, "one")
    assert drafts.read_all(folder) == [second]


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_nobody_else_may_read_them(folder: Path) -> None:
    drafts.write(folder, a_draft())
    place = folder / "drafts"
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert stat.S_IMODE((place / "one.json").stat().st_mode) == 0o600


GOOD = {"draft": 1, "written": "2026-11-22T12:00:00", "owner": OWNER, "about": "", "texts": {}}


WRONG: list[dict[str, Any]] = [
    {"draft": 2}, {"draft": None}, {"written": 5}, {"written": "yesterday"}, {"owner": "../../x"}, {"owner": None},
    {"texts": []}, {"texts": "x"}, {"about": 7},
]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"", b"null", b"[]", b'"text"', b"{}", b"\xff\xfe", b"{" * 100_000, b"[" * 200_000, b"9" * 5000, b"NaN",
        *(json.dumps({**GOOD, **wrong}).encode() for wrong in WRONG),
        json.dumps({**GOOD, "texts": {"notes": "x" * drafts.MOST_BYTES}}).encode(),
    ],
)  # fmt: skip
def test_what_is_no_draft_is_passed_over_and_left_alone(folder: Path, data: bytes) -> None:
    path = folder / "drafts" / "bad.json"
    path.write_bytes(data)
    drafts.write(folder, a_draft())
    assert [each.id for each in drafts.read_all(folder)] == ["one"]
    assert path.read_bytes() == data


def test_what_is_read_may_know_more_than_we_do(folder: Path) -> None:
    known = {**GOOD, "written": "2026-11-22T12:00:00+05:00", "texts": {"title": "x", "mood": [1]}, "later": True}
    (folder / "drafts" / "one.json").write_text(json.dumps(known))
    (read,) = drafts.read_all(folder)
    assert (read.written, read.texts) == (NOON, {"title": "x", "mood": [1]})


def test_foreign_files_are_none_of_ours(folder: Path) -> None:
    place = folder / "drafts"
    for name in ("one (conflicted copy).json", "notes.txt", ".one.json.swp"):
        (place / name).write_text(json.dumps(GOOD))
    (place / "folder.json").mkdir()
    if sys.platform != "win32":
        os.mkfifo(place / "pipe.json")
        (place / "link.json").symlink_to(place / "notes.txt")
    assert drafts.read_all(folder) == []


def test_there_need_be_no_folder(tmp_path: Path) -> None:
    assert drafts.read_all(tmp_path / "none") == []
    (tmp_path / "drafts").write_text("somebody's")
    assert drafts.read_all(tmp_path) == []
    with pytest.raises(DraftNotKept):
        drafts.make_folder(tmp_path)


def test_the_oldest_make_room_and_never_the_one_just_written(folder: Path) -> None:
    for number in range(drafts.KEPT):
        drafts.write(folder, a_draft(f"draft-{number}", number))
    drafts.write(folder, a_draft("older-than-all", -5))
    found = [each.id for each in drafts.read_all(folder)]
    assert len(found) == drafts.KEPT
    assert "older-than-all" in found
    assert "draft-0" not in found


def test_one_that_is_too_large_is_refused_and_what_was_kept_stays(folder: Path) -> None:
    drafts.write(folder, a_draft())
    with pytest.raises(DraftNotKept, match="larger than 256 KiB"):
        drafts.write(folder, a_draft(texts={"notes": "x" * drafts.MOST_BYTES}))
    assert drafts.read_all(folder) == [a_draft()]


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, "the disk is full"), (errno.EACCES, "ermission")])
def test_a_disk_that_refuses_is_said_and_what_was_kept_stays(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: int, said: str
) -> None:
    drafts.write(folder, a_draft())
    monkeypatch.setattr(drafts, "write_atomically", refuse(number))
    with pytest.raises(DraftNotKept, match=said):
        drafts.write(folder, a_draft(texts={"title": "more"}))
    assert drafts.read_all(folder) == [a_draft()]


def test_a_temp_file_that_somebody_tidied_away_is_written_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real, turns = write_atomically, [0]

    def once_refused(path: Path, data: bytes) -> os.stat_result:
        turns[0] += 1
        if turns[0] == 1:
            raise FileNotFoundError(errno.ENOENT, "gone")
        return real(path, data)

    monkeypatch.setattr(drafts, "write_atomically", once_refused)
    drafts.write(folder, a_draft())
    assert drafts.read_all(folder) == [a_draft()]


def test_a_logbook_that_was_taken_away_is_not_made_anew_for_a_draft(folder: Path) -> None:
    drafts.write(folder, a_draft())
    away = folder.rename(folder.with_name("on a drive that was unplugged"))
    with pytest.raises(DraftNotKept):
        drafts.write(folder, a_draft(texts={"title": "more"}))
    assert not folder.exists()
    away.rename(folder)
    assert drafts.read_all(folder) == [a_draft()]


def test_of_two_that_claim_a_draft_one_has_it(folder: Path) -> None:
    drafts.write(folder, a_draft())
    assert drafts.rename(folder, "one", "mine")
    assert not drafts.rename(folder, "one", "yours")
    assert [each.id for each in drafts.read_all(folder)] == ["mine"]


def test_a_draft_is_abandoned_when_its_owner_is_gone(folder: Path) -> None:
    owner = Presence(drafts.presence_file(folder, OWNER))
    assert drafts.is_abandoned(folder, a_draft())
    owner.begin()
    owner.begin()
    assert not drafts.is_abandoned(folder, a_draft())
    drafts.make_folder(folder)
    assert not drafts.is_abandoned(folder, a_draft())
    owner.end()
    owner.end()
    assert drafts.is_abandoned(folder, a_draft())
    assert names(folder / "drafts") == []


def test_what_the_dead_left_is_swept_and_nothing_else(folder: Path) -> None:
    place = folder / "drafts"
    dead = drafts.presence_file(folder, OWNER)
    stray = place / ".one.json.123.0123456789abcdef.tmp"
    for each in (dead, stray, place / ".other.open", place / "note"):
        each.write_text("")
    assert not is_present(dead)
    drafts.make_folder(folder)
    assert names(place) == [".other.open", "note"]


def test_writing_the_log_leaves_drafts_alone(folder: Path) -> None:
    drafts.write(folder, a_draft())
    stray = folder / ".logbook.json.123.0123456789abcdef.tmp"
    stray.write_text("")
    database = LogbookDatabase(folder / "logbook.json")
    with database.transaction():
        database.table("activities").put({"id": "a", "title": "Anatomy"})
    assert not stray.exists()
    assert drafts.read_all(folder) == [a_draft()]
