"""What comes of each line of a table: what it says of an activity, why it cannot be taken, or that it is none."""

import datetime as dt
from collections.abc import Mapping

from ceulog.domain.activities import PortalStep
from ceulog.domain.entries import Entry
from ceulog.domain.named import NamedTuple
from ceulog.exchange.importing.records import Record

NO_CYCLE = dt.date.min
"""In the place of a cycle's last day: it counts in none, and is earlier than every other."""


class Line(NamedTuple):
    """One line of the table that could be read."""

    record: Record
    entry: Entry
    id: str = ""
    """The id of the activity, in a table of our own."""
    cycle: dt.date = NO_CYCLE
    """The last day of the cycle that it counts in, in an export of ours."""
    in_portals: Mapping[str, tuple[PortalStep, ...]] = {}
    """Organization -> the steps in its portal, where somebody wrote them into our export by hand."""
    also: tuple[Record, ...] = ()
    """Further records about the same activity, of which it has all that they say."""


class Rejected(NamedTuple):
    """One line that could not be taken, and why."""

    record: Record
    column: str
    """As the file calls it; empty when it is the whole line."""
    value: str
    reason: str


class LeftOut(NamedTuple):
    """One line that says of itself that it is none."""

    record: Record
    reason: str


Outcome = Line | Rejected | LeftOut
