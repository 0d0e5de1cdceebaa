"""Going back to a copy, taking that back, and doing it again."""

import errno
import json
from contextlib import suppress
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from tinydb import TinyDB

from ceulog.domain.changes import added, edited, of_records
from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.merging import read_copy
from ceulog.logbook.rollback import plan_rollback, roll_back, take_over
from ceulog.logbook.safety import copies, keep_copy
from ceulog.storage import layout
from ceulog.storage.errors import LogbookDamaged, StorageError
from ceulog.storage.reading import LONG
from tests.builders import TODAY, a_log, an_activity
from tests.logbook.support import a_logbook
from tests.reliability.refusals import refusing


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    """Something of everything, a copy of it, and everything other than in the copy."""
    held = (("CPC", "2019-05-14"), ("CCS", "2020-02-03"))
    log = a_log(an_activity("2", id="one"), an_activity("40", id="ours", at="AHIMA", provided_by="ahima"), held=held,
                ticks=[("CCS", "2026-02-01")])  # fmt: skip
    logbook = a_logbook(tmp_path / "log", log)
    with TinyDB(logbook.folder / "logbook.json") as plain:
        plain.table("activities").update({"unknown": {"to": ["us"]}})
        plain.table("theirs").insert({"id": "s", "stays": 1})
    logbook.change(added(an_activity(id="before the copy")))
    keep_copy(logbook.folder, TODAY)
    proof = tmp_path / "proof.pdf"
    proof.write_bytes(b"%PDF-1.4")
    logbook.change(lambda _: added(an_activity(id="two", certificates=(logbook.attach(proof),))))
    logbook.renew("AHIMA")
    state = logbook.state
    logbook.change(
        of_records("let go", (state.credential("CPC"), None), (state.holder, state.holder._replace(name="D")))
    )
    with TinyDB(logbook.folder / "logbook.json") as plain:
        plain.table("activities").update({"unknown": 2, "credits": {"AAPC": 2.5}})
        plain.table("theirs").update({"stays": True})
    one = logbook.state.activities["one"]
    logbook.change(edited(one, one._replace(title="another title")))
    return logbook


def _content(file: Path) -> dict[str, Any]:
    """All that a file holds, but the history and what it says of itself."""
    tables = json.loads(file.read_text())
    found = {name: {each["id"]: each for each in table.values()} for name, table in tables.items() if name != "changes"}
    found["meta"].pop("log")
    return {name: json.dumps(table, sort_keys=True) for name, table in found.items() if table}


def _titles(logbook: Logbook) -> set[str]:
    return {each.title for each in logbook.state.activities.values()}


def _generation(file: Path) -> int:
    [found] = [each["generation"] for each in json.loads(file.read_text())["meta"].values() if each["id"] == "log"]
    return int(found)


def test_undo_takes_a_rollback_back_and_redo_does_it_again(logbook: Logbook) -> None:
    file = logbook.folder / "logbook.json"
    before, generation = _content(file), _generation(file)
    copy = copies(logbook.folder)[0].name
    done = roll_back(logbook.folder, copy, TODAY)
    assert done.is_change
    then = _content(logbook.folder / "backups" / copy)
    assert _content(file) == then != before
    assert _generation(file) > generation
    assert logbook.next_undo == f"rolled back to {copy}"
    for expected in (before, then, before):
        (logbook.redo if expected is then else logbook.undo)()
        assert _content(file) == expected
        assert logbook.state.activities.keys() >= {"one", "ours"}
    [proof] = logbook.state.activities["two"].certificates
    assert (logbook.folder / "certificates" / proof.file).read_bytes() == b"%PDF-1.4"
    assert (logbook.folder / "backups" / done.aside).exists()


def test_undo_goes_on_from_there(logbook: Logbook) -> None:
    roll_back(logbook.folder, None, TODAY)
    logbook.change(added(an_activity(id="after it")))
    assert [logbook.undo()[:8] for _ in range(4)] == ["added “a", "rolled b", "edited “", "let go"]
    assert "two" in logbook.state.activities


def test_a_copy_of_what_is_there_changes_nothing(logbook: Logbook) -> None:
    keep_copy(logbook.folder, TODAY)
    before = (logbook.folder / "logbook.json").read_bytes()
    done = roll_back(logbook.folder, None, TODAY)
    assert (done.is_change, done.aside) == (True, "")
    assert (logbook.folder / "logbook.json").read_bytes() == before


@pytest.mark.parametrize("damage", [b"null", b""])
def test_undo_names_the_command_that_brings_a_damaged_file_back(logbook: Logbook, damage: bytes) -> None:
    file = logbook.folder / "logbook.json"
    file.write_bytes(damage)
    done = roll_back(logbook.folder, None, TODAY)
    assert not done.is_change
    for _ in range(2):
        with pytest.raises(Refusal, match=f"ceulog rollback {done.aside}"):
            logbook.undo()
        assert "before the copy" in logbook.state.activities
        logbook.change(added(an_activity(id="after it")))
        assert "after it" in logbook.undo()
    roll_back(logbook.folder, done.aside, TODAY)
    assert file.read_bytes() == damage


