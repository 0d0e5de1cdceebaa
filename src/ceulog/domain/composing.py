"""Many new activities composed at once, field by field: as `entries.compose` makes each of them."""

import datetime as dt
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any, TypeVar

from ceulog.domain.activities import Activity
from ceulog.domain.editions import Rulebook
from ceulog.domain.entries import LINES, PLAIN, Entry, codes_of, credits_of
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.text import all_tidy

T = TypeVar("T")


def all_composed(
    entries: Sequence[Entry], ids: Sequence[str], state: LogState, rulebook: Rulebook, today: dt.date
) -> list[Activity | None]:
    """A new activity of each entry; None where there is anything to refuse, or to look at more closely.

    Args:
        entries: what was given, with its title and date, and with notes that are tidy.
        ids: of the activities, in the same order.
        state: the log.
        rulebook: the rules.
        today: today.
    """
    given = dict(zip(Entry._fields, zip(*entries, strict=True), strict=True))
    made: dict[str, Sequence[Any]] = {
        name: (default,) * len(entries) for name, default in Activity._field_defaults.items()
    }
    made["id"] = ids
    made |= {name: _or_default(name, given[name]) for name in (*LINES, *PLAIN, "notes")}
    made |= {name: all_tidy(made[name]) for name in LINES}
    if any(given["portal"]):
        made["portal"] = [{code: steps for code, steps in (each or {}).items() if steps} for each in given["portal"]]
    made["approved_for"] = _once(lambda codes: codes_of(codes or (), rulebook), given["approved_for"])
    granted = [None if each is None else tuple(each.items()) for each in given["credits"]]
    granting = zip(given["organizations"], granted, given["ceus"], given["minutes"], strict=True)
    made["credits"] = _once(lambda key: _granted(key, today, state, rulebook), granting)
    rows = zip(*(made[name] for name in Activity._fields), strict=True)
    activities: list[Activity | None] = list(map(partial(tuple.__new__, Activity), rows))
    questions = (made["next_cycle"], given["cleared"], [each > today for each in made["date"]])
    granted_none = [None in each for each in zip(made["credits"], made["approved_for"], strict=True)]
    if not any(map(any, (*questions, granted_none))):
        return activities
    asked = map(any, zip(*questions, granted_none, strict=True))
    return [None if is_asked else each for each, is_asked in zip(activities, asked, strict=True)]


def _or_default(name: str, column: Sequence[Any]) -> Sequence[Any]:
    """A field as it was given; where it was not, as it is without a word."""
    if not column.count(None):
        return column
    default = Activity._field_defaults.get(name)
    return [default if each is None else each for each in column]


def _once(read: Callable[[Any], T], column: Iterable[Hashable]) -> list[T | None]:
    """What is read of each value, of equal ones once; None where it is refused."""
    keys = list(column)
    known = {key: _or_none(read, key) for key in set(keys)}
    return list(map(known.__getitem__, keys))


def _or_none(read: Callable[[Any], T], value: Any) -> T | None:
    try:
        return read(value)
    except Refusal:
        return None


def _granted(key: tuple[Any, ...], today: dt.date, state: LogState, rulebook: Rulebook) -> Mapping[str, Decimal]:
    """The CEUs of each organization, which nothing else of an entry can change."""
    organizations, granted, ceus, minutes = key
    apart = None if granted is None else dict(granted)
    entry = Entry(organizations=organizations, credits=apart, ceus=ceus, minutes=minutes)
    return credits_of(entry, Activity("", today, "", {}, ceus, minutes), None, state, rulebook)
