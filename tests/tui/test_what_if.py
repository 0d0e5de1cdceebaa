"""What if I also held …: searching, supposing, before and after, and a log that stays as it is."""

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Static

from ceulog.logbook.logbook import Logbook
from ceulog.tui.screens.credentials import CredentialsScreen
from ceulog.tui.screens.what_if import NOTHING_YET, WhatIfScreen
from ceulog.tui.supposed import UNCHANGED, supposed_lines
from ceulog.tui.widgets.painting import text_of
from tests.builders import a_log, an_activity, progress_of
from tests.tui.host import Host, a_logbook, screen_text
from tests.tui.own_body import READ, own_rules

SIZES = [(200, 60), (60, 20)]


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    held = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))
    return a_logbook(tmp_path, a_log(an_activity("8", at="AAPC AHIMA"), held=held))


async def wait(app: App[None], pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


async def look_for(pilot: Pilot[None], words: str) -> None:
    """Type words into the search line as a paste would."""
    pilot.app.screen.query_one("#search", Input).value = words
    await pilot.pause()


def supposed(app: App[None]) -> str:
    return str(app.screen.query_one("#supposed-lines", Static).render())


@pytest.mark.parametrize("size", SIZES)
async def test_before_and_after_by_keyboard_alone(logbook: Logbook, size: tuple[int, int]) -> None:
    before = logbook.state
    app = Host(lambda: WhatIfScreen(logbook))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert NOTHING_YET.split(";")[0] in " ".join(screen_text(app).split())
        await look_for(pilot, "cpma")
        await pilot.press("enter")
        await wait(app, pilot)
        text = screen_text(app)
        assert "needs 36 → 40 CEUs" in text
        assert "behind by" in text
        assert "8 / 36 → 8 / 40" in text
        assert "0 / 16  new" in text
        assert "AHIMA     needs" not in text
        assert UNCHANGED in " ".join(text.split())
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
    assert logbook.state is before


async def test_several_can_be_supposed_and_dropped_by_mouse_alone(logbook: Logbook) -> None:
    app = Host(lambda: WhatIfScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("#offers", offset=(5, 1))
        await wait(app, pilot)
        first = supposed(app)
        await pilot.click("#offers", offset=(5, 2))
        await wait(app, pilot)
        assert "needs 36 →" in supposed(app)
        assert supposed(app) != first
        await pilot.click("#offers", offset=(5, 2))
        await wait(app, pilot)
        assert supposed(app) == first
        lines = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "Esc Back" in line)
        await pilot.click(offset=(lines[row].index("Back"), row))
        await pilot.pause()
    assert app.results == [None]


async def test_a_first_credential_of_an_organization_is_new(logbook: Logbook) -> None:
    app = Host(lambda: WhatIfScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await look_for(pilot, "ccds")
        await pilot.press("down", "enter")
        await wait(app, pilot)
        assert "ACDIS     needs 30 CEUs" in supposed(app)
        assert "0 / 30  new" in supposed(app)


async def test_one_that_is_replaced_already_changes_nothing(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(held=[("RHIA", "2020-01-10")]))
    app = Host(lambda: WhatIfScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await look_for(pilot, "rhit")
        await pilot.press("enter")
        await wait(app, pilot)
        assert "No number would change" in supposed(app)
        assert "What if I also held RHIT?" in screen_text(app)
        await pilot.press("down", "enter")  # what is picked comes first
        await wait(app, pilot)
        assert supposed(app) == NOTHING_YET


async def test_nothing_that_fits_is_said(logbook: Logbook) -> None:
    app = Host(lambda: WhatIfScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await look_for(pilot, "nothing like it")
        await pilot.press("enter")
        await wait(app, pilot)
        assert "No credential fits these words." in screen_text(app)


async def test_a_refusal_is_said_in_its_sentence(logbook: Logbook) -> None:
    app = Host(lambda: WhatIfScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, WhatIfScreen)
        logbook.rulebook = own_rules()._replace(organizations={})
        await look_for(pilot, "cpma")
        await pilot.press("enter")
        await wait(app, pilot)
        assert "No organization awards a credential called CPMA" in screen_text(app)


async def test_f_in_credentials_opens_it(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, WhatIfScreen)


def test_a_replaced_credential_needs_nothing_any_more() -> None:
    before = [progress_of(a_log(held=[("CPC-A", "2025-05-14")]))]
    after = [progress_of(a_log(held=[("CPC-A", "2025-05-14"), ("CPC", "2026-11-23")]))]
    text = "\n".join(text_of(line) for line in supposed_lines(before, after, "->"))
    assert "needs nothing of its own any more" in text


async def test_own_words_are_text(logbook: Logbook) -> None:
    logbook.rulebook = own_rules()
    app = Host(lambda: WhatIfScreen(logbook))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await look_for(pilot, "Q[/x]")
        await pilot.press("enter")
        await wait(app, pilot)
        text = screen_text(app)
        assert f"Name {READ}" in text
        assert f"Note {READ}" in text
        assert f"Practice {READ}" in text
