"""The ready queries for a department, run by real DuckDB: they say what our own numbers say."""

from pathlib import Path

import pytest

from tests.department import VIEWS, Asked, Coder, ask, make_department, ours

CODERS = 12


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the coders' folders lie; quotes and blanks are in its path."""
    return tmp_path_factory.mktemp("department") / "the coders' own"


BROKEN = {
    "an empty one": {"status.json": b"", "log.jsonl": b""},
    "of another code page": {"status.json": "{}".encode("utf-16"), "logbook.json": b"\xff\xfe{"},
    "torn": {"log.jsonl": b'{"activity_id":"x","counts":"'},
    "a new log": {"logbook.json": b'{"meta":{}}'},
}
"""Folder -> file -> bytes of what coders may hand in by mistake."""


@pytest.fixture(scope="module")
def coders(folder: Path) -> list[Coder]:
    """A dozen, and the folders of some whose files hold nothing."""
    made = make_department(folder, CODERS)
    for name, files in BROKEN.items():
        (folder / name).mkdir()
        for file, data in files.items():
            (folder / name / file).write_bytes(data)
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


def test_what_cannot_be_read_stops_nothing_and_is_named(asked: Asked) -> None:
    nothing = "no progress in status.json"
    assert asked.answers["not_in_view"] == [
        ("a new log", nothing), ("an empty one", nothing),
        ("of another code page", "logbook.json cannot be read"), ("of another code page", nothing),
        ("torn", "a line of log.jsonl cannot be read"), ("torn", nothing),
    ]  # fmt: skip
    assert set(asked.answers) == {*VIEWS, "not_in_view"}


def test_any_of_the_files_may_be_missing(folder: Path, coders: list[Coder], tmp_path: Path) -> None:
    assert not any(ask(tmp_path).answers.values())
    lone = tmp_path / coders[0].name
    lone.mkdir()
    (lone / "logbook.json").write_bytes((folder / lone.name / "logbook.json").read_bytes())
    answers = ask(tmp_path).answers
    assert answers["logged_by_month"] == ours(coders[:1])["logged_by_month"] != []
    assert answers["not_in_view"] == [(lone.name, "no progress in status.json")]


def test_the_dozen_has_what_the_answers_are_about(asked: Asked) -> None:
    behind = asked.answers["who_is_behind"]
    assert {row[2] for row in behind} == {"behind", "overdue"}
    words = " ".join(row[7] for row in behind)
    assert all(each in words for each in ("CPMA auditing", "CCS self-assessment", "from AHIMA"))
