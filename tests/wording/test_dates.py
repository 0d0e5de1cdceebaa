"""Dates as people type and read them."""

import contextlib
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.wording import dates
from ceulog.wording.dates import BadDate, parse_date

TODAY = dt.date(2026, 11, 23)
NAMES = st.sampled_from(
    ["nov", "may", "feb", "mon", "last", "next", "29", "31", "0", "2026", "26", "1900", ",", "-", "th"]
)
TEXTS = (
    st.text()
    | st.from_regex(r"[+-]?[0-9/wd-]{0,40}", fullmatch=True)
    | st.lists(NAMES, max_size=5).map(" ".join)
    | st.lists(NAMES, max_size=5).map("".join)
)
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


NAMED = {
    "2026-11-03": "nov 3, 3 nov, Nov 03 2026, NOVEMBER 3, 3-Nov-2026, 3-nov, nov-3, Nov. 3, 3. nov, nov 3rd,"
    " 3rd november,"
    " 3 November 2026, 11/3, 11/03, tue nov 3, Tuesday 3 nov, Tue 3 Nov 2026,  nov   3 ",
    "2026-11-23": "nov 23, 23 nov, 11/23, mon 23 nov 2026, mon. nov 23",
    "2025-11-24": "nov 24, 24 nov, 24-Nov-2025, 11/24, mon nov 24",
    "2026-05-02": "may 2, 2 may, 2-May-2026, sat 2 may",
    "2026-03-01": "march 1, mar 1, 1 mar, 3/1",
    "2026-09-30": "sep 30, sept 30, Sept. 30, september 30th",
    "2024-02-29": "feb 29, 29 feb, 2/29, feb 29 2024",
    "2028-02-29": "29 Feb 2028",
    # today is a Monday
    "2026-11-16": "mon, monday, MON, last monday, last mon",
    "2026-11-20": "fri, friday, last friday",
    "2026-11-22": "sun, sunday, last sun",
    "2026-11-17": "tue, tues, tuesday",
    "2026-11-19": "thu, thur, thurs, thursday",
    "2026-11-27": "next friday, next fri",
    "2026-11-30": "next monday",
    "2026-11-24": "next tue",
}


@pytest.mark.parametrize(("expected", "text"), [(day, text) for day, all_ in NAMED.items() for text in all_.split(",")])
def test_a_day_has_a_name(expected: str, text: str) -> None:
    assert parse_date(text, TODAY).isoformat() == expected


@pytest.mark.parametrize("text", ["November 3, 2026", "Nov 3,2026", "Tuesday, November 3, 2026", "Tue., Nov 3, 2026"])
def test_a_comma_may_stand_before_the_year(text: str) -> None:
    assert parse_date(text, TODAY) == dt.date(2026, 11, 3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nov 24", "2026-11-24"),
        ("nov 23", "2026-11-23"),
        ("3 nov", "2027-11-03"),
        ("11/3", "2027-11-03"),
        ("feb 29", "2028-02-29"),
        ("friday", "2026-11-27"),
        ("monday", "2026-11-30"),
        ("last friday", "2026-11-20"),
        ("next friday", "2026-11-27"),
        ("nov 3 2026", "2026-11-03"),
        ("yesterday", "2026-11-22"),
    ],
)
def test_a_day_to_come_may_be_wanted(text: str, expected: str) -> None:
    assert parse_date(text, TODAY, coming=True).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("soon", "soon is not a date"),
        ("20261120", "not a date"),
        ("11-20-2026", "not a date"),
        ("2026/11/20", "not a date"),
        ("11/20/", "not a date"),
        ("13/11/2026", "no month 13"),
        ("2/30", "Feb has no day 30"),
        ("13/11", "no month 13"),
        ("nov 31", "nov 31 does not exist: Nov has no day 31"),
        ("31 Nov 2026", "Nov 2026 has no day 31"),
        ("feb 29 2027", "Feb 2027 has no day 29"),
        ("nov 0", "Nov has no day 0"),
        ("nov 3 26", "short year"),
        ("3-nov-26", "short year"),
        ("nov 3 0999", "outside the years"),
        ("nov 3 2200", "outside the years"),
        ("tue nov 24 2025", "Nov 24, 2025 is a Monday"),
        ("sat 21 nov 2027", "Nov 21, 2027 is a Sunday"),
        ("nov", "not a date"),
        ("nov 2026", "not a date"),
        ("may", "not a date"),
        ("nov3", "not a date"),
        ("nov 3 4 2026", "not a date"),
        ("3 4 nov", "not a date"),
        ("this friday", "not a date"),
        ("fridays", "not a date"),
        ("monday 2026", "not a date"),
        ("next nov 3", "not a date"),
        ("mon" + " " * 300 + "x", "not a date"),
        ("nov ３", "not a date"),
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
    for written in (dates.long_date(day), dates.prose_date(day), dates.weekday_date(day)):
        assert parse_date(written, today) == day


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_near(day: dt.date, today: dt.date) -> None:
    for text in (f"{day:%m/%d}", f"{dates.MONTHS[day.month - 1]} {day.day}"):
        with contextlib.suppress(BadDate):  # a leap day before 1904, or one after 2196
            assert parse_date(text, today) <= today <= parse_date(text, today, coming=True)
    for name in dates.WEEKDAYS:
        with contextlib.suppress(BadDate):  # the first and the last week of all
            assert 1 <= (today - parse_date(name, today)).days <= 7
            assert 1 <= (parse_date(name, today, coming=True) - today).days <= 7


@given(DAYS, DAYS)
def test_every_style_can_be_read_and_has_one_width(day: dt.date, today: dt.date) -> None:
    for style in dates.DATE_STYLES:
        assert parse_date(dates.list_date(day, style), today) == day
        assert len(dates.list_date(day, style)) == dates.date_width(style)
        assert parse_date(dates.field_date(day, style), today) == day


def test_the_styles() -> None:
    day = dt.date(2026, 11, 5)
    assert [dates.list_date(day, style) for style in dates.DATE_STYLES] == ["Nov 05 2026", "2026-11-05", "11/05/2026"]
    assert [dates.date_width(style) for style in dates.DATE_STYLES] == [11, 10, 10]
    assert [dates.field_date(day, style) for style in dates.DATE_STYLES] == ["11/05/2026", "2026-11-05", "11/05/2026"]
    assert (dates.list_date(day), dates.date_width(), dates.field_date(day)) == ("Nov 05 2026", 11, "11/05/2026")


@given(TEXTS, st.dates(), st.booleans())
def test_nothing_but_a_bad_date_is_ever_raised(text: str, today: dt.date, coming: bool) -> None:
    with contextlib.suppress(BadDate):
        assert 1900 <= parse_date(text, today, coming=coming).year <= 2199


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
