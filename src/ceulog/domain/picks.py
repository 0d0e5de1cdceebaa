"""Which of many activities have a property that a rule names; after an edit only those that differ are looked at."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import compress
from operator import attrgetter

from ceulog.domain.activities import Activity
from ceulog.domain.differing import in_common
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import Where

_date = attrgetter("date")


class Picks:
    """Activities by date, which nobody changes, and what was found out about each of them."""

    def __init__(self, activities: Sequence[Activity]) -> None:
        self.activities = activities
        self._having: dict[Where, Sequence[bool]] = {}

    def after(self, activities: Sequence[Activity]) -> "Picks":
        """Those of another list, with what was found out about the same activities taken over."""
        following = Picks(activities)
        if self._having:
            common = in_common(self.activities, activities)
            fresh = common.middle(activities)
            following._having = {
                where: common.carried(known, map(where.tester(), fresh)) for where, known in self._having.items()
            }
        return following

    def having(self, where: Where | None) -> Sequence[Activity]:
        """Those that have a property; all for None."""
        return [*compress(self.activities, self._which(where))] if where else self.activities

    def total(self, ceus: Sequence[Decimal], where: Where | None, since: dt.date = dt.date.min) -> Decimal:
        """The sum of what those count that have a property, from a day on.

        Args:
            ceus: of each of the activities.
            where: the property; None for all.
            since: the day.
        """
        begin = bisect_left(self.activities, since, key=_date)
        return sum(compress(ceus[begin:], self._which(where)[begin:]) if where else ceus[begin:], ZERO)

    def _which(self, where: Where) -> Sequence[bool]:
        if where not in self._having:
            self._having[where] = [*map(where.tester(), self.activities)]
        return self._having[where]
