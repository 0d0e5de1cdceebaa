"""A widget that draws lines of pieces itself, only those in sight."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style as VisualStyle

from ceulog.tui.widgets.painting import STYLES, Piece


class PaintedView(ScrollView):
    """Draws lines of pieces in the colors of their roles.

    The colors are taken from the theme itself: a rule of a style sheet for each role of each view would be looked
    for whenever the view is styled, which is half of what Textual then does.
    """

    DEFAULT_CSS = """
    PaintedView { scrollbar-size-vertical: 1; overflow-x: hidden; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._colors: dict[tuple[str, bool], Style] = {}

    def notify_style_update(self) -> None:
        """Forget the colors of another theme, or of another surrounding."""
        super().notify_style_update()
        self._colors.clear()

    def watch_has_focus(self, focused: bool) -> None:
        """The line under the cursor is of another color."""
        super().watch_has_focus(focused)
        self._colors.clear()

    def strip_of(self, line: Iterable[Piece], width: int, *, lit: bool = False) -> Strip:
        """A line as a strip of exactly so many cells; `lit` when the cursor is on it."""
        segments = [Segment(piece.text, self._style_of(piece, lit=lit)) for piece in line if piece.text]
        return Strip(segments).adjust_cell_length(width, self._style("", lit=lit))

    def _style_of(self, piece: Piece, *, lit: bool) -> Style:
        style = self._style(piece.role, lit=lit)
        return style + Style.from_meta({"@click": piece.action}) if piece.action else style

    def _style(self, role: str, *, lit: bool) -> Style:
        if (role, lit) not in self._colors:
            # onto the whole style below, which lays a half-transparent color over what is under it
            whole = self.visual_style
            for part in (self._cursor_style if lit else "", STYLES.get(role, "")):
                whole += VisualStyle.parse(part, self.app.theme_variables) if part else None
            self._colors[role, lit] = whole.rich_style
        return self._colors[role, lit]

    @property
    def _cursor_style(self) -> str:
        """Of the line under the cursor."""
        if not self.has_focus:
            return "on $cursor-blurred"
        text_style = self.app.theme_variables["cursor-style"]
        return "on $cursor" if text_style == "none" else f"{text_style} on $cursor"
