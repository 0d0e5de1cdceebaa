"""The scroll bar of a part that is at its top, as Textual draws it."""

from math import ceil

from ceulog.tui.early.ink import Ink
from ceulog.tui.early.rows import Run

EIGHTHS = " ▇▆▅▄▃▂▁"
"""What is left free of a cell whose upper end the bar fills: so many eighths of it."""


def scroll_bar(ink: Ink, size: int, lines: int) -> list[Run]:
    """The cells of the bar from top to bottom.

    Args:
        ink: its colors.
        size: lines of the part, which are fewer than there are in all.
        lines: in all.
    """
    thumb = max(1.0, size / (lines / size))  # in Textual's own order: the last digit may decide about an eighth
    full, rest = divmod(ceil(thumb * 8), 8)
    shown = Run(" ", ink.scroll_bar())
    free = Run(" ", ink.style("text", "background"))
    cells = [shown] * full + [free] * (size - full)
    if rest and full < size:
        cells[full] = Run(EIGHTHS[rest], ink.scroll_bar())
    return cells
