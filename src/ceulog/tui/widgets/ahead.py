"""The lines below the bars: what is next, and what is to be known."""

from textual.content import Content

from ceulog.tui.widgets.ahead_lines import Outlook, outlook_lines
from ceulog.tui.widgets.contents import Clickable, content_of
from ceulog.tui.widgets.painting import Line

PADDING = 2
"""Cells at both sides together."""


class Ahead(Clickable):
    """Shows as many lines as there is room for."""

    DEFAULT_CSS = """
    Ahead { height: auto; padding: 0 1; margin: 1 0 0 0; }
    Ahead.-trouble { color: $overdue; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._outlook = Outlook()
        self._lines: list[Line] = []

    def show(self, outlook: Outlook) -> None:
        """Show other things."""
        self._outlook = outlook
        self.set_class(bool(outlook.trouble), "-trouble")

    def fit(self, width: int, room: int) -> int:
        """Lay it out in so many cells and lines at most; gives the lines that it takes."""
        lines = outlook_lines(self._outlook, width - PADDING, room)
        if lines != self._lines:
            self._lines = lines
            self.update(content_of(lines) if lines else Content(""), layout=len(lines) != self.size.height)
        self.display = bool(lines)
        return len(lines)
