"""Files of older schemas, and of this one, are read for ever."""

import json
from pathlib import Path

import pytest

from ceulog.storage import layout, migrations
from ceulog.storage.backups import listed
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.documents import state_of
from ceulog.storage.errors import DiskRefused, LogbookTooNew
from ceulog.storage.reading import LONG
from ceulog.storage.values import PlainTables

from .support import refuse

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A file of schema 1."""
    path = tmp_path / "logbook.json"
    path.write_bytes((SCHEMAS / "schema-1.json").read_bytes())
    return path


@pytest.fixture(params=[LONG, 0], ids=["short", "long"])
def newer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that has two more schemas: titles are called names, then all notes get a mark."""
    monkeypatch.setattr(layout, "LONG", request.param)

    def rename(tables: PlainTables) -> PlainTables:
        for each in migrations.documents_of(tables, "activities"):
            each["name"] = each.pop("title")
        return tables

    def mark(tables: PlainTables) -> PlainTables:
        return {**tables, "marks": {"1": {"id": "m", "entries": len(tables.get("activities", {}))}}}

    monkeypatch.setattr(migrations, "MIGRATIONS", (rename, mark))


def test_there_is_a_file_of_every_schema() -> None:
    names = {each.name for each in SCHEMAS.glob("*.json")}
    assert names == {f"schema-{number}.json" for number in range(1, migrations.newest_schema() + 1)}


def test_schema_1_is_read_whole(old: Path) -> None:
    tables = LogbookDatabase(old).storage.tables()
    state, misfits = state_of(tables)
    assert misfits == ()
    assert [each.title for each in state.activities.values()] == ["A webinar", "A meeting, in the trash"]
    assert state.credentials["c"].code == "CCS"
    assert state.memberships["m"].cycles[0].last_day.isoformat() == "2026-12-31"
    assert state.ticks["t"].label == "self-assessment"
    assert tables["activities"]["1"]["a field of later"] == {"kept": [1, 2]}


@pytest.mark.usefixtures("newer")
def test_a_file_goes_through_every_step_and_is_kept_as_it_was(old: Path) -> None:
    before = old.read_bytes()
    database = LogbookDatabase(old)
    (first, _) = database.table("activities").all()
    assert first["name"] == "A webinar"
    assert first["a field of later"] == {"kept": [1, 2]}
    assert old.read_bytes() == before
    database.table("activities").put({"id": "new", "name": "x"})
    log = json.loads(old.read_bytes())
    assert log["meta"]["1"]["schema"] == 3
    assert log["marks"]["1"]["entries"] == 2
    assert [each["name"] for each in LogbookDatabase(old).table("activities")][-1] == "x"
    kept = old.parent / "backups" / "before-schema-3-g000007.json"
    assert kept.read_bytes() == before
    assert [each.name for each in listed(old.parent)] == [kept.name]
    database.table("activities").put({"id": "newer", "name": "y"})
    assert len(listed(old.parent)) == 1


@pytest.mark.usefixtures("newer")
def test_what_undo_would_put_back_goes_through_the_steps_too(old: Path) -> None:
    log = json.loads(old.read_bytes())
    before = {"id": "a", "title": "As it was"}
    others = [
        {"table": "activities", "id": "a", "document": before},
        {"table": "activities", "id": "b", "document": None},
    ]
    log["changes"] = {"1": {"id": "c", "others": others}, "2": {"id": "not ours", "others": 3}}
    old.write_text(json.dumps(log), encoding="utf-8")
    changes = LogbookDatabase(old).storage.tables()["changes"]
    assert [each["document"] for each in changes["1"]["others"]] == [{"id": "a", "name": "As it was"}, None]


@pytest.mark.usefixtures("newer")
def test_without_a_copy_there_is_no_migration(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr("os.mkdir", refuse(28))
        with pytest.raises(DiskRefused):
            LogbookDatabase(old).table("activities").put({"id": "new"})
    assert old.read_bytes() == before


def test_the_older_program_refuses_what_the_newer_wrote(old: Path, request: pytest.FixtureRequest) -> None:
    with pytest.MonkeyPatch.context() as later:
        later.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, lambda tables: tables))
        LogbookDatabase(old).table("activities").put({"id": "new"})
    written = old.read_bytes()
    with pytest.raises(LogbookTooNew):
        LogbookDatabase(old).table("activities").put({"id": "older"})
    assert old.read_bytes() == written
