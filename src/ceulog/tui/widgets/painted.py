"""A widget that draws lines of pieces itself, only those in sight."""

from collections.abc import Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.strip import Strip

from ceulog.tui.widgets.painting import ROLES, Piece


class PaintedView(ScrollView):
    """Draws lines of pieces in the colours of their roles."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"paint--{role}" for role in ROLES} | {"paint--cursor"}
    DEFAULT_CSS = """
    PaintedView {
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        & > .paint--strong { text-style: bold; }
        & > .paint--muted { color: $muted; }
        & > .paint--accent { color: $accent; }
        & > .paint--calm { color: $complete; }
        & > .paint--behind { color: $behind; }
        & > .paint--overdue { color: $overdue; text-style: bold; }
        & > .paint--earned { color: $bar-earned; }
        & > .paint--preview { color: $bar-preview; }
        & > .paint--planned { color: $bar-planned; }
        & > .paint--missing { color: $bar-missing; }
        & > .paint--cursor { background: $cursor-blurred; }
        &:focus > .paint--cursor { background: $cursor; text-style: $cursor-style; }
    }
    """

    def strip_of(self, line: Iterable[Piece], width: int, *, lit: bool = False) -> Strip:
        """A line as a strip of exactly so many cells; `lit` when the cursor is on it."""
        under = ("paint--cursor",) if lit else ()
        segments = [Segment(piece.text, self._style_of(piece, under)) for piece in line if piece.text]
        return Strip(segments).adjust_cell_length(width, self.get_visual_style(*under).rich_style)

    def _style_of(self, piece: Piece, under: tuple[str, ...]) -> Style:
        # whole styles, not partial ones: only these lay a half-transparent colour over what is under it
        style = self.get_visual_style(*under, f"paint--{piece.role}").rich_style
        return style + Style.from_meta({"@click": piece.action}) if piece.action else style
