"""A log that is damaged while a screen is open: a sentence, nothing lost, and a way back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.screen import ModalScreen
from textual.widgets import Input

from ceulog.domain.credentials import HeldCredential
from ceulog.logbook.logbook import Logbook
from ceulog.tui.safe import read_log
from ceulog.tui.screens.boxes import BoxesScreen
from ceulog.tui.screens.credential_form import CredentialForm
from ceulog.tui.screens.credentials import CredentialsScreen
from ceulog.tui.screens.export import ExportScreen
from ceulog.tui.screens.history import HistoryScreen
from ceulog.tui.screens.organization_form import OrganizationForm
from ceulog.tui.screens.trash import TrashScreen
from ceulog.tui.screens.what_if import WhatIfScreen
from ceulog.tui.screens.why import WhyScreen
from ceulog.tui.screens.wizard import Wizard
from tests.builders import a_log, an_activity, shipped
from tests.tui.host import Host, a_logbook, damage, screen_text

SAYS = "is damaged"
HELD = (("CPC", "2019-05-14"), ("CPC-A", "2018-01-10"), ("CCS", "2020-01-10"))
AAPC = shipped().organizations["AAPC"]


def cpc(logbook: Logbook) -> HeldCredential:
    return logbook.last_read.credentials["held-CPC"]


SCREENS: dict[str, tuple[Callable[[Logbook], ModalScreen[Any]], tuple[str, ...]]] = {
    "wizard": (Wizard, ()),
    "credentials": (CredentialsScreen, ("r",)),
    "removing": (CredentialsScreen, ("down", "d")),
    "credential form": (lambda log: CredentialForm(log, cpc(log)), ("tab", "x", "save")),
    "settings": (lambda log: OrganizationForm(log, AAPC), ("x", "save")),
    "why": (lambda log: WhyScreen(log, "AAPC", "CPC"), ("e", "escape")),
    "what if": (WhatIfScreen, ("c", "p", "m", "a", "enter")),
    "boxes": (lambda log: BoxesScreen(log, "CPC-A"), ("enter",)),
    "trash": (TrashScreen, ()),
    "history": (HistoryScreen, ()),
    "export": (ExportScreen, ()),
}


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    gone = an_activity("1", title="Gone", trashed="2026-11-20")
    return a_logbook(tmp_path, a_log(an_activity("8"), gone, held=HELD))


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_that_opens_on_a_damaged_log_says_so(logbook: Logbook, name: str) -> None:
    make, _ = SCREENS[name]
    damage(logbook)
    app = Host(lambda: make(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert SAYS in " ".join(screen_text(app).split())
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.results) == 1


@pytest.mark.parametrize("name", [name for name, (_, keys) in SCREENS.items() if keys])
async def test_a_log_that_is_damaged_under_an_open_screen_loses_nothing(logbook: Logbook, name: str) -> None:
    make, keys = SCREENS[name]
    app = Host(lambda: make(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        whole = damage(logbook)
        torn = (logbook.folder / "logbook.json").read_bytes()
        for key in keys:
            if key == "save":
                app.screen.query_one("#save").focus()
            await pilot.press("enter" if key == "save" else key)
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert SAYS in " ".join(screen_text(app).split())
        assert (logbook.folder / "logbook.json").read_bytes() == torn
        for line in app.screen.query(Input):
            if line.id in ("number", "member_id"):
                assert line.value.endswith("x")  # what was typed is still there
        (logbook.folder / "logbook.json").write_bytes(whole)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert len(app.results) == 1


def test_what_was_read_last_goes_on_being_shown(logbook: Logbook) -> None:
    before = logbook.state
    assert read_log(logbook) == (before, "")
    damage(logbook)
    state, trouble = read_log(logbook)
    assert state is before
    assert SAYS in trouble
