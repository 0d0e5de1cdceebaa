"""Merging on the screen: the copies that were found, what would come, ours or theirs, one step and one undo."""

import shutil
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ceulog.domain.changes import added, edited
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.merge import MergeScreen
from ceulog.tui.screens.pick_logbook import PickLogbook
from tests.builders import a_log, an_activity
from tests.tui.host import Host, a_logbook, click_on, screen_text

COPY = "logbook (X's conflicted copy 2026-11-20).json"
BASE = an_activity("1", id="x", title="Denials")


@pytest.fixture
def office(tmp_path: Path) -> Logbook:
    """The other copy: something new, and another place of the entry that both have."""
    office = a_logbook(tmp_path / "office", a_log(BASE))
    shutil.copytree(office.folder, tmp_path / "log")
    office.change(added(an_activity("1", id="t", title="Theirs")))
    office.change(edited(BASE, BASE._replace(location="Durham")))
    return office


@pytest.fixture
def logbook(tmp_path: Path, office: Logbook) -> Logbook:
    """Ours, which was the same once."""
    ours = a_logbook(tmp_path / "log")
    ours.change(edited(BASE, BASE._replace(location="Raleigh")))
    return ours


def beside(logbook: Logbook, office: Logbook) -> Path:
    copy = logbook.folder / COPY
    shutil.copy(office.folder / "logbook.json", copy)
    return copy


async def settle(app: CeulogApp | Host, pilot: Pilot[int] | Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    while isinstance(app, CeulogApp) and app.is_saving:
        await pilot.pause()
    await pilot.pause()


async def test_a_copy_that_comes_is_noticed_and_merged_with_the_side_that_is_chosen(
    logbook: Logbook, office: Logbook
) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        assert "another copy" not in screen_text(app)
        copy = beside(logbook, office)
        app.copies.look()
        await settle(app, pilot)
        assert "g makes them one." in screen_text(app)
        await click_on(app, pilot, "another copy")
        await settle(app, pilot)
        assert f"{COPY}   2 entries" in screen_text(app)
        await pilot.press("enter")
        await settle(app, pilot)
        text = screen_text(app)
        assert "1 new, 0 changed" in text
        assert "(*) ours: Raleigh" in text
        assert "( ) theirs: Durham" in text
        await click_on(app, pilot, "theirs: Durham")
        assert "(*) theirs: Durham" in screen_text(app)
        await pilot.press("left")
        assert "(*) ours: Raleigh" in screen_text(app)
        await pilot.press("right", "f3")
        await settle(app, pilot)
        assert isinstance(app.screen, Dashboard)
        assert "1 added, 1 changed. u takes it back." in " ".join(screen_text(app).split())
        assert {each.title: each.location for each in logbook.state.activities.values()} == {
            "Denials": "Durham", "Theirs": "",
        }  # fmt: skip
        assert not copy.exists()
        assert "another copy" not in screen_text(app)
        await pilot.press("u")
        await settle(app, pilot)
        assert [each.location for each in logbook.state.activities.values()] == ["Raleigh"]
    assert len(list((logbook.folder / "backups").glob("conflict-copy-*"))) == 1


async def test_another_file_is_picked_and_left_where_it_is(logbook: Logbook, office: Logbook) -> None:
    app = Host(lambda: MergeScreen(logbook))
    app.folder_used = office.folder
    async with app.run_test(size=(60, 20)) as pilot:
        await settle(app, pilot)
        await pilot.press("enter")
        assert isinstance(app.screen, PickLogbook)
        await pilot.press("enter")  # the cursor is at its file, whatever folders there are
        await settle(app, pilot)
        assert "( ) theirs: Durham" in screen_text(app)
        await pilot.press("right", "escape")
        assert "Esc again leaves it" in screen_text(app)
        await pilot.press("f3")
        await settle(app, pilot)
        assert app.results[0].ids == ("t", "x")
    assert (office.folder / "logbook.json").exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"{", "is damaged, or no logbook"),
        (b'{"notes": {}}', "is not a logbook"),
        (b'{"meta": {"1": {"id": "log", "schema": 99}}}', "newer ceulog"),
    ],
)
async def test_what_cannot_be_merged_is_a_sentence(
    logbook: Logbook, tmp_path: Path, content: bytes, sentence: str
) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "notes.json").write_bytes(content)
    app = Host(lambda: MergeScreen(logbook))
    app.folder_used = tmp_path / "other"
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        await pilot.press("f2", *"notes", "enter")
        await settle(app, pilot)
        assert sentence in " ".join(screen_text(app).split())
        assert isinstance(app.screen, MergeScreen)


async def test_a_copy_with_nothing_new_is_only_put_away(logbook: Logbook) -> None:
    copy = beside(logbook, logbook)
    before = logbook.state
    app = Host(lambda: MergeScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(app, pilot)
        await pilot.press("enter")
        await settle(app, pilot)
        assert "is here already" in screen_text(app)
        await pilot.press("enter")  # the button has the focus
        await settle(app, pilot)
    assert logbook.state is before
    assert not copy.exists()
