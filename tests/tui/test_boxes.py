"""Ticking: at once where there is one box, from a list where there are several, and by a click on the very box."""

import datetime as dt
from pathlib import Path

import pytest
from textual.pilot import Pilot

from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.boxes import duty_turned, turned
from ceulog.tui.screens.boxes import BoxesScreen
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.widgets.board import Board
from tests.builders import a_log, a_tick
from tests.tui.host import Host, a_logbook, screen_text
from tests.tui.own_body import CODE, READ, own_logbook

HELD = (("CPC-A", "2025-05-14"), ("CPMA", "2025-09-14"), ("CCS", "2026-01-10"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    letter = a_tick("CPC-A", "2026-03-03", "letter from employer")
    return a_logbook(tmp_path, a_log(held=HELD, ticks=[letter]))


def ticked(logbook: Logbook) -> list[str]:
    return sorted(each.label for each in logbook.state.ticks.values())


async def wait(app: Host, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


async def settle(app: CeulogApp, pilot: Pilot[int]) -> None:
    """Until the disk has answered, and the screen shows it."""
    while app.is_saving:
        await pilot.pause()
    await pilot.pause()
    assert "saving" not in screen_text(app)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_the_chooser_turns_the_box_under_the_cursor(logbook: Logbook, size: tuple[int, int]) -> None:
    app = Host(lambda: BoxesScreen(logbook, "CPC-A"))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "[x] letter from employer  Mar 3, 2026" in text
        assert "removal of the A: 50 %, it lacks second letter" in text
        assert "Esc Back" in text
        await pilot.press("down", "enter")
        await wait(app, pilot)
        text = screen_text(app)
        assert "[x] second letter  Nov 23, 2026" in text
        assert "removal of the A: everything is there" in text
        await pilot.press("up", "space")
        await wait(app, pilot)
        assert "[ ] letter from employer" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
    assert ticked(logbook) == ["second letter"]


async def test_the_chooser_goes_by_mouse_alone(logbook: Logbook) -> None:
    app = Host(lambda: BoxesScreen(logbook, "CPC-A"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("#boxes-list", offset=(5, 3))
        await wait(app, pilot)
        assert "[x] Practicode" in screen_text(app)
        await pilot.click("#boxes-keys", offset=(32, 0))
        await pilot.pause()
    assert app.results == [None]


async def test_leaving_it_untouched_changes_nothing(logbook: Logbook) -> None:
    app = Host(lambda: BoxesScreen(logbook, "CPC-A"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("s")
        await pilot.pause()
    assert app.results == [None]


async def test_own_words_are_text(tmp_path: Path) -> None:
    logbook = own_logbook(tmp_path)
    app = Host(lambda: BoxesScreen(logbook, CODE))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert f"[ ] one {READ}" in screen_text(app)
        await pilot.press("enter")
        await wait(app, pilot)
        assert f"[x] one {READ}" in screen_text(app)


async def test_s_asks_which_box_where_there_are_several(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        app.screen.query_one(Board).choose("CPC-A")
        await pilot.press("s")
        await pilot.pause()
        assert isinstance(app.screen, BoxesScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)


async def test_s_turns_a_single_box_at_once(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        app.screen.query_one(Board).choose("CCS")
        await pilot.press("s")
        await settle(app, pilot)
        assert "[x] self-assessment" in screen_text(app)
        await pilot.press("s")
        await settle(app, pilot)
        assert "[ ] self-assessment" in screen_text(app)


def test_no_box_says_which_credential_has_one(tmp_path: Path, logbook: Logbook) -> None:
    state = logbook.state
    with pytest.raises(Refusal, match=r"CPMA has no box to tick; CPC-A has 4 boxes and CCS has the"):
        turned(logbook, state, "CPMA", "")
    with pytest.raises(Refusal, match="CPMA has no box that can be made optional; CCS has the self"):
        duty_turned(logbook, state, "CPMA")
    alone = a_logbook(tmp_path / "alone", a_log())
    with pytest.raises(Refusal, match=r"None of your credentials has a box to tick\."):
        turned(alone, alone.state, "CPC", "")
    empty = a_logbook(tmp_path / "empty")
    with pytest.raises(Refusal, match="Press c to add"):
        turned(empty, empty.state, "", "")
    with pytest.raises(Refusal, match="Press c to add"):
        duty_turned(empty, empty.state, "")


async def test_the_only_box_of_another_credential_is_offered_by_its_name(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(held=(("CPC", "2019-05-14"), ("CCS", "2026-01-10"))))
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Board).choose("CPC")
        await pilot.press("s")
        assert "CPC has no box; CCS has the self-assessment." in screen_text(app)
        await pilot.press("n")
        assert not ticked(logbook)
        await pilot.press("s", "y")
        await settle(app, pilot)
        assert ticked(logbook) == ["self-assessment"]
        await pilot.press("s")
        assert "Open it again?" in screen_text(app)
        await pilot.press("y")
        await settle(app, pilot)
        assert not ticked(logbook)


async def test_o_offers_the_only_box_that_can_be_made_optional(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Board).choose("CPC-A")
        for question, said in (
            ("CCS has the self-assessment. Make it optional?", "CCS optional."),
            ("It is optional. Make it required again?", "required again."),
        ):
            await pilot.press("o")
            assert question in " ".join(screen_text(app).split())
            await pilot.press("n", "o", "y")
            await settle(app, pilot)
            assert f"{said} u takes it back." in screen_text(app)


async def test_the_chooser_asks_about_a_cycle_that_is_over(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(held=(("CCS", "2020-02-03"),)), dt.date(2027, 1, 10))
    app = Host(lambda: BoxesScreen(logbook, "CCS"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("enter")
        assert "The cycle ended on Dec 31, 2026." in screen_text(app)
        await pilot.press("n")
        await wait(app, pilot)
        assert not logbook.state.ticks
        await pilot.press("enter", "y")
        await wait(app, pilot)
        assert "[x] self-assessment  Dec 31, 2026" in screen_text(app)


async def test_what_o_did_is_said_and_taken_back_by_its_name(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one(Board).choose("CCS")
        for said in ("optional", "required again"):
            await pilot.press("o")
            await settle(app, pilot)
            assert f"Made the self-assessment of CCS {said}. u takes it back." in screen_text(app)
        await pilot.press("u")
        await settle(app, pilot)
        assert "Took back: made the self-assessment of CCS required again." in screen_text(app)


async def test_a_click_turns_the_very_box(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.screen.query_one(Board).choose("CPC-A")
        await pilot.pause()
        lines = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "second letter" in line and "[ ]" in line)
        await pilot.click(offset=(lines[row].index("second letter") - 3, row))
        await settle(app, pilot)
        assert "[x] second letter" in screen_text(app)
    assert "second letter" in ticked(logbook)


async def test_the_footer_can_be_clicked(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        lines = screen_text(app).splitlines()
        await pilot.click(offset=(lines[23].index("Tick"), 23))
        await pilot.pause()
        assert isinstance(app.screen, BoxesScreen)


async def test_a_click_on_a_box_with_own_words_turns_it(tmp_path: Path) -> None:
    logbook = own_logbook(tmp_path)
    app = CeulogApp(logbook)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        lines = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "[ ] two" in line)
        await pilot.click(offset=(lines[row].index("two"), row))
        await settle(app, pilot)
        assert "[x] two" in screen_text(app)
    assert ticked(logbook) == [f"two {READ}"]


@pytest.mark.parametrize("size", [(60, 20)])
async def test_own_words_stand_on_the_dashboard_as_text(tmp_path: Path, size: tuple[int, int]) -> None:
    app = CeulogApp(own_logbook(tmp_path))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "Q[/x]'" in text
        assert "[/x] it's" in text
        assert "50 %" not in text
        assert "0 %" in text
