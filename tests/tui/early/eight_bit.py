"""The nearest of 256 colors to each of ours, written anew: `python -m tests.tui.early.eight_bit`."""

from pathlib import Path

from rich.color import Color, ColorSystem

from ceulog.tui.early import eight_bit
from ceulog.tui.palettes import PALETTES


def text_of_table() -> str:
    """The file as it should be."""
    names = sorted({each for palette in PALETTES.values() for each in palette if each.startswith("#")})
    lines = (f'    "{each}": {Color.parse(each).downgrade(ColorSystem.EIGHT_BIT).number},' for each in names)
    return "\n".join((f'"""{eight_bit.__doc__}"""', "", "EIGHT_BIT = {", *lines, "}", ""))


if __name__ == "__main__":
    Path(eight_bit.__file__).write_text(text_of_table(), encoding="utf-8")
