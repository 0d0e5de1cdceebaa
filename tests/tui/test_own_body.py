"""A body of the holder's own on the screen: picked in the wizard like the shipped ones."""

from pathlib import Path

from textual.widgets import Input

from ceulog.logbook.opening import open_logbook
from ceulog.tui.screens.wizard import Wizard
from tests.builders import TODAY
from tests.tui.host import Host, screen_text

RULES = """\
schema = 1
organization = { code = "RCCB", name = "RCCB" }
credential = [{ code = "RCC", name = "Radiology coder" }]
[[edition]]
id = "rccb-2026"
starts = 2026-11-01
source = "a test"
pool = { kind = "each", figures = { RCC = 12 } }
"""


async def test_the_wizard_lists_it_and_asks_for_its_award(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "rccb.toml").write_text(RULES)
    app = Host(lambda: Wizard(open_logbook(tmp_path, TODAY)))
    async with app.run_test(size=(80, 24)) as pilot:
        line = app.screen.query_one("#search", Input)
        line.focus()
        line.value = "rccb"
        await pilot.pause()
        assert "Radiology coder" in screen_text(app)
        await pilot.press("enter", "tab")
        await pilot.pause()
        assert isinstance(app.focused, Input)
        app.focused.value = "3/1/2025"
        await pilot.pause()
        app.screen.query_one("#next").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert "RCCB" in screen_text(app)
