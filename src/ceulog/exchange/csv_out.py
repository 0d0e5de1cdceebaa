"""Rows -> the bytes of a CSV file: RFC 4180, UTF-8, CRLF. The same bytes for screen and command line."""

import csv
import datetime as dt
import io
import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter

from ceulog.domain.editions import Rulebook
from ceulog.domain.state import LogState
from ceulog.exchange.guard import guard
from ceulog.exchange.profiles import PROFILES, ProfileName, rows_for
from ceulog.exchange.rows import NUMBERS_AND_DATES, Row, rows_of
from ceulog.exchange.scope import Scope, claims
from ceulog.exchange.steps import Report, silent, told

_BOM = b"\xef\xbb\xbf"
_NEEDS_QUOTES = re.compile('[",\r\n]')
_AT_ONCE = 512
"""Rows; their columns stay in the processor's cache."""


def export_rows(
    state: LogState, rulebook: Rulebook, on: dt.date,
    *, cycle: Scope = "current", credential: str | None = None, report: Report = silent,
) -> list[Row]:  # fmt: skip
    """Every row in scope, in order: by date, title, id, credential.

    Args:
        state: the log.
        rulebook: the rules that its activities are counted by.
        on: the day as of which they are counted.
        cycle: the current cycles, the latest closed ones, or all.
        credential: a code or alias; only its rows, and what counts for nothing with its organization.
        report: is told how far it is.

    Raises:
        Refusal: the credential is not held, and no closed cycle knows it.
    """
    return list(rows_in_scope(state, rulebook, on, cycle=cycle, credential=credential, report=report))


def rows_in_scope(
    state: LogState, rulebook: Rulebook, on: dt.date,
    *, cycle: Scope = "current", credential: str | None = None, report: Report = silent,
) -> Iterator[Row]:  # fmt: skip
    """As `export_rows`, one after the other: all at once take five times the memory of the log."""
    found = claims(state, rulebook, on, cycle=cycle, credential=credential)
    return told(rows_of(found, state, rulebook), len(found), "rows", report)


def table_bytes(
    rows: Iterable[Row], state: LogState, *, profile: ProfileName = "generic", excel: bool = False
) -> bytes:
    """The CSV file of rows of a log, with a header.

    Args:
        rows: as `export_rows` gives them.
        state: the log.
        profile: whom the file is for.
        excel: whether the byte-order mark that Excel wants stands in front.
    """
    whose = PROFILES[profile]
    plain = {name for name, column in whose.columns if column in NUMBERS_AND_DATES}
    data = csv_bytes(whose.header, rows_for(whose, rows, state), plain=plain)
    return _BOM + data if excel else data


def csv_bytes(columns: Sequence[str], rows: Iterable[Mapping[str, str]], *, plain: Container[str]) -> bytes:
    """A header and these rows; text that a spreadsheet would run is guarded (see `guard`).

    Args:
        columns: the header; every row has all of them.
        rows: cells by column.
        plain: the columns of numbers and dates, which are never touched.
    """
    return b"".join(map(_encoded, chain([[",".join(map(_quoted, columns))]], _lines(columns, rows, plain))))


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(f"{each}\r\n" for each in lines).encode("utf-8", errors="replace")


def _lines(columns: Sequence[str], rows: Iterable[Mapping[str, str]], plain: Container[str]) -> Iterator[Iterable[str]]:
    """Some lines after the other as csv.writer has them, made column by column: in most no cell needs anything."""
    coming = iter(rows)
    while some := list(islice(coming, _AT_ONCE)):
        cells = ((column in plain, list(map(itemgetter(column), some))) for column in columns)
        yield map(",".join, zip(*(_fit(each, is_plain=is_plain) for is_plain, each in cells), strict=True))


def _fit(column: Sequence[str], *, is_plain: bool) -> Sequence[str]:
    """Cells as they stand in a file: guarded, unless they are numbers or dates, and quoted where that is needed."""
    different = set(column)
    fit = {} if is_plain else {text: safe for text in different if (safe := guard(text)) != text}
    if _NEEDS_QUOTES.search("".join(different)):
        fit = {text: _quoted(fit.get(text, text)) for text in different}
    return [fit.get(text, text) for text in column] if fit else column


def _quoted(cell: str) -> str:
    if _NEEDS_QUOTES.search(cell):
        cell = cell.replace('"', '""')
        return f'"{cell}"'
    return cell


def csv_bytes_of(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of cells as they stand: RFC 4180, UTF-8, CRLF."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    # a file edited elsewhere may hold half a character: better a question mark than no export
    return text.getvalue().encode("utf-8", errors="replace")
