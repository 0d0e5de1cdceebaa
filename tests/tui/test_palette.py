"""The palette: what holds the words that were typed stands first."""

from pathlib import Path

import pytest
from textual.command import CommandList

from ceulog.cli.registry import COMMANDS as ON_THE_COMMAND_LINE
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.commands import COMMANDS
from ceulog.tui.palette import ALIASES, ELSEWHERE, PLACEHOLDER
from ceulog.tui.ranking import places_of, rank
from tests.builders import a_log, an_activity
from tests.tui.host import a_logbook, screen_text


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    talk = an_activity("1", "2026-05-01", title="Top 10 [b]denials")
    return a_logbook(tmp_path, a_log(talk, an_activity("1", "2026-06-01", title="Wound care")))


def test_whole_words_go_before_beginnings_insides_and_scattered_letters() -> None:
    def resembling(name: str) -> float:
        return 1.0 if name == "Credentials" else 0

    scores = [
        rank("denials", "Denials"), rank("denials", "Top 10 denials"), rank("denials", "Talk", "about denials"),
        rank("denial", "Top 10 denials"), rank("denial", "Talk", "about denials"), rank("enial", "Denials"),
        rank("enial", "Talk", "denials"), rank("denials", "Credentials", "what you hold", resembling),
        rank("denials", "Tick", "a box of a credential, such as the self-assessment", resembling),
    ]  # fmt: skip
    assert scores == sorted(scores, reverse=True)
    assert (scores[-1], scores[-2] > 0) == (0, True)
    assert rank("", "Add") == rank("  ", "Add") == 0
    assert rank("export csv", "Export", "write the log as CSV") > rank("export xml", "Export", "write") == 0


def test_where_words_stand() -> None:
    assert places_of("DEN top", "Top 10 denials, dental") == [(7, 10), (16, 19), (0, 3)]
    assert places_of("[b", "a [b]") == [(2, 4)]
    assert places_of("s", "ßİs") == []


@pytest.mark.parametrize("name", [each for each, _, _ in ELSEWHERE])
def test_what_is_elsewhere_is_not_a_command_of_the_screen_and_names_commands_that_exist(name: str) -> None:
    sentence = next(each for title, _, each in ELSEWHERE if title == name)
    for command in sentence.split("`ceulog ")[1:]:
        assert command.split("`")[0].split()[0] in ON_THE_COMMAND_LINE
    assert name not in [each.name for each in COMMANDS], "it has a command of the screen now: take it off this list"


def test_every_alias_is_of_a_command() -> None:
    assert ALIASES.keys() <= {each.action for each in COMMANDS}


async def test_the_first_hit_is_the_one_that_was_meant(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.pause()
        assert PLACEHOLDER in screen_text(app)
        for typed, first in (
            ("denials", "Top 10 [b]denials"), ("restore", "See the trash"), ("backup", "The log is copied once a day"),
            ("import", "Bring in a spreadsheet"), ("cpc", "CPC"), ("wound", "Wound care"),
        ):  # fmt: skip
            app.screen.query_one("CommandInput").value = typed  # type: ignore[attr-defined]  # an Input
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            hit = app.screen.query_one(CommandList).get_option_at_index(0).hit  # type: ignore[attr-defined]  # a Command
            assert str(hit.text).startswith(first), typed
        await pilot.press("escape", "ctrl+p", *"backup")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "`ceulog rollback` goes back." in " ".join(screen_text(app).split())
