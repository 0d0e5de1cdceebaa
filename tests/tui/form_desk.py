"""A desk for the tests of the activity form: a logbook, the form over it, and what is read off and typed into it."""

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Label

from ceulog.domain.activities import Activity
from ceulog.domain.changes import activity_in
from ceulog.domain.state import LogState
from ceulog.tui.forms.draft import FormDraft, FormOutcome
from ceulog.tui.forms.fields import Field
from ceulog.tui.screens.activity_form import ActivityForm
from tests.builders import a_log
from tests.tui.host import Host, a_logbook, screen_text

HELD = (("CPC", "2019-05-14"), ("CPMA", "2021-05-14"), ("CCS", "2020-01-10"))
LINE = "AAPC webinar E/M documentation update 1.5 yesterday #AB12"
SIZE = (80, 24)


class Desk:
    """A logbook on the disk, forms over it, and the drafts they keep."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: list[FormDraft | None] = []

    def app(self, log: LogState | None = None, **how: Any) -> Host:
        logbook = a_logbook(self.folder, log or a_log(held=HELD))
        return Host(lambda: ActivityForm(logbook, keep_draft=self.kept.append, **how))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "log")


def value(app: App[Any], field: str) -> str:
    return app.screen.query_one(f"#{field}", Input).value


def fault(app: App[Any], field: str) -> str:
    return str(app.screen.query_one(f"#field-{field}", Field).query_one(".field--fault", Label).render())


async def type_in(pilot: Pilot[Any], text: str, field: str = "quick") -> None:
    """Type text into a field as a paste would."""
    line = pilot.app.screen.query_one(f"#{field}", Input)
    line.focus()
    line.value = text
    await pilot.pause()
    await pilot.pause()


def saved(app: Host) -> Activity:
    outcome = app.results[-1]
    assert isinstance(outcome, FormOutcome)
    return activity_in(outcome.change)


def keys(app: App[Any]) -> str:
    """The last lines of the form, blanks folded."""
    height = app.screen.query_one("#keys").region.y
    return " ".join(" ".join(screen_text(app).splitlines()[height:]).split())


def focused(app: App[Any]) -> str:
    return (app.focused.id or "") if app.focused else ""


async def focus(pilot: Pilot[Any], name: str) -> None:
    pilot.app.screen.query_one(f"#{name}").focus()
    await pilot.pause()
    await pilot.pause()
