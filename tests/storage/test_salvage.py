"""What can be read of a damaged file."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ceulog.storage.database import LogbookDatabase
from ceulog.storage.salvage import salvage
from tests.effort import tries

ENTRIES = 40


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder: Path = tmp_path_factory.mktemp("whole")
    database = LogbookDatabase(folder / "logbook.json")
    with database.transaction():
        database.table("memberships").put({"id": "m", "organization": "AAPC", "cycles": []})
        for number in range(ENTRIES):
            title = f'No. {number} {{"1": {{ é'
            database.table("activities").put(
                {"id": f"a{number}", "date": "2026-01-01", "title": title, "credits": {"AAPC": "1"}, "unknown": number}
            )
        database.table("ticks").put({"id": "t", "credential": "CCS", "label": "s", "date": "2026-01-01"})
        old = {"id": "a1", "date": "2020-01-01", "title": "as it was", "credits": {"AAPC": "9"}}
        database.table("changes").put({"id": "c", "on": "2026-01-01", "label": "x", "others": [["a", "a1", old]]})
    return (folder / "logbook.json").read_bytes()


def _tables(data: bytes) -> dict[str, dict[str, dict[str, object]]]:
    tables: dict[str, dict[str, dict[str, object]]] = json.loads(data)
    return {name: tables[name] for name in ("memberships", "activities", "ticks")}


def test_a_whole_file_is_found_again(whole: bytes) -> None:
    assert salvage(whole) == _tables(whole)


def test_a_file_that_breaks_off_gives_what_stands_before(whole: bytes) -> None:
    cut = whole.index(b'"id":"a25"') + 4
    assert set(salvage(whole[:cut])["activities"]) == {str(number) for number in range(1, 26)}


def test_a_hole_costs_only_what_it_hits(whole: bytes) -> None:
    at = whole.index(b'"id":"a7"')
    holed = whole[:at] + b"\0" * 40 + whole[at + 40 :]
    assert len(salvage(holed)["activities"]) == ENTRIES - 1
    names_gone = whole.replace(b'"activities"', b"\xff\xfe\x00\x00")
    assert salvage(names_gone) == _tables(whole)


def test_many_small_holes_cost_only_what_they_hit(whole: bytes) -> None:
    holed = whole.replace(b'"ticks":', b'"9":{"a":, ' * 100 + b'"ticks":')
    assert salvage(holed) == _tables(whole)


def test_a_lost_brace_does_not_swallow_the_rest(whole: bytes) -> None:
    at = whole.index(b'"},"unknown":12')
    found = salvage(whole[:at] + whole[at + 2 :] + b"}")["activities"]
    assert len(found) >= ENTRIES - 1


def test_the_history_is_not_taken_for_the_log(whole: bytes) -> None:
    torn = whole[: whole.index(b'"label":"x"')] + whole[whole.index(b'"others"') + 3 :]
    assert {each["title"] for each in salvage(torn)["activities"].values()} >= {'No. 1 {"1": { é'}
    assert "as it was" not in {each["title"] for each in salvage(torn)["activities"].values()}


@given(st.data())
@settings(max_examples=tries(300, 1000))
def test_no_damage_raises_or_invents(whole: bytes, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 400)))
    damaged = whole[:start] + data.draw(st.binary(max_size=60)) + whole[end:]
    true = {each["id"] for each in _tables(whole)["activities"].values()}
    found = salvage(damaged).get("activities", {})
    untouched = sum(f'"id":"a{n}",'.encode() in damaged for n in range(ENTRIES))
    assert len(found) >= untouched - 3
    assert sum(each["id"] in true for each in found.values()) >= len(found) - 1


@pytest.mark.parametrize(
    "data",
    [b"", b"null", b"\0" * 1000, b'"1":{' * 5_000, b'"1":{"a":' * 5_000, b'{"activities":{"1":{"id":NaN}}}'],
    ids=["nothing", "null", "zeros", "open", "nested", "no document"],
)
def test_nothing_comes_of_nothing(data: bytes) -> None:
    assert salvage(data) == {}


def test_a_file_full_of_surprises_is_given_up(whole: bytes) -> None:
    assert salvage(b'"1":{"a":NaN}' * 3 + whole) == _tables(whole)
    assert salvage(b'"1":{"a":NaN}' * 5_000 + whole) == {}
