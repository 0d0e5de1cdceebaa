"""Many records of one kind read at once, field by field instead of record by record.

As strict as `records`, and some ten times as quick for a long log: a whole column is looked at by what Python
does in C, and each text of a number or of a day is read once. A column that is not wholly in the form that we
write ourselves is refused; `records` then says which value it is, or finds that it fits after all.
"""

import datetime as dt
import types
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache, partial
from itertools import chain, islice
from operator import itemgetter
from typing import Annotated, Any, Literal, TypeVar, Union, cast, get_args, get_origin

from ceulog.domain.bounds import Amount
from ceulog.domain.records import ABSENT, Unfit, day_in, decimal_in, reader_of

R = TypeVar("R")
Column = Sequence[Any]
"""One value of each record, in the order of the records."""
ColumnReader = Callable[[Column], Column]
_AT_ONCE = 512
"""Records; their columns stay in the processor's cache."""


def all_from_plain(record_class: type[R], documents: Sequence[Mapping[str, Any]]) -> list[R]:
    """The records of documents, in their order. Fields that they do not know are passed over.

    Raises:
        Unfit: one of them does not fit, or is in another form than ours.
    """
    read = _record(cast("Hashable", record_class))
    try:
        parts = (read(documents[start : start + _AT_ONCE]) for start in range(0, len(documents), _AT_ONCE))
        return list(chain.from_iterable(parts))
    except TypeError:  # what no set takes is neither text nor number
        raise Unfit("") from None


def all_from_columns(record_class: type[R], columns: Iterable[Column], readers: Sequence[ColumnReader]) -> list[R]:
    """The records of columns in the order of the fields.

    Args:
        record_class: of the records.
        columns: of each field; `ABSENT` where a document does not have it.
        readers: of each field, as `field_readers` gives them.

    Raises:
        Unfit: a value does not fit, or is in another form than ours.
    """
    make: Callable[[Any], R] = partial(tuple.__new__, cast("Any", record_class))
    try:
        read = [reader(column) for reader, column in zip(readers, columns, strict=True)]
    except TypeError:  # as above
        raise Unfit("") from None
    return list(map(make, zip(*read, strict=True)))


def is_container(annotation: Any) -> bool:
    """Whether a value of that kind is a list or a mapping."""
    return get_origin(annotation) in {tuple, Mapping}


def field_readers(record_class: Any, inside: Callable[[ColumnReader], ColumnReader]) -> tuple[ColumnReader, ...]:
    """What reads the column of each field of a record.

    Args:
        record_class: of the record.
        inside: makes of a reader of lists or mappings one of the form in which their columns come.
    """
    defaults = record_class._field_defaults
    annotations = [record_class.__annotations__[name] for name in record_class._fields]
    readers = [inside(_column(each)) if is_container(each) else _column(each) for each in annotations]
    return tuple(
        _or_default(defaults[name], reader) if name in defaults else reader
        for name, reader in zip(record_class._fields, readers, strict=True)
    )


def _or_default(default: Any, read: ColumnReader) -> ColumnReader:
    lenient = _but_for(ABSENT, default, read)

    def read_all(column: Column) -> Column:
        absent = column.count(ABSENT)
        if absent == len(column):
            return (default,) * absent
        return lenient(column) if absent else read(column)

    return read_all


@cache
def _record(record_class: Any) -> ColumnReader:
    fields: tuple[str, ...] = record_class._fields
    defaults = record_class._field_defaults
    readers = {name: _column(record_class.__annotations__[name]) for name in fields}
    lenient = {name: _but_for(ABSENT, defaults.get(name), reader) for name, reader in readers.items()}
    make = partial(tuple.__new__, record_class)

    def read(column: Column) -> Column:
        if not column:
            return column
        somewhere: set[str] = set().union(*column)
        everywhere = somewhere.intersection(*column)
        if not everywhere.union(defaults).issuperset(fields):
            raise Unfit("")
        # what is empty is left out of most documents, or of all: only what is there takes time
        columns: dict[str, Column] = {name: (defaults[name],) * len(column) for name in fields if name not in somewhere}
        for name in columns.keys() ^ fields:
            if name in everywhere:
                columns[name] = readers[name](list(map(itemgetter(name), column)))
            else:
                columns[name] = lenient[name]([each.get(name, ABSENT) for each in column])
        return list(map(make, zip(*map(columns.__getitem__, fields), strict=True)))

    return read


def _but_for(placeholder: Any, meaning: Any, read: ColumnReader) -> ColumnReader:
    """A reader that leaves a placeholder out, and puts what it means in its place."""

    def read_the_rest(column: Column) -> Column:
        rest = [each for each in column if each is not placeholder]
        if len(rest) == len(column):
            return read(column)
        found = iter(read(rest))
        return [meaning if each is placeholder else next(found) for each in column]

    return read_the_rest


@cache
def _column(annotation: Any) -> ColumnReader:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if make := _GENERIC.get(origin):
        return make(arguments)
    if hasattr(annotation, "_fields"):
        return _known_records(annotation)
    if annotation in _SIMPLE:
        return _SIMPLE[annotation]
    return _one_by_one(annotation)


