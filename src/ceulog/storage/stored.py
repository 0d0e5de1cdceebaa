"""A document as the store keeps it: by its text, by its values, or by both."""

import json
from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from contextlib import suppress
from itertools import chain
from typing import TYPE_CHECKING, Any, NoReturn, overload

from ceulog.domain.records import Unfit
from ceulog.storage.errors import LogbookDamaged
from ceulog.storage.values import Document, TablesView, identical, short

if TYPE_CHECKING:
    from msgspec import Raw

# ASCII only, so that any program reads it in any locale; documents are checked for cycles when they are copied
to_json = json.JSONEncoder(separators=(",", ":"), allow_nan=False, check_circular=False).encode


def from_json(text: str | bytes) -> Any:
    """The values in a text that is sealed, which proves no good will.

    Raises:
        ValueError: it is no JSON, or a number in it is none that can be stored.
        RecursionError: it is nested too deeply.
    """
    return json.loads(text, parse_constant=refuse_constant, parse_float=_finite)


def refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which JSON does not have.

    Raises:
        ValueError: always.
    """
    raise ValueError(f"{name} is not a number")


def _finite(digits: str) -> float:
    number = float(digits)
    if number - number:  # an infinity's is no number
        raise ValueError(f"{short(digits)} is too large a number")
    return number


class Stored(Mapping[str, Any]):
    """A document, of which text and values are made from each other when they are first asked for.

    Most documents of a long log go from one file into the next as they are: their values are never asked for, and
    their text is not made again. Nobody changes one, nor what it holds.

    Args:
        text: its JSON in ASCII, which may be a part of the bytes of a whole file; known to be well formed.
        plain: its values; one of the two has to be there.
    """

    __slots__ = ("_plain", "_text")

    def __init__(self, text: "bytes | Raw | None", plain: Document | None = None) -> None:
        self._text = text
        self._plain = plain

    @property
    def unread(self) -> "bytes | Raw | None":
        """Its text, as long as nobody has asked for its values."""
        return self._text if self._plain is None else None

    @property
    def text(self) -> "bytes | Raw":
        """Its JSON."""
        if self._text is None:
            self._text = to_json(self._plain).encode("ascii")
        return self._text

    def learn(self, text: bytes) -> None:
        """Take note of the text that it has in a file."""
        self._text = text

    @property
    def plain(self) -> Document:
        """Its values.

        Raises:
            LogbookDamaged: the text comes from somebody who knows how to make our seal, and a value cannot be stored.
        """
        if self._plain is None:
            self._plain = _document_in(bytes(self.text))
        return self._plain

    def __getitem__(self, name: str) -> Any:
        return self.plain[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.plain)

    def __len__(self) -> int:
        return len(self.plain)

    # as `Mapping` has them, only quicker

    def __contains__(self, name: object) -> bool:
        return name in self.plain

    @overload
    def get(self, key: str, /) -> Any: ...
    @overload
    def get(self, key: str, /, default: Any) -> Any: ...
    def get(self, key: str, /, default: Any = None) -> Any:
        """The value of a field, or what stands for none."""
        return self.plain.get(key, default)

    def keys(self) -> KeysView[str]:
        """The names of its fields."""
        return self.plain.keys()

    def values(self) -> ValuesView[Any]:
        """The values of its fields."""
        return self.plain.values()

    def items(self) -> ItemsView[str, Any]:
        """Its fields."""
        return self.plain.items()


def _document_in(text: bytes) -> Document:
    try:
        found = from_json(text)
    except (ValueError, RecursionError) as fault:
        raise LogbookDamaged("logbook.json", str(fault)) from fault
    if not isinstance(found, dict):
        raise LogbookDamaged("logbook.json", f"{short(found)} is not a document")
    return found


StoredTables = dict[str, dict[str, Stored]]
"""Tables as they stand in a file."""


def stored(document: Mapping[str, Any]) -> Stored:
    """A document as the store keeps it; the same where it is one already."""
    return document if isinstance(document, Stored) else Stored(None, dict(document))


def look_through(tables: TablesView) -> None:
    """Read what was left unread: damage under our seal is found at last where somebody asks for it.

    Raises:
        LogbookDamaged: as `Stored.plain`.
    """
    for each in chain.from_iterable(table.values() for table in tables.values()):
        if isinstance(each, Stored):
            _ = each.plain


def id_of(document: Mapping[str, Any]) -> Any:
    """The id of a document; None for none. Its other values need not be read for it.

    Raises:
        LogbookDamaged: as `Stored.plain`.
    """
    if isinstance(document, Stored) and (text := document.unread) is not None:
        from ceulog.storage.quick import id_in  # noqa: PLC0415 - imported already, for it was what left it unread

        with suppress(Unfit):
            return id_in(text)
    return document.get("id")


def alike(one: Mapping[str, Any] | None, other: Mapping[str, Any] | None) -> bool:
    """Say whether two documents would be stored alike, or neither is there."""
    return identical(*(each.plain if isinstance(each, Stored) else each for each in (one, other)))
