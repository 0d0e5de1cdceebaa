"""Finding activities by words and keys."""

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity, Certificate, PortalStep
from ceulog.domain.filtering import KEYS, Totals, found, pile_of, totals
from ceulog.wording.filter_help import FILTER_WORDS
from tests.builders import TODAY, a_planned, an_activity

PROOF = (Certificate("a.pdf", "aa"),)
LOG = (
    an_activity(
        "2", id="office", on="2026-03-12", title="Auditing the office visit", sponsor="ZHealth", type="webinar",
        index_number="ABC0123", approved_for="CPMA", domain=22, certificates=PROOF,
    ),
    an_activity(
        id="march", on="2026-03-31", title="Chapter meeting: denials", sponsor="Sample City chapter",
        type="chapter-meeting", index_number="n/a", notes="Meeting in the CHAPTER house", certificates=PROOF,
        portal={"AAPC": (PortalStep("entered", TODAY),)},
    ),
    an_activity("0.5", id="quiz", on="2025-07-01", title="Quiz of 2026 codes", type="quiz", sponsor="AAPC"),
    an_activity("1.5", id="today", on="2026-11-23", title="Wound care", at="AHIMA", sponsor="AHIMA", domain=2),
    an_activity(id="month", on="2026-11-02", title="HIM today", credits={}, sponsor="AHIMA", certificates=PROOF),
    a_planned(id="later", on="2026-12-05", title="Audit day", sponsor=""),
)  # fmt: skip
ALL = {each.id for each in LOG}


def ids(text: str) -> set[str]:
    return {each.id for each in found(LOG, text, TODAY)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # words
        ("audit", "office later"),
        ("AUDIT office", "office"),
        ("zhealth", "office"),
        ("abc0123", "office"),
        ("chapter meeting", "march"),
        ('"chapter meeting"', "march"),
        ('"meeting chapter"', ""),
        ('"chapter mee', "march"),
        ('"meeting: d', "march"),
        ("zzz", ""),
        # days
        ("2026-03", "office march"),
        ("2026-03-12", "office"),
        ("2026-03-00", ""),
        ("2026-13", ""),
        ("2026-", "office march today month later"),
        ("2026-1", "today month later"),
        ("2026-03-", "office march"),
        ("2026-03-3", "march"),
        ("2025", "quiz"),
        ("2026", "office march quiz today month later"),
        ("today", "today month"),
        ("this-month", "today month"),
        ("this-year", "office march today month later"),
        # keys
        ("type:webinar", "office"),
        ("TYPE:web", "office"),
        ("for:ahima", "today"),
        ("for:cpma", "office"),
        ("approved:cpma", "office"),
        ("approved:cp", ""),
        ("by:zh", "office"),
        ("by:ahima", "today month"),
        ('by:"city chapter"', "march"),
        ('by:"sample c', "march"),
        ("domain:22", "office"),
        ("domain:2", "today"),
        ("missing:certificate", "quiz today"),
        ("missing:proof", "quiz today"),
        ("missing:p", "quiz today"),
        ("missing:index", "march quiz today month"),
        ("missing:domain", "march quiz month"),
        ("missing:sponsor", ""),
        ("missing:zzz", ""),
        ("status:planned", "later"),
        ("status:done", "office march quiz today month"),
        ("portal:e", "march"),
        ("portal:logged", "office quiz today later"),
        # amounts; 0 where nobody grants any
        ("ceus>1", "office today"),
        ("ceus>=1", "office march today later"),
        ("ceus<1", "quiz month"),
        ("ceus<=1", "march quiz month later"),
        ("ceus=2", "office"),
        ("ceus:2", "office"),
        ("CEU>1,5", "office"),
        ("ceus>.5", "office march today later"),
        ("ceus>1.", "office today"),
        ("ceus>x", ""),
        # what it is not
        ("-type:quiz", "office march today month later"),
        ("-audit", "march quiz today month"),
        ("audit -office", "later"),
        ('-"chapter meeting"', "office quiz today month later"),
        ('-by:"city chapter"', "office quiz today month later"),
        ("-2026-03", "quiz today month later"),
        ("-missing:proof", "office march month later"),
        ("-ceus>1", "march quiz month later"),
        ("-for:aapc -for:ahima", "month"),
        ("by:ahima -this-month", ""),
        # every part must fit
        ("audit type:webinar 2026-03 ceus=2 -quiz", "office"),
        ("audit type:quiz", ""),
        # other words with a colon
        ("meeting:", "march"),
        ("is:x", ""),
    ],
)
def test_what_is_found(text: str, expected: str) -> None:
    assert ids(text) == set(expected.split())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "-",
        "--",
        '"',
        '""',
        '-"',
        *(f"{key}:" for key in KEYS),
        "-type:",
        'by:"',
        "ceus>",
        "ceus=.",
        "-ceus<",
    ],
)
def test_what_is_only_begun_asks_for_nothing(text: str) -> None:
    assert ids(text) == ALL
    assert ids(f"audit {text}") == {"office", "later"}


def test_the_order_stays() -> None:
    assert [each.id for each in found(reversed(LOG), "2026-03", TODAY)] == ["march", "office"]


SHOWN = {
    "audit": "office later",
    '"chapter meeting"': "march",
    "2026-03": "office march",
    "type:webinar": "office",
    "for:AAPC": "office march quiz later",
    "approved:CPMA": "office",
    "by:zhealth": "office",
    "missing:proof": "quiz today",
    "status:planned": "later",
    "portal:entered": "march",
    "domain:22": "office",
    "ceus>1": "office today",
    "-type:quiz": "office march today month later",
}


def test_every_example_of_the_help_finds_what_it_says() -> None:
    assert {example: ids(example) for example, _ in FILTER_WORDS} == {
        example: set(expected.split()) for example, expected in SHOWN.items()
    }
    spoken_of = " ".join(example for example, _ in FILTER_WORDS)
    assert all(f"{key}:" in spoken_of for key in KEYS)


@given(
    st.text()
    | st.lists(st.sampled_from([*(f"{key}:" for key in KEYS), '"', "-", " ", "2026", "a", "ceus>", "1", "."])).map(
        "".join
    )
)
def test_any_text_is_a_search(text: str) -> None:
    assert ids(text) <= ALL


def test_what_is_asked_for_and_its_opposite_are_all() -> None:
    for example, _ in FILTER_WORDS:
        other = example.removeprefix("-") if example.startswith("-") else f"-{example}"
        assert ids(example) | ids(other) == ALL
        assert not ids(example) & ids(other)


def test_totals_follow() -> None:
    assert totals(found(LOG, "audit", TODAY), TODAY) == Totals(2, Decimal(2), Decimal(1))


def test_ten_thousand_entries_cost_little_a_key() -> None:
    log = [an_activity(id=str(number), title=f"Auditing the office visit {number}") for number in range(10_000)]
    begin = time.perf_counter()
    for length in range(1, 9):
        found(log, "auditing type:webinar"[:length], TODAY)
    assert time.perf_counter() - begin < 2  # about 0.01 each where nothing else runs


@given(st.lists(st.sampled_from(LOG), max_size=8), st.lists(st.sampled_from(LOG), max_size=8))
def test_a_pile_that_follows_another_is_as_one_made_anew(before: list[Activity], after: list[Activity]) -> None:
    assert pile_of(after, pile_of(before)) == pile_of(after)
