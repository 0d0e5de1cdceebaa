"""The few characters that the screen draws with, and what stands for them where the terminal has no UTF-8."""

import codecs
import os
import sys
from collections.abc import Mapping
from functools import cache

from ceulog.domain.named import NamedTuple


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


COERCED = ("C.UTF-8", "C.utf8", "UTF-8")
"""What Python itself writes into LC_CTYPE where the locale is C, so that it says nothing about the terminal."""


def is_utf8(encoding: str | None) -> bool:
    """Say whether an encoding is UTF-8, whatever it is called."""
    try:
        return codecs.lookup(encoding or "ascii").name == "utf-8"
    except LookupError:
        return False


def draws_unicode(environ: Mapping[str, str], encoding: str | None) -> bool:
    """Whether a terminal shows more than ASCII.

    Args:
        environ: the environment; the locale that somebody set in it decides before Python's own opinion.
        encoding: the encoding of what is written to the terminal.
    """
    term = environ.get("TERM", "")
    if not is_utf8(encoding) or term == "linux" or term.startswith("vt"):
        return False
    kind, general = environ.get("LC_CTYPE", ""), environ.get("LANG", "")
    said = environ.get("LC_ALL") or ("" if kind in COERCED and general else kind) or general
    name, point, codeset = said.partition("@")[0].partition(".")
    return is_utf8(codeset) if point else name not in ("C", "POSIX")


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
