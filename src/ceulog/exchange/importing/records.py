"""Text -> records: the lines of a table, each with the number of its first line; no line goes unaccounted for."""

import csv
from collections.abc import Iterator, Sequence
from functools import partial

from ceulog.domain.named import NamedTuple

DELIMITERS = ",;\t|"
LONGEST = 10_001
"""Lines of one record: notes have no more; a quote that is still open then was never closed."""
_LONGEST_AFTER = 200
"""Lines of one once a quote was found that is never closed: looking for its end each time takes too long."""
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
    try:
        return lines_in(text.encode("utf-8"))
    except UnicodeEncodeError:  # half of a character, as a paste may bring it
        data = text.encode("utf-8", "surrogatepass")
        return _whole(data, [each.decode("utf-8", "surrogatepass") for each in data.splitlines(True)])


def lines_in(data: bytes) -> list[str]:
    """The lines of a text in UTF-8, likewise.

    Raises:
        UnicodeDecodeError: it is in another encoding.
    """
    # bytes know no other ends of lines, and are split in a third of the time
    return _whole(data, [*map(bytes.decode, data.splitlines(True))])


def _whole(data: bytes, lines: list[str]) -> list[str]:
    # NUL: what is left of broken software, and csv takes it for an end
    return [each.replace("\x00", "") for each in lines] if b"\x00" in data else lines


def records(lines: Sequence[str], delimiter: str) -> Iterator[Record]:
    """The records that are not blank, in order; one that is broken has its text and the fault."""
    start, made = 0, partial(tuple.__new__, Record)
    # most tables have no fault: then nobody needs to look where each record might have to be given up
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            if reader.line_num - start > LONGEST:
                break
            if any(map(str.strip, cells)):
                yield made((start + 1, tuple(cells), ""))
            start = reader.line_num
    except csv.Error:
        pass
    yield from _watched(lines, start, delimiter)


def _watched(lines: Sequence[str], start: int, delimiter: str) -> Iterator[Record]:
    """The records from a line on, none of which goes on for too long."""
    source = _Lines(lines)
    source.at = start
    while source.at < len(lines):
        source.start = source.at
        try:
            for cells in csv.reader(iter(source), delimiter=delimiter, strict=True):
                if any(map(str.strip, cells)):
                    yield Record(source.start + 1, tuple(cells))
                source.start = source.at
        except csv.Error as fault:
            found = _after_fault(source, delimiter, fault)
            if any(map(str.strip, found.cells)):
                yield found


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
