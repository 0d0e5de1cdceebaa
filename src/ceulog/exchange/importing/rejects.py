"""The lines that an import could not take, as a CSV file that can be put right and imported again."""

from collections.abc import Container, Sequence

from ceulog.domain.text import printable, tidy
from ceulog.exchange.csv_out import csv_bytes_of
from ceulog.exchange.guard import guard, unguard
from ceulog.exchange.importing.dialects import key_of
from ceulog.exchange.importing.headers import REJECTED_BECAUSE, Columns
from ceulog.exchange.importing.outcomes import Rejected


def rejects_bytes(columns: Columns, rejected: Sequence[Rejected]) -> bytes:
    """The header of the file with one column more, and each line with the reason in it."""
    names = columns.header.cells if columns.header else ()
    old = {number for number, name in enumerate(names) if key_of(name) == key_of(REJECTED_BECAUSE)}
    header = _without(old, names)
    width = len(header) or max((len(each.record.cells) for each in rejected), default=0)
    rows: list[list[str]] = [[*map(_cell, header), REJECTED_BECAUSE]] if header else []
    for each in rejected:
        cells = [_cell(cell) for cell in _without(old, each.record.cells)]
        filled = [*cells[:width], *([""] * (width - len(cells)))]
        rows.append([*filled, guard(reason_words(each)), *cells[width:]])
    return csv_bytes_of(rows)


def _without(numbers: Container[int], cells: Sequence[str]) -> list[str]:
    return [cell for number, cell in enumerate(cells) if number not in numbers]


def reason_words(rejected: Rejected) -> str:
    """Why, with the column: "Date attended: 2026-02-30: does not exist in the calendar"."""
    return ": ".join(filter(None, (rejected.column, rejected.value, rejected.reason)))


def report_line(source: str, rejected: Rejected) -> str:
    """What is said of a line: FILE:LINE: column: value: reason."""
    return tidy(f"{source}:{rejected.record.line}: {rejected.column}: {rejected.value}: {rejected.reason}")


def _cell(text: str) -> str:
    return guard(printable(unguard(text)))
