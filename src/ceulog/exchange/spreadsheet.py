"""The rows of an export as an .xlsx workbook, by openpyxl, which is an extra: `pip install 'ceulog[xlsx]'`."""

import datetime as dt
import io
import zipfile
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

from ceulog.domain.refusals import Refusal
from ceulog.exchange.profiles import GRANTED
from ceulog.exchange.rows import DATES, NUMBERS
from ceulog.exchange.steps import Report, silent, told

_MOST = 32_767
"""Characters of a cell."""
_WIDEST = 60
_FIRST_YEAR = 1980
"""Of the dates in a ZIP file."""
NEEDED = "An Excel workbook needs openpyxl, which is not installed: pip install 'ceulog[xlsx]'."


def can_be_made() -> bool:
    """Whether there is what makes a workbook."""
    return find_spec("openpyxl") is not None


def workbook_bytes(
    columns: Sequence[tuple[str, str]], rows: Sequence[Mapping[str, str]], on: dt.date, report: Report = silent
) -> bytes:
    """The workbook: dates are dates, amounts are numbers, all else is text and never a formula.

    Args:
        columns: name in the file and our column, in order.
        rows: cells by name in the file.
        on: the day that the file says it was made on.
        report: is told how far it is.

    Raises:
        Refusal: openpyxl is not installed.
    """
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - an extra
        from openpyxl.styles import Font  # noqa: PLC0415 - likewise
        from openpyxl.utils import get_column_letter  # noqa: PLC0415 - likewise
        from openpyxl.writer.excel import ExcelWriter  # noqa: PLC0415 - likewise
    except ImportError:
        raise Refusal(f"{NEEDED} Without it, `export log.csv --excel` writes a CSV that Excel opens.") from None
    book = Workbook()
    book.properties.created = book.properties.modified = dt.datetime.combine(on, dt.time())
    book.properties.creator = "ceulog"
    sheet = book.worksheets[0]
    sheet.title = "CEU log"
    widths = [len(name) for name, _ in columns]
    for number, (name, _) in enumerate(columns, 1):
        sheet.cell(1, number, name).font = Font(bold=True)
    for place, row in enumerate(told(rows, len(rows), "lines", report), 2):
        for number, (name, column) in enumerate(columns, 1):
            if text := row[name]:
                _put(sheet.cell(place, number), text, column)
                widths[number - 1] = max(widths[number - 1], len(text))
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = min(width, _WIDEST) + 2
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        ExcelWriter(book, archive).write_data()  # `book.save` would put this moment into it
    return _dated(made, on)


def _dated(made: io.BytesIO, on: dt.date) -> bytes:
    """The same archive with the day as the date of every file in it: the same log gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for each in given.infolist():
            stamp = zipfile.ZipInfo(each.filename, (max(on.year, _FIRST_YEAR), on.month, on.day, 0, 0, 0))
            archive.writestr(stamp, given.read(each), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _put(cell: Any, text: str, column: str) -> None:
    if column in DATES:
        cell.value = dt.date.fromisoformat(text)
        cell.number_format = "yyyy-mm-dd"
    elif column in NUMBERS or column == GRANTED:
        cell.value = int(text) if text.isdecimal() else float(text)
    else:
        # what XML cannot hold is gone from texts already; a text that begins with = stays one
        cell.value = text[:_MOST]
        cell.data_type = "s"
        cell.number_format = "@"
