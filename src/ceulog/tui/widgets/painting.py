"""Lines made of pieces: a text with a role, whose colors the style sheet decides.

Lines are worked out as plain values, so that they can be tested without a screen; text from people is a
piece like any other and never markup.
"""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells, set_cell_size

from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy
from ceulog.tui.glyphs import terminal_glyphs

STYLES = {
    "strong": "bold", "muted": "$muted", "accent": "$accent", "key": "bold $accent", "calm": "$complete",
    "behind": "$behind", "overdue": "bold $overdue", "earned": "$bar-earned", "planned": "$bar-planned",
    "preview": "$bar-preview", "missing": "$bar-missing",
}  # fmt: skip
"""Role of a piece -> its style, by the names of the theme; a role that is not here has that of what is round it."""


class Piece(NamedTuple):
    """Some text of one role."""

    text: str
    role: str = "text"
    action: str = ""
    """What a click on it does, as Textual writes actions; empty for nothing."""


Line = tuple[Piece, ...]


def width_of(line: Iterable[Piece]) -> int:
    """Cells that a line takes."""
    return sum(cell_len(piece.text) for piece in line)


def text_of(line: Iterable[Piece]) -> str:
    """A line without its roles."""
    return "".join(piece.text for piece in line)


def shortened(text: str, width: int, ellipsis: str = "") -> str:
    """The text in at most so many cells, the end replaced by an ellipsis when it is longer.

    The ellipsis is that of the terminal unless given. What would move the cursor or turn the reading direction
    becomes a blank.
    """
    text = tidy(text)
    if cell_len(text) <= width:
        return text
    ellipsis = ellipsis or terminal_glyphs().ellipsis
    room = width - cell_len(ellipsis)
    return set_cell_size(text, room).rstrip() + ellipsis if room > 0 else ellipsis[: max(width, 0)]


def fitted(text: str, width: int, ellipsis: str = "") -> str:
    """The text in exactly so many cells."""
    text = shortened(text, width, ellipsis)
    return text + " " * (width - cell_len(text))


def spread(left: Line, right: Line, width: int) -> Line:
    """Two lines on one, the second ending at the given width."""
    gap = max(width - width_of(left) - width_of(right), 1)
    return (*left, Piece(" " * gap), *right)


def packed(chunks: Sequence[Line], width: int, gap: int = 3) -> list[Line]:
    """Chunks on as few lines as they need, none of them torn."""
    lines: list[Line] = []
    for chunk in chunks:
        if lines and width_of(lines[-1]) + gap + width_of(chunk) <= width:
            lines[-1] = (*lines[-1], Piece(" " * gap), *chunk)
        else:
            lines.append(tuple(chunk))
    return lines


def wrapped(text: str, width: int) -> list[str]:
    """A sentence on lines of at most so many cells; what is longer than a line, such as an address, is broken."""
    lines = [""]
    for word in (piece for each in text.split() for piece in chop_cells(each, max(width, 1))):
        longer = f"{lines[-1]} {word}".strip()
        if cell_len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def hanging(text: str, width: int, indent: str = "") -> str:
    """A sentence wrapped in so many cells beside its indent, what follows the first line two cells further in."""
    first, *others = wrapped(tidy(text), max(width - 2, 1))
    return "\n".join((f"{indent}{first}", *(f"{indent}  {each}" for each in others)))
