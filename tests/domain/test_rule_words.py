"""Every word of the rule language, written in TOML as a body's file would have it, and counted with."""

import datetime as dt
from decimal import Decimal

import pytest

from ceulog.domain.bars import BarMaker
from ceulog.domain.editions import Rulebook
from ceulog.domain.progress import OrganizationProgress, frame_of
from ceulog.domain.state import LogState
from ceulog.domain.tally import tally
from ceulog.rulebook.errors import BadRules
from ceulog.rulebook.loader import read_rules
from tests.builders import TODAY, a_cycle, a_held, a_log, a_tick, an_activity, an_override, progress_of
from tests.facts import facts

HEAD = """
schema = 1
[organization]
code = "BODY"
name = "Body"
[[credential]]
code = "A"
name = "Alpha"
[[credential]]
code = "B"
name = "Beta"
group = "special"
[[credential]]
code = "C"
name = "Gamma"
group = "special"
replaces = ["A"]
[[edition]]
id = "body-1"
starts = 2020-01-01
source = "a test"
"""
EACH = 'pool = { kind = "each", figures = { A = 10, B = 12, C = 20 } }\n'


def rules(text: str) -> Rulebook:
    organization, domains = read_rules("body.toml", HEAD + text)
    return Rulebook({"BODY": organization}, domains)


def log(*activities: object, held: str = "A", **more: object) -> LogState:
    holdings = [a_held(code, "2020-01-01", "BODY") for code in held]
    cycles = more.pop("cycles", {"BODY": a_cycle("2025-01-01", "2026-12-31")})
    return a_log(*activities, held=holdings, cycles=cycles, **more)  # type: ignore[arg-type]  # builders check


def found(text: str, state: LogState) -> dict[str, str]:
    return facts(progress(text, state))


def progress(text: str, state: LogState) -> OrganizationProgress:
    return progress_of(state, "BODY", rulebook=rules(text))


def entry(ceus: str = "1", **fields: object) -> object:
    return an_activity(ceus, at="BODY", **fields)  # type: ignore[arg-type]  # builders check


@pytest.mark.parametrize(("held", "needed"), [("A", "36"), ("AB", "40"), ("B", "36"), ("BC", "40")])
def test_pool_by_count_goes_by_the_number_held(held: str, needed: str) -> None:
    text = 'pool = { kind = "by-count", table = [36, 40] }'
    assert found(text, log(entry("3"), held=held))["pool"] == f"3 / {needed}"


@pytest.mark.parametrize(
    ("held", "parts"),
    [("A", {"A": "9 / 20"}), ("AB", {"B": "9 / 30", "A": "0 / 10"}), ("BC", {"B": "9 / 30", "C": "0 / 5"})],
)
def test_pool_largest_plus_adds_for_each_further_one_up_to_the_ceiling(held: str, parts: dict[str, str]) -> None:
    ceiling = 35 if held == "BC" else 50
    text = f'pool = {{ kind = "largest-plus", plus = 10, ceiling = {ceiling}, figures = {{ A = 20, B = 30, C = 20 }} }}'
    seen = found(text, log(entry("9"), held=held))
    assert {code: seen[code] for code in parts} == parts


def test_pool_each_counts_every_ceu_for_every_credential() -> None:
    seen = found(EACH, log(entry("11"), held="AB"))
    assert (seen["A"], seen["B"], seen["A complete"], seen["B complete"]) == ("11 / 10", "11 / 12", "yes", "no")
    assert seen["pool"] == "11 / 12"  # the one that is furthest behind


def test_minimum_counts_what_is_approved_for_the_credential() -> None:
    text = EACH + '[[edition.requirement]]\nkind = "minimum"\nlabel = "beta"\nceus = 5\ncredentials = ["B"]\n'
    seen = found(text, log(entry("2", approved_for="B"), entry("9"), held="AB"))
    assert (seen["B"], seen["B beta"], seen["B total"]) == ("2 / 5", "2 / 5", "11 / 12")


