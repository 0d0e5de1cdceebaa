"""What one line says of an activity, or why it cannot be read."""

from decimal import Decimal
from typing import Any

import pytest

from ceulog.domain.activities import Certificate
from ceulog.domain.records import plain_decimal
from tests.exchange.importing.support import kinds, only, plan_of

HEAD = "date,title,ceus"


def faults(text: str) -> list[tuple[int, str, str, str]]:
    return [(each.record.line, *each[1:]) for each in plan_of(text).rejected]


@pytest.mark.parametrize(
    ("row", "column", "value", "reason"),
    [
        ("soon,a,1", "When", "soon", "is no date with its year, such as 2026-11-20"),
        (",a,1", "When", "", "the date is missing"),
        ("2026-01-10,,1", "Course", "", "the title is missing"),
        ("2026-01-10,\x01\u200e,1", "Course", "", "the title is missing"),
        (f"2026-01-10,{'x' * 501},1", "Course", "x" * 60, "is longer than 500 characters"),
        ("2026-01-10,a,two", "CEUs", "two", "is not a number of CEUs"),
        ("2026-01-10,a,0", "CEUs", "0", "is not above 0 and at most 200 CEUs"),
        ("2026-01-10,a,200.5", "CEUs", "200.5", "is not above 0 and at most 200 CEUs"),
        ('2026-01-10,a,"1,500"', "CEUs", "1,500", "is not above 0 and at most 200 CEUs"),
        ("2026-01-10,a,'-1", "CEUs", "-1", "is not above 0 and at most 200 CEUs"),
        ("2026-01-10,a,", "CEUs", "", "the number of CEUs is missing"),
        ("2026-01-10,a,1,x", "", "x", "stands in more columns than the header has"),
        ('2026-01-10,"a,1', "", '2026-01-10,"a,1', "a quotation mark opens a cell and none closes it"),
        ("2026-01-10", "Course", "", "the title is missing"),
        ("2026-01-10,a,\x1b[31m1", "CEUs", "[31m1", "is not a number of CEUs"),
    ],
)
def test_why_a_line_cannot_be_taken(row: str, column: str, value: str, reason: str) -> None:
    text = f"When,Course,CEUs\n2026-01-10,good,1\n{row}\n2026-01-11,good too,1\n"
    assert faults(text) == [(3, column, value, reason)]
    assert kinds(plan_of(text)) == "2 new, 3 rejected, 4 new"


@pytest.mark.parametrize(
    ("column", "cell", "field", "value"),
    [
        ("Provider", "=A1", "sponsor", "=A1"),
        ("Provider", "'=A1", "sponsor", "=A1"),
        ("Provider", "'tis", "sponsor", "'tis"),
        ("Speaker", "  J.\x1b[31m Doe ", "presenter", "J. [31m Doe"),
        ("City", "Raleigh", "location", "Raleigh"),
        ("Index #", "0012", "index_number", "0012"),
        ("Index #", '"=""0012"""', "index_number", "0012"),
        ("Duration", "1:30", "minutes", 90),
        ("Format", "Self-study", "type", "on-demand"),
        ("Format", "Dance", "notes", "Format: Dance"),
        ("Category", "20", "domain", 20),
        ("Category", "health law and compliance", "domain", 20),
        ("Category", "999", "notes", "Category: 999"),
        ("Category", "Ethics", "notes", "Category: Ethics"),
        ("Provided by", "CSA", "provided_by", "csa"),
        ("Provided by", "me", "notes", "Provided by: me"),
        ("Status", "Completed", "status", "done"),
        ("Status", "Registered", "status", "planned"),
        ("Status", "odd", "notes", "Status: odd"),
        ("Next cycle", "N", "next_cycle", False),
        ("Start date", "2026-01-10", "notes", ""),
        ("Start date", "2026-01-09", "notes", "Start date: 2026-01-09"),
        ("Approved for", "cpma", "approved_for", ("CPMA",)),
        ("Evidence file", "0123456789ab-x.pdf", "notes", "Evidence file: 0123456789ab-x.pdf"),
        ("Fee", "'=1+1", "notes", "Fee: =1+1"),
        ("Fee", '"two\nlines"', "notes", "Fee: two\nlines"),
    ],
)
def test_what_a_cell_becomes(column: str, cell: str, field: str, value: Any) -> None:
    found = only(f"{HEAD},{column}\n2026-01-10,a,1,{cell}\n")
    assert getattr(found, field) == value


