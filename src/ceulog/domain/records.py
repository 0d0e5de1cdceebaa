"""Records <-> the plain values of JSON and TOML, driven by the annotations of the record itself.

Strict and quick, and silent about why: a value that does not fit raises `Unfit`, and the gate that
uses pydantic on the same class then finds the words. One definition serves both.
"""

import datetime as dt
import types
from collections.abc import Callable, Hashable, Mapping
from decimal import Decimal, InvalidOperation
from functools import cache, lru_cache
from typing import Annotated, Any, Literal, NoReturn, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from ceulog.domain.named import NamedTuple

R = TypeVar("R")
Reader = Callable[[Any], Any]


class Unfit(ValueError):  # noqa: N818 - a word of the form, not a fault of the program
    """A plain value does not fit the record; `path` says where."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path or 'it'} does not fit")
        self.path = path


def from_plain(record_class: type[R], plain: Any) -> R:
    """A record from a mapping of plain values; missing fields take their defaults.

    Raises:
        Unfit: a field is unknown, missing or of the wrong kind.
    """
    read: Reader = reader_of(cast("Hashable", record_class))  # any class is, which mypy does not see
    record: R = read(plain)
    return record


def known_part(annotation: Any, plain: Any) -> Any:
    """A plain value without the fields that the records in it do not know, at any depth.

    What a newer program wrote can be read so; the unknown fields are for the store to keep.
    """
    origin, arguments = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "_fields"):
        if not isinstance(plain, Mapping):
            return plain
        hints = get_type_hints(annotation)
        return {name: known_part(hints[name], value) for name, value in plain.items() if name in hints}
    if origin is tuple and isinstance(plain, list | tuple):
        return [known_part(arguments[0], each) for each in plain]
    if origin is Mapping and isinstance(plain, Mapping):
        return {name: known_part(arguments[1], value) for name, value in plain.items()}
    if origin in (Union, types.UnionType):
        records = [each for each in arguments if hasattr(each, "_fields")]
        return known_part(records[0], plain) if len(records) == 1 else plain
    return plain


def to_plain(value: Any) -> Any:
    """A record, or any value in one, as JSON knows it: dates ISO, CEUs as decimal strings."""
    if type(value) in _PLAIN:
        return value
    if write := _WRITTEN.get(type(value)):
        return write(value)
    if hasattr(value, "_fields"):
        return {name: to_plain(part) for name, part in zip(value._fields, value, strict=True)}
    if isinstance(value, tuple):
        return [to_plain(part) for part in value]
    if isinstance(value, Mapping):
        return {name: to_plain(part) for name, part in value.items()}
    return value


def plain_decimal(number: Decimal) -> str:
    """A finite number in plain decimal: no trailing zeros, no exponent ("10", "1.5", "0"); scripts depend on it."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


_PLAIN = frozenset({str, int, bool, type(None)})
_WRITTEN: Mapping[type, Callable[[Any], str]] = {dt.date: dt.date.isoformat, Decimal: plain_decimal}


@cache
def reader_of(annotation: Any) -> Reader:
    """What reads one value of that kind; it raises `Unfit` where it does not fit."""
    if make := _GENERIC.get(get_origin(annotation)):
        return make(get_args(annotation))
    if hasattr(annotation, "_fields"):
        return _record_of(annotation)
    return _SIMPLE[annotation]


ABSENT: Any = object()
_LONGEST_NUMBER = 100
"""Digits of a number before or behind its point, far beyond any CEUs."""
_FIRST_YEAR, _LAST_YEAR = 1800, 2299
"""Of a stored day; every gate takes 1900 to 2199, and a cycle or two may follow."""
_REPEATED = 8192
"""Texts of numbers and days that are kept once read: a long log has the same ones over and over."""


class _Field(NamedTuple):
    """How one field of a record is read."""

    name: str
    read: Reader
    default: Any
    as_is: type | None
    """The type of values that need no reading; None when all do."""


def _record_of(record_class: Any) -> Reader:
    plan: list[_Field] | None = None
    known = frozenset(record_class._fields)
    make = record_class._make

    def read(plain: Any) -> Any:
        nonlocal plan
        if plan is None:  # on first use: a record may hold others of its own kind
            plan = _plan_of(record_class)
        if not isinstance(plain, dict) and not isinstance(plain, Mapping):
            raise Unfit("")
        values = []
        get = plain.get
        try:
            # most fields of most records are text or left at their default: no call for these
            for name, read_field, default, as_is in plan:
                value = get(name, default)
                if value is default:
                    values.append(value if value is not ABSENT else _missing())
                else:
                    values.append(value if value.__class__ is as_is else read_field(value))
        except Unfit as fault:
            raise Unfit(f"{name}.{fault.path}".rstrip(".")) from None
        if not known.issuperset(plain):
            raise Unfit(min(str(name) for name in plain if name not in known))
        return make(values)

    return read


def _missing() -> NoReturn:
    raise Unfit("")


