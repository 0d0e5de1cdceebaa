"""The one next activity: what it should be, and that each CEU of it moves just the bars it names."""

import pytest
from hypothesis import given, settings

from ceulog.domain.activities import Activity
from ceulog.domain.state import Edit
from ceulog.domain.suggesting import gaps_of, suggestion
from ceulog.wording.explain_next import suggestion_sentence
from tests.builders import TODAY, a_log, an_activity, shipped
from tests.domain.test_progress_properties import HELD, LOGS, found
from tests.domain.test_rule_words import EACH, entry
from tests.domain.test_rule_words import log as own_log
from tests.domain.test_rule_words import rules as own_rules
from tests.effort import tries

BOTH = [("CPC", "2019-05-14"), ("CPMA", "2020-02-01"), ("CFPC", "2020-02-01"), ("CCS", "2020-02-03")]


def test_it_serves_both_bodies_the_worst_minimum_and_the_share() -> None:
    log = a_log(an_activity("2", approved_for="CPMA"), held=BOTH)
    found = suggestion(log, shipped(), TODAY)
    assert found is not None
    assert set(found.organizations) == {"AAPC", "AHIMA"}
    assert found.approved_for == ("CPMA",)  # 14 auditing CEUs are missing, 8 for the CFPC
    assert found.labels == ("from AHIMA or a component association",)
    assert {(each.credential or each.organization, each.label) for each in found.gaps} == {
        ("AAPC", "total"), ("CPMA", "auditing"), ("AHIMA", "total"), ("AHIMA", "from AHIMA or a component association"),
    }  # fmt: skip


def test_what_is_met_is_not_asked_for() -> None:
    log = a_log(an_activity("60", at="AAPC", approved_for="CPMA"), held=[("CPC", "2019-05-14"), ("CPMA", "2020-02-01"),
                ("CCS", "2020-02-03")])  # fmt: skip
    found = suggestion(log, shipped(), TODAY)
    assert found is not None
    assert (found.organizations, found.approved_for) == (("AHIMA",), ())


def test_nothing_is_suggested_when_nothing_is_short() -> None:
    assert suggestion(a_log(an_activity("36")), shipped(), TODAY) is None
    assert suggestion(a_log(held=()), shipped(), TODAY) is None


@pytest.mark.parametrize(
    ("field", "value"),
    [("type", "webinar"), ("provided_by", "ahima"), ("domain", "22"), ("approved_for", "A"), ("sponsor", "Body")],
)
def test_it_has_the_value_that_a_share_asks_for(field: str, value: str) -> None:
    share = (
        '[[edition.requirement]]\nkind = "share"\nlabel = "ours"\npercent = 25\n'
        f'where = {{ field = "{field}", any_of = ["{value}"] }}\n'
    )
    found = suggestion(own_log(entry("9")), own_rules(EACH + share), TODAY)
    assert found is not None
    assert {each.label for each in found.gaps} == {"total", "ours"}


def test_the_sentence() -> None:
    found = suggestion(a_log(an_activity("2", approved_for="CPMA"), held=BOTH[:2]), shipped(), TODAY)
    assert found is not None
    assert suggestion_sentence(found) == (
        "An activity approved for CPMA, with CEUs from AAPC: each CEU fills the total of AAPC (38 missing) and "
        "“auditing” for CPMA (14 missing)."
    )


@settings(max_examples=tries(30, 100))
@given(LOGS)
def test_each_ceu_of_it_moves_the_gaps_that_it_names(activities: tuple[Activity, ...]) -> None:
    log = a_log(*activities, held=HELD)
    told = suggestion(log, shipped(), TODAY)
    if told is None:
        return
    one = an_activity(
        "1", TODAY, credits=dict.fromkeys(told.organizations, "1"), approved_for=told.approved_for,
        provided_by="ahima" if told.labels else None,
    )  # fmt: skip
    before = {gap[:3]: gap.missing for each in found(log) for gap in gaps_of(each)}
    after = {gap[:3]: gap.missing for each in found(log.after([Edit(None, one)])) for gap in gaps_of(each)}
    assert {gap[:3] for gap in told.gaps} == {key for key, missing in before.items() if after.get(key, 0) < missing}
