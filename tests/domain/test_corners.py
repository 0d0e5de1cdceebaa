"""Corners of counting where two rules meet; each stands here because a program once went wrong in it."""

import datetime as dt
from typing import Any

import pytest

from ceulog.domain.activities import Activity
from ceulog.domain.closed import keeping
from ceulog.domain.cycles import Closing
from ceulog.domain.entries import Entry, compose
from ceulog.domain.holdings import Holding, adopt, amend, release
from ceulog.domain.progress import organization_progress
from ceulog.domain.refusals import Refusal
from ceulog.domain.standing_changes import renew
from ceulog.domain.state import Edit, LogState
from ceulog.domain.supposing import supposing
from ceulog.domain.ticking import tick
from ceulog.exchange.csv_out import export_rows
from ceulog.exchange.status import organization_object
from tests.builders import TODAY, a_cycle, a_log, a_planned, a_tick, an_activity, an_override, day, progress_of, shipped
from tests.cases import Case, table

CPC, CPMA, CCS = ("CPC", "2019-05-14"), ("CPMA", "2020-02-01"), ("CCS", "2020-01-01")
EXTENDED = a_cycle("2025-02-01", "2027-01-31", extension="2027-04-30")


def at_ahima(ceus: str, on: str, **more: Any) -> Activity:
    return an_activity(ceus, on, at="AHIMA", **more)


OUTSIDE_FOUR = at_ahima("4", "2025-03-01", domain=25)
OUTSIDE_THREE = at_ahima("3", "2025-03-01", domain=25)
FIRST = at_ahima("2", "2026-01-01", domain=25, index_number="Q", id="1st")
SECOND = at_ahima("2", "2026-02-01", domain=18, index_number="Q", id="2nd")


def closed(log: LogState, code: str, on: str) -> LogState:
    """The log after its organization's cycle was closed on a day."""
    found = organization_progress(log, shipped(), code, day(on))
    assert found is not None
    return log.after(renew(log, found, organization_object(found)).edits)


IN_EXTENSION = a_log(
    at_ahima("20", "2027-02-09", id="then", provided_by="ahima"), held=[CCS], cycles={"AHIMA": EXTENDED},
    ticks=[a_tick("CCS", "2027-02-09")],
)  # fmt: skip

