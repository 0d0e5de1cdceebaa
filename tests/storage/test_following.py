"""The state after a change is what reading all of the file anew gives."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.records import to_plain
from ceulog.storage.following import MOST_EDITS, Reading, following, reading_of
from tests.builders import a_held, an_activity

KEYS = st.sampled_from(["1", "2", "3", "4"])
activities = st.builds(
    lambda key, on, number: to_plain(an_activity(id=key, on=on, index_number=number)),
    st.sampled_from("abc"), st.sampled_from(["2026-01-10", "2026-02-10"]), st.sampled_from(["", "A1"]),
)  # fmt: skip
credentials = st.builds(lambda key: to_plain(a_held("CPC", "2024-05-14")) | {"id": key}, st.sampled_from("abc"))
holders = st.fixed_dictionaries({"id": st.just("holder"), "name": st.sampled_from(["", "Kim", 7])})
misfits = st.just({"id": "x", "date": "never"})
tables = st.fixed_dictionaries(
    {},
    optional={
        "activities": st.dictionaries(KEYS, st.one_of(activities, activities, activities, misfits), max_size=4),
        "credentials": st.dictionaries(KEYS, credentials, max_size=2),
        "meta": st.dictionaries(st.just("1"), holders, max_size=1),
        "changes": st.dictionaries(KEYS, st.just({"id": "c"}), max_size=2),
    },
)


def meaning(found: Reading) -> tuple[Any, ...]:
    """All that tables mean."""
    state = found.state
    rivals = {each.id: state.index.rivals(each) for each in state.activities.values()}
    return state.holder, state.activities, state.credentials, found.misfits, found.tables, rivals


@given(tables, tables, st.sets(st.sampled_from(["1", "2", "3", "4"])))
def test_documents_that_stayed_need_not_be_read_again(
    before: dict[str, Any], after: dict[str, Any], kept: set[str]
) -> None:
    for name, table in after.items():
        table.update({key: each for key, each in before.get(name, {}).items() if key in kept})
    earlier = reading_of(before)
    meaning(earlier)  # makes its index, which is mended then
    assert meaning(following(earlier, after)) == meaning(reading_of(after))


def test_what_stayed_is_the_very_same_record() -> None:
    one, other = ({"1": to_plain(an_activity(id="a"))}, {"2": to_plain(an_activity(id="b"))})
    before = reading_of({"activities": one})
    after = following(before, {"activities": one | other})
    assert after.state.activities["a"] is before.state.activities["a"]
    assert [*after.state.activities] == ["a", "b"]


def test_one_that_went_as_another_came_is_gone() -> None:
    one, other = ({"1": to_plain(an_activity(id="a"))}, {"2": to_plain(an_activity(id="b"))})
    assert [*following(reading_of({"activities": one}), {"activities": other}).state.activities] == ["b"]


def test_many_at_once_are_read_too() -> None:
    many = {str(number + 1): to_plain(an_activity(id=f"a{number}")) for number in range(MOST_EDITS + 1)}
    assert len(following(reading_of({}), {"activities": many}).state.activities) == MOST_EDITS + 1


def test_a_second_credential_of_a_code_counts_no_more_than_when_all_is_read_anew() -> None:
    first = {"1": to_plain(a_held("CPC", "2019-05-14")) | {"id": "a"}}
    both = first | {"2": to_plain(a_held("CPC", "2024-05-14")) | {"id": "b"}}
    found = following(reading_of({"credentials": first}), {"credentials": both})
    assert meaning(found) == meaning(reading_of({"credentials": both}))
    assert [*found.state.credentials] == ["a"]
