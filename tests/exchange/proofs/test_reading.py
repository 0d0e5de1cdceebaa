"""What is read of the text of a certificate, from which line, and what stays empty because nobody can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.text import printable
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.proofs.reading import FIELDS, read_certificate
from tests.papers import LAYOUTS

READ = {
    "sentences": {
        "title": ("Denials and appeals in practice", "has successfully completed “Denials and appeals in practice”"),
        "date": ("2026-03-12", "on March 12, 2026"),
        "ceus": ("1.5", "This program has the prior approval of AAPC for 1.5 continuing education hours."),
        "sponsor": ("Sample Seminars", "Sponsored by: Sample Seminars"),
        "index_number": ("SMP0312A", "Index #: SMP0312A"),
        "presenter": ("Pat Example, CPC", "Presented by: Pat Example, CPC"),
    },
    "labels": {
        "title": ("Risk adjustment basics", "Title: Risk adjustment basics"),
        "date": ("2026-05-13", "Date completed: 2026-05-13"),
        "ceus": ("2", "CEUs: 2"),
        "sponsor": ("Sample Institute", "Provider: Sample Institute"),
        "index_number": ("SMP0513B", "AAPC index number SMP0513B"),
    },
    "doubtful": {
        "title": ("Telehealth in 2026", "Course: Telehealth in 2026"),
        "ceus": ("1", "CEU: 1"),
    },
}


@pytest.mark.parametrize("layout", READ)
def test_each_layout_is_read_with_the_lines_that_say_it(layout: str) -> None:
    read = read_certificate("\n".join(LAYOUTS[layout]))
    assert {field: tuple(each) for field, each in read.found.items()} == READ[layout]


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("2026-08-18  Auditing claims  (Sample Seminars): 2.5 CEU, index number SMP1A", "sponsor", "Sample Seminars"),
        ("2026-08-18  Auditing claims  (Sample Seminars): 2.5 CEU, index number SMP1A", "index_number", "SMP1A"),
        ("2026-08-18  Auditing claims  (Sample Seminars): 2.5 CEU", "title", "Auditing claims"),
        ("Title\nRisk adjustment basics", "title", "Risk adjustment basics"),
        ("Date: 3/12/2026 CEUs: 1.5 Index # AB12", "date", ""),
        ("Date: 3/13/2026 CEUs: 1.5 Index # AB12", "date", "2026-03-13"),
        ("Date: 3/13/2026 CEUs: 1.5 Index # AB12", "ceus", "1.5"),
        ("Date: 3/13/2026 CEUs: 1.5 Index # AB12", "index_number", "AB12"),
        ("Date: 13/3/2026", "date", "2026-03-13"),
        # another day on it shows the order
        ("Date: 3/4/2026\nExpires: 12/31/2027", "date", "2026-03-04"),
        ("Date: 3/4/2026\nPrinted on: 31/12/2026", "date", "2026-04-03"),
        ("Date: 3/4/2026 to 3/5/2026\nPrinted on: 31/12/2026", "date", "2026-05-03"),
        ("Date: 3/13/26", "date", "2026-03-13"),
        ("Date: March 1, 2026 to March 3, 2026", "date", "2026-03-03"),
        ("given on the 3rd day of May 2026", "date", "2026-05-03"),
        ("has attended Coding Clinic on the 3rd day of May 2026", "title", "Coding Clinic"),
        ("has completed the following program:\n“Modifiers\nin depth”", "title", "Modifiers in depth"),
        ("has completed Modifiers and has earned 2 CEUs", "title", "Modifiers"),
        ("Expires: May 1, 2027\nApril 1, 2026", "date", "2026-04-01"),
        ("Date issued\nMay 1, 2026", "date", ""),
        ("May 1, 2026\nMay 2, 2026", "date", ""),
        ("awarded 1.0 AHIMA CEU", "ceus", "1"),
        ("1.0 AHIMA CEU and 1.5 AAPC CEUs", "ceus", ""),
        ("1.5 (one and a half) CEUs", "ceus", "1.5"),
        ("3 contact hours", "ceus", ""),
        ("Version 1.2.5 CEUs are granted", "ceus", ""),
        ("CEUs: 0", "ceus", ""),
        ("CEUs: 2026", "ceus", ""),
        ("CEUs: 1.5 AAPC / 1 AHIMA", "ceus", ""),
        ("CEUs: 4.0 (AAPC), 3.5 (AHIMA)", "ceus", ""),
        ("CEUs: 2.0 AAPC, 2 AHIMA (120 minutes)", "ceus", "2"),
        *((f"CEUs: {half}", "ceus", "") for half in ("1 1/2", "1½", "1 ½", "1 and 1/2", "1 & 1/2", "1 - 1/2")),
        ("Index number: pending", "index_number", ""),
        ("The index number is valid for one title", "index_number", ""),
        ("Sponsor: ____", "sponsor", ""),
        ("Title: " + "x" * 501, "title", ""),
        ("", "title", ""),
    ],
)
def test_one_thing_is_read_or_left_open(text: str, field: str, value: str) -> None:
    found = read_certificate(text).found.get(field)
    assert (found.value if found else "") == value


def test_what_is_in_doubt_says_why() -> None:
    assert read_certificate("\n".join(LAYOUTS["doubtful"])).doubts == {
        "date": "03/04/2026 may begin with the month or with the day"
    }
    assert read_certificate("1 AHIMA CEU\n1.5 AAPC CEUs").doubts == {"ceus": "it says “1” and “1.5”"}
    assert read_certificate("May 1, 2026\nMay 2, 2026").doubts == {"date": "it says “2026-05-01” and “2026-05-02”"}


@pytest.mark.parametrize(("order", "day"), [("mdy", "2026-03-04"), ("dmy", "2026-04-03"), (None, "")])
def test_an_order_that_somebody_says_decides_what_the_certificate_leaves_open(order: Order | None, day: str) -> None:
    read = read_certificate("\n".join(LAYOUTS["doubtful"]), order)
    assert (read.found["date"].value if "date" in read.found else "") == day
    assert read.open_day == "03/04/2026"
    assert read_certificate("Date: 3/4/2026\nExpires: 12/31/2027", order).open_day == ""
    # what it shows itself goes first
    assert read_certificate("Date: 13/4/2026", order).found["date"].value == "2026-04-13"


def test_a_transcript_is_no_certificate_of_one_thing() -> None:
    read = read_certificate("\n".join(LAYOUTS["transcript"]))
    assert (read.rows, read.found) == (2, {})


WORDS = st.sampled_from(
    ["Title:", "Date", "CEUs:", "2", "1.5", "Index #", "3/4/2026", "May 1, 2026", "“", "\n", "CEU", "AB12"]
)


@given(st.lists(WORDS | st.text(max_size=8), max_size=30).map(" ".join))
def test_any_text_is_read_and_each_value_can_be_found_in_it(text: str) -> None:
    read = read_certificate(text)
    for field, found in read.found.items():
        assert field in FIELDS
        assert FIELDS[field](found.value) == found.value
        assert set(found.line.split()) <= set(printable(text).split())
