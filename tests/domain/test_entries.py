"""From what was given to an activity: what it grants, and what is refused in which words."""

from decimal import Decimal

import pytest

from ceulog.domain.entries import Entry, compose
from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from tests.builders import TODAY, a_log, an_activity, day, shipped

BOTH = a_log(held=[("CPC", "2019-05-14"), ("CCS", "2020-02-03")])
ONE = Decimal(1)


def granted(entry: Entry, log: LogState = BOTH) -> dict[str, str]:
    return {code: str(ceus) for code, ceus in compose(entry, log, shipped(), TODAY).credits.items()}


@pytest.mark.parametrize(
    ("entry", "credits"),
    [
        (Entry(ceus=ONE), {"AAPC": "1", "AHIMA": "1"}),
        (Entry(ceus=ONE, organizations=(" ahima ",)), {"AHIMA": "1"}),
        (Entry(ceus=ONE, credits={"AHIMA": Decimal(2)}), {"AAPC": "1", "AHIMA": "2"}),
        (Entry(credits={"AHIMA": Decimal(2)}), {"AHIMA": "2"}),
        (Entry(minutes=105), {"AAPC": "1.5", "AHIMA": "2"}),  # a remainder of 45 minutes is an hour at AHIMA
        (Entry(minutes=104), {"AAPC": "1.5", "AHIMA": "1"}),
        (Entry(minutes=30), {"AAPC": "0.5"}),
        (Entry(minutes=30, ceus=ONE), {"AAPC": "1", "AHIMA": "1"}),  # what is printed wins
    ],
)
def test_what_it_grants_at_whom(entry: Entry, credits: dict[str, str]) -> None:  # noqa: A002 - the field's own name
    assert granted(entry) == credits


@pytest.mark.parametrize(
    ("entry", "field", "words"),
    [
        (Entry(), "ceus", "Say how many CEUs it granted, or how many minutes it took."),
        (Entry(minutes=10), "ceus", "10 minutes grant no CEUs at AAPC and AHIMA"),
        (Entry(minutes=-60), "ceus", "-60 minutes grant no CEUs"),
        (Entry(ceus=ONE, date=day("2026-11-24")), "date", "2026-11-24 is still to come"),
        (Entry(ceus=ONE, organizations=("NOBODY",)), "for", "No rules are known for an organization called NOBODY"),
        (Entry(ceus=ONE, approved_for=("XYZ",)), "approved_for", "XYZ"),
        (Entry(ceus=ONE, next_cycle=True), "next_cycle", "2026-11-23 is not in such a month"),
        (Entry(ceus=ONE, date=day("2025-03-20"), organizations=("AHIMA",), next_cycle=True), "next_cycle", "AAPC"),
    ],
)
def test_what_cannot_be_logged_is_refused_in_words(entry: Entry, field: str, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        granted(entry)
    assert refused.value.field == field
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("log", "words"),
    [(LogState(), "60 minutes grant no CEUs yet (you hold no credential)"), (BOTH, "where no organization is named")],
)
def test_at_nobody_minutes_grant_nothing(log: LogState, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        granted(Entry(minutes=60, organizations=()), log)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("date", "taken"),
    [("2025-03-31", True), ("2025-03-01", True), ("2025-02-28", False), ("2025-04-01", False)],
)
def test_what_is_kept_for_the_next_cycle_is_of_the_month_in_which_one_ends(date: str, taken: bool) -> None:
    """AAPC's cycle began on 2025-04-01: the one before it ended in March, though the log does not know it."""
    entry = Entry(ceus=ONE, date=day(date), next_cycle=True)
    if taken:
        assert compose(entry, BOTH, shipped(), TODAY).next_cycle
        return
    with pytest.raises(Refusal):
        granted(entry)


def test_what_is_put_right_keeps_the_rest() -> None:
    before = an_activity(credits={"AAPC": "1.5", "AHIMA": "1"}, minutes=90, approved_for="CPC", notes="n")
    for entry, changed in (
        (Entry(title=" New title "), {"title": "New title"}),
        (Entry(approved_for=(" cpma ", "", "CPMA")), {"approved_for": ("CPMA",)}),
        (Entry(cleared=frozenset({"domain"})), {"domain": None}),
        (Entry(minutes=120), {"minutes": 120, "credits": {"AAPC": Decimal(2), "AHIMA": Decimal(2)}}),
    ):
        assert compose(entry, BOTH, shipped(), TODAY, base=before) == before._replace(**changed)
