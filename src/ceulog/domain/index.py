"""What progress is worked out from: the activities of each organization by date, and who shares an index number."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from operator import attrgetter

from ceulog.domain.activities import Activity, chronological, in_order
from ceulog.domain.listings import place_of
from ceulog.domain.spans import Step
from ceulog.domain.text import index_key, index_keys


class LogIndex:
    """Activities by organization in order of date, and by index number. Never changed: `after` gives the next one."""

    __slots__ = ("_by_number", "_by_organization", "_rivals")

    def __init__(
        self,
        by_organization: dict[str, list[Activity]],
        by_number: dict[str, Activity],
        rivals: dict[str, tuple[Activity, ...]],
    ) -> None:
        self._by_organization = by_organization
        self._by_number = by_number
        """Index number -> an activity that bears it."""
        self._rivals = rivals
        """Id -> all that bear its index number, by date; of those that are not the only one."""

    def since(self, organization: str, day: dt.date) -> list[Activity]:
        """The activities credited to an organization, from a day on."""
        found = self._by_organization.get(organization, [])
        return found[bisect_left(found, day, key=_date) :]

    def before(self, organization: str, day: dt.date) -> list[Activity]:
        """The activities credited to an organization that are dated before a day."""
        found = self._by_organization.get(organization, [])
        return found[: bisect_left(found, day, key=_date)]

    def rivals(self, activity: Activity) -> tuple[Activity, ...]:
        """Those that bear the index number of an entry, by date, itself among them; none where it is the only one."""
        return self._rivals.get(activity.id, ())

    @property
    def rivalries(self) -> Mapping[str, tuple[Activity, ...]]:
        """Id -> all that bear its index number, of every entry that is not the only one."""
        return self._rivals

    def with_index_number(self, index_number: str) -> tuple[Activity, ...]:
        """The activities that bear the same index number, by date; none for no index number."""
        found = self._by_number.get(index_key(index_number))
        return self._rivals.get(found.id, (found,)) if found else ()

    def after(self, steps: Iterable[Step]) -> "LogIndex":
        """The index after some changes; the work is in proportion to them, but for copying what is looked up."""
        steps = tuple(steps)
        touched = {code for step in steps for each in step if each for code in each.credits}
        by_organization = {
            code: found.copy() if code in touched else found for code, found in self._by_organization.items()
        }
        following = LogIndex(by_organization, self._by_number.copy(), self._rivals.copy())
        for before, after in steps:
            if before:
                following._take_out(before)
            if after:
                following._put_in(after)
        return following

    def _take_out(self, activity: Activity) -> None:
        for code in activity.credits:
            found = self._by_organization[code]
            del found[place_of(activity, found)]
        if key := index_key(activity.index_number):
            left = [each for each in self.with_index_number(key) if each.id != activity.id]
            self._rivals.pop(activity.id, None)
            self._share(key, left)

    def _put_in(self, activity: Activity) -> None:
        for code in activity.credits:
            found = self._by_organization.setdefault(code, [])
            found.insert(place_of(activity, found), activity)
        if key := index_key(activity.index_number):
            self._share(key, sorted((*self.with_index_number(key), activity), key=chronological))

    def _share(self, key: str, bearers: list[Activity]) -> None:
        """Note who bears an index number now."""
        if bearers:
            self._by_number[key] = bearers[0]
        else:
            del self._by_number[key]
        for each in bearers:
            if len(bearers) > 1:
                self._rivals[each.id] = tuple(bearers)
            else:
                self._rivals.pop(each.id, None)


def index_of(activities: Iterable[Activity]) -> LogIndex:
    """The index of activities in any order."""
    ordered = in_order(activities)
    by_organization: dict[str, list[Activity]] = {}
    for activity in ordered:
        for organization in activity.credits:
            by_organization.setdefault(organization, []).append(activity)
    numbers = index_keys([each.index_number for each in ordered])
    by_number = dict(zip(numbers, ordered, strict=True))
    by_number.pop("", None)
    return LogIndex(by_organization, by_number, _rivals(numbers, ordered, len(by_number)))


def _rivals(numbers: list[str], ordered: list[Activity], different: int) -> dict[str, tuple[Activity, ...]]:
    if len(numbers) - numbers.count("") == different:
        return {}
    groups: dict[str, list[Activity]] = {}
    for number, activity in zip(numbers, ordered, strict=True):
        if number:
            groups.setdefault(number, []).append(activity)
    return {each.id: tuple(found) for found in groups.values() if len(found) > 1 for each in found}


_date = attrgetter("date")
