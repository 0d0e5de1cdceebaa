"""The workbook's bytes; what stands in it is read back where it is exported."""

import datetime as dt
import io
import time

import pytest

from ceulog.exchange.profiles import GRANTED
from ceulog.exchange.rows import COLUMNS, DATES, NUMBERS
from ceulog.exchange.spreadsheet import workbook_bytes

openpyxl = pytest.importorskip("openpyxl")
DAY = dt.date(2026, 11, 23)


def test_every_column_of_dates_and_numbers_holds_them() -> None:
    columns = [(each, each) for each in (*COLUMNS, GRANTED)]
    row = {name: "2026-11-01" if name in DATES else "1.5" for name, _ in columns}
    sheet = openpyxl.load_workbook(io.BytesIO(workbook_bytes(columns, [row], DAY))).worksheets[0]
    found = dict(zip([name for name, _ in columns], [each.value for each in sheet[2]], strict=True))
    dates = {name for name, value in found.items() if isinstance(value, dt.datetime)}
    numbers = {name for name, value in found.items() if value == 1.5}
    assert (dates, numbers) == ({*DATES}, {*NUMBERS, GRANTED})
    # whatever is called so is one, lest a new column be forgotten
    assert {name for name in COLUMNS if "date" in name or name.endswith("_asked")} <= dates


def test_the_same_rows_give_the_same_bytes_at_any_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    made = workbook_bytes([("title", "title")], [{"title": "=1+1"}], DAY)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert workbook_bytes([("title", "title")], [{"title": "=1+1"}], DAY) == made
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert (book.worksheets[0]["A2"].value, book.properties.modified.date()) == ("=1+1", DAY)
