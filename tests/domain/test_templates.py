"""Templates and their days."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.bounds import within_bounds
from ceulog.domain.templates import (
    MonthDay,
    Template,
    bare_title,
    day_text,
    find_template,
    next_day,
    parse_day,
    template_of,
)
from tests.builders import TODAY, an_activity, day

DAYS = st.builds(MonthDay, st.sampled_from([1, 2, 3, 4, -1]), st.integers(0, 6))


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("Chapter meeting November 2026", "Chapter meeting"),
        ("Chapter meeting - Nov 2026", "Chapter meeting"),
        ("Chapter meeting (Nov. 12, 2026)", "Chapter meeting"),
        ("Chapter meeting #12", "Chapter meeting"),
        ("Chapter meeting 11/12/2026", "Chapter meeting"),
        ("Chapter meeting 2026-11", "Chapter meeting"),
        ("Chapter meeting of May 3rd", "Chapter meeting"),
        ("Coding clinic Q3 2026", "Coding clinic"),
        ("What changes in CPT in 2027", "What changes in CPT"),
        ("ICD-10-CM updates for fiscal year 2027", "ICD-10-CM updates"),
        ("Coding journal, volume 12, issue 3", "Coding journal, volume 12"),
        ("Fiscal year", "Fiscal year"),
        ("Closing the fiscal year", "Closing the fiscal year"),
        ("Where's and When's of ICD-10", "Where's and When's of ICD-10"),
        ("March of dimes", "March of dimes"),
        ("In for a penny", "In for a penny"),
        ("2026", "2026"),
        ("May 2026", "May 2026"),
        ("  padded  ", "padded"),
        ("長文 [/x] 7", "長文 [/x]"),
        ("", ""),
    ],
)
def test_a_title_without_what_belongs_to_one_day(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.parametrize(
    "word",
    [
        "in", "of", "for", "on", "no", "nr", "number", "year", "fiscal", "calendar", "fy", "month", "week", "volume",
        "vol", "issue", "part", "session", "edition",
    ],
)  # fmt: skip
def test_a_word_that_only_leads_to_a_number_goes_with_it(word: str) -> None:
    assert bare_title(f"Ethics {word} 7") == bare_title(f"Ethics, {word.upper()}. #7") == "Ethics"
    assert bare_title(f"Ethics {word}") == f"Ethics {word}"


@given(st.text(max_size=60))
def test_a_bare_title_stays_as_it_is(title: str) -> None:
    once = bare_title(title)
    assert bare_title(once) == once
    assert bool(once) == bool(title.strip())


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("second thursday", MonthDay(2, 3)), (" Second  THURSDAY ", MonthDay(2, 3)), ("2nd Thu", MonthDay(2, 3)),
        ("last monday of the month", MonthDay(-1, 0)), ("fifth friday", None), ("thursday", None), ("", None),
        ("second", None), ("second thursday or so", None), ("second th", None),
    ],
)  # fmt: skip
def test_a_day_is_read(text: str, meant: MonthDay | None) -> None:
    assert parse_day(text) == meant


@pytest.mark.parametrize(
    ("text", "today", "found"),
    [
        ("second thursday", "2026-11-23", "2026-12-10"),
        ("second thursday", "2026-12-09", "2026-12-10"),
        ("second thursday", "2026-12-10", "2027-01-14"),
        ("last monday", "2026-11-23", "2026-11-30"),
        ("last sunday", "2027-02-01", "2027-02-28"),
        ("first friday", "2027-01-01", "2027-02-05"),
        ("fourth saturday", "2024-02-01", "2024-02-24"),
        ("last thursday", "2024-02-01", "2024-02-29"),
    ],
)
def test_the_next_day(text: str, today: str, found: str) -> None:
    meant = parse_day(text)
    assert meant
    assert next_day(meant, day(today)) == day(found)


@given(DAYS, st.dates(dt.date(1990, 1, 1), dt.date(2190, 12, 31)))
def test_the_next_day_is_such_a_day_soon_and_not_taken(rule: MonthDay, today: dt.date) -> None:
    assert parse_day(day_text(rule)) == rule
    found = next_day(rule, today)
    assert found > today
    assert (found - today).days <= 7 * 5
    assert found.weekday() == rule.weekday
    assert found == rule.in_month(found.year, found.month)
    after = next_day(rule, today, [found])
    assert after == next_day(rule, found)
    assert after > found


def test_a_template_of_an_activity() -> None:
    activity = an_activity(
        title="Chapter meeting Nov 2026", minutes=90, sponsor="Sample City chapter",
        type="chapter-meeting", index_number="X", approved_for="CPC", domain=25, provided_by="external",
        credits={"AAPC": "1.5", "AHIMA": "1"}, location="Raleigh", presenter="P", notes="mine",
    )._replace(ceus=Decimal("1.5"))  # fmt: skip
    assert template_of(activity) == Template(
        name="Chapter meeting", title="Chapter meeting", sponsor="Sample City chapter", type="chapter-meeting",
        ceus=Decimal("1.5"), minutes=90, organizations=("AAPC", "AHIMA"), credits={"AHIMA": Decimal(1)},
        approved_for=("CPC",), domain=25, provided_by="external", location="Raleigh", presenter="P",
    )  # fmt: skip
    assert template_of(activity, "Ours", "second thursday")[:1] == ("Ours",)
    assert within_bounds(template_of(an_activity("1", title="x" * 500)))
    only_credits = template_of(an_activity(credits={"AAPC": "2"}))
    assert (only_credits.ceus, only_credits.credits) == (Decimal(2), {})


def test_a_template_is_found_by_its_name() -> None:
    ours = Template("Ours", "Chapter meeting")
    assert find_template([ours], " oURS ") == ours
    assert find_template([ours], "our") is None
    assert find_template([], "ours") is None
    assert dt.date(2026, 11, 23) == TODAY
