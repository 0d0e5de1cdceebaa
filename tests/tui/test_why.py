"""Why: the explanation with what lies ahead, and the keys that change what it explains."""

from pathlib import Path

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Select, Static

from ceulog.logbook.logbook import Logbook
from ceulog.tui.screens.credential_form import CredentialForm
from ceulog.tui.screens.organization_form import OrganizationForm
from ceulog.tui.screens.what_if import WhatIfScreen
from ceulog.tui.screens.why import WhyScreen
from tests.builders import a_cycle, a_log, an_activity
from tests.tui.host import Host, a_logbook, click_on, screen_text
from tests.tui.own_body import CODE, READ, own_logbook

HELD = (("CPC", "2019-05-14"), ("CPMA", "2022-01-01"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    cycle = a_cycle(rules_seen="aapc-2015")
    return a_logbook(tmp_path, a_log(an_activity("8"), held=HELD, cycles={"AAPC": cycle}))


async def wait(app: App[None], pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def explained(app: App[None]) -> str:
    """The whole explanation, in sight or not."""
    screen = next(each for each in app.screen_stack if isinstance(each, WhyScreen))
    return " ".join(str(screen.query_one("#parts", Static).render()).split())


async def test_it_names_the_next_activity_the_dates_and_the_pages_and_its_keys_in_its_last_lines(
    logbook: Logbook,
) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPMA"))
    async with app.run_test(size=(200, 60)) as pilot:
        await wait(app, pilot)
        text = explained(app)
        for words in (
            "Best next", "approved for CPMA", "Dates", "Pages", "Press e and tick “I have read this”",
        ):  # fmt: skip
            assert words in text
        assert "`ceulog" not in text

        for size in ((200, 60), (120, 40), (80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            shown = " ".join(screen_text(app).split())
            for words in (
                "Enter List the entries", "n My tracker says another number", "e Another edition of the rules",
                "f What if I also held …", "Esc Back",
            ):  # fmt: skip
                assert words in shown, size


async def test_e_opens_the_edition_and_it_is_explained_anew(logbook: Logbook) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await pilot.press("e")
        await pilot.pause()
        assert isinstance(app.screen, OrganizationForm)
        assert app.focused is app.screen.query_one("#edition")
        app.screen.query_one("#edition", Select).value = "aapc-2008"
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await wait(app, pilot)
        assert "edition aapc-2008, your choice" in explained(app)
        assert "Why 8 / 48 for CPC?" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_n_sets_the_number_of_the_tracker(logbook: Logbook) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await pilot.press("n")
        await pilot.pause()
        assert isinstance(app.screen, CredentialForm)
        assert app.focused is app.screen.query_one("#required")
        app.screen.query_one("#required", Input).value = "27"
        app.screen.query_one("#required_reason", Input).value = "pro-rated"
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await wait(app, pilot)
        assert "Why 8 / 27 for CPC?" in screen_text(app)
        assert "pro-rated" in explained(app)


async def test_n_begins_in_the_credentials_own_minimum(logbook: Logbook) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPMA"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await pilot.press("n")
        await pilot.pause()
        assert app.focused is app.screen.query_one("#minimum")
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, WhyScreen)


async def test_f_supposes_and_its_keys_can_be_clicked(logbook: Logbook) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        lines = screen_text(app).splitlines()
        row = next(number for number, line in enumerate(lines) if "What if" in line)
        await pilot.click(offset=(lines[row].index("What if"), row))
        await pilot.pause()
        assert isinstance(app.screen, WhatIfScreen)
        await pilot.press("escape", "escape")
        await pilot.pause()
    assert app.results == [None]


async def test_the_answer_is_in_sight_and_enter_brings_the_entries_into_sight(logbook: Logbook) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        for size in ((80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await wait(app, pilot)
            await pilot.press("home")
            await wait(app, pilot)
            flat = " ".join(screen_text(app).split())
            assert "You have 8 of the 40 CEUs that CPC asks for by Mar 31, 2027" in flat
            assert "Where this comes from" in explained(app)
            assert "Jan 10 2026" not in screen_text(app)

            await pilot.press("enter")
            await wait(app, pilot)
            assert "Counts      1 entry, 8 CEUs" in screen_text(app)
            assert "Jan 10 2026" in screen_text(app)

            await pilot.press("enter", "end")
            await wait(app, pilot)
            assert "Jan 10 2026" not in explained(app)
            assert "https://" in screen_text(app)  # the pages come last


async def test_it_goes_by_mouse_alone(logbook: Logbook) -> None:
    app = Host(lambda: WhyScreen(logbook, "AAPC", "CPC"))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await click_on(app, pilot, "List the entries")
        await wait(app, pilot)
        assert "Jan 10 2026" in screen_text(app)
        for words, screen in (("My tracker", CredentialForm), ("Another edition", OrganizationForm)):
            await click_on(app, pilot, words)
            await pilot.pause()
            assert isinstance(app.screen, screen)
            await pilot.click("#back")
            await pilot.pause()
        await click_on(app, pilot, "Back")
        await pilot.pause()
    assert app.results == [None]


async def test_own_words_are_text(tmp_path: Path) -> None:
    logbook = own_logbook(tmp_path)
    app = Host(lambda: WhyScreen(logbook, "BODY", CODE))
    async with app.run_test(size=(120, 40)) as pilot:
        await wait(app, pilot)
        await pilot.press("enter")
        await pilot.pause()
        text = explained(app)
    for words in ("Source", "Note", "Practice", "one", "Step"):
        assert f"{words} {READ}" in text
