"""Rows -> JSON Lines: one object a row, for a database or a script; UTF-8, LF, and the same bytes each time.

The keys are the columns of the CSV, in its order, and the values its cells, unguarded, for nothing runs JSON. Dates
are ISO texts. CEUs are texts in plain decimal, as in `status --json`: a JSON number is a double to nearly everything
that reads it (ten times 0.1 sum to 0.9999999999999999), while a text becomes a DECIMAL without a loss. What is empty
in a column of dates or numbers is null, which can be cast; an empty text is an empty text.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from ceulog.exchange.profiles import GRANTED
from ceulog.exchange.rows import NUMBERS_AND_DATES, WHOLE

_to_text = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def lines_bytes(columns: Sequence[tuple[str, str]], rows: Iterable[Mapping[str, str]]) -> bytes:
    """The lines of these rows.

    Args:
        columns: name in the file and our column, in order.
        rows: cells by name in the file.
    """
    text = "".join(f"{_to_text({name: _value(row[name], ours) for name, ours in columns})}\n" for row in rows)
    # half a character, as in a CSV: better a question mark than no export
    return text.encode("utf-8", errors="replace")


def _value(cell: str, column: str) -> str | int | None:
    if not cell and (column in NUMBERS_AND_DATES or column == GRANTED):
        return None
    return int(cell) if column in WHOLE else cell
