"""Files that are no logbook, or hardly one: none is read as something else, none is touched."""

import json
import time
from pathlib import Path
from zlib import crc32

import pytest

from ceulog.storage.database import LogbookDatabase
from ceulog.storage.errors import LogbookDamaged, LogbookTooNew, LogbookUnreadable

TEXT = '{"activities": {"1": {"title": "Übung", "hours": 1.5}, "2": {"title": "b", "hours": 2}}}'
GOOD = TEXT.encode()

REFUSED = {
    "0 bytes": b"",
    "one newline": b"\n",
    "only a BOM": b"\xef\xbb\xbf",
    "null": b"null",
    "a list": b"[]",
    "a number": b"42",
    "a text": b'"logbook"',
    "truncated in the middle": GOOD[:50],
    "last byte missing": GOOD[:-1],
    "trailing old bytes": GOOD + b" 2}}}",
    "NULs after a power loss": b"\0" * len(GOOD),
    "NUL tail": GOOD + b"\0" * 64,
    "two BOMs": b"\xef\xbb\xbf" * 2 + GOOD,
    "UTF-16": TEXT.encode("utf-16"),
    "UTF-16 without BOM": TEXT.encode("utf-16-le"),
    "UTF-32": TEXT.encode("utf-32"),
    "Latin-1": TEXT.encode("latin-1"),
    "NaN": GOOD.replace(b"1.5", b"NaN"),
    "Infinity": GOOD.replace(b"1.5", b"Infinity"),
    "-Infinity in a list": GOOD.replace(b"1.5", b"[-Infinity]"),
    "1e999": GOOD.replace(b"1.5", b"1e999"),
    "-1e400 deep inside": GOOD.replace(b"1.5", b'{"a": [-1e400]}'),
    "duplicate field": GOOD.replace(b'"hours": 2', b'"hours": 2, "hours": 9'),
    "duplicate field deep inside": GOOD.replace(b"1.5", b'{"a": 1, "a": 2}'),
    "duplicate document id": GOOD.replace(b'"2":', b'"1":'),
    "duplicate table": b'{"activities": {}, "activities": {}}',
    "table is a list": b'{"activities": [{"title": "a"}]}',
    "table is null": b'{"activities": null}',
    "document is a text": b'{"activities": {"1": "oops"}}',
    "document is a list": b'{"activities": {"1": []}}',
    "id not a number": b'{"activities": {"abc": {"title": "a"}}}',
    "id 007": b'{"activities": {"007": {"title": "a"}, "7": {"title": "b"}}}',
    "id 00": b'{"activities": {"00": {}}}',
    "id -0": b'{"activities": {"-0": {}}}',
    "id empty": b'{"activities": {"": {}}}',
    "id of other digits": '{"activities": {"٣": {}}}'.encode(),
    "id of 5000 digits": b'{"activities": {"' + b"9" * 5000 + b'": {}}}',
    "nested 60 deep": b'{"activities": {"1": {"a": ' + b"[" * 60 + b"]" * 60 + b"}}}",
    "nested 5000 deep": b'{"activities": {"1": {"a": ' + b"[" * 5000 + b"]" * 5000 + b"}}}",
    "nested 200000 deep": b"[" * 200_000,
    "number of 5000 digits": GOOD.replace(b"1.5", b"9" * 5000),
    "control character in a text": GOOD.replace(b"title", b"ti\x01tle"),
    "schema is a text": b'{"meta": {"1": {"id": "log", "schema": "one"}}}',
    "ends like a whole one": GOOD[:40] + b'{"id":"log","schema":1,"checksum":"crc32:00000000"}}}',
    "ends in brackets": GOOD[:40] + b'{"id":"log",' + b"[" * 5000 + b"}}}",
}

