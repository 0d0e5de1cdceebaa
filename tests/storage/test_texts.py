"""The text that a document has in its file is found only where it is certain."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.storage import stored
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.layout import ACTIVITIES, NOTHING, Contents, decode, encode
from ceulog.storage.texts import find_texts
from tests.storage.test_quick import sealed
from tests.storage.test_round_trip import DOCUMENTS, NUMBERS, TABLES

NESTED: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.sampled_from(["1", "-2", "x"]), st.just({}) | st.dictionaries(NUMBERS, st.just({}))
)
ODD = st.dictionaries(NUMBERS, NESTED | DOCUMENTS | st.just({"t": '{"a":{},"2":{'}), max_size=4)


def known(contents: Contents) -> list[bytes | None]:
    """The texts of the activities as far as they are known."""
    return [bytes(each._text) if each._text else None for each in contents.tables.get(ACTIVITIES, {}).values()]


@given(TABLES, ODD)
def test_what_is_found_is_what_would_be_written(tables: dict[str, dict[str, Any]], activities: dict[str, Any]) -> None:
    data, _ = encode(tables | {"activities": activities}, NOTHING)
    contents = decode(data, "f")
    find_texts(data, contents)
    found = known(contents)
    written = [json.dumps(each, separators=(",", ":")).encode() for each in activities.values()]
    assert found in (written, [None] * len(written))
    assert encode(contents.tables, NOTHING)[0] == data


@pytest.mark.parametrize("number", [1, 2, 3])
def test_it_is_found_of_ordinary_entries(number: int) -> None:
    tables = {"activities": {str(n): {"id": f"a{n}", "credits": {"AAPC": "1"}} for n in range(number)}, "changes": {}}
    data, _ = encode(tables, NOTHING)
    contents = decode(data, "f")
    find_texts(data, contents)
    assert all(known(contents))


@pytest.mark.parametrize(
    "body",
    [
        b'{"1":{"id":"a"}, "2":{"id":"b"}}', b'{"1":{"x":{},"2":{}},"2":{"id":"b"}}',
        b'{"1":{"id":"a"},"1":{"id":"b"}}', b'{"1":{"activities":{"1":{}}},"2":{"id":"b"}}',
        b'{"1":{"x":{"y":{}},"meta":{"1":{}}},"2":{"id":"b"}}', b'{"1":{"id":"a"},"2":{"x":{"y":{}},"meta":{}}}',
    ],
)  # fmt: skip
def test_where_it_is_not_certain_none_is(body: bytes) -> None:
    data = sealed(body, len(json.loads(body)))
    contents = decode(data, "f")
    assert contents.sealed
    find_texts(data, contents)
    texts = known(contents)
    values = [each.plain for each in contents.tables[ACTIVITIES].values()]
    assert all(text is None or json.loads(text) == value for text, value in zip(texts, values, strict=True))
    assert not all(texts)


def test_nothing_is_found_where_another_program_wrote() -> None:
    data, _ = encode({"activities": {"1": {"id": "a"}}, "changes": {}}, NOTHING)
    spaced = json.dumps(json.loads(data), separators=(",", ":")).encode() + b"\n"
    contents = decode(spaced, "f")
    assert not contents.sealed
    find_texts(spaced, contents)
    assert known(contents) == [None]


def test_a_save_words_only_what_is_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "logbook.json"
    LogbookDatabase(path).table("activities").insert_multiple([{"id": f"a{n}"} for n in range(9)])
    database = LogbookDatabase(path)
    worded: list[str] = []
    to_json = stored.to_json

    def take_note(document: Any) -> str:
        worded.append(document["id"])
        return to_json(document)

    monkeypatch.setattr(stored, "to_json", take_note)
    database.table("activities").put({"id": "a4", "title": "new"})
    assert worded == ["a4"]
    assert decode(path.read_bytes(), path).sealed
