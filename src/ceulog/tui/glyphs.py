"""The few characters that the screen draws with, and what stands for them where the terminal has no UTF-8."""

import os
import sys
from functools import cache

from ceulog.domain.named import NamedTuple
from ceulog.wording.letters import draws_unicode


class Glyphs(NamedTuple):
    """One character for each thing that is drawn."""

    earned: str
    preview: str
    planned: str
    missing: str
    marker: str
    """At what is selected in a part that has not the focus."""
    active: str
    """At what is selected in the part that has the focus."""
    dot: str
    check: str
    ellipsis: str


FINE = Glyphs("█", "▓", "▒", "╌", "›", "»", "·", "✓", "…")
ASCII = Glyphs("#", "=", "+", ".", "-", ">", "-", "ok", "...")


_wish = "auto"


def draw_with(wish: str) -> None:
    """Draw with `unicode` or `ascii` whatever the terminal says; `auto` asks it."""
    global _wish  # noqa: PLW0603 - a program has one terminal
    _wish = wish


def terminal_glyphs() -> Glyphs:
    """The characters to draw with: as somebody wished, else as the terminal can."""
    return {"unicode": FINE, "ascii": ASCII}.get(_wish) or _of_the_terminal()


@cache
def _of_the_terminal() -> Glyphs:
    """The characters for the terminal that the program was started in."""
    # the stream as it was at the start: Textual puts its own in the place of sys.stdout
    return FINE if draws_unicode(os.environ, getattr(sys.__stdout__, "encoding", None)) else ASCII
