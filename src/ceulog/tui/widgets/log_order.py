"""The order of the log: by any column, either way; what is equal stands newest first."""

from collections.abc import Callable, Mapping, Sequence
from itertools import compress, count
from operator import attrgetter

from ceulog.domain.activities import Activity, ceus_of
from ceulog.domain.differing import in_common
from ceulog.tui.widgets.log_rows import TITLES, Facts, Name, Order, state_of

_DESCENDING_FIRST: frozenset[Name] = frozenset({"date", "ceus"})
"""Columns of which one wants to see the largest first."""
_STATES = ("attended?", "uncounted", "no proof", "", "planned")
"""By what there is to do."""


def order_by(column: Name, now: Order) -> Order:
    """Sort by a column; by the same one again, the other way round."""
    return now._replace(descending=not now.descending) if column == now.column else _fresh(column)


def next_order(now: Order) -> Order:
    """Sort by the next column, as one would first want to see it."""
    names = list(TITLES)
    return _fresh(names[(names.index(now.column) + 1) % len(names)])


def _fresh(column: Name) -> Order:
    return Order(column, column in _DESCENDING_FIRST)


def order_words(order: Order) -> str:
    """The order in words; nothing for the usual one."""
    if order == Order():
        return ""
    return f"by {TITLES[order.column] if order.column == 'ceus' else TITLES[order.column].lower()}" + (
        ", largest first" if order.column == "ceus" and order.descending else ""
    )


def ordered(by_date: list[Activity], order: Order, facts: Facts) -> list[Activity]:
    """Activities that come by date, in an order."""
    if order == Order("date", descending=False):
        return by_date
    newest = by_date[::-1]
    if order.column == "date":
        return newest
    found = sorted(newest, key=_keys(facts)[order.column], reverse=order.descending)
    # those without a sponsor come last either way
    return sorted(found, key=lambda each: not each.sponsor) if order.column == "sponsor" else found


def place_after(
    place: int, before: Sequence[Activity], after: Sequence[Activity], log: Mapping[str, Activity]
) -> int | None:
    """Where the entry at a place of one list stands in the next; None where it stands there no more.

    Args:
        place: the place.
        before: the list.
        after: the next one.
        log: the log that the next one is from, by ids.
    """
    key = before[place].id
    if (now := log.get(key)) is None or now.trashed:
        return None
    # an edit moves few entries, and none of them far
    for near in (place, place + 1, place - 1):
        if 0 <= near < len(after) and after[near].id == key:
            return near
    common = in_common(before, after)
    if place >= len(before) - common.end:
        return place + len(after) - len(before)
    ids = map(attrgetter("id"), common.middle(after))
    return next(compress(count(common.begin), map(key.__eq__, ids)), None)


def _keys(facts: Facts) -> dict[Name, Callable[[Activity], str | int]]:
    return {
        "title": lambda each: each.title.casefold(),
        "sponsor": lambda each: each.sponsor.casefold(),
        "for": lambda each: " ".join(each.credits),
        "state": lambda each: _STATES.index(state_of(each, facts)[0]),
        "ceus": lambda each: int(ceus_of(each) * 100),
    }
