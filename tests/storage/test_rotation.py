"""Which dated copies are kept."""

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ceulog.storage.rotation import NEWEST, DatedCopy, copy_name, dated_copy, is_of, newest_first, superfluous

TODAY = dt.date(2026, 11, 23)
SMALL = 1000


def _copies(*made: tuple[int, int]) -> list[DatedCopy]:
    """Copies made so many days ago, of such a generation."""
    days = ((TODAY - dt.timedelta(days=ago), generation) for ago, generation in made)
    return [DatedCopy(day, generation, copy_name(day, generation)) for day, generation in days]


def _kept(copies: list[DatedCopy], size: int = SMALL, most_bytes: int = 10**9) -> list[DatedCopy]:
    gone = superfluous(copies, TODAY, lambda _: size, most_bytes)
    return sorted((each for each in copies if each.name not in gone), reverse=True)


def test_a_day_of_many_copies_leaves_those_of_other_days_alone() -> None:
    today = [(0, 1000 + number) for number in range(300)]
    before = [(ago, 1000 - ago) for ago in range(1, 10)]
    kept = _kept(_copies(*today, *before))
    assert [each.generation for each in kept if each.day == TODAY] == [1299 - number for number in range(NEWEST)]
    assert len({each.day for each in kept}) == 10


def test_ten_years_of_daily_copies_are_days_then_weeks_then_months() -> None:
    kept = _kept(_copies(*((ago, 10_000 - ago) for ago in range(3650))))
    assert [(TODAY - each.day).days for each in kept[:14]] == list(range(14))
    assert 14 + 6 + 20 <= len(kept) <= 14 + 8 + 24
    assert (TODAY - kept[-1].day).days > 600
    gaps = [(one.day - other.day).days for one, other in pairwise(kept[14:])]
    assert max(gaps) <= 31


def test_copies_from_days_to_come_push_none_out() -> None:
    true = [(ago, 100 - ago) for ago in range(10)]
    kept = _kept(_copies(*true, *((-300 - ago, 200 + ago) for ago in range(60))))
    assert {each.generation for each in kept} >= {generation for _, generation in true}


def test_bytes_are_bounded_but_the_two_newest_stay() -> None:
    copies = _copies(*((ago, 100 - ago) for ago in range(9)))
    assert [each.generation for each in _kept(copies, size=10, most_bytes=45)] == [100, 99, 98, 97]
    assert [each.generation for each in _kept(copies, size=10**12, most_bytes=45)] == [100, 99]


@given(
    st.lists(st.tuples(st.integers(-30, 3000), st.integers(1, 10**6)), unique=True, max_size=120),
    st.integers(0, 200_000),
)
def test_the_newest_is_always_kept_and_keeping_again_drops_no_more(made: list[tuple[int, int]], most: int) -> None:
    copies = _copies(*made)
    kept = _kept(copies, most_bytes=most)
    assert set(newest_first(copies, TODAY)[:2]) <= set(kept)
    assert len(kept) <= 10 + 14 + 8 + 24
    assert _kept(kept, most_bytes=most) == kept


def test_other_names_are_nobodys_copies() -> None:
    assert dated_copy("logbook-2026-11-23-g000042.json") == (TODAY, 42, "logbook-2026-11-23-g000042.json")
    for name in ("logbook-2026-13-23-g000042.json", "logbook-mine.json", "set-aside-2026-11-23-1.json", "../x.json"):
        assert dated_copy(name) is None


def test_only_the_name_of_a_copy_is_one_of_a_day() -> None:
    assert is_of(copy_name(TODAY, 7), TODAY)
    assert not is_of(copy_name(TODAY - dt.timedelta(days=1), 7), TODAY)
    assert not is_of(f".{copy_name(TODAY, 7)}.part", TODAY)
    assert not is_of("logbook-2026-11-23-draft.json", TODAY)
