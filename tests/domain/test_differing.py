"""What differs between two mappings: the very same objects do not."""

from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.differing import differing, in_common

OBJECTS = [[n] for n in range(4)]
MAPPINGS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(OBJECTS))


def test_what_is_new_or_made_anew_came_and_what_stood_in_its_place_went() -> None:
    kept, made, made_anew = [1], [2], [2]
    before, after = {"a": kept, "b": made}, {"a": kept, "b": made_anew, "c": kept}
    assert differing(before, after) == ({"b": made}, {"b": made_anew, "c": kept})
    assert differing({"a": kept}, {"a": kept}) == ({}, {})
    assert differing({}, {}) == ({}, {})


def test_what_is_there_no_more_went() -> None:
    one, two = [1], [2]
    assert differing({"a": one, "b": two}, {"b": two}) == ({"a": one}, {})
    assert differing({"a": one, "b": two}, {"b": two, "a": one}) == ({}, {})


@given(MAPPINGS, MAPPINGS)
def test_what_differs_is_what_the_other_does_not_have(
    before: dict[str, list[int]], after: dict[str, list[int]]
) -> None:
    went, came = differing(before, after)
    assert went == {key: each for key, each in before.items() if after.get(key) is not each}
    assert came == {key: each for key, each in after.items() if before.get(key) is not each}


LISTS = st.lists(st.sampled_from(OBJECTS), max_size=8)


@given(LISTS, LISTS, LISTS, LISTS)
def test_the_middles_are_what_two_lists_have_not_in_common(
    begin: list[list[int]], one: list[list[int]], two: list[list[int]], end: list[list[int]]
) -> None:
    before, after = begin + one + end, begin + two + end
    common = in_common(before, after)
    left, right = common.middle(before), common.middle(after)
    assert len(left) <= len(one)
    assert len(right) <= len(two)
    assert any([*before[:n], *right, *before[n + len(left) :]] == after for n in range(len(before) - len(left) + 1))


@given(LISTS, LISTS)
def test_what_both_have_in_common_is_carried_over(before: list[list[int]], after: list[list[int]]) -> None:
    common = in_common(before, after)
    values = [f"value of {each}" for each in before]
    fresh = [f"value of {each}" for each in common.middle(after)]
    assert common.carried(values, fresh) == [f"value of {each}" for each in after]
