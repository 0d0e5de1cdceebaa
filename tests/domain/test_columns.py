"""Reading many records at once gives what reading them one by one gives, or refuses them."""

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.columns import all_from_plain
from ceulog.domain.cycles import Membership
from ceulog.domain.records import Unfit, from_plain, to_plain
from tests.builders import an_activity

WHOLE: dict[str, Any] = to_plain(
    an_activity(
        "1.5",
        id="a",
        at="AAPC AHIMA",
        approved_for="CPC CPMA",
        minutes=90,
        trashed="2026-02-03",
        provided_by="ahima",
        notes="x",
    )
) | {
    "certificates": [{"file": "a.pdf", "sha256": "0"}, {"file": "b.pdf", "sha256": "1", "kind": "letter"}],
    "portal": {"AAPC": [{"state": "entered", "date": "2026-02-01"}, {"state": "verified", "date": "2026-02-09"}]},
}  # fmt: skip
LEFT_OUT = object()

odd_values = st.sampled_from(
    [LEFT_OUT, None, True, 1, 1.5, -1, "", "1", "2026-01-10", "AAPC", "webinar", [], {}, [1], ["CPC"], {"AAPC": "1"},
     {"AAPC": 1}, {"AAPC": True}, [{"file": "x", "sha256": "y"}], [{"file": "x"}],
     [{"file": "x", "sha256": "y", "z": 1}],
     {"AAPC": [{"state": "entered", "date": "2026-01-01"}]}, {"AAPC": [{"state": "lost", "date": "2026-01-01"}]}]
)  # fmt: skip
documents = st.lists(
    st.dictionaries(st.sampled_from(Activity._fields), odd_values, max_size=2).map(
        lambda odd: {name: value for name, value in (WHOLE | odd).items() if value is not LEFT_OUT}
    ),
    max_size=6,
)


@given(documents)
def test_columns_read_what_one_by_one_reads(found: list[dict[str, Any]]) -> None:
    try:
        together = all_from_plain(Activity, found)
    except Unfit:
        return
    alone = [from_plain(Activity, each) for each in found]
    assert together == alone
    assert [[type(value) for value in each] for each in together] == [[type(value) for value in each] for each in alone]


@pytest.mark.parametrize("number", [0, 1, 2, 511, 512, 513, 1025])
def test_what_we_write_ourselves_is_never_refused(number: int) -> None:
    plain = [WHOLE | {"id": f"a{each}", "minutes": each or None} for each in range(number)]
    assert all_from_plain(Activity, plain) == [from_plain(Activity, each) for each in plain]


def test_what_lacks_a_field_with_a_default_is_read_beside_what_has_it() -> None:
    old = {name: WHOLE[name] for name in ("id", "date", "title", "credits")}
    assert all_from_plain(Activity, [WHOLE, old]) == [from_plain(Activity, WHOLE), from_plain(Activity, old)]


def test_a_field_of_a_newer_program_is_passed_over_in_a_document_alone() -> None:
    assert all_from_plain(Activity, [WHOLE | {"new": 1}]) == [from_plain(Activity, WHOLE)]
    with pytest.raises(Unfit):
        all_from_plain(Activity, [WHOLE | {"certificates": [{"file": "x", "sha256": "y", "new": 1}]}])


@pytest.mark.parametrize(
    "wrong",
    [{"minutes": True}, {"minutes": 1.0}, {"next_cycle": 1}, {"title": None}, {"title": ["x"]}, {"type": "party"},
     {"type": []}, {"credits": None}, {"credits": {"AAPC": "NaN"}}, {"credits": {"AAPC": []}}, {"approved_for": "CPC"},
     {"approved_for": [[]]}, {"date": "2026-02-30"}, {"date": None}, {"trashed": "soon"}, {"certificates": [[]]}],
)  # fmt: skip
def test_one_that_does_not_fit_is_enough(wrong: dict[str, Any]) -> None:
    with pytest.raises(Unfit):
        all_from_plain(Activity, [WHOLE, WHOLE | wrong, WHOLE])


def test_cycles_with_what_they_counted_are_read() -> None:
    plain = {
        "id": "m", "organization": "AAPC",
        "cycles": [{"start": "2023-04-01", "end": "2025-03-31",
                    "closing": {"on": "2025-04-02", "status": {"code": "AAPC"}, "counted": {"a": {"CPC": "1"}}}},
                   {"start": "2025-04-01", "end": "2027-03-31", "required": {"ceus": "27", "reason": "pro-rated"}}],
    }  # fmt: skip
    (membership,) = all_from_plain(Membership, [plain])
    assert membership == from_plain(Membership, plain)
    assert membership.cycles[1].start == dt.date(2025, 4, 1)


def test_equal_lists_mappings_and_choices_are_made_once() -> None:
    read = all_from_plain(Activity, json.loads(json.dumps([WHOLE, WHOLE | {"id": "b"}, WHOLE | {"credits": {}}])))
    one, two, three = read
    assert one.credits is two.credits is not three.credits
    assert one.approved_for is two.approved_for
    assert one.type is two.type
