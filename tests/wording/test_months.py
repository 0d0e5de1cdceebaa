"""The end of a cycle as it is typed: a day, a month with its year, a month alone."""

import pytest

from ceulog.wording.dates import BadDate
from ceulog.wording.months import MONTH_FORMS, parse_end
from tests.builders import TODAY


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("03/2027", "2027-03-31"),
        (" 3 / 2027", "2027-03-31"),
        ("2027-03", "2027-03-31"),
        ("Mar 2027", "2027-03-31"),
        ("mar. 2027", "2027-03-31"),
        ("March, 2027", "2027-03-31"),
        ("2028 February", "2028-02-29"),
        ("sept 2027", "2027-09-30"),
        ("3/31/2027", "2027-03-31"),
        ("2027-03-15", "2027-03-15"),
        ("march", "2027-03-31"),
        ("3", "2027-03-31"),
        ("oct", "2028-10-31"),
        ("Nov", "2027-11-30"),
        ("tomorrow", "2026-11-24"),
    ],
)
def test_the_end_of_a_cycle(text: str, end: str) -> None:
    assert parse_end(text, TODAY, parity=True).isoformat() == end


def test_a_month_alone_is_the_next_one_where_the_years_have_no_order() -> None:
    assert parse_end("oct", TODAY, parity=False).isoformat() == "2027-10-31"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("13/2027", "there is no month 13"),
        ("0", "there is no month 0"),
        ("Mar 1200", "outside the years"),
        ("someday", "is not a date"),
        ("mars 2027", "is not a date"),
        ("", "The date is empty"),
        ("[/x]", "is not a date"),
        ("2/30/2027", "has no day 30"),
    ],
)
def test_what_is_no_end_is_refused_with_the_forms(text: str, says: str) -> None:
    with pytest.raises(BadDate, match=says) as refused:
        parse_end(text, TODAY, parity=True)
    assert str(refused.value).endswith(f"Write it as {MONTH_FORMS}.")
