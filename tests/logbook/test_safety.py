"""Copies, going back to one, and what a damaged file still gives."""

import datetime as dt
import json
import os
import re
from functools import partial
from pathlib import Path

import pytest

from ceulog.domain.changes import added
from ceulog.logbook import safety
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.rollback import plan_rollback, roll_back, take_over
from ceulog.logbook.safety import copies, keep_copy
from ceulog.storage.backups import NoBackup
from ceulog.storage.errors import LogbookBusy, LogbookTooNew, StorageError
from ceulog.storage.lock import FolderLock
from tests.builders import TODAY, an_activity
from tests.logbook.support import a_logbook

TOMORROW = TODAY + dt.timedelta(days=1)


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path)


def _add(logbook: Logbook, title: str) -> None:
    logbook.change(added(an_activity(id=f"id of {title}", title=title)))


def _titles(logbook: Logbook) -> set[str]:
    return {each.title for each in logbook.state.activities.values()}


def _break_off(logbook: Logbook, *, at: str) -> None:
    """Have the file break off in the middle of an entry."""
    file = logbook.folder / "logbook.json"
    data = file.read_bytes()
    file.write_bytes(data[: data.index(f'"title":"{at}"'.encode()) + 9])


def test_a_damaged_file_gives_what_it_still_holds_and_undo_takes_it_back(logbook: Logbook) -> None:
    _add(logbook, "kept")
    keep_copy(logbook.folder, TODAY)
    for title in ("later", "lost"):
        _add(logbook, title)
    _break_off(logbook, at="lost")
    plan = plan_rollback(logbook.folder, None, TODAY)
    assert [each.after.title for each in plan.salvaged if each.after] == ["later"]  # type: ignore[union-attr]
    done = roll_back(logbook.folder, None, TODAY)
    assert _titles(logbook) == {"kept"}
    taken = take_over(logbook.folder, done.aside, TODAY)
    assert taken == plan.salvaged
    assert _titles(logbook) == {"kept", "later"}
    logbook.undo()
    assert _titles(logbook) == {"kept"}


def test_what_the_damaged_file_says_otherwise_is_newer(logbook: Logbook) -> None:
    _add(logbook, "one")
    _add(logbook, "two")
    keep_copy(logbook.folder, TODAY)
    file = logbook.folder / "logbook.json"
    file.write_bytes(file.read_bytes().replace(b'"title":"one"', b'"title":"won"')[:-20])
    done = roll_back(logbook.folder, None, TODAY)
    take_over(logbook.folder, done.aside, TODAY)
    assert _titles(logbook) == {"won", "two"}


def test_what_cannot_be_true_is_left_in_the_damaged_file(logbook: Logbook) -> None:
    _add(logbook, "one")
    keep_copy(logbook.folder, TODAY)
    _add(logbook, "two")
    file = logbook.folder / "logbook.json"
    file.write_bytes(file.read_bytes().replace(b'"AAPC":"1"', b'"AAPC":"9999"')[:-20])
    assert plan_rollback(logbook.folder, None, TODAY).salvaged == ()


@pytest.mark.parametrize("damaged", [b"", b"null", b"\0" * 5000])
def test_a_rollback_can_be_taken_back_even_to_a_damaged_file(logbook: Logbook, damaged: bytes) -> None:
    _add(logbook, "one")
    keep_copy(logbook.folder, TODAY)
    file = logbook.folder / "logbook.json"
    file.write_bytes(damaged)
    done = roll_back(logbook.folder, None, TODAY)
    assert done.salvaged == ()
    assert _titles(logbook) == {"one"}
    again = roll_back(logbook.folder, done.aside, TODAY)
    assert file.read_bytes() == damaged
    roll_back(logbook.folder, again.aside, TODAY)
    assert _titles(logbook) == {"one"}


