"""The parts of a requirement's bar: what is earned, what is planned, what a form would add, what is missing.

The four differ in shape as well as in color. A bar is never fuller than full, and only full when nothing is missing;
surplus is for words beside it.
"""

from decimal import ROUND_FLOOR, Decimal
from typing import Literal

from ceulog.domain.pools import ZERO
from ceulog.tui.glyphs import ASCII, FINE

Part = Literal["earned", "preview", "planned", "missing"]


def render_bar(
    width: int,
    needed: Decimal,
    earned: Decimal,
    planned: Decimal = ZERO,
    preview: Decimal = ZERO,
    ascii_only: bool = False,
) -> list[tuple[str, Part]]:
    """The parts of a bar from left to right, those of no width left out.

    Every part that is more than nothing shows, as long as there is room for it.

    Args:
        width: cells of the whole bar.
        needed: what makes it full, in the unit of all the figures (CEUs, or boxes).
        earned: what is there.
        planned: what would come with what is planned.
        preview: what the form being typed would add.
        ascii_only: whether the terminal has no UTF-8.
    """
    glyphs = ASCII if ascii_only else FINE
    amounts: tuple[tuple[Decimal, str, Part], ...] = (
        (earned, glyphs.earned, "earned"),
        (preview, glyphs.preview, "preview"),
        (planned, glyphs.planned, "planned"),
    )
    parts: list[tuple[str, Part]] = []
    sum_so_far, end = ZERO, 0
    for amount, glyph, part in amounts:
        sum_so_far += max(amount, ZERO)
        start, end = end, _end(end, width, needed, sum_so_far, more=amount > 0)
        parts.append((glyph * (end - start), part))
    parts.append((glyphs.missing * (max(width, 0) - end), "missing"))
    return [(text, part) for text, part in parts if text]


def _end(start: int, width: int, needed: Decimal, amount: Decimal, *, more: bool) -> int:
    """The cell at which a part ends that brings the bar to an amount; it begins at `start`."""
    if amount >= needed:
        return max(width, 0)
    room = max(width - 1, 0)  # the last cell waits for the last CEU
    exact = int((width * amount / needed).to_integral_value(ROUND_FLOOR))
    return min(max(exact, start + more), room)
