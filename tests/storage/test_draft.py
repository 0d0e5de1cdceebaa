"""What a transaction works on: its own tables, the file as it was."""

import pytest

from ceulog.storage.draft import Draft, TableIndex
from ceulog.storage.stored import Stored
from ceulog.storage.values import Document, Tables

BEFORE: Tables = {"activities": {"1": {"id": "a"}, "5": {"id": "b"}, "6": {"no": "id"}}, "ticks": {}}


def draft() -> Draft:
    return Draft(BEFORE, {})


def test_nothing_done_is_nothing_changed() -> None:
    one = draft()
    one.put("activities", {"id": "a"})
    assert not one.drop("activities", "unknown")
    assert not one.drop("unknown", "a")
    one.insert("unknown", [])
    one.replace("activities", {1: {"id": "a"}, 5: {"id": "b"}, 6: {"no": "id"}})
    one.replace_all({name: {key: dict(each) for key, each in table.items()} for name, table in BEFORE.items()})
    assert not one.changed()
    assert one.tables["activities"]["1"] is BEFORE["activities"]["1"]


def test_there_and_back_is_nothing_changed() -> None:
    one = draft()
    one.put("ticks", {"id": "t"})
    assert one.changed()
    one.drop("ticks", "t")
    assert not one.changed()


def test_what_was_before_stays_as_it_was() -> None:
    one = draft()
    one.put("activities", {"id": "a", "new": True})
    one.put("activities", {"id": "c"})
    one.put("credentials", {"id": "d"})
    one.drop("activities", "b")
    assert one.changed()
    assert one.tables == {
        "activities": {"1": {"id": "a", "new": True}, "6": {"no": "id"}, "7": {"id": "c"}},
        "credentials": {"1": {"id": "d"}},
        "ticks": {},
    }
    assert BEFORE == {"activities": {"1": {"id": "a"}, "5": {"id": "b"}, "6": {"no": "id"}}, "ticks": {}}


@pytest.mark.parametrize("identifier", [None, "", 7, ["a"]])
def test_put_needs_an_id(identifier: object) -> None:
    one = draft()
    with pytest.raises(ValueError, match="needs an id"):
        one.put("activities", {"id": identifier})
    assert not one.changed()


def test_numbers_given_and_free() -> None:
    one = draft()
    assert one.insert("activities", [(None, {}), (10, {}), (None, {"id": "x"})]) == [11, 10, 12]
    assert one.insert("activities", [(None, {})]) == [13]
    one.put("activities", {"id": "x", "found": True})
    assert one.tables["activities"]["12"] == {"id": "x", "found": True}


def test_what_is_appended_is_found_as_if_it_were_put() -> None:
    appended, put = draft(), draft()
    for table in ("activities", "credentials"):
        appended.append(table, {key: Stored(b'{"id":"%b"}' % key.encode()) for key in ("c", "d")})
        for each in ({"id": "c"}, {"id": "d"}):
            put.put(table, each)
    assert appended.changed()
    assert {name: {key: dict(each) for key, each in table.items()} for name, table in appended.tables.items()} == (
        put.tables
    )
    for table in ("activities", "credentials"):
        index, other = appended.index(table), put.index(table)
        assert (index.keys, index.next_id, index.repeated) == (other.keys, other.next_id, other.repeated)
        assert appended.drop(table, "c")
    assert "7" not in appended.tables["activities"]
    assert "7" not in BEFORE["activities"]


def test_an_insert_is_all_or_nothing() -> None:
    one = draft()
    refused: list[list[tuple[int | None, Document]]] = [
        [(None, {}), (5, {})], [(9, {}), (9, {})], [(None, {}), (10**60, {})],
    ]  # fmt: skip
    for pairs in refused:
        with pytest.raises(ValueError, match=r"already exists|number of a document"):
            one.insert("activities", pairs)
    assert not one.changed()
    assert one.insert("activities", [(None, {})]) == [7]


def test_an_id_that_another_program_used_twice() -> None:
    one = Draft({"activities": {"1": {"id": "a", "n": 1}, "2": {"id": "a", "n": 2}}}, {})
    one.put("activities", {"id": "a", "n": 3})
    assert one.tables["activities"] == {"1": {"id": "a", "n": 3}, "2": {"id": "a", "n": 2}}
    assert one.drop("activities", "a")
    assert one.drop("activities", "a")
    assert not one.drop("activities", "a")
    assert one.tables["activities"] == {}


def test_indexes_of_before_are_used_and_not_changed() -> None:
    index = TableIndex.of(BEFORE["activities"])
    assert (index.keys, index.next_id, index.repeated) == ({"a": "1", "b": "5"}, 7, False)
    one = Draft(BEFORE, {"activities": index})
    one.put("activities", {"id": "c"})
    one.drop("activities", "a")
    assert (index.keys, index.next_id) == ({"a": "1", "b": "5"}, 7)
    after = one.indexes_after()["activities"]
    assert (after.keys, after.next_id) == ({"b": "5", "c": "7"}, 8)
    one.replace("activities", {})
    assert "activities" not in one.indexes_after()


@pytest.mark.parametrize("key", ["x", "00", "01"])
def test_tables_of_others_are_looked_at(key: str) -> None:
    with pytest.raises(ValueError, match="number of a document"):
        draft().replace_all({"activities": {key: {}}})
