"""The portal screen: marks, states, going back, what to type, other portals."""

from decimal import Decimal
from pathlib import Path

import pytest

from ceulog.domain.changes import edited
from ceulog.domain.portal import marked, standing_at
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.mark_list import MarkList
from ceulog.tui.screens.portal import PortalScreen
from tests.builders import a_log, an_activity
from tests.exchange.support import BOTH
from tests.tui.host import Host, a_logbook, click_on, screen_text


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    entries = [an_activity("1", f"2026-0{number}-10", id=f"entry-{number}", index_number=f"SMP{number}")
               for number in (1, 2, 3)]  # fmt: skip
    return a_logbook(tmp_path, a_log(*entries, an_activity("2", id="own", at="AHIMA", type="webinar"), held=BOTH))


def states(logbook: Logbook, code: str = "AAPC") -> list[str]:
    found = logbook.state.activities
    return [standing_at(found[f"entry-{number}"], code) for number in (1, 2, 3)]


async def test_the_keys_say_how_far_entries_are(logbook: Logbook) -> None:
    app = Host(lambda: PortalScreen(logbook, first="AAPC"))

    async with app.run_test(size=(80, 24)) as pilot:

        async def press(*keys: str) -> None:
            for key in keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()

        await press()
        assert "3 not entered." in screen_text(app)
        assert "Index number: SMP1" in screen_text(app)
        await press("e")
        assert states(logbook) == ["entered", "logged", "logged"]
        # the cursor goes on, and so does what is to be typed
        assert "Index number: SMP2" in screen_text(app)
        await press("enter", "ctrl+a", "s")
        assert states(logbook) == ["submitted"] * 3
        assert "Marked 3 activities as submitted at AAPC." in " ".join(screen_text(app).split())
        await press("home", "v", "up", "shift+down", "s")
        # of several, what is further stays
        assert states(logbook) == ["verified", "submitted", "submitted"]
        await press("home", "a")
        assert states(logbook)[0] == "questioned"
        await press("home", "b")
        assert states(logbook)[0] == "submitted"
        await press("u")
        assert states(logbook)[0] == "questioned"
        await press("home", "c")
        assert app.clipboard.splitlines()[0] == "Index number: SMP1"
        await press("right")
        assert "Portal: AHIMA, recertification cycle" in screen_text(app)
        assert "Education type:     Webinar" in screen_text(app)
        await click_on(app, pilot, "Entered")
        await app.workers.wait_for_complete()
        assert standing_at(logbook.state.activities["own"], "AHIMA") == "entered"
        await press("left", "escape")
    assert app.results == [None]


async def test_what_was_changed_since_is_said_until_it_is_marked_once_more(logbook: Logbook) -> None:
    for number in (1, 2):
        entry = logbook.state.activities[f"entry-{number}"]
        logbook.change(marked([entry], "AAPC", "entered", logbook.today()))
    entry = logbook.state.activities["entry-2"]
    logbook.change(edited(entry, entry._replace(credits={"AAPC": Decimal(3)})))
    app = Host(lambda: PortalScreen(logbook, first="AAPC", entry="entry-2"))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert "» [ ] Feb 10 2026     3  to correct" in text
        assert "1 not entered, 2 entered (1 to correct)." in text
        assert "AAPC’s portal has 1 CEU; correct it there, then press e." in text
        await pilot.press("space")
        await pilot.pause()
        assert "1 marked: the keys are about it." in screen_text(app)
        assert "» [x] Feb 10 2026" in screen_text(app)
        await pilot.press("e")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "to correct" not in screen_text(app)
    assert logbook.state.activities["entry-2"].entered_as == {}


async def test_a_click_on_a_box_marks_and_one_beside_it_chooses(logbook: Logbook) -> None:
    app = Host(lambda: PortalScreen(logbook, first="AAPC"))

    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for column, marked_entries in ((3, ("entry-3",)), (20, ("entry-3",)), (3, ())):
            await pilot.click("#entries", offset=(column, 2))
            await pilot.pause()
            assert app.screen.query_one(MarkList).marked == marked_entries
            assert app.screen.query_one(MarkList).current == "entry-3"
