"""The log with its filter, its sums and its headings: finds, sorts, marks."""

from collections.abc import Callable, Collection

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import DescendantFocus, Resize
from textual.widgets import Input, Static

from ceulog.domain.activities import Activity
from ceulog.domain.filtering import EMPTY, parse_search, pile_of
from ceulog.domain.state import LogState
from ceulog.tui.keys import with_keys
from ceulog.tui.log_totals import fitting_sums, marked_words, sums_of, sums_of_log, sums_words
from ceulog.tui.widgets.contents import put_line
from ceulog.tui.widgets.filter_line import FilterLine
from ceulog.tui.widgets.log_order import next_order, order_by, ordered
from ceulog.tui.widgets.log_rows import Facts, Order
from ceulog.tui.widgets.log_view import LogHeading, LogView, Shown
from ceulog.wording.phrases import NOTHING_FOUND, NOTHING_LOGGED

LEAST_FILTER, MOST_FILTER = 4, 30
"""Cells that the sums leave to the filter: while entries are marked, and for a long text."""
SLACK = 3
"""Cells that the sums may keep from an empty filter, so that most edits leave all where it is."""
LONG = 5000
"""Entries of a log that takes longer to add up than a key should."""


class LogPanel(Vertical):
    """Shows the entries that fit the filter, in an order of any column."""

    DEFAULT_CSS = """
    LogPanel {
        & #find { height: 1; padding: 0 1; background: $field; }
        & #filter { width: 1fr; background: transparent; }
        & #totals { width: auto; color: $muted; text-align: right; }
        & #totals.-marked { color: $accent; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._log = LogState()
        self._facts = Facts()
        self._order = Order()
        self._sorted: list[Activity] = []
        self._shown: list[Activity] = []
        self._pile = EMPTY
        """What the filter picks from; made when it is first used."""
        self._words: tuple[str, ...] = ()

    def compose(self) -> ComposeResult:
        """The filter and the sums, the headings, the rows."""
        with Horizontal(id="find"):
            yield FilterLine(id="filter")
            yield Static(id="totals", markup=False)
        yield LogHeading(id="columns")
        yield LogView(id="rows")

    def show(self, log: LogState, facts: Facts) -> None:
        """Show another log; filter, order, cursor and marks stay."""
        self._log, self._facts = log, facts
        self._sort_anew()

    def acknowledge(self, log: LogState) -> None:
        """Keep another state of the log that holds the same, so that the one before can be let go."""
        self._log = log

    @property
    def rows(self) -> LogView:
        """The rows themselves."""
        return self.query_one(LogView)

    @property
    def is_filtered(self) -> bool:
        """Whether something is typed into the filter."""
        return bool(self.query_one("#filter", Input).value.strip())

    def _sort_anew(self) -> None:
        """Sort the whole log, which the filter then only picks from."""
        self._sorted = ordered(self._log.kept.activities, self._order, self._facts)
        self.query_one(LogHeading).show(self._order, self._facts.style)
        self._show_rows()

    @on(Input.Changed, "#filter")
    def _pick_rows(self) -> None:
        """Show what fits; of a long log the sums follow when the first hits are on the screen."""
        if len(self._sorted) < LONG:
            self._show_rows()
        else:
            self._show_rows(sum_up=self.call_after_refresh)

    def _show_rows(self, sum_up: Callable[[Callable[[], object]], object] = lambda now: now()) -> None:
        text = self.query_one("#filter", Input).value
        shown = self._found(text) if text.strip() else self._sorted
        empty = NOTHING_FOUND if self._sorted else with_keys(NOTHING_LOGGED)
        self.rows.show(Shown(shown, self._facts, empty), self._log.activities)
        self._shown = shown
        sum_up(self._sum_up)

    def _sum_up(self) -> None:
        whole = self._shown is self._sorted
        sums = sums_of_log(self._log, self._facts) if whole else sums_of(self._shown, self._facts)
        self._words = sums_words(sums, self._order)
        self._show_sums()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Make ready what the filter picks from, before the first key."""
        if event.widget.id == "filter":
            self.call_after_refresh(self._fill_pile)

    def _fill_pile(self) -> None:
        if self._pile.activities is not self._sorted:
            self._pile = pile_of(self._sorted, self._pile)

    def _found(self, text: str) -> list[Activity]:
        self._fill_pile()
        return parse_search(text).pick(self._pile, self._facts.today)

    @on(LogView.Marked)
    @on(Resize)
    def _show_sums(self) -> None:
        """What is shown, or what is marked, at the length that leaves the filter its room."""
        marked, typed = self.rows.marked, cell_len(self.query_one("#filter", Input).value)
        choices = marked_words(marked, self._facts) if marked else self._words
        left = LEAST_FILTER if marked else min(typed + 2, MOST_FILTER)
        words = fitting_sums(choices, self.size.width, left)
        sums = self.query_one("#totals", Static)
        put_line(sums, words, 0 if marked or typed else SLACK)
        sums.set_class(bool(marked), "-marked")

    # --- finding and sorting -------------------------------------------------------------------------------

    def clear(self) -> None:
        """Take the marks off; when there are none, show the whole log again."""
        if not self.rows.clear_marks():
            self.query_one("#filter", Input).value = ""
        self.rows.focus()

    def place(self, ids: Collection[str]) -> bool:
        """Put the cursor on the first shown of some entries; say whether one is shown."""
        return self.rows.place(ids)

    def go_to(self, activity_id: str) -> None:
        """Put the cursor on an entry, whatever the filter."""
        if not self.rows.place([activity_id]):
            self.query_one("#filter", Input).value = ""
            self._show_rows()
            self.rows.place([activity_id])
        self.rows.focus()

    def go_to_now(self) -> None:
        """Go to the newest entry that is not still to come, in the order of days."""
        today = self._facts.today
        if self._order.column != "date":
            self.sort(Order())
        latest = max((each.date for each in self._sorted if each.date <= today), default=None)
        self.rows.place_where(lambda each: each.date <= today and (self._order.descending or each.date == latest))
        self.rows.focus()

    def sort(self, order: Order) -> None:
        """Sort in another order."""
        self._order = order
        self._sort_anew()

    def sort_next(self) -> None:
        """Sort by the next column."""
        self.sort(next_order(self._order))

    def reverse(self) -> None:
        """Turn the order round."""
        self.sort(self._order._replace(descending=not self._order.descending))

    @on(LogHeading.Chosen)
    def _column_chosen(self, event: LogHeading.Chosen) -> None:
        self.sort(order_by(event.column, self._order))
