"""Text that would be markup, drive the terminal or burst a column, through every screen, small and large."""

from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from ceulog.domain.changes import of_records
from ceulog.domain.credentials import Holder
from ceulog.tui.app import CeulogApp
from ceulog.tui.screens.dashboard import Dashboard
from tests.builders import a_log, a_planned, an_activity
from tests.tui.host import a_logbook, screen_text

HOSTILE = "[/x] [b]😀 長文 \\[ $x " + "x" * 400
NOTE = f"{HOSTILE}\nsecond [/] line\n" * 3
WAYS = {
    "details": ["v"], "form": ["e"], "again": ["y"], "why": ["w"], "timeline": ["p"], "templates": ["m"],
    "trash": ["t"], "export": ["x"], "credentials": ["c"], "settings": ["f2"], "help": ["question_mark"],
    "palette": ["ctrl+p", "x", "x"], "bulk edit": ["ctrl+a", "e"], "filter": ["slash", "["],
}  # fmt: skip


@pytest.mark.parametrize("size", [(60, 20), (200, 60)])
async def test_every_screen_shows_hostile_text_as_text(tmp_path: Path, size: tuple[int, int]) -> None:
    fields: dict[str, Any] = {
        "title": HOSTILE,
        "sponsor": HOSTILE[:190],
        "presenter": HOSTILE[:190],
        "location": HOSTILE[:190],
    }
    entries = [an_activity("1", f"2026-0{month}-10", notes=NOTE, **fields) for month in (1, 2, 3)]
    gone = an_activity("1", trashed="2026-11-20", **fields)
    log = a_log(
        *entries, gone, a_planned("1", "2026-11-10", **fields), held=[("CPC", "2019-05-14"), ("CCS", "2020-02-03")]
    )
    logbook = a_logbook(tmp_path, log)
    logbook.change(of_records("named", (None, Holder(HOSTILE[:190]))))
    app = CeulogApp(logbook)
    async with app.run_test(size=size) as pilot:
        for way, keys in WAYS.items():
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            shown = screen_text(app)
            assert "\x1b" not in shown, way
            assert all(cell_len(line) <= size[0] for line in shown.splitlines()), way
            assert "[/x]" in shown or way in ("help", "settings", "export", "credentials", "why", "timeline"), way
            for _ in range(4):
                if not isinstance(app.screen, Dashboard):
                    await pilot.press("escape")
                    await pilot.pause()
            await pilot.press("escape", "escape")
            assert isinstance(app.screen, Dashboard), way
