"""The keys of a screen on as few lines as they need.

Pure: from keys and a width to lines of pieces.
"""

from collections.abc import Iterable

from ceulog.domain.named import NamedTuple
from ceulog.tui.widgets.painting import Line, Piece, packed, width_of

WIDE_GAP, NARROW_GAP = 3, 2
"""Cells between two keys: where all fit on one line, and where they do not."""


class Key(NamedTuple):
    """One key of a screen."""

    text: str
    """The key as people read it."""
    name: str
    action: str
    """What a click on it does, as Textual writes actions."""


def key_lines(keys: Iterable[Key], width: int) -> list[Line]:
    """The keys on lines of at most so many cells, none of them torn."""
    chunks: list[Line] = [
        (Piece(each.text, "key", each.action), Piece(f" {each.name}", "muted", each.action)) for each in keys
    ]
    one = packed(chunks, width, WIDE_GAP)
    return one if len(one) == 1 and width_of(one[0]) <= width else packed(chunks, width, NARROW_GAP)