@pytest.mark.parametrize(
    ("column", "cell", "granted", "approved", "notes"),
    [
        ("Certs", "", {"AAPC": "1", "AHIMA": "1"}, (), ""),
        ("Certs", "CPC", {"AAPC": "1"}, ("CPC",), ""),
        ("Certs", "ccs-p and CPC", {"AAPC": "1", "AHIMA": "1"}, ("CCS-P", "CPC"), ""),
        ("Certs", "CPC, CISSP", {"AAPC": "1"}, ("CPC",), "Certs: CISSP"),
        ("Certs", "CISSP", {"AAPC": "1", "AHIMA": "1"}, (), "Certs: CISSP"),
        ("Body", "ahima", {"AHIMA": "1"}, (), ""),
        ("Body", "AHIMA/AAPC", {"AAPC": "1", "AHIMA": "1"}, (), ""),
        ("Body", "XYZ", {"AAPC": "1", "AHIMA": "1"}, (), "Body: XYZ"),
        ("Body", "CPC", {"AAPC": "1"}, ("CPC",), ""),
        ("For", "AHIMA", {"AHIMA": "1"}, (), ""),
        ("For", "CPC; AHIMA", {"AAPC": "1", "AHIMA": "1"}, ("CPC",), ""),
        ("For", "the exam", {"AAPC": "1", "AHIMA": "1"}, (), "For: the exam"),
        ("Credits by body", "AAPC=1.5;AHIMA=1", {"AAPC": "1.5", "AHIMA": "1"}, (), ""),
        ("Credits by body", "", {}, (), ""),
    ],
)
def test_for_whom_it_counts(
    column: str,
    cell: str,
    granted: dict[str, str],
    approved: tuple[str, ...],
    notes: str,
) -> None:
    found = only(f'{HEAD},{column}\n2026-01-10,a,1,"{cell}"\n')
    assert {code: plain_decimal(each) for code, each in found.credits.items()} == granted
    assert (sorted(found.approved_for), found.notes) == (sorted(approved), notes)


@pytest.mark.parametrize(
    ("row", "granted", "printed"),
    [
        ("1.5,1", {"AAPC": "1.5", "AHIMA": "1"}, "1.5"),
        (",1", {"AHIMA": "1"}, "1"),
        ("2,0", {"AAPC": "2"}, "2"),
        ("2,2", {"AAPC": "2", "AHIMA": "2"}, "2"),
    ],
)
def test_each_organization_may_have_a_column_of_its_own(row: str, granted: dict[str, str], printed: str) -> None:
    found = only(f"Date,Course,AAPC CEUs,CEUs AHIMA\n2026-01-10,a,{row}\n")
    assert {code: plain_decimal(each) for code, each in found.credits.items()} == granted
    assert (plain_decimal(found.ceus or Decimal(0)), found.notes) == (printed, "")
    alone = only("Date,Course,AAPC CEUs\n2026-01-10,a,1.5\n")
    assert set(alone.credits) == {"AAPC"}
    both = "Date,Course,Hours,AAPC CEUs,AHIMA CEUs\n2026-01-10,a,3,1.5,1\n"
    assert plain_decimal(only(both).ceus or Decimal(0)) == "3"
    assert faults("Date,Course,AAPC CEUs,AHIMA CEUs\n2026-01-10,a,1,x\n") == [
        (2, "AHIMA CEUs", "x", "is not a number of CEUs")
    ]
    for wrong in ("-1", "200.5"):
        assert faults(f"Date,Course,AAPC CEUs,AHIMA CEUs\n2026-01-10,a,1,{wrong}\n") == [
            (2, "AHIMA CEUs", wrong, "is not above 0 and at most 200 CEUs")
        ]
    assert faults("Date,Course,AAPC CEUs,AHIMA CEUs\n2026-01-10,a,,\n")[0][3] == "the number of CEUs is missing"


@pytest.mark.parametrize(
    ("head", "rows", "granted", "notes"),
    [
        ("AAPC,AHIMA", ("1.5,", ",2"), {"AAPC": "1.5"}, ""),
        ("AAPC,AHIMA", ("1.5,n/a", "-,2"), {"AAPC": "1.5"}, ""),
        ("Hours,AAPC,AHIMA", ("3,1.5,1", "1,1,"), {"AAPC": "1.5", "AHIMA": "1"}, ""),
        ("Hours,AAPC,AHIMA", ("3,x,", "1,x,yes"), {"AAPC": "3"}, ""),
        ("Hours,AAPC,AHIMA", ("3,1,0", "1,1,1"), {"AAPC": "3"}, ""),
        ("Hours,AAPC,AHIMA", ("3,sent,", "1,x,"), {"AAPC": "3", "AHIMA": "3"}, "AAPC: sent"),
        ("AAPC,AAPC CEUs", ("x,2", "x,1"), {"AAPC": "2"}, "AAPC: x"),
    ],
)
def test_a_column_of_an_organization_is_what_stands_in_it(
    head: str, rows: tuple[str, str], granted: dict[str, str], notes: str
) -> None:
    table = "".join(f"2026-01-{10 + place},{'ab'[place]},{row}\n" for place, row in enumerate(rows))
    first = plan_of(f"Date,Course,{head}\n{table}").items[0].after
    assert ({code: plain_decimal(each) for code, each in first.credits.items()}, first.notes) == (granted, notes)


