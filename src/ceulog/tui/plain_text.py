"""Everything on the screen in ASCII, for terminals that show nothing else: the last step before it is drawn."""

import re
import unicodedata

from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

_STAND_INS = {
    **dict.fromkeys("·•∙▪●○◉◦", "*"), "·": "-", "•": "*", "…": ".",
    **dict.fromkeys("‘’‚′", "'"), **dict.fromkeys("“”„″", '"'), **dict.fromkeys("–—−‐‑―", "-"),
    **dict.fromkeys("→›»▶▸►", ">"), **dict.fromkeys("←‹«◀◂◄", "<"),
    **dict.fromkeys("↑▲▴⯅", "^"), **dict.fromkeys("↓▼▾⯆", "v"),
    **dict.fromkeys("█▓▇▆▅", "#"), **dict.fromkeys("▒▄▃▂", "+"), **dict.fromkeys("░╌┄┈", "."),
    **dict.fromkeys("│┃┆┊║▏▎▍▌▋▊▉▐▕", "|"), **dict.fromkeys("─━═▔", "-"), "▁": "_",
    **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╰╯╔╗╚╝╠╣╦╩╬┏┓┗┛", "+"),
    **dict.fromkeys("✓✔✕×", "x"), "\N{NO-BREAK SPACE}": " ",
    "🔎": "> ",
}  # fmt: skip
"""What stands for a character, in as many cells."""
_CUT = re.compile("…  ")
_OTHER = re.compile(r"[^\x00-\x7f]")


def in_ascii(text: str) -> str:
    """A text in ASCII, in as many cells: letters without their accents, a question mark for what nothing stands for."""
    if text.isascii():
        return text
    return _OTHER.sub(_stand_in, _CUT.sub("...", text))


def _stand_in(found: "re.Match[str]") -> str:
    character = found[0]
    if character in _STAND_INS:
        return _STAND_INS[character]
    cells = cell_len(character)
    bare = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return bare if len(bare) == cells else "?" * cells


class PlainText(LineFilter):
    """Draws every line in ASCII."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in ASCII."""
        del background
        return [Segment(in_ascii(text), style, control) for text, style, control in segments]
