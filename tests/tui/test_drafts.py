"""Half-typed forms through the app: kept while typed, offered at the next start, gone when they are done with."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ceulog.domain.changes import trashed
from ceulog.domain.state import LogState
from ceulog.logbook.drafts import Drafts
from ceulog.logbook.errors import StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.storage import drafts as stored
from ceulog.tui import drafts as drafts_module
from ceulog.tui.app import CeulogApp
from ceulog.tui.drafts import DraftKeeper
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.draft_texts import draft_from, texts_of
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.widgets.message_line import MessageLine
from tests.builders import TODAY, a_log, an_activity, ids, shipped
from tests.storage.support import names, refuse
from tests.tui.host import a_logbook, screen_text

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))
TWO_ON_SUNDAY = dt.datetime.combine(dt.date(2026, 11, 22), dt.time(14, 5))


def a_run(folder: Path, log: LogState | None = None) -> CeulogApp:
    """The app on a folder, as a program of its own."""
    if log:
        a_logbook(folder, log)
    return CeulogApp(Logbook(folder, shipped(), today=lambda: TODAY, new_id=ids(), now=lambda: TWO_ON_SUNDAY))


def left_behind(folder: Path, texts: Mapping[str, Any], *, about: str = "", minute: int = 0) -> None:
    """A draft of a program that was killed."""
    run = Drafts(folder, lambda: TWO_ON_SUNDAY + dt.timedelta(minutes=minute))
    run.keep(run.new_id(), texts, about=about)
    run.close()


def on_disk(folder: Path) -> list[dict[str, Any]]:
    return [dict(each.texts) for each in stored.read_all(folder)]


def said(app: CeulogApp) -> str:
    """What the dashboard says."""
    return app.screen.query_one(MessageLine).text


async def type_in(pilot: Pilot[int], text: str, field: str = "quick") -> None:
    line = pilot.app.screen.query_one(f"#{field}", Input)
    line.focus()
    line.value = text
    await pilot.pause()
    await pilot.pause()


async def until_saved(pilot: Pilot[int]) -> None:
    app = pilot.app
    assert isinstance(app, CeulogApp)
    await pilot.pause()
    while app.is_saving:
        await pilot.pause(0.01)
    await pilot.pause()


async def test_what_was_typed_is_offered_at_the_next_start_and_taken_up(tmp_path: Path) -> None:
    app = a_run(tmp_path, a_log(held=HELD))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert said(app) == ""
        await pilot.press("a")
        await pilot.pause()
        await type_in(pilot, "E/M update 1.5 yesterday")
        await type_in(pilot, "Raleigh", "location")
    again = a_run(tmp_path)
    async with again.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert said(again) == (
            "You were logging “E/M update” on Nov 22 at 14:05 when the program ended. Press a to go on with it."
        )
        assert "Press a to go on with it" in " ".join(screen_text(again).split())
        await pilot.press("a")
        await pilot.pause()
        assert again.screen.query_one("#title", Input).value == "E/M update"
        assert again.screen.query_one("#location", Input).value == "Raleigh"
        assert "Your draft" in screen_text(again)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await until_saved(pilot)
        assert isinstance(again.screen, Dashboard)
        assert [each.title for each in again.logbook.state.activities.values()] == ["E/M update"]
    assert names(tmp_path / "drafts") == []
    third = a_run(tmp_path)
    async with third.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert said(third) == ""


async def test_esc_keeps_it_on_the_disk_and_emptying_lets_it_go(tmp_path: Path) -> None:
    app = a_run(tmp_path, a_log(held=HELD))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await type_in(pilot, "Denials 1")
        await pilot.press("escape")
        await pilot.pause()
        assert said(app) == "Kept as a draft; press a to go on with it."
        app.drafts.flush()
        assert [each["title"] for each in on_disk(tmp_path)] == ["Denials"]
        other = a_run(tmp_path)
        async with other.run_test(size=(80, 24)) as beside:
            await beside.pause()
            assert said(other) == ""
        await pilot.press("a")
        await pilot.pause()
        await pilot.press("ctrl+n")
        await pilot.pause()
        app.drafts.flush()
        assert on_disk(tmp_path) == []
        await pilot.press("ctrl+n")
        await pilot.pause()
        app.drafts.flush()
        assert [each["title"] for each in on_disk(tmp_path)] == ["Denials"]
        await pilot.press("ctrl+n", "escape")
        await pilot.pause()
    assert names(tmp_path / "drafts") == []


async def test_several_are_taken_up_one_after_the_other(tmp_path: Path) -> None:
    gone = an_activity("2", id="gone", title="Denials")
    app = a_run(tmp_path, a_log(gone, held=HELD))
    app.logbook.change(trashed([gone], TODAY))
    left_behind(tmp_path, {"title": "Older", "ceus": "1", "organizations": ["AAPC"]})
    left_behind(tmp_path, {"title": "Newer", "ceus": "1", "organizations": ["AAPC"]}, about="gone", minute=1)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "“Newer” on Nov 22 at 14:06" in said(app)
        assert "1 older one waits behind it." in said(app)

        await pilot.press("a")
        await pilot.pause()
        assert "Add an activity" in screen_text(app), "what it was about is gone, so it is a new one"
        assert app.screen.query_one("#title", Input).value == "Newer"
        await pilot.press("ctrl+s")
        await until_saved(pilot)
        assert isinstance(app.screen, ActivityForm)
        assert app.screen.query_one("#title", Input).value == ""

        await pilot.press("escape")
        await pilot.pause()
        assert "“Older” on Nov 22 at 14:05 when the program ended. Press a to go on with it." in said(app)
        await pilot.press("a")
        await pilot.pause()
        assert app.screen.query_one("#title", Input).value == "Older"
        await pilot.press("escape")
        await pilot.pause()
    assert [each["title"] for each in on_disk(tmp_path)] == ["Older"]


async def test_changes_to_an_entry_are_offered_for_that_entry(tmp_path: Path) -> None:
    entries = [an_activity("2", id=title, title=title) for title in ("Denials", "Appeals")]
    app = a_run(tmp_path, a_log(*entries, held=HELD))
    for title in ("Appeals", "Denials"):
        left_behind(
            tmp_path, {"title": f"{title} II", "ceus": "2", "organizations": ["AAPC"]}, about=title,
            minute=title == "Denials",
        )  # fmt: skip
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "You were changing “Denials II”" in said(app)
        for key, title in (("a", "Denials"), ("e", "Appeals")):
            app.go_to(title)
            await pilot.press(key)
            await pilot.pause()
            assert "Put an activity right" in screen_text(app)
            assert "Your changes as you left them" in screen_text(app)
            assert app.screen.query_one("#title", Input).value == f"{title} II"
            await pilot.press("escape")
            await pilot.pause()
            await pilot.press("escape")
            await pilot.pause()
            assert isinstance(app.screen, Dashboard)
    assert names(tmp_path / "drafts") == []


async def test_a_save_that_is_refused_keeps_the_text_on_the_disk_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = a_run(tmp_path, a_log(held=HELD))

    def full(*_: object) -> None:
        raise StorageError(tmp_path, "The disk is full.")

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await type_in(pilot, "Denials 1")
        monkeypatch.setattr(app.logbook, "change", full)
        await pilot.press("enter", "enter")
        await until_saved(pilot)
        assert isinstance(app.screen, ActivityForm)
        assert "The disk is full." in screen_text(app)
        app.drafts.flush()
        assert [each["title"] for each in on_disk(tmp_path)] == ["Denials"]
        monkeypatch.undo()
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await until_saved(pilot)
    assert names(tmp_path / "drafts") == []
    assert len(app.logbook.state.activities) == 1


async def test_a_crash_in_mid_form_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = a_run(tmp_path, a_log(held=HELD))
    with pytest.raises(ZeroDivisionError):  # noqa: PT012 - where in the block it is raised is Textual's affair
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.press("a")
            await pilot.pause()
            await type_in(pilot, "Denials 1")
            await type_in(pilot, "Denials 15")
            monkeypatch.setattr(ActivityForm, "_look_soon", lambda _: 1 / 0)
            await type_in(pilot, "Denials 1.5")
    assert [each["title"] for each in on_disk(tmp_path)] == ["Denials"]


def test_a_draft_that_cannot_be_kept_is_said_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[str] = []
    keeper = DraftKeeper(a_logbook(tmp_path, a_log(held=HELD)), heard.append)
    slot = keeper.slot()
    monkeypatch.setattr(stored, "write_atomically", refuse(28))
    for title in ("Denials", "Denials II"):
        slot.keep(FormDraft(title=title))
        keeper.flush()
    (sentence,) = heard
    assert "the disk is full" in sentence
    monkeypatch.undo()
    slot.keep(FormDraft(title="Denials III"))
    keeper.close()
    assert on_disk(tmp_path) == [{"title": "Denials III"}]


async def test_what_could_not_be_kept_is_not_called_kept_and_is_told_when_the_app_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = a_run(tmp_path, a_log(held=HELD))
    monkeypatch.setattr(stored, "write_atomically", refuse(30))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        await type_in(pilot, "Denials 1.5")
        app.drafts.flush()
        await pilot.press("escape")
        await pilot.pause()
        assert said(app).startswith("It could not be kept as a draft, and is gone when ceulog is left")
        await pilot.press("q")
    (told,) = app.unsaid
    assert told.startswith("A half-typed entry could not be kept as a draft: ")
    assert "quick: Denials 1.5" in told


def test_the_first_letter_is_written_at_once_the_next_ones_together_and_the_last_at_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    first = Event()

    def keep(_: Drafts, __: str, texts: Mapping[str, Any], *, about: str = "") -> None:
        written.append(f"{texts['title']}{about}")
        first.set()

    monkeypatch.setattr(drafts_module, "EVERY", 3600.0)
    monkeypatch.setattr(Drafts, "keep", keep)
    keeper = DraftKeeper(a_logbook(tmp_path, a_log(held=HELD)), print)
    slot = keeper.slot(an_activity("1", id="-base"))
    slot.keep(FormDraft(title="D"))
    assert first.wait(10)
    for length in range(2, 8):
        slot.keep(FormDraft(title="Denials"[:length]))
    assert written == ["D-base"]
    keeper.close()
    assert written == ["D-base", "Denials-base"]
    keeper.close()


def test_a_draft_survives_the_way_to_the_disk_and_back() -> None:
    draft = FormDraft(
        quick="x", title="Denials [/x]", type="webinar", notes="a\nb", planned=True, organizations=("AAPC", "AHIMA"),
        credits={"AAPC": "1.5"}, edited=frozenset({"title", "notes"}), provided_by="csa", domain="43",
    )  # fmt: skip
    assert draft_from(texts_of(draft), shipped()) == draft
    assert texts_of(FormDraft()) == {}


def test_what_comes_from_a_file_is_not_trusted() -> None:
    texts = {
        "title": "a\x1b[31m\u202eb\nc\ud800", "notes": "a\n\x07b", "type": "party", "domain": "-1", "provided_by": "me",
        "planned": "yes", "ceus": 5, "organizations": ["AAPC", 7, None], "credits": {"AAPC": "1", "X": 2},
        "edited": ["title", "nonsense", 3], "unknown": {"a": 1}, "sponsor": None, "minutes": ["1"],
    }  # fmt: skip
    draft = draft_from(texts, shipped())
    assert draft == FormDraft(
        title="a [31m b c ", notes="a\n b", organizations=("AAPC",), credits={"AAPC": "1"}, edited=frozenset({"title"})
    )
    assert draft_from({"credits": 5, "organizations": "AAPC", "edited": {}}, shipped()) == FormDraft()
