"""The sentence that answers what the plot draws, and the table below it."""

from ceulog.domain.timeline import Timeline, timeline
from ceulog.wording.timeline import earlier_rows, pace_sentence, plan_remark
from tests.builders import TODAY, a_cycle, a_log, a_planned, an_activity, day, shipped
from tests.domain.test_progress_properties import closed

AFTER = "2027-06-01"


def over_time(*activities: object, on: str = "2026-11-23", **how: object) -> Timeline:
    found = timeline(a_log(*activities, **how), shipped(), "AAPC", day(on))  # type: ignore[arg-type]  # as given
    assert found is not None
    return found


def said(*activities: object, on: str = "2026-11-23", **how: object) -> str:
    return pace_sentence(over_time(*activities, on=on, **how))


def test_behind_with_a_rate() -> None:
    log = (an_activity("20"), an_activity("6", "2026-10-01"), a_planned("2"))
    assert said(*log) == (
        "26 of 36 CEUs with 128 days left; the even pace would be 29.5 today. The 2 planned would make it 28. "
        "Your last 90 days brought 6 CEUs; at that rate you would have 34.5 by Mar 31, 2027. "
        "2.5 a month from now would be enough."
    )


def test_at_a_rate_that_is_enough_nothing_more_is_asked() -> None:
    assert said(an_activity("20"), an_activity("16", "2026-10-01")).startswith("36 of 36 CEUs with 128 days left.")
    sentence = said(an_activity("20"), an_activity("14", "2026-10-01"))
    assert sentence.endswith("brought 14 CEUs; at that rate you would have 53.5 by Mar 31, 2027.")


def test_nothing_logged() -> None:
    assert said() == (
        "0 of 36 CEUs with 128 days left; the even pace would be 29.5 today. Your last 90 days brought none. "
        "9 a month from now would be enough."
    )


def test_a_single_ceu_is_not_many() -> None:
    assert "brought 1 CEU; at" in said(an_activity("1", "2026-11-01"))


def test_complete_and_with_surplus() -> None:
    assert said(an_activity("36")) == "36 of 36 CEUs with 128 days left."
    assert said(an_activity("38")) == "38 of 36 CEUs with 128 days left, 2 more than needed."


def test_the_number_is_there_but_something_else_is_missing() -> None:
    held = [("CPC", "2019-05-14"), ("CPMA", "2022-01-01")]
    assert said(an_activity("40"), held=held).endswith("Something else is still missing; the dashboard says what.")


def test_the_last_day_and_the_day_after() -> None:
    assert said(an_activity("30"), on="2027-03-31") == (
        "30 of 36 CEUs on the last day; the even pace would be 36 today."
    )
    over = said(an_activity("30"), on="2027-04-01")
    assert over == "The renewal period ended on Mar 31, 2027, 1 day ago, with 30 of 36 CEUs. 6 CEUs are missing."
    assert said(an_activity("35"), on="2027-04-02").endswith("2 days ago, with 35 of 36 CEUs. 1 CEU is missing.")
    assert said(an_activity("36"), on="2027-04-03").endswith("with 36 of 36 CEUs.")


def test_before_its_first_day() -> None:
    cycles = {"AAPC": [a_cycle("2024-12-01", "2026-11-30"), a_cycle("2026-12-01", "2028-11-30")]}
    assert said(cycles=cycles) == (
        "The renewal period begins on Dec 1, 2026, in 8 days, and asks for 36 CEUs by Nov 30, 2028."
    )
    kept = an_activity("1", "2026-11-10", next_cycle=True)
    assert said(kept, cycles=cycles).endswith("1 CEU kept for it is there already.")


def test_a_young_cycle_has_no_rate() -> None:
    sentence = said(an_activity("2", "2026-11-10"), cycles={"AAPC": a_cycle("2026-11-01", "2028-10-31")})
    assert sentence == "2 of 36 CEUs with 708 days left; the even pace would be 1 today."


def test_the_table_of_earlier_cycles() -> None:
    assert earlier_rows(over_time().earlier) == []
    log = closed(a_log(an_activity("36.5", "2026-01-01")))
    found = timeline(log, shipped(), "AAPC", day(AFTER))
    assert found is not None
    assert earlier_rows(found.earlier) == ["Ended          Needed    Earned", "Mar 31 2027        36      36.5"]
    lost = tuple(each._replace(needed=None, earned=None) for each in found.earlier)
    assert earlier_rows(lost)[1] == "Mar 31 2027         ?         ?"


def test_a_plan_that_would_not_count_says_why() -> None:
    double = a_planned("2", index_number="X")
    good = a_planned("1", "2026-12-06")
    found = over_time(an_activity("1", index_number="X"), double, good, on=TODAY.isoformat())
    assert [plan_remark(each) for each in found.plans] == [
        "would not count: same index number as an entry that counts already", "",
    ]  # fmt: skip
