"""A picture that was kept is what was drawn, and nothing that could drive the terminal."""

import json

import pytest

from ceulog.tui.early.rows import Run, rows_in

ROWS = [[Run("CPC ", "1;38;2;1;2;3"), Run("█╌ 循環", "")], [Run(" ", "7")]]


def test_what_was_kept_comes_back() -> None:
    assert rows_in(json.loads(json.dumps(ROWS)), 2) == ROWS


@pytest.mark.parametrize(
    "kept",
    [
        None, 7, "x", {}, [], [[["x", "1"]]], [[["x", "1"]], []], [[["x", "1"]], 7], [[["x", "1"]], ["x"]],
        [[["x", "1"]], [["x", 1]]], [[["x", "1"]], [[None, "1"]]], [[["x", "1"]], [["x", "1", "2"]]],
        [[["x", "1"]], [["x\x1b[2J", "1"]]], [[["x", "1"]], [["x", "1m\x1b[2J"]]], [[["x", "1"]], [["x\n", "1"]]],
        [[["x", "1"]], [["x", "1\n"]]], [[["x", "1"]], [["\x9b2J", "1"]]],
    ],
    ids=repr,
)  # fmt: skip
def test_what_is_no_picture_is_none(kept: object) -> None:
    assert rows_in(kept, 2) == []
