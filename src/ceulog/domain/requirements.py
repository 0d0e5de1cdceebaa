"""The words in which a rule of renewal is written.

A rule is a row in a TOML file; each class here is one word of that language. What a word does is in
`counting` and `bars`; nothing here knows of any organization.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from typing import Literal, Union

from ceulog.domain.activities import Activity
from ceulog.domain.named import NamedTuple

Field = Literal["domain", "provided_by", "type", "sponsor", "approved_for"]

_REMEMBERED = 4096
"""Answers of whether a value has a property; a long log has the same values over and over."""


class Where(NamedTuple):
    """A property of activities: a field that has one of these values, or none of those."""

    field: Field
    any_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()

    def matches(self, activity: Activity) -> bool:
        """Say whether the activity has the property."""
        return self.holds(getattr(activity, self.field))

    def holds(self, value: str | int | tuple[str, ...] | None) -> bool:
        """Say whether a value of the field is such."""
        return _has(self, value)

    def tester(self) -> Callable[[Activity], bool]:
        """`matches` for many activities: each value of the field is looked at once."""
        known, look = _Known(self), attrgetter(self.field)
        return lambda activity: known[look(activity)]


class _Known(dict[str | int | tuple[str, ...] | None, bool]):
    """Values of a field -> whether they are what is asked for."""

    def __init__(self, where: Where) -> None:
        super().__init__()
        self._where = where

    def __missing__(self, value: str | int | tuple[str, ...] | None) -> bool:
        self[value] = found = _has(self._where, value)
        return found


@lru_cache(_REMEMBERED)
def _has(where: Where, value: str | int | tuple[str, ...] | None) -> bool:
    values = _folded(_values(where.field, value))
    wanted = not where.any_of or not _folded(where.any_of).isdisjoint(values)
    return wanted and _folded(where.none_of).isdisjoint(values)


def _values(field: Field, value: str | int | tuple[str, ...] | None) -> tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    text = "" if value is None else str(value)
    if field == "sponsor":
        return (text, *text.replace("/", " ").replace(",", " ").split())
    return () if value is None else (text,)


def _folded(values: Iterable[str]) -> frozenset[str]:
    return frozenset(each.casefold() for each in values)


class Pool(NamedTuple):
    """What the member owes in all, in CEUs.

    `by-count`: `table` by the number of credentials held. `largest-plus`: the largest of `figures`
    held, and `plus` for each further credential, up to `ceiling`. `each`: every credential its own
    of `figures`, and an activity counts for each of them.
    """

    kind: Literal["by-count", "largest-plus", "each"]
    table: tuple[Decimal, ...] = ()
    figures: Mapping[str, Decimal] = {}
    plus: Decimal = Decimal(0)
    ceiling: Decimal | None = None
    not_counted: tuple[str, ...] = ()
    """`by-count`: codes of credentials that are not counted in the number held."""
    source: str = ""


class Minimum(NamedTuple):
    """CEUs of one kind inside the pool, owed for one credential.

    Of which kind: approved for that credential, or having the property `where`.
    """

    label: str
    ceus: Decimal
    kind: Literal["minimum"] = "minimum"
    credentials: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    when_alone: Decimal | None = None
    """The CEUs owed when it is the only credential of its organization."""
    where: Where | None = None
    required: bool = True
    source: str = ""


class Share(NamedTuple):
    """At least `percent` of the needed CEUs with a property, rounded up to whole CEUs."""

    label: str
    percent: int
    where: Where
    kind: Literal["share"] = "share"
    binds: bool = True
    """Whether it binds a cycle of this edition unless the holder switches it."""
    switchable: bool = False
    required: bool = True
    source: str = ""


class Cap(NamedTuple):
    """At most `percent` of the needed CEUs with a property, rounded down to whole CEUs;
    or at most `per_activity` CEUs from one activity with it.
    """  # noqa: D205 - one sentence

    label: str
    kind: Literal["cap"] = "cap"
    where: Where | None = None
    percent: int | None = None
    per_activity: Decimal | None = None
    first: Where | None = None
    """Where only some fit under a percentage: those with this property come first, then the earlier ones."""
    source: str = ""


class TickBox(NamedTuple):
    """So many checkboxes, each optionally worth CEUs inside the pool."""

    label: str
    kind: Literal["tick"] = "tick"
    boxes: int = 1
    ceus: Decimal | None = None
    """CEUs that each ticked box is worth."""
    per: Literal["cycle", "cycle-year", "ever"] = "cycle"
    """`cycle-year`: at most one box counts in each year of the cycle. `ever`: it never reopens, and what
    was there before the award counts too.
    """
    credentials: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    required: bool = True
    relaxable: bool = False
    """Whether the holder may make it optional."""
    note: str = ""
    """A sentence that stands beside the box."""
    source: str = ""


class Hours(NamedTuple):
    """So many hours spent in activities with a property: their minutes, whatever CEUs they granted.

    They add up over all cycles, and from before the award too.
    """

    label: str
    hours: Decimal
    where: Where
    kind: Literal["hours"] = "hours"
    credentials: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    required: bool = True
    source: str = ""


class AnyOf(NamedTuple):
    """Met when one of its parts is met."""

    label: str
    of: tuple["Requirement", ...]
    kind: Literal["any_of"] = "any_of"
    credentials: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    required: bool = True
    source: str = ""


class AllOf(NamedTuple):
    """Met when all of its parts are met."""

    label: str
    of: tuple["Requirement", ...]
    kind: Literal["all_of"] = "all_of"
    credentials: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    required: bool = True
    source: str = ""


Requirement = Union[Minimum, Share, Cap, TickBox, Hours, AnyOf, AllOf]  # noqa: UP007 - forward references
OwnRequirement = Minimum | TickBox | Hours | AnyOf | AllOf
"""The kinds that may belong to single credentials."""


def boxes_in(rules: Iterable[Requirement]) -> Iterator[TickBox]:
    """Every checkbox among some requirements, those inside of choices too; one that several roads share
    is named once.
    """  # noqa: D205 - one sentence
    seen: set[str] = set()
    for rule in rules:
        inside = (rule,) if isinstance(rule, TickBox) else boxes_in(rule.of) if isinstance(rule, AnyOf | AllOf) else ()
        for box in inside:
            if box.label not in seen:
                seen.add(box.label)
                yield box
