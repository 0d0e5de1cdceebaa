"""What the screens share: saved once, nothing let go of unasked, closed by the key that opened them."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Input

from ceulog.domain.changes import added
from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook, Plan
from ceulog.logbook.templates import templates_of
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp
from ceulog.tui.commands import COMMANDS
from ceulog.tui.forms.fields import TickBox
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.credential_form import CredentialForm
from ceulog.tui.screens.credentials import CredentialsScreen
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.help import HelpScreen
from ceulog.tui.screens.organization_form import OrganizationForm
from ceulog.tui.widgets.log_view import LogView
from tests.builders import a_log, an_activity, shipped
from tests.tui.host import Host, a_logbook, screen_text

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path, a_log(an_activity("1", id="entry"), held=HELD))


def slow_disk(logbook: Logbook, monkeypatch: pytest.MonkeyPatch, refusal: str = "") -> Event:
    """Let every change wait until it is told to go on, and be refused where a sentence is given."""
    change, go_on = logbook.change, Event()

    def slowly(plan: Plan) -> object:
        assert go_on.wait(20)
        if refusal:
            raise Refusal(refusal)
        return change(plan)

    monkeypatch.setattr(logbook, "change", slowly)
    return go_on


async def let_go(app: App[Any], pilot: Pilot[Any], go_on: Event) -> None:
    """Let the disk answer."""
    go_on.set()
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_key_pressed_twice_saves_once(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = slow_disk(logbook, monkeypatch)
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "d")
        await pilot.press("d")
        await let_go(app, pilot, go_on)
        assert "You no longer hold CPC" in screen_text(app)
        await pilot.press("escape")
    assert [each.code for each in logbook.state.credentials.values()] == ["CCS"]


async def test_a_refusal_is_said_though_the_screen_was_left(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    go_on = slow_disk(logbook, monkeypatch, refusal="The file is open elsewhere.")
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "d")
        await pilot.press("escape")
        await let_go(app, pilot, go_on)
    assert app.said == ["The file is open elsewhere."]


async def test_a_form_that_saves_is_closed_once_it_is_saved_with_what_is_open_over_it(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = slow_disk(logbook, monkeypatch)
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("c")
        await pilot.press("down")
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CredentialForm)
        app.screen.query_one("#number", Input).value = "12345"
        app.screen.query_one("#save", Button).press()
        await pilot.pause()
        await pilot.press("escape")  # what comes of it is to be seen
        assert isinstance(app.screen, CredentialForm)
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        await let_go(app, pilot, go_on)
        assert isinstance(app.screen, CredentialsScreen)
        await pilot.press("escape")
    held = logbook.state.credential("CPC")
    assert held
    assert held.number == "12345"


async def test_a_changed_tick_is_asked_about(logbook: Logbook) -> None:
    held = logbook.state.credential("CCS")
    assert held
    app = Host(lambda: CredentialForm(logbook, held))
    async with app.run_test(size=(80, 30)) as pilot:
        app.screen.query_one("#duty", TickBox).toggle()
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, CredentialForm)
        assert "Esc again leaves it as it was" in screen_text(app)
        app.screen.query_one("#duty", TickBox).toggle()  # back as it was: nothing to ask about
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_it_is_asked_again_after_more_was_typed(logbook: Logbook) -> None:
    app = Host(lambda: OrganizationForm(logbook, shipped().organizations["AAPC"]))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        line = app.screen.query_one("#member_id", Input)
        for typed in ("A", "B"):
            line.focus()
            await pilot.press(typed)
            await pilot.pause()
            assert "Esc again" not in screen_text(app)
            await pilot.press("escape")
            await pilot.pause()
            assert "Esc again leaves it as it was" in screen_text(app)
        assert not app.results
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_the_forms_heading_forgets_what_it_said_when_typing_goes_on(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, ActivityForm)
        await pilot.press("x", "escape")
        await pilot.pause()
        assert "Not saved yet" in screen_text(app)
        await pilot.press("y")
        await pilot.pause()
        assert "Not saved yet" not in screen_text(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
        # a draft that was taken up, emptied, and begun anew
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"one", "escape")
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert "ctrl+n brings it back" in screen_text(app)
        await pilot.press(*"two")
        await pilot.pause()
        assert "Emptied" not in screen_text(app)


OPENING = ("templates", "details", "trash", "why", "timeline", "credentials", "settings", "help", "check", "export")


async def test_q_and_the_opening_key_close_a_screen_where_nothing_is_typed(logbook: Logbook) -> None:
    other = dict(zip(OPENING, ("f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12"), strict=True))
    own = {each.action: each.key for each in COMMANDS}
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 30)) as pilot:
        for keys in ({}, other):
            app.apply_settings(Settings(keys=keys))
            await pilot.pause()
            for action in OPENING:
                key = keys.get(action, own[action])
                for closing in (key, "q"):
                    await pilot.press(key)
                    await pilot.pause()
                    assert not isinstance(app.screen, Dashboard), action
                    await pilot.press(closing)
                    await pilot.pause()
                    assert isinstance(app.screen, Dashboard), (action, closing)
        # what is typed is typed
        await pilot.press("f12")
        await pilot.pause()
        app.screen.query_one("#path").focus()
        await pilot.press("q")
        await pilot.pause()
        assert app.screen.query_one("#path", Input).value.endswith("q")


async def test_an_entry_is_kept_as_a_template_once(logbook: Logbook) -> None:
    other = an_activity("2", "2026-02-01", id="other", title="entry", sponsor="Raleigh chapter")
    logbook.change(added(other))
    app = CeulogApp(logbook)
    async with app.run_test(size=(100, 30)) as pilot:
        for said in ("Kept as the template “entry”", "It is kept already, as the template “entry”; m lists"):
            app.go_to("entry")
            await pilot.press("M")
            await pilot.pause()
            assert said in screen_text(app)
        app.go_to("other")  # which is another thing of the same name
        await pilot.press("M")
        await pilot.pause()
        assert "Kept as the template “entry 2”" in screen_text(app)

        await pilot.press("u")  # takes back what was done last, which the log knows nothing of
        await pilot.pause()
        assert "Took back: kept as the template “entry 2”." in screen_text(app)
        assert [each.name for each in templates_of(logbook.folder).found] == ["entry"]
        assert "other" in logbook.state.activities
        await pilot.press("u")
        while app.is_saving:
            await pilot.pause(0.01)
        await pilot.pause()
        assert "other" not in logbook.state.activities
        assert [each.name for each in templates_of(logbook.folder).found] == ["entry"]

        app.go_to("entry")
        logbook.folder.rename(logbook.folder.with_name("unplugged"))
        await pilot.press("M")
        await pilot.pause()
        assert "is gone" in " ".join(screen_text(app).split())  # wherever a long path has the line broken
        assert not logbook.folder.exists()


async def test_the_cursor_stays_after_several_were_changed(tmp_path: Path) -> None:
    entries = [an_activity("1", f"2026-0{month}-10", id=f"entry-{month}") for month in range(1, 5)]
    app = CeulogApp(a_logbook(tmp_path, a_log(*entries)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("space", "down", "space", "down", "down")
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one("#sponsor", Input).value = "Raleigh chapter"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        found = app.screen.query_one(LogView).current
        assert found
        assert found.id == "entry-1"
