"""The file of rejected lines: what stands in it, and that it can be put right and imported."""

import pytest

from ceulog.exchange.importing.rejects import rejects_bytes, report_line
from tests.exchange.importing.support import kinds, plan_of

HEAD = "Date,Course,CEUs,Fee"


def rejects(text: str) -> str:
    plan = plan_of(text)
    return rejects_bytes(plan.columns, plan.rejected).decode().replace("\r\n", "\n")


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        ("soon,a,1,5", 'soon,a,1,5,"Date: soon: is no date with its year, such as 2026-11-20"'),
        ("2026-01-10,a", "2026-01-10,a,,,CEUs: the number of CEUs is missing"),
        ("2026-01-10,=a(),x,", "2026-01-10,'=a(),x,,CEUs: x: is not a number of CEUs"),
        ('2026-01-10,"a ""b"", c",x,', '2026-01-10,"a ""b"", c",x,,CEUs: x: is not a number of CEUs'),
        ('2026-01-10,"two\nlines",x,', '2026-01-10,"two\nlines",x,,CEUs: x: is not a number of CEUs'),
        ("2026-01-10,\x1b[31mred,x,", "2026-01-10, [31mred,x,,CEUs: x: is not a number of CEUs"),
        ("2026-01-10,a,1,5,more,,x", "2026-01-10,a,1,5,more: stands in more columns than the header has,more,,x"),
        ('2026-01-10,"a', '"2026-01-10,""a",,,,"2026-01-10,""a: a quotation mark opens a cell and none closes it"'),
    ],
)  # fmt: skip
def test_a_line_with_its_reason(row: str, kept: str) -> None:
    once = rejects(f"{HEAD}\n{row}\n")
    assert once == f"{HEAD},rejected_because\n{kept}\n"
    # untouched it is rejected again, and its reason is the newest alone
    again = rejects(once)
    assert again.splitlines()[0] == f"{HEAD},rejected_because"
    assert again.count("\n") == once.count("\n")


def test_what_was_put_right_goes_in_and_the_reason_is_no_note() -> None:
    once = rejects(f"{HEAD}\nsoon,a,1,5\n2026-01-10,b,x,\n")
    plan = plan_of(once.replace("soon,", "2026-01-09,", 1))
    assert kinds(plan) == "2 new, 3 rejected"
    assert plan.items[0].after.notes == "Fee: 5"


def test_cells_beyond_the_header_are_put_right_by_taking_them_out() -> None:
    once = rejects(f"{HEAD}\n2026-01-10,a,1,5,more\n")
    assert kinds(plan_of(once.replace(",more\n", "\n"))) == "2 new"


def test_a_table_without_a_header_has_none_here() -> None:
    plan = plan_of("soon,a,1\n2026-01-10,b,1\n", wishes={"date": "1", "title": "2", "ceus": "3"})
    assert rejects_bytes(plan.columns, plan.rejected) == (
        b'soon,a,1,"column 1: soon: is no date with its year, such as 2026-11-20"\r\n'
    )


def test_what_is_said_of_a_line_is_one_line_whatever_is_in_it() -> None:
    [rejected] = plan_of('date,title,"the\nCEUs"\n2026-01-10,a,"x\x1b\ny"\n', wishes={"ceus": "3"}).rejected
    assert report_line("a\n\x1b.csv", rejected) == "a  .csv:3: the CEUs: x  y: is not a number of CEUs"