ROWS = {
    "an extension, once its cycle is closed": (
        Case(
            "keeps its ticks and entries out of the next cycle",
            closed(IN_EXTENSION, "AHIMA", "2027-02-10"),
            {"CCS self-assessment": "0 / 1", "then": "outside-cycle", "pool": "0 / 20"},
            at="AHIMA", on="2027-02-11",
        ),
        Case(
            "leaves to the next cycle what was logged too late for it",
            closed(IN_EXTENSION, "AHIMA", "2027-05-05").after([Edit(None, at_ahima("2", "2027-04-20", id="late"))]),
            {"late": "2", "pool": "2 / 20"},
            at="AHIMA", on="2027-05-06",
        ),
    ),
    "a duplicate of what the cap leaves nothing of": (
        Case(
            "counts, for the excluded one uses nothing up",
            a_log(OUTSIDE_FOUR, FIRST, SECOND, held=[CCS]),
            {"1st": "over-cap", "2nd": "2", "pool": "6 / 20"}, at="AHIMA",
        ),
        Case(
            "does not when the cap lets a part of the first through",
            a_log(OUTSIDE_THREE, FIRST, SECOND, held=[CCS]),
            {"1st": "1 of 2: over-cap", "2nd": "duplicate", "pool": "4 / 20"}, at="AHIMA",
        ),
        Case(
            "is over the cap itself where that is used up",
            a_log(OUTSIDE_FOUR, FIRST, SECOND._replace(domain=25), held=[CCS]),
            {"1st": "over-cap", "2nd": "over-cap", "pool": "4 / 20"}, at="AHIMA",
        ),
    ),
    "planned": (
        Case(
            "is the rise: an earlier plan of the same number takes the place of what was done",
            a_log(an_activity("2", "2026-02-01", index_number="Q", id="done"),
                  a_planned("4", "2026-01-01", index_number="Q", id="plan")),
            {"pool": "2 / 36", "planned": "2", "done": "2", "plan": "planned"},
        ),
        Case(
            "is never less than nothing",
            a_log(an_activity("4", "2026-02-01", index_number="Q"), a_planned("2", "2026-01-01", index_number="Q")),
            {"pool": "4 / 36", "planned": "0"},
        ),
    ),
    "a credential awarded after the cycle's end": (
        Case(
            "is none of that cycle's",
            a_log(an_activity("36"), held=[CPC, ("CPMA", "2027-04-10")]),
            {"pool": "36 / 36", "bars": "CPC", "state": "ready-to-close"}, on="2027-04-12",
        ),
        Case(
            "replaces nothing in it",
            a_log(at_ahima("20", "2026-01-01", provided_by="ahima"),
                  held=[("RHIT", "2020-01-01"), ("RHIA", "2027-01-05")]),
            {"pool": "20 / 20", "bars": "RHIT"}, at="AHIMA", on="2027-01-10",
        ),
    ),
    "an override above the rule's sum": (
        Case(
            "goes to the first, also where the ceiling left a zero share",
            a_log(held=[("RHIA", "2020-01-01"), CCS, ("CCA", "2021-01-01"), ("CCS-P", "2022-01-01")],
                  cycles={"AHIMA": a_cycle("2025-01-01", "2026-12-31", required="57.5")}),
            {"RHIA": "0 / 37.5", "CCS": "0 / 10", "CCA": "0 / 10", "CCS-P": "0 / 0"}, at="AHIMA",
        ),
        Case(
            "and one below it is cut from the end",
            a_log(held=[("RHIA", "2020-01-01"), CCS, ("CCA", "2021-01-01"), ("CCS-P", "2022-01-01")],
                  cycles={"AHIMA": a_cycle("2025-01-01", "2026-12-31", required="35")}),
            {"RHIA": "0 / 30", "CCS": "0 / 5", "CCA": "0 / 0", "CCS-P": "0 / 0"}, at="AHIMA",
        ),
    ),
    "the renewal month before the first cycle of the log": (
        Case(
            "may have been kept for this one",
            a_log(an_activity("2", "2025-03-20", next_cycle=True, id="kept"), an_activity("2", "2025-03-20", id="not")),
            {"kept": "2", "not": "outside-cycle", "pool": "2 / 36"},
        ),
    ),
}  # fmt: skip


@table(ROWS)
def test_corners(case: Case) -> None:
    case.check()


def test_what_is_excluded_from_before_the_award_is_named_whatever_the_reason() -> None:
    log = a_log(
        an_activity("1", "2024-01-01", id="gone", trashed="2024-02-01"), a_planned("1", "2024-01-02", id="plan"),
        an_activity("1", "2024-01-03", id="early"), held=[("CPC", "2025-09-09")],
    )  # fmt: skip
    assert {each.activity.id: each.reason for each in progress_of(log).excluded} == {
        "gone": "in-trash", "plan": "planned", "early": "before-award",
    }  # fmt: skip


def test_the_choice_of_the_renewal_month_is_open_for_the_month_before_the_first_cycle() -> None:
    entry = Entry(title="Chapter meeting", date=day("2025-03-20"), ceus=an_override("2").ceus, next_cycle=True)
    assert compose(entry, a_log(), shipped(), TODAY, new_id="a").next_cycle


def test_a_closed_cycle_keeps_what_it_counted_through_edits_and_the_trash() -> None:
    counted = an_activity("36", "2027-03-01", id="a", title="Conference", index_number="Q1")
    log = closed(a_log(counted), "AAPC", "2027-04-05")
    rows = export_rows(log, shipped(), day("2027-04-06"), cycle="previous")
    edited = counted._replace(title="Changed", ceus=an_override("1").ceus, credits={"AAPC": an_override("1").ceus},
                              index_number="", date=day("2027-03-02"))  # fmt: skip
    for now in (edited, counted._replace(trashed=dt.date(2027, 4, 6))):
        after = log.after([Edit(counted, keeping(counted, now, log.memberships.values()))])
        assert export_rows(after, shipped(), day("2027-04-07"), cycle="previous") == rows


def test_what_a_closed_cycle_counted_still_uses_its_index_number() -> None:
    counted = an_activity("36", "2027-03-01", id="a", index_number="Q1")
    log = closed(a_log(counted), "AAPC", "2027-04-05")
    again = an_activity("2", "2027-04-02", id="again", index_number="q 1")
    trashed = log.after([Edit(counted, counted._replace(trashed=day("2027-04-06"))), Edit(None, again)])
    other = keeping(counted, counted._replace(index_number="other"), log.memberships.values())
    renumbered = log.after([Edit(counted, other), Edit(None, again)])
    for state in (trashed, renumbered):
        standings = progress_of(state, on="2027-04-07").standings
        assert {each.activity.id: each.reason for each in standings}["again"] == "duplicate"