def test_what_a_damaged_file_still_held_is_taken_back_first(logbook: Logbook) -> None:
    file = logbook.folder / "logbook.json"
    file.write_bytes(file.read_bytes()[:-20])
    done = roll_back(logbook.folder, None, TODAY)
    take_over(logbook.folder, done.aside, TODAY)
    assert "another title" in _titles(logbook)
    assert "took over" in logbook.undo()
    assert "another title" not in _titles(logbook)
    with pytest.raises(Refusal, match=done.aside):
        logbook.undo()


def test_a_log_that_was_deleted_comes_back_and_undo_does_not_empty_it(logbook: Logbook) -> None:
    (logbook.folder / "logbook.json").unlink()
    again = a_logbook(logbook.folder)
    roll_back(logbook.folder, None, TODAY)
    assert "before the copy" in again.state.activities
    with pytest.raises(Refusal, match="no logbook"):
        again.undo()


def test_documents_that_only_their_place_names_go_back_with_the_whole_file(logbook: Logbook) -> None:
    file = logbook.folder / "logbook.json"
    with TinyDB(file) as plain:
        plain.table("theirs").insert({"nameless": 1})
    before = _content_of_theirs(file)
    done = roll_back(logbook.folder, None, TODAY)
    assert not done.is_change
    assert _content_of_theirs(file) != before
    with pytest.raises(Refusal, match=done.aside):
        logbook.undo()
    roll_back(logbook.folder, done.aside, TODAY)
    assert _content_of_theirs(file) == before


def _content_of_theirs(file: Path) -> object:
    return json.loads(file.read_text())["theirs"]


def test_the_preview_says_what_the_rollback_does(logbook: Logbook) -> None:
    plan = plan_rollback(logbook.folder, None, TODAY)
    before = logbook.state
    roll_back(logbook.folder, None, TODAY)
    expected = before.after(plan.edits)
    for table in ("activities", "credentials", "memberships", "ticks", "holder"):
        assert getattr(logbook.state, table) == getattr(expected, table)


def _sealed(data: bytes) -> bytes:
    """A file whose seal fits again, as somebody makes it who knows how."""
    body, _, seal = data.rpartition(b'{"id":"log",')
    return body + b'{"id":"log",' + seal[: seal.index(b"crc32:")] + b'crc32:%08x"}}}' % crc32(body)


@pytest.mark.parametrize("depth", [60, 400, 900])
def test_a_copy_that_somebody_made_who_knows_our_seal_stops_nothing(logbook: Logbook, depth: int) -> None:
    file = logbook.folder / "logbook.json"
    before = file.read_bytes()
    document = b'"7":{"id":"deep","in":' + b"[" * depth + b"]" * depth + b"}"
    start = before.index(b'"theirs":{') + len(b'"theirs":{')
    copy = logbook.folder / "backups" / "logbook-2026-11-23-g999999.json"
    copy.write_bytes(_sealed(before[:start] + document + b"," + before[start:]))
    for _ in range(2):
        with suppress(LogbookDamaged):
            roll_back(logbook.folder, None, TODAY)
        with suppress(LogbookDamaged, Refusal):
            logbook.undo()
    roll_back(logbook.folder, copies(logbook.folder)[1].name, TODAY)
    assert "before the copy" in logbook.state.activities


@pytest.mark.parametrize("table", ["activities", "changes"])
@pytest.mark.parametrize("long_from", [0, LONG])
def test_damage_under_our_seal_is_set_aside_like_any_other(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch, long_from: int, table: str
) -> None:
    monkeypatch.setattr(layout, "LONG", long_from)
    file = logbook.folder / "logbook.json"
    before, start, after = file.read_bytes().partition(b'"%s":{"1":{' % table.encode())
    assert start
    file.write_bytes(_sealed(before + start + b'"a field":1e999,' + after))
    (file.parent / "backups" / "logbook-2026-11-23-g999999.json").write_bytes(file.read_bytes())  # no good copy
    other = a_logbook(logbook.folder / "other")
    with pytest.raises(StorageError, match="It was left as it is"):
        read_copy(other, logbook.folder)
    assert plan_rollback(logbook.folder, None, TODAY).damaged
    assert roll_back(logbook.folder, None, TODAY).aside
    assert "before the copy" in a_logbook(logbook.folder).state.activities


def test_a_rollback_of_a_damaged_file_that_is_refused_anywhere_leaves_that_or_the_good_one(logbook: Logbook) -> None:
    file = logbook.folder / "logbook.json"
    damaged = file.read_bytes()[:-20]
    for turn in range(1, 200):
        file.write_bytes(damaged)
        with refusing(turn, errno.ENOSPC) as system, suppress(StorageError):
            roll_back(logbook.folder, None, TODAY)
        if file.read_bytes() == damaged:
            roll_back(logbook.folder, None, TODAY)
        assert "before the copy" in logbook.state.activities
        assert not list(logbook.folder.rglob("*.tmp"))
        if not system.refused:
            break
    assert 20 < turn < 199
