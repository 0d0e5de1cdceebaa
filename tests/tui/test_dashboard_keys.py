"""The dashboard by keys and by mouse: moving, marking, sorting, finding, deleting, copying, and what is said."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ceulog.domain.changes import added
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.help_topics import key_words
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.details import DetailsScreen
from ceulog.tui.screens.help import HelpScreen
from ceulog.tui.widgets import log_panel
from ceulog.tui.widgets.board import Board
from ceulog.tui.widgets.log_view import LogView
from tests.builders import a_log, a_planned, an_activity
from tests.tui.host import a_logbook, screen_text

HOSTILE = "[/x] 😀 長文 [b]" + "x" * 400
HELD = (("CPC", "2019-05-14"), ("CCS", "2020-02-03"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    entries = [
        an_activity("1", f"2026-{month:02}-10", id=f"entry-{month:02}", sponsor="AAPC") for month in range(1, 11)
    ]
    planned = [a_planned("2", "2027-01-05", id="plan-jan"), an_activity("3", "2026-06-15", id="old", title=HOSTILE)]
    return a_logbook(tmp_path, a_log(*entries, *planned, held=HELD))


async def settled(pilot: Pilot[int], logbook: Logbook) -> None:
    """Wait until the disk has answered."""
    app = pilot.app
    assert isinstance(app, CeulogApp)
    while app.is_saving:
        await pilot.pause()
    await pilot.pause()
    assert logbook.state == app.view.state


def current(app: CeulogApp) -> str:
    """The title of the entry under the cursor."""
    found = app.screen.query_one(LogView).current
    return found.title if found else ""


def row_of(app: CeulogApp, words: str) -> int:
    lines = screen_text(app).splitlines()
    return next(number for number, line in enumerate(lines) if words in line)


async def test_arrows_pages_and_ends_move_the_cursor_and_n_goes_to_today(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        seen = []
        for key in ("down", "j", "up", "k", "end", "home", "pagedown", "pageup", "n"):
            await pilot.press(key)
            seen.append(current(app))
        assert seen == [
            "entry-10", "entry-09", "entry-10", "plan-jan", "entry-01", "plan-jan", "entry-02", "plan-jan", "entry-10",
        ]  # fmt: skip
        await pilot.press("comma", "n")
        assert current(app) == "entry-10"
        await pilot.press("r", "n")
        assert current(app) == "entry-10"
        assert "Date▴" in screen_text(app)


async def test_marked_entries_are_deleted_together_and_undone_together(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "space", "shift+down", "shift+down")
        assert "3 entries marked, 3 CEUs" in screen_text(app)
        assert screen_text(app).count("\n*") == 3
        await pilot.press("d")
        await settled(pilot, logbook)
        assert "Deleted 3 activities. u takes it back." in screen_text(app)
        assert sum(1 for each in logbook.state.activities.values() if each.trashed) == 3
        await pilot.press("u")
        await settled(pilot, logbook)
        assert "Took back: deleted 3 activities." in screen_text(app)
        assert not any(each.trashed for each in logbook.state.activities.values())
        assert current(app) == "entry-10"
        await pilot.press("ctrl+r")
        await settled(pilot, logbook)
        assert "Did again: deleted 3 activities." in screen_text(app)


async def test_all_are_marked_by_one_key_and_unmarked_by_esc_or_what_hides_them(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        rows = app.screen.query_one(LogView)
        await pilot.press("ctrl+a")
        assert len(rows.marked) == 12
        await pilot.press("ctrl+a")
        assert not rows.marked
        await pilot.press("space", "escape")
        assert not rows.marked
        await pilot.press("space", "slash", *"entry", "enter")
        assert not rows.marked
        assert "10 entries: 10 CEUs" in screen_text(app)
        await pilot.press("escape")
        assert app.screen.query_one("#filter", Input).value == ""
        assert rows.has_focus


async def test_of_a_long_log_the_sums_follow_the_first_hits(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(log_panel, "LONG", 0)
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("slash", *"entry-07")
        await pilot.pause()
        assert current(app) == "entry-07"
        assert "1 entry: 1 CEU" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "12 entries: " in screen_text(app)


async def test_details_and_view_follow_the_cursor_through_the_filter(tmp_path: Path) -> None:
    many = [an_activity("1", "2026-03-10", id=f"entry-{number}", sponsor=f"S{number}") for number in range(100, 200)]
    app = CeulogApp(a_logbook(tmp_path, a_log(*many, held=HELD)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        assert "Sponsor       S199" in screen_text(app)
        await pilot.press("slash", *"entry-107")
        await pilot.pause()
        assert "Sponsor       S107" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert (current(app), app.screen.query_one("#filter", Input).value) == ("entry-107", "")
        for _ in range(2):
            [lit] = [line for line in screen_text(app).splitlines() if "»" in line]
            assert "entry-107" in lit
            await pilot.press("r")
            await pilot.pause()


async def test_the_scroll_bar_comes_back_where_the_rows_are(tmp_path: Path) -> None:
    many = [an_activity("1", "2026-03-10", id=f"entry-{number}") for number in range(100, 200)]
    app = CeulogApp(a_logbook(tmp_path, a_log(*many, held=HELD)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end", "slash", *"nothing", "escape")
        await pilot.pause()
        rows = app.screen.query_one(LogView)
        assert rows.show_vertical_scrollbar
        assert (rows.scroll_y, rows.scroll_target_y, rows.vertical_scrollbar.position) == (0, 0, 0)


async def test_an_entry_in_sight_stays_so_when_others_come_before_it(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("end")
        a_logbook(logbook.folder).change(added(*(an_activity("1", "2026-11-01", id=f"more-{n}") for n in range(20))))
        app.look_again()
        await pilot.pause()
        [lit] = [line for line in screen_text(app).splitlines() if "»" in line]
        assert "entry-01" in lit
        assert current(app) == "entry-01"


async def test_the_cursor_follows_what_was_added_and_says_when_the_filter_hides_it(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        for filtered in (False, True):
            if filtered:
                await pilot.press("slash", *"entry-0", "enter")
            await pilot.press("a")
            await pilot.pause()
            await pilot.press(*"Wound care 1.5 2026-03-03", "enter", "enter")
            await pilot.pause()
            await settled(pilot, logbook)
            assert (current(app) == "Wound care") is not filtered
            assert "Added “Wound care”. u takes it back." in screen_text(app)
        assert "The filter hides this entry" in screen_text(app)
        await pilot.press("up")
        assert "Added" not in screen_text(app)
        assert "? Help" in screen_text(app)


async def test_the_log_by_mouse_alone(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        rows = app.screen.query_one(LogView)
        top = row_of(app, "Date▾")
        await pilot.click(offset=(1, top + 3))
        await pilot.click(offset=(20, top + 4), control=True)
        assert {each.id for each in rows.marked} == {"entry-09", "entry-08"}
        await pilot.click(offset=(30, top))
        assert "Title▴" in screen_text(app)
        await pilot.click(offset=(30, top))
        assert "Title▾" in screen_text(app)
        await pilot.click(offset=(4, top))
        assert "Date▾" in screen_text(app)
        await pilot.click(offset=(30, top + 2))
        assert current(app) == "entry-10"
        await pilot.click(offset=(30, top + 2), times=2)
        await pilot.pause()
        assert isinstance(app.screen, ActivityForm)


async def test_details_open_for_the_selected_entry_and_lead_to_its_form(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("v")
        await pilot.pause()
        assert isinstance(app.screen, DetailsScreen)
        assert "plan-jan" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert not isinstance(app.screen, DetailsScreen)
        await pilot.press("v")
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, ActivityForm)
        assert app.screen.query_one("#title", Input).value == "plan-jan"


async def test_details_stand_beside_the_log_where_there_is_room(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(120, 40)) as pilot:
        for size in ((120, 40), (200, 60)):
            await pilot.resize_terminal(*size)
            await pilot.press("home")
            await pilot.pause()
            assert "would count 2 CEUs" in " ".join(screen_text(app).split()), size
            await pilot.press("down")
            await pilot.pause()
            assert "none yet; f attaches one" in " ".join(screen_text(app).split()), size


async def test_copying_sends_what_is_chosen_to_the_terminal(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("b")
        assert app.clipboard.splitlines()[1].startswith("2027-01-05\tplan-jan")
        assert "Sent 1 entry to your terminal’s clipboard" in screen_text(app)
        await pilot.press("ctrl+a", "b")
        assert len(app.clipboard.splitlines()) == 13


async def test_the_part_that_has_the_focus_has_another_sign_at_what_is_selected(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for keys, bars, log in (
            ((), "›", "»"),
            (["shift+tab"], "›", "›"),
            (["shift+tab"], "»", "›"),
            (["f2", "escape"], "»", "›"),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            text = screen_text(app)
            assert f"{bars} CPC" in text
            assert f"{log}  Jan 05 2027" in text
        app.apply_settings(app.settings._replace(glyphs="ascii"))
        await pilot.pause()
        assert "> CPC" in screen_text(app)
        assert "-  Jan 05 2027" in screen_text(app)


async def test_the_palette_finds_commands_credentials_and_entries(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 30)) as pilot:
        for typed, shown in (("entry-03", "Mar 10 2026  1 CEU"), ("xxxx", "[/x]"), ("coding specialist", "CCS")):
            await pilot.press("ctrl+p")
            await pilot.pause()
            await pilot.press(*typed)
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert shown in screen_text(app)
            if typed == "entry-03":
                await pilot.press("down", "enter")
                await pilot.pause()
                assert current(app) == "entry-03"
            else:
                await pilot.press("escape")
                await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        await pilot.press(*"newest change")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Take the newest change back: added" in screen_text(app)


async def test_help_is_about_where_the_focus_is_and_f1_works_in_fields_and_on_screens(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 40)) as pilot:
        for keys, words in (
            (["question_mark"], "Space marks an entry"),
            (["slash", "f1"], "Every word must occur"),
            (["escape", "shift+tab", "shift+tab", "f1"], "one for each credential"),
            (["c", "f1"], "Close the cycle"),
        ):
            await pilot.press(*keys)
            await pilot.pause()
            assert isinstance(app.screen, HelpScreen)
            assert words in " ".join(screen_text(app).split())
            await pilot.press("escape")
            await pilot.pause()


async def test_the_bars_are_chosen_by_arrows_and_clicks(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        board = app.screen.query_one(Board)
        board.focus()
        await pilot.press("down")
        assert board.selected == "CCS"
        await pilot.press("up")
        assert board.selected == "CPC"
        await pilot.click(offset=(5, row_of(app, "  CCS ")))
        assert board.selected == "CCS"


@pytest.mark.parametrize(
    ("key", "words"),
    [("up,k", "↑, k"), ("ctrl+r", "ctrl+r"), ("shift+up", "shift+↑"), ("question_mark", "?"), ("G", "G")],
)
def test_keys_are_called_as_people_call_them(key: str, words: str) -> None:
    assert key_words(key) == words


async def test_a_key_that_comes_while_the_screen_is_taken_down_is_no_fault(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(100, 32)) as pilot:
        await app.screen.query_one("#foot").remove()
        await pilot.press("down")
        assert app.is_running
