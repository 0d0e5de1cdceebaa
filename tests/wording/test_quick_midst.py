"""A quick line whose tail nobody knows: what it says is found all the same, and no number of the title is."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ceulog.wording.quick_line import QuickLine, read_quick_line

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def read(line: str) -> QuickLine:
    return read_quick_line(line, TODAY, organizations=["AAPC", "AHIMA"], credentials=["CPMA"])


def check(line: str, **expected: Any) -> None:
    """The line says this and nothing else."""
    assert read(line) == QuickLine(**expected)


@pytest.mark.parametrize(
    ("line", "title", "said"),
    [
        ("AAPC webinar E/M update 1.5 yesterday Raleigh", "E/M update Raleigh",
         {"sponsor": "AAPC", "type": "webinar", "ceus": "1.5", "date": YESTERDAY}),
        ("AAPC webinar E/M update 1.5 Raleigh yesterday", "E/M update Raleigh",
         {"sponsor": "AAPC", "type": "webinar", "ceus": "1.5", "date": YESTERDAY}),
        ("Denials workshop 2 CEUs 11/03/2026 with Dr Poe", "Denials workshop with Dr Poe",
         {"type": "workshop", "ceus": "2", "date": day("2026-11-03")}),
        ("Chapter meeting 1 nov 12 zoom", "Chapter meeting zoom",
         {"type": "chapter-meeting", "ceus": "1", "date": day("2026-11-12")}),
        ("AAPC chapter meeting 1.5 nov 12 zoom", "chapter meeting zoom",
         {"sponsor": "AAPC", "type": "chapter-meeting", "ceus": "1.5", "date": day("2026-11-12")}),
        ("Conference 6 CEUs 11/03/2026 Raleigh", "Conference Raleigh",
         {"type": "conference", "ceus": "6", "date": day("2026-11-03")}),
        ("Workshop 2 CEUs yesterday with Dr Poe", "Workshop with Dr Poe",
         {"type": "workshop", "ceus": "2", "date": YESTERDAY}),
        ("workshop yesterday 1.5 Wound care", "Wound care", {"type": "workshop", "ceus": "1.5", "date": YESTERDAY}),
        # one piece alone
        ("Denials 1.5 Raleigh", "Denials Raleigh", {"ceus": "1.5"}),
        ("Denials 1,5 Raleigh", "Denials Raleigh", {"ceus": "1.5"}),
        ("Denials 2 CEUs Raleigh", "Denials Raleigh", {"ceus": "2"}),
        ("Denials 90 min Raleigh", "Denials Raleigh", {"minutes": 90}),
        ("Denials 1h 30m zoom", "Denials zoom", {"minutes": 90}),
        ("Denials yesterday Raleigh", "Denials Raleigh", {"date": YESTERDAY}),
        ("Denials -3d Raleigh", "Denials Raleigh", {"date": day("2026-11-20")}),
        ("Denials 2026-11-20 Raleigh", "Denials Raleigh", {"date": day("2026-11-20")}),
        ("Denials on 11/20 Raleigh", "Denials Raleigh", {"date": day("2026-11-20")}),
        ("Denials nov 12 zoom", "Denials zoom", {"date": day("2026-11-12")}),
        ("Denials 12 nov zoom", "Denials zoom", {"date": day("2026-11-12")}),
        ("Denials November 3, 2026 zoom", "Denials zoom", {"date": day("2026-11-03")}),
        ("Denials Tue 3-Nov-2026 zoom", "Denials zoom", {"date": day("2026-11-03")}),
        ("Denials #ABC0123 Raleigh", "Denials Raleigh", {"index_number": "ABC0123"}),
        # several, apart and together
        ("Denials 1.5 Raleigh 11/20/2026 zoom", "Denials Raleigh zoom", {"ceus": "1.5", "date": day("2026-11-20")}),
        ("Denials 1.5 today Raleigh", "Denials Raleigh", {"ceus": "1.5", "date": TODAY}),
        ("Denials today 1.5 Raleigh", "Denials Raleigh", {"ceus": "1.5", "date": TODAY}),
        ("Denials 1.5 9/3 Raleigh", "Denials Raleigh", {"ceus": "1.5", "date": day("2026-09-03")}),
        ("Denials for 90 min on 11/20 for 2 CEUs Raleigh", "Denials Raleigh",
         {"ceus": "2", "minutes": 90, "date": day("2026-11-20")}),
        ("Denials !planned 1.5 dec 12 zoom", "Denials zoom",
         {"ceus": "1.5", "date": day("2026-12-12"), "planned": True}),
        ("Denials, 1.5, yesterday, Raleigh", "Denials, Raleigh", {"ceus": "1.5", "date": YESTERDAY}),
        ("Denials - 1.5 - yesterday - Raleigh", "Denials - Raleigh", {"ceus": "1.5", "date": YESTERDAY}),
        ("Denials 1.5 yesterday Raleigh - day two", "Denials Raleigh - day two", {"ceus": "1.5", "date": YESTERDAY}),
        # a whole number, beside a day or a length
        ("Denials 2 11/20 Raleigh", "Denials Raleigh", {"ceus": "2", "date": day("2026-11-20")}),
        ("Denials 2 90 min Raleigh", "Denials Raleigh", {"ceus": "2", "minutes": 90}),
        ("Denials 2 yesterday Raleigh", "Denials Raleigh", {"ceus": "2", "date": YESTERDAY}),
        ("Top 10 denials 2 nov 12 zoom", "Top 10 denials zoom", {"ceus": "2", "date": day("2026-11-12")}),
        # of two of a kind the last is meant, and an amount that says so before one that does not
        ("Denials 1.5 here 2.5 there", "Denials 1.5 here there", {"ceus": "2.5"}),
        ("Denials 2 CEUs here 1.5 there", "Denials here 1.5 there", {"ceus": "2"}),
    ],
)  # fmt: skip
def test_what_is_unmistakable_is_found_before_an_unknown_tail(line: str, title: str, said: dict[str, Any]) -> None:
    number = said.get("ceus")
    check(line, **said | {"title": title, "ceus": number and Decimal(number)})


@pytest.mark.parametrize(
    ("line", "title", "said"),
    [
        ("Denials 2 Raleigh", "Denials 2 Raleigh", {}),
        ("Denials 11/20/2026 10 tips", "Denials 10 tips", {"date": day("2026-11-20")}),
        ("Denials 90 min 10 tips", "Denials 10 tips", {"minutes": 90}),
        ("10 tips 11/20/2026 zoom", "10 tips zoom", {"date": day("2026-11-20")}),
        ("Top 10 nov 12 zoom", "Top 10 zoom", {"date": day("2026-11-12")}),
        ("Chapter 19 nov 12 zoom", "Chapter 19 zoom", {"date": day("2026-11-12")}),
        ("Part 2 of modifiers yesterday zoom", "Part 2 of modifiers zoom", {"date": YESTERDAY}),
        ("Modifier 25 yesterday zoom", "Modifier 25 zoom", {"date": YESTERDAY}),
        ("OPPS 2027 yesterday zoom", "OPPS 2027 zoom", {"date": YESTERDAY}),
        ("Denials 1.5 Sun Valley", "Denials Sun Valley", {"ceus": "1.5"}),
    ],
)
def test_beside_it_the_titles_numbers_stay(line: str, title: str, said: dict[str, Any]) -> None:
    number = said.get("ceus")
    check(line, **said | {"title": title, "ceus": number and Decimal(number)})


@pytest.mark.parametrize(
    "title",
    [
        # whole numbers, years and codes
        "ICD-10 update 2027",
        "ICD-10 update 2027 overview",
        "Diabetes type 2",
        "Diabetes type 2 in depth",
        "Top 10 denials",
        "Part 2 of modifiers",
        "10 tips for denials",
        "E/M levels 4 and 5 explained",
        "99213 or 99214 explained",
        "J1885 and E11.9 explained",
        "CPT 2026 changes overview",
        "Modifiers 25 59 explained",
        "OPPS final rule 2027 in brief",
        "Two-midnight rule 5 years later",
        "Denials 2, Nov 2026",
        # fractions that measure something
        "2.5 million claims audited",
        "Auditing 2.5 million claims",
        "Version 2.5 basics",
        "BMI 27.5 and up",
        "BMI 27.5 coding",
        "A1c 6.5 explained",
        "A1c of 6.5 explained",
        "E/M 2.5 or 3.5 explained",
        "Denials 12.5 explained",
        "Denials 1.3 explained",
        "Coding 2.0 explained",
        "HIPAA 2.0: what is new",
        "G2211 E11.65 Z79.4 explained",
        # days and lengths that the title speaks of
        "Coding today and tomorrow explained",
        "HIM today highlights",
        "Coding for tomorrow explained",
        "Yesterday and today in coding",
        "The rule effective 01/01/2027 explained",
        "The law before Nov 3 explained",
        "9/11 survivors program",
        "The 9/11 survivors program",
        "Coding 24/7 explained",
        "80/20 of denials",
        "Audit 11/03/2026 to 11/05/2026 Raleigh",
        "Critical care 30 minutes or more",
        "E/M in 2 minutes flat",
        "The 30 minute huddle",
        # names of months and weekdays
        "May the codes be with you",
        "May 2027 updates",
        "March madness denials",
        "25 may be denied",
        "Modifier 25 may be denied",
        "Why 3 may be too many",
        "Sun exposure coding",
        "Sat down with a payer",
        "Monday morning quarterback",
        "Friday night at the coders",
        "Black Friday",
        "Too much in the sun",
        "The weekly Monday call",
        "Every Friday",
        "Wound care March",
        "Wound care Nov 2026",
        "Wound care Nov 35",
    ],
)
def test_a_title_keeps_its_numbers_and_days(title: str) -> None:
    assert (found := read(title)).title == title
    assert (found.ceus, found.minutes, found.date) == (None, None, None)
    # and what stands behind it is read all the same
    found = read(f"{title} 1.5 11/20/2026")
    assert (found.title, found.ceus, found.date) == (title, Decimal("1.5"), day("2026-11-20"))


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("nov 3", "2026-11-03"),
        ("3 nov", "2026-11-03"),
        ("Nov 03 2026", "2026-11-03"),
        ("November 3, 2026", "2026-11-03"),
        ("3-Nov-2026", "2026-11-03"),
        ("Tue, Nov 3, 2026", "2026-11-03"),
        ("May 2", "2026-05-02"),
        ("nov 24", "2025-11-24"),
        ("last friday", "2026-11-20"),
    ],
)
def test_a_day_with_a_name_stands_at_either_end(words: str, date: str) -> None:
    check(f"Wound care {words}", title="Wound care", date=day(date))
    check(f"Wound care on {words}", title="Wound care", date=day(date))
    check(f"Wound care 1.5 {words}", title="Wound care", date=day(date), ceus=Decimal("1.5"))
    check(f"Wound care 2 {words}", title="Wound care", date=day(date), ceus=Decimal(2))
    check(f"Wound care {words} 1.5", title="Wound care", date=day(date), ceus=Decimal("1.5"))
    check(f"{words} Wound care", title="Wound care", date=day(date))


def test_a_weekday_alone_stands_last_or_before_what_is_known() -> None:
    friday = day("2026-11-20")
    check("Wound care fri", title="Wound care", date=friday)
    check("Wound care Friday 1.5", title="Wound care", date=friday, ceus=Decimal("1.5"))
    check("Fri AAPC Wound care", title="Wound care", date=friday, sponsor="AAPC")
    check("fri 1.5 Wound care", title="Wound care", date=friday, ceus=Decimal("1.5"))
    check("Friday, Wound care", title="Wound care", date=friday)
    check("Friday - Wound care", title="Wound care", date=friday)
    check("Wound fri care", title="Wound fri care")
    check("!planned Wound care fri", title="Wound care", date=day("2026-11-27"), planned=True)
    check("Wound care next fri", title="Wound care", date=day("2026-11-27"), planned=True)
    check("on:friday Wound care", title="Wound care", date=friday)


def test_between_two_numbers_a_month_goes_with_the_second() -> None:
    for line in ("Wound care 1 nov 12", "1 nov 12 Wound care", "Wound 1 nov 12 care"):
        check(line, title="Wound care", ceus=Decimal(1), date=day("2026-11-12"))


TITLES = st.lists(
    st.sampled_from(
        ["Denials", "part", "2", "10", "top", "May", "2027", "E/M", "today", "1.5", "nov", "the", "25", "AAPC", "-"]
    ),
    min_size=1,
    max_size=6,
)
PIECES = st.sampled_from(
    ["1.5", "2 CEUs", "90 min", "11/20/2026", "nov 12", "yesterday", "#ABC0123", "2", "fri", "CPMA"]
)
TAILS = st.sampled_from(["Raleigh", "with Dr Poe", "zoom", "- day two", "and lunch"])


@given(TITLES, st.lists(PIECES, max_size=4), TAILS)
@example(["Denials"], ["2", "nov 12"], "zoom")
def test_the_title_keeps_its_order_and_nothing_is_made_up(title: list[str], said: list[str], tail: str) -> None:
    words = [*title, *" ".join(said).split(), *tail.split()]
    found = read(" ".join(words))
    kept = iter(words)
    assert all(word in kept for word in found.title.split())  # in their order
    if found.ceus is not None:
        assert str(found.ceus) in words
    if found.minutes is not None:
        assert "min" in words
    assert words[-1] in found.title.split()
