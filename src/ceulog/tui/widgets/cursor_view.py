"""Lines of which only those in sight are drawn, with one of them under the cursor."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message

from ceulog.tui.glyphs import terminal_glyphs
from ceulog.tui.widgets.painted import PaintedView


class CursorView(PaintedView):
    """Moves a cursor over so many lines as `row_count` says."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "", show=False),
        Binding("down,j", "move(1)", "", show=False),
        Binding("pageup", "page(-1)", "", show=False),
        Binding("pagedown", "page(1)", "", show=False),
        Binding("home", "edge(0)", "", show=False),
        Binding("end", "edge(1)", "", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another line."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._cursor = 0

    @property
    def row_count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    def sign_of(self, number: int) -> str:
        """What stands before a line: a sign at the one under the cursor, else a blank."""
        glyphs = terminal_glyphs()
        if number != self._cursor:
            return " "
        return glyphs.active if self.has_focus else glyphs.marker

    def _go(self, number: int) -> None:
        before, self._cursor = self._cursor, max(0, min(number, self.row_count - 1))
        self._scroll_to_cursor()
        if self._cursor != before:
            self.refresh_line(before)
            self.refresh_line(self._cursor)
            self._say_moved()

    def _scroll_to_cursor(self) -> None:
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, force=True)

    def _say_moved(self) -> None:
        self.post_message(self.Moved())

    def action_move(self, step: int) -> None:
        """Move the cursor by lines."""
        self._go(self._cursor + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by pages."""
        self._go(self._cursor + step * max(self.size.height - 1, 1))

    def action_edge(self, last: int) -> None:
        """Move the cursor to the first or the last line."""
        self._go(last * self.row_count)
