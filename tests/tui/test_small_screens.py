"""Confirm, help, trash and why: every key, hostile text, small terminals."""

from pathlib import Path
from typing import Any

import pytest
from textual.screen import ModalScreen

from ceulog.domain.changes import restored
from ceulog.logbook.logbook import Logbook
from ceulog.tui.commands import COMMANDS
from ceulog.tui.screens.confirm import ConfirmScreen
from ceulog.tui.screens.help import HelpScreen
from ceulog.tui.screens.trash import TrashScreen
from ceulog.tui.screens.why import WhyScreen
from tests.builders import a_log, an_activity
from tests.tui.host import Host, a_logbook, click_on, screen_text

SIZES = ((80, 24), (60, 20))
HOSTILE = "[/x] 😀 長文 \n" + "x" * 400
HELD = (("CPC", "2019-05-14"), ("CPMA", "2022-01-01"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(
        tmp_path / "log",
        a_log(
            an_activity("8", approved_for="CPMA", title=HOSTILE.replace("\n", " ")),
            an_activity("1", id="gone-1", title=HOSTILE.replace("\n", " "), trashed="2026-11-20"),
            an_activity("1", id="gone-2", title="Second", trashed="2026-11-23"),
            held=HELD,
        ),
    )


async def answers(screen: ModalScreen[Any], *keys: str, size: tuple[int, int] = SIZES[0]) -> tuple[list[Any], str]:
    """Open a screen, press keys; what it handed back and what stood on the screen before the last key."""
    app = Host(lambda: screen)
    async with app.run_test(size=size) as pilot:
        for key in keys[:-1]:
            await pilot.press(key)
        await pilot.pause()
        text = screen_text(app)
        if keys:
            await pilot.press(keys[-1])
        await pilot.pause()
    return app.results, text


@pytest.mark.parametrize(
    ("keys", "answer"),
    [(["y"], True), (["n"], False), (["escape"], False), (["enter"], False), (["tab", "enter"], True)],
)
async def test_a_question_is_answered_by_key(keys: list[str], answer: bool) -> None:
    results, text = await answers(ConfirmScreen(HOSTILE, "[b]Do it", "Not yet"), *keys)
    assert results == [answer]
    assert "[b]Do it" in text


async def test_help_lists_the_first_keys_and_a_click_on_a_line_does_what_its_key_does() -> None:
    app = Host(lambda: HelpScreen(COMMANDS))
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in (*SIZES, SIZES[0]):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Log an activity" in screen_text(app), size
            assert "Esc Close" in screen_text(app), size
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [None]

        app.open()
        await pilot.pause()
        lines = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "Log an activity" in line)
        await pilot.click(offset=(lines[row].index("Log"), row))
        await pilot.pause()
    assert app.results == [None, "add"]


@pytest.mark.parametrize("answer", ["yes", "no"])
async def test_a_question_is_answered_by_a_click(answer: str) -> None:
    app = Host(lambda: ConfirmScreen("Do it?", "Yes (y)", "No (n)"))
    async with app.run_test(size=SIZES[1]) as pilot:
        await pilot.pause()
        assert app.focused is app.screen.query_one("#no")
        await pilot.click(f"#{answer}")
        await pilot.pause()
    assert app.results == [answer == "yes"]


async def test_the_trash_goes_by_mouse_alone(logbook: Logbook) -> None:
    app = Host(lambda: TrashScreen(logbook))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.pause()
        await pilot.click("#gone", offset=(8, 1))
        await pilot.pause()
        assert not app.results  # one click chooses
        await click_on(app, pilot, "Mark several")
        await pilot.pause()
        assert "2 entries, 1 marked" in screen_text(app)
        await click_on(app, pilot, "Restore")
        await pilot.pause()
        app.open()
        await pilot.pause()
        await pilot.click("#gone", offset=(8, 0), times=2)
        await pilot.pause()
        app.open()
        await pilot.pause()
        await click_on(app, pilot, "Back")
        await pilot.pause()
    gone = logbook.state.activities
    assert app.results == [restored([gone["gone-1"]]), restored([gone["gone-2"]]), None]


async def test_several_are_restored_at_once(logbook: Logbook) -> None:
    results, text = await answers(TrashScreen(logbook), "shift+down", "space", "enter", size=SIZES[1])
    assert "2 entries, 1 marked" in text
    assert results == [restored([logbook.state.activities["gone-2"]])]
    results, _ = await answers(TrashScreen(logbook), "space", "down", "space", "enter")
    assert results == [restored([logbook.state.activities["gone-2"], logbook.state.activities["gone-1"]])]


@pytest.mark.parametrize("size", SIZES)
async def test_the_trash_restores_the_entry_under_the_cursor(logbook: Logbook, size: tuple[int, int]) -> None:
    results, text = await answers(TrashScreen(logbook), "down", "enter", size=size)
    assert "deleted today" in text
    assert "deleted 3 days ago" in text
    assert "[/x]" in text
    assert results == [restored([logbook.state.activities["gone-1"]])]


async def test_the_trash_closes_and_says_when_it_is_empty(tmp_path: Path) -> None:
    results, text = await answers(TrashScreen(a_logbook(tmp_path, a_log())), "escape")
    assert results == [None]
    assert "The trash is empty" in text


async def test_all_of_the_trash_is_marked_at_once_and_no_line_wraps(tmp_path: Path) -> None:
    gone = [an_activity(id=f"gone-{number}", title="Long " * 30, trashed="2026-04-21") for number in range(2)]
    logbook = a_logbook(tmp_path, a_log(*gone))
    for size in SIZES:
        app = Host(lambda: TrashScreen(logbook))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            lines = [line for line in screen_text(app).splitlines() if "[ ]" in line]
            assert len(lines) == 2
            assert all(line.endswith("deleted 216 days ago") for line in lines)
            await pilot.press("ctrl+a")
            await pilot.pause()
            assert "2 entries, 2 marked" in screen_text(app)
            await pilot.press("ctrl+a", "ctrl+a", "enter")
            await pilot.pause()
        assert app.results == [restored([logbook.state.activities[each.id] for each in reversed(gone)])]


async def test_why_lists_the_entries_on_enter(logbook: Logbook) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPC"))
    async with app.run_test(size=(60, 44)) as pilot:
        await pilot.pause()
        assert "Jan 10 2026" not in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        text = screen_text(app)
        assert "Jan 10 2026" in text
        assert "[/x]" in text
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