def test_minimum_by_group_and_with_a_property_of_its_own() -> None:
    text = EACH + (
        '[[edition.requirement]]\nkind = "minimum"\nlabel = "by teaching"\nceus = 3\ngroups = ["special"]\n'
        'where = { field = "type", any_of = ["teaching"] }\n'
    )
    seen = found(text, log(entry("2", type="teaching"), entry("9"), held="AB"))
    assert seen["B by teaching"] == "2 / 3"
    assert "A by teaching" not in seen


@pytest.mark.parametrize(("held", "needed"), [("B", "12"), ("AB", "5")])
def test_when_alone_the_minimum_is_another(held: str, needed: str) -> None:
    text = EACH + (
        '[[edition.requirement]]\nkind = "minimum"\nlabel = "beta"\nceus = 5\nwhen_alone = 12\ncredentials = ["B"]\n'
    )
    assert found(text, log(held=held))["B beta"] == f"0 / {needed}"


SHARE = (
    '[[edition.requirement]]\nkind = "share"\nlabel = "ours"\npercent = 25\nswitchable = true\n'
    'where = { field = "provided_by", any_of = ["ahima"] }\n'
)


def test_share_is_rounded_up_and_counts_the_property_alone() -> None:
    seen = found(EACH + SHARE, log(entry("2", provided_by="ahima"), entry("9")))
    assert (seen["ours"], seen["complete"]) == ("2 / 3", "no")  # 25 % of 10 is 2.5


@pytest.mark.parametrize(("share", "there"), [(None, True), (True, True), (False, False)])
def test_a_switchable_share_can_be_switched_off_for_a_cycle(share: bool | None, there: bool) -> None:
    cycles = {"BODY": a_cycle("2025-01-01", "2026-12-31", share=share)}
    assert ("ours" in found(EACH + SHARE, log(cycles=cycles))) is there


def test_cap_by_percent_is_rounded_down_and_lets_a_part_through() -> None:
    text = EACH + (
        '[[edition.requirement]]\nkind = "cap"\nlabel = "outside"\npercent = 25\n'
        'where = { field = "domain", any_of = ["25"] }\n'
    )
    seen = found(text, log(entry("5", domain=25, id="out"), entry("5", id="in")))
    assert (seen["out"], seen["in"], seen["pool"]) == ("2 of 5: over-cap", "5", "7 / 10")


@pytest.mark.parametrize(
    ("first", "kept"),
    [("", {"early": 2, "late": 0}), ('first = { field = "sponsor", any_of = ["Body"] }\n', {"early": 0, "late": 2})],
)
def test_a_cap_lets_through_what_it_names_first_then_the_earlier(first: str, kept: dict[str, int]) -> None:
    text = EACH + (
        '[[edition.requirement]]\nkind = "cap"\nlabel = "outside"\npercent = 25\n'
        f'where = {{ field = "domain", any_of = ["25"] }}\n{first}'
    )
    early = entry("2", domain=25, id="early", on="2025-05-01", sponsor="Elsewhere")
    late = entry("2", domain=25, id="late", on="2026-05-01", sponsor="Body")
    assert {each.activity.id: each.counted for each in progress(text, log(early, late)).standings} == kept


def test_what_is_asked_of_the_organization_is_no_bar_of_a_credential() -> None:
    state, book = log(), rules(EACH + SHARE)
    frame = frame_of(state, book, "BODY", TODAY)
    assert frame is not None
    maker = BarMaker(state, frame, tally(state, frame), alone=True)
    with pytest.raises(TypeError, match="share is no requirement of a credential"):
        maker.own(frame.edition.shares[0], frame.held[0])


def test_what_a_cap_leaves_nothing_of_fills_nothing() -> None:
    text = (
        'pool = { kind = "by-count", table = [36] }\n[[edition.requirement]]\nkind = "cap"\nlabel = "none"\n'
        'percent = 1\nwhere = { field = "domain", any_of = ["25"] }\n'
    )
    (standing,) = progress(text, log(entry("5", domain=25))).standings
    assert standing.counted == 0
    assert standing.reason == "over-cap"
    assert not standing.applied
    assert not standing.minimum


