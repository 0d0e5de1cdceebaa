"""Dates as tables have them, and what a column says of their order."""

import datetime as dt
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.importing.dates import ORDERS, BadDate, Evidence, Order, evidence, looks_like_date, parse_day

DAY = dt.date(2026, 4, 3)


@pytest.mark.parametrize(
    "cell",
    [
        "2026-04-03", "2026/4/3", "2026.04.03", " 2026-04-03 ", "2026-04-03 09:30", "2026-04-03T09:30:00Z",
        "2026-04-03T09:30:00.000-05:00", "3-Apr-2026", "3 April 2026", "3rd April, 2026", "April 3, 2026",
        "Apr. 3, 2026", "Apr 3 2026", "APRIL 3RD, 2026", "Friday, April 3, 2026", "Fri Apr 3 2026", "Sept 3, 2026",
    ],
)  # fmt: skip
def test_days_that_have_one_reading(cell: str) -> None:
    expected = DAY.replace(month=9) if cell.startswith("Sept") else DAY
    assert looks_like_date(cell)
    assert [parse_day(cell, order) for order in (None, *ORDERS)] == [expected] * 4
    assert evidence([cell]) == Evidence(None)


@pytest.mark.parametrize(
    ("cell", "order", "expected"),
    [
        ("4/3/2026", None, "2026-04-03"),
        ("4/3/2026", "mdy", "2026-04-03"),
        ("4/3/2026", "dmy", "2026-03-04"),
        ("04-03-2026", "dmy", "2026-03-04"),
        ("4/3/2026 9:00 AM", "mdy", "2026-04-03"),
        ("3.4.2026", None, "2026-04-03"),
        ("3.4.2026", "dmy", "2026-04-03"),
        ("3.4.2026", "mdy", "2026-03-04"),
        ("3/1/2026 - 3/2/2026", "mdy", "2026-03-02"),
        ("March 1, 2026 to March 2, 2026", None, "2026-03-02"),
        ("12/31/1900", "mdy", "1900-12-31"),
        ("4/3/26", None, "2026-04-03"),
        ("4/3/26", "dmy", "2026-03-04"),
        ("3.4.26", None, "2026-04-03"),
        ("3-Apr-26", None, "2026-04-03"),
        ("Tuesday, November 3, 2026 12:00 PM - 1:00 PM EST", None, "2026-11-03"),
        ("11/03/2026 at 9:00 AM", "mdy", "2026-11-03"),
        ("2024-02-29", None, "2024-02-29"),
    ],
)
def test_days_that_go_by_the_order(cell: str, order: Order | None, expected: str) -> None:
    assert looks_like_date(cell)
    assert parse_day(cell, order).isoformat() == expected


@pytest.mark.parametrize(("cell", "day"), [("45992", "2025-12-01"), ("46115.5", "2026-04-03"), ("36526", "2000-01-01")])
def test_a_number_of_days_is_the_day_that_a_spreadsheet_counts_so(cell: str, day: str) -> None:
    assert parse_day(cell, None).isoformat() == day
    # but no number tells that its column holds dates
    assert not looks_like_date(cell)


@pytest.mark.parametrize(
    ("cell", "order", "reason"),
    [
        ("", None, "is no date"), ("soon", None, "is no date"), ("25992", None, "is no date"),
        ("2026", None, "is no date"), ("4/2026", None, "is no date"), ("64992", None, "is no date"),
        ("4-3-26", "dmy", "short year"), ("26-4-3", None, "short year"), ("4/3/6", None, "short year"),
        ("Apr 3 26", None, "is no date"), ("2026-02-30", None, "does not exist"), ("2/29/2025", None, "does not exist"),
        ("13/3/2026", "mdy", "no such month"), ("3/13/2026", "dmy", "no such month"), ("4/3/2026", "ymd", "year last"),
        ("1/1/1899", None, "outside the years"), ("2200-01-01", None, "outside the years"), ("0000-00-00", None, "out"),
        ("3 Foo 2026", None, "no month"), ("3 Marchemb 2026", None, "no month"), ("٢٠٢٦-٠٤-٠٣", None, "is no date"),
        ("3/2/2026 - 3/1/2026", "mdy", "ends before"), ("3/1/2026 - 2/30/2026", "mdy", "does not exist"),
        ("9" * 5000, None, "is no date"), ("2026-04-03 " * 30, None, "is no date"),
    ],
)  # fmt: skip
def test_days_that_cannot_be(cell: str, order: Order | None, reason: str) -> None:
    with pytest.raises(BadDate, match=reason):
        parse_day(cell, order)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([], Evidence(None)),
        (["2026-04-03", "soon", ""], Evidence(None)),
        (["4/3/2026"], Evidence(None, "4/3/2026")),
        (["4/4/2026", "12/12/2026"], Evidence(None)),
        (["4/3/2026", "4/13/2026"], Evidence("mdy")),
        (["4/3/2026", "13/4/2026"], Evidence("dmy")),
        (["13/4/2026", "4/3/2026", "4/13/2026"], Evidence(None, "13/4/2026", "4/13/2026")),
        (["3.4.2026", "31.4.2026"], Evidence(None)),
        (["13/13/2026"], Evidence(None)),
        (["3/1/2026 - 3/2/2026"], Evidence(None, "3/1/2026")),
        (["3/1/2026 - 3/20/2026"], Evidence("mdy")),
        (["4/3/26"], Evidence(None, "4/3/26")),
        (["4/3/26", "4/13/26"], Evidence("mdy")),
    ],
)
def test_what_a_column_says_of_the_order(cells: list[str], expected: Evidence) -> None:
    assert evidence(cells) == expected


@given(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)))
def test_every_form_gives_the_day_back(day: dt.date) -> None:
    forms = {"mdy": f"{day.month}/{day.day}/{day.year}", "dmy": f"{day:%d-%m-}{day.year}", "ymd": day.isoformat()}
    for order in ORDERS:
        assert parse_day(forms[order], order) == day
    month = "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * day.month - 3 : 3 * day.month]
    assert parse_day(f"{day.day} {month} {day.year}", None) == day


@given(st.text(max_size=60), st.sampled_from([None, *ORDERS]))
def test_any_text_is_a_day_or_none(cell: str, order: Order | None) -> None:
    evidence([cell])
    looks_like_date(cell)
    with suppress(BadDate):
        parse_day(cell, order)