def _one_by_one(annotation: Any) -> ColumnReader:
    read = reader_of(annotation)
    return lambda column: list(map(read, column))


def _known_records(record_class: Any) -> ColumnReader:
    """Records inside of records, with no field that they do not know."""
    read, known = _record(record_class), frozenset(record_class._fields)

    def read_known(column: Column) -> Column:
        _only(column, dict)
        if not known.issuperset(chain.from_iterable(column)):
            raise Unfit("")
        return read(column)

    return read_known


def _only(column: Column, kind: type) -> None:
    # not isinstance: a truth value is a whole number to it
    if set(map(type, column)) - {kind}:
        raise Unfit("")


def _as_is(kind: type) -> ColumnReader:
    def read(column: Column) -> Column:
        _only(column, kind)
        return column

    return read


class Once(dict[Any, Any]):
    """Text -> what it means, each read when it first comes: a long log has the same ones over and over.

    Args:
        read: what one text means.
    """

    __slots__ = ("_read",)
    MOST = 8192
    """Texts that are kept; their number is looked at once for each column."""

    def __init__(self, read: Callable[[Any], Any]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, text: Any) -> Any:
        value = self[text] = self._read(text)
        return value

    def column(self, texts: Column) -> Column:
        """What each of some texts means; what equal ones mean is the very same."""
        if len(self) > self.MOST:
            self.clear()
        return list(map(self.__getitem__, texts))


def _once_each(read_text: Callable[[str], Any]) -> ColumnReader:
    """A reader of texts that looks at equal ones once."""
    once = Once(read_text)

    def read(column: Column) -> Column:
        _only(column, str)
        return once.column(column)

    return read


def _one_of(choices: tuple[Any, ...]) -> ColumnReader:
    known = {choice: choice for choice in choices}

    def read(column: Column) -> Column:
        try:
            return list(map(known.__getitem__, column))
        except KeyError:
            raise Unfit("") from None

    return read


def _list_of(arguments: tuple[Any, ...]) -> ColumnReader:
    read_parts = _column(arguments[0])

    def read(column: Column) -> Column:
        _only(column, list)
        if not any(column):
            return ((),) * len(column)
        parts = iter(read_parts([*chain.from_iterable(column)]))
        return [tuple(islice(parts, len(each))) if each else () for each in column]

    return _shared(read, list, tuple) if _is_written_as_text(arguments[0]) else read


def _is_written_as_text(annotation: Any) -> bool:
    plain = get_args(annotation)[0] if get_origin(annotation) is Annotated else annotation
    return plain in {str, Decimal, dt.date}


def _shared(read: ColumnReader, kind: type, as_key: Callable[[Any], Hashable]) -> ColumnReader:
    """A reader of lists or mappings of texts that makes equal ones once: a long log has a few of them all over."""

    def read_different(column: Column) -> Column:
        _only(column, kind)
        keys = list(map(as_key, column))
        different = dict(zip(keys, column, strict=True))
        made = dict(zip(different, read(list(different.values())), strict=True))
        return list(map(made.__getitem__, keys))

    return read_different


def _mapping_of(arguments: tuple[Any, ...]) -> ColumnReader:
    read_parts = _column(arguments[1])

    def read(column: Column) -> Column:
        _only(column, dict)
        if not any(column):
            return ({},) * len(column)
        parts = iter(read_parts([part for each in column for part in each.values()]))
        return [dict(zip(each, parts, strict=False)) if each else {} for each in column]

    if not _is_written_as_text(arguments[1]):
        return read
    return _shared(read, dict, lambda each: tuple(each.items()))


def _union_of(choices: tuple[Any, ...]) -> ColumnReader:
    rest = [choice for choice in choices if choice is not type(None)]
    if len(rest) == len(choices) or len(rest) > 1:  # a choice of records, which only rules have
        return _one_by_one(Union[choices])  # noqa: UP007 - of what is only known now
    return _but_for(None, None, _column(rest[0]))


def _annotated(arguments: tuple[Any, ...]) -> ColumnReader:
    """A reader of numbers that refuses what is beyond their bounds: it would count. Texts may be of any length."""
    bounds = [each for each in arguments[1:] if isinstance(each, Amount)]
    if arguments[0] is not Decimal or not bounds:
        return _column(arguments[0])

    def read_within(text: str) -> Decimal:
        number = decimal_in(text)
        if not all(bound.holds(number) for bound in bounds):
            raise Unfit("")
        return number

    return _once_each(read_within)


_SIMPLE: dict[Any, ColumnReader] = {
    str: _as_is(str),
    int: _as_is(int),
    bool: _as_is(bool),
    Decimal: _once_each(decimal_in),
    dt.date: _once_each(day_in),
}

_GENERIC: dict[Any, Callable[[tuple[Any, ...]], ColumnReader]] = {
    Annotated: _annotated,
    Literal: _one_of,
    tuple: _list_of,
    Mapping: _mapping_of,
    Union: _union_of,
    types.UnionType: _union_of,
}
