"""A file that was written or proved: where it lies, and what there is to say of it."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.events import Resize
from textual.widgets import Static

from ceulog.domain.text import printable
from ceulog.tui.forms.export_forms import Written
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.painting import hanging

SENT = "Sent its path to your terminal’s clipboard. If nothing comes when you paste, your terminal does not allow it."


class WrittenScreen(Modal[None]):
    """Says what became of a file, and copies its path.

    Args:
        written: the file.
        heading: what became of it.
    """

    CSS_PATH = "written.tcss"
    AUTO_FOCUS = PART = "#written-words"
    ABOUT: ClassVar[str] = "The file that was written or proved, where it lies, and what was found in it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "Copy its path"),
        Binding("escape,enter", "close", "Back", key_display="Enter"),
    ]

    def __init__(self, written: Written, *, heading: str = "Written") -> None:
        super().__init__()
        self._written = written
        self._heading = heading

    def compose(self) -> ComposeResult:
        """The path, the sentences, the keys."""
        with Vertical(classes="panel page", id="written"):
            yield Static(self._heading, classes="heading")
            yield Static(Content(printable(str(self._written.path))), id="written-path", markup=False)
            with VerticalScroll(id="written-words", classes="part"):
                yield Static("", id="written-lines", markup=False)
            yield Static("", id="written-sent", classes="sentence muted", markup=False)
            yield self.key_line("written-keys")

    def on_resize(self, event: Resize) -> None:
        """Lay the sentences out in the room there is."""
        room = max(min(event.size.width, 88) - 6, 20)
        lines = (hanging(each, room) for each in self._written.words)
        self.query_one("#written-lines", Static).update(Content("\n".join(lines)))

    def action_copy(self) -> None:
        """Send the path to the terminal's clipboard (OSC 52)."""
        self.app.copy_to_clipboard(str(self._written.path))
        self.query_one("#written-sent", Static).update(SENT)
        self.fit_soon()
