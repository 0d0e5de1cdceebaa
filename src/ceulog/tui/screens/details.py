"""Everything about one entry, on a screen of its own."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from ceulog.domain.activities import Activity
from ceulog.logbook.logbook import Logbook
from ceulog.tui.entry_lines import EntrySetting, entry_lines
from ceulog.tui.screens.modal import Modal
from ceulog.tui.view import View
from ceulog.tui.widgets.contents import content_of


class DetailsScreen(Modal[str | None]):
    """What an entry says, what proves it, where it counts; hands back `edit` or `proofs` when that is wished for.

    Args:
        logbook: for the rules and the day.
        activity: the entry.
        view: the progress that it is a part of.
    """

    CSS_PATH = "details.tcss"
    AUTO_FOCUS = PART = "#entry"
    OPENED_BY = "details"
    ABOUT: ClassVar[str] = "Everything about one entry: what proves it, where it counts, and if it does not, why."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e,enter", "edit", "Edit", key_display="e"),
        Binding("f", "proofs", "File", key_display="f"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, activity: Activity, view: View) -> None:
        super().__init__()
        self._activity = activity
        self._setting = EntrySetting(view.progress, logbook.rulebook, logbook.today())

    def compose(self) -> ComposeResult:
        """The lines and the keys."""
        with Vertical(classes="panel", id="details"):
            with VerticalScroll(id="entry"):
                yield Static(id="entry-lines", markup=False)
            yield self.key_line("details-keys")

    def on_resize(self, event: Resize) -> None:
        """Lay the lines out in the room there is."""
        room = max(min(event.size.width, 100) - 5, 20)
        self.query_one("#entry-lines", Static).update(content_of(entry_lines(self._activity, self._setting, room)))

    def action_edit(self) -> None:
        """Go on to the form."""
        self.dismiss("edit")

    def action_proofs(self) -> None:
        """Open its certificate."""
        self.dismiss("proofs")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        """There is a file to open only where one is attached."""
        return bool(self._activity.certificates) if action == "proofs" else True
