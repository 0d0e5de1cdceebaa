"""Undo and redo: every line is a program of its own, so each of these survives a restart."""

import json
from typing import Any

import pytest

from tests.cli.conftest import Ceulog


def content(ceulog: Ceulog) -> dict[str, Any]:
    """All documents by id, but the history's and the file's own."""
    tables = json.loads(ceulog.file.read_text())
    found: dict[str, Any] = {
        name: {each["id"]: each for each in table.values()}
        for name, table in tables.items() if name not in ("changes", "meta") and table
    }  # fmt: skip
    holders = [each for each in tables["meta"].values() if each.get("name")]
    return found | {"holder": holders}


@pytest.mark.parametrize(
    ("command", "named"),
    [
        (["add", "New one", "--ceus", "1"], "New one"),
        (["edit", "ID", "--title", "Other title"], "Other title"),
        (["remove", "ID"], "Kept"),
        (["credential", "add", "CPMA", "--earned", "2024-01-01"], "CPMA"),
        (["credential", "set", "CPC", "--required", "27", "--reason", "pro-rated"], "CPC"),
        (["credential", "remove", "CCS"], "CCS"),
        (["organization", "set", "AAPC", "--member-id", "7"], "AAPC"),
        (["holder", "set", "--name", "Dana"], "name"),
        (["tick", "CCS"], "self-assessment"),
    ],
)
def test_everything_can_be_taken_back_and_done_again(ceulog: Ceulog, command: list[str], named: str) -> None:
    key = ceulog.done("add", "Kept", "--ceus", "1").id
    before = content(ceulog)
    ceulog.done(*(key if part == "ID" else part for part in command))
    after = content(ceulog)
    assert after != before
    undone = ceulog.done("undo")
    assert named in undone.out
    assert content(ceulog) == before
    assert named in ceulog.done("redo").out
    assert content(ceulog) == after


def test_restoring_and_renewing_can_be_taken_back(ceulog: Ceulog) -> None:
    key = ceulog.done("add", "Kept", "--ceus", "1").id
    ceulog.done("remove", key)
    ceulog.done("restore", key)
    ceulog.done("undo")
    assert ceulog.listed() == []
    before = content(ceulog)
    ceulog.done("organization", "renew", "AHIMA", today="2027-02-01")
    assert "AHIMA" in ceulog.done("undo").out
    assert content(ceulog) == before


def test_a_new_change_drops_what_was_undone(ceulog: Ceulog) -> None:
    ceulog.done("add", "first", "--ceus", "1")
    ceulog.done("undo")
    ceulog.done("add", "second", "--ceus", "1")
    assert "nothing to redo" in ceulog.refused("redo")
    assert [each["title"] for each in ceulog.listed()] == ["second"]


def test_undo_goes_back_one_by_one_to_the_beginning(empty: Ceulog) -> None:
    assert "nothing to undo" in empty.refused("undo")
    for title in ("one", "two", "three"):
        empty.done("add", title, "--ceus", "1")
    for left in (2, 1, 0):
        empty.done("undo")
        assert len(empty.listed()) == left
    empty.refused("undo")
    for there in (1, 2, 3):
        empty.done("redo")
        assert len(empty.listed()) == there


def test_the_history_stays_bounded(empty: Ceulog) -> None:
    for number in range(120):
        empty.done("add", f"number {number}", "--ceus", "1")
    assert len(json.loads(empty.file.read_text())["changes"]) <= 100
    assert "number 119" in empty.done("undo").out


def test_undo_leaves_what_another_program_edited(ceulog: Ceulog) -> None:
    ceulog.done("add", "Edited elsewhere", "--ceus", "1")
    ceulog.done("add", "Mine", "--ceus", "1")
    ceulog.file.write_text(ceulog.file.read_text().replace('"Edited elsewhere"', '"By hand"'))
    ceulog.done("undo")
    assert [each["title"] for each in ceulog.listed()] == ["By hand"]


def test_a_rollback_is_a_change_like_any_other(ceulog: Ceulog) -> None:
    ceulog.done("add", "Kept", "--ceus", "1")
    copy = ceulog.done("backup").out.strip()
    ceulog.done("add", "Later", "--ceus", "1")
    ceulog.done("tick", "CCS")
    before = content(ceulog)
    went = ceulog.done("rollback")
    assert "`ceulog undo` takes this back" in went.err
    assert [each["title"] for each in ceulog.listed()] == ["Kept"]
    assert ceulog.done("undo").out == f"Took back: rolled back to {copy}.\n"
    assert content(ceulog) == before
    ceulog.done("redo")
    assert [each["title"] for each in ceulog.listed()] == ["Kept"]
    assert "Nothing was changed" in ceulog.done("rollback", copy).err


def test_undo_after_a_rollback_of_a_damaged_file_names_what_brings_it_back(ceulog: Ceulog) -> None:
    ceulog.done("add", "Kept", "--ceus", "1")
    ceulog.done("backup")
    ceulog.file.write_bytes(damaged := b"no log")
    ceulog.done("rollback")
    said = ceulog.refused("undo")
    [command] = [each for each in said.split("`") if "rollback" in each]
    for _ in range(2):  # also to the one damaged file from the other
        ceulog.done(*command.split()[1:])
        assert ceulog.file.read_bytes() == damaged


def test_undo_takes_the_newest_also_when_another_program_has_sorted_the_file(empty: Ceulog) -> None:
    for number in range(12):
        empty.done("add", f"number {number}", "--ceus", "1")
    empty.file.write_text(json.dumps(json.loads(empty.file.read_text()), sort_keys=True, indent=1))
    for number in (11, 10, 9):
        assert f"number {number}" in empty.done("undo").out
    assert "number 9" in empty.done("redo").out
