"""The order of the log: by any column, either way; what is equal stands newest first."""

from bisect import bisect_left
from collections.abc import Callable, Mapping

from ceulog.domain.activities import Activity
from ceulog.domain.differing import changed, gone
from ceulog.domain.filtering import ceus_of
from ceulog.tui.widgets.log_rows import TITLES, Facts, Name, Order, state_of

_DESCENDING_FIRST: frozenset[Name] = frozenset({"date", "ceus"})
"""Columns of which one wants to see the largest first."""
_FEW = 64
"""Changes up to which a sorted list is mended; after more it is sorted anew, which is quicker then."""
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


def newest_after(
    newest: list[Activity], before: Mapping[str, Activity], after: Mapping[str, Activity]
) -> list[Activity]:
    """The activities of a log that are not in the trash, newest first.

    Args:
        newest: those of the log before it.
        before: the whole log before it, by ids.
        after: the log, by ids.
    """
    edited = {**changed(before, after), **dict.fromkeys(gone(before, after))}
    if len(edited) > _FEW:
        return sorted((each for each in after.values() if not each.trashed), key=_newest_first)
    found = newest.copy()
    for key, new in edited.items():
        old = before.get(key)
        if old and not old.trashed:
            del found[bisect_left(found, _newest_first(old), key=_newest_first)]
        if new and not new.trashed:
            found.insert(bisect_left(found, _newest_first(new), key=_newest_first), new)
    return found


def _newest_first(activity: Activity) -> tuple[int, str]:
    return -activity.date.toordinal(), activity.id


def ordered(newest: list[Activity], order: Order, facts: Facts) -> list[Activity]:
    """Activities that come newest first, in an order."""
    if order.column == "date":
        return newest if order.descending else newest[::-1]
    found = sorted(newest, key=_keys(facts)[order.column], reverse=order.descending)
    # those without a sponsor come last either way
    return sorted(found, key=lambda each: not each.sponsor) if order.column == "sponsor" else found


def _keys(facts: Facts) -> dict[Name, Callable[[Activity], str | int]]:
    return {
        "title": lambda each: each.title.casefold(),
        "sponsor": lambda each: each.sponsor.casefold(),
        "for": lambda each: " ".join(each.credits),
        "state": lambda each: _STATES.index(state_of(each, facts)[0]),
        "ceus": lambda each: int(ceus_of(each) * 100),
    }
