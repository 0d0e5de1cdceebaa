"""The help about the quick line says nothing that is not so."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ceulog.tui.widgets.quick_line import HINT
from ceulog.wording.quick_help import QUICK_WORDS
from ceulog.wording.quick_line import QuickLine, read_quick_line

TODAY = dt.date(2026, 11, 23)
NOV_20 = dt.date(2026, 11, 20)
YESTERDAY = dt.date(2026, 11, 22)
BOTH = ("CPMA", "CFPC")

READ: dict[str, dict[str, Any]] = {
    "E/M documentation update": {"title": "E/M documentation update"},
    "1.5": {"ceus": Decimal("1.5")},
    "2 CEUs": {"ceus": Decimal(2)},
    "90 min": {"minutes": 90},
    "AAPC=1.5 AHIMA=1": {"credits": {"AAPC": Decimal("1.5"), "AHIMA": Decimal(1)}},
    "yesterday": {"date": YESTERDAY},
    "11/20/2026": {"date": NOV_20},
    "Nov 20": {"date": NOV_20},
    "last friday": {"date": NOV_20},
    "webinar": {"type": "webinar"},
    "AAPC": {"sponsor": "AAPC"},
    "#ABC01234567Z": {"index_number": "ABC01234567Z"},
    "1.5 CPMA CFPC": {"ceus": Decimal("1.5"), "approved_for": BOTH},
    "ok:CPMA,CFPC": {"approved_for": BOTH},
    "by:ZHealth": {"sponsor": "ZHealth"},
    'at:"Salt Lake City"': {"location": "Salt Lake City"},
    "for:AAPC,AHIMA": {"organizations": ("AAPC", "AHIMA")},
    "type:quiz": {"type": "quiz"},
    "!planned": {"planned": True},
    '"Top 10"': {"title": "Top 10"},
}
ALSO: dict[str, dict[str, Any]] = {
    "2": {"ceus": Decimal(2)},
    "1h 30m": {"minutes": 90},
    "today": {"date": TODAY},
    "tomorrow": {"date": dt.date(2026, 11, 24), "planned": True},
    "-3d": {"date": NOV_20},
    "-2w": {"date": dt.date(2026, 11, 9)},
    "2026-11-20": {"date": NOV_20},
    "11/20": {"date": NOV_20},
    "20-Nov-2026": {"date": NOV_20},
    "November 20, 2026": {"date": NOV_20},
    "friday": {"date": NOV_20},
    "mon": {"date": dt.date(2026, 11, 16)},
    "next friday": {"date": dt.date(2026, 11, 27), "planned": True},
    "chapter meeting": {"type": "chapter-meeting"},
    "workshop": {"type": "workshop"},
    "quiz": {"type": "quiz"},
    "ABC01234567Z": {"index_number": "ABC01234567Z"},
    "on:yesterday": {"date": YESTERDAY},
    "ceus:2": {"ceus": Decimal(2)},
    "min:90": {"minutes": 90},
}
"""What the meanings speak of, beside the examples."""


def read(line: str) -> QuickLine:
    return read_quick_line(line, TODAY, organizations=("AAPC", "AHIMA"), credentials=BOTH)


def test_every_example_is_looked_at() -> None:
    assert [example for example, _ in QUICK_WORDS] == list(READ)


@pytest.mark.parametrize(("words", "meaning"), [*READ.items(), *ALSO.items()])
def test_an_example_is_read_so_behind_a_title_too(words: str, meaning: dict[str, Any]) -> None:
    assert read(words) == QuickLine(**meaning)
    if "title" in meaning or "type" in meaning or words == "AAPC":
        return
    assert read(f"Wound care {words}") == QuickLine(title="Wound care", **meaning)


def test_the_whole_line() -> None:
    assert read(HINT) == QuickLine(
        title="E/M documentation update", sponsor="AAPC", type="webinar", ceus=Decimal("1.5"), date=YESTERDAY,
        index_number="index",
    )  # fmt: skip
