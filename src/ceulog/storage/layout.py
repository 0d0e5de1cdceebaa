"""The bytes of `logbook.json`: plain TinyDB JSON that says at its end whether it is whole.

The table `meta` is the file's last, and in it the last document is

    {"id":"log","schema":1,"generation":N,"count":C,"checksum":"crc32:xxxxxxxx"}

where the count is of activities, and the checksum of all the bytes before that document. A file whose end does
not fit was written by another program; it is read with more suspicion, and sealed again at our next write.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count, islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

from ceulog.domain.named import NamedTuple
from ceulog.storage.errors import AnyPath, LogbookDamaged, LogbookTooNew
from ceulog.storage.migrations import migrated, newest_schema
from ceulog.storage.reading import LONG, TAIL_BYTES
from ceulog.storage.stored import Stored, StoredTables, from_json, refuse_constant, stored, to_json
from ceulog.storage.values import (
    Document,
    PlainTables,
    TablesView,
    are_document_ids,
    identical,
    is_document_id,
    plain_copy,
    short,
)

if TYPE_CHECKING:
    from msgspec import Raw

MEMBERSHIPS: Final = "memberships"
CREDENTIALS: Final = "credentials"
ACTIVITIES: Final = "activities"
TICKS: Final = "ticks"
CHANGES: Final = "changes"
META: Final = "meta"

_AT_ONCE: Final = 512
"""Pieces of a part of a file; together they stay in the processor's cache."""
_LONG_TABLES: Final = frozenset({ACTIVITIES, CHANGES})
"""Of which a command mostly needs few documents, or none as they are stored."""
LOG_ID: Final = "log"
"""The id of the document in `meta` that describes the file itself."""

_LOG_START: Final = b'{"id":"log",'
_OUR_FIELDS: Final = frozenset({"id", "schema", "generation", "count", "checksum"})
_MAX_DIGITS: Final = 4300
"""Where Python itself stops by default."""
_BOM: Final = b"\xef\xbb\xbf"


class Contents(NamedTuple):
    """What a file holds."""

    tables: StoredTables
    log: Document
    """The document that describes the file; empty when another program wrote it from nothing."""
    sealed: bool
    """Whether the file's end fits: nobody changed it since ceulog wrote it."""
    older: bool = False
    """Whether the file has an older schema than we write; the tables are migrated already."""

    @property
    def generation(self) -> int:
        """How many times ceulog wrote this file; 0 when it never did."""
        generation = self.log.get("generation")
        return max(generation, 0) if type(generation) is int else 0


NOTHING: Final = Contents({}, {}, sealed=True)
"""What a file holds that is not there."""


def decode(data: bytes, path: AnyPath) -> Contents:
    """Read the bytes of a logbook file; `path` is only named in the errors.

    Raises:
        LogbookDamaged: they are not a logbook.
        LogbookTooNew: a newer ceulog wrote them.
    """
    try:
        seal = _seal_of(data)
        if seal is not None:
            _refuse_newer(seal, path)
        parsed = _parse(data, seal)
        log = _log_of(parsed)
        _refuse_newer(log, path)
        tables = _check_tables(parsed)
        if seal is None:
            _check_values(tables)
        sealed = seal is not None and _fits(seal, log, tables)
        schema = log.get("schema", newest_schema())
        kept = {name: _kept(table) for name, table in migrated(tables, schema).items()}
        return Contents(kept, log, sealed=sealed, older=schema < newest_schema())
    except RecursionError as error:
        raise LogbookDamaged(path, "nested too deeply") from error
    except ValueError as error:
        raise LogbookDamaged(path, str(error)) from error


