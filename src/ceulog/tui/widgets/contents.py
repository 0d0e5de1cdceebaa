"""Lines of pieces as what a plain widget shows: text stays text, roles become colors, actions clicks."""

from collections.abc import Iterable, Mapping

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from ceulog.tui.widgets.painting import STYLES, Line

MUTED = "$muted"
"""Text of labels and hints."""


def content_of(lines: Iterable[Line], styles: Mapping[str, str] = STYLES) -> Content:
    """The lines below each other; `styles` gives the roles of their pieces other colors than usual."""
    return Content("\n").join(_line(each, styles) for each in lines)


def _line(line: Line, styles: Mapping[str, str]) -> Content:
    pieces = []
    for piece in line:
        text = Content.styled(piece.text, styles.get(piece.role, ""))
        pieces.append(text.stylize(Style.from_meta({"@click": piece.action})) if piece.action else text)
    return Content("").join(pieces)


def put_line(shown: Static, words: str, slack: int = 0) -> None:
    """Show a line of text; the screen is laid out anew only where it does not fit where the one before was.

    Args:
        shown: has it.
        words: the line.
        slack: cells by which it may be shorter than its place.
    """
    content = Content(words)
    if shown.content != content:
        shown.update(content, layout=not 0 <= shown.size.width - content.cell_length <= slack)


class Clickable(Static):
    """Shows such lines; what can be clicked keeps its colors, and is not underlined as a link would be."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id, markup=False)
        self.set_reactive(Clickable.auto_links, False)
