"""The line above the log, in which is typed what to find."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Resize

from ceulog.tui.widgets.filter_hints import HINTS, hint_for
from ceulog.tui.widgets.line import Line
from ceulog.wording.filter_help import FILTER_WORDS


class FilterLine(Line):
    """Filters while it is typed; Enter and the arrow down go on to the log, Esc empties it."""

    ABOUT: ClassVar[str] = (
        "The filter. Every word must occur in an entry’s title, sponsor, notes or index number; words with a colon "
        "look at fields."
    )
    EXAMPLES: ClassVar[tuple[tuple[str, str], ...]] = FILTER_WORDS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,down", "screen.to_log", "Go to the log, the filter stays", show=False),
        Binding("escape", "screen.calm", "Show the whole log again", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(placeholder=HINTS[0], id=id)

    def on_resize(self, event: Resize) -> None:
        """Hint at as much as there is room for."""
        self.placeholder = hint_for(event.size.width)
