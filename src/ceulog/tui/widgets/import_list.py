"""What becomes of each line of a table: only the lines in sight are worked out, so that 10,000 are as quick as ten."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.strip import Strip

from ceulog.tui.forms.import_lines import Fate, number_width, painted, told
from ceulog.tui.widgets.cursor_view import CursorView


class ImportList(CursorView, can_focus=True):
    """Lines with one under the cursor, whose whole text can be said elsewhere."""

    ABOUT: ClassVar[str] = (
        "What becomes of each line, what needs a look first. Arrows, Page Up, Page Down, Home and End move; where "
        "the line under the cursor is cut off, its whole text stands below."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "edge(0)", "", show=False),
        Binding("G", "edge(1)", "", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._fates: Sequence[Fate] = ()
        self._digits = 1

    @property
    def row_count(self) -> int:
        """How many lines are shown."""
        return len(self._fates)

    def show(self, listed: Sequence[Fate]) -> None:
        """Show other lines, with the cursor on the first."""
        self._fates, self._digits, self._cursor = listed, number_width(listed), 0
        self.virtual_size = Size(self.size.width, max(len(listed), 1))
        self.scroll_to(0, 0, animate=False)
        self.refresh()
        self.post_message(self.Moved())

    @property
    def cut_off(self) -> str:
        """The whole text of the line under the cursor, where there is too little room for it; else empty."""
        if not self._fates:
            return ""
        fate = self._fates[self._cursor]
        whole = told(fate).text
        return "" if painted(fate, self._digits, self.size.width - 1)[-1].text == whole else whole

    def on_resize(self, _event: Resize) -> None:
        """There may be less room for the line under the cursor."""
        self.post_message(self.Moved())

    def render_line(self, y: int) -> Strip:
        """One line."""
        number, width = y + self.scroll_offset.y, self.size.width
        if number >= len(self._fates):
            return self.strip_of((), width)
        line = painted(self._fates[number], self._digits, width - 1, self.sign_of(number))
        return self.strip_of(line, width, lit=number == self._cursor)

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click was."""
        number = int(event.y) + self.scroll_offset.y
        if number < len(self._fates):
            self._go(number)
