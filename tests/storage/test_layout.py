"""The bytes of a logbook file: sealed, read back, and refused when they are none."""

import json
import zlib
from typing import Any

import pytest

from ceulog.storage.errors import LogbookDamaged, LogbookTooNew
from ceulog.storage.layout import NOTHING, Contents, decode, encode
from ceulog.storage.migrations import newest_schema
from ceulog.storage.stored import Stored
from ceulog.storage.values import Tables


def tables() -> Tables:
    return {
        "activities": {"1": {"id": "a", "title": "Übung 循環"}, "3": {"id": "b", "half": 0.5}},
        "meta": {"2": {"id": "holder", "name": "N"}},
        "changes": {},
    }


def written(before: Contents = NOTHING) -> bytes:
    return encode(tables(), before)[0]


def test_the_bytes_are_what_the_contract_says() -> None:
    data = written()
    start = (
        rb'{"activities":{"1":{"id":"a","title":"\u00dcbung \u5faa\u74b0"},"3":{"id":"b","half":0.5}},'
        rb'"changes":{},"meta":{"2":{"id":"holder","name":"N"},"1":'
    )
    crc = f"{zlib.crc32(start):08x}"
    assert data == start + b'{"id":"log","schema":%d,"generation":1,"count":2,"checksum":"crc32:%s"}}}' % (
        newest_schema(), crc.encode(),
    )  # fmt: skip


def test_what_is_written_is_what_is_read() -> None:
    data, contents = encode(tables(), NOTHING)
    assert decode(data, "f") == contents
    assert contents.sealed
    assert contents.generation == 1
    again, later = encode(contents.tables, contents)
    assert later.generation == 2
    assert decode(again, "f") == later
    assert encode({}, NOTHING)[0].startswith(b'{"meta":{"1":{"id":"log",')


def test_only_new_documents_are_put_into_words() -> None:
    known = Stored(b"SENTINEL")  # shows whether the known text is used
    data, later = encode({"activities": {"1": known, "3": {"id": "b"}}}, NOTHING)
    assert b'{"activities":{"1":SENTINEL,"3":{"id":"b"}}' in data
    assert later.tables["activities"]["1"] is known
    again, _ = encode(later.tables | {"activities": {"1": known, "3": {"id": "c"}}}, later)
    assert b'{"activities":{"1":SENTINEL,"3":{"id":"c"}}' in again


def test_fields_of_the_log_that_we_do_not_know_stay() -> None:
    document = {"id": "log", "schema": newest_schema(), "generation": 4, "origin": {"id": "log"}}
    contents = decode(json.dumps({"meta": {"5": document}}).encode(), "f")
    data, later = encode(contents.tables, contents)
    assert later.log == {**document, "generation": 5, "count": 0, "checksum": later.log["checksum"]}
    assert decode(data, "f").sealed


def test_one_log_document_remains_of_several() -> None:
    data = json.dumps({"meta": {str(n): {"id": "log", "schema": 1, "generation": n} for n in (1, 10, 9)}}).encode()
    contents = decode(data, "f")
    assert contents.generation == 9  # the last one
    assert list(encode(contents.tables, contents)[1].tables["meta"]) == ["10"]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.replace(b'"half"', b'"hulf"'),
        lambda data: data + b"\n",
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: json.dumps(json.loads(data)).encode(),
        lambda data: json.dumps(json.loads(data), indent=2).replace("\n", "\r\n").encode("utf-8"),
        lambda data: json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode(),
        lambda data: data[:-1] + b',"_default":{"1":{"a":1}}}',
        lambda data: data.replace(b'"generation":1', b'"generation":"x"'),
        lambda data: data.replace(b'"generation":1', b'"generation":0'),
    ],
)
def test_what_another_program_made_of_it_is_read_and_known(change: Any) -> None:
    data = change(written())
    contents = decode(data, "f")
    assert not contents.sealed
    assert contents.tables["activities"]["1"]["title"] == "Übung 循環"
    again, later = encode(contents.tables, contents)
    assert decode(again, "f") == later
    assert decode(again, "f").sealed


