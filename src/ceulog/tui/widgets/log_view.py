"""The log: only the rows in sight are drawn, so that 100,000 are as quick as 100."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.binding import Binding
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from ceulog.domain.activities import Activity
from ceulog.tui.glyphs import terminal_glyphs
from ceulog.tui.widgets.painted import PaintedView
from ceulog.tui.widgets.painting import Line, Piece, fitted
from ceulog.wording.dates import long_date
from ceulog.wording.numbers import aligned

MARK_WIDTH = 11
FOR_WIDTH = 6
CEUS_WIDTH = 6


class Shown(NamedTuple):
    """What the rows are made of."""

    activities: Sequence[Activity] = ()
    uncounted: Mapping[str, str] = {}
    today: dt.date = dt.date.min
    empty: str = ""
    """What stands there when there is nothing."""


class LogView(PaintedView, can_focus=True):
    """Rows of activities with a cursor that stays on its activity."""

    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # a list of bindings is one of what it takes
        Binding("up,k", "move(-1)", "Up", show=False),
        Binding("down,j", "move(1)", "Down", show=False),
        Binding("pageup", "page(-1)", "Page up", show=False),
        Binding("pagedown", "page(1)", "Page down", show=False),
        Binding("home,g", "edge(0)", "First", show=False),
        Binding("end,G", "edge(1)", "Last", show=False),
        Binding("enter", "open", "Edit", show=False),
    ]
    DEFAULT_CSS = """
    LogView { height: 1fr; min-height: 3; }
    """

    class Opened(Message):
        """The activity under the cursor is to be edited."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._shown = Shown()
        self._cursor = 0

    def show(self, shown: Shown) -> None:
        """Show other rows; the cursor stays on its activity where it can."""
        current = self.current
        self._shown = shown
        if current:
            found = (number for number, each in enumerate(shown.activities) if each.id == current.id)
            self._cursor = next(found, self._cursor)
        self._cursor = max(0, min(self._cursor, len(shown.activities) - 1))
        self.virtual_size = Size(self.size.width, max(len(shown.activities), 1))
        self.refresh()

    @property
    def current(self) -> Activity | None:
        """The activity under the cursor."""
        activities = self._shown.activities
        return activities[self._cursor] if self._cursor < len(activities) else None

    def place(self, activity_id: str) -> None:
        """Put the cursor on an activity, if it is shown."""
        for number, each in enumerate(self._shown.activities):
            if each.id == activity_id:
                self._go(number)
                return

    def render_line(self, y: int) -> Strip:
        """One row."""
        number = y + self.scroll_offset.y
        width = self.size.width
        activities = self._shown.activities
        if number >= len(activities):
            words = self._shown.empty if number == 0 else ""
            return self.strip_of((Piece(f" {fitted(words, max(width - 2, 0))}", "muted"),), width)
        chosen = number == self._cursor
        return self.strip_of(self._row(activities[number], width, chosen=chosen), width, lit=chosen)

    def _row(self, activity: Activity, width: int, *, chosen: bool) -> Line:
        glyphs = terminal_glyphs()
        ceus = max(activity.credits.values(), default=None)
        number = aligned(ceus, CEUS_WIDTH) if ceus is not None else " " * CEUS_WIDTH
        mark, role = self._mark(activity)
        sponsor = 14 if width >= 84 else 0
        title = width - 3 - 11 - CEUS_WIDTH - 4 - FOR_WIDTH - 2 - MARK_WIDTH - (sponsor + 2 if sponsor else 0)
        pieces = [
            Piece(f" {glyphs.marker} " if chosen else "   ", "accent"),
            Piece(long_date(activity.date), "muted"),
            Piece(f"{number}  "),
            Piece(fitted(activity.title, max(title, 8), glyphs.ellipsis), "muted" if mark == "planned" else "text"),
        ]
        if sponsor:
            pieces.append(Piece("  " + fitted(activity.sponsor, sponsor, glyphs.ellipsis), "muted"))
        codes = next(iter(activity.credits), "") if len(activity.credits) < 2 else "both"
        if len(activity.credits) > 2:
            codes = "many"
        pieces.append(Piece("  " + fitted(codes, FOR_WIDTH, glyphs.ellipsis), "muted"))
        pieces.append(Piece(fitted(mark, MARK_WIDTH, glyphs.ellipsis), role))
        return tuple(pieces)

    def _mark(self, activity: Activity) -> tuple[str, str]:
        if activity.is_planned(self._shown.today):
            return "planned", "accent"
        if activity.id in self._shown.uncounted or not activity.credits:
            return "not counted", "behind"
        return ("", "muted") if activity.certificates else ("no proof", "muted")

    def _go(self, number: int) -> None:
        last = len(self._shown.activities) - 1
        self._cursor = max(0, min(number, last))
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, force=True)
        self.refresh()

    def action_move(self, step: int) -> None:
        """Move the cursor by rows."""
        self._go(self._cursor + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by pages."""
        self._go(self._cursor + step * max(self.size.height - 1, 1))

    def action_edge(self, last: int) -> None:
        """Move the cursor to the first or the last row."""
        self._go(last * len(self._shown.activities))

    def action_open(self) -> None:
        """Edit the activity under the cursor."""
        if self.current:
            self.post_message(self.Opened())

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click was; a second click edits."""
        number = int(event.y) + self.scroll_offset.y
        if number < len(self._shown.activities):
            again = number == self._cursor and event.chain > 1
            self._go(number)
            if again:
                self.action_open()
