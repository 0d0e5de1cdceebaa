"""The workbook's bytes; what stands in it is read back where it is exported."""

import datetime as dt
import io
import time

import pytest

from ceulog.exchange.spreadsheet import workbook_bytes

openpyxl = pytest.importorskip("openpyxl")
DAY = dt.date(2026, 11, 23)


def test_the_same_rows_give_the_same_bytes_at_any_moment(monkeypatch: pytest.MonkeyPatch) -> None:
    made = workbook_bytes([("title", "title")], [{"title": "=1+1"}], DAY)
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)
    assert workbook_bytes([("title", "title")], [{"title": "=1+1"}], DAY) == made
    book = openpyxl.load_workbook(io.BytesIO(made))
    assert (book.worksheets[0]["A2"].value, book.properties.modified.date()) == ("=1+1", DAY)
