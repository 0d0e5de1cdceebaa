"""Until when a magazine's quiz can be taken: twelve months from the month that its title names (A6)."""

from calendar import month_name

import pytest

from ceulog.domain.publication import expired, published
from ceulog.domain.remarks import remarks
from ceulog.wording.remarks import remark_sentence
from tests.builders import TODAY, a_log, an_activity, shipped


@pytest.mark.parametrize(
    ("title", "month"),
    [
        ("Healthcare Business Monthly quiz, March 2025", "2025-03-31"), ("Test Yourself Nov. 2011", "2011-11-30"),
        ("HBM quiz Feb 2024", "2024-02-29"), ("quiz 2025-06", "2025-06-30"), ("quiz 6/2025", "2025-06-30"),
        ("Quiz Sept 2025", "2025-09-30"), ("A quiz of marvels 2025", None), ("quiz", None), ("May 25 quiz", None),
    ],
)  # fmt: skip
def test_the_month_in_a_title(title: str, month: str | None) -> None:
    found = published(title)
    assert (found.isoformat() if found else None) == month


@pytest.mark.parametrize("number", range(1, 13))
def test_each_month_is_known_by_its_name_and_by_three_letters_of_it(number: int) -> None:
    name = month_name[number]
    for title in (f"{name} 2025", f"{name[:3].upper()} 2025", f"2025-{number:02}", f"{number}/2025"):
        found = published(title)
        assert found is not None
        assert (found.year, found.month) == (2025, number)


@pytest.mark.parametrize(
    ("title", "on", "kind", "late"),
    [
        ("Quiz March 2025", "2026-03-31", "quiz", False),
        ("Quiz March 2025", "2026-04-01", "quiz", True),
        ("Quiz March 2025", "2026-04-01", "webinar", False),
        ("Quiz", "2026-04-01", "quiz", False),
    ],
)
def test_a_quiz_is_late_after_twelve_months(title: str, on: str, kind: str, late: bool) -> None:
    activity = an_activity("1", on, title=title, type=kind)
    assert bool(expired(activity, shipped().organizations["AAPC"].edition[-1].expiry)) is late
    found = remarks(activity, a_log(), shipped(), TODAY)
    assert [each.kind for each in found] == (["expired"] if late else [])
    if late:
        assert remark_sentence(found[0]) == (
            "AAPC accepts a quiz for 12 months from publication, and the month in its title is further back; "
            "it is counted all the same."
        )
