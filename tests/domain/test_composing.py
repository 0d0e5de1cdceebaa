"""Many new activities composed at once are those that are composed one by one."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity, PortalStep
from ceulog.domain.bounds import all_within_bounds, within_bounds
from ceulog.domain.composing import all_composed
from ceulog.domain.entries import Entry, compose
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy_note
from tests.builders import TODAY, a_log, day, shipped

LOG = a_log(held=(("CPC", "2019-05-14"), ("CCS", "2020-02-03")))
text = st.sampled_from(["", "A", " a ", "a\u200bb", "Übung", "x" * 501])
ceus = st.sampled_from([Decimal("1.50"), Decimal(1), Decimal(0), Decimal(201)])


def entry_of(fields: dict[str, Any]) -> Entry:
    return Entry(**fields)


entries = st.fixed_dictionaries({
    "title": text,
    "date": st.sampled_from([day("2026-01-10"), day("2025-03-15"), day("2026-12-01")]),
    "ceus": st.none() | ceus,
    "minutes": st.sampled_from([None, 90, 10, 12_001]),
    "organizations": st.sampled_from([None, (), ("AAPC",), ("ahima", "AAPC"), ("XYZ",)]),
    "credits": st.none() | st.dictionaries(st.sampled_from(["AAPC", "ahima", "XYZ"]), ceus),
    "sponsor": st.none() | text,
    "approved_for": st.sampled_from([None, (), ("cpc",), ("CPMA", "CPC"), ("XYZ",)]),
    "status": st.sampled_from([None, "done", "planned"]),
    "next_cycle": st.sampled_from([None, False, True]),
    "notes": st.none() | text.map(tidy_note),
    "portal": st.sampled_from([None, {}, {"AAPC": (PortalStep("entered", day("2026-02-01")),), "AHIMA": ()}]),
    "certificate_asked": st.sampled_from([None, day("2026-02-01")]),
    "cleared": st.sampled_from([frozenset(), frozenset({"ceus"})]),
}).map(entry_of)  # fmt: skip


def alone(entry: Entry) -> Activity | None:
    try:
        return compose(entry, LOG, shipped(), TODAY, new_id="new")
    except Refusal:
        return None


@given(st.lists(entries, min_size=1, max_size=5))
def test_it_makes_no_difference_whether_an_entry_is_composed_with_others(found: list[Entry]) -> None:
    together = all_composed(found, ["new"] * len(found), LOG, shipped(), TODAY)
    one_by_one = list(map(alone, found))
    assert [each for each in together if each] == [
        other for each, other in zip(together, one_by_one, strict=True) if each
    ]
    # only what is asked about more closely is left to be composed by itself
    plain = [
        each.date is not None and each.date <= TODAY and not each.next_cycle and not each.cleared for each in found
    ]
    assert [each for each, is_plain in zip(together, plain, strict=True) if is_plain] == [
        each for each, is_plain in zip(one_by_one, plain, strict=True) if is_plain
    ]


@given(st.lists(entries, max_size=8))
def test_bounds_are_the_same_for_many_records(given_entries: list[Entry]) -> None:
    found = [each for each in map(alone, given_entries) if each]
    assert all_within_bounds(found) == all(map(within_bounds, found))
    for each in found:
        assert all_within_bounds([each]) == within_bounds(each)
