"""When there is a first picture: only where it is certain to be the right one."""

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ceulog.settings.values import Settings
from ceulog.tui.early.conditions import Size, is_usual, shows_true_color
from tests.builders import a_log, an_activity
from tests.tui.host import a_logbook

XTERM = {"TERM": "xterm-256color"}
USUAL = Settings(glyphs="unicode")


@pytest.mark.parametrize(
    ("environment", "shown"),
    [
        (XTERM, False), ({"TERM": "xterm-kitty"}, False), ({**XTERM, "COLORTERM": "truecolor"}, True),
        ({"TERM": "xterm", "COLORTERM": "24bit"}, True), ({"TERM": "xterm"}, None), ({}, None),
        ({"TERM": "dumb", "COLORTERM": "truecolor"}, None), ({**XTERM, "NO_COLOR": ""}, None),
        ({**XTERM, "FORCE_COLOR": "1"}, None), ({**XTERM, "COLUMNS": "90"}, None),
        ({**XTERM, "TEXTUAL_COLOR_SYSTEM": "standard"}, None),
    ],
    ids=str,
)  # fmt: skip
def test_colors_are_those_of_a_terminal_that_is_known(environment: Mapping[str, str], shown: bool | None) -> None:
    assert shows_true_color(environment) is shown


def test_the_dashboard_has_its_least_size() -> None:
    assert Size(60, 20).is_enough
    assert not Size(200, 19).is_enough
    assert not Size(59, 60).is_enough


def test_nothing_that_is_found_later_may_be_there(tmp_path: Path) -> None:
    a_logbook(tmp_path, a_log(an_activity("1")))
    folder = str(tmp_path)
    assert is_usual(folder, USUAL)
    assert not is_usual(folder, Settings(glyphs="ascii"))
    assert not is_usual(folder, USUAL._replace(keys={"undo": "f6"}))
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    (drafts / ".owner.open").touch()
    assert is_usual(folder, USUAL)
    (drafts / "one.json").touch()
    assert not is_usual(folder, USUAL)
    (drafts / "one.json").unlink()
    copy = tmp_path / "logbook (1).json"
    copy.touch()
    assert not is_usual(folder, USUAL)
    copy.unlink()
    assert is_usual(folder, USUAL)
    (drafts / ".owner.open").unlink()
    drafts.rmdir()
    drafts.touch()
    assert not is_usual(folder, USUAL)


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right of their own there")
def test_copies_of_a_linked_log_lie_elsewhere(tmp_path: Path) -> None:
    a_logbook(tmp_path, a_log(an_activity("1")))
    (tmp_path / "logbook.json").rename(tmp_path / "elsewhere")
    (tmp_path / "logbook.json").symlink_to(tmp_path / "elsewhere")
    assert not is_usual(str(tmp_path), USUAL)
