"""Nobody sees a change before it is made, or changes what others see."""

from copy import deepcopy
from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest
from tinydb import where

from ceulog.storage.database import LogbookDatabase


def test_inside_one_sees_what_one_did_and_others_do_not(database: LogbookDatabase, path: Path) -> None:
    other, seen = LogbookDatabase(path), []
    with database.transaction():
        for identifier in "cd":
            database.table("activities").put({"id": identifier})
        database.table("activities").drop("a")
        assert [each["id"] for each in database.table("activities")] == ["b", "c", "d"]
        assert list(database.storage.tables()["activities"]) == ["2", "3", "4"]
        assert len(other.table("activities")) == 2
        thread = Thread(target=lambda: seen.append(len(database.table("activities").all())))
        thread.start()
        thread.join()
        assert seen == [2]
        assert database.table("activities").get_by_id("a") is None
    assert len(other.table("activities")) == 3
    assert other.table("activities").get_by_id("c") == {"id": "c"}


def test_what_was_looked_at_inside_one_stays_as_it_was(database: LogbookDatabase) -> None:
    with database.transaction():
        before = database.storage.tables()
        database.table("activities").put({"id": "c"})
        assert [*before["activities"]] == ["1", "2"]


def test_nothing_that_is_cached_can_be_changed_from_outside(database: LogbookDatabase, path: Path) -> None:
    table, storage = database.table("activities"), database.storage
    expected = {each.doc_id: deepcopy(dict(each)) for each in table.all()}

    def spoil(document: Any) -> None:
        document["title"] = "spoilt"
        document["approved_for"].append("spoilt")

    for inside in (False, True):
        for document in [
            *table.all(), *table, *table.search(where("id") == "a"), table.get(doc_id=1), table.get_by_id("a"),
            table.get(where("id") == "a"), *table.get(doc_ids=[1, 2]), *(storage.read() or {})["activities"].values(),
        ]:  # fmt: skip
            spoil(document)
        read = storage.read() or {}
        read["activities"].clear()
        read.clear()
        assert {each.doc_id: dict(each) for each in table.all()} == expected
        if not inside:
            with database.transaction():
                spoil(table.get_by_id("a"))
                spoil((storage.read() or {})["activities"]["1"])
    for view in (storage.tables(), storage.tables()["activities"]):
        with pytest.raises(TypeError):
            view["9"] = {}  # type: ignore[index]
    given: dict[str, Any] = {"id": "c", "approved_for": []}
    table.put(given)
    given["approved_for"].append("spoilt")
    assert table.get_by_id("c") == {"id": "c", "approved_for": []}
    assert LogbookDatabase(path).table("activities").get_by_id("c") == {"id": "c", "approved_for": []}


def test_threads_write_and_look_at_once(path: Path) -> None:
    database, stop, faults = LogbookDatabase(path, wait_seconds=30), Event(), []

    def write(mark: int) -> None:
        for number in range(15):
            with database.transaction():
                database.table("activities").put({"id": f"{mark}-{number}"})
                database.table("changes").insert({"mark": mark})

    def look() -> None:
        while not stop.is_set():
            tables = database.storage.tables()
            if len(tables.get("activities", ())) != len(tables.get("changes", ())):
                faults.append(tables)

    writers, looker = [Thread(target=write, args=(mark,)) for mark in range(4)], Thread(target=look)
    for thread in (looker, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    stop.set()
    looker.join()
    assert faults == []
    assert database.storage.generation == 60
    assert len(LogbookDatabase(path).table("activities")) == 60
