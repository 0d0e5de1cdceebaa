"""The portal screen: marks, states, going back, what to type, other portals."""

from pathlib import Path

import pytest

from ceulog.domain.portal import standing_at
from ceulog.logbook.logbook import Logbook
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
        await press("home", "v", "up", "space", "space", "s")
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
