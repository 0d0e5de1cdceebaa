"""Rules that are corrected under an open cycle: it follows, its holder is told once, closed ones stay."""

from decimal import Decimal

import pytest

from ceulog.domain.cycles import Closing, Cycle
from ceulog.domain.editions import Correction, Organization
from ceulog.domain.requirements import Cap
from ceulog.domain.rule_news import facts_of, rule_news, settled
from ceulog.wording.explain_ahead import news_sentences
from tests.builders import a_cycle, day, shipped

FIRST = Correction(day("2026-12-01"), "The CPMA minimum is 12 auditing CEUs, not 16")
SECOND = Correction(day("2027-02-01"), "CIRCC has no minimum")


def aapc(*corrections: Correction, newest: bool = True) -> Organization:
    """AAPC's rules, with corrections to the edition of 2017; or without that edition at all."""
    organization = shipped().organizations["AAPC"]
    *older, last = organization.edition
    editions = (*older, last._replace(correction=corrections)) if newest else tuple(older)
    return organization._replace(edition=editions)


def test_nothing_is_new_of_rules_that_did_not_change() -> None:
    assert rule_news(a_cycle(), aapc()) is None
    assert rule_news(settled(a_cycle(), aapc()), aapc()) is None


def test_a_cap_asks_for_all_its_limits() -> None:
    cap = Cap("teaching", percent=20, per_activity=Decimal(10))
    assert facts_of(aapc().edition[-1]._replace(requirement=(cap,)))["teaching"] == "20 %, 10 of one activity"


@pytest.mark.parametrize("seen", ["", "aapc-2017"])
def test_a_correction_is_news_until_it_is_seen(seen: str) -> None:
    cycle = a_cycle(rules_seen=seen)
    news = rule_news(cycle, aapc(FIRST))
    assert news is not None
    assert (news.before, news.corrections) == ("", (FIRST,))
    assert rule_news(settled(cycle, aapc(FIRST)), aapc(FIRST)) is None


def test_only_what_came_since_is_told() -> None:
    cycle = settled(a_cycle(), aapc(FIRST))
    assert cycle.rules_seen == "aapc-2017+1"
    news = rule_news(cycle, aapc(FIRST, SECOND))
    assert news is not None
    assert news.corrections == (SECOND,)


def test_an_edition_that_was_found_later_is_news() -> None:
    cycle: Cycle = settled(a_cycle(), aapc(newest=False))
    assert cycle.rules_seen == "aapc-2015"
    news = rule_news(cycle, aapc())
    assert news is not None
    assert (news.before, news.edition.id) == ("aapc-2015", "aapc-2017")


def test_one_more_credential_in_the_rules_is_no_news_to_who_holds_others() -> None:
    ahima = shipped().organizations["AHIMA"]
    told = settled(a_cycle(), ahima)
    *older, last = ahima.edition

    def now(figures: dict[str, Decimal]) -> Organization:
        pool = last.pool._replace(figures={**figures, **last.pool.figures, **figures})
        return ahima._replace(edition=(*older, last._replace(pool=pool)))

    made_up = {"XYA": Decimal(20), "XYB": Decimal(20), "XYC": Decimal(30)}
    assert rule_news(told, now(made_up)) is None
    news = rule_news(told, now(made_up | {"CCS": Decimal(25)}))
    assert news is not None
    assert [each.label for each in news.changes] == ["total"]


def test_a_closed_cycle_has_no_news() -> None:
    assert rule_news(a_cycle(closing=Closing(day("2027-04-01"), {}, {})), aapc(FIRST)) is None


def test_the_notice_names_the_change_and_says_what_follows() -> None:
    news = rule_news(a_cycle(), aapc(FIRST))
    assert news is not None
    (sentence,) = news_sentences(news, "renewal period")
    assert sentence == (
        "Edition aapc-2017 was corrected on Dec 1, 2026: The CPMA minimum is 12 auditing CEUs, not 16. "
        "Your open renewal period follows; closed ones stay as they were."
    )