def _plan_of(record_class: Any) -> list[_Field]:
    defaults = record_class._field_defaults
    try:
        named = [(name, reader_of(annotation)) for name, annotation in record_class.__annotations__.items()]
    except KeyError:  # a record named before it was there; to look all names up takes a millisecond at every start
        hints = get_type_hints(record_class, include_extras=True)
        named = [(name, reader_of(hints[name])) for name in record_class._fields]
    return [_Field(name, reader, defaults.get(name, ABSENT), _AS_IS.get(reader)) for name, reader in named]


def _one_of(choices: tuple[Any, ...]) -> Reader:
    allowed = frozenset(choices)

    def read(plain: Any) -> Any:
        if not isinstance(plain, str) or plain not in allowed:
            raise Unfit("")
        return plain

    return read


def _list_of(arguments: tuple[Any, ...]) -> Reader:
    reader = reader_of(arguments[0])

    def read(plain: Any) -> Any:
        if not isinstance(plain, list | tuple):
            raise Unfit("")
        if not plain:
            return ()
        values: list[Any] = []
        try:
            for part in plain:
                values.append(reader(part))  # noqa: PERF401 - their number says which one does not fit
        except Unfit as fault:
            raise Unfit(f"{len(values)}.{fault.path}".rstrip(".")) from None
        return tuple(values)

    return read


def _mapping_of(arguments: tuple[Any, ...]) -> Reader:
    reader = reader_of(arguments[1])

    def read(plain: Any) -> Any:
        if not isinstance(plain, Mapping):
            raise Unfit("")
        values: dict[str, Any] = {}
        for name, part in plain.items():
            try:
                values[str(name)] = reader(part)
            except Unfit as fault:
                raise Unfit(f"{name}.{fault.path}".rstrip(".")) from None
        return values

    return read


def _union_of(choices: tuple[Any, ...]) -> Reader:
    optional = type(None) in choices
    rest = [choice for choice in choices if choice is not type(None)]
    reader = reader_of(rest[0]) if len(rest) == 1 else _by_kind({_kind_of(each): reader_of(each) for each in rest})

    def read(plain: Any) -> Any:
        return None if optional and plain is None else reader(plain)

    return read


def _kind_of(record_class: Any) -> str:
    return str(record_class._field_defaults["kind"])


def _by_kind(readers: dict[str, Reader]) -> Reader:
    def read(plain: Any) -> Any:
        kind = plain.get("kind") if isinstance(plain, Mapping) else None
        if not isinstance(kind, str) or kind not in readers:
            raise Unfit("kind")
        return readers[kind](plain)

    return read


def _text(plain: Any) -> str:
    if not isinstance(plain, str):
        raise Unfit("")
    return plain


def _whole(plain: Any) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise Unfit("")
    return plain


def _truth(plain: Any) -> bool:
    if not isinstance(plain, bool):
        raise Unfit("")
    return plain


def _decimal(plain: Any) -> Decimal:
    if isinstance(plain, str):
        return decimal_in(plain)
    if isinstance(plain, bool) or not isinstance(plain, int | float | Decimal):
        raise Unfit("")
    return decimal_in(str(plain))


@lru_cache(_REPEATED)
def decimal_in(text: str) -> Decimal:
    """The number that a text holds; `Unfit` where it holds none, or one far beyond any CEUs."""
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise Unfit("") from None
    # one of a huge exponent would be written out in as many digits
    if not number.is_finite() or len(text) > _LONGEST_NUMBER or abs(number.adjusted()) > _LONGEST_NUMBER:
        raise Unfit("")
    return number


def _day(plain: Any) -> dt.date:
    if isinstance(plain, str):
        return day_in(plain)
    if isinstance(plain, dt.date) and not isinstance(plain, dt.datetime):
        return _reckonable(plain)
    raise Unfit("")


def _reckonable(day: dt.date) -> dt.date:
    # whatever is reckoned from it stays within the calendar
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise Unfit("")
    return day


@lru_cache(_REPEATED)
def day_in(text: str) -> dt.date:
    """The day that an ISO text holds; `Unfit` where it holds none, or one far from any cycle."""
    if len(text) != len("2026-11-23"):
        raise Unfit("")
    try:
        return _reckonable(dt.date.fromisoformat(text))
    except ValueError:
        raise Unfit("") from None


def _anything(plain: Any) -> Any:
    return plain


_SIMPLE: dict[Any, Reader] = {
    str: _text,
    int: _whole,
    bool: _truth,
    Decimal: _decimal,
    dt.date: _day,
    Any: _anything,
}

_AS_IS: dict[Reader, type] = {_text: str, _whole: int, _truth: bool}

_GENERIC: dict[Any, Callable[[tuple[Any, ...]], Reader]] = {
    Annotated: lambda arguments: reader_of(arguments[0]),
    Literal: _one_of,
    tuple: _list_of,
    Mapping: _mapping_of,
    Union: _union_of,
    types.UnionType: _union_of,
}
