"""Long files, of which each document is looked at where its record is wanted, and stays a piece of text otherwise.

What takes the time of reading a long log is not the reading, but the making of a dict for each of its documents.
Here msgspec finds where each begins and ends, and reads from its text straight into the columns of the records.
Whatever is not wholly as we write it ourselves is left to the slower way, which also finds the words for faults.
"""

from collections.abc import Callable, Hashable, Sequence
from functools import cache
from types import UnionType
from typing import Annotated, Any, Final, Literal, TypeVar, Union, cast, get_args, get_origin

import msgspec
from msgspec import Raw
from msgspec.structs import astuple

from ceulog.domain.columns import Column, ColumnReader, Once, all_from_columns, field_readers, is_container
from ceulog.domain.named import NamedTuple
from ceulog.domain.records import ABSENT, Unfit

R = TypeVar("R")

_KNOWN: Final = frozenset({str, int, bool, type(None)})
_FAULTS: Final = (msgspec.MsgspecError, RecursionError)

_split = msgspec.json.Decoder(dict[str, dict[str, Raw]]).decode


class NotOurs(Exception):  # noqa: N818 - nobody's fault
    """It is another file than we write; the slower way says whether it is a logbook at all."""


def tables_of_texts(data: bytes) -> dict[str, dict[str, Raw]]:
    """The tables of a file, each document as its text.

    Args:
        data: all bytes of the file, in ASCII.

    Raises:
        NotOurs: they are no tables of documents.
    """
    try:
        return _split(data)
    except _FAULTS as fault:
        raise NotOurs from fault


def all_from_texts(record_class: type[R], texts: Sequence[bytes | Raw]) -> list[R]:
    """The records of documents by their texts, in their order.

    Raises:
        Unfit: one does not fit, has a field that we do not know, or is in another form than ours.
    """
    if not texts:
        return []
    form = _form_of(cast("Hashable", record_class))
    try:
        columns = zip(*map(astuple, map(form.row, texts)), strict=True)
        return all_from_columns(record_class, columns, form.readers)
    except _FAULTS:
        raise Unfit("") from None


def id_in(text: bytes | Raw) -> Any:
    """The id that a document has in its text; None for none.

    Raises:
        Unfit: it is no document, or its id is none that can be stored.
    """
    try:
        return _read_id(text).id
    except _FAULTS:
        raise Unfit("") from None


class _Identified(msgspec.Struct, gc=False):
    id: Any = None


_read_id = msgspec.json.Decoder(_Identified).decode


class _Form(NamedTuple):
    """How the texts of one kind of record are read."""

    row: Callable[[bytes | Raw], Any]
    """What its fields hold: what msgspec knows, as the record has it; lists and mappings as they stand there;
    `ABSENT` where none of that is there."""
    readers: tuple[ColumnReader, ...]


@cache
def _form_of(record_class: Any) -> _Form:
    annotations, defaults = record_class.__annotations__, record_class._field_defaults
    fields: list[tuple[str, Any] | tuple[str, Any, Any]] = []
    readers = list(field_readers(record_class, _by_text))
    for place, name in enumerate(record_class._fields):
        if kind := _known_kind(annotations[name]):
            fields.append((name, kind, defaults[name]) if name in defaults else (name, kind))
            readers[place] = _as_it_is
        else:
            fields.append((name, Raw if is_container(annotations[name]) else object, ABSENT))
    row = msgspec.defstruct(record_class.__name__, fields, kw_only=True, gc=False, forbid_unknown_fields=True)
    return _Form(msgspec.json.Decoder(row).decode, tuple(readers))


def _known_kind(annotation: Any) -> Any:
    """The kind of value as msgspec knows it; None where it would take more, or make something else of it."""
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]  # texts may be of any length
    if get_origin(annotation) in {Union, UnionType}:
        kinds = [_known_kind(each) for each in get_args(annotation)]
        return Union[tuple(kinds)] if all(kinds) else None  # noqa: UP007 - of what is only known now
    return annotation if annotation in _KNOWN or get_origin(annotation) is Literal else None


def _as_it_is(column: Column) -> Column:
    return column


def _by_text(read: ColumnReader) -> ColumnReader:
    """A reader of lists or mappings as they stand in a text; equal texts are read once."""
    once = Once(lambda text: read([msgspec.json.decode(text)])[0])
    return lambda column: once.column(list(map(bytes, column)))
