"""Where the parts of the dashboard stand, in cells and lines: what Textual makes of its style sheet."""

from itertools import pairwise

from ceulog.domain.named import NamedTuple
from ceulog.tui.dashboard_plan import TALL, WIDE, WIDEST

SHARES = {WIDEST: (30, 45, 25), WIDE: (5, 7)}
"""Cells from which bars, log and details stand beside each other -> their shares of the width."""
MOST_OF_BARS = 60
"""Per cent of the lines that bars above the log can have."""
LEAST_ROWS = 3
"""Lines that the rows of the log have at least."""


class Plan(NamedTuple):
    """One screen."""

    width: int
    height: int
    parts: tuple[int, ...]
    """Cells of the bars, the log and the details, as far as they stand beside each other; a gap lies between two."""
    body: int
    """Lines between the heading and the foot."""
    foot: int
    """Lines at the end, the last of which has the keys."""

    @property
    def is_wide(self) -> bool:
        """Whether the log stands beside the bars."""
        return len(self.parts) > 1

    @property
    def is_tall(self) -> bool:
        """Whether there is a blank line above the log, and one for what is said."""
        return self.height >= TALL

    @property
    def most_of_bars(self) -> int:
        """Lines that the bars and what stands below them have at most."""
        return self.body - 1 if self.is_wide else self.body * MOST_OF_BARS // 100


def plan_of(width: int, height: int) -> Plan:
    """How the dashboard shares so many cells and lines."""
    foot = 2 if height >= TALL else 1
    shares = next((shares for least, shares in SHARES.items() if width >= least), (1,))
    room = width - (len(shares) - 1)
    ends = [room * sum(shares[:number]) // sum(shares) for number in range(len(shares) + 1)]
    parts = tuple(end - start for start, end in pairwise(ends))
    return Plan(width, height, parts, height - 1 - foot, foot)
