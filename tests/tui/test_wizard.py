"""The wizard: three steps, refusals beside their fields, nothing typed is lost."""

import datetime as dt
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, Select

from ceulog.domain.adopting import adopt_all
from ceulog.domain.cycles import renewal_end
from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.adoption import catalog, found
from ceulog.tui.screens.wizard import Wizard
from tests.builders import TODAY, a_log, ids, shipped
from tests.tui.host import Host, a_logbook, screen_text


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path)


async def pick(pilot: Pilot[None], code: str, earned: str) -> None:
    """Look a credential up, pick it and give its award date."""
    line = pilot.app.screen.query_one("#search", Input)
    line.focus()
    line.value = code
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()
    assert pilot.app.focused is line
    await pilot.press("tab")
    await pilot.pause()
    assert isinstance(pilot.app.focused, Input)
    pilot.app.focused.value = earned
    await pilot.pause()


async def press_next(pilot: Pilot[None]) -> None:
    pilot.app.screen.query_one("#next").focus()
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_three_steps_from_nothing_to_the_first_entry(logbook: Logbook) -> None:
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pick(pilot, "cpc", "5/14/2019")
        await pick(pilot, "ccs", "2020-01-01")
        assert "May 14 2019" in screen_text(app)
        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        assert "May 14 2019" in screen_text(app)

        await press_next(pilot)
        app.screen.query_one("#month-0", Select).value = 3
        await pilot.pause()
        assert "Mar 31, 2027" in screen_text(app)
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "Mar 31, 2027" in screen_text(app)
        app.screen.query_one("#end-1", Input).value = "12/31/2026"
        await pilot.pause()
        assert app.screen.query_one("#start-1", Input).value == "01/01/2025"

        await press_next(pilot)
        assert "Step 3 of 3" in screen_text(app)
        assert "Import a spreadsheet" not in screen_text(app)
        await pilot.press("i")
        assert not app.results
        await pilot.press("enter")
        await pilot.pause()
    assert app.results == ["log"]
    state = logbook.state
    assert [each.code for each in state.credentials.values()] == ["CPC", "CCS"]
    aapc = state.membership("AAPC")
    assert aapc
    assert (aapc.current.start, aapc.current.end) == (dt.date(2025, 4, 1), dt.date(2027, 3, 31))
    logbook.undo()
    assert not logbook.state.credentials
    assert not logbook.state.memberships


async def test_it_can_be_left_and_taken_up_again(logbook: Logbook) -> None:
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pick(pilot, "cpc", "5/14/2019")
        await press_next(pilot)
        app.screen.query_one("#month-0", Select).value = 4
        await pilot.pause()
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert app.results == [None]

        app.open()
        await pilot.pause()
        assert app.screen.query_one("#award-CPC", Input).value == "5/14/2019"
        assert "May 14 2019" in screen_text(app)
        await press_next(pilot)
        assert app.screen.query_one("#end-0", Input).value == "04/30/2028"
    assert not logbook.state.credentials


async def test_faults_are_said_beside_their_fields(logbook: Logbook) -> None:
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await press_next(pilot)
        assert "Pick at least one" in screen_text(app)
        await pick(pilot, "cpc", "")
        await press_next(pilot)
        assert "On which day was CPC awarded?" in screen_text(app)
        app.screen.query_one("#award-CPC", Input).value = "2027-01-01"
        await pilot.pause()
        await press_next(pilot)
        assert "is still to come" in screen_text(app)
        app.screen.query_one("#award-CPC", Input).value = "[/x] 長"
        await pilot.pause()
        await press_next(pilot)
        assert "[/x]" in screen_text(app)
        app.screen.query_one("#award-CPC", Input).value = "2019-05-14"
        await pilot.pause()
        await press_next(pilot)
        await press_next(pilot)
        assert "When does it end? Write it as" in screen_text(app)
        app.screen.query_one("#end-0", Input).value = "04/30/2027"
        await pilot.pause()
        assert "is the year right?" in " ".join(screen_text(app).split())


async def test_several_are_picked_one_after_the_other(logbook: Logbook) -> None:
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        assert "Pick every credential that you hold" in screen_text(app)
        await pilot.press("tab")  # nothing is picked: to the list
        assert app.focused is app.screen.query_one("#offers")
        await pilot.press("shift+tab", *"cpc", "enter")
        await pilot.pause()
        assert "Enter picks another; Tab goes on to the award dates." in screen_text(app)
        assert "e.g. 05/14/2019" in screen_text(app)
        await pilot.press(*"cpma", "enter", "enter")  # the second Enter goes on
        await pilot.pause()
        assert app.focused is app.screen.query_one("#award-CPC")
        await pilot.press(*"2019-05-14", "enter", *"2022-05-14")
        await pilot.pause()
        assert "May 14 2022" in screen_text(app)
        app.screen.query_one("#search").focus()
        await pilot.press("down", "down", "enter")  # the picked ones come first; picked once more it is dropped
        await pilot.pause()
        assert not app.screen.query("#award-CPMA")
        assert app.focused is app.screen.query_one("#offers")
        await pilot.press("tab", "tab")
        assert app.focused is app.screen.query_one("#next")


