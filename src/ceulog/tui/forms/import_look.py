"""What is known of a table before it is imported: its columns, its plan, and what stands in the way of one."""

from collections.abc import Callable, Mapping, Sequence

from ceulog.domain.named import NamedTuple
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.importing.headers import Choice, column_choices
from ceulog.exchange.importing.planning import ImportPlan
from ceulog.logbook.import_doubts import doubts
from ceulog.logbook.import_memory import Memory
from ceulog.logbook.import_source import Source
from ceulog.logbook.importing import (
    AmbiguousDates,
    Table,
    plan_of,
    table_with,
)
from ceulog.logbook.logbook import Logbook

FIELDS = {
    "date": "Date", "title": "Title", "ceus": "CEUs", "minutes": "Minutes", "sponsor": "Sponsor", "type": "Kind",
    "index_number": "Index no.", "credential": "Credential", "domain": "Domain", "provided_by": "Provided by",
    "presenter": "Presenter", "location": "Place", "notes": "Notes", "status": "Status",
}  # fmt: skip
"""The fields that can be given a column, and what they are called."""


class Wishes(NamedTuple):
    """What was said of a table."""

    columns: Mapping[str, str] = {}
    """Field -> the name or number of its column; empty for none."""
    order: Order | None = None
    """Of month and day."""


class Look(NamedTuple):
    """A table, and what importing it would do."""

    source: Source
    table: Table
    plan: ImportPlan | None
    """None while something is not known that it needs."""
    doubts: Sequence[str] = ()
    """What is not understood of it, in sentences."""

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The columns that there are."""
        return column_choices(self.source.rows, self.table.columns.header)

    @property
    def lacks(self) -> tuple[str, ...]:
        """The fields that need a column and have none."""
        return self.table.columns.missing

    def order_said(self, wishes: Wishes) -> Order | None:
        """The order of month and day, as it was said this time or earlier."""
        return wishes.order or (self.table.recalled.order if self.table.recalled else None)

    @property
    def to_import(self) -> int:
        """How many activities would be added or changed."""
        return len(self.plan.change.edits) if self.plan else 0


def look_at(
    source: Source, wishes: Wishes, logbook: Logbook, memory: Memory, report: Callable[[int, int], object]
) -> Look:
    """Work out what importing would do; nothing is written.

    Args:
        source: what was read.
        wishes: what was said of it.
        logbook: where it would go.
        memory: what was said of other tables.
        report: is told now and then how many steps are done, of how many.

    Raises:
        Refusal: a column is named that is not there.
        StorageError: the log cannot be read.
    """
    table = table_with(source, wishes.columns, memory, complete=False)
    if table.columns.missing:
        return Look(source, table, None)
    whole = 2 * len(table.rows)
    try:
        plan = plan_of(table, logbook, wishes.order, report=lambda done: report(done, whole))
    except AmbiguousDates:
        return Look(source, table, None)
    return Look(source, table, plan, doubts(table, logbook.rulebook))
