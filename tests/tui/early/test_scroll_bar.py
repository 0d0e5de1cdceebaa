"""The scroll bar of the first picture is Textual's, however long the part is."""

from textual.scrollbar import ScrollBarRender

from ceulog.tui.early.ink import Ink
from ceulog.tui.early.scroll_bar import scroll_bar
from ceulog.tui.palettes import PALETTES


def test_every_length_has_textuals_own_bar() -> None:
    ink = Ink(PALETTES["dark"], true_color=True)
    for size in (3, 4, 7, 17, 34, 53):
        for lines in (*range(size + 1, size + 150), 1_000, 99_999):
            its = [(each.text, bool(each.style and each.style.reverse)) for each in ScrollBarRender.render_bar(
                size, lines, size, 0
            ).segments]  # fmt: skip
            own = [(each.text, each.style.startswith("7")) for each in scroll_bar(ink, size, lines)]
            assert own == its, (size, lines)