def test_an_entry_that_was_not_changed_since_is_shown_as_it_is() -> None:
    counted = an_activity("36", "2025-03-01", id="a")
    closing = Closing(day("2025-04-05"), {}, {"a": {"CPC": "36"}})
    log = a_log(counted, cycles={"AAPC": (a_cycle("2023-04-01", "2025-03-31", closing=closing), a_cycle())})
    (row,) = export_rows(log, shipped(), TODAY, cycle="previous")
    assert (row["activity_id"], row["ceus_applied"]) == ("a", "36")


def test_what_a_closed_cycle_counted_counts_in_no_other_wherever_its_date_goes() -> None:
    counted = an_activity("36", "2027-03-01", id="a", index_number="Q1")
    log = closed(a_log(counted), "AAPC", "2027-04-05")
    again = an_activity("2", "2027-04-03", id="again", index_number="Q1")
    for now in (
        counted._replace(date=day("2027-04-04")), counted._replace(credits={}), counted._replace(status="planned"),
        counted._replace(date=day("2019-01-01")),
    ):  # fmt: skip
        moved = keeping(counted, now, log.memberships.values())
        found = progress_of(log.after([Edit(counted, moved), Edit(None, again)]), on="2027-04-07")
        assert found.earned == 0, now
        assert next(each.reason for each in found.standings if each.activity.id == "again") == "duplicate"


def test_a_late_entry_of_a_closed_cycle_uses_up_no_index_number() -> None:
    log = closed(a_log(an_activity("36", "2027-03-01")), "AAPC", "2027-04-05")
    new = an_activity("5", "2027-04-02", id="new", index_number="Z1")
    late = an_activity("5", "2027-03-15", id="late", index_number="Z1")
    found = progress_of(log.after([Edit(None, new), Edit(None, late)]), on="2027-04-07")
    assert str(found.earned) == "5"
    assert {each.activity.id: each.reason for each in found.standings}["new"] is None


def test_a_tick_after_closing_in_an_old_extension_opens_nothing_twice() -> None:
    log = closed(IN_EXTENSION, "AHIMA", "2027-02-10")
    change = tick(log, shipped(), "CCS", "", day("2027-04-01"), day("2027-04-02"), lambda: "new")
    assert change.edits
    found = progress_of(log.after(change.edits), "AHIMA", on="2027-04-02")
    assert found.credentials[0].bars[1].met


def test_the_open_cycle_is_not_laid_over_a_closed_one() -> None:
    log = closed(a_log(an_activity("36", "2027-03-01")), "AAPC", "2027-04-05")
    today = day("2027-04-06")
    with pytest.raises(Refusal, match="is closed, so the open one begins on 2027-04-01"):
        amend(log, shipped(), "CPC", Holding(cycle_start=day("2026-01-01")), today)
    gone = log.after(release(log, shipped(), "CPC").edits)
    again = Holding(earned=day("2019-05-14"), cycle_start=day("2025-04-01"), cycle_end=day("2027-03-31"))
    with pytest.raises(Refusal, match="is closed"):
        adopt(gone, shipped(), "CPC", again, today, lambda: "x")
    later = again._replace(cycle_start=None, cycle_end=day("2029-02-28"))
    followed = adopt(gone, shipped(), "CPC", later, today, lambda: "x")
    (member,) = gone.after(followed.edits).memberships.values()
    assert member.current.start == day("2027-04-01")


def test_what_if_of_a_cycle_that_is_over_says_so() -> None:
    with pytest.raises(Refusal, match="would count from the next one on"):
        supposing(a_log(), shipped(), ["CRC"], day("2027-04-06"))
    assert supposing(a_log(), shipped(), ["crc", "CRC"], TODAY).credential("CRC")


def test_many_entries_of_one_junk_number_take_no_time_beyond_measure() -> None:
    junk = [at_ahima("1", "2026-01-01", domain=25, index_number="see certificate", id=f"j{n:03}") for n in range(150)]
    found = progress_of(a_log(OUTSIDE_FOUR, *junk, held=[CCS]), "AHIMA")
    assert str(found.earned) == "4"
