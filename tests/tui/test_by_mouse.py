"""Half an hour with the mouse alone: no key is pressed from the first screen to leaving."""

from pathlib import Path

import pytest
from textual.pilot import Pilot

from ceulog.domain.credentials import Tick
from ceulog.tui.app import CeulogApp
from ceulog.tui.screens import export
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.help import HelpScreen
from ceulog.tui.widgets.log_view import LogView
from tests.builders import a_log, an_activity
from tests.tui.host import a_logbook, screen_text

SIZE = (100, 40)


class Mouse:
    """Clicks on what stands on the screen."""

    def __init__(self, pilot: Pilot[int], app: CeulogApp) -> None:
        self.pilot = pilot
        self.app = app

    async def on(self, words: str, *, times: int = 1, nth: int = 0, shift: int = 0, x: int = -1) -> None:
        """Click on words, the nth of those that stand there; beside their beginning, or at a cell of their line."""
        await self.rest()
        rows = enumerate(screen_text(self.app).splitlines())
        places = [(line.index(words) + shift if x < 0 else x, row) for row, line in rows if words in line]
        assert places, f"{words!r} is not on the screen:\n{screen_text(self.app)}"
        await self.pilot.click(offset=places[nth], times=times)
        await self.rest()

    async def rest(self) -> None:
        """Wait until the disk and the workers have answered."""
        await self.pilot.pause()
        while self.app.is_saving:
            await self.pilot.pause()
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    async def command(self, sentence: str) -> None:
        """Do what a line of the help does."""
        await self.on("? Help")
        assert isinstance(self.app.screen, HelpScreen)
        scroll = self.app.screen.query_one("#help-text")
        while sentence not in screen_text(self.app):
            before = scroll.scroll_offset.y
            await self.pilot._post_mouse_events([_down()], offset=(20, 20))
            await self.rest()
            assert scroll.scroll_offset.y > before, f"the help has no line {sentence!r}"
        await self.on(sentence)


def _down() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_half_an_hour_by_mouse_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export, "_default_folder", lambda: tmp_path)
    meetings = [
        an_activity("1", f"2026-{month:02}-12", title="Chapter meeting", sponsor="Chapter") for month in (3, 4, 5)
    ]
    log = a_log(
        *meetings, an_activity("2", "2026-02-01", title="Denials"), held=[("CPC", "2019-05-14"), ("CCS", "2020-02-03")]
    )
    logbook = a_logbook(tmp_path / "log", log)
    app = CeulogApp(logbook)
    async with app.run_test(size=SIZE) as pilot:
        mouse = Mouse(pilot, app)
        # finding and looking
        await mouse.on("Title")
        assert "Title▴" in screen_text(app)
        await mouse.on("Denials")
        await mouse.command("See everything about the selected")
        assert "none yet; f attaches one" in screen_text(app)
        await mouse.on("Esc Back", shift=4)
        # logging what comes again, on a day of the calendar
        await mouse.command("Log what you attend regularly")
        await mouse.on("3 times", times=2)
        assert isinstance(app.screen, ActivityForm)
        await mouse.on("▼")
        await mouse.on(" 10 ", shift=1)
        await mouse.on("Save")
        await mouse.rest()
        assert isinstance(app.screen, Dashboard), screen_text(app)
        assert "2026-11-10" in {each.date.isoformat() for each in logbook.state.activities.values()}
        await mouse.on("u Undo")
        assert len(logbook.state.activities) == 4
        # marking and deleting, and back
        for nth in (0, 1):
            await mouse.on("no proof", nth=nth, x=1)
        assert len(app.screen.query_one(LogView).marked) == 2, screen_text(app)
        await mouse.command("Put the selected entry, or all marked")
        assert sum(1 for each in logbook.state.activities.values() if each.trashed) == 2
        await mouse.on("u Undo")
        # the box, and why
        await mouse.on("[ ] self-assessment")
        assert [type(each) for each in logbook.state.ticks.values()] == [Tick]
        await mouse.on("CPC ")
        await mouse.on("w Why")
        assert "Why " in screen_text(app)
        await mouse.on("Esc Back", shift=4)
        # handing over, and leaving
        await mouse.on("x Export")
        await mouse.on("Write it")
        await mouse.rest()
        assert list(tmp_path.glob("*.csv"))
        await mouse.on("Enter Back", shift=6)
        await mouse.command("Leave; everything is saved")
    assert app.return_value == 0
