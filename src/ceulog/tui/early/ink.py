"""The colors of the first picture, as the terminal is told them: what the style sheets make of the roles."""

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from ceulog.tui.early.eight_bit import EIGHT_BIT
from ceulog.tui.early.rows import Row, Run
from ceulog.tui.palettes import Palette
from ceulog.tui.widgets.painting import Piece

INKS = {
    "text": "foreground", "strong": "foreground", "key": "accent", "calm": "complete", "earned": "bar_earned",
    "planned": "bar_planned", "preview": "bar_preview", "missing": "bar_missing", "hint": "muted",
}  # fmt: skip
"""Role of a piece -> role of the palette, where they are called differently."""
BOLD = frozenset({"strong", "key", "overdue"})
TERMINALS_OWN = {
    "ansi_default": 9, "ansi_black": 0, "ansi_red": 1, "ansi_green": 2, "ansi_yellow": 3, "ansi_blue": 4,
    "ansi_magenta": 5, "ansi_cyan": 6, "ansi_white": 7, "ansi_bright_black": 60, "ansi_bright_red": 61,
    "ansi_bright_green": 62, "ansi_bright_yellow": 63, "ansi_bright_blue": 64, "ansi_bright_magenta": 65,
    "ansi_bright_cyan": 66, "ansi_bright_white": 67,
}  # fmt: skip
"""The terminal's own colors -> what is added to 30 for letters, to 40 for what is behind them."""


class Ink:
    """Paints in the colors of one palette.

    Args:
        palette: the colors.
        true_color: whether the terminal shows any color, and not 256 of them.
    """

    def __init__(self, palette: Palette, *, true_color: bool) -> None:
        self._palette = palette
        self._true_color = true_color
        self._styles: dict[tuple[str, str], str] = {}

    def row(self, pieces: Iterable[Piece], width: int, ground: str = "background") -> Row:
        """Pieces as a row of exactly so many cells, on the color of a role; what has no room is cut off."""
        found, left = [], width
        for piece in pieces:
            text = piece.text if (cells := cell_len(piece.text)) <= left else set_cell_size(piece.text, left)
            left = max(left - cells, 0)
            if text:
                found.append(Run(text, self.style(piece.role, ground)))
        return [*found, *self.blank(left, ground)]

    def blank(self, width: int, ground: str = "background") -> Row:
        """So many empty cells."""
        return [Run(" " * width, self.style("text", ground))] if width > 0 else []

    def style(self, role: str, ground: str) -> str:
        """How a role is written on the color of another."""
        key = role, ground
        if key not in self._styles:
            self._styles[key] = self._made(role, ground)
        return self._styles[key]

    def _made(self, role: str, ground: str) -> str:
        palette = self._palette
        set_as = palette.cursor_style if ground == "cursor" else "none"
        codes = ["1"] if role in BOLD or set_as == "bold" else []
        codes += ["2"] if role == "hint" and palette.muted in TERMINALS_OWN else []
        codes += ["4"] if set_as == "underline" else []
        letters: str = getattr(palette, INKS.get(role, role))
        behind: str = getattr(palette, ground)
        return ";".join((*codes, self.color(letters, 30), self.color(behind, 40)))

    def color(self, name: str, base: int) -> str:
        """The code of a color, for letters with base 30, for what is behind them with 40."""
        if (own := TERMINALS_OWN.get(name)) is not None:
            return str(base + own)
        if not self._true_color:
            return f"{base + 8};5;{EIGHT_BIT[name]}"
        return f"{base + 8};2;{int(name[1:3], 16)};{int(name[3:5], 16)};{int(name[5:7], 16)}"

    def scroll_bar(self) -> str:
        """How the bar is written: as what is behind, in the color of lines."""
        palette = self._palette
        own = palette.rule in TERMINALS_OWN
        letters = self.color("ansi_blue" if own else palette.rule, 30)
        return f"7;{letters};{self.color(palette.background, 40)}"
