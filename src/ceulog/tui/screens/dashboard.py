"""The dashboard: will I make it, what is missing, and the log."""

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.screen import Screen
from textual.widgets import Input, Static

from ceulog.domain.activities import Activity
from ceulog.domain.advice import needs
from ceulog.domain.filtering import found, totals
from ceulog.tui import phrases
from ceulog.tui.commands import bindings, footer_keys
from ceulog.tui.notices import notices
from ceulog.tui.view import View, uncounted
from ceulog.tui.widgets.ahead import Ahead
from ceulog.tui.widgets.board import Board
from ceulog.tui.widgets.key_line import KeyLine
from ceulog.tui.widgets.log_view import LogView, Shown
from ceulog.wording.dates import weekday_date

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp

WIDE = 110
"""Cells from which the log stands beside the bars."""

_SORTS: tuple[tuple[str, Callable[[Activity], object]], ...] = (
    ("newest first", lambda each: (-each.date.toordinal(), each.id)),
    ("most CEUs first", lambda each: (-max(each.credits.values(), default=0), -each.date.toordinal(), each.id)),
    ("by title", lambda each: (each.title.casefold(), each.id)),
    ("by sponsor", lambda each: (each.sponsor.casefold(), -each.date.toordinal(), each.id)),
)


class Dashboard(Screen[None]):
    """Bars above the log, or beside it where there is room."""

    CSS_PATH = "dashboard.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012 - as Textual declares it
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # a list of bindings is one of what it takes
        *bindings(),
        Binding("escape", "clear_filter", "Clear the filter", show=False),
    ]

    def __init__(self, view: View, today: dt.date, *, demo: bool) -> None:
        super().__init__()
        self._view = view
        self._today = today
        self._demo = demo
        self._sort = 0

    @property
    def ceulog(self) -> "CeulogApp":
        """The app, by its own type."""
        return cast("CeulogApp", self.app)

    def compose(self) -> ComposeResult:
        """Heading, bars and what is next, the log, the keys."""
        with Horizontal(id="head"):
            yield Static(id="whose", markup=False)
            yield Static(weekday_date(self._today), id="today", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="bars"):
                yield Board(id="board")
                yield Ahead(id="next")
            with Vertical(id="log"):
                with Horizontal(id="find"):
                    yield Input(placeholder="/ words, type:webinar, missing:certificate", id="filter", compact=True)
                    yield Static(id="totals", markup=False)
                yield LogView(id="rows")
        yield KeyLine(footer_keys(), id="keys")

    def on_mount(self) -> None:
        """Show what there is, with the cursor in the log."""
        self.show(self._view)
        self.query_one(LogView).focus()

    def show(self, view: View) -> None:
        """Show another state of the log."""
        self._view = view
        self.query_one("#whose", Static).update(Content(self._heading()))
        self.query_one(Board).show(view.progress)
        words = {each.code: each.organization.cycle_word for each in view.progress}
        missing = [each for each in needs(view.progress) if each.kind != "dues"]  # dues have a notice
        todo = phrases.next_words(missing, words)
        nothing = phrases.NOTHING_MISSING if view.progress else ""
        self.query_one(Ahead).show(todo, notices(view.progress, view.lost), otherwise=nothing, trouble=view.trouble)
        self._fit(self.size.width, self.size.height)
        self._show_rows()

    def on_resize(self, event: Resize) -> None:
        """Share the room anew."""
        self._fit(event.size.width, event.size.height)

    def _fit(self, width: int, height: int) -> None:
        """Share the room of the bars' part between the board and what stands below it."""
        wide = width >= WIDE
        part = width * 11 // 23 - 1 if wide else width
        room = (height - 3) if wide else (height - 2) * 6 // 10
        lines = self.query_one(Ahead).fit(part, max(room // 3, 2))
        self.query_one(Board).give_room(max(room - lines - bool(lines), 3))

    def _heading(self) -> str:
        parts = ["CEU logbook", phrases.whose_log(self._view.state.holder.name)]
        if self._demo:
            parts.append(phrases.DEMO)
        if self._view.saving:
            parts.append(phrases.SAVING)
        return " · ".join(parts)

    def _show_rows(self) -> None:
        text = self.query_one("#filter", Input).value
        kept = [each for each in self._view.state.activities.values() if not each.trashed]
        shown = found(kept, text, self._today) if text.strip() else kept
        name, key = _SORTS[self._sort]
        shown = sorted(shown, key=key)  # type: ignore[arg-type]  # each key is comparable with itself
        empty = phrases.NOTHING_FOUND if kept else phrases.NOTHING_LOGGED
        self.query_one(LogView).show(Shown(shown, uncounted(self._view.progress), self._today, empty))
        sorting = "" if self._sort == 0 else f", {name}"
        self.query_one("#totals", Static).update(Content(phrases.totals_words(totals(shown, self._today)) + sorting))

    @property
    def selected(self) -> Activity | None:
        """The entry under the cursor."""
        return self.query_one(LogView).current

    @property
    def credential(self) -> str:
        """The code of the selected credential; empty when none is held."""
        return self.query_one(Board).selected

    # --- the log -------------------------------------------------------------------------------------------

    @on(Input.Changed, "#filter")
    def _filter_typed(self) -> None:
        self._show_rows()

    @on(Input.Submitted, "#filter")
    def _filter_done(self) -> None:
        self.query_one(LogView).focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one("#filter", Input).focus()

    def action_clear_filter(self) -> None:
        """Show all entries again."""
        self.query_one("#filter", Input).value = ""
        self.query_one(LogView).focus()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._sort = (self._sort + 1) % len(_SORTS)
        self._show_rows()

    @on(LogView.Opened)
    def action_edit(self) -> None:
        """Edit the selected entry."""
        if self.selected:
            self.ceulog.open_form(base=self.selected)

    def action_add(self) -> None:
        """Log an activity."""
        self.ceulog.open_form()

    def action_again(self) -> None:
        """Log the selected entry again."""
        if self.selected:
            self.ceulog.open_form(like=self.selected)

    def action_delete(self) -> None:
        """Put the selected entry into the trash."""
        if self.selected:
            self.ceulog.delete(self.selected)

    # --- changes and credentials ---------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the newest change back."""
        self.ceulog.undo()

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self.ceulog.redo()

    def action_tick(self, code: str = "", label: str = "") -> None:
        """Tick a box of the selected credential, or open it; a click names both."""
        if code:
            self.query_one(Board).choose(code)
        self.ceulog.turn_box(code or self.credential, label)

    def action_optional(self) -> None:
        """Make the box of the selected credential optional, or required."""
        self.ceulog.turn_duty(self.credential)

    def action_why(self, code: str = "") -> None:
        """Explain the number of the selected credential, or of the one that was clicked."""
        self.ceulog.open_why(code or self.credential)

    def action_settings(self, organization: str) -> None:
        """See to an organization's dues and rules."""
        self.ceulog.open_settings(organization)

    def action_credentials(self) -> None:
        """See and change what is held."""
        self.ceulog.open_credentials()

    def action_trash(self) -> None:
        """See the trash."""
        self.ceulog.open_trash()

    def action_export(self) -> None:
        """Write the log as CSV."""
        self.ceulog.open_export()

    def action_help(self) -> None:
        """Show all keys."""
        self.ceulog.open_help()

    def action_palette(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit(0)