def test_cap_of_a_single_activity() -> None:
    text = EACH + (
        '[[edition.requirement]]\nkind = "cap"\nlabel = "one event"\nper_activity = 4\n'
        'where = { field = "sponsor", none_of = ["Body"] }\n'
    )
    seen = found(text, log(entry("9", sponsor="Elsewhere", id="other"), entry("5", sponsor="Body", id="own")))
    assert (seen["other"], seen["own"]) == ("4 of 9: over-cap", "5")


@pytest.mark.parametrize(
    ("sponsor", "is_own"),
    [
        ("Body", True), ("BODY", True), ("Elsewhere/Body", True), ("Body,Elsewhere", True), ("The Body webinar", True),
        ("Bodyguard", False), ("", False),
    ],
)  # fmt: skip
def test_a_sponsor_is_known_by_each_of_its_words(sponsor: str, is_own: bool) -> None:
    text = EACH + (
        '[[edition.requirement]]\nkind = "cap"\nlabel = "others"\nper_activity = 4\n'
        'where = { field = "sponsor", none_of = ["Body"] }\n'
    )
    assert (found(text, log(entry("9", sponsor=sponsor, id="one")))["one"] == "9") is is_own


def test_tick_is_open_until_it_is_ticked_in_the_cycle() -> None:
    text = EACH + '[[edition.requirement]]\nkind = "tick"\nlabel = "letter"\ncredentials = ["A"]\n'
    ticked = [a_tick("A", "2026-01-01", "letter")]
    assert found(text, log(entry("10")))["A letter"] == "0 / 1"
    assert found(text, log(entry("10")))["complete"] == "no"
    assert found(text, log(entry("10"), ticks=ticked))["complete"] == "yes"
    assert found(text, log(ticks=[a_tick("A", "2024-01-01", "letter")]))["A letter"] == "0 / 1"


def test_tick_for_ever_and_ticks_of_each_year_worth_ceus() -> None:
    ever = EACH + '[[edition.requirement]]\nkind = "tick"\nlabel = "letter"\nper = "ever"\ncredentials = ["A"]\n'
    assert found(ever, log(ticks=[a_tick("A", "2024-01-01", "letter")]))["A letter"] == "1 / 1"
    yearly = EACH + (
        '[[edition.requirement]]\nkind = "tick"\nlabel = "review"\nboxes = 2\nper = "cycle-year"\nceus = 5\n'
        'credentials = ["A"]\n'
    )
    same_year = [a_tick("A", "2025-02-01", "review"), a_tick("A", "2025-03-01", "review")]
    both_years = [same_year[0], a_tick("A", "2026-03-01", "review")]
    assert found(yearly, log(ticks=same_year))["A"] == "5 / 10"
    assert found(yearly, log(ticks=both_years))["A"] == "10 / 10"


def test_any_of_and_all_of_are_roads_that_need_not_gate() -> None:
    text = EACH + (
        '[[edition.requirement]]\nkind = "any_of"\nlabel = "road"\nrequired = false\ncredentials = ["A"]\n'
        '[[edition.requirement.of]]\nkind = "tick"\nlabel = "two letters"\nboxes = 2\n'
        '[[edition.requirement.of]]\nkind = "all_of"\nlabel = "one letter and a course"\n'
        '[[edition.requirement.of.of]]\nkind = "tick"\nlabel = "letter"\n'
        '[[edition.requirement.of.of]]\nkind = "minimum"\nlabel = "course"\nceus = 8\n'
        'where = { field = "type", any_of = ["course"] }\n'
    )
    nothing = found(text, log(entry("10")))
    assert (nothing["A road"], nothing["complete"]) == ("0 / 1, optional", "yes")
    half = found(text, log(ticks=[a_tick("A", "2026-01-01", "letter")]))
    assert half["A road, one letter and a course"] == "1 / 2"
    whole = found(text, log(entry("8", type="course"), ticks=[a_tick("A", "2026-01-01", "letter")]))
    assert whole["A road"] == "1 / 1, optional"
    other = [a_tick("A", "2026-01-01", "two letters"), a_tick("A", "2026-01-02", "two letters")]
    assert found(text, log(ticks=other))["A road"] == "1 / 1, optional"


