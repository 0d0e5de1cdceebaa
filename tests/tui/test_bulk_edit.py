"""Changing many entries at once: chosen, said, saved and left, by keyboard alone and by mouse alone."""

from pathlib import Path
from typing import Any

from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Label, Select, Static

from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.state import LogState
from ceulog.tui.forms.fields import Field
from ceulog.tui.screens.bulk_edit import NOTHING, BulkEditScreen
from ceulog.wording.bulk import NOTHING_CHOSEN
from tests.builders import TODAY, a_log, a_planned, an_activity
from tests.tui.host import Host, a_logbook, screen_text
from tests.tui.own_body import own_log, own_logbook

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))
ENTRIES = (
    an_activity("1", "2026-01-10", id="one", type="webinar", sponsor="AAPC"),
    an_activity("2", "2026-02-10", id="two", domain=25),
    a_planned("1", "2026-11-01", id="three"),
    a_planned("1", "2026-12-05", id="four"),
)
SIZES = [(200, 60), (120, 40), (80, 24), (60, 20)]


def an_app(folder: Path, log: LogState | None = None, entries: tuple[Activity, ...] = ENTRIES) -> Host:
    logbook = a_logbook(folder, log or a_log(*entries, held=HELD))
    return Host(lambda: BulkEditScreen(logbook, entries))


async def settled(pilot: Pilot[None]) -> None:
    for _ in range(3):
        await pilot.pause()


async def fill(pilot: Pilot[None], field: str, value: str) -> None:
    """Choose or type into a field, as a paste would."""
    widget = pilot.app.screen.query_one(f"#{field}")
    assert isinstance(widget, Input | Select)
    widget.value = value
    await settled(pilot)


def said(app: App[Any]) -> str:
    return " ".join(str(app.screen.query_one("#bulk-say", Static).render()).split())


def complained(app: App[Any]) -> str:
    fault = app.screen.query_one("#fault", Static)
    return str(fault.render()) if fault.display else ""


def fault(app: App[Any], field: str) -> str:
    return str(app.screen.query_one(f"#field-{field}", Field).query_one(".field--fault", Label).render())


def changed(app: Host) -> dict[str, Activity]:
    (change,) = app.results
    assert isinstance(change, Change)
    return {each.after.id: each.after for each in change.edits if isinstance(each.after, Activity)}


async def test_everything_is_in_sight_at_every_size(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=SIZES[0]) as pilot:
        await settled(pilot)
        await fill(pilot, "type", "webinar")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await settled(pilot)
            text = screen_text(app)
            for words in (
                "Change 4 entries", "“one”, “two”, “three” and 1 more", "Kind", "Sponsor", "Counts for", "Domain",
                "Provided by", "Approved for", "Presenter", "Place", "leave as it is", "Save", "Back",
                "Sets the kind of 3 entries to webinar; 1 has it", "ctrl+s Save", "Tab Next field", "Esc Back",
            ):  # fmt: skip
                assert words in text, f"{words} at {size}\n{text}"


