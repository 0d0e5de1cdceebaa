"""The activities that a count is about, and what holds of each; after an edit only those that differ are looked at."""

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence
from decimal import Decimal
from itertools import compress
from operator import attrgetter

from ceulog.domain.activities import Activity
from ceulog.domain.differing import Common
from ceulog.domain.pools import ZERO
from ceulog.domain.requirements import Where

_date = attrgetter("date")


class Picks:
    """Activities credited to one organization, by date. Never changed: `after` gives the next ones.

    Args:
        activities: by date.
        code: the organization's.
    """

    def __init__(self, activities: Sequence[Activity], code: str) -> None:
        self._code = code
        self.activities = activities
        self.whole: Sequence[Decimal] = [each.credits[code] for each in activities]
        """CEUs that each is credited with."""
        self._having: dict[Where, Sequence[bool]] = {}

    def after(self, activities: Sequence[Activity], common: Common) -> "Picks":
        """Those of another list, which has so much in common with this one."""
        fresh = Picks(common.middle(activities), self._code)
        following = Picks((), self._code)
        following.activities = activities
        following.whole = common.carried(self.whole, fresh.whole)
        having = [*self._having.items()]  # two threads may count from the same ones
        following._having = {where: common.carried(known, fresh.which(where)) for where, known in having}
        return following

    def which(self, where: Where) -> Sequence[bool]:
        """Of each, whether it has a property; looked at when first asked for."""
        if where not in self._having:
            self._having[where] = [*map(where.tester(), self.activities)]
        return self._having[where]

    def places(self, where: Where | None) -> Sequence[int]:
        """Where those stand that have a property; all for None."""
        everywhere = range(len(self.activities))
        return [*compress(everywhere, self.which(where))] if where else everywhere

    def total(self, ceus: Sequence[Decimal], where: Where | None, since: dt.date = dt.date.min) -> Decimal:
        """The sum of CEUs over those that have a property, from a day on.

        Args:
            ceus: of each of the activities.
            where: the property; None for all.
            since: the day.
        """
        begin = bisect_left(self.activities, since, key=_date)
        return sum(compress(ceus[begin:], self.which(where)[begin:]) if where else ceus[begin:], ZERO)
