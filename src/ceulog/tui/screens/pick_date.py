"""A calendar to pick the day of an activity from."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ceulog.tui.glyphs import ASCII, terminal_glyphs
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.calendar import MonthCalendar, WeekStart
from ceulog.wording.dates import WEEKDAYS, date_in_words
from ceulog.wording.numbers import count


class PickDate(Modal[dt.date | None]):
    """Hands back the day that was picked, None when it was left.

    Args:
        chosen: the day to begin at; None for today.
        today: the day that counts as today.
        logged: the day of each entry in the log, once for each entry.
        week_start: the first day of the week.
    """

    CSS_PATH = "pick_date.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "pick", "Pick", key_display="Enter"),
        Binding("pageup", "turn(-1)", "Month back", key_display="PgUp"),
        Binding("pagedown", "turn(1)", "Month on", key_display="PgDn"),
        Binding("left_square_bracket", "turn(-12)", "Year back", key_display="["),
        Binding("right_square_bracket", "turn(12)", "Year on", key_display="]"),
        Binding("home", "today", "Today", key_display="Home"),
        Binding("escape", "leave", "Back", key_display="Esc"),
    ]

    def __init__(
        self,
        chosen: dt.date | None,
        today: dt.date,
        *,
        logged: Iterable[dt.date] = (),
        week_start: WeekStart = "sunday",
    ) -> None:
        super().__init__()
        self._today = today
        self._logged = Counter(logged)
        self._calendar = MonthCalendar(chosen, today, logged=self._logged, week_start=week_start, id="month")

    def compose(self) -> ComposeResult:
        """The month, what the day under the cursor is, the keys."""
        dot = "*" if terminal_glyphs() is ASCII else "•"
        with Vertical(classes="panel"):
            yield Static("Which day?", classes="heading", markup=False)
            yield self._calendar
            yield Static(id="day", markup=False)
            yield Static(f"( ) today   {dot} something logged", classes="muted", markup=False)
            yield self.key_line("keys")

    def on_mount(self) -> None:
        """Say what the first day is."""
        self._calendar.focus()
        self._tell(self._calendar.chosen)

    @on(MonthCalendar.Moved)
    def _moved(self, event: MonthCalendar.Moved) -> None:
        self._tell(event.day)

    def _tell(self, day: dt.date) -> None:
        logged = f": {count(self._logged[day], 'entry')}" if self._logged[day] else ""
        words = f"{WEEKDAYS[day.weekday()]} {date_in_words(day, self._today)}{logged}"
        self.query_one("#day", Static).update(Content(words), layout=False)

    @on(MonthCalendar.Picked)
    def _picked(self, event: MonthCalendar.Picked) -> None:
        self.dismiss(event.day)

    def action_pick(self) -> None:
        """Hand back the day under the cursor."""
        self.dismiss(self._calendar.chosen)

    def action_turn(self, months: int) -> None:
        """Turn so many months on."""
        self._calendar.action_turn(months)

    def action_today(self) -> None:
        """Go to today."""
        self._calendar.action_today()

    def action_leave(self) -> None:
        """Hand back nothing."""
        self.dismiss(None)
