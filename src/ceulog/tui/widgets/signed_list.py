"""A list whose line under the cursor has a sign before it, so that no color alone tells which one it is."""

from rich.segment import Segment
from textual.events import Resize
from textual.strip import Strip
from textual.style import Style
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from ceulog.tui.glyphs import terminal_glyphs

SIGN_WIDTH = 2
"""Cells before each line, in the first of which the sign stands."""


class SignedList(OptionList):
    """Lines with the sign of the log at the one under the cursor.

    Each line has two blank cells before it; a style sheet takes them away where the lines have an indent of their own.
    """

    DEFAULT_CSS = """
    SignedList > .option-list--option, SignedList.-textual-compact > .option-list--option { padding: 0 0 0 2; }
    """

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Keep the line under the cursor in sight, also where the list has just been filled anew."""
        super().watch_highlighted(highlighted)
        self.call_after_refresh(self.scroll_to_highlight)

    def on_resize(self, event: Resize) -> None:
        """Keep it in sight where there is less room now."""
        del event
        self.call_after_refresh(self.scroll_to_highlight)

    def _get_option_render(self, option: Option, style: Style) -> list[Strip]:
        strips = super()._get_option_render(option, style)
        if option is not self.highlighted_option or not strips:
            return strips
        glyphs = terminal_glyphs()
        sign = glyphs.active if self.has_focus else glyphs.marker
        first = strips[0]
        look = next(iter(first), Segment("")).style
        return [Strip.join([Strip([Segment(sign, look)]), first.crop(1)]), *strips[1:]]
