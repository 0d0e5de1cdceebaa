"""Opening certificates from the screen: one at once, several from a list, and what is said where it cannot be."""

from pathlib import Path

import pytest
from textual.widgets import Input

from ceulog.domain.activities import Activity, Certificate
from ceulog.logbook.viewing import Viewed
from ceulog.tui.app import CeulogApp
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.proofs import ProofsScreen
from tests.builders import a_log, an_activity
from tests.tui.host import a_logbook, click_on, screen_text

ONE, TWO = Certificate("0123456789ab-one.pdf", "0"), Certificate("ba9876543210-two [b].pdf", "1")


class Viewer:
    """Stands in for the system's."""

    def __init__(self, *, works: bool) -> None:
        self.works, self.seen = works, list[str]()

    def __call__(self, folder: Path, certificate: Certificate) -> Viewed:
        self.seen.append(certificate.file)
        return Viewed(folder, self.works, "Opened it." if self.works else "There is no desktop [here].")


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch) -> Viewer:
    found = Viewer(works=True)
    monkeypatch.setattr("ceulog.logbook.viewing.view", found)
    return found


def the_app(folder: Path, *proofs: Certificate) -> CeulogApp:
    entry: Activity = an_activity("1", title="Denials [/x]", certificates=proofs)
    return CeulogApp(a_logbook(folder, a_log(entry)))


async def test_one_is_opened_at_once_from_the_log_and_its_details(tmp_path: Path, viewer: Viewer) -> None:
    app = the_app(tmp_path, ONE)
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in (("f",), ("v", "f")):
            await pilot.press(*keys)
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert isinstance(app.screen, Dashboard)
            assert "Opened it." in screen_text(app)
    assert viewer.seen == [ONE.file] * 2


async def test_several_are_listed_and_opened_by_key_and_mouse(tmp_path: Path, viewer: Viewer) -> None:
    app = the_app(tmp_path, ONE, TWO)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("f", "down", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = screen_text(app)
        assert "Certificates of “Denials [/x]”" in shown
        assert "Opened it." in shown
        assert "two [b].pdf" in shown.partition("ba9876543210-")[2]  # its path
        await click_on(app, pilot, "one.pdf")
        await click_on(app, pilot, "Open ")
        await app.workers.wait_for_complete()
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)
    assert viewer.seen == [TWO.file, ONE.file]


async def test_where_it_cannot_be_opened_its_path_is_shown_and_copied(tmp_path: Path, viewer: Viewer) -> None:
    viewer.works = False
    app = the_app(tmp_path, ONE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ProofsScreen)
        assert "There is no desktop [here]." in screen_text(app)
        await pilot.press("b")
        await pilot.pause()
        assert app.clipboard == str(tmp_path.absolute() / "certificates" / ONE.file)
        assert "Sent to your terminal" in screen_text(app)


async def test_an_entry_without_one_gets_it_by_the_same_key(tmp_path: Path, viewer: Viewer) -> None:
    app = the_app(tmp_path / "log")
    (tmp_path / "proofs").mkdir()
    (tmp_path / "proofs" / "denials.pdf").write_bytes(b"%PDF")
    app.folder_used = tmp_path / "proofs"
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f", "escape", "v")
        await pilot.pause()
        assert "File" not in screen_text(app).splitlines()[-1]
        await pilot.press("escape", "f", "f3")
        await pilot.pause()
    (entry,) = app.logbook.state.activities.values()
    assert [each.file[13:] for each in entry.certificates] == ["denials.pdf"]
    assert viewer.seen == []
    assert app.logbook.undo() == "attached a file to “Denials [/x]”"


async def test_a_certificate_is_attached_though_nothing_else_is_changed(tmp_path: Path) -> None:
    (tmp_path / "new.pdf").write_bytes(b"%PDF")
    app = the_app(tmp_path / "log")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one("#certificate", Input).value = str(tmp_path / "new.pdf")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    (entry,) = app.logbook.state.activities.values()
    assert [each.file[13:] for each in entry.certificates] == ["new.pdf"]
    assert app.logbook.undo() == "edited “Denials [/x]”"


async def test_what_a_file_is_is_said_and_saved(tmp_path: Path, viewer: Viewer) -> None:
    app = the_app(tmp_path, ONE, TWO)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("f", "k", "k", "down", *["k"] * 4)
        await pilot.pause()
        shown = screen_text(app)
        assert "one.pdf  attendance form" in shown
        assert "two [b].pdf  receipt, weak proof" in shown
        assert "may refuse" not in shown
        await pilot.press("up", *["k"] * 3)
        await pilot.pause()
        assert "So its only proof is an agenda and a receipt, which an auditor" in " ".join(screen_text(app).split())
        await pilot.press("escape")
        await pilot.pause()
    (entry,) = app.logbook.state.activities.values()
    assert [each.kind for each in entry.certificates] == ["agenda", "receipt"]