def test_minutes_alone_are_enough() -> None:
    found = only("date,title,minutes\n2026-01-10,a,90\n")
    assert ({code: str(each) for code, each in found.credits.items()}, found.ceus) == (
        {"AAPC": "1.5", "AHIMA": "1"},
        None,
    )
    assert faults("date,title,minutes\n2026-01-10,a,5\n")[0][3].startswith("5 minutes grant no CEUs")


def test_what_is_still_to_come_is_planned_unless_it_says_that_it_is_done() -> None:
    assert only(f"{HEAD}\n2026-12-10,a,1\n").status == "planned"
    assert only(f"{HEAD},status\n2026-12-10,a,1,registered\n").status == "planned"
    [(line, column, value, reason)] = faults(f"{HEAD},status\n2026-12-10,a,1,completed\n")
    assert (line, column, value, reason) == (2, "date", "2026-12-10", "is still to come, so it cannot be done yet")


@pytest.mark.parametrize("row", ["Total,,3", ",Total,3", ",,,Grand total: 36", "Totals,,", ",TOTAL CEUS,3"])
def test_a_total_is_left_out(row: str) -> None:
    plan = plan_of(f"{HEAD},notes\n2026-01-10,a,1,\n{row}\n2026-01-11,Total quality,1,\n")
    assert kinds(plan) == "2 new, 3 left-out, 4 new"
    assert plan.left_out[0].reason == "it is a total"


def test_what_stands_alone_between_the_lines_of_a_page_is_left_out() -> None:
    text = "Cycle 2026\nDate\tTitle\tUnits\n2026-01-10\ta\t1\n\nAdditional CEUs\n2026-01-11\tb\t1\n2026-01-12\nPage 1\n"
    plan = plan_of(text)
    assert kinds(plan) == "3 new, 5 left-out, 6 new, 7 rejected, 8 left-out"
    assert plan.left_out[0].reason == "it is no line of the table"


def test_a_line_that_is_drawn_below_the_header_is_left_out() -> None:
    plan = plan_of("| Date | Title | CEUs |\n|:---|---|--:|\n| 2026-01-10 | A | 1 |\n")
    assert kinds(plan) == "2 left-out, 3 new"
    assert plan.left_out[0].reason == "it only draws a line"


def test_a_header_that_comes_again_is_left_out() -> None:
    plan = plan_of(f"{HEAD}\n2026-01-10,a,1\nDate,Title,CEUs\n2026-01-11,b,1\n")
    assert kinds(plan) == "2 new, 3 left-out, 4 new"
    assert plan.left_out[0].reason == "it names the columns once more"


def test_proofs_are_taken_from_our_own_tables_alone() -> None:
    head = "activity_id,ceus_applied,reason_if_not,date,title,ceus,evidence_file,evidence_sha256"
    name, sha = "0123456789ab-x.pdf", "0123456789ab" + "0" * 52
    assert only(f"{head}\n1,1,,2026-01-10,a,1,{name},{sha}\n").certificates == (Certificate(name, sha),)
    kinds = f"{head},evidence_kind\n1,1,,2026-01-10,a,1,{name};{name},{sha};{sha},"
    told = {"receipt;letter": ["receipt", "letter"], "certificate": ["certificate"] * 2, "x;": ["certificate"] * 2}
    for cell, expected in told.items():
        proofs = only(f"{kinds}{cell}\n").certificates
        assert [each.kind for each in proofs] == expected
    for odd in ("../../etc/passwd", "/etc/passwd", "x.pdf", "0123456789ab-../x"):
        found = only(f"{head}\n1,1,,2026-01-10,a,1,{odd},{sha}\n")
        assert (found.certificates, found.notes) == ((), f"evidence_file: {odd}")
    assert only(f"{head}\n1,1,,2026-01-10,a,1,{name},\n").certificates == ()


def test_what_stands_in_columns_without_a_name_goes_to_the_notes() -> None:
    plan = plan_of("date,,title,,ceus,\n2026-01-10,,a,,1,\n2026-01-11,x,b,y,1,\n")
    assert [each.after.notes for each in plan.items] == ["", "column 2: x\ncolumn 4: y"]
    assert plan.columns.others == {1: "column 2", 3: "column 4"}


@pytest.mark.parametrize(
    ("status", "fate"),
    [
        ("Completed", "done"), ("In progress", "planned"), ("Incomplete", "planned"), ("pending", "planned"),
        ("Waitlisted", "planned"), ("Not attended", ""), ("Absent", ""), ("No-Show", ""), ("Failed", ""),
        ("Refunded", ""), ("Expired", ""),
    ],
)  # fmt: skip
def test_only_what_was_attended_counts(status: str, fate: str) -> None:
    plan = plan_of(f"{HEAD},status\n2026-01-10,a,1,{status}\n")
    assert [each.after.status for each in plan.items] == ([fate] if fate else [])
    assert len(plan.left_out) == (not fate)