def test_a_file_without_a_log_document_is_schema_one() -> None:
    contents = decode(b'{"activities": {"1": {"title": "t"}}}', "f")
    assert (contents.generation, contents.sealed, contents.log) == (0, False, {})


def test_a_log_document_elsewhere_is_none() -> None:
    for text in (
        '{"other":{"1":{"id":"log","schema":9}}}',
        '{"meta":{"1":{"id":"x","was":{"id":"log","schema":9}}}}',
        '{"meta":{"1":{"id":"x","was":"{\\"id\\":\\"log\\",\\"schema\\":9}"}}}',
    ):
        assert decode(text.encode(), "f").log == {}


def sealed_by_another(schema: Any) -> bytes:
    start = b'{"meta":{"1":'
    log = {"id": "log", "schema": schema, "generation": 1, "count": 0, "checksum": f"crc32:{zlib.crc32(start):08x}"}
    return start + json.dumps(log, separators=(",", ":")).encode() + b"}}"


def test_a_newer_schema_is_refused_whatever_else_it_holds() -> None:
    newer = [
        sealed_by_another(99),
        b'{"meta": {"1": {"id": "log", "schema": 99}}, "lists": [1, 2]}',
        b'{"meta": {"x": {"id": "log", "schema": 99, "checksum": "sha256:00"}}}',
    ]
    for data in newer:
        with pytest.raises(LogbookTooNew, match="schema 99"):
            decode(data, "f")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is empty"), (b" \r\n", "it is empty"), (b"\xef\xbb\xbf", "it is empty"),
        (b'{"\xff"', "byte 2 is not UTF-8 text"),
        (b'{\n"a":', "it breaks off or goes wrong in line 2, column 5"),
        (b"[]", "it does not hold tables"), (b'{"a": 1}', "'a' is not a table"),
        (b'{"a": {"x": {}}}', "'x' in 'a' is not the number of a document"),
        (b'{"a": {"1": 2}}', "document 1 in 'a' is not a document"),
        (b'{"a": {"1": {}, "2": {}, "1": {}}}', "'1' stands twice in one place"),
        (b'{"a": {"1": {"b": 1, "c": 1, "c": 1}}}', "'c' stands twice in one place"),
        (b'{"a": {"1": {"": 1, "": 1}}}', "'' stands twice in one place"),
        (b'{"a": {"1": {"b": NaN}}}', "NaN is not a number"),
        (b'{"a": {"1": {"b": 1e999}}}', "document 1 in 'a': inf is not a number that can be stored"),
        (b'{"a": {"1": {"b": %s}}}' % (b"9" * 4301), "a number has 4301 digits"),
        (b'{"%s": 1}' % (b"x" * 38), f"{'x' * 38!r} is not a table"),
        (b'{"%s": 1}' % (b"x" * 39), f"'{'x' * 39}… is not a table"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_place(data: bytes, why: str) -> None:
    with pytest.raises(LogbookDamaged) as refused:
        decode(data, "f")
    assert refused.value.why == why


@pytest.mark.parametrize("schema", [0, -1, "1", 1.0, True, None, [1]])
def test_a_schema_that_is_none_is_damage(schema: Any) -> None:
    with pytest.raises(LogbookDamaged, match="schema"):
        decode(sealed_by_another(schema), "f")


def test_every_single_lost_or_changed_byte_is_noticed() -> None:
    data = written()
    generation = data.index(b'"generation":') + len(b'"generation":')
    for position in range(len(data)):
        for new in (b"", b"7", b" "):
            damaged = data[:position] + new + data[position + 1 :]
            if damaged == data or (position == generation and new == b"7"):
                continue  # the generation is beside the checksum
            try:
                assert not decode(damaged, "f").sealed, damaged
            except (LogbookDamaged, LogbookTooNew):
                continue


def test_no_cut_file_is_taken_for_whole() -> None:
    data = written()
    for length in range(len(data)):
        with pytest.raises(LogbookDamaged):
            decode(data[:length], "f")
