"""Text that would be markup, drive the terminal or burst a column, through every screen, small and large."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len
from textual.pilot import Pilot

from ceulog.domain.activities import Certificate
from ceulog.domain.changes import of_records
from ceulog.domain.credentials import Holder
from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp
from ceulog.tui.screens import export, pick_file
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.help import HelpScreen
from ceulog.tui.screens.key_prompt import KeyPrompt
from ceulog.tui.screens.pick_date import PickDate
from ceulog.tui.widgets.board import Board
from tests.builders import a_cycle, a_held, a_log, a_planned, an_activity, ids
from tests.tui.every_screen import Kind, every_screen
from tests.tui.host import a_logbook, screen_text
from tests.tui.own_body import CODE, own_rules

SIZES = [(60, 20), (200, 60)]
MARKUP = ("[/x]", "[b]")
HOSTILE = "[/x] [b]😀 長文 \\[ $x " + "x" * 400
NOTE = f"{HOSTILE}\nsecond [/] line\n" * 3
LATE = dt.date(2026, 12, 5)
"""The cycle of the body of one's own is over, so that closing it is asked about."""

FOUND_NOWHERE = ("[", "/", "x", "]")
WAYS: dict[str, list[list[str]]] = {
    "details": [["v"]],
    "proofs": [["f"]],
    "form": [["e"], ["#certificate", "down"], ["escape", "#date", "down"]],
    "why": [["w"], ["enter"], ["f", *FOUND_NOWHERE]],
    "portal": [["l"], ["end", "e"], ["ctrl+a", "c"]],
    "timeline": [["p", "right", "end"]],
    "boxes": [["s"]],
    "templates": [["m"]],
    "trash": [["t"]],
    "export": [["x"], ["f2"], ["escape", "escape"], ["X", "f3"]],
    "check": [["K"]],
    "import": [["i", "f2"], ["end", "up", "enter"], ["f4"]],
    "certificates": [["i", "f2"], ["end", "enter"]],
    "merge": [["g", "f2"], ["escape", "enter"]],
    "credentials": [["c"], ["end", "up", "r"], ["y", "h"], ["escape", "end", "up", "enter"]],
    "correcting": [["c", "end", "enter"]],
    "adding": [["c", "a", *FOUND_NOWHERE]],
    "settings": [["f2"], ["#keys-list", "home", "enter"]],
    "help": [["question_mark"]],
    "palette": [["ctrl+p", "x", "x"]],
    "bulk edit": [["ctrl+a", "e"]],
    "filter": [["slash", "["]],
}
"""From the dashboard: what is pressed, or given the focus, to each screen on the way."""
NO_WORDS_OF_OTHERS: set[Kind] = {PickDate, KeyPrompt, HelpScreen}


def hostile_logbook(folder: Path) -> Logbook:
    proofs = tuple(Certificate(f"{mark} proof.pdf", "0") for mark in MARKUP)
    fields: dict[str, Any] = dict.fromkeys(("sponsor", "presenter", "location"), HOSTILE[:190])
    fields |= {"title": HOSTILE, "certificates": proofs}
    entries = [an_activity("1", f"2026-0{month}-10", notes=NOTE, at="AAPC BODY", **fields) for month in (1, 2, 3)]
    gone = an_activity("1", trashed="2026-11-20", **fields)
    plans = [a_planned("1", on, **fields) for on in ("2026-11-10", "2026-12-20")]
    log = a_log(
        *entries, gone, *plans,
        held=[a_held(CODE, "2024-12-01", "BODY"), a_held("CPC", "2019-05-14"), a_held("CCS", "2020-02-03")],
        cycles={"BODY": a_cycle("2024-12-01", "2026-11-30", rules_seen="body-0")},
    )  # fmt: skip
    (folder / "logbook ([b] X's conflicted copy).json").write_bytes(
        (a_logbook(folder, log).folder / "logbook.json").read_bytes()
    )
    a_logbook(folder).change(of_records("named", (None, Holder(HOSTILE[:190]))))
    return Logbook(folder, own_rules(), today=lambda: LATE, new_id=ids())


async def go(pilot: Pilot[int], keys: list[str]) -> None:
    for key in keys:
        if key.startswith("#"):
            pilot.app.screen.query_one(key).focus()
        else:
            await pilot.press(key)
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def shows_text_as_text(app: CeulogApp, way: str) -> None:
    shown, width = screen_text(app), app.size.width
    assert "\x1b" not in shown, way
    assert all(cell_len(line) <= width for line in shown.splitlines()), way
    assert type(app.screen) in NO_WORDS_OF_OTHERS or any(each in shown for each in MARKUP), (
        f"{way} at {width}, {app.screen}\n{shown}"
    )


async def test_every_screen_shows_hostile_text_as_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "[b]😀 長文"
    folder.mkdir()
    (folder / "[b] other.json").write_bytes(b"{}")
    (folder / "[b] proof.pdf").write_bytes(b"%PDF")
    (folder / "[b] table.csv").write_text(f"Title,Date,CEUs,[b]Score\n{HOSTILE},2026-03-01,1,[/x]\n", encoding="utf-8")
    monkeypatch.setattr(export, "_default_folder", lambda: folder)
    monkeypatch.setattr(pick_file, "first_folder", lambda: folder)
    app = CeulogApp(
        hostile_logbook(folder / "log"), settings=Settings(keys={"[b]": "n"}), settings_file=folder / "settings.toml"
    )
    seen: set[type] = set()
    sizes = list(SIZES)
    async with app.run_test(size=sizes[0]) as pilot:
        app.screen.query_one(Board).choose(CODE)
        for way, steps in WAYS.items():
            for keys in steps:
                await go(pilot, keys)
                seen.add(type(app.screen))
                shows_text_as_text(app, way)
                sizes.reverse()
                await pilot.resize_terminal(*sizes[0])
                await pilot.pause()
                while app.screen.outer_size != app.size:  # where something else was to be done first
                    await pilot.pause()
                shows_text_as_text(app, way)
            for _ in range(6):
                if not isinstance(app.screen, Dashboard):
                    await go(pilot, ["escape"])
            await go(pilot, ["escape", "escape"])
            assert isinstance(app.screen, Dashboard), way
    assert every_screen() <= seen, "a way to these is missing above"
