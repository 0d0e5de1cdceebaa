"""What the first picture is made of, and how it is kept for the next start."""

import re
from typing import Any

from ceulog.domain.named import NamedTuple


class Run(NamedTuple):
    """Some text in one style."""

    text: str
    style: str
    """The parameters of the terminal's SGR sequence."""


Row = list[Run]

_STYLE = re.compile(r"[0-9;]*")


def rows_in(kept: Any, height: int) -> list[Row]:
    """The rows of a picture as they were kept, by whomever; none where they are no picture of that height.

    What would drive the terminal is no picture either.
    """
    if not isinstance(kept, list) or len(kept) != height:
        return []
    rows = [_row_in(each) for each in kept]
    return rows if all(rows) else []


def _row_in(kept: Any) -> Row:
    runs = [_run_in(each) for each in kept] if isinstance(kept, list) else []
    return [each for each in runs if each] if all(runs) else []


def _run_in(kept: Any) -> Run | None:
    match kept:
        case [str(text), str(style)] if text.isprintable() and _STYLE.fullmatch(style):
            return Run(text, style)
    return None
