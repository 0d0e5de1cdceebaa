"""How far entries are in the portals: going on, going back, and what was entered before it was changed."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity, PortalStep
from ceulog.domain.changes import Change
from ceulog.domain.closed import as_closed, keeping
from ceulog.domain.cycles import Closing
from ceulog.domain.entries import Entry, compose
from ceulog.domain.portal import (
    STANDINGS,
    PortalStanding,
    counted,
    counting,
    day_of,
    entered_otherwise,
    keeping_told,
    marked,
    standing_at,
    to_be_told,
    to_move,
    told_of,
)
from ceulog.domain.portal import stepped_back as back
from ceulog.domain.refusals import Refusal
from ceulog.domain.remarks import remarks
from ceulog.wording.portal import portal_has, standing_words
from ceulog.wording.remarks import remark_sentence
from tests.builders import TODAY, a_cycle, a_log, a_planned, an_activity, day, progress_of, shipped

EARLIER = day("2026-11-02")


def of(change: Change) -> Activity:
    [edit] = change.edits
    assert isinstance(edit.after, Activity)
    return edit.after


def walked(*states: str) -> str:
    """Where an entry is after these states, "back" among them, and how it came there."""
    activity = an_activity(id="x")
    for number, state in enumerate(states):
        today = EARLIER + dt.timedelta(number)
        change = (
            back([activity], "AAPC") if state == "back" else
            marked([activity], "AAPC", next(each for each in STANDINGS if each == state), today)
        )  # fmt: skip
        activity = of(change) if change.edits else activity
    return standing_words(activity, "AAPC")


@pytest.mark.parametrize(
    ("states", "words"),
    [
        ("entered", "entered Nov 2, 2026"),
        ("entered submitted verified", "entered Nov 2, 2026, submitted Nov 3, 2026, verified Nov 4, 2026"),
        ("submitted", "submitted Nov 2, 2026"),
        ("entered submitted entered", "entered Nov 2, 2026"),
        ("submitted verified questioned", "submitted Nov 2, 2026, questioned Nov 4, 2026"),
        ("submitted questioned verified", "submitted Nov 2, 2026, questioned Nov 3, 2026, verified Nov 4, 2026"),
        ("submitted questioned submitted", "submitted Nov 2, 2026"),
        ("entered submitted back", "entered Nov 2, 2026"),
        ("entered back back", "not entered yet"),
        ("entered submitted logged", "not entered yet"),
    ],
)
def test_going_on_and_going_back(states: str, words: str) -> None:
    assert walked(*states.split()) == words


@given(st.lists(st.sampled_from(STANDINGS), max_size=8))
def test_the_last_word_holds_and_the_steps_stay_in_order(states: list[PortalStanding]) -> None:
    activity = an_activity(id="x", at="AAPC AHIMA")
    assert standing_at(activity, "AAPC") == "logged"
    for state in states:
        change = marked([activity], "AAPC", state, TODAY)
        activity = of(change) if change.edits else activity
        assert standing_at(activity, "AAPC") == state
    steps = [STANDINGS.index(each.state) for each in activity.portal.get("AAPC", ())]
    assert steps == sorted(set(steps))
    assert "AHIMA" not in activity.portal


def test_several_are_one_change_with_the_day_that_is_given() -> None:
    one, other, third = an_activity(id="one"), an_activity(id="other"), an_activity(id="third")
    change = marked([one, other, third], "AAPC", "submitted", TODAY, EARLIER)
    assert change.label == "marked 3 activities as submitted at AAPC"
    assert marked([one], "AAPC", "submitted", TODAY).label == "marked “one” as submitted at AAPC"
    found = [each.after for each in change.edits if isinstance(each.after, Activity)]
    assert [day_of(each, "AAPC", "submitted") for each in found] == [EARLIER] * 3
    assert marked(found, "AAPC", "submitted", TODAY).edits == ()
    assert of(marked(found[:1], "AAPC", "submitted", TODAY, TODAY)).portal["AAPC"][0].date == TODAY


@pytest.mark.parametrize(
    ("activity", "on", "says"),
    [
        (an_activity(trashed="2026-11-01"), None, "in the trash"),
        (an_activity(at="AHIMA"), None, "not credited to AAPC"),
        (a_planned(), None, "still planned"),
        (an_activity(), "2026-11-24", "still to come"),
        (an_activity(on="2026-11-10"), "2026-11-02", "completed on 2026-11-10"),
    ],
)
def test_what_can_be_in_no_portal_is_refused(activity: Activity, on: str | None, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        marked([activity], "AAPC", "entered", TODAY, day(on) if on else None)


def test_only_what_counts_is_to_be_entered() -> None:
    log = a_log(an_activity(id="in"), an_activity(id="before", on="2020-01-01"), a_planned(id="plan"))
    assert [each.id for each in counting(progress_of(log))] == ["in"]
    closed = a_cycle("2023-04-01", "2025-03-31", closing=Closing(TODAY, {}, {"before": {}, "gone": {}}))
    assert [each.id for each in counted(log, closed)] == ["before"]


def test_what_was_changed_since_it_was_entered_is_to_be_told_unless_a_closed_cycle_has_it() -> None:
    told = {"AAPC": told_of(an_activity("9"), "AAPC")}
    log = a_log(
        an_activity(id="counts"), an_activity(id="changed", on="2020-01-01", entered_as=told),
        an_activity(id="untouched", on="2020-01-01"), an_activity(id="closed", on="2024-01-01", entered_as=told),
        an_activity(id="gone", on="2020-01-01", entered_as=told, trashed="2026-01-01"),
        cycles={"AAPC": (a_cycle("2023-04-01", "2025-03-31", closing=Closing(TODAY, {}, {"closed": {}})), a_cycle())},
    )  # fmt: skip
    assert [each.id for each in to_be_told(log, progress_of(log))] == ["changed", "counts"]


def test_a_closed_cycle_keeps_its_facts_and_lets_the_portal_go_on() -> None:
    activity = an_activity(id="x", on="2024-05-01")
    closed = a_cycle("2023-04-01", "2025-03-31", closing=Closing(TODAY, {}, {"x": {"CPC": "1"}}))
    log = a_log(activity, cycles={"AAPC": (closed, a_cycle())})
    after = keeping(activity, of(marked([activity], "AAPC", "verified", TODAY)), log.memberships.values())
    assert after.as_closed is None
    changed = keeping(after, after._replace(title="Other"), log.memberships.values())
    assert (as_closed(changed).title, as_closed(changed).portal) == ("x", after.portal)


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (Entry(title="Other"), ["AAPC", "AHIMA"]),
        (Entry(date=EARLIER), ["AAPC", "AHIMA"]),
        (Entry(index_number="B2"), ["AAPC", "AHIMA"]),
        (Entry(credits={"AHIMA": an_activity("2").credits["AAPC"]}), ["AHIMA"]),
        (Entry(notes="more", sponsor="Somebody"), []),
    ],
)
def test_what_is_changed_after_it_was_entered_is_remarked_on(entry: Entry, told: list[str]) -> None:
    before = an_activity("1", id="x", at="AAPC AHIMA", index_number="A1")
    for code in before.credits:
        before = of(marked([before], code, "entered", TODAY))
    log = a_log(before, held=(("CPC", "2019-05-14"), ("CCS", "2020-02-03")))
    after = compose(entry, log, shipped(), TODAY, base=before)
    assert after.portal == before.portal
    assert list(entered_otherwise(before, after)) == told
    said = [remark_sentence(each) for each in remarks(after, log, shipped(), TODAY, before)]
    words = "It was entered at {} as “x”, Jan 10, 2026, 1 CEU, index number A1; correct it there too."
    assert [each for each in said if "correct it there" in each] == [words.format(code) for code in told]


def test_of_several_those_that_wait_are_moved_and_else_those_that_were_changed() -> None:
    told = {"AAPC": told_of(an_activity("2", id="c"), "AAPC")}
    steps = {"AAPC": (PortalStep("entered", EARLIER),)}
    waiting, changed = an_activity(id="w"), an_activity(id="c", portal=steps, entered_as=told)
    assert to_move([waiting, changed], "AAPC", "entered") == [waiting]
    as_told, further = an_activity(portal=steps), changed._replace(portal={"AAPC": (PortalStep("verified", EARLIER),)})
    assert to_move([changed, as_told, further], "AAPC", "entered") == [changed]
    # to submit it does not say that it was corrected
    moved = of(marked([changed], "AAPC", "submitted", TODAY))
    assert (standing_at(moved, "AAPC"), moved.entered_as) == ("submitted", told)
    assert of(marked([moved], "AAPC", "submitted", TODAY)).entered_as == {}
    assert of(back([changed], "AAPC")).entered_as == {}
    assert portal_has(moved, "AAPC") == "AAPC’s portal has 2 CEUs"


def test_what_a_portal_was_told_is_kept_from_the_first_change_to_the_last() -> None:
    entered = an_activity("1", id="x", portal={"AAPC": (PortalStep("entered", EARLIER),)})
    first = keeping_told(entered, entered._replace(title="Other"))
    assert first.entered_as == {"AAPC": told_of(entered, "AAPC")}
    second = keeping_told(first, first._replace(index_number="A1"))
    assert second.entered_as == first.entered_as
    assert portal_has(second, "AAPC") == "AAPC’s portal has “x”, no index number"
    back_again = keeping_told(second, second._replace(title=entered.title, index_number=""))
    assert back_again == entered
    # notes are no portal's, and who marks it in the same change speaks of it as it is then
    assert keeping_told(entered, entered._replace(notes="n")).entered_as == {}
    anew = {"AAPC": (PortalStep("entered", TODAY),)}
    assert keeping_told(entered, entered._replace(title="Other", portal=anew)).entered_as == {}
