"""The steps round due dates: on which day, by which due date, and what is near."""

from decimal import Decimal

from ceulog.domain.advice import needs
from ceulog.domain.state import LogState
from ceulog.wording.explain_ahead import date_lines, dues_words, next_date_words
from tests.builders import a_cycle, a_log, an_activity, day, progress_of


def with_dues(on: str, amount: str | None = "205") -> LogState:
    log = a_log()
    (member,) = log.memberships.values()
    paid = member._replace(dues_date=day(on), dues_amount=None if amount is None else Decimal(amount))
    return LogState(memberships={member.id: paid}, credentials=log.credentials)


def test_steps_before_the_due_date_go_by_the_end_and_later_ones_by_the_extension() -> None:
    found = progress_of(a_log(cycles={"AAPC": a_cycle(extension="2027-06-30")}))
    days = [each.date.isoformat() for each in found.ladder]
    assert days[0] == "2027-02-28"
    assert "2027-06-30" in days
    assert "2027-09-28" in days


def test_no_dues_no_steps_of_theirs() -> None:
    assert {each.step.of for each in progress_of(a_log()).ladder} == {"cycle"}
    assert {each.step.of for each in progress_of(with_dues("2026-12-31")).ladder} == {"cycle", "dues"}


def test_dues_are_spoken_of_when_they_are_near_or_late() -> None:
    for on, spoken in (("2026-11-16", False), ("2026-11-17", True), ("2027-01-02", True)):
        kinds = [each.kind for each in needs([progress_of(with_dues("2027-01-01"), on=on)])]
        assert ("dues" in kinds) is spoken
    assert dues_words(progress_of(with_dues("2027-01-01"), on="2027-01-02")) == (
        "dues of USD 205 on Jan 1, 2027, 1 day overdue"
    )
    assert dues_words(progress_of(with_dues("2027-01-01", None))).startswith("dues on Jan 1, 2027")
    assert dues_words(progress_of(a_log())) == ""


def test_what_is_near_is_said_and_what_is_far_is_not() -> None:
    log = a_log()
    assert next_date_words(progress_of(log, on="2026-12-01"), 45) == ""
    assert next_date_words(progress_of(log, on="2027-02-20"), 45) == (
        "Feb 28, 2027: The CEU Tracker takes your submission from now on, once the total is in it."
    )


def test_overdue_says_what_holds_and_what_comes_next_with_its_price() -> None:
    said = next_date_words(progress_of(a_log(), on="2027-04-04"), 45)
    assert said.startswith("Since Mar 31, 2027: An extension can be bought")
    assert "USD 50. Jun 29, 2027: Certifications whose CEUs are still missing are revoked." in said
    assert "USD 200" in next_date_words(progress_of(a_log(), on="2027-07-04"), 45)


def test_a_complete_log_is_not_threatened() -> None:
    assert next_date_words(progress_of(a_log(an_activity("36")), on="2027-04-04"), 45) == ""


def test_past_steps_are_not_listed_those_in_force_are() -> None:
    lines = list(date_lines(progress_of(a_log(), on="2027-07-04")))
    assert not any("Submission" in each or "submission" in each for each in lines)
    assert any("revoked" in each for each in lines)
