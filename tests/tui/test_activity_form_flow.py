"""How one goes through the form: what each key says and does, by keyboard and by mouse, and what is picked."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Collapsible, Input, OptionList, Select

from ceulog.domain.activities import Activity, Certificate
from ceulog.logbook.viewing import Viewed
from ceulog.tui.app import CeulogApp
from ceulog.tui.forms import effects
from ceulog.tui.forms.draft import draft_like
from ceulog.tui.forms.effects import QUICK
from ceulog.tui.forms.outcome import Outcome
from ceulog.tui.screens.pick_date import PickDate
from ceulog.tui.screens.pick_file import PickFile
from tests.builders import TODAY, a_log, an_activity
from tests.tui.form_desk import HELD, LINE, SIZE, Desk, desk, focus, focused, keys, saved, type_in, value
from tests.tui.host import a_logbook, screen_text

__all__ = ["desk"]

MEETING = an_activity(
    "1", "2026-11-12", title="Chapter meeting", sponsor="Raleigh Chapter", type="chapter-meeting", location="Raleigh"
)._replace(ceus=Decimal(1))


def background(app: App[Any], name: str) -> Any:
    return app.screen.query_one(f"#{name}", Button).background_colors[1]


async def test_each_key_says_what_it_does_where_the_focus_is(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert keys(app).startswith("Enter See what is missing ctrl+s Save and add another Esc Back (kept as a draft)")
        await type_in(pilot, LINE)
        assert keys(app).startswith("Enter Go to Save")
        for name, words in (
            ("title", "Enter Next field"), ("type", "Enter Choose from a list"), ("planned", "Enter Next field"),
            ("date", "Enter Next field ↓ Calendar"), ("certificate", "Enter Next field ↓ Files"),
            ("save", "Enter Save ctrl+s"), ("another", "Enter Save and add another"), ("back", "Enter Back"),
        ):  # fmt: skip
            await focus(pilot, name)
            assert keys(app).startswith(words), name
        app.screen.query_one(Collapsible).collapsed = False
        await focus(pilot, "notes")
        assert keys(app).startswith("Enter New line")

        await focus(pilot, "title")
        await pilot.press("enter")
        assert focused(app) == "date"

        (quiet,) = {background(app, name) for name in ("save", "another", "back")}
        await focus(pilot, "quick")
        await pilot.click("#keys", offset=(3, 0))  # on "Enter Go to Save"
        await pilot.pause()
        assert focused(app) == "save"
        assert background(app, "save") != quiet, "only what has the focus looks active"


async def test_escape_closes_a_list_before_it_leaves_the_form(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        kind = app.screen.query_one("#type", Select)
        await pilot.click("#type")
        await pilot.pause()
        assert kind.expanded

        await pilot.press("escape")
        await pilot.pause()
        assert not kind.expanded
        assert app.results == []

        await pilot.press("enter", "home", "enter")
        await pilot.pause()
        assert kind.value == "webinar"
        await pilot.click("#back")
        await pilot.pause()
    assert app.results == [None]


async def test_a_day_is_picked_from_the_calendar_by_key_and_by_mouse(desk: Desk) -> None:
    app = desk.app(a_log(MEETING, held=HELD))
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1 yesterday")
        await focus(pilot, "date")
        await pilot.press("down")
        await pilot.pause()
        assert isinstance(app.screen, PickDate)
        assert "[22]" in screen_text(app)
        assert "12 •" in screen_text(app)
        await pilot.press("left", "enter")
        await pilot.pause()
        await pilot.pause()
        assert (value(app, "date"), focused(app)) == ("11/21/2026", "date")
        assert "Nov 21 2026" in screen_text(app)
        await pilot.click("#field-date Opener")
        await pilot.pause()
        assert isinstance(app.screen, PickDate)
        await pilot.click("#month", offset=(25 + 1, 2))  # Friday the 6th
        await pilot.pause()
        assert value(app, "date") == "11/06/2026"
        await pilot.press("down", "escape")
        await pilot.pause()
        assert value(app, "date") == "11/06/2026"


async def test_certificates_are_picked_and_add_up(desk: Desk, tmp_path: Path) -> None:
    for name in ("one [b].pdf", "two.pdf"):
        (tmp_path / name).write_bytes(b"%PDF")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1")
        await type_in(pilot, str(tmp_path / "two.pdf"), "certificate")
        await pilot.click("#field-certificate Opener")
        await pilot.pause()
        assert isinstance(app.screen, PickFile)
        listed = app.screen.query_one("#files", OptionList)
        rows = [str(each.prompt) for each in listed.options]
        while "one [b].pdf" not in rows[listed.highlighted or 0]:
            await pilot.press("down")
        await pilot.press("enter", "ctrl+s")
        await pilot.pause()
        assert focused(app) == "certificate"
        await pilot.press("down", "escape")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert app.results[-1].certificate_paths == (tmp_path / "two.pdf", tmp_path / "one [b].pdf")


PROOFS = (Certificate("0123456789ab-one_[b].pdf", "0"), Certificate("ba9876543210-two.pdf", "1"))


async def test_attached_certificates_are_seen_and_can_be_taken_off(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Path] = []

    def show(folder: Path, certificate: Certificate) -> Viewed:
        seen.append(Path(certificate.file))
        return Viewed(folder, False, "It is [gone].")

    monkeypatch.setattr("ceulog.logbook.viewing.view", show)
    base = an_activity("2", title="Denials", certificates=PROOFS)
    app = desk.app(a_log(base, held=HELD), base=base)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "[x] one_[b].pdf" in screen_text(app)
        await focus(pilot, "proof-1")
        assert "ctrl+o See it" in keys(app)
        await pilot.press("ctrl+o")
        await pilot.click("#proofs Opener")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert [each.name for each in seen] == [PROOFS[1].file, PROOFS[0].file]
        assert app.said == ["It is [gone]."] * 2
        await focus(pilot, "proof-1")
        await pilot.press("space")
        await pilot.pause()
        assert "[ ] two.pdf" in screen_text(app)
        assert "[x] one_[b].pdf" in screen_text(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert saved(app).certificates == PROOFS[:1]
    assert saved(app)._replace(certificates=PROOFS) == base


async def test_the_log_suggests_and_lends_what_a_title_had(desk: Desk) -> None:
    app = desk.app(a_log(MEETING, held=HELD))
    async with app.run_test(size=SIZE) as pilot:
        await focus(pilot, "title")
        await pilot.press(*"chap")
        await pilot.pause()
        await pilot.pause()
        assert "→ Take the suggestion" in keys(app)
        await pilot.press("right")
        await pilot.pause()
        await pilot.pause()
        assert value(app, "title") == "Chapter meeting"
        text = " ".join(screen_text(app).split())
        assert "As on Nov 12: Raleigh Chapter, chapter meeting, 1 CEU, for AAPC, at Raleigh. ctrl+t takes it" in text
        await pilot.press("ctrl+t")
        await pilot.pause()
        await pilot.pause()
        assert (value(app, "sponsor"), value(app, "ceus"), value(app, "location")) == (
            "Raleigh Chapter", "1", "Raleigh"
        )  # fmt: skip
        assert "ctrl+t" not in screen_text(app)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert saved(app) == MEETING._replace(id=saved(app).id, date=TODAY)


async def test_what_was_typed_is_not_taken_over(desk: Desk) -> None:
    app = desk.app(a_log(MEETING._replace(title="Denials"), held=HELD))
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "AHIMA webinar Denials 2")
        await pilot.pause()
        assert "As on Nov 12: for AAPC, at Raleigh" in " ".join(screen_text(app).split())
        y = next(at for at, line in enumerate(screen_text(app).splitlines()) if "ctrl+t takes" in line)
        x = screen_text(app).splitlines()[y].index("ctrl+t takes")
        await pilot.click(offset=(x + 2, y))
        await pilot.pause()
        await pilot.pause()
        assert (value(app, "sponsor"), value(app, "ceus"), value(app, "location")) == ("AHIMA", "2", "Raleigh")


async def test_a_plan_whose_day_has_come_is_attended_with_one_key_or_click(desk: Desk) -> None:
    base = an_activity("2", "2026-11-20", title="Denials", status="planned")
    for how in ("key", "click"):
        app = Desk(desk.folder / how).app(a_log(base, held=HELD), base=base)
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            assert "Its day has come: F2 if you attended." in screen_text(app)
            assert "F2 Attended" in keys(app)
            await (pilot.press("f2") if how == "key" else pilot.click("#attended"))
            await pilot.pause()
        assert saved(app) == base._replace(status="done")


async def test_a_plan_to_come_cannot_be_attended_yet(desk: Desk) -> None:
    base = an_activity("2", "2026-12-20", title="Denials", status="planned")
    app = desk.app(a_log(base, held=HELD), base=base)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f2")
        await pilot.pause()
        assert not app.screen.query("#attended")
    assert app.results == []


async def test_the_mouse_alone_logs_what_was_pasted(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(60, 20)) as pilot:
        app.screen.query_one("#quick", Input).value = LINE
        await pilot.pause()
        await pilot.click("#counts-1")
        await pilot.pause()
        await pilot.click("#save")
        await pilot.pause()
    assert saved(app).credits == {"AAPC": Decimal("1.5")}


async def test_what_is_typed_while_the_form_opens_is_its_first_line(tmp_path: Path) -> None:
    app = CeulogApp(a_logbook(tmp_path / "log", a_log(held=HELD)))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        for key in ("a", *"denials", "space", "1"):
            app.post_message(events.Key(key, " " if key == "space" else key))
        for _ in range(6):
            await pilot.pause()
        assert value(app, "quick") == "denials 1"
        assert value(app, "title") == "denials"
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"xyz")  # no line has the focus, and the form has long been open
        assert value(app, "quick") == "denials 1"


async def counted(pilot: Pilot[Any]) -> None:
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def counted_calls(monkeypatch: pytest.MonkeyPatch, name: str) -> list[None]:
    """Has one entry for each time that the form counts with a function from now on."""
    real, calls = getattr(effects, name), list[None]()

    def call(*arguments: Any) -> Any:
        calls.append(None)
        return real(*arguments)

    monkeypatch.setattr(effects, name, call)
    return calls


async def test_a_long_log_is_counted_when_the_typing_rests(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    bars, typed = counted_calls(monkeypatch, "progress"), counted_calls(monkeypatch, "remarks")
    monkeypatch.setattr("ceulog.tui.forms.form_looks.REST", 0)
    log = [an_activity("0.5", f"20{at % 20:02}-02-03", title=f"Old {at}") for at in range(QUICK + 1)]
    app = desk.app(a_log(*log, an_activity("3", "2026-03-04"), held=HELD))
    async with app.run_test(size=SIZE) as pilot:
        await counted(pilot)
        assert (len(bars), len(typed)) == (1, 0)
        await pilot.press(*"Denials 2")
        await counted(pilot)
        assert "3 → 5" in screen_text(app)
        assert len(bars) == 1, "what there is without the entry is counted once"
        before = len(typed)
        await type_in(pilot, "Raleigh", "location")
        await counted(pilot)
        assert len(typed) == before > 0, "a place changes no bar"


async def test_bars_buttons_and_keys_are_in_sight_at_every_size(desk: Desk) -> None:
    hostile = "[/x] 漢字 " + "w" * 400
    base: Activity = an_activity("2", title=hostile, sponsor="[b]", certificates=PROOFS, on="2026-11-20")
    held = (*HELD, ("CFPC", "2021-05-14"), ("CDEO", "2021-06-14"), ("CRC", "2021-07-14"), ("CCS-P", "2021-02-03"))
    app = desk.app(a_log(base, held=held), offered=draft_like(base, TODAY))
    async with app.run_test(size=(60, 20)) as pilot:
        await type_in(pilot, "many", "ceus")
        await pilot.press("tab")
        await type_in(pilot, "2", "ceus")
        for width, height in ((60, 20), (80, 24), (120, 40), (200, 60)):
            await pilot.resize_terminal(width, height)
            for _ in range(3):
                await pilot.pause()
            text = screen_text(app)
            assert "CPC" in text
            assert "Save and add another" in text
            assert "Esc Back" in text
            outcome, line = app.screen.query_one(Outcome), app.screen.query_one("#keys")
            assert line.region.bottom <= height
            assert outcome.region.height >= 4
            if width >= 150:
                assert outcome.region.x > width // 2
