"""Whatever a file of rules holds: it is refused with a sentence, or it can be counted with."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.domain.editions import Organization, Rulebook
from ceulog.domain.ladder import rungs
from ceulog.domain.progress import organization_progress
from ceulog.rulebook.errors import BadRules
from ceulog.wording.explain import as_lines, explain
from tests.builders import TODAY, a_cycle, a_held, a_log, an_activity, shipped
from tests.effort import tries
from tests.logbook.rule_files import AFTER, BODY, LATER, refusal, rules

UNREADABLE: Sequence[tuple[str | bytes, int, str]] = (
    (BODY.replace("[organization]", "[organization"), 2, "this is not TOML ("),
    (BODY.replace('"a test"', '"a test'), 19, "this is not TOML ("),
    (f'{BODY}x = """\n\n\n', AFTER + 1, "this is not TOML ("),
    ("x = 1\nx = 2\n", 2, "this is not TOML (Cannot overwrite a value"),
    (BODY.encode("utf-16"), 1, "it is not UTF-8 text; save it in that encoding"),
    (BODY.encode("utf-16-le"), 1, "this is not TOML ("),
    (BODY.replace("Beta", "Bêta").encode("latin-1"), 13, "it is not UTF-8 text"),
    (bytes(range(256)), 2, "it is not UTF-8 text"),
    (f"x = {'[' * 9000}", 1, "it is nested too deeply"),
    (f"{BODY}x = {'[' * 30}{']' * 30}", AFTER + 1, "it is nested too deeply"),
    (f"x = {'{a=' * 9000}", 1, "it is nested too deeply"),
    (f"\n{'a.' * 100_000}a = 1", 2, "a name with so many dots in it means nothing here"),
    (f"[{'a.' * 100_000}a]", 1, "a name with so many dots in it means nothing here"),
    ("a" * 200_000, 1, "this is not TOML ("),
    (BODY + "[[credential]]\n" * 499, 6, "there are 501; 500 are the most"),
    (BODY + "[[edition]]\n" * 50, 16, "there are 51; 50 are the most"),
    (BODY + "[[edition.requirement]]\n" * 101, AFTER + 1, "there are 101; 100 are the most"),
)


@pytest.mark.parametrize(
    ("data", "line", "reason"), UNREADABLE, ids=[f"{number}, {each[2]}" for number, each in enumerate(UNREADABLE)]
)
def test_what_cannot_even_be_read(data: str | bytes, line: int, reason: str) -> None:
    said = refusal(data)
    assert f"line {line}: " in said
    assert reason in said


EVERY_WORD = f"""{BODY.replace("each", "largest-plus")}plus = 1

[edition.rounding]
unit = 60
ceus = 1
from_minutes = 45

[[edition.expiry]]
types = ["quiz"]
months = 12

[[edition.step]]
says = "It ends."
days = 45
cost = 50

[[edition.requirement]]
kind = "share"
label = "ours"
percent = 40
where = {{ field = "sponsor", any_of = ["Body"] }}
switchable = true

[[edition.requirement]]
kind = "cap"
label = "outside"
per_activity = 4
where = {{ field = "domain", none_of = ["25"] }}

[[edition.requirement]]
kind = "any_of"
label = "road"
groups = ["special"]
required = false

[[edition.requirement.of]]
kind = "tick"
label = "letter"
per = "ever"

[[edition.requirement.of]]
kind = "hours"
label = "course"
hours = 80
where = {{ field = "type", any_of = ["course"] }}

[[edition.requirement]]
kind = "minimum"
label = "alpha"
ceus = 2
when_alone = 3
credentials = ["A"]
{LATER}core_only = ["cms-training"]
"""

PIECES = re.split(r"(\"[^\"]*\"|[0-9-]+|\s+|[=,\[\]{}])", EVERY_WORD)
NUMBERS = (
    "0",
    "-1",
    "1",
    "2",
    "1.5",
    "100",
    "2000",
    "1e9",
    "-0.0",
    "1e-15",
    "nan",
    "2020-01-01",
    "9999-12-31",
    "0001-01-01",
)
TEXTS = (
    '"A"', '"B"', '"core"', '"special"', '"x"', '""', '"tick"', '"minimum"', '"share"', '"all_of"', '"hours"', '"ever"',
    '"largest-plus"', '"by-count"', '"type"', '"domain"', '"provided_by"', '"body-1"', '"exactly"', '"25"', '"webinar"',
)  # fmt: skip
OTHERS = ("", "[]", "{}", "true", "[[edition]]", "[edition]", "\n", "=", '"""', "'", "#", "\x00", "\ud800", "a = 1\n")


def other_for(piece: str) -> Sequence[str]:
    """What may stand in place of a piece and be taken."""
    return TEXTS if piece.startswith('"') else NUMBERS if piece[:1].isdigit() else OTHERS


a_place = st.integers(0, len(PIECES) - 1)
likely = a_place.filter(lambda place: other_for(PIECES[place]) is not OTHERS).flatmap(
    lambda place: st.tuples(st.just(place), st.sampled_from(other_for(PIECES[place])))
)
unlikely = st.tuples(a_place, st.sampled_from((*OTHERS, *TEXTS, *NUMBERS)))


@given(st.lists(likely, max_size=3) | st.lists(unlikely, max_size=3))
@settings(max_examples=tries(200, 1000))
def test_a_file_with_anything_in_it_is_refused_or_can_be_counted_with(changes: list[tuple[int, str]]) -> None:
    pieces = list(PIECES)
    for place, change in changes:
        pieces[place] = change
    try:
        found = rules("".join(pieces))
    except BadRules:
        return
    for code in found.organizations.keys() - shipped().organizations.keys():
        count_with(found.organizations[code])


def count_with(body: Organization) -> None:
    """Hold every credential of a body, log something, and ask for all that is said of it."""
    held = [a_held(kind.code, "2020-01-01", body.code) for kind in body.credential]
    log = a_log(
        an_activity("5", at=body.code, type="course", minutes=300, approved_for="A"),
        held=held,
        cycles={body.code: a_cycle("2025-01-01", "2026-12-31")},
    )
    found = organization_progress(log, Rulebook({body.code: body}), body.code, TODAY)
    assert found is not None
    for code in (None, *(each.code for each in found.credentials)):
        assert as_lines(explain(found, code), entries=True)
    assert rungs(found.edition, found.cycle, found.membership) is not None


def test_the_file_of_the_last_test_is_sound() -> None:
    count_with(rules(EVERY_WORD).organizations["BODY"])


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_garbage_is_refused(data: bytes) -> None:
    with pytest.raises(BadRules, match=r"line [0-9]+: "):
        rules(data)
