"""The settings screen: each change holds at once and is kept at once, by keys alone and by the mouse alone."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList, Select

from ceulog.settings.reading import read_settings
from ceulog.settings.values import SETTINGS, Settings
from ceulog.tui.commands import COMMANDS
from ceulog.tui.screens.key_prompt import KeyPrompt
from ceulog.tui.screens.settings import SettingsScreen
from tests.tui.host import Host, screen_text

SIZES = [(60, 20), (80, 24), (120, 40)]
ADD = next(number for number, each in enumerate(COMMANDS) if each.action == "add")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def host(file: Path | None, settings: Settings | None = None) -> Host:
    return Host(lambda: SettingsScreen(settings or Settings(), file, COMMANDS))


async def on_key(app: Host, pilot: Pilot[None], action: int = ADD) -> None:
    """Open the question for the key of a command."""
    listed = app.screen.query_one("#keys-list", OptionList)
    listed.focus()
    listed.highlighted = action
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(app.screen, KeyPrompt)


async def test_by_keys_alone(file: Path) -> None:
    app = host(file)
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            text = screen_text(app)
            assert "auto: light if the terminal" in text, size
            assert SETTINGS[0].sentence[:30] in text, size
            assert "Esc Back" in text, size

        await pilot.press("enter", "down", "down", "enter")  # the theme: auto, dark, light
        await pilot.pause()
        assert app.theme == "ceulog-light"
        assert read_settings(file)[0] == Settings(theme="light")

        await pilot.press("tab", "enter", "down", "enter")
        await pilot.pause()
        assert read_settings(file)[0] == Settings(theme="light", date_style="iso")
        assert "ceulog-light" in app.theme
        await pilot.press("escape")
        await pilot.pause()
    assert app.settings == Settings(theme="light", date_style="iso")


async def test_by_mouse_alone(file: Path) -> None:
    app = host(file)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await pilot.click("#setting-motion")
        await pilot.pause()
        await pilot.click("#setting-motion SelectOverlay", offset=(4, 1))
        await pilot.pause()
        assert read_settings(file)[0] == Settings(motion="reduced")
        assert app.animation_level == "none"
        listed = app.screen.query_one("#keys-list", OptionList)
        listed.scroll_visible(animate=False)
        await pilot.pause()
        await pilot.click("#keys-list", offset=(4, ADD))
        await pilot.pause()
        assert isinstance(app.screen, KeyPrompt)
        await pilot.click("#leave")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "Esc Back" in line)
        await pilot.click(offset=(lines[row].index("Back"), row))
        await pilot.pause()
    assert app.settings == Settings(motion="reduced")


async def test_a_key_is_asked_for_and_kept(file: Path) -> None:
    app = host(file)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        await on_key(app, pilot)
        for size in (*SIZES[1:], SIZES[0]):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "A new key for Add" in screen_text(app), size
        for key, said in (("e", "Edit has it"), ("tab", "from part to part"), ("enter", "opens the entry")):
            await pilot.press(key)
            await pilot.pause()
            assert said in screen_text(app)
        await pilot.press("plus")
        await pilot.pause()
        assert isinstance(app.screen, SettingsScreen)
        assert read_settings(file)[0].keys == {"add": "+"}
        assert '[keys]\nadd = "+"' in file.read_text(encoding="utf-8")
        assert "+ " in str(app.screen.query_one("#keys-list", OptionList).get_option_at_index(ADD).prompt)
        await on_key(app, pilot)
        assert "Backspace a again" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        await on_key(app, pilot)
        await pilot.press("backspace")
        await pilot.pause()
        assert read_settings(file)[0].keys == {}
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_the_file_named_and_a_refusal_said(file: Path) -> None:
    file.write_text("theme = ", encoding="utf-8")
    app = host(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "settings.toml, which you can also edit" in " ".join(screen_text(app).split())
        app.screen.query_one("#setting-theme", Select).value = "contrast"
        await pilot.pause()
        assert app.theme == "ceulog-contrast"
        assert "-said" in app.screen.query_one("#fault").classes
        assert "cannot be read" in screen_text(app)
        assert file.read_text(encoding="utf-8") == "theme = "
        await pilot.press("escape")
        await pilot.pause()
    assert app.settings == Settings(theme="contrast")


async def test_without_a_file_settings_hold_for_now() -> None:
    app = host(None, Settings(keys={"fly": "n"}))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "they hold until you leave" in text
        assert "There is no action fly" in text
        app.screen.query_one("#setting-glyphs", Select).value = "ascii"
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
    assert app.settings == Settings(glyphs="ascii", keys={"fly": "n"})


async def test_the_list_of_keys_is_ready_when_tab_reaches_it(file: Path) -> None:
    app = host(file)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        while not isinstance(app.focused, OptionList):
            await pilot.press("tab")
        await pilot.press("enter")
        await pilot.pause()
        assert "A new key for Add" in screen_text(app)
