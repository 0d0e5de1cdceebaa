"""Bounds that stand beside a field in its annotation.

pydantic asks them at the gates for its schema, which is a dict; `within_bounds` reads the same objects without
importing it, for the command line.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, cast, get_args, get_origin, get_type_hints


class Amount:
    """A number above one bound (exclusive) and at most another (inclusive), finite."""

    __slots__ = ("above", "at_most")

    def __init__(self, *, above: int, at_most: int) -> None:
        self.above = above
        self.at_most = at_most

    def __get_pydantic_core_schema__(self, kind: Any, of: Callable[[Any], Any]) -> dict[str, Any]:
        return {**of(kind), "gt": self.above, "le": self.at_most}

    def holds(self, value: object) -> bool:
        """Say whether the value keeps to the bounds."""
        if isinstance(value, Decimal):
            return value.is_finite() and self.above < value <= self.at_most
        return isinstance(value, int) and self.above < value <= self.at_most


class Length:
    """Text of so many characters, both ends inclusive."""

    __slots__ = ("at_least", "at_most")

    def __init__(self, at_least: int, at_most: int) -> None:
        self.at_least = at_least
        self.at_most = at_most

    def __get_pydantic_core_schema__(self, kind: Any, of: Callable[[Any], Any]) -> dict[str, Any]:
        return {**of(kind), "min_length": self.at_least, "max_length": self.at_most}

    def holds(self, value: object) -> bool:
        """Say whether the text keeps to the length."""
        return isinstance(value, str) and self.at_least <= len(value) <= self.at_most


Bound = Amount | Length

MOST_CEUS = 200
LONGEST_TITLE, LONGEST_LINE, LONGEST_NOTE = 500, 200, 10_000
"""Characters."""
MOST_MINUTES = MOST_CEUS * 60
LARGEST_CERTIFICATE = 50 * 1024 * 1024
"""Bytes. A scan has some hundred thousand; more than this is something else."""
FIRST_YEAR, LAST_YEAR = 1900, 2199
"""Years outside these are slips of the finger."""

Ceus = Annotated[Decimal, Amount(above=0, at_most=MOST_CEUS)]
"""CEUs of one activity: more than 0, at most 200."""
Owed = Annotated[Decimal, Amount(above=0, at_most=1000)]
"""CEUs that are owed: no rule asks for so many, and a tracker's own number is not to be cut short."""
Minutes = Annotated[int, Amount(above=0, at_most=MOST_MINUTES)]
"""The length of one activity in minutes."""
Title = Annotated[str, Length(1, LONGEST_TITLE)]
Line = Annotated[str, Length(0, LONGEST_LINE)]
"""One short line of text: a sponsor, an index number, a place."""
Note = Annotated[str, Length(0, LONGEST_NOTE)]


def _bounds_of(annotation: Any) -> tuple[Bound, ...]:
    if get_origin(annotation) is Annotated:
        return tuple(part for part in get_args(annotation)[1:] if isinstance(part, Bound))
    return tuple(bound for part in get_args(annotation) for bound in _bounds_of(part))


@cache
def _bounded_fields(record_class: Any) -> tuple[tuple[str, tuple[Bound, ...]], ...]:
    hints = get_type_hints(record_class, include_extras=True)
    return tuple((name, bounds) for name, hint in hints.items() if (bounds := _bounds_of(hint)))


def within_bounds(record: Any) -> bool:
    """Say whether every bounded field of a record keeps to its bounds.

    `None` keeps to any bound; of a mapping or a tuple every value is looked at.
    """
    return not faulty_field(record)


def faulty_field(record: Any, kind: type = object) -> str:
    """The first field of a record that does not keep to its bounds; empty when all do.

    Args:
        record: any that has bounds.
        kind: values of another kind are not looked at.
    """
    for name, bounds in _bounded_fields(cast("Hashable", type(record))):  # any class is, which mypy does not see
        value = getattr(record, name)
        if value is None:
            continue
        for each in _values_of(value):
            for bound in bounds:
                if each is not None and isinstance(each, kind) and not bound.holds(each):
                    return name
    return ""


def all_within_bounds(records: Sequence[Any]) -> bool:
    """Say whether every bounded field of records of one class keeps to its bounds: as `within_bounds` of each."""
    if not records:
        return True
    columns = dict(zip(records[0]._fields, zip(*records, strict=True), strict=True))
    for name, bounds in _bounded_fields(cast("Hashable", type(records[0]))):
        column: Sequence[Any] = columns[name]
        if set(map(type, column)) == {str}:  # of which nothing but the length is looked at
            column = (min(column, key=len), max(column, key=len))
        different = dict(zip(map(id, column), column, strict=True)).values()
        values = (each for value in different for each in _values_of(value) if each is not None)
        if not all(bound.holds(each) for each in values for bound in bounds):
            return False
    return True


def _values_of(value: Any) -> Iterable[Any]:
    if type(value) in _SINGLE:  # first, for nearly all are; to ask whether something is a mapping is dear
        return (value,)
    if type(value) is tuple:
        return value
    return value.values() if isinstance(value, Mapping) else (value,)


_SINGLE = frozenset({str, int, Decimal})
