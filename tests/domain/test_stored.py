"""What closing a cycle stored: told as it was, and whatever somebody made of it."""

from decimal import Decimal
from typing import Any

import pytest

from ceulog.domain.cycles import Closing, Cycle
from ceulog.domain.stored import stored_ceus, stored_number, stored_reasons, stored_status
from ceulog.exchange.report import CycleStanding, bar_words, summary_lines
from ceulog.exchange.status import organization_object
from ceulog.wording.closed import closed_lines
from tests.builders import TODAY, a_cycle, a_log, a_tick, an_activity, day, progress_of, shipped

LOG = a_log(
    an_activity("9", at="AHIMA", title="Excel", domain=25),
    an_activity("8", on="2026-03-01", at="AHIMA", provided_by="ahima"),
    held=[("CCS", "2020-02-03")],
    ticks=[a_tick("CCS", "2026-02-01")],
)
WHOLE = organization_object(progress_of(LOG, "AHIMA"))
JUNK: tuple[Any, ...] = (None, 7, "x", [], {}, [7], [{}], [None], {"x": 1}, "1E999999999", True)


def closed(status: dict[str, Any]) -> Cycle:
    return a_cycle("2025-01-01", "2026-12-31", closing=Closing(day("2027-01-02"), status, {}))


def lines(status: dict[str, Any]) -> list[str]:
    """All that is told of a closed cycle."""
    cycle = closed(status)
    standing = CycleStanding(shipped().organizations["AHIMA"], stored_status(cycle), day("2027-01-02"))
    return [*closed_lines(cycle, "cycle"), *summary_lines([standing], LOG, TODAY)]


def test_what_was_stored_is_told_as_it_was() -> None:
    found = stored_status(closed(WHOLE))
    for part in ("edition", "complete", "needed", "earned", "surplus", "excluded"):
        assert found[part] == WHOLE[part]
    assert found["cycle"] == {"start": "2025-01-01", "end": "2026-12-31"}
    for now, then in zip((found, *found["credentials"]), (WHOLE, *WHOLE["credentials"]), strict=True):
        assert [bar_words(each) for each in now["requirements"]] == [bar_words(each) for each in then["requirements"]]
    assert found["excluded"][0]["counted"] == "4"


@pytest.mark.parametrize("junk", JUNK, ids=repr)
def test_whatever_somebody_made_of_it_is_told(junk: object) -> None:
    for part in WHOLE:
        assert max(map(len, lines({**WHOLE, part: junk}))) < 300
    for part in ("credentials", "requirements", "excluded"):
        for name in WHOLE[part][0]:
            assert lines({**WHOLE, part: [{**WHOLE[part][0], name: junk}]})


@pytest.mark.parametrize(
    ("status", "reasons"),
    [
        ({"excluded": [{"id": "b", "reason": "duplicate"}]}, {"b": "duplicate"}),
        ({}, {}), ({"excluded": 7}, {}), ({"excluded": [7, {"id": "b"}]}, {}), ({"excluded": None}, {}),
    ],
)  # fmt: skip
def test_reasons_that_cannot_be_read_are_passed_over(status: dict[str, Any], reasons: dict[str, str]) -> None:
    assert stored_reasons(a_cycle(closing=Closing(day("2025-04-05"), status, {}))) == reasons


def test_ceus_that_are_no_numbers_are_passed_over() -> None:
    assert stored_ceus({"CPC": "1.5", "CPMA": "x", "CCS": "NaN"}) == {"CPC": Decimal("1.5")}


@pytest.mark.parametrize(
    ("stored", "number"), [("28.5", "28.5"), (3, "3"), (None, None), ("", None), ([], None), ("1E999999999", None)]
)
def test_a_stored_number_is_one_that_can_be_written_out(stored: object, number: str | None) -> None:
    assert stored_number(stored) == (None if number is None else Decimal(number))
