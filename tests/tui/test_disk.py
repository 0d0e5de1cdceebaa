"""Saving while the app is left, refused, or slow; and what other programs and the calendar do meanwhile."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from threading import Event, Timer
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input
from tinydb import TinyDB

from ceulog.domain.changes import added, edited
from ceulog.logbook.errors import StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.dashboard import Dashboard
from tests.builders import TODAY, a_log, an_activity, ids, shipped
from tests.reliability.blows import KINDS, struck
from tests.tui.host import a_logbook, screen_text

SIZE = (100, 30)
SAID = ("is damaged", "cannot be read", "newer ceulog")


def said(app: CeulogApp) -> bool:
    """Whether the trouble with the file stands on the screen, wherever its lines end."""
    shown = " ".join(screen_text(app).split())
    return any(words in shown for words in SAID)


class Slow:
    """A disk that answers when it is told to."""

    def __init__(self, logbook: Logbook, fault: StorageError | None = None) -> None:
        self.go = Event()
        self._change: Callable[..., Any] = logbook.change
        self._fault = fault
        logbook.change = self  # type: ignore[method-assign]  # in place of the real one

    def __call__(self, plan: Any, origins: Any = None, *, look: bool = True) -> Any:
        assert self.go.wait(10)
        if self._fault:
            raise self._fault
        return self._change(plan)


def a_run(folder: Path, today: Callable[[], dt.date] = lambda: TODAY) -> CeulogApp:
    a_logbook(folder, a_log(an_activity("1", id="first"), an_activity("2", id="second")))
    return CeulogApp(Logbook(folder, shipped(), today=today, new_id=ids()))


async def log(pilot: Pilot[int], words: str, key: str = "enter") -> None:
    """Type a line into the form that is open, and save it."""
    line = pilot.app.screen.query_one("#quick", Input)
    line.value = words
    await pilot.pause()
    await pilot.press(key)
    if isinstance(pilot.app.screen, ActivityForm) and key == "enter":
        await pilot.press(key)
    await pilot.pause()


async def answered(pilot: Pilot[int], app: CeulogApp) -> None:
    while app.is_saving:
        await pilot.pause(0.01)
    await pilot.pause()


async def test_leaving_waits_for_what_is_being_saved_and_its_draft_goes(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    disk = Slow(app.logbook)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await log(pilot, "Denials 1")
        app.drafts.flush()
        assert list((tmp_path / "drafts").glob("*.json"))
        await pilot.press("d")
        Timer(0.1, disk.go.set).start()
        await pilot.press("q")
    log_now = app.logbook.state.activities
    assert "Denials" in [each.title for each in log_now.values()]
    assert [each.trashed for each in log_now.values()].count(TODAY) == 1
    assert not list((tmp_path / "drafts").glob("*.json"))
    assert app.unsaved is None


async def test_a_refusal_that_no_screen_can_show_is_handed_on_and_the_draft_stays(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    disk = Slow(app.logbook, StorageError(tmp_path, "The disk is full."))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await log(pilot, "Denials 1")
        Timer(0.1, disk.go.set).start()
        await pilot.press("q")
    assert "The disk is full." in str(app.unsaved)
    assert len(app.logbook.state.activities) == 2
    again = CeulogApp(Logbook(tmp_path, shipped(), today=lambda: TODAY, new_id=ids()))
    async with again.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "You were logging “Denials”" in screen_text(again)


async def test_a_fault_of_ours_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = a_run(tmp_path)

    def broken(_plan: object) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(app.logbook, "change", broken)

    async def delete() -> None:
        async with app.run_test(size=SIZE) as pilot:
            await pilot.press("d")
            await answered(pilot, app)

    with pytest.raises(ZeroDivisionError):
        await delete()


async def test_a_refused_form_does_not_take_the_keys_of_another(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    disk = Slow(app.logbook, StorageError(tmp_path, "The disk is full."))
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await log(pilot, "Denials 1", "ctrl+s")
        line = app.screen.query_one("#quick", Input)
        await pilot.press(*"Appeals")
        disk.go.set()
        await answered(pilot, app)
        await pilot.press(*" 2")
        assert app.screen.query_one("#quick", Input) is line
        assert line.value == "Appeals 2"
        assert "“Denials” was not saved" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)
        for title in ("Appeals", "Denials"):
            await pilot.press("a")
            await pilot.pause()
            assert app.screen.query_one("#title", Input).value == title
            await pilot.press("ctrl+n", "escape")
            await pilot.pause()


async def test_what_another_program_wrote_is_shown_whoever_read_it_first(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    other = Logbook(tmp_path, shipped(), today=lambda: TODAY, new_id=ids())
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        first = other.state.activities["first"]
        other.change(edited(first, first._replace(title="Renamed elsewhere")))
        assert app.logbook.state.activities["first"].title == "Renamed elsewhere"
        app.watching.look()
        await pilot.pause()
        assert "Renamed elsewhere" in screen_text(app)


async def test_a_form_counts_on_what_another_program_wrote_under_it(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    other = Logbook(tmp_path, shipped(), today=lambda: TODAY, new_id=lambda: "theirs")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("a", *"Denials 2")
        await pilot.pause()
        assert "3 → 5" in screen_text(app)
        other.change(added(an_activity("5", "2026-11-20", id="theirs")))
        app.watching.look()
        await pilot.pause()
        assert "8 → 10" in screen_text(app)
        assert app.screen.query_one("#quick", Input).value == "Denials 2"


async def test_nothing_is_shown_on_screens_that_are_taken_down(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.exit(0)
        await app._dashboard.remove_children()
        (tmp_path / "logbook.json").unlink()
        app.watching.look()
    assert app.return_value == 0


async def test_the_day_goes_on_while_the_app_is_open(tmp_path: Path) -> None:
    days = [TODAY]
    app = a_run(tmp_path, lambda: days[-1])
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Mon 23 Nov 2026" in screen_text(app)
        assert "128 days" in screen_text(app)
        days.append(TODAY + dt.timedelta(days=1))
        app.watching.look()
        await pilot.pause()
        assert "Tue 24 Nov 2026" in screen_text(app)
        assert "127 days" in screen_text(app)


@pytest.mark.parametrize("how", [each for each in KINDS if each != "replaced"])
async def test_whatever_happens_to_the_file_is_said_nothing_is_made_anew_and_all_is_well_when_it_is_back(
    how: str, tmp_path: Path
) -> None:
    folder = tmp_path / "log"
    app = a_run(folder)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        with struck(folder, how):
            app.watching.look()
            await pilot.pause()
            assert said(app), screen_text(app)
            assert "first" in screen_text(app)
            await pilot.press("a")
            await pilot.pause()
            await log(pilot, "Denials 1")
            await answered(pilot, app)
            assert isinstance(app.screen, ActivityForm)  # with a sentence, and all that was typed
            assert app.screen.query_one("#title", Input).value == "Denials"
        await pilot.press("enter", "enter")  # to the button, and save
        await answered(pilot, app)
        app.watching.look()
        await pilot.pause()
        assert not said(app)
    assert sorted(each.title for each in app.logbook.state.activities.values()) == ["Denials", "first", "second"]


async def test_what_another_program_wrote_and_cannot_be_read_is_named(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        for inserted, words in (({"title": "Theirs"}, "Entry 3 of the table activities"), ({"id": "x"}, "1 more like")):
            with TinyDB(tmp_path / "logbook.json") as plain:
                plain.table("activities").insert(inserted)
            app.watching.look()
            await pilot.pause()
            assert words in " ".join(screen_text(app).split()), screen_text(app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "2 entries of the file cannot be read" in screen_text(app), screen_text(app)


async def test_an_older_log_that_comes_in_the_place_of_the_open_one_loses_nothing(tmp_path: Path) -> None:
    app = a_run(tmp_path)
    older = (tmp_path / "logbook.json").read_bytes()
    app.logbook.change(added(an_activity("3", id="third")))
    async with app.run_test(size=SIZE) as pilot:
        (tmp_path / "logbook.json").write_bytes(older)
        app.watching.look()
        await answered(pilot, app)
        shown = " ".join(screen_text(app).split())
        assert "2 entries" in shown
        (aside,) = (tmp_path / "backups").glob("set-aside-*")
        assert f"`ceulog rollback {aside.name}` goes back to it" in shown, shown
        assert b'"third"' in aside.read_bytes()
