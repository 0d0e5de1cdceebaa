"""The files to pick certificates from."""

import os
import sys
from pathlib import Path

import pytest
from textual.widgets import OptionList

from ceulog.tui.forms.folders import first_folder, read_folder
from ceulog.tui.forms.paths import path_text, read_paths
from ceulog.tui.screens.pick_file import PickFile, shortened_path
from tests.tui.host import Host, screen_text

ODD = "[x] [b]bold & 漢字 'quoted'.pdf"
NOON = 1_790_000_000


@pytest.fixture
def downloads(tmp_path: Path) -> Path:
    """A folder with certificates, the newest of which has an odd name, and with what is none."""
    folder = tmp_path / "Downloads"
    (folder / "Older [x]").mkdir(parents=True)
    (folder / ".hidden").mkdir()
    for age, name in enumerate((ODD, "webinar.PDF", "scan.jpeg", "setup.exe", ".secret.pdf")):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (NOON - age, NOON - age))
    (folder / "to nowhere.pdf").symlink_to(folder / "gone.pdf")
    return folder


def test_a_folder_shows_folders_and_what_can_be_a_certificate(downloads: Path) -> None:
    found = read_folder(downloads)
    assert [each.name for each in found.folders] == ["Older [x]"]
    assert [each.path.name for each in found.files] == [ODD, "webinar.PDF", "scan.jpeg"]
    assert found.trouble == ""


def test_a_folder_that_cannot_be_read_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert read_folder(tmp_path / "gone").trouble == "gone cannot be read."

    def refuse(path: Path) -> None:
        raise PermissionError(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert read_folder(tmp_path).trouble == f"You may not look into {tmp_path.name}."


def test_it_begins_where_there_is_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_downloads_dir", lambda: str(tmp_path / "none"))
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path))
    assert first_folder() == tmp_path
    monkeypatch.setattr("platformdirs.user_documents_dir", lambda: str(tmp_path / "none"))
    assert first_folder() == Path.home()


@pytest.mark.parametrize("names", [["a.pdf"], [ODD], ["'a'.pdf", "b c.pdf"], ["~x.pdf", '"q".pdf', " .pdf"]])
@pytest.mark.skipif(sys.platform == "win32", reason="names that Windows does not know")
def test_what_was_picked_is_found_again(tmp_path: Path, names: list[str]) -> None:
    paths = tuple(tmp_path / name for name in names)
    for each in paths:
        each.write_bytes(b"x")
    assert read_paths(path_text(paths)) == paths


async def test_several_files_are_marked_and_attached(downloads: Path) -> None:
    app = Host(lambda: PickFile(downloads))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("down", "enter", "down", "space", "down", "enter", "enter")
        await pilot.pause()
        text = screen_text(app)
        assert "[x] [x] [b]bold & 漢字 'quoted'.pdf" in text
        assert "[x] webinar.PDF" in text
        assert "[ ] scan.jpeg" in text
        assert "2 files: [x] [b]bold" in text
        assert "Older [x]/" in text
        await pilot.press("ctrl+s")
    assert app.results == [(downloads / ODD, downloads / "webinar.PDF")]


async def test_folders_open_and_lead_back(downloads: Path) -> None:
    app = Host(lambda: PickFile(downloads))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "No certificates here" in screen_text(app)
        await pilot.press("ctrl+s")  # nothing marked, and no file under the cursor
        await pilot.pause()
        assert "Nothing is marked" in screen_text(app)
    assert app.results == []
    app = Host(lambda: PickFile(downloads / "Older [x]"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("backspace")
        await pilot.pause()
        assert "Older [x]/" in screen_text(app)
        await pilot.press("down", "ctrl+s")  # the one under the cursor
    assert app.results == [(downloads / ODD,)]


async def test_a_file_that_is_too_large_is_refused_in_words(downloads: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ceulog.tui.forms.paths.LARGEST_CERTIFICATE", 0)
    app = Host(lambda: PickFile(downloads))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        assert "is larger than 0 MiB" in screen_text(app)
        assert "Nothing marked" in screen_text(app)
        await pilot.press("escape")
    assert app.results == [None]


async def test_the_mouse_alone_marks_and_attaches(downloads: Path) -> None:
    app = Host(lambda: PickFile(downloads))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.screen.query_one(OptionList).option_count == 5
        await pilot.click("#files", offset=(6, 2))
        await pilot.click("#files", offset=(6, 4))
        await pilot.click("#keys", offset=(37, 0))
        await pilot.pause()
    assert app.results == [(downloads / ODD, downloads / "scan.jpeg")]


async def test_the_folder_above_stands_first_and_a_letter_goes_to_a_name(downloads: Path) -> None:
    app = Host(lambda: PickFile(downloads))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, PickFile)
        listed = screen.query_one(OptionList)
        assert ".." in screen_text(app)
        assert listed.highlighted == 1
        await pilot.press("s")
        assert listed.highlighted == 4  # scan.jpeg
        screen._forget()
        await pilot.press("w", "e")
        assert listed.highlighted == 3
        screen._forget()
        await pilot.press("q")  # a letter as any other
        await pilot.pause()
        assert app.screen is screen
        await pilot.press("home", "enter")
        await pilot.pause()
        assert downloads.parent.name in screen_text(app)  # the end of a long path
        assert "Downloads/" in screen_text(app)
        await pilot.press("enter", "s", "f3")
        await pilot.pause()
    assert app.results == [(downloads / "scan.jpeg",)]


def test_a_long_path_keeps_its_end() -> None:
    assert shortened_path(Path("/a/b"), 20) == "/a/b"
    assert shortened_path(Path("/a/very/long/path/to/Downloads"), 12) == "…o/Downloads"
