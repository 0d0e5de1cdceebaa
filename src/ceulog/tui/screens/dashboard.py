"""The dashboard: will I make it, what is missing, and the log."""

from collections.abc import Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from ceulog.domain.activities import Activity
from ceulog.tui.commands import bindings, footer_keys
from ceulog.tui.copying import copy_out
from ceulog.tui.dashboard_plan import TALL, WIDE, WIDEST, ahead_room, bars_room, board_room
from ceulog.tui.dashboard_words import facts_of, heading_words, outlook_of
from ceulog.tui.entry_lines import EntrySetting
from ceulog.tui.screens.opening import Opening
from ceulog.tui.view import View
from ceulog.tui.widgets.ahead import Ahead
from ceulog.tui.widgets.board import Board
from ceulog.tui.widgets.contents import put_line
from ceulog.tui.widgets.details_pane import DetailsPane
from ceulog.tui.widgets.filter_line import FilterLine
from ceulog.tui.widgets.key_line import KeyLine
from ceulog.tui.widgets.log_panel import LogPanel
from ceulog.tui.widgets.log_view import LogView
from ceulog.tui.widgets.message_line import MessageLine, Saying
from ceulog.wording.dates import weekday_date

HIDDEN = "The filter hides this entry; Esc shows the whole log again."


class Dashboard(Opening):
    """Bars above the log, or beside it where there is room."""

    AUTO_FOCUS = "LogView"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide"), (WIDEST, "-widest")]  # noqa: RUF012 - as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (TALL, "-tall")]  # noqa: RUF012
    ABOUT: ClassVar[str] = (
        "Your bars, what is next, and your log. Tab goes between the bars, the filter and the log; in the bars the "
        "arrows select the credential that {tick}, {optional}, {why} and {timeline} are about."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(),
        Binding("escape", "calm", "Take marks off, or clear the filter", show=False),
    ]

    def __init__(self, view: View, *, demo: bool) -> None:
        super().__init__()
        self._view = view
        self._demo = demo

    def compose(self) -> ComposeResult:
        """Heading, bars and what is next, the log, details where there is room, what is said, the keys."""
        with Horizontal(id="head"):
            yield Static(id="whose", markup=False)
            yield Static(id="today", markup=False)
        with Horizontal(id="body"):
            with Vertical(id="bars"):
                yield Board(id="board")
                yield Ahead(id="next")
                yield DetailsPane(id="below")
            yield LogPanel(id="log")
            yield DetailsPane(id="beside")
        with Vertical(id="foot"):
            yield MessageLine(id="said")
            yield KeyLine(footer_keys(self.ceulog.commands), id="keys")

    def on_mount(self) -> None:
        """Show what there is."""
        self.show(self._view)

    @property
    def _log(self) -> LogPanel:
        return self.query_one(LogPanel)

    def show_keys(self) -> None:
        """Show the commands' keys, which may be other ones than before."""
        if self.is_mounted:
            self.query_one("#keys", KeyLine).show(footer_keys(self.ceulog.commands))

    # --- showing -------------------------------------------------------------------------------------------

    def show(self, view: View) -> None:
        """Show another state of the log."""
        self._view = view
        self._show_heading()
        put_line(self.query_one("#today", Static), weekday_date(view.on))
        self.query_one(Board).show(view.progress)
        self.query_one(Ahead).show(outlook_of(view))
        self._fit(self.size.width, self.size.height)
        self._log.show(view.state, facts_of(view, self.ceulog.settings.date_style))
        self._show_details()

    def acknowledge(self, view: View) -> None:
        """Show that what is on the screen already stands on the disk, or is on its way there."""
        self._view = view
        self._log.acknowledge(view.state)
        self._show_heading()

    def _show_heading(self) -> None:
        """Whose log it is, and what is going on."""
        words = Content(heading_words(self._view, demo=self._demo))
        heading = self.query_one("#whose", Static)
        if heading.content != words:
            heading.update(words, layout=False)  # it has what the day leaves it

    def on_resize(self, event: Resize) -> None:
        """Share the room anew."""
        self._fit(event.size.width, event.size.height)
        self._share_foot()
        self.call_after_refresh(self._show_details)

    def _fit(self, width: int, height: int) -> None:
        """Share the room of the bars' part between the board, what stands below it, and the details."""
        part, room = bars_room(width, height)
        lines = self.query_one(Ahead).fit(part, ahead_room(room))
        self.query_one(Board).give_room(board_room(room, lines))

    @on(LogView.Moved)
    def _show_details(self) -> None:
        """Show everything about the selected entry, where there is room for it."""
        setting = EntrySetting(self._view.progress, self.ceulog.logbook.rulebook, self._view.on)
        for pane in self.query(DetailsPane):
            pane.show(self._log.rows.current, setting)

    def tell(self, words: str, *, complaint: bool = False) -> None:
        """Say something, until the next key or click."""
        self.query_one(MessageLine).tell(words, complaint=complaint)
        self._share_foot()

    @property
    def said(self) -> Sequence[Saying]:
        """What stands there because somebody said it."""
        lines = self.query(MessageLine)  # none while the screen is taken down, when keys may still come
        return lines.first().said if lines else ()

    def hush(self, read: Sequence[Saying]) -> None:
        """What was said has been read, or some of it."""
        if read:
            self.query_one(MessageLine).hush(read)
            self._share_foot()

    def _share_foot(self) -> None:
        """What is said has a line of its own, or where there are few lines that of the keys."""
        line, tall = self.query_one(MessageLine), self.size.height >= TALL
        # not by a class: the rules of three widgets would be looked through at every key
        line.display = tall or bool(line.said)
        self.query_one(KeyLine).display = tall or not line.said

    @property
    def selected(self) -> Activity | None:
        """The entry under the cursor."""
        return self._log.rows.current

    @property
    def credential(self) -> str:
        """The code of the selected credential; empty when none is held."""
        return self.query_one(Board).selected

    def place(self, ids: Collection[str]) -> None:
        """Put the cursor on the first shown of some entries, and say so when the filter hides them all."""
        if ids and not self._log.place(ids) and self._log.is_filtered:
            self.tell(HIDDEN)

    def go_to(self, activity_id: str) -> None:
        """Put the cursor on an entry, whatever the filter."""
        self._log.go_to(activity_id)

    # --- the log -------------------------------------------------------------------------------------------

    def action_to_log(self) -> None:
        """Go from the filter to what it found."""
        self._log.rows.focus()

    def action_filter(self) -> None:
        """Go to the filter."""
        self.query_one(FilterLine).focus()

    def action_calm(self) -> None:
        """Take the marks off; when there are none, show all entries again."""
        self._log.clear()

    def action_sort(self) -> None:
        """Sort by the next column."""
        self._log.sort_next()

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._log.reverse()

    def action_now(self) -> None:
        """Go to the newest entry that is not still to come."""
        self._log.go_to_now()

    @on(LogView.Opened)
    def _opened(self) -> None:
        if self.selected:
            self.ceulog.doors.form(base=self.selected)

    def action_edit(self) -> None:
        """Edit the selected entry, or all marked ones."""
        chosen = self._log.rows.chosen
        if len(chosen) > 1:
            self.ceulog.doors.bulk(chosen)
        elif chosen:
            self.ceulog.doors.form(base=chosen[0])

    def action_edit_entry(self, activity_id: str) -> None:
        """Edit an entry that a notice speaks of."""
        if found_one := self._view.state.activities.get(activity_id):
            self.go_to(activity_id)
            self.ceulog.doors.form(base=found_one)

    def action_again(self) -> None:
        """Log the selected entry again."""
        if self.selected:
            self.ceulog.doors.again(self.selected)

    def action_keep_template(self) -> None:
        """Keep the selected entry as a template."""
        if self.selected:
            self.ceulog.templating.keep(self.selected)

    def action_details(self) -> None:
        """Show everything about the selected entry."""
        if self.selected:
            self.ceulog.doors.details(self.selected)

    def action_proofs(self) -> None:
        """Open the certificate of the selected entry."""
        if self.selected:
            self.ceulog.doors.proofs(self.selected)

    def action_delete(self) -> None:
        """Put the selected entry, or all marked ones, into the trash."""
        if chosen := self._log.rows.chosen:
            self.ceulog.delete(chosen)

    def action_copy(self) -> None:
        """Copy the selected entry, or all marked ones."""
        copy_out(self.ceulog, self._log.rows.chosen)

    # --- changes and credentials ---------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the newest change back, be it a template that was kept."""
        if not self.ceulog.templating.undo():
            self.ceulog.undo()

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self.ceulog.redo()

    def action_tick(self, code: str = "", label: str = "") -> None:
        """Tick a box of the selected credential, or open it; a click names both."""
        if code:
            self.query_one(Board).choose(code)
        self.ceulog.turning.box(code or self.credential, label)

    def action_optional(self) -> None:
        """Make the box of the selected credential optional, or required."""
        self.ceulog.turning.duty(self.credential)

    def action_why(self, code: str = "") -> None:
        """Explain the number of the selected credential, or of the one that was clicked."""
        self.ceulog.doors.why(code or self.credential)

    def action_portal(self) -> None:
        """See what the portals know, that of the selected credential's organization first."""
        self.ceulog.doors.portal(self.credential)

    def action_timeline(self) -> None:
        """Draw the cycle."""
        self.ceulog.doors.timeline(self.credential)
