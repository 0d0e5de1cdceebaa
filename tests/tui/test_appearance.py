"""The app as the settings say: themes, motion, characters; and all of it told without color."""

from pathlib import Path

import pytest
from textual import constants
from textual.pilot import Pilot
from textual.widgets import Input, Label

from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings, row_of
from ceulog.tui.app import CeulogApp, open_app
from ceulog.tui.forms.fields import Field
from ceulog.tui.glyphs import ASCII, FINE, draw_with, terminal_glyphs
from ceulog.tui.screens.activity_form import ActivityForm
from tests.builders import a_log, a_planned, an_activity
from tests.tui.host import a_logbook, screen_text


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    entries = [an_activity("20", "2026-01-10", title="Long one"), a_planned("3", title="To come"),
               an_activity("1", "2026-02-10", title="Short one")]  # fmt: skip
    return a_logbook(tmp_path, a_log(*entries, held=(("CPC", "2019-05-14"),)))


def styles_at(app: CeulogApp, words: str) -> list[str]:
    """How the words are set, wherever they stand: one style for each character of their first appearance."""
    for strip in app.screen._compositor.render_strips():
        cells = [(character, str(segment.style)) for segment in strip for character in segment.text]
        at = "".join(character for character, _ in cells).find(words)
        if at >= 0:
            return [style for _, style in cells[at : at + len(words)]]
    raise AssertionError(f"{words!r} is not on the screen")


def background(style: str) -> str:
    return style.rpartition(" on ")[2]


@pytest.mark.parametrize("value", row_of("theme").values if row_of("theme") else ())  # type: ignore[union-attr]
async def test_every_theme_draws_the_dashboard_and_the_form(logbook: Logbook, value: str) -> None:
    app = CeulogApp(logbook, settings=Settings(theme=value))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert app.theme == f"ceulog-{'dark' if value == 'auto' else value}"
        (chosen,) = set(styles_at(app, "To come"))
        (other,) = set(styles_at(app, "Long one"))
        # the selected row stands out by its background, or where the terminal decides on colors by a line under it
        told_apart = "underline" in chosen if value.startswith("terminal") else background(chosen) != background(other)
        assert told_apart
        bar = {tuple(styles_at(app, part)) for part in (FINE.earned, FINE.planned, FINE.missing)}
        assert len(bar) == (2 if value == "terminal-light" else 3)  # their shapes differ anyway
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, ActivityForm)
        label = styles_at(app, "Title")[0]
        await pilot.press("tab")
        await pilot.pause()
        focused = styles_at(app, "Title")[0]
        assert "bold" in focused
        assert focused != label
        await pilot.press("tab")
        await pilot.pause()
        assert styles_at(app, "Title")[0] == label


async def test_settings_hold_at_once_and_without_a_new_start(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = styles_at(app, FINE.earned)
        app.apply_settings(Settings(theme="light", motion="reduced", glyphs="ascii"))
        await pilot.pause()
        assert FINE.earned not in screen_text(app)
        assert styles_at(app, "##")[:1] != before
        assert app.animation_level == "none"
        app.apply_settings(Settings())
        await pilot.pause()
        assert styles_at(app, FINE.earned) == before
        assert app.animation_level == constants.TEXTUAL_ANIMATIONS


async def cursor_blinks(app: CeulogApp, pilot: Pilot[int]) -> bool:
    await pilot.press("slash")
    await pilot.pause()
    field = app.focused
    assert isinstance(field, Input)
    return field.cursor_blink


@pytest.mark.parametrize(("motion", "environment", "moves"), [
    ("full", "full", True), ("reduced", "full", False), ("full", "none", False),
])  # fmt: skip
async def test_motion_and_the_blinking_cursor_go_together(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch, motion: str, environment: str, moves: bool
) -> None:
    monkeypatch.setattr(constants, "TEXTUAL_ANIMATIONS", environment)
    app = CeulogApp(logbook, settings=Settings(motion=motion))
    async with app.run_test(size=(80, 24)) as pilot:
        assert (app.animation_level != "none") is moves
        assert await cursor_blinks(app, pilot) is moves


async def test_without_color_everything_can_still_be_told_apart(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    for theme in ("dark", "terminal"):
        monkeypatch.setenv("NO_COLOR", "1")
        app = CeulogApp(logbook, settings=Settings(theme=theme))
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            text = screen_text(app)
            assert all(part in text for part in (FINE.earned, FINE.planned, FINE.missing))
            (row,) = (line for line in text.splitlines() if "To come" in line)
            assert row.lstrip().startswith(FINE.active)
            for line in app.screen._compositor.render_strips():
                for segment in line:
                    for color in (segment.style.color, segment.style.bgcolor) if segment.style else ():
                        channels = set(color.triplet) if color and color.triplet else {0}
                        assert len(channels) == 1, segment  # a gray, or none at all
            await pilot.press("a", *"Some title", "ctrl+s")
            await pilot.pause()
            faulty = app.screen.query_one("Field.-faulty", Field)
            assert "bold" in styles_at(app, str(faulty.query_one(".field--label", Label).content))[0]
            sentence = str(faulty.query_one(".field--fault", Label).content)
            assert sentence.partition(" ")[0] in screen_text(app)


async def test_a_fault_in_the_settings_is_said_once(logbook: Logbook) -> None:
    app = CeulogApp(logbook, faults=["First thing.", "Second thing."])
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.pause()
        assert "First thing." in screen_text(app)
        assert "Second thing." not in screen_text(app)


def test_the_app_is_opened_with_what_the_file_says(
    logbook: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "contrast"\nmotion = "slow"', encoding="utf-8")
    opened: list[CeulogApp] = []

    def run(app: CeulogApp) -> int:
        opened.append(app)
        return 0

    monkeypatch.setattr(CeulogApp, "run", run)
    assert open_app(logbook, settings_file=file) == 0
    assert opened[0].settings == Settings(theme="contrast")
    assert "motion cannot be slow" in opened[0].faults[0]
    assert open_app(logbook) == 0
    assert opened[1].settings == Settings()


def test_what_is_drawn_with_can_be_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    for wish, glyphs in (("ascii", ASCII), ("unicode", FINE)):
        draw_with(wish)
        assert terminal_glyphs() is glyphs
    draw_with("auto")
    assert terminal_glyphs() in (ASCII, FINE)
