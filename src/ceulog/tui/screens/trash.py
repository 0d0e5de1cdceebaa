"""The trash: what was deleted, and taking it back."""

from typing import ClassVar

from rich.cells import set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change, restored
from ceulog.domain.pools import ZERO
from ceulog.logbook.logbook import Logbook
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.key_line import KeyLine, keys_of
from ceulog.tui.widgets.painting import shortened
from ceulog.wording.dates import long_date
from ceulog.wording.numbers import count, plain

EMPTY = "The trash is empty. What you delete in the log with d waits here, and Enter takes it back."


class TrashScreen(Modal[Change | None]):
    """Lists what is in the trash; Enter restores the entry under the cursor."""

    CSS_PATH = "trash.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "restore", "Restore", key_display="Enter"),
        Binding("escape,q,t", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._today = logbook.today()
        gone = [each for each in logbook.state.activities.values() if each.trashed]
        self._gone = sorted(gone, key=lambda each: (each.trashed, each.date, each.id), reverse=True)

    def compose(self) -> ComposeResult:
        """The list, or one sentence when there is none."""
        with Vertical(classes="panel", id="trash"):
            yield Static("Trash", classes="heading")
            if self._gone:
                yield Static(count(len(self._gone), "entry"), classes="muted")
                yield OptionList(id="gone", compact=True, markup=False)
            else:
                yield Static(EMPTY, classes="sentence")
            yield KeyLine(keys_of(self.BINDINGS if self._gone else self.BINDINGS[1:]), id="trash-keys")

    def on_mount(self) -> None:
        """Fill the list in the room there is."""
        if not self._gone:
            return
        width = max(min(self.size.width, 100) - 44, 10)
        listed = self.query_one("#gone", OptionList)
        listed.add_options([Option(Content(self._line(each, width))) for each in self._gone])
        listed.highlighted = 0
        listed.focus()

    def _line(self, activity: Activity, width: int) -> str:
        title = set_cell_size(shortened(activity.title, width), width)
        ceus = plain(activity.ceus or max(activity.credits.values(), default=ZERO))
        return f"{long_date(activity.date)} {ceus:>5}  {title}  {self._since(activity)}"

    def _since(self, activity: Activity) -> str:
        days = (self._today - activity.trashed).days if activity.trashed else 0
        return "deleted today" if days <= 0 else f"deleted {count(days, 'day')} ago"

    @on(OptionList.OptionSelected)
    def action_restore(self) -> None:
        """Take the entry under the cursor back out."""
        place = self.query_one("#gone", OptionList).highlighted if self._gone else None
        if place is not None:
            self.dismiss(restored([self._gone[place]]))

    def action_close(self) -> None:
        """Leave everything where it is."""
        self.dismiss(None)
