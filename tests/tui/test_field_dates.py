"""Days in fields follow the style of the settings."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import Input

from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp
from ceulog.tui.field_dates import date_text, example, write_dates
from ceulog.tui.forms.draft import draft_of, empty_draft
from tests.builders import TODAY, a_log, an_activity
from tests.tui.host import a_logbook


@pytest.fixture(autouse=True)
def usual_style_afterwards() -> Iterator[None]:
    yield
    write_dates("text")


@pytest.mark.parametrize(("style", "written"), [("text", "11/05/2026"), ("us", "11/05/2026"), ("iso", "2026-11-05")])
def test_a_field_holds_a_day_in_the_style_of_the_settings(style: str, written: str) -> None:
    write_dates(style)
    day = dt.date(2026, 11, 5)
    assert (date_text(day), example("2026-11-05")) == (written, f"e.g. {written}")
    assert (empty_draft(a_log(), day).date, draft_of(an_activity(on=day)).date) == (written, written)


def test_a_style_that_does_not_exist_is_the_usual_one() -> None:
    write_dates("roman")
    assert date_text(TODAY) == "11/23/2026"


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path, a_log(an_activity("1", "2026-01-10")))


async def test_forms_write_dates_as_the_settings_say_and_follow_a_change_of_them(logbook: Logbook) -> None:
    app = CeulogApp(logbook, settings=Settings(date_style="iso"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        assert app.screen.query_one("#date", Input).value == "2026-11-23"
        await pilot.press(*"Talk 1.5 yesterday", "tab")
        assert app.screen.query_one("#date", Input).value == "2026-11-22"
        await pilot.press("escape")
        app.apply_settings(app.settings._replace(date_style="us"))
        await pilot.press("e")
        assert app.screen.query_one("#date", Input).value == "01/10/2026"
