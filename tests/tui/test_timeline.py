"""The timeline: the answer in a sentence, the plot, the tables, by keyboard alone and by mouse alone."""

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Static

from ceulog.domain.state import LogState
from ceulog.logbook.errors import StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.tui.glyphs import ASCII
from ceulog.tui.keys import with_keys
from ceulog.tui.screens import timeline as timeline_module
from ceulog.tui.screens.timeline import NO_CYCLE, NOTHING_HELD, NOTHING_PLANNED, TimelineScreen
from tests.builders import TODAY, a_cycle, a_log, a_planned, an_activity, day
from tests.domain.test_progress_properties import closed
from tests.tui.host import Host, a_logbook, screen_text
from tests.tui.own_body import CODE, own_logbook

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20)]
HOSTILE = "[/x] [bold]A[/] \x1b[31m $x {y} 漢字 " + "long " * 80


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    log = closed(a_log(an_activity("37", "2024-01-10", at="AAPC AHIMA"), held=[("CPC", "2019-05-14")],
                       cycles={"AAPC": a_cycle("2023-04-01", "2025-03-31")}))  # fmt: skip
    more = a_log(
        *log.activities.values(), an_activity("12", "2026-01-10", at="AAPC AHIMA"), a_planned("2", title="Audit day"),
        held=[("CPC", "2019-05-14"), ("CCS", "2020-01-10")],
        cycles={member.organization: member.cycles for member in log.memberships.values()},
    )  # fmt: skip
    return a_logbook(tmp_path, more)


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.pause()


def said(app: App[None], part: str = "pace") -> str:
    return " ".join(str(app.screen.query_one(f"#{part}", Static).render()).split())


def scrolled(app: App[None]) -> float:
    return app.screen.query_one("#timeline-room").scroll_offset.y


async def test_it_answers_and_is_drawn_anew_at_every_size(logbook: Logbook) -> None:
    app = Host(lambda: TimelineScreen(logbook, "CPC"))
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in (*SIZES, (120, 40)):
            await pilot.resize_terminal(*size)
            await settled(pilot)
            text = " ".join(screen_text(app).split())
            for words in ("[AAPC] AHIMA", "12 of 36 CEUs with 128 days left; the even pace would be 29.5 today",
                          "▄▄ earned", "▒▒ planned", "·· even pace", "┊ today", "ended Mar 31, 2025", "Mar 2027",
                          "→ Next organization", "Esc Back"):  # fmt: skip
                assert words in text, size
            assert said(app, "earlier") == "Earlier renewal periods Ended Needed Earned Mar 31 2025 36 37"
            assert said(app, "plans") == "Planned Dec 05 2026 2 Audit day"
            assert "┊" in said(app, "plot")
            frame = next(line for line in screen_text(app).splitlines() if "┌" in line)
            assert size[0] - 10 < len(frame.strip()) <= size[0] or size[0] > 120


async def test_by_keyboard_alone(logbook: Logbook) -> None:
    app = Host(lambda: TimelineScreen(logbook, "CCS"))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)
        heading = [screen_text(app).splitlines()[0]]
        for key in ("right", "left", "tab", "shift+tab"):
            await pilot.press(key)
            await settled(pilot)
            heading.append(screen_text(app).splitlines()[0])
        assert ["[AHIMA]" in each for each in heading] == [True, False, True, False, True]
        await pilot.press("right", "down", "down")
        assert scrolled(app) == 2
        await pilot.press("up")
        assert scrolled(app) == 1
        await pilot.press("end")
        await settled(pilot)
        assert "Audit day" in screen_text(app)
        await pilot.press("right")
        await settled(pilot)
        assert scrolled(app) == 0
        for key in ("escape", "q", "p"):
            await pilot.press(key)
            await settled(pilot)
            app.open()
            await settled(pilot)
    assert app.results == [None, None, None]


