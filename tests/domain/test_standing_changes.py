"""What is set for an organization: the first and the last day that each date may be."""

import datetime as dt
from decimal import Decimal

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.domain.standing_changes import Settings, proposed_due, set_organization
from ceulog.domain.state import LogState
from tests.builders import a_log, day, shipped

ASKED = day("2026-11-23")
ENDS = day("2027-03-31")


def settled(log: LogState, given: Settings) -> LogState:
    return log.after(set_organization(log, shipped().organizations["AAPC"], given, ASKED).edits)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Settings(verification_asked=ASKED, verification_due=ASKED), ""),
        (Settings(verification_asked=ASKED, verification_due=ASKED - dt.timedelta(1)), "verification_due"),
        (Settings(verification_asked=ASKED + dt.timedelta(1)), "verification_asked"),
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


SET = Settings(
    dues_date=day("2027-01-31"), dues_amount=Decimal(205), edition="aapc-2015", extension=day("2027-06-30"),
    verification_asked=ASKED, verification_due=day("2026-12-23"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("field", "gone"),
    [
        ("dues_date", {"dues_date"}), ("dues_amount", {"dues_amount"}), ("edition", {"edition"}),
        ("extension", {"extension"}), ("verification_due", {"verification_due"}),
        ("verification_asked", {"verification_asked", "verification_due"}),
    ],
)  # fmt: skip
def test_a_setting_that_is_cleared_is_gone_and_no_other(field: str, gone: set[str]) -> None:
    def there(log: LogState) -> set[str]:
        (member,) = log.memberships.values()
        fields = member.current._asdict() | member._asdict()
        return {name for name in Settings._fields if fields.get(name)}

    log = settled(a_log(), SET)
    assert there(log) - there(settled(log, Settings(cleared=frozenset({field})))) == gone


@pytest.mark.parametrize(
    ("given", "seen"),
    [
        (Settings(edition="aapc-2015"), "aapc-2015"), (Settings(cleared=frozenset({"edition"})), "aapc-2017"),
        (Settings(news_seen=True), "aapc-2017"), (Settings(member_id="1"), ""),
    ],
)  # fmt: skip
def test_who_chooses_an_edition_has_been_told_of_it(given: Settings, seen: str) -> None:
    (member,) = settled(a_log(), given).memberships.values()
    assert (member.current.rules_seen, bool(member.current.facts_seen)) == (seen, bool(seen))


def test_the_last_day_for_an_answer_is_proposed_where_it_is_known() -> None:
    body = shipped().organizations["AAPC"]
    for days, due in ((None, None), (1, day("2026-11-24")), (30, day("2026-12-23"))):
        known = body._replace(verification=body.verification._replace(days=days))
        assert proposed_due(known, ASKED) == due
