"""Records <-> stored documents: what a newer program wrote inside of them is kept and read over."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceulog.domain.activities import Activity
from ceulog.domain.cycles import Cycle, Membership
from ceulog.domain.records import to_plain
from ceulog.domain.state import Record
from ceulog.storage.documents import document_of, holder_of, new_texts_of, patched, state_of
from ceulog.storage.stored import from_json
from tests.builders import a_cycle, a_held, an_activity, an_override, day

MEMBER = Membership("m1", "AAPC", (a_cycle("2023-04-01", "2025-03-31"), a_cycle()))


def new_document_of(record: Record) -> dict[str, Any]:
    stored: dict[str, Any] = from_json(new_texts_of([record])[0])
    return stored


def from_newer() -> dict[str, Any]:
    """The membership as a newer program stores it: unknown fields at every depth."""
    document: dict[str, Any] = to_plain(MEMBER)
    document["standing"] = "good"
    document["cycles"][0]["submitted"] = "2025-03-01"
    document["cycles"][1]["submitted"] = None
    return document


def read(table: str, document: dict[str, Any]) -> Any:
    state, misfits = state_of({table: {"1": document}})
    assert misfits == ()
    return next(iter(getattr(state, table).values()))


def test_unknown_fields_inside_a_record_do_not_stand_in_the_way() -> None:
    assert read("memberships", from_newer()) == MEMBER


def test_what_is_not_a_record_at_all_still_is_a_misfit() -> None:
    document = {**to_plain(MEMBER), "cycles": [7]}
    state, misfits = state_of({"memberships": {"1": document}})
    assert not state.memberships
    (misfit,) = misfits
    assert misfit.path.startswith("cycles")


@pytest.mark.parametrize(
    ("field", "value"),
    [("credits", {"AAPC": "-5"}), ("credits", {"AAPC": "0"}), ("credits", {"AAPC": "200.5"}), ("ceus", "-1")],
)
def test_ceus_that_no_activity_can_have_count_for_nothing(field: str, value: object) -> None:
    document = {**new_document_of(an_activity("1.5", id="a")), field: value}
    beside = new_document_of(an_activity("2", id="b"))
    state, misfits = state_of({"activities": {"1": document, "2": beside}})
    assert list(state.activities) == ["b"]
    assert [(each.path, each.document) for each in misfits] == [(field, document)]


@pytest.mark.parametrize(
    ("table", "record", "field"),
    [("credentials", a_held("CPC", "2019-05-14"), "code"), ("memberships", MEMBER, "organization")],
)
def test_of_two_that_are_held_once_the_first_is_meant(table: str, record: Any, field: str) -> None:
    first, second = document_of(record), {**document_of(record), "id": "second"}
    state, misfits = state_of({table: {"1": first, "2": second}})
    assert list(getattr(state, table)) == [record.id]
    assert [(each.table, each.document_id, each.path) for each in misfits] == [
        (table, "2", f"{field}, which another one has")
    ]


def test_the_most_that_an_activity_can_have_counts() -> None:
    assert read("activities", new_document_of(an_activity("200", id="a"))).credits == {"AAPC": 200}


def test_what_is_empty_is_left_out_of_a_new_document_and_means_so() -> None:
    plain = an_activity("1.5", id="a")
    assert new_document_of(plain).keys() == {"id", "date", "title", "credits", "type", "status"}
    full = plain._replace(notes="again", trashed=day("2026-11-20"), next_cycle=True)
    assert new_document_of(full).keys() - new_document_of(plain) == {"notes", "trashed", "next_cycle"}
    for each in (plain, full):
        assert read("activities", new_document_of(each)) == each


def test_what_was_never_there_is_written_when_it_comes_and_when_it_goes_again() -> None:
    before = an_activity("1.5", id="a")
    after = before._replace(notes="again")
    noted = patched(new_document_of(before), before, after)
    assert noted == {**new_document_of(before), "notes": "again"}
    assert read("activities", patched(noted, after, before)) == before


def test_a_change_of_one_cycle_keeps_what_others_wrote_into_it() -> None:
    after = MEMBER.with_current(MEMBER.current._replace(required=an_override("27")))
    stored = patched(from_newer(), MEMBER, after)
    assert stored["standing"] == "good"
    assert [each["submitted"] for each in stored["cycles"]] == ["2025-03-01", None]
    assert stored["cycles"][1]["required"] == {"ceus": "27", "reason": "my tracker says so"}
    assert read("memberships", stored) == after


def test_a_new_cycle_joins_those_that_are_there() -> None:
    after = MEMBER._replace(cycles=(*MEMBER.cycles, Cycle(day("2027-04-01"), day("2029-03-31"))))
    stored = patched(from_newer(), MEMBER, after)
    assert [each.get("submitted", "new") for each in stored["cycles"]] == ["2025-03-01", None, "new"]
    assert read("memberships", stored) == after


def test_a_mapping_loses_what_the_change_took_out() -> None:
    before = an_activity("2", at="AAPC AHIMA", id="a")
    after = before._replace(credits={"AAPC": before.credits["AAPC"]})
    assert patched(document_of(before), before, after)["credits"] == {"AAPC": "2"}


@given(st.lists(st.tuples(st.sampled_from(["2021", "2023", "2025"]), st.booleans()), min_size=1, max_size=4))
def test_whatever_becomes_of_the_cycles_the_record_comes_back(drawn: list[tuple[str, bool]]) -> None:
    cycles = tuple(a_cycle(f"{year}-01-01", f"{year}-12-31", share=share) for year, share in drawn)
    after = MEMBER._replace(cycles=cycles)
    assert read("memberships", patched(from_newer(), MEMBER, after)) == after


def test_a_credential_keeps_its_unknown_fields() -> None:
    held = a_held("CPC", "2019-05-14")
    stored = {**document_of(held), "wallet": {"card": 1}}
    assert patched(stored, held, held._replace(number="1"))["wallet"] == {"card": 1}


def test_of_two_with_one_id_the_first_is_the_record_and_the_other_is_named() -> None:
    pairs = (("a", "A"), ("a", "B"), ("b", "C"))
    first, second, other = (to_plain(an_activity(id=key, title=title)) for key, title in pairs)
    odd = {**first, "date": "someday"}
    for table, titles, misfits in (
        ({"1": first, "2": second, "3": other}, ["A", "C"], ["2"]),
        ({"4": odd, "5": second, "6": other}, ["C"], ["4", "5"]),  # changes would go into the odd one
        ({"1": other, "2": {**first, "id": ""}, "3": {"title": "x"}}, ["C"], ["2", "3"]),
    ):
        state, found = state_of({"activities": table})
        assert [each.title for each in state.activities.values()] == titles
        assert sorted(each.document_id for each in found) == misfits
        assert all(each.path for each in found)


@pytest.mark.parametrize(("document", "name"), [({"name": "A B"}, "A B"), ({}, ""), ({"name": None}, ""), (None, "")])
def test_a_log_may_say_whose_it_is(document: dict[str, Any] | None, name: str) -> None:
    tables = {"meta": {} if document is None else {"1": {"id": "x", "name": "y"}, "2": {"id": "holder"} | document}}
    assert holder_of(tables).name == name


FIELDS = st.fixed_dictionaries({}, optional={
    "title": st.sampled_from(["", "Zwölf “neue” Codes", "\ud800"]), "minutes": st.sampled_from([None, 60]),
    "approved_for": st.sampled_from([(), ("CPC",)]), "status": st.sampled_from(["done", "planned"]),
    "next_cycle": st.booleans(), "trashed": st.sampled_from([None, day("2026-01-11")]),
    "ceus": st.sampled_from([None, Decimal(1)]), "notes": st.sampled_from(["", "a\nb"]),
})  # fmt: skip


@given(st.lists(FIELDS, min_size=1, max_size=5))
def test_many_are_worded_as_each_by_itself(several: list[dict[str, Any]]) -> None:
    records = [an_activity(id=f"a{number}")._replace(**fields) for number, fields in enumerate(several)]
    texts = new_texts_of(records)
    assert texts == [new_texts_of([each])[0] for each in records]
    state, misfits = state_of({"activities": {str(n): from_json(text) for n, text in enumerate(texts, 1)}})
    assert (list(state.activities.values()), misfits) == (records, ())
    left_out = {name for name, default in Activity._field_defaults.items() if not default}
    for record, text in zip(records, texts, strict=True):
        assert not [name for name in from_json(text).keys() & left_out if not getattr(record, name)]
