"""Amounts, lengths and days of a quick line, and those that are the title's."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ceulog.wording.quick_line import QuickLine, read_quick_line

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)
TOMORROW = dt.date(2026, 11, 24)
NOV_20 = dt.date(2026, 11, 20)


def ceus(text: str) -> Decimal:
    return Decimal(text)


def read(line: str) -> QuickLine:
    return read_quick_line(line, TODAY)


def check(line: str, **expected: Any) -> None:
    """The line says this and nothing else."""
    assert read(line) == QuickLine(**expected)


@pytest.mark.parametrize(
    ("line", "title", "number"),
    [
        # numbers of the title
        ("ICD-10 update 2027", "ICD-10 update 2027", None),
        ("CPT 2026 changes 2", "CPT 2026 changes", "2"),
        ("Top 10 denials", "Top 10 denials", None),
        ("Top 10 denials 1.5", "Top 10 denials", "1.5"),
        ("Top 10", "Top 10", None),
        ("10 tips for denials", "10 tips for denials", None),
        ("10 tips for denials 1", "10 tips for denials", "1"),
        ("E/M part 2", "E/M part 2", None),
        ("E/M part 2 1", "E/M part 2", "1"),
        ("Diabetes type 2 1.5", "Diabetes type 2", "1.5"),
        ("E/M levels 4 and 5", "E/M levels 4 and 5", None),
        ("Guidelines chapter 19 1.5", "Guidelines chapter 19", "1.5"),
        ("OPPS 2027", "OPPS 2027", None),
        ("Form 1500", "Form 1500", None),
        ("Anatomy 8 16", "Anatomy 8", "16"),
        ("E/M in 2 minutes flat 1", "E/M in 2 minutes flat", "1"),
        ("40% rule explained 1", "40% rule explained", "1"),
        ("Coding 24/7 1", "Coding 24/7", "1"),
        # what is plausible
        ("Boundaries 40", "Boundaries", "40"),
        ("Boundaries 41", "Boundaries 41", None),
        ("Boundaries 0", "Boundaries 0", None),
        ("Boundaries 0.25", "Boundaries", "0.25"),
        ("Boundaries 0.3", "Boundaries 0.3", None),
        ("Boundaries .5", "Boundaries", "0.5"),
        ("Boundaries 1.500", "Boundaries 1.500", None),
        ("Boundaries -1", "Boundaries -1", None),
        ("Boundaries １", "Boundaries １", None),
        ("Modifiers 2", "Modifiers", "2"),
        ("Modifier 25 & 59 1,5", "Modifier 25 & 59", "1.5"),
        # a fraction is never a part's number
        ("Part 0.5", "Part", "0.5"),
        # said outright
        ("Boundaries 60 CEUs", "Boundaries", "60"),
        ("Boundaries 201 CEUs", "Boundaries 201 CEUs", None),
        ("Learn for 2 CEUs at home", "Learn at home", "2"),
        ("Earn 36 CEUs a year 1", "Earn 36 CEUs a year", "1"),
        ("Top 10 ceus:2", "Top 10", "2"),
        ("Top 10 ceus:2 1", "Top 10 1", "2"),
        ("Top ceus:ten", "Top ceus:ten", None),
        # protected
        ('"Boundaries 2"', "Boundaries 2", None),
        ('"Boundaries" 2', "Boundaries", "2"),
        ('"Part" 2', "Part", "2"),
        ("“Boundaries 2” 1", "Boundaries 2", "1"),
        ('"Boundaries 2 1', '"Boundaries 2', "1"),
        ('The 5" scar 1', 'The 5" scar', "1"),
        ('"Boundaries 2", 1', "Boundaries 2", "1"),
    ],
)
def test_a_number_is_ceus_only_where_it_cannot_be_the_titles(line: str, title: str, number: str | None) -> None:
    check(line, title=title, ceus=number and Decimal(number))


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("today", TODAY),
        ("yesterday", YESTERDAY),
        ("-3d", NOV_20),
        ("-2w", dt.date(2026, 11, 9)),
        ("2026-11-20", NOV_20),
        ("11/20/2026", NOV_20),
        ("11/20", NOV_20),
        ("on 11/20", NOV_20),
        ("11/23", TODAY),
        ("11/24", dt.date(2025, 11, 24)),
        ("2/29", dt.date(2024, 2, 29)),
    ],
)
def test_a_date_stands_at_either_end(words: str, date: dt.date) -> None:
    check(f"Wound care {words}", title="Wound care", date=date)
    check(f"Wound care 1 {words}", title="Wound care", date=date, ceus=ceus("1"))
    if not words.startswith("on "):
        check(f"{words} Wound care", title="Wound care", date=date)


@pytest.mark.parametrize(
    "title",
    [
        "Coding today and tomorrow explained",
        "Today in coding",
        "The rule effective 01/01/2027",
        "Coding for tomorrow",
        "Wound care 20/11",
        "Wound care 2026-13-01",
        "Wound care 0001-01-01",
        "Wound care soon",
        "Wound care -999999999d",
    ],
)
def test_a_date_of_the_title_stays_there(title: str) -> None:
    check(title, title=title)


def test_of_two_dates_the_last_is_meant() -> None:
    check("Rule of 01/01/2025 changes 11/20 -1d", title="Rule of 01/01/2025 changes 11/20", date=YESTERDAY)


def test_planned_is_said_or_follows_from_the_date() -> None:
    check("Wound care !planned", title="Wound care", planned=True)
    check("!PLANNED Wound care 2 -1d", title="Wound care", planned=True, ceus=ceus("2"), date=YESTERDAY)
    check("Wound care 2 tomorrow", title="Wound care", planned=True, ceus=ceus("2"), date=TOMORROW)
    check("Wound care today", title="Wound care", date=TODAY)
    check("The planned visit", title="The planned visit")
    check("The visit planned", title="The visit planned")


def test_a_day_without_a_year_is_the_coming_one_when_planned() -> None:
    check("Wound care 12/05 !planned", title="Wound care", date=dt.date(2026, 12, 5), planned=True)
    check("!planned Wound care on:11/20", title="Wound care", date=dt.date(2027, 11, 20), planned=True)


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("90min", 90),
        ("90 min", 90),
        ("90 minutes", 90),
        ("1h", 60),
        ("1h30", 90),
        ("1h 30m", 90),
        ("1h 30", 90),
        ("1 h 30 min", 90),
        ("1 hour 30 minutes", 90),
        ("1.5h", 90),
        ("for 90 minutes", 90),
        ("min:90", 90),
        ("minutes:1:30", 90),
    ],
)
def test_a_length_is_said_with_its_unit(words: str, minutes: int) -> None:
    check(f"Wound care {words}", title="Wound care", minutes=minutes)
    check(f"Wound care {words} yesterday", title="Wound care", minutes=minutes, date=YESTERDAY)
    check(f"Wound care {words} 1.5", title="Wound care", minutes=minutes, ceus=ceus("1.5"))


def test_hours_do_not_swallow_the_ceus_behind_them() -> None:
    check("Wound care 1h 1", title="Wound care", minutes=60, ceus=ceus("1"))
    check("Wound care 16h 16", title="Wound care", minutes=960, ceus=ceus("16"))
    check("Observation over 48h", title="Observation over 48h")
    check("Wound care in 90 minutes", title="Wound care in 90 minutes")
    check("Wound care 1:30", title="Wound care 1:30")
