"""The dashboard: everything in sight at every size, and notices that lead to what deals with them."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from ceulog.domain.changes import of_records
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.commands import COMMANDS
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.organization_form import OrganizationForm
from ceulog.tui.screens.why import WhyScreen
from ceulog.tui.widgets.board import Board
from tests.builders import TODAY, a_cycle, a_held, a_log, an_activity, ids, shipped
from tests.tui.host import a_logbook, screen_text

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20)]
HELD = (("CPC-A", "2025-05-14"), ("CPMA", "2025-09-14"), ("CCS", "2020-01-10"), ("RHIA", "2022-01-10"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    held = [*(a_held(*each) for each in HELD), a_held("CCDS", "2024-12-01")]
    cycles = {
        "AAPC": a_cycle(rules_seen="aapc-2015"),
        "ACDIS": a_cycle("2024-12-01", "2026-11-30"),
    }
    made = a_logbook(tmp_path, a_log(an_activity("8", at="AAPC AHIMA ACDIS"), held=held, cycles=cycles))
    before = made.state.membership("AAPC")
    assert before
    after = before._replace(dues_date=dt.date(2026, 12, 31), dues_amount=Decimal(205))
    made.change(of_records("dues", (before, after)))
    return made


async def test_bars_what_is_next_notices_and_keys_share_the_room(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            text = screen_text(app)
            lines, flat = text.splitlines(), " ".join(text.split())
            assert "Next " in text
            assert "Soon " in text
            assert "dues" in text
            assert "? Help" in lines[size[1] - 1]
            assert "activity-" in text
            if size[1] > 20:  # rules that changed are said with their key
                assert "New AAPC:" in flat
                assert "c, AAPC" in flat
            for code in ("CCS", "RHIA", "CCDS", "CPC-A", "CPMA"):
                app.screen.query_one(Board).choose(code)
                await pilot.pause()
                assert f"› {code}" in screen_text(app), size


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_what_is_said_covers_nothing_but_the_end_of_the_log(logbook: Logbook, size: tuple[int, int]) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        before = screen_text(app).splitlines()
        app.say("A sentence of three lines. " * 7)
        await pilot.pause()
        after = screen_text(app).splitlines()
        said = sum("sentence" in line for line in after)
        assert said >= 3
        assert after[: -said - 1] == before[: -said - 1]
        await pilot.press("down", "up")
        assert screen_text(app).splitlines() == before


async def test_the_heading_of_what_is_scrolled_into_sight_stays(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(60, 20)) as pilot:
        for code, heading in (("CPMA", "AAPC"), ("RHIA", "AHIMA"), ("CCDS", "ACDIS")):
            app.screen.query_one(Board).choose(code)
            await pilot.pause()
            lines = screen_text(app).splitlines()
            row = next(number for number, line in enumerate(lines) if f"› {code}" in line)
            above = [line.split()[0] for line in lines[1:row] if line.strip()]
            assert heading in above
            await pilot.click(offset=(3, 1))
            await pilot.pause()
            assert f"» {code}" in screen_text(app)  # the click gave the board the focus
            await pilot.press("tab", "tab")


async def test_keys_and_a_click_on_a_notice_open_what_deals_with_it(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "Settings of AAPC" in screen_text(app)
        assert "Dues paid" in screen_text(app)
        await pilot.press("escape", "escape")
        await pilot.pause()

        row = next(number for number, line in enumerate(screen_text(app).splitlines()) if "dues of" in line)
        await pilot.click(offset=(20, row))
        await pilot.pause()
        assert isinstance(app.screen, OrganizationForm)
        app.screen.query_one("#dues_paid").focus()
        await pilot.press("space")
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "dues of" not in screen_text(app)


async def test_an_overdue_date_stands_first_and_leads_to_why(logbook: Logbook, tmp_path: Path) -> None:
    late = Logbook(tmp_path, shipped(), today=lambda: dt.date(2026, 12, 5), new_id=ids())
    app = CeulogApp(late)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        lines = screen_text(app).splitlines()
        now, following = (next(n for n, line in enumerate(lines) if f" {word} " in line) for word in ("Now", "Next"))
        assert now < following
        await pilot.click(offset=(20, now))
        await pilot.pause()
        assert isinstance(app.screen, WhyScreen)
    assert logbook.today() == TODAY


async def test_a_box_of_a_cycle_that_is_over_is_ticked_for_its_last_day_when_it_was_done_by_then(
    tmp_path: Path,
) -> None:
    logbook = a_logbook(tmp_path, a_log(held=[("CCS", "2020-02-03")]), dt.date(2027, 1, 10))
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("s")
        await pilot.pause()
        assert "The cycle ended on Dec 31, 2026." in screen_text(app)
        await pilot.press("n")
        await pilot.pause()
        assert not logbook.state.ticks
        await pilot.press("s", "y")
        await pilot.pause()
        assert [each.date.isoformat() for each in app.view.state.ticks.values()] == ["2026-12-31"]
        await pilot.press("s")
        await pilot.pause()
    assert not logbook.state.ticks, "it is opened again, and nothing is ticked for the next cycle"


def test_every_command_has_what_its_key_does() -> None:
    missing = [each.action for each in COMMANDS if not hasattr(Dashboard, f"action_{each.action}")]
    assert [each for each in missing if not hasattr(CeulogApp, f"action_{each}")] == []
