"""Remarks on an activity: what will not count and why, and what looks like a slip."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.editions import Rulebook
from ceulog.domain.remarks import Remark, remarks
from ceulog.domain.state import LogState
from ceulog.rulebook.shipped import load_shipped
from ceulog.wording.remarks import remark_sentence

TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_shipped()


def an_activity(name: str = "new", **fields: Any) -> Activity:
    start = Activity(
        id=name, date=dt.date(2026, 11, 20), title="Denials", credits={"AAPC": Decimal(1)}, ceus=Decimal(1)
    )
    return start._replace(**fields)


def a_log(*activities: Activity, held: tuple[HeldCredential, ...] = ()) -> LogState:
    default = (
        HeldCredential("c1", "AAPC", "CPC", dt.date(2019, 5, 14)),
        HeldCredential("c2", "AHIMA", "CCS", dt.date(2020, 2, 1)),
    )
    return LogState(
        credentials={each.id: each for each in held or default},
        memberships={
            "m1": Membership("m1", "AAPC", (Cycle(dt.date(2025, 4, 1), dt.date(2027, 3, 31)),)),
            "m2": Membership("m2", "AHIMA", (Cycle(dt.date(2025, 1, 1), dt.date(2026, 12, 31)),)),
        },
        activities={each.id: each for each in activities},
    )


def said(activity: Activity, state: LogState, rulebook: Rulebook) -> list[str]:
    return [remark_sentence(each) for each in remarks(activity, state, rulebook, TODAY)]


def kinds(found: tuple[Remark, ...]) -> list[str]:
    return [each.reason or each.kind for each in found]


def test_a_plain_webinar_is_not_remarked_on(rulebook: Rulebook) -> None:
    activity = an_activity(credits={"AAPC": Decimal("1.5"), "AHIMA": Decimal(1)}, ceus=Decimal("1.5"))
    assert said(activity, a_log(), rulebook) == []


def test_before_the_award(rulebook: Rulebook) -> None:
    assert said(an_activity(date=dt.date(2019, 3, 1)), a_log(), rulebook) == [
        "It will not count for AAPC: Mar 1, 2019 is before your first award there, on May 14, 2019."
    ]


def test_an_earlier_cycle_near_and_far(rulebook: Rulebook) -> None:
    for day in (dt.date(2025, 3, 31), dt.date(2021, 7, 1)):
        (sentence,) = said(an_activity(date=day), a_log(), rulebook)
        assert sentence.endswith("is before this renewal period, which began on Apr 1, 2025.")


def test_after_the_end_of_an_open_cycle(rulebook: Rulebook) -> None:
    state = a_log()
    later = Membership("m2", "AHIMA", (Cycle(dt.date(2024, 11, 1), dt.date(2026, 10, 31)),))
    state = LogState(credentials=state.credentials, memberships={**state.memberships, "m2": later})
    activity = an_activity(credits={"AHIMA": Decimal(1)})
    assert said(activity, state, rulebook) == [
        "It will not count for AHIMA: this recertification cycle ended on Oct 31, 2026, so it counts in the next one."
    ]


def test_a_plan_for_after_the_end_of_a_cycle_that_still_runs(rulebook: Rulebook) -> None:
    (sentence,) = said(an_activity(date=dt.date(2027, 10, 12), status="planned"), a_log(), rulebook)
    assert "this renewal period ends on Mar 31, 2027, so it counts in the next one" in sentence


def test_kept_for_the_next_cycle(rulebook: Rulebook) -> None:
    state = a_log()
    ending = Membership("m1", "AAPC", (Cycle(dt.date(2024, 12, 1), dt.date(2026, 11, 30)),))
    state = LogState(credentials=state.credentials, memberships={**state.memberships, "m1": ending})
    (sentence,) = said(an_activity(next_cycle=True), state, rulebook)
    assert "you keep it for the next renewal period, which begins on Dec 1, 2026" in sentence


def test_a_duplicate_names_the_entry_that_counts(rulebook: Rulebook) -> None:
    older = an_activity("old", title="Chapter meeting", date=dt.date(2026, 6, 3), index_number="AB 12")
    found = remarks(an_activity(index_number="ab12"), a_log(older), rulebook, TODAY)
    assert kinds(found) == ["duplicate"]
    assert found[0].other == older
    assert "“Chapter meeting” of Jun 3, 2026" in remark_sentence(found[0])


def test_a_duplicate_in_an_earlier_cycle(rulebook: Rulebook) -> None:
    older = an_activity("old", title="Basics", date=dt.date(2023, 6, 3), index_number="AB12")
    found = remarks(an_activity(index_number="AB12"), a_log(older), rulebook, TODAY)
    assert [each.other for each in found] == [older]


def test_an_earlier_entry_displaces_a_later_one(rulebook: Rulebook) -> None:
    later = an_activity("late", title="Chapter meeting", date=dt.date(2026, 11, 21), index_number="X9")
    both = {"AAPC": Decimal(1), "AHIMA": Decimal(1)}
    activity = an_activity(index_number="X9", credits=both)
    found = remarks(activity, a_log(later._replace(credits=both)), rulebook, TODAY)
    assert [each.kind for each in found] == ["takes-over"]
    assert "which then no longer counts" in remark_sentence(found[0])


@pytest.mark.parametrize("number", ["", "n/a", "pending"])
def test_no_index_number_is_no_duplicate(number: str, rulebook: Rulebook) -> None:
    older = an_activity("old", title="Other", index_number=number)
    assert said(an_activity(index_number=number), a_log(older), rulebook) == []


def test_the_trash_and_the_entry_itself_are_no_rivals(rulebook: Rulebook) -> None:
    gone = an_activity("old", index_number="X9", trashed=TODAY)
    activity = an_activity(index_number="X9")
    assert said(activity, a_log(gone, activity), rulebook) == []


def test_over_a_cap_in_part_and_wholly(rulebook: Rulebook) -> None:
    outside = an_activity("out", date=dt.date(2026, 3, 1), title="Excel", credits={"AHIMA": Decimal(3)}, domain=25)
    activity = an_activity(credits={"AHIMA": Decimal(2)}, domain=25, ceus=Decimal(2))
    assert said(activity, a_log(outside), rulebook) == [
        "Only 1 of its 2 CEUs will count for AHIMA: at most 4 CEUs may count outside the HIIM domains."
    ]
    (sentence,) = said(activity, a_log(outside._replace(credits={"AHIMA": Decimal(4)})), rulebook)
    assert sentence.startswith("It will not count for AHIMA: at most 4 CEUs")


def test_core_only(rulebook: Rulebook) -> None:
    held = (HeldCredential("c1", "AAPC", "CPMA", dt.date(2019, 5, 14)),)
    (sentence,) = said(an_activity(type="cms-training"), a_log(held=held), rulebook)
    assert sentence == (
        "It will not count for AAPC: a CMS training counts for core credentials only, and you held none on that day."
    )


def test_an_organization_of_which_nothing_is_held(rulebook: Rulebook) -> None:
    held = (HeldCredential("c1", "AAPC", "CPC", dt.date(2019, 5, 14)),)
    found = said(an_activity(credits={"AHIMA": Decimal(1)}), a_log(held=held), rulebook)
    assert found == ["It counts for nothing at AHIMA yet: you hold no AHIMA credential today."]


def test_a_planned_one_is_judged_as_if_attended(rulebook: Rulebook) -> None:
    coming = an_activity(date=dt.date(2026, 12, 5), status="planned")
    assert said(coming, a_log(), rulebook) == []
    far = coming._replace(date=dt.date(2027, 5, 1))
    assert "counts in the next one" in said(far, a_log(), rulebook)[0]


def test_the_same_title_on_the_same_day_and_near_it(rulebook: Rulebook) -> None:
    older = an_activity("old", title="  denials ")
    assert said(an_activity(), a_log(older), rulebook) == [
        "You have an entry of that day with the same title and sponsor: another session, or the same one?"
    ]
    near = older._replace(date=dt.date(2026, 11, 18))
    assert said(an_activity(), a_log(near), rulebook) == [
        "Looks like your Nov 18 entry with the same title: another session, or the same one?"
    ]


def test_what_is_known_to_be_another_does_not_look_alike(rulebook: Rulebook) -> None:
    for other in (
        an_activity("old", sponsor="AAPC"),
        an_activity("old", date=dt.date(2026, 10, 20)),
        an_activity("old", index_number="A2"),
        an_activity("old", trashed=TODAY),
    ):
        assert said(an_activity(index_number="A1"), a_log(other), rulebook) == []


def test_a_duplicate_is_not_said_twice(rulebook: Rulebook) -> None:
    older = an_activity("old", index_number="A1")
    assert len(said(an_activity("z", index_number="A1"), a_log(older), rulebook)) == 1


@pytest.mark.parametrize(
    ("ceus", "warned"), [("0.1", True), ("0.15", True), ("0.5", False), ("0.25", False), ("1.2", False)]
)
def test_the_unit_of_iacet(ceus: str, warned: bool, rulebook: Rulebook) -> None:
    value = Decimal(ceus)
    found = remarks(an_activity(ceus=value, credits={"AAPC": value}), a_log(), rulebook, TODAY)
    assert ("unusual-unit" in kinds(found)) is warned


def test_the_sentence_for_the_unit(rulebook: Rulebook) -> None:
    value = Decimal("0.1")
    assert said(an_activity(ceus=value, credits={"AAPC": value}), a_log(), rulebook) == [
        (
            "0.1 reads like the IACET unit, where 1 CEU stands for 10 hours. "
            "AAPC and AHIMA grant 1 CEU an hour: 1 hour would be 1 CEU."
        )
    ]


def test_hostile_titles_are_cut_and_tidied(rulebook: Rulebook) -> None:
    older = an_activity("old", title="[/x] " + "長" * 400, date=dt.date(2026, 6, 3), index_number="A1")
    (sentence,) = said(an_activity(index_number="A1"), a_log(older), rulebook)
    assert len(sentence) < 200
    assert "[/x]" in sentence
