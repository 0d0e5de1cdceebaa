"""Entries with nothing out of the ordinary: nearly all of a long log, told apart in one look at each."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from ceulog.domain.activities import Activity
from ceulog.domain.counting import Frame
from ceulog.domain.cycles import ONE_DAY
from ceulog.domain.index import LogIndex

_date = attrgetter("date")
_look = attrgetter("id", "status", "next_cycle", "trashed", "type")


def usual(activities: Sequence[Activity], frame: Frame, index: LogIndex) -> list[bool]:
    """Of each activity in view, by date, whether `counting.reason_against` is sure to find no reason.

    Where it says no, there may still be none. It holds whether or not what is planned is counted, and whatever the
    caps leave idle.
    """
    first, last = max(frame.first_award, frame.cycle.start), min(frame.cycle.last_day, frame.on)
    if frame.previous and frame.previous.closing is None:
        first = max(first, frame.previous.last_day + ONE_DAY)
    core_only, rivals = frozenset(frame.edition.core_only), index.rivalries
    spent = frame.spent.ids.union(each.id for number in frame.spent.numbers for each in index.with_index_number(number))
    begin = bisect_left(activities, first, key=_date)
    end = max(begin, bisect_right(activities, last, key=_date))
    within = [
        status == "done" and not next_cycle and trashed is None
        and kind not in core_only and key not in rivals and key not in spent
        for key, status, next_cycle, trashed, kind in map(_look, activities[begin:end])
    ]  # fmt: skip
    return [False] * begin + within + [False] * (len(activities) - end)
