"""What the help says about where one is: what each screen is for, and the keys that do something there now."""

import importlib
import pkgutil
from pathlib import Path
from typing import Any

import pytest

from ceulog.logbook.logbook import Logbook
from ceulog.tui import screens
from ceulog.tui.app import CeulogApp
from ceulog.tui.help_topics import topics
from ceulog.tui.screens.help import HelpScreen
from ceulog.tui.screens.modal import Modal
from ceulog.tui.screens.pick_date import PickDate
from ceulog.tui.screens.wizard import Wizard
from tests.builders import TODAY, a_log, an_activity
from tests.tui.host import Host, a_logbook, screen_text

NEEDS_NONE = {"ActivityForm", "ConfirmScreen", "HelpScreen", "KeyPrompt", "PickDate", "Wizard"}
"""Screens that say themselves what they are for, or whose parts do."""


def every_screen() -> list[type[Modal[Any]]]:
    """Every modal screen there is."""
    modules = [
        importlib.import_module(f"{screens.__name__}.{each.name}") for each in pkgutil.iter_modules(screens.__path__)
    ]
    found = {name: each for module in modules for name, each in vars(module).items() if isinstance(each, type)}
    return [each for each in found.values() if issubclass(each, Modal) and "BINDINGS" in vars(each)]


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path, a_log(an_activity("1", id="entry")))


def listed(app: Host | CeulogApp) -> dict[str, str]:
    return {key: words for topic in topics(app.screen) for key, words in topic.keys}


def test_every_screen_says_what_it_is_for() -> None:
    found = every_screen()
    assert len(found) > 15
    silent = {each.__name__ for each in found if not getattr(each, "ABOUT", "")}
    assert silent == NEEDS_NONE


async def test_only_keys_that_do_something_are_listed(logbook: Logbook) -> None:
    for offered in (False, True):
        app = Host(lambda: Wizard(logbook, can_import=offered))  # noqa: B023 - called in this round
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            assert "Import a spreadsheet" not in listed(app).values()
            assert isinstance(app.screen, Wizard)
            app.screen._finish()
            await pilot.pause()
            assert ("Import a spreadsheet" in listed(app).values()) is offered


async def test_the_form_lists_what_its_keys_do_now(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Coding clinic 1 ceu")
        await pilot.pause()
        keys = listed(app)
        assert keys["Enter"] == "Go to Save"
        assert "ctrl+o" not in keys
        assert "F2" not in keys
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("f1")
        await pilot.pause()
        assert "Add an activity" in screen_text(app)


async def test_the_calendar_lists_the_arrows() -> None:
    app = Host(lambda: PickDate(None, TODAY))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        keys = listed(app)
        assert (keys["←"], keys["↓"]) == ("Day before", "Week after")
