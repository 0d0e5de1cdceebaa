"""An organization's settings: setting, taking out again, dues that are paid, rules that were read."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Select

from ceulog.domain.cycles import Membership
from ceulog.logbook.logbook import Logbook
from ceulog.tui.screens.organization_form import OrganizationForm
from tests.builders import a_cycle, a_log, shipped
from tests.tui.host import Host, a_logbook, screen_text
from tests.tui.own_body import READ, own_logbook, own_rules

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20)]
DUE = dt.date(2026, 12, 31)
HELD = (("CPC", "2019-05-14"), ("RHIA", "2020-01-10"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path, a_log(held=HELD))


def form(logbook: Logbook, code: str = "AAPC") -> Host:
    return Host(lambda: OrganizationForm(logbook, shipped().organizations[code]))


def membership(logbook: Logbook, code: str = "AAPC") -> Membership:
    found = logbook.state.membership(code)
    assert found
    return found


async def fill(pilot: Pilot[None], **texts: str) -> None:
    for name, text in texts.items():
        pilot.app.screen.query_one(f"#{name}", Input).value = text
    await pilot.pause()


async def save(pilot: Pilot[None]) -> None:
    pilot.app.screen.query_one("#save").focus()
    await pilot.press("enter")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_dues_are_set_paid_and_taken_out_again(logbook: Logbook) -> None:
    app = form(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert not app.screen.query_one("#dues_paid").display
        await fill(pilot, dues_date="12/31/2026", dues_amount="$205")
        assert app.screen.query_one("#dues_paid").display
        await save(pilot)
        assert (membership(logbook).dues_date, membership(logbook).dues_amount) == (DUE, Decimal(205))

        app.open()
        await pilot.pause()
        app.screen.query_one("#dues_paid").focus()
        await pilot.press("space")
        await save(pilot)
        assert membership(logbook).dues_date == DUE.replace(year=2027)

        app.open()
        await pilot.pause()
        await fill(pilot, dues_date="", dues_amount="", extension="2027-06-30")
        await save(pilot)
        assert (membership(logbook).dues_date, membership(logbook).dues_amount) == (None, None)
        assert membership(logbook).current.extension == dt.date(2027, 6, 30)

        app.open()
        await pilot.pause()
        await fill(pilot, extension="")
        await save(pilot)
        assert membership(logbook).current.extension is None
    assert app.results == [None] * 4


async def test_an_amount_that_is_none_is_said_at_its_field(logbook: Logbook) -> None:
    app = form(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for typed, says in (("many", "many is not an amount of money"), ("$1.234", "$1.234 is not")):
            await fill(pilot, dues_amount=typed)
            await save(pilot)
            assert says in screen_text(app)
            assert app.focused is app.screen.query_one("#dues_amount")
        assert app.results == []


async def test_the_edition_can_go_back_to_the_usual_one(logbook: Logbook) -> None:
    app = form(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.screen.query_one("#edition", Select).value = "aapc-2015"
        await save(pilot)
        assert membership(logbook).current.edition == "aapc-2015"
        app.open()
        await pilot.pause()
        app.screen.query_one("#edition", Select).value = ""
        await save(pilot)
    assert membership(logbook).current.edition == ""


async def test_the_share_has_three_ways(logbook: Logbook) -> None:
    app = form(logbook, "AHIMA")
    async with app.run_test(size=(80, 24)) as pilot:
        for text, share in (("off", False), ("on", True), ("", None)):
            await pilot.pause()
            choice = app.screen.query_one("#share", Select)
            choice.value = text
            await save(pilot)
            assert membership(logbook, "AHIMA").current.share is share
            app.open()
        await pilot.pause()
        assert "as the rules say: 40 %" in " ".join(screen_text(app).split())


async def test_rules_that_changed_are_read_and_put_away(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(cycles={"AAPC": a_cycle(rules_seen="aapc-2015")}))
    app = form(logbook)
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Edition aapc-2017 holds now instead of aapc-2015" in " ".join(screen_text(app).split()), size
        assert app.focused is app.screen.query_one("#news_seen")
        await pilot.press("space")
        await save(pilot)
        assert logbook.progress()[0].news is None
        app.open()
        await pilot.pause()
        assert not app.screen.query("#news_seen")


async def test_an_untouched_form_is_left_at_once_and_a_touched_one_asks(logbook: Logbook) -> None:
    app = form(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [None]
        app.open()
        await pilot.pause()
        app.screen.query_one("#edition", Select).value = "aapc-2015"
        await pilot.press("escape")
        await pilot.pause()
        assert "Esc again leaves it as it was" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None, None]
    assert membership(logbook).current.edition == ""


async def test_an_edition_that_is_not_known_any_more_is_kept(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(cycles={"AAPC": a_cycle(edition="[/gone]")}))
    app = form(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "[/gone]: not known here" in screen_text(app)
        await fill(pilot, member_id="[/b] 12")
        await save(pilot)
    assert membership(logbook).current.edition == "[/gone]"
    assert membership(logbook).member_id == "[/b] 12"


async def test_own_words_are_text(tmp_path: Path) -> None:
    logbook = own_logbook(tmp_path)
    app = Host(lambda: OrganizationForm(logbook, own_rules().organizations["BODY"]))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        text = screen_text(app)
        assert f"Settings of Body {READ}" in text
        assert f"Summary {READ}" in " ".join(text.split())
        app.screen.query_one("#edition").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert f"body-1: Summary {READ}" in screen_text(app)
