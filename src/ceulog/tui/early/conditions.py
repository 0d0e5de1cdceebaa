"""Whether the first picture would be what the screen shows a moment later; where that is not certain, it is not drawn.

A terminal of a kind that is not known, somebody's own keys, a draft that is offered, a second copy of the log: each
changes something that is decided later, and none of them is worth being almost right.
"""
# ruff: noqa: PTH114, PTH118, PTH208 - pathlib is an import that the picture does not wait for

import os
from collections.abc import Mapping

from ceulog.domain.named import NamedTuple
from ceulog.logbook.reader import FILE_NAME
from ceulog.settings.values import Settings
from ceulog.tui.glyphs import FINE, draw_with, terminal_glyphs

TRUE_COLOR, EIGHT_BIT = ("truecolor", "24bit"), ("256color", "kitty")
"""What COLORTERM says, and how TERM ends, where there are so many colors."""
CHANGES_COLORS = ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE", "JUPYTER_COLUMNS", "JUPYTER_LINES")
CHANGES_SIZE = ("COLUMNS", "LINES")
CHANGES_WIDTHS = "UNICODE_VERSION"
"""What Rich goes by to say how many cells a letter takes."""
TEXTUALS = "TEXTUAL"
"""How the variables begin that have Textual draw differently."""
LEAST = 60, 20
"""Cells and lines of the smallest screen that the dashboard is made for."""
DRAFTS = "drafts"


class Size(NamedTuple):
    """Of a terminal, in cells and lines."""

    width: int
    height: int

    @property
    def is_enough(self) -> bool:
        """Whether the dashboard is made for it."""
        return self.width >= LEAST[0] and self.height >= LEAST[1]


def shows_true_color(environment: Mapping[str, str]) -> bool | None:
    """Whether the terminal shows any color, or 256 of them; None where it is neither or not certain."""
    if any(each in environment for each in (*CHANGES_COLORS, *CHANGES_SIZE)):
        return None
    if any(each.startswith(TEXTUALS) for each in environment):
        return None
    term = environment.get("TERM", "").strip().lower()
    if term in ("", "dumb", "unknown"):
        return None
    if environment.get("COLORTERM", "").strip().lower() in TRUE_COLOR:
        return True
    return False if term.rpartition("-")[2] in EIGHT_BIT else None


def is_in_front(keys: int) -> bool:
    """Whether the terminal behind a file descriptor is ours to write on, as far as its shell is concerned."""
    try:
        return os.tcgetpgrp(keys) == os.getpgrp()
    except OSError:  # no shell shares it out
        return True


def is_usual(folder: str, settings: Settings) -> bool:
    """Whether the dashboard is seen in its own characters, with its own keys and nothing that is found later."""
    if settings.keys:
        return False
    draw_with(settings.glyphs)
    return terminal_glyphs() is FINE and not _is_more_there(folder)


def _is_more_there(folder: str) -> bool:
    """Whether there is a draft to offer, or perhaps a second copy of the log."""
    if os.path.islink(os.path.join(folder, FILE_NAME)):  # the copies lie beside the file itself
        return True
    try:
        names = os.listdir(folder)
        drafts = os.listdir(os.path.join(folder, DRAFTS)) if DRAFTS in names else []
    except OSError:
        return True
    copies = any(each.lower().endswith(".json") and each != FILE_NAME for each in names)
    return copies or any(not each.startswith(".") for each in drafts)
