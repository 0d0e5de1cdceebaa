"""A long log that is read from its texts is what it is when it is read from its values."""

import json
import zlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.records import Unfit, from_plain, to_plain
from ceulog.storage import layout
from ceulog.storage.database import LogbookDatabase
from ceulog.storage.documents import state_of
from ceulog.storage.errors import LogbookDamaged
from ceulog.storage.layout import NOTHING, Contents, decode, encode
from ceulog.storage.quick import all_from_texts
from ceulog.storage.stored import Stored, id_of
from tests.builders import an_activity
from tests.domain.test_columns import documents
from tests.storage.test_round_trip import TABLES

TEXTS, VALUES = 0, 1 << 30
"""Bytes from which on a file is long: every file is, or none."""


def read(data: bytes, long_from: int) -> Contents:
    """What bytes hold, read from texts or from values."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout, "LONG", long_from)
        return decode(data, "f")


def both_ways(data: bytes) -> tuple[Contents, Contents]:
    """What bytes hold, read from texts and from values."""
    return read(data, TEXTS), read(data, VALUES)


def refused(data: bytes, long_from: int) -> bool:
    """Whether bytes are said to be damaged, at the latest when they become records."""
    try:
        state_of(read(data, long_from).tables)
    except LogbookDamaged:
        return True
    return False


def sealed(body: bytes, count: int) -> bytes:
    """A file with our seal, whoever made the documents."""
    start = b'{"activities":' + body + b',"meta":{"1":'
    log = {"id": "log", "schema": 1, "generation": 1, "count": count, "checksum": f"crc32:{zlib.crc32(start):08x}"}
    return start + json.dumps(log, separators=(",", ":")).encode() + b"}}"


@given(documents)
def test_texts_read_what_one_by_one_reads(found: list[dict[str, Any]]) -> None:
    try:
        together = all_from_texts(Activity, [json.dumps(each).encode() for each in found])
    except Unfit:
        return
    alone = [from_plain(Activity, each) for each in found]
    assert together == alone
    assert [[type(value) for value in each] for each in together] == [[type(value) for value in each] for each in alone]


@pytest.mark.parametrize("number", [0, 1, 2, 700])
def test_what_we_write_ourselves_is_never_refused(number: int) -> None:
    found = [an_activity("1.5", id=f"a{n}", at="AAPC AHIMA", approved_for="CPC", notes="Ü 循環") for n in range(number)]
    texts = [json.dumps(to_plain(each)).encode() for each in found]
    read = all_from_texts(Activity, texts)
    assert read == found
    assert len({id(each.credits) for each in read}) <= 1  # equal ones are the very same


@given(TABLES)
def test_tables_are_the_same_both_ways(tables: dict[str, dict[str, Any]]) -> None:
    data, _ = encode(tables, NOTHING)
    quick, slow = both_ways(data)
    assert quick == slow
    assert encode(quick.tables, quick) == encode(slow.tables, slow)
    assert [*map(id_of, quick.tables.get("activities", {}).values())] == [
        each.get("id") for each in slow.tables.get("activities", {}).values()
    ]


@given(documents, st.integers(0, 1000))
def test_the_state_is_the_same_both_ways(found: list[dict[str, Any]], filling: int) -> None:
    good = [to_plain(an_activity(id=f"g{n}")) for n in range(filling)]
    numbered = {str(place + 1): each for place, each in enumerate([*good, *found])}
    quick, slow = both_ways(encode({"activities": numbered}, NOTHING)[0])
    (state, misfits), (state_too, misfits_too) = state_of(quick.tables), state_of(slow.tables)
    assert state.equals(state_too)
    assert misfits == misfits_too


@pytest.mark.parametrize("value", ["1e999", "9" * 4301, "-1e999"])
@pytest.mark.parametrize("field", ["minutes", "unknown", "as_closed"])
def test_a_seal_proves_no_good_will(field: str, value: str) -> None:
    document = json.dumps(to_plain(an_activity()))[:-1] + f', "{field}": {value}}}'
    data = sealed(b'{"1":%s}' % document.encode(), 1)
    assert read(sealed(b"{}", 0), TEXTS).sealed
    assert refused(data, TEXTS)
    assert refused(data, VALUES)


@pytest.mark.parametrize(
    "body",
    [b"[]", b"7", b'{"1":7}', b'{"1":[{}]}', b'{"x":{}}', b'{"1":{}', b'{"1":{"a":NaN}}', b'{"1":{"a":01}}', b'{"1":'],
)
def test_what_is_no_logbook_is_refused_both_ways(body: bytes) -> None:
    data = sealed(body, 1)
    assert refused(data, TEXTS)
    assert refused(data, VALUES)


@pytest.mark.parametrize("document", [b"7", b"[1]", b"null", b'{"id":1e999}', b'{"id":%s}' % (b"9" * 4301)])
def test_an_id_that_cannot_be_is_damage(document: bytes) -> None:
    found = read(sealed(b'{"1":%s}' % document, 1), TEXTS).tables["activities"]["1"]
    with pytest.raises(LogbookDamaged):
        id_of(found)


def test_only_what_is_asked_for_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layout, "LONG", TEXTS)
    path = tmp_path / "logbook.json"
    LogbookDatabase(path).table("activities").insert_multiple([to_plain(an_activity(id=f"a{n}")) for n in range(9)])
    database = LogbookDatabase(path)
    before = database.storage.tables()["activities"]
    state, _ = state_of(database.storage.tables())
    assert len(state.activities) == 9
    database.table("activities").put(to_plain(an_activity(id="a3", title="Another")))
    after = database.storage.tables()["activities"]
    assert [key for key in after if after[key] is not before[key]] == ["4"]
    assert [key for key, each in before.items() if isinstance(each, Stored) and each.unread is None] == ["4"]
    assert decode(path.read_bytes(), path).sealed
    assert LogbookDatabase(path).table("activities").get_by_id("a3") == to_plain(an_activity(id="a3", title="Another"))
