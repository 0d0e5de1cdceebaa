"""What becomes of each line of a table: only the lines in sight are worked out, so that 10,000 are as quick as ten."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding
from textual.events import Click, Resize
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from ceulog.tui.forms.import_lines import Fate, number_width, painted, told
from ceulog.tui.glyphs import terminal_glyphs
from ceulog.tui.widgets.painted import PaintedView


class ImportList(PaintedView, can_focus=True):
    """Lines with one under the cursor, whose whole text can be said elsewhere."""

    ABOUT: ClassVar[str] = (
        "What becomes of each line, what needs a look first. Arrows, Page Up, Page Down, Home and End move; where "
        "the line under the cursor is cut off, its whole text stands below."
    )
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # a list of bindings is one of what it takes
        Binding("up,k", "move(-1)", "", show=False),
        Binding("down,j", "move(1)", "", show=False),
        Binding("pageup", "page(-1)", "", show=False),
        Binding("pagedown", "page(1)", "", show=False),
        Binding("home,g", "edge(0)", "", show=False),
        Binding("end,G", "edge(1)", "", show=False),
    ]

    class Moved(Message):
        """The cursor stands on another line, or there is another room for it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._fates: Sequence[Fate] = ()
        self._digits = 1
        self._cursor = 0

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
        lit, glyphs = number == self._cursor, terminal_glyphs()
        sign = " " if not lit else glyphs.active if self.has_focus else glyphs.marker
        return self.strip_of(painted(self._fates[number], self._digits, width - 1, sign), width, lit=lit)

    def _go(self, number: int) -> None:
        before, self._cursor = self._cursor, max(0, min(number, len(self._fates) - 1))
        self.scroll_to_region(Region(0, self._cursor, 1, 1), animate=False, force=True)
        if self._cursor != before:
            self.refresh()
            self.post_message(self.Moved())

    def action_move(self, step: int) -> None:
        """Move the cursor by lines."""
        self._go(self._cursor + step)

    def action_page(self, step: int) -> None:
        """Move the cursor by pages."""
        self._go(self._cursor + step * max(self.size.height - 1, 1))

    def action_edge(self, last: int) -> None:
        """Move the cursor to the first or the last line."""
        self._go(last * len(self._fates))

    def on_click(self, event: Click) -> None:
        """Put the cursor where the click was."""
        number = int(event.y) + self.scroll_offset.y
        if number < len(self._fates):
            self._go(number)
