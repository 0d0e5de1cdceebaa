"""Lists of the log's activities that are kept in order from one edit to the next."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from decimal import Decimal

from ceulog.domain.activities import Activity, ceus_of, chronological
from ceulog.domain.pools import ZERO
from ceulog.domain.spans import Step


class Listing:
    """The activities that belong to a list, by date. Never changed: `after` gives the next one.

    Args:
        activities: those that belong to it, by date.
        belongs: whether one does.
        ceus: their sum, where it is known.
    """

    __slots__ = ("_belongs", "_ceus", "activities")

    def __init__(
        self, activities: list[Activity], belongs: Callable[[Activity], bool], ceus: Decimal | None = None
    ) -> None:
        self.activities = activities
        self._belongs = belongs
        self._ceus = ceus

    @property
    def ceus(self) -> Decimal:
        """The sum of their CEUs, each by its one figure; added up when first asked for."""
        if self._ceus is None:
            self._ceus = sum(map(ceus_of, self.activities), ZERO)
        return self._ceus

    def after(self, steps: Iterable[Step]) -> "Listing":
        """The list after some changes."""
        activities, ceus = self.activities.copy(), self._ceus
        for old, new in steps:
            if old and self._belongs(old):
                del activities[place_of(old, activities)]
                ceus = None if ceus is None else ceus - ceus_of(old)
            if new and self._belongs(new):
                activities.insert(place_of(new, activities), new)
                ceus = None if ceus is None else ceus + ceus_of(new)
        return Listing(activities, self._belongs, ceus)


def place_of(activity: Activity, by_date: list[Activity]) -> int:
    """Where an activity stands in a list by date, or would."""
    return bisect_left(by_date, chronological(activity), key=chronological)