async def test_every_field_is_set_by_keyboard_alone(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert said(app) == NOTHING_CHOSEN

        await pilot.press("enter", "down", "enter")
        await settled(pilot)
        assert said(app) == "Sets the kind of 3 entries to webinar; 1 has it already. Kind: other → webinar"

        await pilot.press("tab", *"Chapter", "enter")
        await settled(pilot)
        assert app.focused is app.screen.query_one("#organizations")
        assert said(app) == (
            "Sets the kind to webinar and the sponsor to “Chapter” in 4 entries. "
            "Kind: other → webinar Sponsor: 2 values → “Chapter”"
        )
        await pilot.press("shift+tab")
        assert app.focused is app.screen.query_one("#sponsor")

        await fill(pilot, "organizations", "2")
        for field, value in (
            ("domain", "18"), ("provided_by", "csa"), ("approved_for", "cpma, CPC"), ("presenter", "Somebody"),
            ("location", "Raleigh"), ("status", "done"),
        ):  # fmt: skip
            await fill(pilot, field, value)
        assert "the status to attended in 4 entries. The day of 1 is still to come" in said(app)
        await pilot.press("ctrl+s")
        await settled(pilot)
    found = changed(app)
    assert {key: each.status for key, each in found.items()} == {
        "one": "done", "two": "done", "three": "done", "four": "planned"
    }  # fmt: skip
    for each in found.values():
        assert (each.type, each.sponsor, list(each.credits)) == ("webinar", "Chapter", ["AAPC", "AHIMA"])
        assert (each.domain, each.provided_by, each.approved_for) == (18, "csa", ("CPMA", "CPC"))
        assert (each.presenter, each.location) == ("Somebody", "Raleigh")
    assert found["two"] == ENTRIES[1]._replace(
        type="webinar", sponsor="Chapter", credits=found["two"].credits, domain=18, provided_by="csa",
        approved_for=("CPMA", "CPC"), presenter="Somebody", location="Raleigh",
    )  # fmt: skip


async def test_by_mouse_alone(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)

        async def click(words: str) -> None:
            lines = screen_text(app).splitlines()
            row = next(number for number, line in enumerate(lines) if words in line)
            await pilot.click(offset=(lines[row].index(words) + 1, row))
            await settled(pilot)

        await click("Next field")
        assert app.focused is app.screen.query_one("#sponsor")
        await click("ctrl+s Save")
        assert complained(app) == NOTHING
        assert app.results == []

        await pilot.click("#type")
        await settled(pilot)
        await click("webinar")
        assert "kind of 3 entries" in said(app)
        await pilot.click("#save")
        await settled(pilot)
        assert isinstance(app.results[0], Change)
        assert app.results[0].label == "changed the kind of 3 entries"

        app.open()
        await settled(pilot)
        await click("Esc Back")
    assert app.results[1:] == [None]


async def test_esc_asks_once_when_something_was_chosen(tmp_path: Path) -> None:
    app = an_app(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await pilot.press("enter")
        await settled(pilot)
        assert app.screen.query_one("#type", Select).expanded
        await pilot.press("escape")  # closes the open choice first
        await settled(pilot)
        assert not app.screen.query_one("#type", Select).expanded
        assert app.results == []
        await pilot.press("escape")
        await settled(pilot)
        assert app.results == [None]

        app.open()
        await settled(pilot)
        await fill(pilot, "location", "Raleigh")
        await pilot.press("escape")
        await settled(pilot)
        assert complained(app) == BulkEditScreen.UNSAVED
        await fill(pilot, "location", "Durham")
        assert complained(app) == ""
        await pilot.press("escape")
        await settled(pilot)
        assert complained(app) == BulkEditScreen.UNSAVED
        assert app.results == [None]
        await pilot.click("#back")  # is Esc for the mouse
        await settled(pilot)
    assert app.results == [None, None]


async def test_a_fault_is_said_at_its_field_and_stands_in_the_way_of_saving(tmp_path: Path) -> None:
    entry = an_activity(credits={"AAPC": "3", "AHIMA": "1"}, title="[/x]", next_cycle=True)
    entry = entry._replace(date=TODAY.replace(year=2027, month=3, day=10), status="planned")
    app = an_app(tmp_path, entries=(entry,))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for field, value, words in (("approved_for", "XYZ", "called XYZ"), ("sponsor", "x" * 201, "too long")):
            await fill(pilot, field, value)
            assert words in fault(app, field)
            assert fault(app, field).startswith("“[/x]”: ")
            assert said(app) == ""
            await pilot.press("ctrl+s")
            await settled(pilot)
            assert app.focused is app.screen.query_one(f"#{field}")
            await fill(pilot, field, "")
            assert fault(app, field) == ""
        await fill(pilot, "organizations", "1")
        assert "next cycle" in complained(app)
        await pilot.press("ctrl+s")
        await settled(pilot)
        assert app.results == []


async def test_domains_are_asked_only_where_they_matter(tmp_path: Path) -> None:
    app = an_app(tmp_path, a_log(*ENTRIES))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert not app.screen.query("#domain, #provided_by")
        await fill(pilot, "status", "done")
        assert said(app).startswith("Sets the status of 1 entry to attended; 2 have it already.")


async def test_hostile_text_is_text(tmp_path: Path) -> None:
    hostile = "[/x] [b]A[/] \x1b[31m 漢字 " + "long " * 80
    entries = (an_activity("1", title=hostile, sponsor="[/]"), an_activity("1", title="[/y]"))
    app = an_app(tmp_path / "one", entries=entries)
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        assert "“[/x] [b]A[/]  [31m" in screen_text(app)
        await fill(pilot, "location", "[/z] $x {y}")
        assert "to “[/z] $x {y}”." in said(app)
        await pilot.press("ctrl+s")
        await settled(pilot)
    assert {each.location for each in changed(app).values()} == {"[/z] $x {y}"}
    own = own_logbook(tmp_path / "two")
    app = Host(lambda: BulkEditScreen(own, tuple(own_log().activities.values())))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        await fill(pilot, "organizations", "0")
        assert said(app) == "Nothing would change; it has it already."


async def test_fields_are_emptied_in_one_step_that_undo_takes_back(tmp_path: Path) -> None:
    entries = tuple(
        an_activity("1", id=each, domain=25, provided_by="csa", approved_for="CPMA", sponsor="A", location="B")
        for each in ("one", "two")
    )
    logbook = a_logbook(tmp_path, a_log(*entries, held=HELD))
    before = dict(logbook.state.activities)
    app = Host(lambda: BulkEditScreen(logbook, entries))
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot)
        for field, value in (
            ("type", "quiz"), ("domain", "cleared"), ("provided_by", "cleared"), ("approved_for", "-"),
            ("location", "-"), ("sponsor", "-"),
        ):  # fmt: skip
            await fill(pilot, field, value)
        await pilot.press("ctrl+s")
        await settled(pilot)
    logbook.change(app.results[0])
    assert logbook.state.activities == {
        key: each._replace(type="quiz", domain=None, provided_by=None, approved_for=(), location="", sponsor="")
        for key, each in before.items()
    }
    assert logbook.undo().startswith("changed the kind, ")
    assert logbook.state.activities == before
