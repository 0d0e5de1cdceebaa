"""Whatever is put in comes back, through any handle, in any order of doings."""

import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tinydb import TinyDB

from ceulog.storage.database import LogbookDatabase
from ceulog.storage.layout import NOTHING, decode, encode
from tests.effort import tries

TEXTS = st.text(st.characters(), max_size=12)  # lone surrogates, NULs and quotes included
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
DOCUMENTS = st.dictionaries(TEXTS, VALUES, max_size=5)
NUMBERS = st.integers(1, 10**18 - 1).map(str)
NAMES = st.sampled_from(["activities", "changes", "meta", "_default"]) | TEXTS
TABLES = st.dictionaries(NAMES, st.dictionaries(NUMBERS, DOCUMENTS, max_size=4), max_size=4)


def without_log(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    meta = {key: each for key, each in tables.get("meta", {}).items() if each.get("id") != "log"}
    return {name: table for name, table in tables.items() if name != "meta"} | ({"meta": meta} if meta else {})


@given(TABLES)
@settings(max_examples=tries(150, 500))
def test_tables_come_back(tables: dict[str, dict[str, Any]]) -> None:
    data, contents = encode(tables, NOTHING)
    assert data.isascii()
    assert decode(data, "f") == contents
    assert contents.sealed
    assert without_log(json.loads(data)) == without_log(tables)


@given(DOCUMENTS)
@settings(max_examples=tries(30, 100), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_documents_come_back_through_the_file(tmp_path: Path, document: dict[str, Any]) -> None:
    document = {**document, "id": "x"}
    path = tmp_path / "logbook.json"
    LogbookDatabase(path).table("activities").put(document)
    assert LogbookDatabase(path).table("activities").get_by_id("x") == document
    with TinyDB(path) as plain:
        assert plain.table("activities").all() == [document]


class TwoHandles(RuleBasedStateMachine):
    """Two handles and plain TinyDB on one file, against a dict."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "logbook.json"
        self.handles = [LogbookDatabase(self.path), LogbookDatabase(self.path)]
        self.model: dict[str, dict[str, Any]] = {}
        self.loose = 0

    @rule(who=st.integers(0, 1), key=st.sampled_from("abcdef"), document=DOCUMENTS)
    def put(self, who: int, key: str, document: dict[str, Any]) -> None:
        self.model[key] = {**document, "id": key}
        self.handles[who].table("activities").put(self.model[key])

    @rule(who=st.integers(0, 1), key=st.sampled_from("abcdef"))
    def drop(self, who: int, key: str) -> None:
        there = self.model.pop(key, None) is not None
        assert self.handles[who].table("activities").drop(key) is there

    @rule(who=st.integers(0, 1), value=VALUES)
    def update(self, who: int, value: Any) -> None:
        for document in self.model.values():
            document["value"] = value
        self.handles[who].table("activities").update({"value": value})

    @rule(who=st.integers(0, 1), keys=st.lists(st.sampled_from("abcdef"), max_size=3))
    def give_up(self, who: int, keys: list[str]) -> None:
        def work() -> None:
            for key in keys:
                self.handles[who].table("activities").put({"id": key, "given": "up"})
                self.handles[who].table("changes").insert({"of": key})
            raise LookupError

        with pytest.raises(LookupError), self.handles[who].transaction():
            work()

    @rule(indent=st.sampled_from([None, 1]))
    def another_program_inserts(self, indent: int | None) -> None:
        if self.path.exists():
            with TinyDB(self.path, indent=indent) as plain:
                plain.insert({"loose": True})
            self.loose += 1

    @invariant()
    def all_agree(self) -> None:
        for handle in (*self.handles, LogbookDatabase(self.path)):
            found = {each["id"]: dict(each) for each in handle.table("activities")}
            assert found == self.model
            assert len(handle) == self.loose
            for key in "abcdef":
                assert handle.table("activities").get_by_id(key) == self.model.get(key)

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()


TestTwoHandles = TwoHandles.TestCase
TestTwoHandles.settings = settings(max_examples=tries(12, 60), stateful_step_count=15, deadline=None)
