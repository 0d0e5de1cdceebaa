"""Boxes: those of a cycle, and those of a choice of roads."""

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.domain.state import LogState
from ceulog.domain.ticking import CycleOver, boxes_of, tick, tick_now, untick
from tests.builders import TODAY, a_cycle, a_log, a_tick, day, ids, shipped

APPRENTICE = a_log(held=[("CPC-A", "2025-06-01")])
CCS = a_log(held=[("CCS", "2020-02-03")])


def ticked(log: LogState, code: str, label: str = "", on: str = "2026-11-23") -> LogState:
    return log.after(tick(log, shipped(), code, label, day(on), TODAY, ids()).edits)


def labels(log: LogState) -> list[str]:
    return sorted(each.label for each in log.ticks.values())


def test_the_boxes_of_a_choice_are_named_once_though_several_roads_share_them() -> None:
    (held,) = APPRENTICE.held("AAPC")
    found = [each.label for each in boxes_of(shipped(), APPRENTICE, held, TODAY)]
    assert found == ["letter from employer", "second letter", "course certificate", "Practicode"]


@pytest.mark.parametrize("said", ["Practicode", "practicode", "PRACTI", " practicode "])
def test_enough_of_a_label_names_its_box(said: str) -> None:
    assert labels(ticked(APPRENTICE, "CPC-A", said)) == ["Practicode"]


@pytest.mark.parametrize(
    ("code", "said", "sentence"),
    [
        ("CPC-A", "", "several boxes; say which of “letter from employer”, “second letter”"),
        ("CPC-A", "letter", "several boxes; say which of “letter from employer”, “second letter”."),
        ("CPC-A", "exam", "no box called exam to tick; it has “letter from employer”"),
    ],
)
def test_what_could_be_several_boxes_or_is_none_is_refused(code: str, said: str, sentence: str) -> None:
    with pytest.raises(Refusal) as refusal:
        ticked(APPRENTICE, code, said)
    assert sentence in str(refusal.value)


def test_a_credential_without_boxes_says_so() -> None:
    with pytest.raises(Refusal, match="CPC has no box to tick"):
        ticked(a_log(), "CPC")


def test_a_box_of_a_road_may_be_older_than_the_award_and_is_ticked_once() -> None:
    once = ticked(APPRENTICE, "CPC-A", "letter from employer", "2024-01-01")
    assert labels(once) == ["letter from employer"]
    assert ticked(once, "CPC-A", "letter from employer").ticks == once.ticks


def test_a_box_of_a_cycle_may_not_be_older_than_the_award() -> None:
    with pytest.raises(Refusal, match="before the award of CCS"):
        ticked(CCS, "CCS", on="2020-02-02")


def test_no_box_is_ticked_for_a_day_to_come() -> None:
    with pytest.raises(Refusal, match="still to come"):
        ticked(CCS, "CCS", on="2026-11-24")


def test_ticking_twice_changes_nothing_and_opening_takes_every_tick_of_the_cycle() -> None:
    once = ticked(CCS, "CCS", on="2026-01-05")
    assert ticked(once, "CCS").ticks == once.ticks
    assert untick(once, shipped(), "CCS", "", TODAY).edits
    assert not once.after(untick(once, shipped(), "CCS", "", TODAY).edits).ticks


def test_opening_leaves_the_ticks_of_an_earlier_cycle() -> None:
    earlier = a_log(held=[("CCS", "2020-02-03")], ticks=[("CCS", "2024-05-01"), ("CCS", "2026-05-01")])
    left = earlier.after(untick(earlier, shipped(), "CCS", "", TODAY).edits)
    assert [each.date.isoformat() for each in left.ticks.values()] == ["2024-05-01"]


def test_today_is_too_late_for_a_box_of_a_cycle_that_is_over() -> None:
    late = day("2027-01-10")
    with pytest.raises(CycleOver) as over:
        tick_now(CCS, shipped(), "CCS", "", late, ids())
    assert (over.value.code, over.value.label, over.value.last_day) == ("CCS", "self-assessment", day("2026-12-31"))
    done = CCS.after(tick(CCS, shipped(), "CCS", "", over.value.last_day, late, ids()).edits)
    assert tick_now(done, shipped(), "CCS", "", late, ids()).edits == ()
    assert tick_now(CCS, shipped(), "CCS", "", day("2026-12-31"), ids()).edits
    after_cycle = day("2027-05-01")
    assert tick_now(APPRENTICE, shipped(), "CPC-A", "practicode", after_cycle, ids()).edits, "it never reopens"


def test_before_2021_one_box_for_each_year_of_the_cycle() -> None:
    cycle = {"AHIMA": a_cycle("2018-01-01", "2019-12-31")}
    log = a_log(held=[("CCS", "2015-01-01")], cycles=cycle, ticks=[a_tick("CCS", "2018-05-01")])
    today = day("2019-06-01")
    same_year = tick(log, shipped(), "CCS", "", day("2018-12-31"), today, ids())
    next_year = tick(log, shipped(), "CCS", "", day("2019-01-01"), today, ids())
    assert (bool(same_year.edits), bool(next_year.edits)) == (False, True)