def test_copies_after_a_rollback_are_newer_than_those_of_the_time_given_up(logbook: Logbook) -> None:
    _add(logbook, "one")
    keep_copy(logbook.folder, TODAY)
    for title in ("two", "three"):
        _add(logbook, title)
    given_up = keep_copy(logbook.folder, TODAY)
    roll_back(logbook.folder, copies(logbook.folder)[-1].name, TODAY)
    assert _titles(logbook) == {"one"}
    _add(logbook, "four")
    newest = keep_copy(logbook.folder, TODAY)
    assert newest > given_up
    assert plan_rollback(logbook.folder, None, TODAY).backup.name == newest
    assert len({each.name for each in copies(logbook.folder)}) == len(copies(logbook.folder))


def test_a_copy_from_a_day_to_come_is_not_the_newest(logbook: Logbook) -> None:
    _add(logbook, "one")
    keep_copy(logbook.folder, dt.date(2099, 1, 1))
    _add(logbook, "two")
    today = keep_copy(logbook.folder, TODAY)
    assert plan_rollback(logbook.folder, None, TODAY).backup.name == today
    assert plan_rollback(logbook.folder, None, dt.date(2020, 1, 1)).backup.name.startswith("logbook-2099")


def test_a_preview_names_what_would_go_and_writes_nothing(logbook: Logbook) -> None:
    _add(logbook, "one")
    keep_copy(logbook.folder, TODAY)
    _add(logbook, "two")
    before = sorted((each, each.stat().st_mtime_ns) for each in logbook.folder.rglob("*"))
    plan = plan_rollback(logbook.folder, None, TODAY)
    assert [(each.before.title, each.after) for each in plan.edits if each.before] == [("two", None)]  # type: ignore[union-attr]
    assert sorted((each, each.stat().st_mtime_ns) for each in logbook.folder.rglob("*")) == before


def test_a_file_of_a_newer_program_is_not_set_aside(logbook: Logbook) -> None:
    _add(logbook, "one")
    keep_copy(logbook.folder, TODAY)
    file = logbook.folder / "logbook.json"
    file.write_bytes(newer := re.sub(rb'"schema":\d+', b'"schema":99', file.read_bytes()))
    with pytest.raises(LogbookTooNew):
        roll_back(logbook.folder, None, TODAY)
    assert file.read_bytes() == newer


@pytest.mark.skipif(os.name == "nt", reason="named pipes are POSIX's")
def test_a_pipe_in_the_place_of_a_copy_holds_nobody_up(logbook: Logbook) -> None:
    _add(logbook, "one")
    keep_copy(logbook.folder, TODAY)
    os.mkfifo(logbook.folder / "backups" / "logbook-2026-11-23-g999999.json")
    os.mkfifo(logbook.folder / "backups" / "set-aside-2026-11-23-1.json")
    assert plan_rollback(logbook.folder, None, TODAY).backup.activities == 1
    assert [each.activities for each in copies(logbook.folder)] == [None, 1, None]


def test_no_copy_no_rollback(logbook: Logbook) -> None:
    _add(logbook, "one")
    before = (logbook.folder / "logbook.json").read_bytes()
    for name in (None, "logbook-2026-11-23-g000001", "../logbook"):
        with pytest.raises(NoBackup) as refused:
            roll_back(logbook.folder, name, TODAY)
        assert refused.value.exit_code == 1  # nothing is damaged
    assert (logbook.folder / "logbook.json").read_bytes() == before


def test_the_first_change_of_a_day_keeps_the_day_before(logbook: Logbook, tmp_path: Path) -> None:
    _add(logbook, "one")
    tomorrow = a_logbook(tmp_path, today=TOMORROW)
    _add(tomorrow, "two")
    _add(tomorrow, "three")
    assert [(each.name[:18], each.activities) for each in copies(tmp_path)] == [("logbook-2026-11-24", 1)]