ACCEPTED = {
    "good": GOOD,
    "no tables": b"{}",
    "empty table": b'{"activities": {}}',
    "UTF-8 BOM": b"\xef\xbb\xbf" + GOOD,
    "lone surrogate, escaped": GOOD.replace("Übung".encode(), b"\\ud800"),
    "CR LF, indented": json.dumps(json.loads(GOOD), indent=2).replace("\n", "\r\n").encode(),
    "nested 40 deep": GOOD.replace(b"1.5", b"[" * 40 + b"]" * 40),
    "a number of 4000 digits": GOOD.replace(b"1.5", b"9" * 4000),
    "large document id": b'{"activities": {"999999999999999": {}}}',
}


@pytest.fixture
def file(path: Path) -> Path:
    path.parent.mkdir()
    return path


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_is_no_logbook_is_refused_each_time_and_untouched(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    database = LogbookDatabase(file)
    for _ in range(2):
        with pytest.raises(LogbookDamaged, match="left untouched"):
            database.storage.read()
        with pytest.raises(LogbookDamaged, match="ceulog rollback") as refusal:
            database.table("activities").put({"id": "new"})
        with pytest.raises(LogbookDamaged):
            database.table("activities").insert({"a": 1})
        assert len(str(refusal.value)) < 400 + len(str(file))
    assert file.read_bytes() == data


@pytest.mark.parametrize("data", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_a_file_of_another_program_is_read_and_keeps_all_it_holds(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    database = LogbookDatabase(file)
    before = database.storage.read() or {}
    assert database.storage.edited_elsewhere
    assert database.storage.generation == 0
    assert file.read_bytes() == data  # reading writes nothing
    database.table("changes").put({"id": "new"})
    fresh = LogbookDatabase(file)
    after = fresh.storage.read() or {}
    assert after.pop("changes") == {"1": {"id": "new"}}
    after.pop("meta")
    assert after == before
    assert not fresh.storage.edited_elsewhere
    assert fresh.storage.generation == 1


def test_a_newer_logbook_is_refused_and_untouched(file: Path) -> None:
    data = b'{"activities":{},"meta":{"1":{"id":"log","schema":99,"generation":1,"count":0,"checksum":"crc32:0"}}}'
    file.write_bytes(data)
    database = LogbookDatabase(file)
    with pytest.raises(LogbookTooNew, match="Update ceulog; nothing was changed"):
        database.storage.tables()
    with pytest.raises(LogbookTooNew):
        database.table("activities").put({"id": "new"})
    with pytest.raises(LogbookTooNew):
        database.drop_tables()
    assert file.read_bytes() == data


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    file.mkdir()
    database = LogbookDatabase(file)
    with pytest.raises(LogbookUnreadable, match="folder"):
        database.storage.tables()
    with pytest.raises(LogbookUnreadable, match="folder"):
        database.table("activities").put({"id": "new"})


def test_it_is_read_again_once_it_is_mended(file: Path) -> None:
    file.write_bytes(GOOD[:-1])
    database = LogbookDatabase(file)
    with pytest.raises(LogbookDamaged):
        database.storage.tables()
    file.write_bytes(GOOD)
    assert len(database.storage.tables()["activities"]) == 2


@pytest.mark.parametrize("value", [b"NaN", b"-Infinity", b"1e400", b"[-1e999]"])
def test_a_seal_proves_no_good_will(file: Path, value: bytes) -> None:
    LogbookDatabase(file).table("activities").put({"id": "a", "hours": "@"})
    start, end = file.read_bytes().replace(b'"@"', value).rsplit(b'{"id":"log",', 1)
    seal = {**json.loads(b'{"id":"log",' + end[:-2]), "checksum": f"crc32:{crc32(start):08x}"}
    file.write_bytes(start + json.dumps(seal, separators=(",", ":")).encode() + b"}}")
    with pytest.raises(LogbookDamaged, match="number"):
        LogbookDatabase(file).storage.tables()


def test_one_name_twice_among_very_many_is_found_at_once(file: Path) -> None:
    fields = ",".join(f'"{number}":1' for number in (*range(50_000), 49_999))
    file.write_text(f'{{"activities": {{"1": {{{fields}}}}}}}')
    started = time.process_time()
    with pytest.raises(LogbookDamaged, match="'49999' stands twice"):
        LogbookDatabase(file).storage.tables()
    assert time.process_time() - started < 2