class Parts:
    """Tables as the bytes of the generation after `before`, a part at a time: a long file is never held as a whole.

    Documents whose text is known are not put into words again. To be iterated over once; what is known of the bytes
    holds when that is done.
    """

    def __init__(self, tables: TablesView, before: Contents) -> None:
        meta = tables.get(META, {})
        log_keys = {key for key, document in meta.items() if document.get("id") == LOG_ID}
        rest = {key: document for key, document in meta.items() if key not in log_keys}
        self._log_key = (
            max(log_keys, key=int) if log_keys else next(key for key in map(str, count(1)) if key not in rest)
        )
        self._tables = {name: _kept(table) for name, table in tables.items() if name != META} | {META: _kept(rest)}
        self._log = {
            "id": LOG_ID,
            "schema": newest_schema(),
            "generation": before.generation + 1,
            "count": len(tables.get(ACTIVITIES, ())),
            **{name: value for name, value in before.log.items() if name not in _OUR_FIELDS},
        }
        self.size = 0
        """How many bytes were taken so far."""
        self.tail = b""
        """The end of what was taken so far."""

    @property
    def contents(self) -> Contents:
        """What `decode` would make of all of them; it shares with the tables what is `Stored` there."""
        return Contents(self._tables, self._log, sealed=True)

    def __iter__(self) -> Iterator[bytes]:
        checksum, pieces = 0, self._pieces()
        while part := b"".join(islice(pieces, _AT_ONCE)):  # most pieces are short
            checksum = crc32(part, checksum)
            yield self._taken(part)
        self._log["checksum"] = _checksum_words(checksum)
        self._tables[META][self._log_key] = stored(self._log)
        yield self._taken(_to_bytes(self._log) + b"}}")

    def _taken(self, part: bytes) -> bytes:
        self.size += len(part)
        self.tail = part[-TAIL_BYTES:] if len(part) >= TAIL_BYTES else (self.tail + part)[-TAIL_BYTES:]
        return part

    def _pieces(self) -> "Iterator[bytes | Raw]":
        """All but the log's own document, for which the braces of meta and of the file stay open."""
        tables: list[Iterable[bytes | Raw]] = []
        for name, table in self._tables.items():
            tables += ([b"%s%s:{" % (b"}," if tables else b"{", _to_bytes(name))], _texts_of(table))
        last = b'%s"%s":' % (b"," if self._tables[META] else b"", self._log_key.encode("ascii"))
        return chain(chain.from_iterable(tables), [last])


def encode(tables: TablesView, before: Contents) -> tuple[bytes, Contents]:
    """Write the tables as the bytes of the generation after `before`.

    Returns:
        The bytes, and what `decode` would make of them, as `Parts` have both.
    """
    parts = Parts(tables, before)
    return b"".join(parts), parts.contents


def _kept(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Stored]:
    """A table of which every document is `Stored`; those that are, are the very same."""
    return {key: document if type(document) is Stored else stored(document) for key, document in table.items()}


def _texts_of(table: Mapping[str, Stored]) -> "Iterator[bytes | Raw]":
    """The inside of a table's braces, piece by piece; without a loop in Python, for a long table's sake."""
    numbers = map(b',"%b":'.__mod__, map(str.encode, table))
    first = next(numbers, b"")[1:]
    return chain.from_iterable(zip(chain([first], numbers), map(attrgetter("text"), table.values()), strict=False))


def _to_bytes(value: object) -> bytes:
    return to_json(value).encode("ascii")


def _checksum_words(value: int) -> str:
    return f"crc32:{value:08x}"


def _seal_of(data: bytes) -> Document | None:
    """The log's document at the very end of the bytes, if its checksum is right."""
    start = data.rfind(_LOG_START)
    if start < 0 or not data.endswith(b"}}}"):
        return None
    try:
        log = json.loads(data[start:-2])
    except (ValueError, RecursionError):
        return None
    if not isinstance(log, dict) or log.get("checksum") != _checksum_words(crc32(memoryview(data)[:start])):
        return None
    return log if data.endswith(_to_bytes(log) + b"}}") else None


