"""Which character separates the cells, and messages that are tables too."""

import pytest

from ceulog.exchange.importing.dialects import vocabulary
from ceulog.exchange.importing.records import Record, lines_of
from ceulog.exchange.importing.table import table_of


def cells(text: str) -> list[tuple[str, ...]]:
    return [each.cells for each in table_of(lines_of(text), vocabulary())]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter(delimiter: str) -> None:
    text = "Date|Title|CEUs\n2026-01-10|a|1\n".replace("|", delimiter)
    assert cells(text) == [("Date", "Title", "CEUs"), ("2026-01-10", "a", "1")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title;Date;CEUs\nA, b, c;2026-01-10;1,5\n", ("A, b, c", "2026-01-10", "1,5")),
        ("Title\tDate\tCEUs\nA, b; c\t2026-01-10\t1,5\n", ("A, b; c", "2026-01-10", "1,5")),
        ('Title,Date,CEUs\n"a;b;c;d;e",2026-01-10,1\n', ("a;b;c;d;e", "2026-01-10", "1")),
        ("Was;Wann;Wieviel\nfoo, bar;2026-01-10;1,5\n", ("foo, bar", "2026-01-10", "1,5")),
        ("a\t2026-01-10\t1,5\n", ("a", "2026-01-10", "1,5")),
        ("a|2026-01-10|1,5|x\n", ("a", "2026-01-10", "1,5", "x")),
    ],
)
def test_a_character_in_the_cells_is_no_delimiter(text: str, expected: tuple[str, ...]) -> None:
    assert cells(text)[-1] == expected


MAIL = """\
From: noreply@sample.org
Subject: Your certificate

Hello,

Course: Coding the shoulder: part 2
Provider: Sample Seminars
Credits: 4.0 CEUs
Completed on: 06/15/2025

Course: Modifiers, again
Credits: 1
Completed on: 06/16/2025
Course: Third
Completed on: 06/17/2025
Credits: 2 CEUs

Regards: the team
"""


def test_a_message_is_a_table() -> None:
    assert table_of(lines_of(MAIL), vocabulary()) == [
        Record(0, ("Course", "Provider", "Credits", "Completed on")),
        Record(6, ("Coding the shoulder: part 2", "Sample Seminars", "4.0 CEUs", "06/15/2025")),
        Record(11, ("Modifiers, again", "", "1", "06/16/2025")),
        Record(14, ("Third", "", "2 CEUs", "06/17/2025")),
    ]


def test_the_head_of_a_message_is_no_record() -> None:
    head, body = MAIL.split("\n\n", 1)
    whole = f"{head}\nDate: Mon, 5 Oct 2026 10:00:00 +0000\n\n{body}"
    assert [each.cells for each in table_of(lines_of(whole), vocabulary())] == [
        each.cells for each in table_of(lines_of(MAIL), vocabulary())
    ]


@pytest.mark.parametrize(
    "text", ["Webinar: A,2026-01-10,1\nCourse: B,2026-01-11,1\n", "Note: see\n", "a: b\nc: d\n", ":\n", "Date:\n"]
)
def test_a_colon_makes_no_message(text: str) -> None:
    assert [each.line for each in table_of(lines_of(text), vocabulary())] == list(range(1, text.count("\n") + 1))
