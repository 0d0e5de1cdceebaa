"""How the dashboard shares its room, in cells and lines; its style sheet says the same in words of its own."""

WIDE, WIDEST = 110, 160
"""Cells from which the log stands beside the bars, and from which the details stand beside the log."""
BARS_SHARE = {WIDEST: 0.3, WIDE: 5 / 12, 0: 1}
"""Cells from which the bars take such a share of the width."""
TALL = 30
"""Lines from which what is said has a line of its own, above the keys."""


def bars_room(width: int, height: int) -> tuple[int, int]:
    """The cells and the lines that the bars and what stands below them can have."""
    share = next(share for least, share in BARS_SHARE.items() if width >= least)
    return int(width * share) - (share < 1), (height - 4) if width >= WIDE else (height - 2) * 6 // 10


def ahead_room(room: int) -> int:
    """How many of so many lines what stands below the bars can have."""
    return max(room // 3, 2)


def board_room(room: int, ahead: int) -> int:
    """How many of so many lines the bars can have, beside the lines below them."""
    return max(room - ahead - bool(ahead), 3)