def test_replaces_takes_the_older_credential_out_and_keeps_its_ceus() -> None:
    seen = found(EACH, log(entry("7"), held="AC"))
    assert (seen["bars"], seen["C"]) == ("C", "7 / 20")


def test_core_only_counts_for_the_core_group_alone() -> None:
    text = 'core_only = ["cms-training"]\n' + EACH
    cms = entry("3", type="cms-training", id="cms")
    assert found(text, log(cms, held="A"))["cms"] == "3"
    assert found(text, log(cms, held="B"))["cms"] == "core-only"


LATER = '[[edition]]\nid = "body-2"\nbased_on = "body-1"\nstarts = 2026-01-01\nsource = "a later test"\n'


def test_an_edition_says_only_what_differs_from_its_base() -> None:
    organization = rules(EACH + SHARE + LATER + SHARE.replace("25", "50")).organizations["BODY"]
    first, second = organization.edition
    assert first.pool == second.pool
    assert [each.percent for each in (*first.shares, *second.shares)] == [25, 50]


@pytest.mark.parametrize(
    ("binds_running", "chosen", "expected"),
    [("false", "", "body-1"), ("true", "", "body-2"), ("false", "body-2", "body-2"), ("true", "body-1", "body-1")],
)
def test_a_cycle_keeps_the_edition_of_its_first_day_or_the_chosen_one(
    binds_running: str, chosen: str, expected: str
) -> None:
    text = EACH + LATER + f"binds_running = {binds_running}\n"
    cycles = {"BODY": a_cycle("2025-01-01", "2026-12-31", edition=chosen)}
    assert found(text, log(cycles=cycles))["edition"] == expected


def test_an_override_of_the_holder_wins_over_every_pool() -> None:
    cycles = {"BODY": a_cycle("2025-01-01", "2026-12-31", required=an_override("7"))}
    for text in (EACH, 'pool = { kind = "by-count", table = [36] }'):
        assert found(text, log(cycles=cycles))["pool"] == "0 / 7"


def test_minutes_become_ceus_by_the_edition() -> None:
    text = EACH + "rounding = { unit = 60, ceus = 1, from_minutes = 45 }\n"
    rounding = rules(text).organizations["BODY"].edition[0].rounding
    assert rounding is not None
    assert [rounding.ceus_for(minutes) for minutes in (44, 45, 60, 104, 105)] == [Decimal(n) for n in (0, 1, 1, 1, 2)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("pool = 3", "pool"),
        ('pool = { kind = "by-magic" }', "kind"),
        (EACH + '[[edition.requirement]]\nkind = "wish"\nlabel = "x"\n', "kind"),
        (EACH + "unheard_of = true\n", "unheard_of"),
        (EACH + LATER.replace("body-1", "body-0"), "body-0"),
        ("pool = {", "TOML"),
    ],
)
def test_rules_that_do_not_fit_are_refused_with_the_place(text: str, said: str) -> None:
    with pytest.raises(BadRules, match=said):
        rules(text)


def test_a_rule_of_another_schema_is_refused() -> None:
    with pytest.raises(BadRules, match="schema"):
        read_rules("body.toml", "schema = 2")


def test_the_first_day_of_an_edition_may_be_known_only_as_by() -> None:
    edition = rules(EACH + 'starts_known = "by"\n').organizations["BODY"].edition[0]
    assert (edition.starts, edition.starts_known) == (dt.date(2020, 1, 1), "by")
