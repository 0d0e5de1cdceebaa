"""The ready queries for a department, run by real DuckDB: they say what our own numbers say."""

from pathlib import Path

import pytest

from tests.department import VIEWS, Asked, Coder, ask, make_department, ours

CODERS = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the coders' folders lie; quotes and blanks are in its path."""
    return tmp_path_factory.mktemp("department") / "the coders' own"


@pytest.fixture(scope="module")
def coders(folder: Path) -> list[Coder]:
    """A dozen, and the folder of one whose commands wrote nothing."""
    made = make_department(folder, CODERS)
    empty = folder / "a folder of none"
    empty.mkdir()
    for name in ("status.json", "log.jsonl"):
        (empty / name).touch()
    return made


@pytest.fixture(scope="module")
def asked(folder: Path, coders: list[Coder]) -> Asked:
    """What the script said."""
    return ask(folder)


@pytest.mark.parametrize("view", VIEWS)
def test_duckdb_says_what_our_numbers_say(view: str, asked: Asked, coders: list[Coder]) -> None:
    expected = ours(coders)[view]
    assert len(expected) > 2
    assert asked.answers[view] == expected


def test_who_handed_in_nothing_is_named(asked: Asked) -> None:
    assert asked.answers["not_in_view"] == [("a folder of none",)]
    assert set(asked.answers) == {*VIEWS, "not_in_view"}


def test_the_dozen_has_what_the_answers_are_about(asked: Asked) -> None:
    behind = asked.answers["who_is_behind"]
    assert {row[2] for row in behind} == {"behind", "overdue"}
    words = " ".join(row[7] for row in behind)
    assert all(each in words for each in ("CPMA auditing", "CCS self-assessment", "from AHIMA"))