def _fits(seal: Document, log: Document, tables: PlainTables) -> bool:
    generation = seal.get("generation")
    numbered = type(generation) is int and generation > 0
    counted = identical(seal.get("count"), len(tables.get(ACTIVITIES, ())))
    return identical(seal, log) and "schema" in seal and numbered and counted


def _refuse_newer(log: Mapping[str, Any], path: AnyPath) -> None:
    newest = newest_schema()
    schema = log.get("schema", newest)
    if type(schema) is not int or schema < 1:
        raise ValueError(f"its schema is {short(schema)}, which none of ceulog's is")
    if schema > newest:
        raise LogbookTooNew(path, schema, newest)


def _parse(data: bytes, seal: Document | None) -> object:
    # an older schema's documents are changed on the way to ours, so all of them have to be read
    in_parts = seal is not None and seal.get("schema") == newest_schema() and len(data) >= LONG and data.isascii()
    if in_parts and (found := _parsed_in_parts(data)):
        return found
    try:
        text = data.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"byte {error.start} is not UTF-8 text") from error
    if not text.strip():
        raise ValueError("it is empty")
    try:
        if seal is not None:
            return from_json(text)
        return json.loads(
            text, object_pairs_hook=_without_repeats, parse_int=_whole_number, parse_constant=refuse_constant
        )
    except json.JSONDecodeError as error:
        raise ValueError(f"it breaks off or goes wrong in line {error.lineno}, column {error.colno}") from error


def _parsed_in_parts(data: bytes) -> dict[str, Any] | None:
    """What the bytes hold, long tables as they stand there; None where it takes the other way to find out."""
    from ceulog.storage.quick import NotOurs, tables_of_texts  # noqa: PLC0415 - a short log is not worth its import

    try:
        found = tables_of_texts(data)
        return {
            name: dict(zip(table, map(Stored, table.values()), strict=True)) if name in _LONG_TABLES
            else {key: from_json(bytes(text)) for key, text in table.items()}
            for name, table in found.items()
        }  # fmt: skip
    except (NotOurs, ValueError):
        return None


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    unique = dict(pairs)
    if len(unique) != len(pairs):
        pairs_left = zip(pairs, [*unique, None], strict=False)  # as far as all are new, the two go together
        twice = next(pair[0] for pair, first in pairs_left if pair[0] != first)
        raise ValueError(f"{short(twice)} stands twice in one place")
    return unique


def _whole_number(digits: str) -> int:
    if len(digits) > _MAX_DIGITS:
        raise ValueError(f"a number has {len(digits)} digits")
    return int(digits)


def _log_of(parsed: object) -> Document:
    """The log's document wherever it is in `meta`; the last of several, nothing of none."""
    meta = parsed.get(META) if isinstance(parsed, dict) else None
    documents = meta.values() if isinstance(meta, dict) else ()
    found: Document = {}
    for document in documents:
        if isinstance(document, dict) and document.get("id") == LOG_ID:
            found = document
    return found


def _check_tables(parsed: object) -> PlainTables:
    if not isinstance(parsed, dict):
        raise ValueError("it does not hold tables")  # noqa: TRY004 - all faults of a file are told alike
    for name, table in parsed.items():
        if not isinstance(table, dict):
            raise ValueError(f"{short(name)} is not a table")  # noqa: TRY004 - likewise
        if are_document_ids(table) and set(map(type, table.values())) <= {dict, Stored}:
            continue
        for key, document in table.items():
            if not is_document_id(key):
                raise ValueError(f"{short(key)} in {short(name)} is not the number of a document")
            if not isinstance(document, dict | Stored):
                raise ValueError(f"document {key} in {short(name)} is not a document")  # noqa: TRY004 - likewise
    return parsed


def _check_values(tables: PlainTables) -> None:
    for name, table in tables.items():
        for key, document in table.items():
            try:
                plain_copy(document)
            except ValueError as error:
                raise ValueError(f"document {key} in {short(name)}: {error}") from error
