"""What a document may hold: what JSON gives back exactly as it got it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

Document = dict[str, Any]
Table = dict[str, Mapping[str, Any]]
"""Document id (a whole number, as text) -> document, which nobody changes."""
Tables = dict[str, Table]
PlainTables = dict[str, dict[str, Document]]
"""The same as it is parsed. A migration may change it, for a file of an older schema is parsed whole; of a long file of
ours some documents are `Stored`."""
TablesView = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""The same to look at only; nobody changes what it shows."""

MAX_DEPTH: Final = 50
"""Containers inside containers; far from where Python's recursion ends."""
LARGEST: Final = 10**18
"""Our own numbers stay below; plain TinyDB takes any, such as the 39 digits of a UUID."""
_ID_LENGTH: Final = 50
_SHORT: Final = 40
_SCALARS = frozenset({str, int, bool, type(None)})
"""Types of values that are stored as they are."""
_INFINITIES = frozenset({float("inf"), float("-inf")})


class Unstorable(ValueError):  # noqa: N818 - it names the document's fault
    """A document holds what is not stored, though JSON has it."""


def plain_copy(document: Mapping[str, Any]) -> Document:
    """A copy that shares nothing with the original; tuples become lists, as JSON would have it.

    Raises:
        TypeError: a value, or the name of a field, is of a type that JSON does not have.
        Unstorable: a number is not finite, or containers are nested more than `MAX_DEPTH` deep.
    """
    return _copy_mapping(document, MAX_DEPTH)


def storable(value: Any) -> Any:
    """A value inside of a document, as `plain_copy` copies it; it raises the same."""
    return _copy_value(value, MAX_DEPTH - 1)


def _copy_mapping(mapping: Mapping[Any, Any], depth: int) -> Document:
    if not depth:
        raise Unstorable("nested too deeply")
    copied = {}
    for name, value in mapping.items():
        if type(name) is not str:
            raise TypeError(f"a field is named {name!r}, which is not text")
        copied[name] = value if type(value) in _SCALARS else _copy_value(value, depth - 1)
    return copied


def _copy_value(value: Any, depth: int) -> Any:
    kind = type(value)
    if kind in _SCALARS:
        return value
    if kind is float:
        if value != value or value in _INFINITIES:  # noqa: PLR0124 - only a NaN differs from itself
            raise Unstorable(f"{value} is not a number that can be stored")
        return value
    if isinstance(value, Mapping):
        return _copy_mapping(value, depth)
    if isinstance(value, list | tuple):
        if not depth:
            raise Unstorable("nested too deeply")
        return [_copy_value(item, depth - 1) for item in value]
    raise TypeError(f"a value of type {kind.__name__} cannot be stored")


def identical(one: Any, other: Any) -> bool:
    """Say whether two plain values would be stored alike: 1, 1.0 and true are three different things."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(identical(value, other[name]) for name, value in one.items())
    if isinstance(one, list):
        return len(one) == len(other) and all(map(identical, one, other))
    return bool(one == other)


def short(value: object) -> str:
    """A value as a sentence names it."""
    text = repr(value)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def is_document_id(key: str) -> bool:
    """Say whether the text is a whole number, written the one way that TinyDB writes it."""
    digits = key.removeprefix("-")
    is_number = digits.isdecimal() and digits.isascii() and len(key) <= _ID_LENGTH
    return is_number and (digits[0] != "0" or key == "0")


def are_document_ids(keys: Collection[str]) -> bool:
    """Say whether all are document ids as they mostly are; where it says no, `is_document_id` may still say yes."""
    together = "".join(keys)
    return not keys or (
        together.isdecimal() and together.isascii() and "" not in keys
        and max(map(len, keys)) <= _ID_LENGTH and "0" not in {key[0] for key in keys}
    )  # fmt: skip


def document_key(doc_id: int) -> str:
    """The text under which a document is stored.

    Raises:
        ValueError: TinyDB would take the number, but the logbook's file would not.
    """
    key = str(int(doc_id))
    if not is_document_id(key):
        raise ValueError(f"{doc_id} cannot be the number of a document")
    return key


def number_after(taken: Iterable[int]) -> int:
    """The number after all that are taken; those that only others give are passed over."""
    return 1 + max((each for each in taken if 0 < each < LARGEST - 1), default=0)
