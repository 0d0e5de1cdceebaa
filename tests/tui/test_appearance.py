"""The app as the settings say: themes, motion, characters; and all of it told without color."""

from pathlib import Path

import pytest
from rich.segment import Segment
from textual import constants
from textual.filter import ANSIToTruecolor
from textual.pilot import Pilot
from textual.widgets import Input, Label, Select, Static

from ceulog.logbook.logbook import Logbook
from ceulog.settings.reading import read_settings
from ceulog.settings.values import Settings, row_of
from ceulog.tui.app import CeulogApp
from ceulog.tui.forms.fields import Field
from ceulog.tui.glyphs import ASCII, FINE, draw_with, terminal_glyphs
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.start import start
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


THEMES = row_of("theme").values if row_of("theme") else ()  # type: ignore[union-attr]


def in_theme(app: CeulogApp, value: str) -> None:
    app.apply_settings(Settings(theme=value))
    assert app.theme == f"ceulog-{'dark' if value == 'auto' else value}"


async def test_on_the_dashboard_no_color_is_left_for_textual_to_put_right(logbook: Logbook) -> None:
    """There its filter is left out."""
    app = CeulogApp(logbook)
    async with app.run_test(size=(120, 40)) as pilot:
        app.interrupt("Over it")
        app.complain("Below it")
        await pilot.press("space", "slash", *"long")
        for value in THEMES:
            in_theme(app, value)
            await pilot.pause()
            if app.current_theme.ansi:
                continue
            assert not app.get_line_filters()
            textual = ANSIToTruecolor(app.ansi_theme)
            for strip in app.screen._compositor.render_strips():
                cells = [Segment(each.text, each.style) for each in strip]
                assert textual.apply(cells, app.screen.background_colors[1]) == cells


async def test_every_theme_draws_the_dashboard_and_the_form(logbook: Logbook) -> None:
    assert len(THEMES) >= 7
    app = CeulogApp(logbook, settings=Settings(theme=THEMES[-1]))
    async with app.run_test(size=(80, 24)) as pilot:
        assert app.theme == f"ceulog-{THEMES[-1]}"  # from the first frame on
        for value in THEMES:
            in_theme(app, value)
            await pilot.pause()
            (chosen,) = set(styles_at(app, "To come"))
            (other,) = set(styles_at(app, "Long one"))
            # the selected row stands out by its background, or where the terminal decides by a line under it
            terminal = value.startswith("terminal")
            told_apart = "underline" in chosen if terminal else background(chosen) != background(other)
            assert told_apart, value
            bar = {tuple(styles_at(app, part)) for part in (FINE.earned, FINE.planned, FINE.missing)}
            assert len(bar) == (2 if value == "terminal-light" else 3), value  # their shapes differ anyway

        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, ActivityForm)
        for number, value in enumerate(THEMES):
            in_theme(app, value)
            await pilot.pause()
            label = styles_at(app, "Title")[0]
            await pilot.press("tab" if number % 2 == 0 else "shift+tab")  # into the field, or out of it again
            await pilot.pause()
            focused = styles_at(app, "Title")[0]
            if number % 2:
                label, focused = focused, label
            assert "bold" in focused, value
            assert "bold" not in label, value


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


async def test_without_color_the_line_under_the_cursor_of_a_list_is_told_apart(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "underline" in styles_at(app, "renewal period")[0]
        assert "underline" not in styles_at(app, "since")[0]


async def test_a_fault_in_the_settings_is_said_and_f2_lists_them_all(logbook: Logbook, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('motion = "slow"\ncolor = "red"\n[keys]\nadd = "tab"\n', encoding="utf-8")
    settings, faults = read_settings(file)
    app = CeulogApp(logbook, settings=settings, settings_file=file, faults=faults)
    async with app.run_test(size=(100, 40), notifications=True) as pilot:
        await pilot.pause()
        text = " ".join(screen_text(app).split())
        assert "motion cannot be slow" in text
        assert "And 2 more; F2 lists them." in text
        await pilot.press("f2")
        await pilot.pause()

        def said(name: str) -> str:
            return str(app.screen.query_one(f"#{name}", Static).content)

        for words in ("motion cannot be slow", "there is no setting color", "Add cannot have the key tab"):
            assert words in said("settings-faults")
        app.screen.query_one("#setting-motion", Select).value = "reduced"  # which puts it right
        await pilot.pause()
        assert "motion cannot be slow" not in said("settings-faults")
        # a refusal and the faults are said side by side
        file.write_text("theme = ", encoding="utf-8")
        app.screen.query_one("#setting-date_style", Select).value = "iso"
        await pilot.pause()
        assert "nothing was written into it" in said("fault")
        assert "Add cannot have the key tab" in said("settings-faults")


async def test_dates_stand_in_the_fields_as_the_settings_say(logbook: Logbook) -> None:
    app = CeulogApp(logbook, settings=Settings(date_style="iso"))
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.press("a")
        await pilot.pause()
        assert app.screen.query_one("#date", Input).value == "2026-11-23"
        await pilot.press("escape", "c", "down", "enter")
        await pilot.pause()
        assert app.screen.query_one("#earned", Input).value == "2019-05-14"
        await pilot.press("escape", "escape")
        await pilot.pause()
        app.apply_settings(Settings())
        await pilot.press("a")
        await pilot.pause()
        assert app.screen.query_one("#date", Input).value == "11/23/2026"


def test_the_app_is_opened_with_what_the_file_says(
    logbook: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('theme = "contrast"\nmotion = "slow"', encoding="utf-8")
    opened: list[CeulogApp] = []
    told: list[str] = []

    def run(app: CeulogApp) -> int:
        opened.append(app)
        app.let_go()
        app.complain("It came too late.")
        return 0

    monkeypatch.setattr(CeulogApp, "run", run)
    assert start(logbook, {}, file, told.append) == 0
    assert opened[0].settings == Settings(theme="contrast")
    assert "motion cannot be slow" in opened[0].faults[0]
    assert start(logbook, {}, tmp_path / "none.toml", told.append) == 0
    assert opened[1].settings == Settings()
    assert told == ["It came too late."] * 2


def test_what_is_drawn_with_can_be_wished(monkeypatch: pytest.MonkeyPatch) -> None:
    for wish, glyphs in (("ascii", ASCII), ("unicode", FINE)):
        draw_with(wish)
        assert terminal_glyphs() is glyphs
    draw_with("auto")
    assert terminal_glyphs() in (ASCII, FINE)
