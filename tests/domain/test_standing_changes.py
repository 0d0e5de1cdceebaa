"""What is set for an organization: the first and the last day that each date may be."""

import datetime as dt

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.domain.standing_changes import Settings, set_organization
from ceulog.domain.state import LogState
from tests.builders import a_log, day, shipped

ASKED = day("2026-11-23")
ENDS = day("2027-03-31")


def settled(log: LogState, given: Settings) -> LogState:
    return log.after(set_organization(log, shipped().organizations["AAPC"], given).edits)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Settings(verification_asked=ASKED, verification_due=ASKED), ""),
        (Settings(verification_asked=ASKED, verification_due=ASKED - dt.timedelta(1)), "verification_due"),
        (Settings(extension=ENDS + dt.timedelta(1)), ""),
        (Settings(extension=ENDS), "extension"),
        (Settings(dues_paid=True), "dues_date"),
    ],
)
def test_each_date_is_taken_from_its_first_day_on(given: Settings, field: str) -> None:
    if not field:
        settled(a_log(), given)
        return
    with pytest.raises(Refusal) as refused:
        settled(a_log(), given)
    assert refused.value.field == field
