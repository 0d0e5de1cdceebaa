"""The form of an activity: typed, shown, left and taken up again."""

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Button, Checkbox, Input, Label, Select

from ceulog.domain.activities import Activity
from ceulog.domain.changes import activity_in
from ceulog.domain.state import LogState
from ceulog.tui.forms.draft import FormDraft, FormOutcome, draft_like
from ceulog.tui.forms.fields import Field
from ceulog.tui.screens.activity_form import ActivityForm
from tests.builders import TODAY, a_log, an_activity
from tests.tui.host import Host, a_logbook, screen_text

HELD = (("CPC", "2019-05-14"), ("CPMA", "2021-05-14"), ("CCS", "2020-01-10"))
LINE = "AAPC webinar E/M documentation update 1.5 yesterday #AB12"
SIZE = (80, 24)


class Desk:
    """A logbook on the disk, forms over it, and the drafts they keep."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.kept: list[FormDraft | None] = []

    def app(self, log: LogState | None = None, **how: Any) -> Host:
        logbook = a_logbook(self.folder, log or a_log(held=HELD))
        return Host(lambda: ActivityForm(logbook, keep_draft=self.kept.append, **how))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "log")


def value(app: App[Any], field: str) -> str:
    return app.screen.query_one(f"#{field}", Input).value


def fault(app: App[Any], field: str) -> str:
    return str(app.screen.query_one(f"#field-{field}", Field).query_one(".field--fault", Label).render())


async def type_in(pilot: Pilot[Any], text: str, field: str = "quick") -> None:
    """Type text into a field as a paste would."""
    line = pilot.app.screen.query_one(f"#{field}", Input)
    line.focus()
    line.value = text
    await pilot.pause()
    await pilot.pause()


def saved(app: Host) -> Activity:
    outcome = app.results[-1]
    assert isinstance(outcome, FormOutcome)
    return activity_in(outcome.change)


async def test_the_ten_second_path_is_the_line_and_two_keys(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*LINE)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.focused, Button)
        assert "Enter saves “E/M documentation update”" in screen_text(app)
        await pilot.press("enter")
    activity = saved(app)
    assert (activity.title, activity.date) == ("E/M documentation update", dt.date(2026, 11, 22))
    assert activity.credits == {"AAPC": Decimal("1.5"), "AHIMA": Decimal("1.5")}
    assert (activity.type, activity.sponsor, activity.index_number) == ("webinar", "AAPC", "AB12")
    assert not app.results[-1].another


async def test_a_plain_webinar_is_wholly_seen_at_80x24(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, LINE)
        text = screen_text(app)
    for words in (
        "Title", "Date", "Nov 22 2026 (yesterday)", "CEUs", "Kind", "Sponsor", "Index no.", "Counts for", "Domain",
        "Provided by", "Approved for", "Certificate", "Planned", "CPC", "0   → 1.5", "CPMA", "CCS", "Save", "Esc Back",
    ):  # fmt: skip
        assert words in text, f"{words}\n{text}"


async def test_60x20_is_usable(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=(60, 20)) as pilot:
        await type_in(pilot, LINE)
        text = screen_text(app)
        assert "Title" in text
        assert "CCS" in text
        assert "Save" in text
        await pilot.press("enter", "enter")
    assert saved(app).title == "E/M documentation update"


async def test_a_field_edited_by_hand_stays(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1")
        await type_in(pilot, "2", "ceus")
        await type_in(pilot, "Denials again 1.5")
        assert (value(app, "title"), value(app, "ceus")) == ("Denials again", "2")


async def test_before_and_after(desk: Desk) -> None:
    app = desk.app(a_log(an_activity("8", at="AAPC AHIMA"), held=HELD))
    async with app.run_test(size=SIZE) as pilot:
        assert "→" not in screen_text(app)
        await type_in(pilot, "Denials 2")
        assert screen_text(app).count("8 → 10") == 2


async def test_remarks_are_said_before_saving(desk: Desk) -> None:
    app = desk.app(a_log(an_activity("1", "2026-11-20", title="Denials"), held=HELD))
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1 yesterday")
        assert "Looks like your Nov 20 entry with the same title" in screen_text(app)


FAULTS = (
    ("date", "soon", "date", "not a date"),
    ("ceus", "many", "ceus", "many"),
    ("ceus", "900", "ceus", "200"),
    ("minutes", "long", "ceus", "long"),
    ("approved_for", "XYZ", "approved_for", "XYZ"),
    ("certificate", "/nowhere/at-all.pdf", "certificate", "There is no file"),
    ("credit-0", "some", "organizations", "some"),
)
"""A field, what is typed into it, the field that complains, and a piece of its sentence."""


async def test_a_fault_is_said_at_its_field_when_it_is_left_and_stands_in_the_way_of_saving(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1")
        for number, (field, typed, where, says) in enumerate(FAULTS):
            before = value(app, field)
            await type_in(pilot, typed, field)
            if number == 0:  # a field that was left once speaks at once
                assert fault(app, where) == ""
            await pilot.press("tab")
            await pilot.pause()
            assert says in fault(app, where), field
            await type_in(pilot, before, field)
            await pilot.press("tab")
            await pilot.pause()
            assert fault(app, where) == "", field
        for field, typed, where, says in FAULTS:
            before = value(app, field)
            await type_in(pilot, typed, field)
            app.screen.query_one("#quick").focus()
            await pilot.press("enter")
            await pilot.pause()
            assert app.results == [], field
            assert says in fault(app, where), field
            assert value(app, field) == typed
            await type_in(pilot, before, field)


async def test_what_is_missing_is_said_when_it_is_to_be_saved(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "tab", "tab", "tab")
        assert fault(app, "title") == ""
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert fault(app, "title") == "Say what it was."
        assert "how many CEUs" in fault(app, "ceus")
        assert app.focused is app.screen.query_one("#title")


async def test_a_draft_is_kept_taken_up_and_emptied(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1")
        await type_in(pilot, "Raleigh", "location")
        assert "ctrl+n" not in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    draft = desk.kept[-1]
    assert app.results == [None]
    assert draft is not None
    again = Desk(desk.folder.with_name("again"))
    app = again.app(draft=draft)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "Your draft, as you left it." in screen_text(app)
        assert (value(app, "quick"), value(app, "title"), value(app, "location")) == ("Denials 1", "Denials", "Raleigh")
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert (value(app, "quick"), value(app, "title"), value(app, "location")) == ("", "", "")
        assert "ctrl+n brings it back" in screen_text(app)
        await pilot.press("ctrl+n")
        await pilot.pause()
        assert value(app, "title") == "Denials"
        await pilot.click("#empty")
        await pilot.press("escape")
        await pilot.pause()
    assert again.kept[-1] is None


async def test_ctrl_u_clears_the_line_alone(desk: Desk) -> None:
    app = desk.app(draft=FormDraft(quick="Denials 1", title="Denials", location="Raleigh", date="11/22/2026"))
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one("#location").focus()
        await pilot.press("end", "ctrl+u")
        await pilot.pause()
        assert (value(app, "location"), value(app, "title")) == ("", "Denials")


async def test_nothing_typed_keeps_nothing(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert (app.results, desk.kept) == ([None], [None])


async def test_ctrl_s_asks_for_another(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Denials 1", "ctrl+s")
        await pilot.pause()
    assert app.results[-1].another
    assert saved(app).title == "Denials"


async def test_enter_in_a_field_goes_to_the_next(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one("#title").focus()
        await pilot.press("enter")
        assert app.focused is app.screen.query_one("#date")


async def test_editing_asks_once_before_changes_are_dropped(desk: Desk) -> None:
    base = an_activity("2", title="Denials", approved_for="CPMA", domain=None)
    app = desk.app(a_log(base, held=HELD), base=base)
    async with app.run_test(size=SIZE) as pilot:
        assert not app.screen.query("#quick")
        await type_in(pilot, "Denials II", "title")
        await pilot.press("escape")
        await pilot.pause()
        assert "Esc again discards your changes" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
    assert desk.kept[-1] is not None


async def test_editing_changes_what_was_changed_alone(desk: Desk) -> None:
    base = an_activity("2", title="Denials", credits={"AAPC": "2", "AHIMA": "1"}, notes="a\nb")
    base = base._replace(ceus=Decimal(2))
    app = desk.app(a_log(base, held=HELD), base=base)
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials II", "title")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert saved(app) == base._replace(title="Denials II")
    assert not app.results[-1].another


async def test_an_untouched_entry_is_left_at_once(desk: Desk) -> None:
    base = an_activity("2", credits={"AHIMA": "1", "AAPC": "2"}, notes="a\r\nb")
    app = desk.app(a_log(base, held=HELD), base=base)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_a_copy_is_of_today_without_index_number(desk: Desk) -> None:
    like = an_activity("2", title="Chapter meeting", index_number="AB1", type="chapter-meeting", sponsor="Chapter")
    app = desk.app(a_log(like, held=HELD), offered=draft_like(like, TODAY))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("ctrl+s")
        await pilot.pause()
    copy = saved(app)
    assert copy == like._replace(id=copy.id, date=TODAY, index_number="")
    assert copy.id != like.id


async def test_a_date_to_come_is_planned(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1")
        await type_in(pilot, "12/05/2026", "date")
        assert app.screen.query_one("#planned", Checkbox).value
        assert "so it is logged as planned" in screen_text(app)
        assert "1 planned" in screen_text(app)
        await type_in(pilot, "today", "date")
        assert not app.screen.query_one("#planned", Checkbox).value
        await type_in(pilot, "12/05/2026", "date")
        await type_in(pilot, "Denials 1 # 2")
        assert app.screen.query_one("#planned", Checkbox).value
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert saved(app).status == "planned"


async def test_each_organization_can_grant_its_own(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1.5")
        await type_in(pilot, "1", "credit-1")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert saved(app).credits == {"AAPC": Decimal("1.5"), "AHIMA": Decimal(1)}


async def test_an_organization_can_be_left_out(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1.5 for:AAPC")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert list(saved(app).credits) == ["AAPC"]


async def test_choices_and_domain(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1")
        app.screen.query_one("#provided_by", Select).value = "csa"
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert saved(app).provided_by == "csa"


async def test_domains_are_asked_only_where_they_matter(desk: Desk) -> None:
    app = desk.app(a_log())
    async with app.run_test(size=SIZE):
        assert not app.screen.query("#domain")


async def test_a_certificate_goes_along(desk: Desk, tmp_path: Path) -> None:
    proof = tmp_path / "a proof.pdf"
    proof.write_bytes(b"%PDF")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await type_in(pilot, "Denials 1")
        await type_in(pilot, str(proof), "certificate")
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert app.results[-1].certificate_paths == (proof,)


async def test_the_next_cycle_is_offered_in_the_renewal_month_alone(desk: Desk) -> None:
    base = an_activity("2", "2026-03-10")
    app = desk.app(a_log(base), base=base)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not app.screen.query_one("#next_cycle").display
        await type_in(pilot, "2/10/2025", "date")
        assert not app.screen.query_one("#next_cycle").display
        await type_in(pilot, "3/10/2027", "date")
        assert app.screen.query_one("#next_cycle").display


async def test_hostile_text_is_text(desk: Desk) -> None:
    hostile = "[/x] [bold]A[/] \x1b[31m $x {y} 漢字"
    base = an_activity("2", title=hostile, sponsor="[/]", notes="[/n]", presenter="[b]")
    app = desk.app(a_log(base, held=HELD), offered=draft_like(base, TODAY))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "[/x] [bold]A[/]" in screen_text(app)
        app.screen.query_one("#save").focus()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    assert saved(app).sponsor == "[/]"


async def test_a_refused_save_comes_back_with_its_sentence(desk: Desk) -> None:
    app = desk.app(
        draft=FormDraft(quick="Denials 1", title="Denials", ceus="1", date="11/22/2026"), fault="It is [full]."
    )
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.pause(0.1)
        assert "It is [full]." in screen_text(app)
        assert value(app, "title") == "Denials"
