"""TinyDB as the logbook uses it, beside plain TinyDB."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import add
from tinydb.table import Document

from ceulog.storage import database as module
from ceulog.storage.database import LogbookDatabase, LogTable


@pytest.fixture
def table(database: LogbookDatabase) -> LogTable:
    return database.table("activities")


def ids(table: LogTable) -> list[str]:
    return [each["id"] for each in table]


def test_the_names_of_the_tables() -> None:
    names = [module.MEMBERSHIPS, module.CREDENTIALS, module.ACTIVITIES, module.TICKS, module.CHANGES, module.META]
    assert names == ["memberships", "credentials", "activities", "ticks", "changes", "meta"]


def test_put_adds_and_replaces_in_place(table: LogTable) -> None:
    table.put({"id": "c"})
    table.put({"id": "a", "new": 1})
    assert ids(table) == ["a", "b", "c"]
    found = table.get_by_id("a")
    assert found == {"id": "a", "new": 1}
    assert found is not None
    assert found.doc_id == 1
    with pytest.raises(ValueError, match="needs an id"):
        table.put({"title": "nobody could find it again"})
    with pytest.raises(TypeError):
        table.put({"id": "d", "when": object()})
    assert ids(table) == ["a", "b", "c"]


def test_drop_says_whether_there_was_something(table: LogTable) -> None:
    assert [table.drop("a"), table.drop("a"), table.drop("x")] == [True, False, False]
    assert table.get_by_id("a") is None
    assert ids(table) == ["b"]


def test_two_handles_take_turns(path: Path) -> None:
    one, two = LogbookDatabase(path), LogbookDatabase(path)
    numbers = [handle.table("activities").insert({"n": n}) for n in range(5) for handle in (one, two)]
    assert numbers == list(range(1, 11))
    one.table("activities").put({"id": "x"})
    two.table("activities").put({"id": "x", "by": "two"})
    assert one.table("activities").get_by_id("x") == {"id": "x", "by": "two"}
    assert len(two.table("activities")) == 11


def test_a_search_is_never_stale(path: Path) -> None:
    one, two = (LogbookDatabase(path).table("activities") for _ in range(2))
    query = where("id") == "x"
    assert one.search(query) == []
    two.put({"id": "x"})
    assert one.search(query) == [{"id": "x"}]
    one.search(query)[0]["id"] = "spoilt"
    assert one.search(query) == [{"id": "x"}]
    assert two.count(query) == 1
    assert two.contains(query)


def test_inserts_with_and_without_numbers(table: LogTable) -> None:
    assert table.insert_multiple([Document({"id": "x"}, 7), {"id": "y"}]) == [7, 8]
    assert table.insert_multiple([{"id": "z"}, Document({"id": "w"}, 20)]) == [21, 20]
    assert table.insert(Document({}, 3)) == 3
    assert table.insert_multiple([]) == []
    for documents in ([{"id": "q"}, Document({}, 3)], [{"id": "q"}, "no mapping"]):
        with pytest.raises(ValueError, match=r"already exists|not a Mapping"):
            table.insert_multiple(documents)  # type: ignore[arg-type]
    assert not table.contains(where("id") == "q")
    found = table.get_by_id("x")
    assert found is not None
    assert found.doc_id == 7


def test_update_upsert_remove_truncate(table: LogTable, database: LogbookDatabase, path: Path) -> None:
    shared: list[str] = []
    assert table.update({"tags": shared}) == [1, 2]
    shared.append("spoilt")
    one_more: Any = ["x"]
    assert table.update(add("tags", one_more), where("id") == "a") == [1]  # which changes the list in place
    assert table.update({"seen": True}, doc_ids=[2, 99]) == [2]
    assert [each["tags"] for each in table] == [["x"], []]
    updates: Iterator[Any] = iter([({"n": 1}, where("id") == "a"), ({"n": 2}, where("id") == "b")])
    assert table.update_multiple(updates) == [1, 2]
    assert [each["n"] for each in table] == [1, 2]
    assert table.upsert({"id": "b", "n": 3}, where("id") == "b") == [2]
    assert table.upsert({"id": "c", "n": 4}, where("id") == "c") == [3]
    assert table.upsert(Document({"n": 5}, 3)) == [3]
    assert table.upsert(Document({"id": "d"}, 9)) == [9]
    fresh = LogbookDatabase(path).table("activities")
    assert [each.get("n") for each in fresh] == [1, 3, 5, None]
    assert table.remove(where("n") == 5) == [3]
    assert table.remove(doc_ids=[9, 99]) == [9]
    assert ids(table) == ["a", "b"]
    generation = database.storage.generation
    table.update({"n": 1}, where("id") == "a")  # as it is already
    table.remove(where("id") == "nobody")
    assert database.storage.generation == generation
    table.update({"n": 1.0}, where("id") == "a")  # another kind of number is another value
    assert database.storage.generation == generation + 1
    table.truncate()
    assert len(table) == 0
    assert LogbookDatabase(path).table("activities").insert({}) == 1


def test_a_failing_update_changes_nothing(table: LogTable, path: Path) -> None:
    data = path.read_bytes()

    def spoil(document: Any) -> None:
        document["approved_for"].clear()
        if document["id"] == "b":
            raise RuntimeError("in the middle")

    with pytest.raises(RuntimeError):
        table.update(spoil)
    for refused in ({"when": object()}, {"ceus": float("nan")}):
        with pytest.raises((TypeError, ValueError)):
            table.update(refused)
        with pytest.raises((TypeError, ValueError)):
            table.insert(refused)
    assert path.read_bytes() == data
    assert [each["approved_for"] for each in table] == [["CPC"], ["CPC"]]


def test_tables_come_and_go(database: LogbookDatabase) -> None:
    assert bool(database)
    assert bool(LogbookDatabase("nowhere/logbook.json"))
    assert database.tables() == {"activities", "meta"}
    database.table("ticks", persist_empty=True)
    assert database.tables() == {"activities", "meta", "ticks"}
    database.drop_table("activities")
    database.drop_table("activities")
    assert database.tables() == {"meta", "ticks"}
    generation = database.storage.generation
    database.drop_tables()
    assert database.tables() == {"meta"}
    assert database.storage.generation == generation + 1
    assert database.table("activities").insert({"id": "x"}) == 1
    with database:
        assert "LogTable" in repr(database.table("activities"))
    assert database.insert({"default": True}) == 1


def test_one_may_insert_while_going_through(table: LogTable, database: LogbookDatabase) -> None:
    with database.transaction():
        for each in table:
            table.insert({"id": each["id"] + "2"})
    assert ids(table) == ["a", "b", "a2", "b2"]


def test_plain_tinydb_opens_reads_and_inserts(database: LogbookDatabase, path: Path) -> None:
    with TinyDB(path) as plain:
        assert plain.tables() == {"activities", "meta"}
        assert [each["id"] for each in plain.table("activities").all()] == ["a", "b"]
        assert plain.table("activities").insert({"id": "plain", "title": "Übung"}) == 3
        plain.insert({"in": "a table behind meta"})
        plain.table("meta").insert({"id": "a document behind the log's"})
    assert database.storage.edited_elsewhere
    assert LogbookDatabase(path).storage.edited_elsewhere
    assert database.table("activities").get_by_id("plain") == {"id": "plain", "title": "Übung"}
    assert database.storage.generation == 1
    database.table("changes").put({"id": "ours"})
    fresh = LogbookDatabase(path)
    assert (fresh.storage.generation, fresh.storage.edited_elsewhere, database.storage.edited_elsewhere) == (
        2,
        False,
        False,
    )
    text = path.read_text("ascii")
    assert list(json.loads(text)) == ["activities", "_default", "changes", "meta"]
    assert '"generation":2,"count":3,"checksum":"crc32:' in text[-70:]
    assert [each.get("id") for each in fresh.table("meta")] == ["a document behind the log's", "log"]
    assert fresh.all() == [{"in": "a table behind meta"}]


def test_a_file_that_plain_tinydb_made(path: Path) -> None:
    path.parent.mkdir()
    with TinyDB(path, indent=4) as plain:
        plain.table("activities").insert({"id": "a"})
    database = LogbookDatabase(path)
    assert (database.storage.generation, database.storage.edited_elsewhere) == (0, True)
    database.table("activities").put({"id": "b"})
    assert (database.storage.generation, database.storage.edited_elsewhere) == (1, False)
    with TinyDB(path) as plain:
        assert [each["id"] for each in plain.table("activities")] == ["a", "b"]


def test_both_programs_open_at_once(database: LogbookDatabase, path: Path) -> None:
    """Plain TinyDB keeps the file open and writes in place: after our replacing it, it must open it again."""
    for turn in range(3):
        with TinyDB(path) as plain:
            plain.table("activities").insert({"id": f"plain {turn}"})
        database.table("activities").put({"id": f"ours {turn}"})
    assert len(LogbookDatabase(path).table("activities")) == 8


def test_meta_is_a_table_like_others(path: Path) -> None:
    database = LogbookDatabase(path)
    meta = database.table("meta")
    for number in range(3):
        meta.put({"id": f"setting {number}"})
        log = meta.get_by_id("log")
        assert log is not None
        assert log["generation"] == database.storage.generation == number + 1
    meta.put({"id": "log", "schema": 99})  # the log's own document is ours to write
    meta.drop("log")
    fresh = LogbookDatabase(path)
    assert [each["id"] for each in fresh.table("meta")] == ["setting 0", "setting 1", "setting 2", "log"]
    assert (fresh.storage.generation, fresh.storage.edited_elsewhere) == (5, False)