@pytest.mark.parametrize("way_on", ["tab", "enter"])
async def test_a_date_that_is_typed_right_behind_the_search_is_none_of_its_words(logbook: Logbook, way_on: str) -> None:
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press(*"cpc", "enter")
        await pilot.pause()
        for key in (way_on, *"5142019"):  # all at once, before the focus can have moved
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        await pilot.pause()
        assert app.focused is app.screen.query_one("#award-CPC")
        assert app.screen.query_one("#award-CPC", Input).value == "5142019"
        assert app.screen.query_one("#search", Input).value == ""
        app.screen.query_one("#search").focus()
        await pilot.press(*"audit")
        assert app.screen.query_one("#search", Input).value == "audit"


async def test_the_month_is_enough_for_aapc_and_may_be_typed(logbook: Logbook) -> None:
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(60, 20)) as pilot:
        await pick(pilot, "cpc", "5/14/2019")
        await press_next(pilot)
        assert "The month is enough; the year is worked out." in " ".join(screen_text(app).split())
        assert "e.g. Mar 2027" in screen_text(app)
        end, month = app.screen.query_one("#end-0", Input), app.screen.query_one("#month-0", Select)
        for typed in ("03/2027", "Mar 2027", "3/31/2027", "march", "3"):
            end.value = typed
            await pilot.pause()
            assert "Mar 31, 2027" in screen_text(app)
            assert month.value == 3
            assert app.screen.query_one("#start-0", Input).value == "04/01/2025"
        month.value = 4
        await pilot.pause()
        assert end.value == "04/30/2028"
        end.value = "13/2027"
        await pilot.pause()
        await press_next(pilot)
        assert "there is no month 13" in screen_text(app)
        assert app.focused is end


async def test_the_last_step_says_what_may_be_asked_for_and_offers_the_import_once_there_is_one(
    logbook: Logbook,
) -> None:
    app = Host(lambda: Wizard(logbook, can_import=True))
    async with app.run_test(size=(60, 20)) as pilot:
        await pick(pilot, "cpc", "2026-02-01")
        app.screen.query_one("#next").focus()
        await pilot.press("i")
        assert not app.results, "it is not the last step yet"

        await press_next(pilot)
        app.screen.query_one("#end-0", Input).value = "mar"
        await press_next(pilot)
        flat = " ".join(screen_text(app).split())
        assert "AAPC may ask for less in it than 36 CEUs" in flat, "it began before the award"
        assert "w and then n sets it here" in flat
        assert "Import a spreadsheet" in flat
        await pilot.press("i")
        await pilot.pause()
    assert app.results == ["import"]


async def test_it_goes_by_mouse_alone(logbook: Logbook) -> None:
    """Only the dates are typed; without them a click on Next says what is missing."""
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.click("#offers", offset=(5, 0))
        await pilot.pause()
        (award,) = app.screen.query("#awards Input").results(Input)
        await pilot.click(f"#{award.id}")
        assert app.focused is award
        award.value = "5/14/2019"
        await pilot.click("#next")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.click("#month-0")
        await pilot.pause()
        await pilot.click("SelectOverlay", offset=(5, 5))
        await pilot.pause()
        assert app.screen.query_one("#month-0", Select).value in range(1, 13)
        await pilot.click("#later")
        await pilot.pause()
        await pilot.click("#next")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.click("#next")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Step 3 of 3" in screen_text(app)
        await pilot.click("#next")
        await pilot.pause()
    assert app.results == ["log"]


async def test_a_second_credential_needs_no_cycle(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log())
    app = Host(lambda: Wizard(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "You hold CPC already" in screen_text(app)
        await pick(pilot, "cpma", "2022-01-01")
        await press_next(pilot)
        assert "They are held now" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
    assert logbook.state.credential("CPMA")


@pytest.mark.parametrize(
    ("month", "end"), [(3, "2027-03-31"), (10, "2028-10-31"), (11, "2027-11-30"), (12, "2026-12-31"), (2, "2028-02-29")]
)
def test_the_year_of_a_renewal_month(month: int, end: str) -> None:
    assert renewal_end(month, TODAY, parity=True).isoformat() == end


def test_looking_up_puts_the_code_first() -> None:
    offers = catalog(shipped(), a_log())
    assert next(each.kind.code for each in found(offers, "coc")) == "COC"
    assert "COC" in [each.kind.code for each in found(offers, "cpc-h")]
    assert not found(offers, "no such thing")
    assert "CPC" not in {each.kind.code for each in offers}


def test_holding_several_is_one_edit_a_record() -> None:
    change = adopt_all(
        a_log(held=()), shipped(), {"CPC": dt.date(2019, 1, 1), "CPMA": dt.date(2020, 1, 1)},
        {"AAPC": (dt.date(2025, 4, 1), dt.date(2027, 3, 31))}, TODAY, ids(),
    )  # fmt: skip
    assert len(change.edits) == 3
    assert change.label == "started holding CPC and CPMA"
    with pytest.raises(Refusal):
        adopt_all(a_log(held=()), shipped(), {"CPC": dt.date(2019, 1, 1)}, {}, TODAY, ids())
