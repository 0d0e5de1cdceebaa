"""The plain reader: what it takes, and where it says that something does not fit."""

import datetime as dt
import importlib
import pkgutil
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

import ceulog.domain
from ceulog.domain.activities import Activity
from ceulog.domain.cycles import Cycle
from ceulog.domain.editions import Organization
from ceulog.domain.records import Unfit, day_in, decimal_in, from_plain, known_part, to_plain

ACTIVITY: dict[str, Any] = {"id": "x", "date": "2026-11-20", "title": "E/M", "credits": {"AAPC": "1"}}
BODY: dict[str, Any] = {"code": "X", "name": "x", "credential": [], "edition": []}
EDITION: dict[str, Any] = {"id": "x", "starts": dt.date(2026, 1, 1), "source": "s", "pool": {"kind": "each"}}
CHOICE: dict[str, Any] = {"kind": "any_of", "label": "x"}


@pytest.mark.parametrize(
    ("record_class", "plain", "path"),
    [
        (Activity, ACTIVITY | {"ceus": "x"}, "ceus"),
        (Activity, ACTIVITY | {"bogus": 1}, "bogus"),
        (Activity, ACTIVITY | {"credits": {"AAPC": "1", "AHIMA": "x"}}, "credits.AHIMA"),
        (Activity, ACTIVITY | {"approved_for": ["CPC", 3]}, "approved_for.1"),
        (Activity, ACTIVITY | {"certificates": [{"file": "x", "sha256": "y"}, {"file": "x"}]}, "certificates.1.sha256"),
        (Activity, [], ""),
        (Organization, BODY | {"edition": [EDITION, EDITION | {"starts": "soon"}]}, "edition.1.starts"),
        (
            Organization,
            BODY | {"edition": [EDITION | {"requirement": [CHOICE | {"of": [CHOICE | {"of": [{}]}]}]}]},
            "edition.0.requirement.0.of.0.of.0.kind",
        ),
    ],
)
def test_a_fault_is_named_by_its_place(record_class: type[Any], plain: Any, path: str) -> None:
    with pytest.raises(Unfit) as caught:
        from_plain(record_class, plain)
    assert caught.value.path == path


@pytest.mark.parametrize("plain", [ACTIVITY, ACTIVITY | {"approved_for": ["CPC"], "minutes": 30}])
def test_what_is_read_comes_back(plain: Mapping[str, Any]) -> None:
    again = to_plain(from_plain(Activity, plain))
    assert {name: again[name] for name in plain} == plain


STEP = {"state": "entered", "date": "2026-11-20"}
CLOSING = {"on": "2027-04-01", "status": {"schema": 9}, "counted": {"a": {"CPC": "1"}}}
CYCLE = {"start": "2025-04-01", "end": "2027-03-31"}
OURS = {"ceus": "27", "reason": "x"}
NEWER = {"newer": 1}


@pytest.mark.parametrize(
    ("record_class", "plain", "known"),
    [
        (Activity, ACTIVITY | NEWER, ACTIVITY),
        (Activity, ACTIVITY | {"portal": {"AAPC": [STEP | NEWER]}}, ACTIVITY | {"portal": {"AAPC": [STEP]}}),
        (Cycle, CYCLE | {"closing": CLOSING | NEWER}, CYCLE | {"closing": CLOSING}),
        (Cycle, CYCLE | {"required": OURS | NEWER}, CYCLE | {"required": OURS}),
        (Cycle, CYCLE | {"required": None}, CYCLE | {"required": None}),
        (Cycle, CYCLE | {"minimums": {"CPC": OURS | NEWER}}, CYCLE | {"minimums": {"CPC": OURS}}),
        # what does not fit is left for the reader to refuse
        (Cycle, CYCLE | {"minimums": [1]}, CYCLE | {"minimums": [1]}),
        (Activity, ACTIVITY | {"portal": {"AAPC": 1}}, ACTIVITY | {"portal": {"AAPC": 1}}),
        (Activity, [NEWER], [NEWER]),
    ],
)
def test_what_a_newer_program_wrote_is_read_without_what_is_new(record_class: Any, plain: Any, known: Any) -> None:
    assert known_part(record_class, plain) == known


