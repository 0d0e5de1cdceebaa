"""Rules that are corrected under an open cycle: it follows, its holder is told once, closed ones stay."""

from decimal import Decimal

import pytest

from ceulog.domain.cycles import Closing, Cycle
from ceulog.domain.editions import Correction, Organization
from ceulog.domain.requirements import Cap
from ceulog.domain.rule_news import facts_of, rule_news, settled
from ceulog.wording.explain_ahead import news_sentences
from tests.builders import a_cycle, day, shipped
from tests.domain.test_rule_words import rules

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


LABELLED = 'label = "x"\nsource = "s"\n'
FOR_A = f'{LABELLED}credentials = ["A"]\n'
QUIZ = 'where = { field = "type", any_of = ["quiz"] }\n'
PART = "[[edition.requirement.of]]\n"
COURSE = f'label = "a course"\nhours = 80\n{QUIZ}'


@pytest.mark.parametrize(
    ("pool", "total"),
    [
        ('kind = "by-count", table = [36, 40]', "36, 40"),
        ('kind = "each", figures = { A = 10, B = 12.5, C = 20 }', "A 10, B 12.5, C 20"),
        (
            'kind = "largest-plus", plus = 10, ceiling = 50, figures = { A = 20, B = 30, C = 20 }',
            "A 20, B 30, C 20, +10, at most 50",
        ),
    ],
)
def test_what_is_owed_in_all_is_kept_in_these_words(pool: str, total: str) -> None:
    (edition,) = rules(f"pool = {{ {pool} }}\n").organizations["BODY"].edition
    assert facts_of(edition) == {"total": total}


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (f'kind = "minimum"\n{FOR_A}ceus = 16', "16 for A"),
        (f'kind = "minimum"\n{FOR_A}groups = ["special"]\nceus = 16\nwhen_alone = 36', "16, 36 alone for A, special"),
        (f'kind = "share"\n{LABELLED}percent = 40\n{QUIZ}', "40 %"),
        (f'kind = "cap"\n{LABELLED}percent = 20\nper_activity = 10\n{QUIZ}', "20 %, 10 of one activity"),
        (f'kind = "cap"\n{LABELLED}per_activity = 10\n{QUIZ}', "10 of one activity"),
        (f'kind = "tick"\n{FOR_A}boxes = 2', "2 for A"),
        (f'kind = "tick"\n{FOR_A}boxes = 2\nceus = 5', "2 of 5 CEUs for A"),
        (f'kind = "hours"\n{FOR_A}hours = 80\n{QUIZ}', "80 hours for A"),
        (
            f'kind = "any_of"\n{FOR_A}{PART}kind = "tick"\nlabel = "a letter"\n{PART}kind = "hours"\n{COURSE}',
            "(a letter: 1) or (a course: 80 hours) for A",
        ),
    ],
)
def test_what_a_requirement_asks_for_is_kept_in_these_words(rule: str, words: str) -> None:
    pool = 'pool = { kind = "by-count", table = [36] }\n'
    (edition,) = rules(f"{pool}[[edition.requirement]]\n{rule}\n").organizations["BODY"].edition
    assert facts_of(edition) == {"total": "36", "x": words}


def test_of_two_requirements_of_one_label_each_is_kept() -> None:
    both = (f'[[edition.requirement]]\nkind = "{kind}"\n{FOR_A}{what}\n'
            for kind, what in (("minimum", "ceus = 16"), ("tick", "boxes = 2")))  # fmt: skip
    text = 'pool = { kind = "by-count", table = [36] }\n' + "".join(both)
    (edition,) = rules(text).organizations["BODY"].edition
    assert facts_of(edition) == {"total": "36", "x": "16 for A", "x (tick)": "2 for A"}


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
