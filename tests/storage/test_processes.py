"""Programs that write to one logbook at the same time lose nothing."""

from pathlib import Path

import pytest

from ceulog.storage.database import LogbookDatabase

from .children import child, said, say

EACH = 150


@pytest.mark.parametrize("style", ["long", "short"])
def test_two_programs_insert_at_once(path: Path, style: str) -> None:
    with child("insert", path, "one", EACH, style) as one, child("insert", path, "two", EACH, style) as two:
        assert [said(one), said(two)] == ["ready", "ready"]
        say(one)
        say(two)
        assert [said(one), said(two)] == ["done", "done"]
    database = LogbookDatabase(path)
    expected = {f"{mark}-{number}" for mark in ("one", "two") for number in range(EACH)}
    assert {each["id"] for each in database.table("activities")} == expected
    assert len(database.table("activities")) == len(database.table("changes")) == 2 * EACH
    assert [each.doc_id for each in database.table("changes")] == list(range(1, 2 * EACH + 1))
    assert (database.storage.generation, database.storage.edited_elsewhere) == (2 * EACH, False)
