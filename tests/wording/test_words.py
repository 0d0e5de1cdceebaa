"""Names for people, and back."""

import contextlib
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import ACTIVITY_TYPES, PROVIDERS
from ceulog.wording import words
from ceulog.wording.words import BadWord, parse_type
from tests.builders import a_log, an_activity, progress_of


def test_everything_has_a_name() -> None:
    assert list(words.TYPE_NAMES) == list(ACTIVITY_TYPES)
    assert list(words.PROVIDER_NAMES) == list(PROVIDERS)
    # the contract of `status --json`, and the reasons in their order
    assert set(words.STATE_NAMES) == {"not-started", "on-pace", "behind", "complete", "overdue", "ready-to-close"}
    assert list(words.REASONS) == [
        "in-trash", "other-organization", "planned", "before-award", "outside-cycle", "next-cycle", "duplicate",
        "core-only", "over-cap",
    ]  # fmt: skip


def test_names() -> None:
    assert words.type_name("chapter-meeting") == "chapter meeting"
    assert words.type_name("cms-training") == "CMS training"
    assert words.type_name("from-the-future") == "from the future"
    assert words.provider_name("ahima") == "AHIMA"
    assert words.provider_name("csa") == "component state association"
    assert words.provider_name(None) == "not marked"
    assert words.reason_words("before-award") == "before your award"


@pytest.mark.parametrize(
    ("state", "behind", "text"),
    [
        ("on-pace", None, "on pace"),
        ("on-pace", Decimal(3), "on pace"),
        ("behind", Decimal("3.0"), "behind by 3"),
        ("behind", Decimal("0.5"), "behind by 0.5"),
        ("behind", Decimal(0), "behind"),
        ("behind", None, "behind"),
        ("ready-to-close", None, "ready to close"),
        ("not-started", None, "not started"),
        ("complete", None, "complete"),
        ("overdue", None, "overdue"),
    ],
)
def test_states(state: str, behind: Decimal | None, text: str) -> None:
    assert words.state_words(state, behind) == text


BOTH = (("CPC", "2019-05-14"), ("CPMA", "2022-01-01"))


@pytest.mark.parametrize(
    ("held", "logged", "text"),
    [
        (BOTH, (("30", ""), ("4", "CPMA")), "CPMA behind by 9"),  # 34 of 40, 4 of 16: even would be 32.5 and 13
        (BOTH, (("1", ""), ("13", "CPMA")), "behind by 18.5"),
        (BOTH[:1], (("1", ""),), "behind by 28.5"),
        (BOTH, (("24", ""), ("16", "CPMA")), "complete"),
    ],
)
def test_who_is_behind_is_named_where_it_is_one_of_several(
    held: tuple[tuple[str, str], ...], logged: tuple[tuple[str, str], ...], text: str
) -> None:
    entries = (an_activity(ceus, approved_for=code or ()) for ceus, code in logged)
    assert words.standing_words(progress_of(a_log(*entries, held=held))) == text


@pytest.mark.parametrize("code", ACTIVITY_TYPES)
def test_a_type_is_understood_by_its_code_and_its_name(code: str) -> None:
    for text in (
        code,
        code.upper(),
        f" {code} ",
        code.replace("-", " "),
        code.replace("-", "_"),
        words.type_name(code),
    ):
        assert parse_type(text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("chapter", "chapter-meeting"),
        ("Local chapter  meeting", "chapter-meeting"),
        ("chapter meetings", "chapter-meeting"),
        ("self-study", "on-demand"),
        ("ondemand", "on-demand"),
        ("audio seminar", "webinar"),
        ("webinars", "webinar"),
        ("cms", "cms-training"),
        ("quizzes", "quiz"),
        ("class", "course"),
        ("misc", "other"),
    ],
)
def test_a_type_is_understood_by_its_aliases(text: str, code: str) -> None:
    assert parse_type(text) == code


@pytest.mark.parametrize("text", ["webnar", "s", "", " ", "webinar seminar", "x" * 10_000, "webinar" + " " * 99 + "x"])
def test_a_bad_type_names_the_choices(text: str) -> None:
    with pytest.raises(BadWord) as caught:
        parse_type(text)
    sentence = str(caught.value)
    assert sentence.endswith(f"; choose one of: {', '.join(ACTIVITY_TYPES)}.")
    assert len(sentence) < 250


def test_a_bad_type_is_named() -> None:
    with pytest.raises(BadWord, match=r"^webnar is no type;"):
        parse_type("webnar")
    with pytest.raises(BadWord, match=r"^The type is empty;"):
        parse_type("  ")


@given(st.text())
def test_nothing_but_a_bad_word_is_ever_raised(text: str) -> None:
    with contextlib.suppress(BadWord):
        assert parse_type(text) in ACTIVITY_TYPES


def test_no_alias_means_two_types() -> None:
    aliases = (alias for listed in words._ALIASES.values() for alias in listed.split(","))
    names = [words._key(name) for name in (*ACTIVITY_TYPES, *aliases)]
    assert sorted(set(names)) == sorted(names)
