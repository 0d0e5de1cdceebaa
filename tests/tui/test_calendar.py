"""The month to pick a day from: its lines, its keys and its mouse."""

import datetime as dt
from typing import Any

import pytest
from textual.app import App

from ceulog.tui.glyphs import ASCII, FINE
from ceulog.tui.screens.pick_date import PickDate
from ceulog.tui.widgets.calendar import FIRST, LAST, WIDTH, MonthCalendar, Shown, calendar_lines, moved
from ceulog.tui.widgets.painting import text_of, width_of
from tests.builders import TODAY
from tests.tui.host import Host, screen_text

DAY = dt.date(2026, 11, 20)


def lines(shown: Shown, glyphs: Any = FINE) -> list[str]:
    return [text_of(each) for each in calendar_lines(shown, glyphs)]


def test_a_month_tells_its_days_apart_without_color() -> None:
    text = lines(Shown(DAY, TODAY, {dt.date(2026, 11, 12), TODAY}))
    assert "November 2026" in text[0]
    assert text[1].split() == ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]
    assert "[20]" in text[4]
    assert " 12 •" in text[3]
    assert text[5].startswith(" 22  (23)•")
    assert "22•" not in "".join(text)


def test_the_week_starts_as_asked() -> None:
    assert lines(Shown(DAY, TODAY, week_start="monday"))[1].split()[0] == "Mo"
    assert lines(Shown(DAY, TODAY, week_start="monday"))[2].split() == ["1"]
    assert lines(Shown(DAY, TODAY))[2].split() == ["1", "2", "3", "4", "5", "6", "7"]


def test_ascii_has_signs_of_its_own() -> None:
    text = "".join(lines(Shown(DAY, TODAY, {DAY}), ASCII))
    assert text.isascii()
    assert "[20]*" in text


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("week_start", ["sunday", "monday"])
def test_every_month_has_all_its_days_in_the_same_width(month: int, week_start: Any) -> None:
    shown = Shown(dt.date(2028, month, 1), TODAY, week_start=week_start)
    drawn = calendar_lines(shown, FINE)
    assert {width_of(each) for each in drawn} == {WIDTH}
    days = [int(each.text[1:3]) for line in drawn[2:] for each in line if each.action]
    after = dt.date(2028 + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    assert days == list(range(1, after.day + 1))


def test_the_cursor_stays_within_the_years() -> None:
    assert moved(FIRST, days=-1) == FIRST
    assert moved(LAST, days=7) == LAST
    assert moved(FIRST, months=-12) == FIRST
    assert moved(dt.date(2199, 11, 15), months=12) == dt.date(2199, 12, 15)
    assert moved(dt.date(2026, 3, 15), months=-12) == dt.date(2025, 3, 15)


def picking(chosen: dt.date | None = DAY) -> Host:
    logged = [TODAY, TODAY, dt.date(2026, 11, 12)]
    return Host(lambda: PickDate(chosen, TODAY, logged=logged))


def chosen(app: App[Any]) -> dt.date:
    return app.screen.query_one(MonthCalendar).chosen


KEYS = (
    ("left", "2026-11-19"), ("right", "2026-11-20"), ("up", "2026-11-13"), ("down", "2026-11-20"),
    ("pageup", "2026-10-20"), ("pagedown", "2026-11-20"), ("[", "2025-11-20"), ("]", "2026-11-20"),
    ("home", "2026-11-23"),
)  # fmt: skip
"""Each key, pressed after the one before, and the day that is under the cursor then."""


async def test_the_keys_move_and_enter_picks() -> None:
    app = picking()
    async with app.run_test(size=(60, 20)) as pilot:
        for key, day in KEYS:
            await pilot.press(key)
            assert chosen(app).isoformat() == day, key
        assert "Mon Nov 23 2026 (today): 2 entries" in screen_text(app)
        assert "Esc Back" in screen_text(app)
        await pilot.press("enter")
    assert app.results == [TODAY]


async def test_escape_picks_nothing_and_a_day_out_of_range_begins_today() -> None:
    app = picking(dt.date(1, 1, 1))
    async with app.run_test(size=(80, 24)) as pilot:
        assert chosen(app) == TODAY
        await pilot.press("escape")
    assert app.results == [None]


async def test_the_mouse_turns_the_month_and_picks_a_day() -> None:
    app = picking()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.click("#month", offset=(5, 0))
        assert chosen(app) == dt.date(2026, 10, 20)
        await pilot.click("#month", offset=(1, 0))
        assert chosen(app) == dt.date(2025, 10, 20)
        await pilot.click("#month", offset=(30, 0))
        await pilot.click("#month", offset=(33, 0))
        assert chosen(app) == DAY
        app.screen.query_one(MonthCalendar).action_turn(1)
        await pilot.click("#month", offset=(11, 2))
        await pilot.pause()
    assert app.results == [dt.date(2026, 12, 1)]
