"""The log: only the rows in sight are drawn, so that 100,000 are as quick as 100."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import compress, count
from operator import attrgetter
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from ceulog.domain.activities import Activity
from ceulog.domain.named import NamedTuple
from ceulog.tui.glyphs import terminal_glyphs
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.cursor_view import CursorView
from ceulog.tui.widgets.log_order import place_after
from ceulog.tui.widgets.log_rows import (
    GUTTER,
    MARKED,
    SCROLLBAR,
    Column,
    Facts,
    Name,
    Order,
    columns_of,
    heading,
    nothing_rows,
    row,
)
from ceulog.wording.dates import DateStyle

_id = attrgetter("id")

MOST_DRAWN = 1024
"""Rows that are kept as they were drawn: the screens before and behind, not a whole long log."""


class Shown(NamedTuple):
    """What the rows are made of."""

    activities: Sequence[Activity] = ()
    facts: Facts = Facts()
    empty: str = ""
    """What stands there when there is nothing."""


class LogView(CursorView, can_focus=True):
    """Rows of activities, of which one is under the cursor and any may be marked; both stay with their activity."""

    ABOUT: ClassVar[str] = (
        "The log. Arrows, Page Up, Page Down, Home and End move; Enter edits. Space marks an entry, shift with the "
        "arrows marks several, ctrl+a all of them; {edit} and {delete} are then for all that are marked. With the "
        "mouse: a click selects, a second one edits, one at the very left marks, one on a column's name sorts."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Edit", show=False),
        Binding("space", "mark", "Mark, or take the mark off", show=False),
        Binding("shift+up", "mark_on(-1)", "Mark, and go up", show=False),
        Binding("shift+down", "mark_on(1)", "Mark, and go down", show=False),
        Binding("ctrl+a", "mark_all", "Mark all, or none", show=False),
    ]
    DEFAULT_CSS = """
    LogView { height: 1fr; min-height: 3; }
    """

    # how many rows there are matters to the scroll bar alone; the library would lay everything out anew
    virtual_size = Reactive(Size(0, 0), layout=False)

    class Opened(Message):
        """The activity under the cursor is to be edited."""

    class Marked(Message):
        """Other activities are marked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._shown = Shown()
        self._marked: set[str] = set()
        self._drawn: dict[str, tuple[Activity, tuple[object, ...], Strip]] = {}
        """Rows as they were drawn last, each with what it was drawn from."""

    def watch_virtual_size(self, size: Size) -> None:
        """Fit the scroll bar to other rows."""
        was = self.scroll_y
        self._scroll_update(size)
        if self.scroll_y != was:  # too few are left; the library tells a bar that is hidden now nothing of it
            self.vertical_scrollbar.position = self.scroll_target_y = self.scroll_y

    def notify_style_update(self) -> None:
        """Forget the rows that were drawn in other colors."""
        super().notify_style_update()
        self._drawn.clear()

    def show(self, shown: Shown, log: Mapping[str, Activity]) -> None:
        """Show other rows; the cursor stays on its activity where it can, marks only on what is shown.

        Args:
            shown: the rows.
            log: all of the log that they are from, by ids.
        """
        current, before, was = self.current, self._shown, self._cursor
        in_sight = 0 <= was - self.scroll_offset.y < self.size.height
        self._shown = shown
        place = place_after(was, before.activities, shown.activities, log) if current else None
        self._cursor = max(0, min(was if place is None else place, len(shown.activities) - 1))
        if self._marked:
            self._marked &= {each.id for each in shown.activities}
        self.virtual_size = Size(self.size.width, max(len(shown.activities), 1))
        self.refresh()
        # of the same log, filtered or sorted, nobody scrolled away from it
        if self._cursor != was and (in_sight or shown.facts is before.facts):
            self._scroll_to_cursor()
        if self.current != current:
            # by itself, for what the parent sends by its hands goes no further than to the parent
            self.call_later(self._say_moved)

    # --- what is selected ----------------------------------------------------------------------------------

    @property
    def row_count(self) -> int:
        """How many activities are shown."""
        return len(self._shown.activities)

    @property
    def current(self) -> Activity | None:
        """The activity under the cursor."""
        activities = self._shown.activities
        return activities[self._cursor] if self._cursor < len(activities) else None

    @property
    def marked(self) -> tuple[Activity, ...]:
        """The marked activities, as they stand."""
        return tuple(each for each in self._shown.activities if each.id in self._marked) if self._marked else ()

    @property
    def chosen(self) -> tuple[Activity, ...]:
        """What a command is for: the marked activities, else the one under the cursor."""
        return self.marked or ((self.current,) if self.current else ())

    def clear_marks(self) -> bool:
        """Take all marks off; say whether there were any."""
        had = bool(self._marked)
        self._mark(set())
        return had

    def place(self, ids: Collection[str]) -> bool:
        """Put the cursor on the first of some activities that is shown; say whether one is."""
        return self._go_to_first(map({*ids}.__contains__, map(_id, self._shown.activities)))

    def place_where(self, fits: Callable[[Activity], bool]) -> bool:
        """Put the cursor on the first activity that fits; say whether there is one."""
        return self._go_to_first(map(fits, self._shown.activities))

    def _go_to_first(self, hits: Iterable[bool]) -> bool:
        number = next(compress(count(), hits), None)
        if number is not None:
            self._go(number)
        return number is not None

    # --- drawing -------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """One row."""
        number = y + self.scroll_offset.y
        width = self.size.width
        activities = self._shown.activities
        if number < len(activities):
            return self._row(activities[number], number, width)
        lines = nothing_rows(self._shown.empty, width) if not activities else []
        return self.strip_of(lines[number] if number < len(lines) else (), width)

    def _row(self, activity: Activity, number: int, width: int) -> Strip:
        facts, glyphs, lit = self._shown.facts, terminal_glyphs(), number == self._cursor
        signs = (MARKED if activity.id in self._marked else " ") + self.sign_of(number)
        look = (width, signs, lit, glyphs, facts.uncounted.get(activity.id), facts.today, facts.held, facts.style)
        drawn = self._drawn.get(activity.id)
        if drawn and drawn[0] is activity and drawn[1] == look:
            return drawn[2]
        if len(self._drawn) >= MOST_DRAWN:
            self._drawn.clear()
        strip = self.strip_of(
            row(activity, columns_of(width - SCROLLBAR, facts.style), facts, signs, glyphs), width, lit=lit
        )
        self._drawn[activity.id] = activity, look, strip
        return strip

    # --- moving and marking --------------------------------------------------------------------------------

    def _mark(self, marked: set[str]) -> None:
        if marked != self._marked:
            self._marked = marked
            self.refresh()
            self.post_message(self.Marked())

    def action_open(self) -> None:
        """Edit the activity under the cursor."""
        if self.current:
            self.post_message(self.Opened())

    def action_mark(self) -> None:
        """Mark the activity under the cursor, or take its mark off."""
        if self.current:
            self._mark(self._marked ^ {self.current.id})

    def action_mark_on(self, step: int) -> None:
        """Mark the activity under the cursor and the next one."""
        self._mark_current()
        self._go(self._cursor + step)
        self._mark_current()

    def _mark_current(self) -> None:
        if self.current:
            self._mark(self._marked | {self.current.id})

    def action_mark_all(self) -> None:
        """Mark all that are shown; none when all are marked already."""
        everything = {each.id for each in self._shown.activities}
        self._mark(set() if self._marked == everything else everything)

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click was; a second click edits, one in the gutter marks."""
        number = int(event.y) + self.scroll_offset.y
        if number >= len(self._shown.activities):
            return
        again = number == self._cursor and event.chain > 1
        self._go(number)
        if event.x < GUTTER or event.ctrl:
            self.action_mark()
        elif again:
            self.action_open()


class LogHeading(Widget):
    """The names of the log's columns; a click on one sorts by it."""

    DEFAULT_CSS = """
    LogHeading { height: 1; width: 100%; }
    """

    class Chosen(Message):
        """The log is to be sorted by a column."""

        def __init__(self, column: Name) -> None:
            super().__init__()
            self.column = column

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._order = Order()
        self._style: DateStyle = "text"

    def show(self, order: Order, style: DateStyle) -> None:
        """Show another order, and dates of another style."""
        if (self._order, self._style) != (order, style):
            self._order, self._style = order, style
            self.refresh()

    def on_resize(self, _event: Resize) -> None:
        """Draw for the new width."""
        self.refresh()

    def render(self) -> Content:
        """The names."""
        return content_of([heading(self._columns, self._order, terminal_glyphs())])

    @property
    def _columns(self) -> tuple[Column, ...]:
        return columns_of(self.size.width - SCROLLBAR, self._style)

    def on_click(self, event: Click) -> None:
        """Ask for the order by the column that was clicked."""
        for column in self._columns:
            if column.holds(int(event.x)):
                self.post_message(self.Chosen(column.name))
                return
