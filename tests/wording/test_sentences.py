"""Calm sentences for what a gate refuses."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal, NamedTuple

import pytest
from annotated_types import Ge, Gt, Le, Lt, MaxLen, MinLen, MultipleOf
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, AnyUrl, ConfigDict, Field, TypeAdapter, ValidationError, with_config

from ceulog.domain.activities import ACTIVITY_TYPES, Activity
from ceulog.wording.labels import FIELD_LABELS, label_of, subject
from ceulog.wording.sentences import fault_sentence, phrase

ACTIVITY = TypeAdapter(Activity)
WHOLE = {"id": "x", "date": "2026-11-20", "title": "E/M", "credits": {"AAPC": "1"}}


def sentences(adapter: TypeAdapter[Any], given: object) -> list[str]:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(given)
    return [fault_sentence(label_of(error["loc"]), error) for error in caught.value.errors()]


def test_every_field_of_an_activity_has_a_label() -> None:
    assert set(Activity._fields) <= set(FIELD_LABELS)


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("ceus", "0", "CEUs must be more than 0 (you typed 0)."),
        ("ceus", Decimal("-1.5"), "CEUs must be more than 0 (you typed -1.5)."),
        ("ceus", "201", "CEUs can be at most 200."),
        ("ceus", "two", "CEUs must be a number such as 1.5 (you typed two)."),
        ("ceus", "", "CEUs must be a number such as 1.5 (it is empty)."),
        ("ceus", [], "CEUs must be a number such as 1.5."),
        ("ceus", "NaN", "CEUs must be an ordinary number (you typed NaN)."),
        ("minutes", "1.5", "The minutes must be a whole number (you typed 1.5)."),
        ("minutes", 1.5, "The minutes must be a whole number (you typed 1.5)."),
        ("minutes", 12_001, "The minutes can be at most 12000."),
        ("date", "2026-13-01", "The date 2026-13-01 does not exist."),
        ("date", "2/30/2026", "The date 2/30/2026 does not exist."),
        ("date", "11/20/2026", "The date 11/20/2026 is not understood; write it as 2026-11-20."),
        ("date", "soon", "The date soon is not understood; write it as 2026-11-20."),
        ("date", "", "The date is missing; write it as 2026-11-20."),
        ("date", None, "The date is missing; write it as 2026-11-20."),
        ("date", "2026-11-20T10:00", "The date must be a day without a time of day (you typed 2026-11-20T10:00)."),
        ("type", "webnar", f"webnar is no type; choose one of: {', '.join(ACTIVITY_TYPES)}."),
        ("type", "", f"The type is empty; choose one of: {', '.join(ACTIVITY_TYPES)}."),
        ("status", "gone", "gone is no status; choose one of: planned, done."),
        ("title", "", "The title is empty."),
        ("title", "x" * 612, "The title is 612 characters long; 500 are the most."),
        ("title", 3, "The title must be text (you typed 3)."),
        ("title", None, "The title must be text."),
        ("next_cycle", "maybe", "The mark for the next cycle must be yes or no (you typed maybe)."),
        ("approved_for", "CPC", "The credentials it is approved for must be a list (you typed CPC)."),
        ("approved_for", ["x" * 201], "Approved credential 1 is 201 characters long; 200 are the most."),
        ("credits", [], "CEUs by organization must be a table of names and values."),
        ("credits", {"AAPC": "0"}, "CEUs for AAPC must be more than 0 (you typed 0)."),
        ("credits", {3: "1"}, "The name of the organization must be text (you typed 3)."),
        ("certificates", [3], "Certificate 1 is not in a form that can be read here."),
        ("certificates", [{"file": "x"}], "The checksum of certificate 1 is missing."),
    ],
)
def test_what_an_activity_is_refused_for(field: str, value: object, sentence: str) -> None:
    assert sentences(ACTIVITY, WHOLE | {field: value}) == [sentence]


def test_what_is_missing_or_not_an_activity_at_all() -> None:
    assert sentences(ACTIVITY, {"id": "x"}) == [
        "The date is missing.",
        "The title is missing.",
        "CEUs by organization are missing.",
    ]
    assert sentences(ACTIVITY, 3) == ["The entry is not in a form that can be read here."]


def test_what_is_no_json() -> None:
    with pytest.raises(ValidationError) as caught:
        ACTIVITY.validate_json("{")
    sentence = fault_sentence("entry", caught.value.errors()[0])
    assert sentence.startswith("This cannot be read as JSON: ")
    assert sentence.endswith(".")


def test_an_unknown_field() -> None:
    adapter = TypeAdapter(with_config(ConfigDict(extra="forbid"))(TypedBag))
    assert sentences(adapter, {"bogus\x1b": 1}) == ["Nobody knows a field called bogus."]


class TypedBag(NamedTuple):
    """Nothing is known of it."""

    known: int = 0


def _refuse(_value: str) -> str:
    raise ValueError("This entry is already in the logbook")


@pytest.mark.parametrize(
    ("annotation", "value", "sentence"),
    [
        (Annotated[str, MinLen(1)], "", "The title is empty."),
        (Annotated[str, MinLen(3)], "ab", "The title is too short; it takes at least 3 characters (you typed ab)."),
        (Annotated[str, MaxLen(500)], "x" * 612, "The title is 612 characters long; 500 are the most."),
        (Annotated[list[int], MaxLen(1)], [1, 2], "The title is too long; 1 are the most."),
        (Annotated[int, Gt(0)], 0, "The title must be more than 0 (you typed 0)."),
        (Annotated[int, Ge(1)], 0, "The title must be at least 1 (you typed 0)."),
        (Annotated[int, Lt(9)], 9, "The title must be less than 9 (you typed 9)."),
        (Annotated[int, Le(9)], 10, "The title can be at most 9."),
        (Annotated[int, MultipleOf(2)], 3, "The title must be a multiple of 2 (you typed 3)."),
        (
            Annotated[Decimal, Field(decimal_places=2)],
            "1.234",
            "The title can have at most 2 decimals (you typed 1.234).",
        ),
        (Annotated[str, AfterValidator(_refuse)], "x", "This entry is already in the logbook."),
        (Literal["a"], "b", "b is no title; choose one of: a."),
        (int, "9" * 5000, f"The title must be a number of ordinary size (you typed {'9' * 39}…)."),
        (bool, "maybe", "The title must be yes or no (you typed maybe)."),
        (dt.date, "noon", "The title noon is not understood; write it as 2026-11-20."),
        (
            AnyUrl,
            "x",
            "The title cannot be accepted: it should be a valid URL, relative URL without a base (you typed x).",
        ),
    ],
)
def test_other_kinds_of_fault(annotation: Any, value: object, sentence: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(annotation).validate_python(value)
    assert fault_sentence("title", caught.value.errors()[0]) == sentence


def test_plurals_are() -> None:
    assert phrase("notes", "missing", {}) == "The notes are missing."
    assert phrase("CEUs", "string_too_short", {"min_length": 1}, "") == "CEUs are empty."
    assert phrase("notes", "unheard_of", {"msg": "Input should be nicer."}) == (
        "The notes cannot be accepted: they should be nicer."
    )


@pytest.mark.parametrize("kind", ["greater_than", "less_than_equal", "string_too_long", "literal_error", "value_error"])
def test_a_kind_without_its_context_is_still_a_sentence(kind: str) -> None:
    assert phrase("title", kind, {}) == "The title cannot be accepted."
    assert phrase("title", kind, {"msg": "Odd"}, "x") == "The title cannot be accepted: Odd (you typed x)."


def test_nobody_types_true_or_a_mapping() -> None:
    assert phrase("title", "string_type", {}, True) == "The title must be text."
    assert phrase("title", "string_type", {}, {"a": 1}) == "The title must be text."


def test_echoes_are_tidy_and_short() -> None:
    sentence = phrase("CEUs", "decimal_parsing", {}, "\x1b[31m" + "x" * 999)
    assert sentence == f"CEUs must be a number such as 1.5 (you typed [31m{'x' * 35}…)."


@pytest.mark.parametrize(
    ("loc", "label"),
    [
        ((), "entry"),
        (("index_number",), "index number"),
        (("credits", "AAPC"), "CEUs for AAPC"),
        (("approved_for", 1), "approved credential 2"),
        (("certificates", 0, "file"), "file name of certificate 1"),
        ((0,), "value 1"),
        (("no_such_field",), "no such field"),
        ((0, "title"), "title"),
        (("edition", 1, "starts"), "first day of edition 2"),
        (("edition", 0, "pool", "figures"), "figures of the pool of edition 1"),
        (("edition", 0, "pool", "figures", "CCS"), "figure for CCS of the pool of edition 1"),
        (("edition", 0, "requirement", 2, "of", 0, "ceus"), "CEUs of part 1 of requirement 3 of edition 1"),
        (("edition", 0, "requirement", 2), "requirement 3 of edition 1"),
        (("credential", 0, "aliases", 1), "alias 2 of credential 1"),
    ],
)
def test_labels_of_places(loc: tuple[str | int, ...], label: str) -> None:
    assert label_of(loc) == label


def test_labels_at_the_beginning_of_a_sentence() -> None:
    assert subject("title") == "The title"
    assert subject("CEUs for AAPC") == "CEUs for AAPC"
    assert subject("certificate 2") == "Certificate 2"
    assert subject("part 1 of requirement 2") == "Part 1 of requirement 2"
    assert subject("checksum of certificate 2") == "The checksum of certificate 2"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(Activity._fields), JSON)
def test_every_fault_is_a_short_sentence(field: str, value: object) -> None:
    try:
        ACTIVITY.validate_python(WHOLE | {field: value})
    except ValidationError as refused:
        faults = refused.errors()
    else:
        return
    for fault in faults:
        sentence = fault_sentence(label_of(fault["loc"]), fault)
        assert sentence.endswith(".")
        assert "Input" not in sentence
        assert len(sentence) < 300
        assert "\n" not in sentence