def test_what_this_program_does_not_know_is_salvaged_too(logbook: Logbook) -> None:
    for title in ("same", "changed", "changed for others alone"):
        _add(logbook, title)
    keep_copy(logbook.folder, TODAY)
    _add(logbook, "new")
    file = logbook.folder / "logbook.json"
    tables = json.loads(file.read_text())
    for each in list(tables["activities"].values())[1:]:
        each |= {"theirs": {"of": each["title"]}, "certificates": [{"file": "a.pdf", "sha256": "ab", "pages": 2}]}
        each["notes"] = "" if each["title"] == "changed for others alone" else "newer"
        each["certificates"] *= each["title"] != "changed for others alone"
    file.write_text(json.dumps(tables)[:-1])
    done = roll_back(logbook.folder, None, TODAY)
    assert [each.after.title for each in done.salvaged if each.after] == ["new", "changed"]  # type: ignore[union-attr]
    assert take_over(logbook.folder, done.aside, TODAY) == done.salvaged
    assert json.loads(file.read_text())["activities"] == tables["activities"]
    logbook.undo()
    assert not any("theirs" in each for each in json.loads(file.read_text())["activities"].values())


def test_a_copy_never_takes_the_place_of_another_when_an_older_file_was_put_in_place(logbook: Logbook) -> None:
    file = logbook.folder / "logbook.json"
    _add(logbook, "one")
    older = file.read_bytes()
    made = []
    for titles in (("a", "b", "c"), ("x", "y", "z"), ("new",)):
        file.write_bytes(older)  # as a sync tool does that is behind
        for title in titles:
            _add(logbook, title)
        kept = keep_copy(logbook.folder, TODAY)
        assert keep_copy(logbook.folder, TODAY) == kept  # the same once more is the same copy
        assert plan_rollback(logbook.folder, None, TODAY).backup.name == kept
        made.append((kept, file.read_bytes()))
    for name, data in made:
        assert (logbook.folder / "backups" / name).read_bytes() == data


def test_what_an_open_log_knew_is_kept_when_an_older_file_or_a_twin_comes_in_its_place(logbook: Logbook) -> None:
    file = logbook.folder / "logbook.json"
    _add(logbook, "one")
    older = file.read_bytes()
    _add(logbook, "theirs")
    twin = file.read_bytes()
    for came, titles in ((older, {"one"}), (twin, {"one", "theirs"})):
        file.write_bytes(older)
        other = a_logbook(logbook.folder)
        _add(other, "ours")
        assert (_titles(other), other.is_overtaken) == ({"one", "ours"}, False)
        file.write_bytes(came)
        assert (_titles(other), other.is_overtaken) == (titles, True)
        aside = other.keep_overtaken()
        assert not other.is_overtaken
        roll_back(logbook.folder, aside, TODAY)
        assert _titles(other) == {"one", "ours"}
        assert not other.is_overtaken


def test_what_follows_or_was_edited_by_hand_overtakes_nothing(logbook: Logbook) -> None:
    other = a_logbook(logbook.folder)
    file = logbook.folder / "logbook.json"
    for number in range(3):
        _add(logbook, str(number))
        assert (len(other.state.activities), other.is_overtaken) == (number + 1, False)
    logbook.undo()
    assert (len(other.state.activities), other.is_overtaken) == (2, False)
    file.write_bytes(file.read_bytes().replace(b'"title":"1"', b'"title":"2"'))
    assert (_titles(other), other.is_overtaken) == ({"0", "2"}, False)
    file.unlink()
    with pytest.raises(StorageError):
        other.refresh()
    assert not other.is_overtaken


def test_copies_of_a_log_that_is_a_link_wait_for_who_writes_where_it_leads(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety, "FolderLock", partial(FolderLock, wait_seconds=0.01))
    _add(logbook, "one")
    file, cloud = logbook.folder / "logbook.json", logbook.folder / "cloud"
    cloud.mkdir()
    file.rename(cloud / "logbook.json")
    file.symlink_to(cloud / "logbook.json")
    name = keep_copy(logbook.folder, TODAY)
    assert (logbook.folder / "backups" / name).is_file()
    with FolderLock(cloud), pytest.raises(LogbookBusy):
        keep_copy(logbook.folder, TODAY)