@pytest.mark.parametrize(
    ("number", "text"),
    [("0", "0"), ("-0", "0"), ("-0.00", "0"), ("10", "10"), ("1E+2", "100"), ("1.50", "1.5"), (".5", "0.5")],
)  # fmt: skip
def test_a_number_is_written_in_plain_decimal(number: str, text: str) -> None:
    assert to_plain(Decimal(number)) == text


@pytest.mark.parametrize("number", ["1e9999999", "1E-9999999", "0e9999999", "9" * 5000, Decimal("1e500"), 10**400])
def test_a_number_that_would_fill_the_memory_when_written_out_is_none(number: object) -> None:
    plain = {"id": "a", "date": "2026-01-01", "title": "t", "credits": {"AAPC": number}}
    with pytest.raises(Unfit):
        from_plain(Activity, plain)


@pytest.mark.parametrize(
    ("text", "is_number"),
    [("1" * 100, True), ("1" * 101, False), ("1E+100", True), ("1E+101", False), ("1E-100", True), ("1E-101", False)],
)
def test_a_number_may_have_a_hundred_digits(text: str, is_number: bool) -> None:
    if is_number:
        assert decimal_in(text) == Decimal(text)
        return
    with pytest.raises(Unfit):
        decimal_in(text)


@pytest.mark.parametrize(("day", "is_day"), [("1800-01-01", True), ("2299-12-31", True), ("2026-1-01", False)])
def test_a_day_is_of_five_centuries(day: str, is_day: bool) -> None:
    if is_day:
        assert day_in(day).isoformat() == day
        return
    with pytest.raises(Unfit):
        day_in(day)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01", dt.date(2300, 1, 1), dt.date(1799, 12, 31)])
def test_a_day_from_which_nothing_can_be_reckoned_is_none(day: object) -> None:
    with pytest.raises(Unfit):
        from_plain(Activity, {"id": "a", "date": day, "title": "t", "credits": {}})


KIND_OF_RULE = {
    "Minimum": "minimum", "Share": "share", "Cap": "cap", "TickBox": "tick", "Hours": "hours", "AnyOf": "any_of",
    "AllOf": "all_of",
}  # fmt: skip
UNSAID: dict[str, Any] = {
    "Activity.type": "other", "Activity.status": "done", "Certificate.kind": "certificate", "Template.type": "other",
    "HeldCredential.self_assessment": "required",
    "Organization.cycle_word": "cycle", "Organization.cycle_months": 24,
    "Verification.word": "audit", "Verification.confidence": "low",
    "CredentialKind.group": "core", "CredentialKind.status": "unknown", "CredentialKind.name_confirmed": True,
    "Edition.starts_known": "exactly", "Step.of": "cycle", "Step.confidence": "high",
    "Share.binds": True, "TickBox.boxes": 1, "TickBox.per": "cycle", "Bar.required": True,
    **{f"{rule}.kind": kind for rule, kind in KIND_OF_RULE.items()},
    **{f"{rule}.required": True for rule in KIND_OF_RULE if rule != "Cap"},
}  # fmt: skip
"""What holds where a file of the log or of rules says nothing; all other texts are empty, numbers 0, answers no."""


def test_what_a_record_does_not_say_is_nothing_but_for_these() -> None:
    modules = [
        importlib.import_module(f"ceulog.domain.{each.name}") for each in pkgutil.iter_modules(ceulog.domain.__path__)
    ]
    records = {each for module in modules for each in vars(module).values() if hasattr(each, "_field_defaults")}
    said = {f"{each.__name__}.{name}": value for each in records for name, value in each._field_defaults.items()}
    assert {name: value for name, value in said.items() if value and isinstance(value, str | int)} == UNSAID