async def test_by_mouse_alone(logbook: Logbook) -> None:
    app = Host(lambda: TimelineScreen(logbook, "CPC"))
    async with app.run_test(size=(60, 20)) as pilot:
        await settled(pilot)

        async def click(words: str) -> None:
            lines = screen_text(app).splitlines()
            row = next(number for number, line in enumerate(lines) if words in line)
            await pilot.click(offset=(lines[row].index(words), row))
            await settled(pilot)

        await click("AHIMA")
        assert "[AHIMA]" in screen_text(app)
        await click("Next organization")
        assert "[AAPC]" in screen_text(app)
        await click("Previous")
        assert "[AHIMA]" in screen_text(app)
        await click(" AAPC ")
        await click("Down")
        assert scrolled(app) == 1
        await click("Up")
        assert scrolled(app) == 0
        await click("Back")
    assert app.results == [None]


async def test_one_organization_offers_no_other(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log())
    app = Host(lambda: TimelineScreen(logbook, "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        text = screen_text(app)
        assert "Next organization" not in text
        assert said(app).startswith("0 of 36 CEUs with 128 days left")
        assert said(app, "plans") == f"Planned {NOTHING_PLANNED}"
        assert not app.screen.query_one("#earlier").display
        assert "▄▄ earned" not in text
        assert "even pace" in text
        await pilot.press("right")
        assert "[AAPC]" in screen_text(app)


@pytest.mark.parametrize(
    ("on", "words"), [("2025-02-01", "begins on Apr 1, 2025"), ("2027-04-02", "ended on Mar 31, 2027, 2 days ago")]
)
async def test_before_the_cycle_and_after_it(tmp_path: Path, on: str, words: str) -> None:
    logbook = a_logbook(tmp_path, a_log(), today=day(on))
    app = Host(lambda: TimelineScreen(logbook, "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert words in said(app)
        assert "even pace" in screen_text(app)
        assert "┊" not in screen_text(app)


@pytest.mark.parametrize(
    ("log", "words"),
    [(LogState(), with_keys(NOTHING_HELD)), (a_log(held=[("CPC", "2026-12-24")]), NO_CYCLE.format("AAPC"))],
)
async def test_where_there_is_nothing_to_draw_it_says_why(tmp_path: Path, log: LogState, words: str) -> None:
    logbook = a_logbook(tmp_path, log)
    app = Host(lambda: TimelineScreen(logbook, ""))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app) == words
        assert not app.screen.query_one("#plot").display
        await pilot.press("tab", "down", "escape")
        await settled(pilot)
    assert app.results == [None]


async def test_a_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    class Unreadable(Logbook):
        @property
        def state(self) -> LogState:
            raise StorageError("logbook.json", "The file is [/damaged].")

    whole = a_logbook(tmp_path)
    logbook = Unreadable(tmp_path, whole.rulebook, today=lambda: TODAY, new_id=lambda: "x")
    app = Host(lambda: TimelineScreen(logbook, "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app) == "The file is [/damaged]."


async def test_without_utf_8_it_is_ascii(logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_module, "terminal_glyphs", lambda: ASCII)
    app = Host(lambda: TimelineScreen(logbook, "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for part in ("pace", "plot", "legend", "earlier", "plans"):
            assert said(app, part).isascii()
        assert "##" in said(app, "plot")


async def test_hostile_text_is_text(tmp_path: Path) -> None:
    double = a_planned("1", "2026-12-06", index_number="X", title="[/] twice")
    log = a_log(an_activity("1", index_number="X"), a_planned("2", title=HOSTILE), double)
    logbook = a_logbook(tmp_path / "one", log)
    app = Host(lambda: TimelineScreen(logbook, "CPC"))
    async with app.run_test(size=(80, 40)) as pilot:
        await settled(pilot)
        text = screen_text(app)
        assert "Dec 05 2026  2  [/x] [bold]A[/]  [31m $x {y} 漢字 long" in text
        assert "[/] twice" in text
        assert "would not count: same index number" in text
    own = own_logbook(tmp_path / "two")
    app = Host(lambda: TimelineScreen(own, CODE))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app).startswith("4 of 10 CEUs with 7 days left")
