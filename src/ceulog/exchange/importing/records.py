"""Text -> records: the lines of a table, each with the number of its first line; no line goes unaccounted for."""

import csv
import io
from collections.abc import Iterator, Sequence

from ceulog.domain.named import NamedTuple

DELIMITERS = ",;\t|"
LONGEST = 10_001
"""Lines of one record: notes have no more; a quote that is still open then was never closed."""
_LONGEST_AFTER = 200
"""Lines of one once a quote was found that is never closed: looking for its end each time takes too long."""
_LONGEST_CELL = 131_072
"""Characters, where csv draws the line."""
OPEN_QUOTE = "a quotation mark opens a cell and none closes it"
TOO_LONG = "a cell is longer than 131,072 characters"


class Record(NamedTuple):
    """One record of a table."""

    line: int
    """The number of its first line in the file, from 1."""
    cells: tuple[str, ...]
    fault: str = ""
    """Why it could not be read; its cells then hold its text as it stands."""


class _Lines:
    """Hands out lines to one record, and takes note of how far it came."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.at = 0
        self.start = 0
        self.longest = LONGEST

    def __iter__(self) -> Iterator[str]:
        while self.at < len(self.lines) and self.at - self.start < self.longest:
            self.at += 1
            yield self.lines[self.at - 1]


def lines_of(text: str) -> list[str]:
    """The lines of a text with their ends, be these of whatever system."""
    if text.count("\r") == text.count("\r\n"):
        *whole, last = text.split("\n")
        lines = [f"{each}\n" for each in whole] + [last] * bool(last)
    else:
        lines = list(io.StringIO(text, newline=""))
    # NUL: what is left of broken software, and csv takes it for an end
    return [each.replace("\x00", "") for each in lines] if "\x00" in text else lines


def records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """The records that are not blank, in order; one that is broken has its text and the fault."""
    source, at = _Lines(lines), 0
    while at < len(lines):
        line = lines[at]
        if '"' in line or len(line) > _LONGEST_CELL:
            source.at = at
            record = _quoted(source, delimiter)
            at = source.at
        else:  # csv comes to the same, in three times the time
            at += 1
            record = Record(at, tuple(line.rstrip("\r\n").split(delimiter)))
        if any(map(str.strip, record.cells)):
            yield record


def _quoted(source: _Lines, delimiter: str) -> Record:
    """The record that begins with the next line."""
    source.start = source.at
    try:
        cells = next(csv.reader(iter(source), delimiter=delimiter, strict=True))
    except csv.Error as fault:
        return _after_fault(source, delimiter, fault)
    return Record(source.start + 1, tuple(cells))


def _after_fault(source: _Lines, delimiter: str, fault: csv.Error) -> Record:
    """The line at which the reader failed, read leniently if it is whole by itself; the next one begins anew."""
    line = source.lines[source.start].rstrip("\r\n")
    if source.at - source.start > _LONGEST_AFTER:
        source.longest = _LONGEST_AFTER
    source.at = source.start + 1
    if "field limit" in str(fault):
        return Record(source.at, (line,), TOO_LONG)
    if line.count('"') % 2:
        return Record(source.at, (line,), OPEN_QUOTE)
    try:
        # a quote in the midst of a cell, as hand-made files have it
        return Record(source.at, tuple(next(csv.reader([line], delimiter=delimiter), [])))
    except csv.Error:
        return Record(source.at, (line,), TOO_LONG)
