"""What differs between two mappings: the very same objects do not."""

from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.differing import changed, gone, middles


def test_what_is_new_or_made_anew_has_changed() -> None:
    kept, made, made_anew = [1], [2], [2]
    assert changed({"a": kept, "b": made}, {"a": kept, "b": made_anew, "c": kept}) == {"b": made_anew, "c": kept}
    assert changed({"a": kept}, {"a": kept}) == {}
    assert changed({}, {}) == {}


def test_what_is_there_no_more_is_gone() -> None:
    assert set(gone({"a": 1, "b": 2}, {"b": 2, "c": 3})) == {"a"}
    assert not gone({"a": 1}, {"a": 2})


OBJECTS = [[n] for n in range(4)]
LISTS = st.lists(st.sampled_from(OBJECTS), max_size=8)


@given(LISTS, LISTS, LISTS, LISTS)
def test_the_middles_are_what_two_lists_have_not_in_common(
    begin: list[list[int]], one: list[list[int]], two: list[list[int]], end: list[list[int]]
) -> None:
    before, after = begin + one + end, begin + two + end
    left, right = middles(before, after)
    assert len(left) <= len(one)
    assert len(right) <= len(two)
    assert any([*before[:n], *right, *before[n + len(left) :]] == after for n in range(len(before) - len(left) + 1))
