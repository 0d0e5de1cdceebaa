"""States in portals that somebody wrote into our own export by hand; a file that nobody touched says nothing new."""

import csv
import io
from collections.abc import Callable

import pytest

from ceulog.domain.activities import Activity, PortalStep
from ceulog.domain.state import LogState
from ceulog.exchange.csv_out import csv_bytes_of
from ceulog.wording.portal import standing_words
from tests.builders import TODAY, a_log, an_activity, day, shipped
from tests.exchange.importing.support import kinds, plan_of
from tests.exchange.support import BOTH, export_bytes

STEPS = (PortalStep("entered", day("2026-11-02")), PortalStep("submitted", day("2026-11-03")))
Rows = list[dict[str, str]]


def log() -> LogState:
    entry = an_activity("1", "2026-03-10", id="x", at="AAPC AHIMA", portal={"AAPC": STEPS})
    return a_log(entry, held=(*BOTH, ("CPMA", "2022-01-01")))


def edited(change: Callable[[Rows], object]) -> str:
    """Our export, with something written into it by hand; its rows are those of CPC and of CCS."""
    rows = list(csv.DictReader(io.StringIO(export_bytes(log(), shipped(), TODAY).decode(), newline="")))
    change(rows)
    return csv_bytes_of([list(rows[0]), *(list(each.values()) for each in rows)]).decode()


def wrote(body: str, **cells: str) -> Callable[[Rows], object]:
    return lambda rows: [each.update(cells) for each in rows if each["body"] == body]


@pytest.mark.parametrize(
    ("body", "cells", "words"),
    [
        ("AAPC", {}, ""),
        ("AAPC", {"portal_status": "Submitted", "submitted_date": "11/03/2026"}, ""),
        ("AAPC", {"portal_status": "verified", "verified_date": "2026-11-20"},
         "entered Nov 2, 2026, submitted Nov 3, 2026, verified Nov 20, 2026"),
        ("AAPC", {"verified_date": "2026-11-20"}, "entered Nov 2, 2026, submitted Nov 3, 2026, verified Nov 20, 2026"),
        ("AAPC", {"portal_status": "verified"}, "entered Nov 2, 2026, submitted Nov 3, 2026, verified Nov 23, 2026"),
        ("AAPC", {"submitted_date": "2026-11-04"}, "entered Nov 2, 2026, submitted Nov 4, 2026"),
        ("AAPC", {"portal_status": "entered"}, "entered Nov 2, 2026"),
        ("AAPC", {"portal_status": "logged"}, "not entered yet"),
        ("AHIMA", {"portal_status": "entered"}, "entered Nov 23, 2026"),
    ],
)  # fmt: skip
def test_what_is_written_into_the_portals_columns_is_taken(body: str, cells: dict[str, str], words: str) -> None:
    plan = plan_of(edited(wrote(body, **cells)), log(), order="mdy")
    assert not plan.rejected
    (item,) = plan.items
    assert item.kind == ("changed" if words else "same")
    if words:
        assert standing_words(item.after, body) == words
        other = "AHIMA" if body == "AAPC" else "AAPC"
        assert standing_words(item.after, other) == standing_words(log().activities["x"], other)


@pytest.mark.parametrize(
    ("cells", "column", "reason"),
    [
        ({"portal_status": "veryfied"}, "portal_status", "is no state; it can be logged, entered, submitted"),
        ({"verified_date": "2026-12-20"}, "verified_date", "is still to come"),
        ({"verified_date": "2026-03-09"}, "verified_date", "is before the day of the activity, 2026-03-10"),
        ({"verified_date": "soon"}, "verified_date", "is no date"),
    ],
)
def test_what_can_be_no_state_is_rejected(cells: dict[str, str], column: str, reason: str) -> None:
    plan = plan_of(edited(wrote("AAPC", **cells)), log())
    (rejected,) = plan.rejected
    assert rejected.column == column
    assert reason in rejected.reason
    assert kinds(plan) == "2 same, 3 rejected"


def test_one_of_several_rows_says_it_for_all_and_two_do_not_contradict_each_other() -> None:
    def two(rows: Rows, first: str, second: str) -> None:
        rows.insert(2, dict(rows[1]))
        rows[1]["portal_status"], rows[2]["portal_status"] = first, second

    (item,) = plan_of(edited(lambda rows: two(rows, "verified", "submitted")), log()).items
    assert standing_words(item.after, "AAPC").endswith("verified Nov 23, 2026")
    plan = plan_of(edited(lambda rows: two(rows, "verified", "entered")), log())
    assert kinds(plan) == "2 changed, 3 merged, 4 rejected"
    assert "says something else of the activity x than line 3" in plan.rejected[0].reason


def test_of_a_new_entry_it_is_taken_too() -> None:
    (item,) = plan_of(edited(wrote("AAPC", portal_status="entered")), a_log(held=BOTH)).items
    assert isinstance(item.after, Activity)
    assert standing_words(item.after, "AAPC") == "entered Nov 2, 2026"
