"""Amounts, words and lists in cells."""

from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.exchange.importing.cells import BadCell, amount, grants, is_yes, minutes, names, word


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("1", "1"), ("1.5", "1.5"), ("1,5", "1.5"), (".5", "0.5"), (",5", "0.5"), ("2.", "2"), ("2.0", "2"),
        ("1.500", "1.5"), (" 4.0 CEUs ", "4"), ("1 CEU", "1"), ("1\u00a0CEU", "1"), ("1.5 hrs.", "1.5"), ("-1", "-1"),
        ("+1", "1"), ("500", "500"), ("3 contact  hours", "3"), ("2pdus", "2"),
        ("1 AAPC CEU", "1"), ("1.5 approved AAPC CEUs", "1.5"), ("2 continuing education units", "2"),
    ],
)  # fmt: skip
def test_amounts(cell: str, expected: str) -> None:
    assert amount(cell) == Decimal(expected)


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("", "not a number"), ("two", "not a number"), ("1e3", "not a number"), ("NaN", "not a number"),
        ("Infinity", "not a number"), ("1.234.5", "not a number"), ("1/2", "not a number"), ("½", "not a number"),
        ("1_0", "not a number"), ("١", "not a number"), ("$5", "not a number"), ("1 apple", "not a number"),
        ("1" * 100, "not a number"), ("1,234", "more than 2 decimals"), ("0.005", "more than 2 decimals"),
    ],
)  # fmt: skip
def test_no_amounts(cell: str, reason: str) -> None:
    with pytest.raises(BadCell, match=reason):
        amount(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("90", 90), ("90 min", 90), ("90.0", 90), ("60 Minutes", 60), ("1:30", 90), ("1:30:00", 90), ("1h", 60),
        ("1 h 30", 90), ("1h 30m", 90), ("1 hour 30 minutes", 90), ("1.5 hours", 90), ("1,5 h", 90), (".5h", 30),
        ("12001", 12001), ("90,0", 90), ("90.0000", 90), ("23:30", 1410), ("45:30:00", 2730),
    ],
)  # fmt: skip
def test_lengths(cell: str, expected: int) -> None:
    assert minutes(cell) == expected


@pytest.mark.parametrize(
    "cell", ["", "an hour", "-5", "1:75", "90.5", "1.333 h", "1.01 h", "1" * 99, "999999", "1,000"]
)
def test_no_lengths(cell: str) -> None:
    with pytest.raises(BadCell, match="not a number of minutes"):
        minutes(cell)


@pytest.mark.parametrize("cell", ["45:30", "24:00", "120:00"])
def test_a_length_that_may_be_minutes_and_seconds_is_not_taken_for_hours(cell: str) -> None:
    with pytest.raises(BadCell, match="hours and minutes, or minutes and seconds"):
        minutes(cell)


@pytest.mark.parametrize(
    "cell",
    ["CPC, CPMA", "CPC;CPMA", "CPC|CPMA", "CPC and CPMA", "CPC & CPMA", "CPC/CPMA", "CPC\nCPMA", " CPC ,,CPMA,CPC"],
)
def test_lists_of_names(cell: str) -> None:
    assert names(cell) == ("CPC", "CPMA")


def test_grants() -> None:
    assert grants("") == {}
    assert grants("AAPC=1.5; AHIMA = 1 ;") == {"AAPC": Decimal("1.5"), "AHIMA": Decimal(1)}
    for cell in ("AAPC", "AAPC=", "AAPC=x", "=1", "AAPC=-1", "AAPC=1=2"):
        with pytest.raises(BadCell, match="is not a list"):
            grants(cell)


def test_words_and_yes() -> None:
    words = {"componentstateassociationcsa": "csa"}
    assert word("Component State Association (CSA)", words) == "csa"
    assert word("x" * 1000, words) is None
    assert [is_yes(each) for each in ("Y", "yes", "TRUE", "1", "x", "N", "", "no")] == [True] * 5 + [False] * 3


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(cell: str) -> None:
    for read in (amount, minutes, grants):
        with suppress(BadCell):
            read(cell)
    names(cell)
    is_yes(cell)
