"""Past cycles: as they were when they were closed, the newest first, or what to do that there will be some."""

from pathlib import Path

import pytest

from ceulog.domain.cycles import Closing
from ceulog.tui.screens.credentials import CredentialsScreen
from ceulog.tui.screens.history import HistoryScreen
from tests.builders import a_cycle, a_log, day
from tests.tui.host import Host, a_logbook, screen_text

SIZES = [(200, 60), (60, 20)]
HOSTILE = "[/x] \x1b[31m 漢字"
CLOSED = {
    "complete": True, "surplus": "2", "earned": "38", "needed": "36", "edition": HOSTILE,
    "credentials": [
        {
            "code": "CPC", "earned": "38", "needed": "36",
            "requirements": [{"kind": "tick", "label": HOSTILE, "met": True}],
        }
    ],
    "requirements": [{"label": "a share", "earned": "8", "needed": "8"}],
}  # fmt: skip


def logbook_of(folder: Path, *closed: str) -> CredentialsScreen | HistoryScreen:
    cycles = [
        a_cycle(start, end, closing=Closing(day("2025-04-02"), CLOSED, {"a": {}}))
        for start, end in (each.split() for each in closed)
    ]
    log = a_log(cycles={"AAPC": (*cycles, a_cycle())})
    return HistoryScreen(a_logbook(folder, log))


@pytest.mark.parametrize("size", SIZES)
async def test_closed_cycles_as_they_were(tmp_path: Path, size: tuple[int, int]) -> None:
    app = Host(lambda: logbook_of(tmp_path, "2021-04-01 2023-03-31", "2023-04-01 2025-03-31"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = screen_text(app)
        flat = " ".join(text.split())
        assert "AAPC renewal period Apr 1, 2023 to Mar 31, 2025: complete, 2 CEUs more than needed" in flat
        assert "38 / 36 CEUs by edition [/x]" in flat
        assert "CPC 38 / 36 [x] [/x]" in flat
        assert "\x1b" not in text
        assert "Esc Back" in flat
        await pilot.press("end")
        await pilot.pause()
        assert "Apr 1, 2021 to Mar 31, 2023" in " ".join(screen_text(app).split())
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_none_yet_says_what_to_do(tmp_path: Path) -> None:
    app = Host(lambda: logbook_of(tmp_path))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        flat = " ".join(screen_text(app).split())
        assert "No cycle is closed yet." in flat
        assert "r in your credentials closes it" in flat


async def test_h_in_credentials_opens_them_and_a_click_closes_them(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log())
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("h")
        await pilot.pause()
        assert isinstance(app.screen, HistoryScreen)
        lines = screen_text(app).splitlines()
        row = max(number for number, line in enumerate(lines) if "Esc Back" in line)
        await pilot.click(offset=(lines[row].index("Back"), row))
        await pilot.pause()
        assert isinstance(app.screen, CredentialsScreen)
