"""Dates as people type and read them."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.wording import dates
from ceulog.wording.dates import BadDate, parse_date

TODAY = dt.date(2026, 11, 23)
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-20", "2026-11-20"),
        ("2026-1-5", "2026-01-05"),
        ("11/20/2026", "2026-11-20"),
        ("1/5/2026", "2026-01-05"),
        ("01/05/2026", "2026-01-05"),
        ("02/29/2028", "2028-02-29"),
        ("today", "2026-11-23"),
        ("yesterday", "2026-11-22"),
        ("tomorrow", "2026-11-24"),
        ("  ToDay\t", "2026-11-23"),
        ("-3d", "2026-11-20"),
        ("+3d", "2026-11-26"),
        ("-2w", "2026-11-09"),
        ("-2W", "2026-11-09"),
        ("-0d", "2026-11-23"),
        ("1900-01-01", "1900-01-01"),
        ("12/31/2199", "2199-12-31"),
    ],
)
def test_a_date_is_understood(text: str, expected: str) -> None:
    assert parse_date(text, TODAY).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("soon", "soon is not a date"),
        ("20261120", "not a date"),
        ("11-20-2026", "not a date"),
        ("2026/11/20", "not a date"),
        ("11/20", "not a date"),
        ("3d", "not a date"),
        ("-3", "not a date"),
        ("--3d", "not a date"),
        ("2026-11-20T00:00", "not a date"),
        ("2026-11-20\n2026-11-21", "not a date"),
        ("1/5/26", "short year"),
        ("1/5/0", "short year"),
        ("2026-13-01", "no month 13"),
        ("20/11/2026", "no month 20"),
        ("0/5/2026", "no month 0"),
        ("2026-02-29", "Feb 2026 has no day 29"),
        ("2026-11-00", "Nov 2026 has no day 0"),
        ("0001-01-01", "outside the years"),
        ("9999-12-31", "outside the years"),
        ("1899-12-31", "outside the years"),
        ("2200-01-01", "outside the years"),
        ("-999999999d", "outside the years"),
        ("+999999999w", "outside the years"),
        ("-" + "9" * 5000 + "d", "outside the years"),
        ("２０２６-11-20", "not a date"),  # full-width digits
        ("٢٠٢٦-١١-٢٠", "not a date"),  # Arabic digits
        ("-３d", "not a date"),
        ("yeﬆerday", "not a date"),  # a ligature that case-folding would undo
    ],
)
def test_a_date_is_refused_with_a_calm_sentence(text: str, reason: str) -> None:
    with pytest.raises(BadDate) as caught:
        parse_date(text, TODAY)
    sentence = str(caught.value)
    assert reason in sentence
    assert sentence.endswith(f"Write a date as {dates.FORMS}.")
    assert len(sentence) < 200


def test_the_sentence_names_the_text_without_what_drives_a_terminal() -> None:
    with pytest.raises(BadDate, match=r"^so \[31mon is not"):
        parse_date("so\x1b[31mon", TODAY)


@pytest.mark.parametrize(("text", "today"), [("tomorrow", dt.date(2199, 12, 31)), ("-1d", dt.date(1900, 1, 1))])
def test_relative_days_do_not_leave_the_years(text: str, today: dt.date) -> None:
    with pytest.raises(BadDate):
        parse_date(text, today)


@given(DAYS, DAYS)
def test_every_day_survives_its_own_forms(day: dt.date, today: dt.date) -> None:
    assert parse_date(day.isoformat(), today) == day
    assert parse_date(f"{day.month}/{day.day}/{day.year}", today) == day
    assert parse_date(f"{(day - today).days:+}d", today) == day


@given(st.text() | st.from_regex(r"[+-]?[0-9/wd-]{0,40}", fullmatch=True), st.dates())
def test_nothing_but_a_bad_date_is_ever_raised(text: str, today: dt.date) -> None:
    with contextlib.suppress(BadDate):
        assert 1900 <= parse_date(text, today).year <= 2199


@pytest.mark.parametrize(
    ("month", "day", "latest", "coming"),
    [
        (11, 20, "2026-11-20", "2027-11-20"),
        (11, 23, "2026-11-23", "2026-11-23"),
        (11, 24, "2025-11-24", "2026-11-24"),
        (2, 29, "2024-02-29", "2028-02-29"),
        (2, 30, None, None),
        (13, 1, None, None),
        (0, 0, None, None),
    ],
)
def test_a_day_without_a_year(month: int, day: int, latest: str | None, coming: str | None) -> None:
    found = dates.latest_day(month, day, TODAY), dates.coming_day(month, day, TODAY)
    assert tuple(each and each.isoformat() for each in found) == (latest, coming)


def test_a_day_without_a_year_at_the_ends_of_time() -> None:
    assert dates.latest_day(2, 29, dt.date.min) is None
    assert dates.coming_day(2, 29, dt.date.max) is None
    assert dates.latest_day(2, 29, dt.date(1907, 1, 1)) == dt.date(1904, 2, 29)


def test_dates_as_they_are_read() -> None:
    day = dt.date(2026, 11, 5)
    assert dates.long_date(dt.date(2026, 11, 20)) == "Nov 20 2026"
    assert dates.long_date(day) == "Nov 05 2026"
    assert dates.prose_date(day) == "Nov 5, 2026"
    assert dates.weekday_date(TODAY) == "Mon 23 Nov 2026"


@given(DAYS)
def test_a_long_date_always_has_the_same_width(day: dt.date) -> None:
    assert len(dates.long_date(day)) == 11


@pytest.mark.parametrize(
    ("offset", "words"),
    [
        (0, "Nov 23 2026 (today)"),
        (-1, "Nov 22 2026 (yesterday)"),
        (1, "Nov 24 2026 (tomorrow)"),
        (2, "Nov 25 2026"),
        (-2, "Nov 21 2026"),
    ],
)
def test_days_near_today_are_named(offset: int, words: str) -> None:
    assert dates.date_in_words(TODAY + dt.timedelta(offset), TODAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (41, "due in 41 days"),
        (2, "due in 2 days"),
        (1, "due tomorrow"),
        (0, "due today"),
        (-1, "1 day overdue"),
        (-3, "3 days overdue"),
    ],
)
def test_how_far_off_a_due_date_is(days: int, words: str) -> None:
    assert dates.due_in(days) == words
