"""What stays in the history of changes, and what leaves it."""

import pytest

from ceulog.logbook.history import (
    MOST_DOCUMENTS,
    MOST_RECORDS,
    ChangeRecord,
    OtherState,
    from_document,
    next_redo,
    next_undo,
    readable,
    superseded,
    to_document,
)


def record(number: int, documents: int = 1, *, undone: bool = False) -> ChangeRecord:
    others = tuple(OtherState("activities", f"{number}-{each}", None) for each in range(documents))
    return ChangeRecord(str(number), "2026-11-23", f"change {number}", others, undone)


def test_a_record_is_stored_and_read_back() -> None:
    whole = record(1)._replace(others=(OtherState("activities", "a", {"id": "a", "mine": [1]}),))
    assert from_document(to_document(whole)) == whole


WHOLE = {"id": "1", "on": "x", "label": "x", "undone": 0}
OTHER = {"table": "activities", "id": "a", "document": None}


@pytest.mark.parametrize("junk", [
    {}, {"id": 1}, {**WHOLE, "others": None}, {**WHOLE, "others": [{**OTHER, "document": 5}]},
    {**WHOLE, "others": [{**OTHER, "document": "text"}]}, {**WHOLE, "others": [{**OTHER, "table": ["activities"]}]},
    {**WHOLE, "others": [{**OTHER, "id": 7}]},
])  # fmt: skip
def test_what_cannot_be_read_is_passed_over(junk: dict[str, object]) -> None:
    assert readable([junk, to_document(record(2))]) == [record(2)]


def test_undo_takes_the_newest_that_stands_and_redo_the_oldest_undone() -> None:
    records = [record(1), record(2), record(3, undone=True), record(4, undone=True)]
    assert next_undo(records) == record(2)
    assert next_redo(records) == record(3, undone=True)
    assert next_undo([]) is None
    assert next_redo(records[:2]) is None


def test_what_was_undone_leaves_with_the_next_change() -> None:
    assert superseded([record(1), record(2, undone=True)], 1) == [record(2, undone=True)]


def test_the_oldest_leave_beyond_the_bounds() -> None:
    records = [record(number) for number in range(MOST_RECORDS + 5)]
    gone = superseded(records, 1)
    assert {each.id for each in gone} == {str(number) for number in range(6)}
    assert superseded([record(1, MOST_DOCUMENTS - 5), record(2, 4)], 2) == [record(1, MOST_DOCUMENTS - 5)]
    assert superseded([], MOST_DOCUMENTS * 2) == []
