"""Numbers as people type and read them."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.wording import numbers
from ceulog.wording.numbers import BadNumber, parse_ceus, parse_dollars, parse_minutes, plain

AMOUNTS = (
    st.decimals(0, 999_999, places=2) | st.decimals(0, 999_999, places=1) | st.integers(0, 10**12 - 1).map(Decimal)
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.5", "1.5"),
        (".5", "0.5"),
        ("1,5", "1.5"),
        (",25", "0.25"),
        ("2", "2"),
        ("2.", "2"),
        ("1.50", "1.5"),
        ("007", "7"),
        (" 1 ", "1"),
        ("0", "0"),
        ("999", "999"),
        ("999999999999", "999999999999"),
    ],
)
def test_ceus_are_understood(text: str, expected: str) -> None:
    assert parse_ceus(text) == Decimal(expected)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", ".", ",", "abc", "1e1", "1E+1", "+1", "-1", "NaN", "inf", "Infinity", "sNaN", "0x10", "1_0",
        "1.234", "1,500", "1.5.5", "1,5.5", "１", "1.５", "٣", "½", "1 5", "1.5 CEUs", "1\n2", "$5", "1" * 13,
        "0" * 5000, "1.\x00",
    ],
)  # fmt: skip
def test_ceus_are_refused_with_a_calm_sentence(text: str) -> None:
    with pytest.raises(BadNumber) as caught:
        parse_ceus(text)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 120


@pytest.mark.parametrize(("text", "expected"), [("205", "205"), (" $49.50 ", "49.5"), ("$ 1", "1"), (".5", "0.5")])
def test_dollars_are_understood_with_their_sign_and_without(text: str, expected: str) -> None:
    assert parse_dollars(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["", "$", "-5", "205 $", "$$5", "1.234", "many"])
def test_what_is_no_amount_is_said_to_be_none(text: str) -> None:
    with pytest.raises(BadNumber, match=r"is not an amount of money\. Write it as 205 or \$49\.50\.$"):
        parse_dollars(text)


def test_the_sentence_says_what_is_wrong() -> None:
    with pytest.raises(BadNumber, match=r"^1,500 has too many decimals; CEUs have at most two, as in 1\.25\.$"):
        parse_ceus("1,500")
    with pytest.raises(BadNumber, match=r"^two is not a number of CEUs\. Write it as 2 or 1\.5\.$"):
        parse_ceus("two")


@given(AMOUNTS)
def test_ceus_survive_being_written_and_read(amount: Decimal) -> None:
    text = plain(amount)
    if len(text) <= numbers.LONGEST_NUMBER:
        assert parse_ceus(text) == amount
        assert plain(parse_ceus(text)) == text
        assert parse_ceus(text.replace(".", ",")) == amount


@given(st.text() | st.text("0123456789.,eE+-_ "))
def test_nothing_but_a_bad_number_is_ever_raised(text: str) -> None:
    for parse in (parse_ceus, parse_minutes):
        with contextlib.suppress(BadNumber):
            assert parse(text) >= 0


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("90 min", 90),
        ("90min", 90),
        ("90m", 90),
        ("90 minutes", 90),
        ("1 minute", 1),
        ("1h", 60),
        ("1 hr", 60),
        ("2 hours", 120),
        ("1h30", 90),
        ("1h 30", 90),
        ("1h30m", 90),
        ("1h 30m", 90),
        ("1 hour 30 minutes", 90),
        ("1H 5M", 65),
        ("1:30", 90),
        ("0:45", 45),
        ("1.5h", 90),
        ("1,25 hours", 75),
        (".5h", 30),
        (" 90 ", 90),
        ("0", 0),
        ("999999", 999_999),
    ],
)
def test_minutes_are_understood(text: str, minutes: int) -> None:
    assert parse_minutes(text) == minutes


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "h",
        "1.5",
        "-1",
        "+5",
        "1h 60m",
        "1:60",
        "1:5",
        "1:",
        "1h 5h",
        "90 s",
        "1e2",
        "1.01h",
        "９０",
        "9" * 5000,
    ],
)
def test_minutes_are_refused_with_a_calm_sentence(text: str) -> None:
    with pytest.raises(BadNumber, match=r"Write it as 90, 1h 30m or 1:30\.$") as caught:
        parse_minutes(text)
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("10", "10"),
        ("1E+1", "10"),
        ("10.00", "10"),
        ("1.50", "1.5"),
        ("0", "0"),
        ("-0", "0"),
        ("-0.00", "0"),
        ("0E-7", "0"),
        ("0E+7", "0"),
        ("100", "100"),
        ("0.25", "0.25"),
        ("-1.50", "-1.5"),
        (
            "12345678901234567890123456789012345678901234567890.10",
            "12345678901234567890123456789012345678901234567890.1",
        ),
    ],
)
def test_plain_decimal(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9))
def test_plain_decimal_loses_nothing(value: Decimal) -> None:
    text = plain(value)
    assert Decimal(text) == value
    assert "e" not in text.lower()
    assert text != "-0"
    assert "." not in text or not text.endswith(("0", "."))


@pytest.mark.parametrize(
    ("value", "width", "places", "text"),
    [
        ("28.5", 4, 1, "28.5"),
        ("8", 4, 1, " 8  "),
        ("8", 3, 1, "8  "),
        ("18", 6, 1, "  18  "),
        ("18", 6, 0, "    18"),
        ("1.25", 6, 2, "  1.25"),
        ("1.5", 6, 2, "  1.5 "),
        ("123456.5", 4, 1, "123456.5"),
    ],
)
def test_columns_are_aligned_at_the_point(value: str, width: int, places: int, text: str) -> None:
    assert numbers.aligned(Decimal(value), width, places) == text


@given(st.lists(AMOUNTS, min_size=1))
def test_the_points_stand_below_each_other(values: list[Decimal]) -> None:
    places = numbers.decimals(values)
    column = [numbers.aligned(value, 20, places) for value in values]
    assert {len(cell) for cell in column} == {20}
    assert len({cell.index(".") for cell in column if "." in cell}) <= 1


def test_the_decimals_of_a_column() -> None:
    assert numbers.decimals([]) == 0
    assert numbers.decimals([Decimal(10), Decimal("1.50"), Decimal("2.25")]) == 2


@pytest.mark.parametrize(
    ("n", "noun", "text"),
    [
        (1, "CEU", "1 CEU"),
        (Decimal("1.0"), "CEU", "1 CEU"),
        (Decimal("1.5"), "CEU", "1.5 CEUs"),
        (0, "CEU", "0 CEUs"),
        (Decimal("0.5"), "CEU", "0.5 CEUs"),
        (2, "activity", "2 activities"),
        (1, "activity", "1 activity"),
        (2, "entry", "2 entries"),
        (2, "day", "2 days"),
        (2, "box", "2 boxes"),
        (2, "branch", "2 branches"),
    ],
)
def test_counts(n: Decimal | int, noun: str, text: str) -> None:
    assert numbers.count(n, noun) == text
