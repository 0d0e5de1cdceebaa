"""A month to pick a day from, with the arrows or with the mouse."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import ClassVar, Literal

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from ceulog.domain.bounds import FIRST_YEAR, LAST_YEAR
from ceulog.domain.cycles import add_months, month_length
from ceulog.domain.named import NamedTuple
from ceulog.tui.glyphs import ASCII, Glyphs, terminal_glyphs
from ceulog.tui.widgets.painted import PaintedView
from ceulog.tui.widgets.painting import Line, Piece, width_of
from ceulog.wording.dates import MONTHS_IN_FULL, WEEKDAYS

WeekStart = Literal["sunday", "monday"]

FIRST, LAST = dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31)
CELL = 5
"""Cells of a day: its bracket, two digits, its bracket, the dot of a logged day."""
WIDTH = 7 * CELL
HEIGHT = 8
"""Month, weekdays and six weeks: the same for each month, so that nothing jumps."""


class Shown(NamedTuple):
    """What a calendar shows: everything its lines are worked out from."""

    chosen: dt.date
    """The day under the cursor; its month is the one in sight."""
    today: dt.date
    logged: Collection[dt.date] = ()
    """Days with entries in the log."""
    week_start: WeekStart = "sunday"


def weeks(shown: Shown) -> list[list[dt.date | None]]:
    """The days of the month in sight, a list for each week; None for days of other months."""
    first = shown.chosen.replace(day=1)
    lead = (first.weekday() + (shown.week_start == "sunday")) % 7
    length = month_length(first.year, first.month)
    cells = [None] * lead + [first.replace(day=number) for number in range(1, length + 1)]
    return [[*cells[at : at + 7], *[None] * (7 - len(cells[at : at + 7]))] for at in range(0, len(cells), 7)]


def calendar_lines(shown: Shown, glyphs: Glyphs) -> list[Line]:
    """The month in lines of `WIDTH` cells: the chosen day in square brackets, today in round ones."""
    days = [*WEEKDAYS[6:], *WEEKDAYS[:6]] if shown.week_start == "sunday" else [*WEEKDAYS]
    names = Piece("".join(f" {name[:2]}  " for name in days), "muted")
    rows = [tuple(_cells(week, shown, glyphs)) for week in weeks(shown)]
    return [_heading(shown.chosen, glyphs), (names,), *rows][:HEIGHT]


def _heading(chosen: dt.date, glyphs: Glyphs) -> Line:
    """The month between signs that turn its pages, by a year at the edges."""
    far, near, back, ahead = ("<<", "<", ">", ">>") if glyphs is ASCII else ("«", "‹", "›", "»")
    name = f"{MONTHS_IN_FULL[chosen.month - 1]} {chosen.year}"
    left = (Piece(f" {far} ", "accent", "turn(-12)"), Piece(f" {near} ", "accent", "turn(-1)"))
    right = (Piece(f" {back} ", "accent", "turn(1)"), Piece(f" {ahead} ", "accent", "turn(12)"))
    room = WIDTH - width_of(left) - width_of(right)
    return (*left, Piece(f"{name:^{room}}", "strong"), *right)


def _cells(week: list[dt.date | None], shown: Shown, glyphs: Glyphs) -> Iterator[Piece]:
    for day in week:
        if day is None:
            yield Piece(" " * CELL)
            continue
        opened, closed = "[]" if day == shown.chosen else "()" if day == shown.today else "  "
        dot = ("*" if glyphs is ASCII else "•") if day in shown.logged else " "
        role = "strong" if day == shown.chosen else "accent" if day == shown.today else "text"
        yield Piece(f"{opened}{day.day:2}{closed}", role, f"choose({day.toordinal()})")
        yield Piece(dot, "accent")


def moved(day: dt.date, *, days: int = 0, months: int = 0) -> dt.date:
    """The day so many days and months away, as near as the years allow."""
    if months:
        first = (day.year - FIRST_YEAR) * 12 + day.month - 1 + months
        last = (LAST_YEAR - FIRST_YEAR) * 12 + 11
        day = add_months(day, min(max(first, 0), last) - (first - months))
    ordinal = day.toordinal() + days
    return dt.date.fromordinal(min(max(ordinal, FIRST.toordinal()), LAST.toordinal()))


class MonthCalendar(PaintedView, can_focus=True):
    """One month. Arrows go by day and week, PageUp and PageDown by month, brackets by year, Home to today.

    Args:
        chosen: the day to begin at; today when it is None or out of range.
        today: the day that stands in round brackets.
        logged: days that get a dot.
        week_start: the first day of the week.
    """

    ABOUT: ClassVar[str] = "A month of days; a dot stands beside those on which something is logged."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "Day before", show=False),
        Binding("right", "move(1)", "Day after", show=False),
        Binding("up", "move(-7)", "Week before", show=False),
        Binding("down", "move(7)", "Week after", show=False),
        Binding("pageup", "turn(-1)", "Month before", show=False),
        Binding("pagedown", "turn(1)", "Month after", show=False),
        Binding("left_square_bracket", "turn(-12)", "Year before", show=False),
        Binding("right_square_bracket", "turn(12)", "Year after", show=False),
        Binding("home", "today", "Today", show=False),
        Binding("enter", "pick", "Pick", show=False),
    ]
    DEFAULT_CSS = f"""
    MonthCalendar {{ width: {WIDTH}; height: {HEIGHT}; overflow: hidden; scrollbar-size: 0 0; }}
    """

    class Moved(Message):
        """Another day is under the cursor."""

        def __init__(self, day: dt.date) -> None:
            super().__init__()
            self.day = day

    class Picked(Moved):
        """A day was picked."""

    def __init__(
        self,
        chosen: dt.date | None,
        today: dt.date,
        *,
        logged: Collection[dt.date] = (),
        week_start: WeekStart = "sunday",
        id: str | None = None,  # noqa: A002 - as every widget has it
    ) -> None:
        super().__init__(id=id)
        day = chosen if chosen and FIRST <= chosen <= LAST else today
        self._shown = Shown(day, today, logged, week_start)
        self._lines = calendar_lines(self._shown, terminal_glyphs())

    @property
    def chosen(self) -> dt.date:
        """The day under the cursor."""
        return self._shown.chosen

    def choose(self, day: dt.date) -> None:
        """Put the cursor on a day, and turn to its month."""
        if day == self.chosen:
            return
        self._shown = self._shown._replace(chosen=day)
        self._lines = calendar_lines(self._shown, terminal_glyphs())
        self.refresh()
        self.post_message(self.Moved(day))

    def action_move(self, days: int) -> None:
        """Go so many days on."""
        self.choose(moved(self.chosen, days=days))

    def action_turn(self, months: int) -> None:
        """Go so many months on."""
        self.choose(moved(self.chosen, months=months))

    def action_today(self) -> None:
        """Go to today."""
        self.choose(self._shown.today)

    def action_choose(self, ordinal: int) -> None:
        """Pick the day that was clicked."""
        self.choose(dt.date.fromordinal(ordinal))
        self.action_pick()

    def action_pick(self) -> None:
        """Pick the day under the cursor."""
        self.post_message(self.Picked(self.chosen))

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Turn back by a month."""
        event.stop()
        self.action_turn(-1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Turn on by a month."""
        event.stop()
        self.action_turn(1)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """The width of seven days."""
        del container, viewport
        return WIDTH

    def render_line(self, y: int) -> Strip:
        """One line of the month."""
        line: Line = self._lines[y] if y < len(self._lines) else ()
        return self.strip_of(line, self.size.width)
