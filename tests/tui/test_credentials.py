"""What is held: adding, correcting, removing, settings, renewing; every refusal is said on the screen."""

from decimal import Decimal
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList, Select

from ceulog.domain.cycles import Membership, Override
from ceulog.logbook.logbook import Logbook
from ceulog.tui.screens.credential_form import CredentialForm
from ceulog.tui.screens.credentials import CredentialsScreen
from ceulog.tui.screens.history import HistoryScreen
from ceulog.tui.screens.what_if import WhatIfScreen
from ceulog.tui.screens.wizard import Wizard
from tests.builders import a_cycle, a_log, an_activity
from tests.tui.host import Host, a_logbook, click_on, screen_text

HELD = (("CPC", "2019-05-14"), ("CPMA", "2022-01-01"), ("CCS", "2020-01-01"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path, a_log(held=HELD, cycles={"AAPC": a_cycle(required="38")}))


OVER = ("2023-04-01", "2025-03-31")


def membership(logbook: Logbook) -> Membership:
    found = logbook.state.membership("AAPC")
    assert found
    return found


async def wait(app: Host, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize("size", [(80, 24), (60, 30)])
async def test_what_is_held_is_shown(logbook: Logbook, size: tuple[int, int]) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        text = " ".join(screen_text(app).split())
        for words in ("Apr 1, 2025", "CPC", "CPMA", "CCS", "rules aapc-2017", "your number 38", "not confirmed"):
            assert words in text
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_removing_is_done_at_once_and_undo_serves(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("d")
        await pilot.pause()
        assert "Put the cursor on a credential" in screen_text(app)
        await pilot.press("down", "d")
        await wait(app, pilot)
        assert "You no longer hold CPC" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
    assert logbook.state.credential("CPC") is None
    logbook.undo()
    assert logbook.state.credential("CPC")


async def test_what_a_credential_does_not_owe_is_not_asked_about(logbook: Logbook) -> None:
    asked = {}
    for code in ("CPC", "CPMA", "CCS"):
        held = logbook.state.credential(code)
        assert held
        app = Host(lambda held=held: CredentialForm(logbook, held))  # type: ignore[misc]
        async with app.run_test(size=(80, 30)) as pilot:
            await pilot.pause()
            asked[code] = [bool(app.screen.query(f"#{each}")) for each in ("required", "minimum", "duty")]
    assert asked == {"CPC": [True, False, False], "CPMA": [True, True, False], "CCS": [True, False, True]}


async def test_correcting_a_credential_and_its_numbers(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "down", "e")
        await pilot.pause()
        app.screen.query_one("#number", Input).value = "[/x] 长 123"
        app.screen.query_one("#minimum", Input).value = "12"
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await wait(app, pilot)
        assert "Say why your number differs" in screen_text(app)
        app.screen.query_one("#minimum_reason", Input).value = "pro-rated"
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await wait(app, pilot)
        assert "your minimum 12: pro-rated" in " ".join(screen_text(app).split())
    held = logbook.state.credential("CPMA")
    assert held
    assert held.number == "[/x] 长 123"
    assert membership(logbook).current.minimums["CPMA"].reason == "pro-rated"
    assert membership(logbook).current.required == Override(Decimal(38), "my tracker says so")


async def test_a_refusal_is_said_in_the_form_and_esc_asks_once(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("down", "e")
        await pilot.pause()
        app.screen.query_one("#cycle_start", Input).value = "2025-04-02"
        app.screen.query_one("#cycle_end", Input).value = "2020-01-01"
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await wait(app, pilot)
        assert "ends before it starts" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Esc again leaves it as it was" in screen_text(app)
        await pilot.press("escape", "escape")
        await pilot.pause()
    assert app.results == [None]


async def test_settings_of_an_organization(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        app.screen.query_one("#member_id", Input).value = "0123"
        app.screen.query_one("#dues_date", Input).value = "2027-03-31"
        app.screen.query_one("#edition", Select).value = "aapc-2015"
        app.screen.query_one("#extension", Input).value = "2026-01-01"
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await wait(app, pilot)
        assert "An extension ends after the cycle does" in screen_text(app)
        app.screen.query_one("#extension", Input).value = ""
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await wait(app, pilot)
        assert "member 0123" in screen_text(app)
        assert "rules aapc-2015 (your choice)" in screen_text(app)


async def test_a_cycle_that_has_to_stay_open_is_not_asked_about(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, CredentialsScreen)
        assert "is not complete, so it stays open" in " ".join(screen_text(app).split())


async def test_renewing_a_complete_cycle_asks_and_no_leaves_it(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(an_activity("36")))
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("r", "n")
        await wait(app, pilot)
        assert len(membership(logbook).cycles) == 1
        await pilot.press("r", "y")
        await wait(app, pilot)
        assert "is closed; the next one is open. u on the first screen takes it back." in " ".join(
            screen_text(app).split()
        )
        assert len(membership(logbook).cycles) == 2
        assert membership(logbook).cycles[0].closing
    logbook.undo()
    assert len(membership(logbook).cycles) == 1


async def test_a_cycle_that_is_over_says_what_it_lacks_before_it_is_closed(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(an_activity("8", on="2024-06-01"), cycles={"AAPC": a_cycle(*OVER)}))
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        text = " ".join(screen_text(app).split())
        assert "It is not complete, it lacks: 28 CEUs for CPC" in text
        assert app.focused is app.screen.query_one("#no")


async def test_it_goes_by_mouse_alone(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("#held", offset=(8, 2))  # one click chooses
        await pilot.pause()
        assert isinstance(app.screen, CredentialsScreen)
        assert app.screen.query_one("#held", OptionList).highlighted == 1
        await pilot.click("#held", offset=(8, 2), times=2)
        await pilot.pause()
        assert isinstance(app.screen, CredentialForm)
        await pilot.click("#back")
        await pilot.pause()
        for words, screen in (
            ("Close the cycle", CredentialsScreen), ("Past cycles", HistoryScreen), ("What if", WhatIfScreen),
            ("Add", Wizard),
        ):  # fmt: skip
            await click_on(app, pilot, words)
            await pilot.pause()
            assert isinstance(app.screen, screen)
            if screen is not CredentialsScreen:
                await pilot.press("escape")
                await pilot.pause()
        await click_on(app, pilot, "Remove")
        await wait(app, pilot)
        assert logbook.state.credential("CPC") is None
        await click_on(app, pilot, "Back")
        await pilot.pause()
    assert app.results == [None]


async def test_adding_opens_the_wizard(logbook: Logbook) -> None:
    app = Host(lambda: CredentialsScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("a")
        await pilot.pause()
        assert isinstance(app.screen, Wizard)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen.query_one("#held", OptionList).option_count == 5
