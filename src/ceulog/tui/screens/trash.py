"""The trash: what was deleted, and taking some of it back."""

from typing import ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change, restored
from ceulog.domain.pools import ZERO
from ceulog.logbook.logbook import Logbook
from ceulog.tui.field_dates import list_text
from ceulog.tui.forms.mark_list import MarkList
from ceulog.tui.keys import with_keys
from ceulog.tui.safe import read_log
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.key_line import KeyLine, keys_of
from ceulog.tui.widgets.painting import shortened
from ceulog.wording.numbers import count, plain

EMPTY = "The trash is empty. What you delete in the log with {delete} waits here, and Enter takes it back."
AROUND = 56
"""Cells of a line beside the title: margins, mark, day, CEUs, when it was deleted."""


class TrashScreen(Modal[Change | None]):
    """Lists what is in the trash, what was deleted last first; hands back the change that restores some of it."""

    CSS_PATH = "trash.tcss"
    PART = "#gone"
    OPENED_BY = "trash"
    ABOUT: ClassVar[str] = (
        "What you deleted. It stays here until you take it back: the entry under the cursor, or all that are marked."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "restore", "Restore", key_display="Enter"),
        Binding("space", "mark", "Mark several", key_display="Space"),
        Binding("ctrl+a", "mark_all", "Mark all"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._today = logbook.today()
        state, self._trouble = read_log(logbook)
        gone = [each for each in state.activities.values() if each.trashed]
        self._gone = sorted(gone, key=lambda each: (each.trashed, each.date, each.id), reverse=True)

    def compose(self) -> ComposeResult:
        """The list, or one sentence when there is nothing in it."""
        with Vertical(classes="panel page", id="trash"):
            yield Static("Trash", classes="heading")
            if self._gone:
                yield Static("", classes="muted sentence", id="gone-say", markup=False)
                yield MarkList(id="gone", classes="part")
            else:
                yield Static(with_keys(EMPTY), classes="sentence part")
            yield self.fault_line(self._trouble)
            yield KeyLine(keys_of(self.BINDINGS if self._gone else self.BINDINGS[3:]), id="trash-keys")

    def on_resize(self, _event: Resize) -> None:
        """Fill the list in the room there is."""
        if not self._gone:
            return
        self._list.show([(each.id, self._line(each)) for each in self._gone])
        if self._list.highlighted is None:
            self._list.highlighted = 0
        self._list.focus()
        self._sum_up()

    @property
    def _list(self) -> MarkList:
        return self.query_one(MarkList)

    def _line(self, activity: Activity) -> str:
        width = max(min(self.size.width, 100) - AROUND, 8)
        title = set_cell_size(shortened(activity.title, width), width)
        ceus = plain(activity.ceus or max(activity.credits.values(), default=ZERO))
        return f"{list_text(activity.date)} {ceus:>5}  {title}  {self._since(activity)}"

    def _since(self, activity: Activity) -> str:
        days = (self._today - activity.trashed).days if activity.trashed else 0
        return "deleted today" if days <= 0 else f"deleted {count(days, 'day')} ago"

    @on(MarkList.Marked)
    def _sum_up(self) -> None:
        marked = f", {len(self._list.marked)} marked" if self._list.marked else ""
        self.query_one("#gone-say", Static).update(Content(f"{count(len(self._gone), 'entry')}{marked}"))

    def action_mark(self) -> None:
        """Mark the entry under the cursor, or take its mark away."""
        if self._gone:
            self._list.mark()

    def action_mark_all(self) -> None:
        """Mark all; none when all are marked already."""
        if self._gone:
            self._list.mark_all()

    @on(OptionList.OptionSelected)
    def action_restore(self) -> None:
        """Take what is marked back out, or the entry under the cursor when nothing is."""
        if self._gone and (chosen := self._list.chosen):
            self.dismiss(restored([each for each in self._gone if each.id in chosen]))
