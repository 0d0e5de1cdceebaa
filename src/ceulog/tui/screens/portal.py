"""What is entered, submitted and verified in the organizations' portals, and what to type there."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static

from ceulog.domain import portal
from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.portal import Books, PortalStanding
from ceulog.domain.state import LogState
from ceulog.domain.text import capitalized
from ceulog.logbook.logbook import Logbook
from ceulog.tui.copying import MOST
from ceulog.tui.forms.mark_list import BOX_WIDTH, MarkList
from ceulog.tui.portal_lines import crib_text, entry_line, heading_of, pages_of, summary_of
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.tui.widgets.painting import shortened, wrapped
from ceulog.tui.widgets.signed_list import SIGN_WIDTH
from ceulog.wording.numbers import count
from ceulog.wording.portal import portal_has

EMPTY = "You hold no credential yet, so no portal asks for anything."
TOO_MUCH = "That is more than a terminal’s clipboard takes; mark fewer entries."
_KEYS = {"entered": "e", "submitted": "s", "questioned": "a", "verified": "v"}
"""State -> the key that marks it."""
TALL, LOW = 24, 3
"""Lines of the screen from which all that is to be typed is shown, and fields that are shown below that."""


class PortalScreen(Keeping[None]):
    """Lists what counts in a cycle with where it stands in its organization's portal, and changes that.

    Args:
        logbook: the log.
        first: the organization to begin with.
        entry: the id of the entry to begin with; empty for the first that is to be entered.
    """

    CSS_PATH = "portal.tcss"
    AUTO_FOCUS = PART = "#entries"
    OPENED_BY = "portal"
    ABOUT: ClassVar[str] = (
        "What counts in a cycle, and where it stands in that organization’s portal. Type what stands below the list, "
        "then say that it is entered, and the next one comes. The keys are about the entry under the cursor, or all "
        "that are marked; those that are further already then stay."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,enter", "mark_as('entered')", "Entered", key_display="e"),
        Binding("s", "mark_as('submitted')", "Submitted"),
        Binding("v", "mark_as('verified')", "Verified"),
        Binding("a", "mark_as('questioned')", "Asked about"),
        Binding("b,backspace", "back", "A step back", key_display="b"),
        Binding("c", "copy", "Copy what to type"),
        Binding("space", "mark", "Mark", key_display="Space"),
        Binding("ctrl+a", "mark_all", "Mark all"),
        Binding("right", "page(1)", "Next portal", key_display="→"),
        Binding("left", "page(-1)", "The one before", show=False),
        Binding("u", "undo", "Undo"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, *, first: str = "", entry: str = "") -> None:
        super().__init__()
        self._logbook = logbook
        self._first = first
        self._entry = entry
        self._state = LogState()
        self._pages: list[Books] = []
        self._place = -1

    def compose(self) -> ComposeResult:
        """Whose portal, its entries, what to type for the one under the cursor, the keys."""
        with Vertical(classes="panel page", id="portal"):
            yield Static("Portal", classes="heading", id="portal-head", markup=False)
            yield Static("", classes="muted sentence", id="portal-say", markup=False)
            yield MarkList(id="entries", classes="part")
            yield Static("", id="portal-crib", markup=False)
            yield self.fault_line()
            yield self.key_line("portal-keys")

    def on_resize(self, _event: Resize) -> None:
        """Lay everything out anew."""
        self._show()

    # --- showing -------------------------------------------------------------------------------------------

    def _show(self, said: str = "") -> None:
        """Read the log and show the page; then say something."""
        self._state, trouble = read_log(self._logbook)
        self._pages = pages_of(self._state, self._logbook.progress(self._state))
        if self._place < 0:
            pages = list(enumerate(self._pages))
            there = [number for number, each in pages if any(it.id == self._entry for it in each.activities)]
            own = [number for number, each in pages if each.code == self._first]
            self._place = next((number for number in (*there, *own) if number in own), 0)
        self._fill()
        self.complain(trouble or said or ("" if self._pages else EMPTY))

    def _fill(self) -> None:
        page, listed = self._page, self._list
        if page is None:
            listed.show([])
            return
        self.query_one("#portal-head", Static).update(Content(heading_of(page)))
        width = max(self._width - SIGN_WIDTH - BOX_WIDTH, 36)
        listed.show([(each.id, entry_line(each, page.code, width)) for each in page.activities])
        if listed.highlighted is None and page.activities:
            listed.highlighted = self._first_place(page)
        self._sum_up()

    def _first_place(self, page: Books) -> int:
        """Where the cursor begins: what is asked for, else what is to be done there."""
        found = (n for n, each in enumerate(page.activities) if each.id == self._entry)
        waiting = (n for n, each in enumerate(page.activities) if portal.waits_for(each, page.code, "entered"))
        return next(found, next(waiting, 0))

    @property
    def _list(self) -> MarkList:
        return self.query_one(MarkList)

    @property
    def _width(self) -> int:
        return max(min(self.size.width, 100) - 6, 20)

    @on(MarkList.Marked)
    def _sum_up(self) -> None:
        if page := self._page:
            number = len(self._list.marked)
            marked = f" {number} marked: the keys are about {'it' if number == 1 else 'them'}." if number else ""
            self.query_one("#portal-say", Static).update(Content(f"{summary_of(page)}{marked}"))
        self._show_crib()

    @on(OptionList.OptionHighlighted, "#entries")
    def _show_crib(self) -> None:
        """What to type for the entry under the cursor, and what is to be corrected of it."""
        page, current = self._page, self._current
        lines = crib_text(current, page.code, self._state, self._logbook.rulebook) if page and current else []
        lines = lines if self.size.height >= TALL else lines[:LOW]
        said = [shortened(each, self._width) for each in lines]
        if page and current and (has := portal_has(current, page.code)):
            key = _KEYS[portal.standing_at(current, page.code)]
            said = [*wrapped(f"{has}; correct it there, then press {key}.", self._width), *said]
        self.query_one("#portal-crib", Static).update(Content("\n".join(said)))
        self.fit_soon()

    @property
    def _page(self) -> Books | None:
        return self._pages[self._place % len(self._pages)] if self._pages else None

    @property
    def _current(self) -> Activity | None:
        return self._entry_of(self._list.current)

    @property
    def _chosen(self) -> tuple[Activity, ...]:
        """The marked entries, or the one under the cursor."""
        return tuple(each for key in self._list.chosen if (each := self._entry_of(key)))

    def _entry_of(self, key: str | None) -> Activity | None:
        return next((each for each in self._page.activities if each.id == key), None) if self._page else None

    # --- what the keys do ----------------------------------------------------------------------------------

    def action_mark_as(self, state: PortalStanding) -> None:
        """Say how far the chosen entries are."""
        page, several = self._page, len(self._chosen) > 1
        if page is None:
            return
        code, today = page.code, self._logbook.today()

        def change_of(activities: tuple[Activity, ...]) -> Change:
            moved = portal.to_move(activities, code, state) if several else activities
            return portal.marked(moved, code, state, today)

        self._change(change_of, on=1)

    def action_back(self) -> None:
        """Take the chosen entries one step back."""
        if page := self._page:
            self._change(lambda activities: portal.stepped_back(activities, page.code))

    def _change(self, change_of: Callable[[tuple[Activity, ...]], Change], *, on: int = 0) -> None:
        """Change the chosen entries, and go on so many lines when it was one."""
        ids, logbook = tuple(each.id for each in self._chosen), self._logbook
        if not ids:
            return

        def plan(state: LogState) -> Change:
            return change_of(tuple(state.activities[key] for key in ids if key in state.activities))

        def done(change: Change) -> None:
            single = not self._list.marked
            self._list.unmark()
            self._show(f"{capitalized(change.label)}." if change.edits else "It stands so already.")
            if single and on and self._list.highlighted is not None:
                self._list.highlighted = min(self._list.highlighted + on, self._list.option_count - 1)

        self.save(lambda: logbook.change(plan), done, self._show)

    def action_undo(self) -> None:
        """Take the newest change back."""
        self.save(self._logbook.undo, lambda label: self._show(f"Took back: {label}."), self._show)

    def action_copy(self) -> None:
        """Send what to type for the chosen entries to the terminal's clipboard (OSC 52)."""
        page, chosen = self._page, self._chosen
        if page is None or not chosen:
            return
        blocks = ("\n".join(crib_text(each, page.code, self._state, self._logbook.rulebook)) for each in chosen)
        text = "\n\n".join(blocks) + "\n"
        if len(text.encode()) > MOST:
            self.complain(TOO_MUCH)
            return
        self.app.copy_to_clipboard(text)
        self.complain(f"Sent what to type for {count(len(chosen), 'entry')} to your terminal’s clipboard.")

    def action_mark(self) -> None:
        """Mark the entry under the cursor, or take its mark away."""
        self._list.mark()

    def action_mark_all(self) -> None:
        """Mark all; none when all are marked already."""
        self._list.mark_all()

    def action_page(self, by: int) -> None:
        """Go to another organization, or another of its cycles."""
        if self._pages:
            self._place = (self._place + by) % len(self._pages)
            self._list.unmark()
            self.complain("")
            self._list.highlighted = None
            self._fill()

    @on(OptionList.OptionSelected, "#entries")
    def _entered(self) -> None:
        self.action_mark_as("entered")
