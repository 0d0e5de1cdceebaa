"""Everything about an entry: what it says, what proves it, where it counts and if not, why."""

from typing import Any

import pytest

from ceulog.domain.activities import Activity, Certificate
from ceulog.tui.copying import clipboard_text
from ceulog.tui.entry_lines import EntrySetting, entry_lines
from ceulog.tui.widgets.painting import text_of, width_of
from tests.builders import TODAY, a_log, a_planned, an_activity, progress_of, shipped

HELD = (("CPC", "2025-05-14"), ("CPMA", "2025-06-01"), ("CCS", "2020-02-03"))
HOSTILE = "[/x] 😀 長文 \n\x1b[31m" + "x" * 400


def text(activity: Activity, *others: Activity, width: int = 60) -> str:
    log = a_log(activity, *others, held=HELD)
    progress = [progress_of(log, code) for code in ("AAPC", "AHIMA")]
    lines = entry_lines(activity, EntrySetting(progress, shipped(), TODAY), width)
    assert all(width_of(line) <= width for line in lines)
    return "\n".join(text_of(line).rstrip() for line in lines)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"approved_for": "CPMA"}, "AAPC          1 CEU count for"),
        ({"approved_for": "CPMA"}, "for the minimum of CPMA"),
        ({"certificates": (Certificate("one.pdf", "0" * 64), Certificate("two.pdf", "1" * 64))}, "two.pdf"),
        ({}, "none yet; f attaches one"),
        ({"on": "2026-10-07"}, "Waiting       for 47 days; ask whoever offered it"),
        ({"on": "2026-10-07", "sponsor": "AAPC", "certificate_asked": TODAY}, "for 47 days; asked for on Nov 23, 2026"),
        ({"on": "2025-04-20"}, "AAPC          does not count: before your award on May 14, 2025"),
        ({"at": "AHIMA", "on": "2024-11-02"}, "in an earlier recertification cycle"),
        ({"at": "AHIMA"}, "not classified"),
        ({"at": "AHIMA", "domain": 1, "provided_by": "csa"}, "component state association"),
        ({"credits": {}}, "no organization; e says which"),
        ({"at": "ACDIS"}, "no cycle of it is open here"),
        ({"status": "planned", "on": "2026-12-05"}, "would count 1 CEU"),
        ({"status": "planned", "on": "2026-11-05"}, "attended? e puts it right"),
        ({"notes": "first\nsecond"}, "Notes         first\n              second"),
        ({"minutes": 90}, "1, 90 minutes"),
    ],
)
def test_each_thing_is_said(fields: dict[str, Any], said: str) -> None:
    assert said in text(an_activity(**fields), width=100)


def test_a_duplicate_names_the_entry_that_counts_already() -> None:
    first = an_activity("1", "2026-01-09", id="the first", index_number="ABC01")
    second = an_activity("1", "2026-01-10", index_number="abc01")
    assert "same index number as “the first”" in " ".join(text(second, first).split())


@pytest.mark.parametrize("width", [24, 40, 100])
def test_hostile_text_is_shown_as_text_in_its_column(width: int) -> None:
    each = an_activity(title=HOSTILE, sponsor=HOSTILE, notes=HOSTILE, location=HOSTILE, presenter=HOSTILE)
    shown = text(each, width=width)
    assert "[/x]" in shown
    assert "\x1b" not in shown


def test_what_is_copied_is_lines_with_tabs_and_runs_nothing_in_a_spreadsheet() -> None:
    copied = clipboard_text([an_activity("1.5", title="=1+1\tx", sponsor="AAPC", index_number="-A1"), a_planned()])
    heading, first, second = copied.splitlines()
    assert heading.split("\t")[:3] == ["Date", "Title", "CEUs"]
    assert first == "2026-01-10\t'=1+1 x\t1.5\tAAPC\t'-A1"
    assert len(second.split("\t")) == 5
