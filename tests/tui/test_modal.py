"""What all modal screens share: each is left once, and takes along nothing that is over or under it."""

from pathlib import Path

from ceulog.tui.app import CeulogApp
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.help import HelpScreen
from ceulog.tui.screens.trash import TrashScreen
from tests.builders import a_log, an_activity
from tests.tui.host import a_logbook


async def test_a_screen_that_is_left_twice_does_not_take_the_dashboard_along(tmp_path: Path) -> None:
    app = CeulogApp(a_logbook(tmp_path, a_log(an_activity("1"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        trash = app.screen
        assert isinstance(trash, TrashScreen)
        trash.dismiss(None)
        trash.dismiss(None)
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)
        await pilot.press("t")
        await pilot.pause()
        assert isinstance(app.screen, TrashScreen)


async def test_a_screen_that_is_left_while_another_is_over_it_goes_when_its_turn_comes(tmp_path: Path) -> None:
    app = CeulogApp(a_logbook(tmp_path, a_log(an_activity("1"))))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t", "f1")
        await pilot.pause()
        trash = app.screen_stack[-2]
        assert isinstance(trash, TrashScreen)
        trash.dismiss(None)
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)
