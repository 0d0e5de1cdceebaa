"""A folder of certificates on the screen: read, confirmed one by one in the form, and the list again at the next."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ceulog.logbook import pdf_text
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.screens import pick_file
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.proof_folder import ProofFolderScreen
from tests.builders import a_log, an_activity
from tests.papers import a_folder, a_paper
from tests.tui.form_desk import value
from tests.tui.host import Host, a_logbook, click_on, screen_text


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    bare = an_activity("1.5", "2026-03-12", title="Denials and appeals in practice", id="bare")
    return a_logbook(tmp_path / "log", a_log(bare))


async def settle(pilot: Pilot[int]) -> None:
    """Let what is read or saved come to its end."""
    app = pilot.app
    assert isinstance(app, CeulogApp)
    for _ in range(3):
        await app.workers.wait_for_complete()
        await pilot.pause()
    while app.is_saving:
        await pilot.pause(0.01)
    await pilot.pause()


def at(app: CeulogApp) -> str:
    """The file under the cursor."""
    listed = app.screen.query_one(PickList)
    assert listed.highlighted is not None
    return str(listed.get_option_at_index(listed.highlighted).prompt).split()[1]


async def test_the_order_of_month_and_day_is_asked_once_and_remembered(tmp_path: Path, logbook: Logbook) -> None:
    folder = a_folder(tmp_path / "in", "doubtful")
    app = Host(lambda: ProofFolderScreen(logbook, folder))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "date:         not read: 03/04/2026 may begin with the month or with the day" in screen_text(app)
        await pilot.press("enter", "down", "down", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "date:         2026-04-03  ‹Date: 03/04/2026›" in screen_text(app)
        assert "Dates        day first, as in 03/04/2026" in screen_text(app)
        assert app.focused is app.screen.query_one(PickList)
        await pilot.press("escape")
        await pilot.pause()
        app.open()
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "date:         2026-04-03" in screen_text(app)
        assert app.focused is app.screen.query_one(PickList)


async def test_each_is_confirmed_in_the_form_and_the_next_waits(tmp_path: Path, logbook: Logbook) -> None:
    folder = a_folder(tmp_path / "[b] in", "labels", "sentences")
    a_paper(folder / "zscan.pdf")
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        app.screen.query_one("#path", Input).value = str(folder)
        await pilot.press("enter")
        await settle(pilot)
        shown = screen_text(app)
        assert "Certificates in “[b] in”" in shown
        assert "3 PDF files: 1 new, 1 proving an entry, 1 not read." in shown
        assert "index number: SMP0513B  ‹AAPC index number SMP0513B›" in shown
        await pilot.press("enter")  # a new entry
        await pilot.pause()
        fields = ("title", "date", "ceus", "sponsor", "index_number")
        assert [value(app, each) for each in fields] == [
            "Risk adjustment basics", "05/13/2026", "2", "Sample Institute", "SMP0513B",
        ]  # fmt: skip
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert at(app) == "sentences.pdf"  # the next
        await pilot.press("enter")  # an entry that it proves
        await pilot.pause()
        assert isinstance(app.screen, ActivityForm)
        assert value(app, "title") == "Denials and appeals in practice"
        assert str(folder / "sentences.pdf") in value(app, "certificate").replace("'", "")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert at(app) == "zscan.pdf"
        await pilot.press("enter")  # a scan: all is to be typed, the day too
        await pilot.pause()
        assert (value(app, "title"), value(app, "date")) == ("", "?")
        await pilot.press("escape")
        await settle(pilot)
        assert at(app) == "zscan.pdf"
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)
    entries = {each.title: each for each in logbook.state.activities.values()}
    assert set(entries) == {"Risk adjustment basics", "Denials and appeals in practice"}
    assert all(len(each.certificates) == 1 for each in entries.values())


async def test_by_mouse_from_the_picker_to_the_form(
    tmp_path: Path, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_folder(tmp_path / "in", "labels", "transcript")
    (folder / "other.pdf").write_bytes(b"x")
    monkeypatch.setattr(pick_file, "first_folder", lambda: folder)
    app = CeulogApp(logbook)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("i")
        await pilot.pause()
        await click_on(app, pilot, "Pick a file")
        await pilot.pause()
        await pilot.press("home")  # the folder above: F3 takes the one that is open
        await click_on(app, pilot, "F3 Take")
        await settle(pilot)
        assert isinstance(app.screen, ProofFolderScreen)
        await click_on(app, pilot, "other.pdf")
        await click_on(app, pilot, "Look, and")
        await pilot.pause()
        assert "There is nothing to do for this one." in screen_text(app)
        await click_on(app, pilot, "labels.pdf")
        await click_on(app, pilot, "Look, and")
        await settle(pilot)
        assert value(app, "title") == "Risk adjustment basics"


async def test_without_the_extra_it_says_what_to_install(
    tmp_path: Path, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf_text, "find_spec", lambda name: None)
    app = Host(lambda: ProofFolderScreen(logbook, a_folder(tmp_path / "in", "labels")))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = screen_text(app)
        assert "Nothing was read." in shown
        assert "pip install 'ceulog[pdf]'" in shown
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert app.results == [None]
