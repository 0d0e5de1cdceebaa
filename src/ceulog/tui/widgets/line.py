"""One line of text to type, of a fixed height."""

from textual.events import Paste
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input


class Line(Input):
    """An input of one line without a frame, whose keys cost no new layout of the screen."""

    DEFAULT_CSS = """
    Line { height: 1; }
    """

    # how long the text is matters to nothing but the line itself; the library would lay everything out anew
    virtual_size = Reactive(Size(0, 0), layout=False)

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002 - as every widget has it
        placeholder: str = "",
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, placeholder=placeholder, compact=True, classes=classes, select_on_focus=False)

    def on_paste(self, event: Paste) -> None:
        """Put lines that are pasted behind each other; the library would let all but the first go."""
        lines = event.text.splitlines()
        if len(lines) > 1:
            event.prevent_default()
            event.stop()
            self.replace(" ".join(filter(None, map(str.strip, lines))), *self.selection)
