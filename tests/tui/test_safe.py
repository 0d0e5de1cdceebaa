"""A log that is damaged while a screen is open: a sentence, nothing lost, and a way back."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from textual.screen import ModalScreen
from textual.widgets import Input

from ceulog.domain.activities import Activity
from ceulog.domain.credentials import HeldCredential
from ceulog.logbook.logbook import Logbook
from ceulog.tui.safe import read_log
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.boxes import BoxesScreen
from ceulog.tui.screens.bulk_edit import BulkEditScreen
from ceulog.tui.screens.check import CheckScreen
from ceulog.tui.screens.credential_form import CredentialForm
from ceulog.tui.screens.credentials import CredentialsScreen
from ceulog.tui.screens.details import DetailsScreen
from ceulog.tui.screens.export import ExportScreen
from ceulog.tui.screens.history import HistoryScreen
from ceulog.tui.screens.import_table import ImportScreen
from ceulog.tui.screens.merge import MergeScreen
from ceulog.tui.screens.organization_form import OrganizationForm
from ceulog.tui.screens.portal import PortalScreen
from ceulog.tui.screens.proof_folder import ProofFolderScreen
from ceulog.tui.screens.templates import TemplatesScreen
from ceulog.tui.screens.timeline import TimelineScreen
from ceulog.tui.screens.trash import TrashScreen
from ceulog.tui.screens.what_if import WhatIfScreen
from ceulog.tui.screens.why import WhyScreen
from ceulog.tui.screens.wizard import Wizard
from ceulog.tui.view import View
from tests.builders import a_log, an_activity, shipped
from tests.tui.every_screen import readers
from tests.tui.host import Host, a_logbook, damage, screen_text

SAYS = "is damaged"
HELD = (("CPC", "2019-05-14"), ("CPC-A", "2018-01-10"), ("CCS", "2020-01-10"))
AAPC = shipped().organizations["AAPC"]


def cpc(logbook: Logbook) -> HeldCredential:
    return logbook.last_read.credentials["held-CPC"]


def everything(logbook: Logbook) -> tuple[Activity, ...]:
    return tuple(logbook.last_read.activities.values())


def view(logbook: Logbook) -> View:
    return View(logbook.last_read, logbook.progress(logbook.last_read), logbook.today())


def merging(logbook: Logbook) -> MergeScreen:
    """With a copy beside the log, as whole or as damaged as the log itself."""
    (logbook.folder / "logbook (1).json").write_bytes((logbook.folder / "logbook.json").read_bytes())
    return MergeScreen(logbook)


class Way(NamedTuple):
    """How a screen is opened, and what in it reads or writes the log."""

    make: Callable[[Logbook], ModalScreen[Any]]
    keys: tuple[str, ...] = ()
    says: str = SAYS
    """What stands there when it opens on a damaged log."""


WAYS: dict[type, list[Way]] = {
    Wizard: [Way(Wizard)],
    CredentialsScreen: [Way(CredentialsScreen, ("r",)), Way(CredentialsScreen, ("down", "d"))],
    CredentialForm: [Way(lambda log: CredentialForm(log, cpc(log)), ("tab", "x", "save"))],
    OrganizationForm: [Way(lambda log: OrganizationForm(log, AAPC), ("x", "save"))],
    WhyScreen: [Way(lambda log: WhyScreen(log, "AAPC", "CPC"), ("e", "escape"))],
    WhatIfScreen: [Way(WhatIfScreen, ("c", "p", "m", "a", "enter"))],
    BoxesScreen: [Way(lambda log: BoxesScreen(log, "CPC-A"), ("enter",))],
    TrashScreen: [Way(TrashScreen)],
    HistoryScreen: [Way(HistoryScreen)],
    ExportScreen: [Way(ExportScreen), Way(lambda log: ExportScreen(log, form="packet"))],
    CheckScreen: [Way(CheckScreen)],
    ImportScreen: [Way(ImportScreen)],
    MergeScreen: [Way(merging, ("enter", "f3"))],
    ProofFolderScreen: [Way(lambda log: ProofFolderScreen(log, log.folder))],
    TimelineScreen: [Way(lambda log: TimelineScreen(log, "CPC"))],
    TemplatesScreen: [Way(TemplatesScreen)],
    PortalScreen: [Way(PortalScreen, ("e", "u"))],
    BulkEditScreen: [Way(lambda log: BulkEditScreen(log, everything(log)))],
    ActivityForm: [Way(lambda log: ActivityForm(log, keep_draft=lambda _: None))],
    # it shows what the dashboard has read, which says it already
    DetailsScreen: [Way(lambda log: DetailsScreen(log, everything(log)[0], view(log)), says="8 CEUs count for CPC")],
}
SCREENS = {f"{kind.__name__}-{number}": way for kind, ways in WAYS.items() for number, way in enumerate(ways)}


def test_every_screen_that_is_given_the_logbook_is_tried_below() -> None:
    assert set(WAYS) == readers()


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    gone = an_activity("1", title="Gone", trashed="2026-11-20")
    return a_logbook(tmp_path, a_log(an_activity("8"), gone, held=HELD))


@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_that_opens_on_a_damaged_log_says_so(logbook: Logbook, name: str) -> None:
    make, _, says = SCREENS[name]
    damage(logbook)
    app = Host(lambda: make(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert says in " ".join(screen_text(app).split())
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.results) == 1


@pytest.mark.parametrize("name", [name for name, way in SCREENS.items() if way.keys])
async def test_a_log_that_is_damaged_under_an_open_screen_loses_nothing(logbook: Logbook, name: str) -> None:
    make, keys, _ = SCREENS[name]
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
