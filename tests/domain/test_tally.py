"""A count goes on from the one before it, whatever the rules: it comes to what counting all anew does."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.editions import Rulebook
from ceulog.domain.progress import progress
from ceulog.domain.state import Edit, LogState
from tests.builders import TODAY, an_activity, day
from tests.domain.test_progress_properties import anew
from tests.domain.test_rule_words import log, rules
from tests.effort import tries

POOLS = {
    "by number": 'pool = { kind = "by-count", table = [9, 12, 15] }\n',
    "in turn": 'pool = { kind = "largest-plus", plus = 2, figures = { A = 4, B = 5, C = 6 } }\n',
    "each": 'pool = { kind = "each", figures = { A = 10, B = 12, C = 20 } }\n',
}
REQUIREMENTS = [
    'kind = "cap"\nlabel = "elsewhere"\npercent = 50\nwhere = { field = "domain", any_of = ["25"] }',
    (
        'kind = "cap"\nlabel = "ours first"\npercent = 60\nwhere = { field = "type", any_of = ["webinar"] }\n'
        'first = { field = "sponsor", any_of = ["Body"] }'
    ),
    'kind = "cap"\nlabel = "one event"\nper_activity = 2\nwhere = { field = "sponsor", none_of = ["Body"] }',
    'kind = "cap"\nlabel = "all of them"\npercent = 90',
    'kind = "share"\nlabel = "from us"\npercent = 25\nwhere = { field = "provided_by", any_of = ["ahima"] }',
    'kind = "minimum"\nlabel = "for beta"\nceus = 3\ncredentials = ["B"]',
    (
        'kind = "minimum"\nlabel = "by teaching"\nceus = 3\ngroups = ["special"]\n'
        'where = { field = "type", any_of = ["teaching"] }'
    ),
    'kind = "hours"\nlabel = "an hour each"\nhours = 5\nwhere = { field = "type", any_of = ["webinar"] }',
]
HELD = ["A", "B", "AB", "BC"]
IDS = [f"entry-{number}" for number in range(8)]
DAYS = [
    day("2024-12-15"),
    *(day(f"2025-{month:02}-10") for month in range(1, 13)),
    day("2026-03-01"),
    day("2027-01-05"),
]


def entry_of(key: str) -> st.SearchStrategy[Activity]:
    """An entry of this id; most are of the cycle, and many are capped."""
    return st.builds(
        lambda halves, **fields: an_activity(str(Decimal(halves) / 2), at="BODY", id=key, **fields),
        st.integers(1, 8),
        on=st.sampled_from(DAYS),
        domain=st.sampled_from([None, 25, 25]),
        type=st.sampled_from(["webinar", "webinar", "teaching"]),
        sponsor=st.sampled_from(["Elsewhere", "Body", ""]),
        provided_by=st.sampled_from([None, "ahima"]),
        approved_for=st.sampled_from(["", "B", "A", "C"]),
        index_number=st.sampled_from(["", "", "X1", "x 1"]),
        status=st.sampled_from(["done", "done", "done", "done", "planned"]),
        minutes=st.sampled_from([None, 60]),
    )


ENTRIES = [entry_of(key) for key in IDS]
LOGGED = st.tuples(*ENTRIES)
STEPS = st.lists(
    st.lists(st.sampled_from(ENTRIES).flatmap(lambda each: each) | st.sampled_from(IDS), min_size=1, max_size=2),
    min_size=1, max_size=3,
)  # fmt: skip
"""Entries that are put in the place of those of the same id, and ids of those that go; some at once."""


def edited(state: LogState, step: list[Activity | str]) -> LogState:
    edits, now = [], dict(state.activities)
    for each in step:
        key, after = (each, None) if isinstance(each, str) else (each.id, each)
        if now.get(key) or after:
            edits.append(Edit(now.get(key), after))
        now |= {key: after} if after else {}
        if after is None:
            now.pop(key, None)
    return state.after(edits)


def told(state: LogState, book: Rulebook) -> str:
    return repr(progress(state, book, TODAY))


@pytest.mark.parametrize("pool", POOLS)
@settings(max_examples=tries(60, 600))
@given(st.sets(st.sampled_from(REQUIREMENTS), min_size=1, max_size=3), st.sampled_from(HELD), LOGGED, STEPS)
def test_after_edits_a_count_is_as_if_it_were_the_first(
    pool: str, requirements: set[str], held: str, logged: tuple[Activity, ...], steps: list[list[Activity | str]]
) -> None:
    rows = "".join(f"[[edition.requirement]]\n{each}\n" for each in sorted(requirements))
    book, state = rules(POOLS[pool] + rows), log(*logged, held=held)
    for step in steps:
        told(state, book)
        state = edited(state, step)
        assert told(state, book) == told(anew(state), book)
