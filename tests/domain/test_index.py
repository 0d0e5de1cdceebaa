"""The index after a change is the index of the log after that change."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.index import LogIndex
from ceulog.domain.state import Edit, LogState
from tests.builders import an_activity, day

DAYS = ["2025-03-31", "2025-04-01", "2025-04-02", "2026-01-10"]
NUMBERS = ["", "n/a", "A1", "a 1", "B2"]
IDS = ["a", "b", "c", "d"]

entries = st.builds(
    lambda key, on, number, at, fate: an_activity(id=key, on=on, index_number=number, at=at, **fate),
    st.sampled_from(IDS), st.sampled_from(DAYS), st.sampled_from(NUMBERS),
    st.sampled_from(["AAPC", "AHIMA", "AAPC AHIMA"]),
    st.sampled_from([{}, {}, {"status": "planned"}, {"trashed": dt.date(2026, 1, 11)}]),
)  # fmt: skip
steps = st.lists(st.one_of(entries, st.sampled_from(IDS)), max_size=8)
"""Entries that are put in, or in the place of those of the same id; ids of those that go."""


def all_of(index: LogIndex, entries: list[Activity]) -> dict[str, Any]:
    """All that an index says."""
    return {
        "since": {(code, on): index.since(code, day(on)) for code in ("AAPC", "AHIMA", "?") for on in DAYS},
        "before": {(code, on): index.before(code, day(on)) for code in ("AAPC", "AHIMA", "?") for on in DAYS},
        "rivals": {each.id: index.rivals(each) for each in entries},
        "bearers": {number: index.with_index_number(number) for number in NUMBERS},
    }


def lists_of(state: LogState) -> list[tuple[list[Activity], Decimal]]:
    """The activities of each list, and their sum."""
    return [([*each.activities], each.ceus) for each in (state.kept, state.trash, state.planned)]


@given(st.lists(entries, max_size=6), steps)
def test_changes_mend_the_index_to_what_it_would_be_anew(first: list[Activity], then: list[Activity | str]) -> None:
    state = LogState(activities={each.id: each for each in first})
    was, listed = all_of(state.index, [*state.activities.values()]), lists_of(state)
    edits = []
    now = dict(state.activities)
    for each in then:
        if isinstance(each, Activity):
            edits.append(Edit(now.get(each.id), each))
            now[each.id] = each
        elif each in now:
            edits.append(Edit(now.pop(each), None))
    after = state.after(edits)
    assert after.activities == now
    assert all_of(after.index, [*now.values()]) == all_of(LogState(activities=now).index, [*now.values()])
    assert lists_of(after) == lists_of(LogState(activities=now))
    assert all_of(state.index, [*state.activities.values()]) == was
    assert lists_of(state) == listed


def test_the_earliest_of_a_number_comes_first_whatever_the_order_of_entry() -> None:
    early, late = an_activity(id="z", on="2025-04-01", index_number="A1"), an_activity(id="b", index_number="a 1")
    index = LogState(activities={"b": late, "z": early}).index
    assert index.rivals(late) == index.with_index_number(" A1 ") == (early, late)
    assert index.since("AAPC", dt.date(2025, 4, 2)) == [late]
