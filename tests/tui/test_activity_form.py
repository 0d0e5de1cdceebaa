"""The form of an activity: typed, shown, left and taken up again."""

import datetime as dt
from decimal import Decimal
from pathlib import Path

from textual.events import Paste
from textual.widgets import Button, Checkbox, Select

from ceulog.domain.text import tidy
from ceulog.tui.forms.draft import FormDraft, draft_like
from tests.builders import TODAY, a_log, an_activity
from tests.tui.form_desk import HELD, LINE, SIZE, Desk, desk, fault, focus, focused, keys, saved, type_in, value
from tests.tui.host import screen_text

__all__ = ["desk"]


async def test_the_ten_second_path_is_the_line_and_two_keys(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*LINE)
        for words in (
            "Title", "Date", "Nov 22 2026 (yesterday)", "CEUs", "Kind", "Sponsor", "Index no.", "Counts for", "Domain",
            "Provided by", "Approved for", "Certificate", "Planned", "CPC", "0   → 1.5", "CPMA", "CCS", "Save",
            "Esc Back",
        ):  # fmt: skip
            assert words in screen_text(app), f"{words}\n{screen_text(app)}"

        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.focused, Button)
        assert "Enter saves “E/M documentation update”" in screen_text(app)

        await pilot.resize_terminal(60, 20)
        await pilot.pause()
        for words in ("Title", "CCS", "0   → 1.5", "Save"):
            assert words in screen_text(app), f"{words}\n{screen_text(app)}"

        await pilot.press("enter")
    activity = saved(app)
    assert (activity.title, activity.date) == ("E/M documentation update", dt.date(2026, 11, 22))
    assert activity.credits == {"AAPC": Decimal("1.5"), "AHIMA": Decimal("1.5")}
    assert (activity.type, activity.sponsor, activity.index_number) == ("webinar", "AAPC", "AB12")
    assert not app.results[-1].another


async def test_what_it_does_and_what_speaks_against_it_is_said_before_it_is_saved(desk: Desk) -> None:
    entry = an_activity("8", "2026-11-20", title="Denials", at="AAPC AHIMA", index_number="AB12")
    app = desk.app(a_log(entry, held=HELD))
    async with app.run_test(size=SIZE) as pilot:
        assert "→" not in screen_text(app)

        await type_in(pilot, "Appeals 2")
        assert screen_text(app).count("8 → 10") == 2
        assert "Looks like" not in screen_text(app)

        await type_in(pilot, "Denials 1 yesterday")
        assert "Looks like your Nov 20 entry with the same title" in screen_text(app)

        await type_in(pilot, "Appeals 1 yesterday #AB12 for:AAPC")
        for size in ((80, 24), (60, 20)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            text = " ".join(screen_text(app).split())
            assert "! It will not count for AAPC: it has the same index number as “Denials” of Nov 20, 2026" in text
            assert "Check the number; it can be saved all the same." in text
            assert "Save and add another" in text


async def test_the_line_fills_the_fields_until_they_are_typed_by_hand(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        provider = app.screen.query_one("#provided_by", Select)
        await type_in(pilot, "AHIMA webinar Denials 1")
        assert (value(app, "title"), value(app, "ceus"), provider.value) == ("Denials", "1", "ahima")

        await type_in(pilot, "2", "ceus")
        await type_in(pilot, "AHIMA webinar Denials again 1.5")
        assert (value(app, "title"), value(app, "ceus")) == ("Denials again", "2")

        await type_in(pilot, "North Carolina HIMA", "sponsor")
        assert provider.value == "csa"
        await type_in(pilot, "Somebody", "sponsor")
        assert provider.value == ""
        provider.value = "cla"  # from here on it is chosen
        await pilot.pause()
        await type_in(pilot, "AHIMA", "sponsor")
        assert provider.value == "cla"


async def test_pasted_lines_stand_behind_each_other_in_a_field_of_one(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Old ")
        for text in ("\nE/M documentation\r\n\n update of 2026 ", " 1.5", "\n", ""):
            app.post_message(Paste(text))
        await pilot.pause()
        assert value(app, "quick") == "Old E/M documentation update of 2026 1.5"
        assert value(app, "title") == "Old E/M documentation update of 2026"


async def test_a_fault_is_said_at_its_field_when_it_is_left_and_stands_in_the_way_of_saving(desk: Desk) -> None:
    """What each field complains of is told by `tests/tui/test_reading.py`."""
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("tab", "shift+tab")
        assert fault(app, "title") == "", "nobody has asked for it yet"

        await type_in(pilot, "Denials 1")
        for field, typed, where, says in (
            ("date", "soon", "date", "not a date"),
            ("minutes", "long", "ceus", "long"),
            ("credit-0", "some", "organizations", "some"),
        ):
            before = value(app, field)
            await type_in(pilot, typed, field)
            if field == "date":  # a field that was left once speaks at once
                assert fault(app, where) == ""
            await pilot.press("tab")
            await pilot.pause()
            assert says in fault(app, where)
            app.screen.query_one("#quick").focus()
            await pilot.press("enter")
            await pilot.pause()
            assert app.results == []
            assert says in fault(app, where)
            assert value(app, field) == typed
            await type_in(pilot, before, field)
            assert fault(app, where) == ""

        await type_in(pilot, "Denials")
        app.screen.query_one("#quick").focus()
        await pilot.press("enter")
        await pilot.pause()
        assert focused(app) == "ceus"
        assert "Say how many CEUs" in screen_text(app)

        await type_in(pilot, "")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert fault(app, "title") == "Say what it was."
        assert "how many CEUs" in fault(app, "ceus")
        assert focused(app) == "title"
        assert app.results == []


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
        assert (value(app, "title"), value(app, "location")) == ("Denials", "Raleigh")

        app.screen.query_one("#location").focus()
        await pilot.press("end", "ctrl+u")  # clears the line alone
        await pilot.pause()
        assert (value(app, "location"), value(app, "title")) == ("", "Denials")

        await pilot.click("#empty")
        await pilot.press("escape")
        await pilot.pause()
    assert again.kept[-1] is None


async def test_nothing_typed_keeps_nothing(desk: Desk) -> None:
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("escape")
        await pilot.pause()
    assert (app.results, desk.kept) == ([None], [None])


async def test_editing_asks_once_before_changes_are_dropped(desk: Desk) -> None:
    base = an_activity("2", title="Denials", approved_for="CPMA", domain=None)
    app = desk.app(a_log(base, held=HELD), base=base)
    async with app.run_test(size=SIZE) as pilot:
        assert not app.screen.query("#quick")
        await type_in(pilot, "Denials II", "title")
        assert "ctrl+s Save Esc Back" in keys(app)

        await pilot.press("escape")
        await pilot.pause()
        await pilot.pause()
        assert "Esc again discards your changes" in screen_text(app)
        assert "Esc Discard changes" in keys(app)

        await type_in(pilot, "Denials III", "title")
        assert "Esc Back" in keys(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.results == [], "it asks again after more was typed"
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


async def test_a_copy_is_of_today_without_index_number_and_hostile_text_is_text(desk: Desk) -> None:
    hostile = "[/x] [bold]A[/] \x1b[31m $x {y} 漢字"
    like = an_activity(
        "2", title=hostile, index_number="AB1", type="chapter-meeting", sponsor="[/]", notes="[/n]", presenter="[b]"
    )
    app = desk.app(a_log(like, held=HELD), offered=draft_like(like, TODAY))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert "[/x] [bold]A[/]" in screen_text(app)
        await focus(pilot, "save")
        await pilot.press("enter")
        await pilot.pause()
    copy = saved(app)
    assert copy == like._replace(id=copy.id, date=TODAY, index_number="", title=tidy(hostile), notes="")
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
        await type_in(pilot, "Denials 1 # 2 for:AAPC")
        assert app.screen.query_one("#planned", Checkbox).value
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert saved(app).status == "planned"
    assert list(saved(app).credits) == ["AAPC"], "the line left the other organization out"


async def test_ctrl_s_saves_all_that_was_given_and_asks_for_another(desk: Desk, tmp_path: Path) -> None:
    proof = tmp_path / "a proof.pdf"
    proof.write_bytes(b"%PDF")
    app = desk.app()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press(*"Denials 1.5")
        await type_in(pilot, "1", "credit-1")  # an organization can grant its own
        app.screen.query_one("#provided_by", Select).value = "csa"
        await type_in(pilot, str(proof), "certificate")
        await pilot.press("ctrl+s")
        await pilot.pause()
    activity = saved(app)
    assert activity.title == "Denials"
    assert activity.credits == {"AAPC": Decimal("1.5"), "AHIMA": Decimal(1)}
    assert activity.provided_by == "csa"
    assert app.results[-1].certificate_paths == (proof,)
    assert app.results[-1].another


async def test_what_matters_to_no_credential_and_no_day_is_not_asked(desk: Desk) -> None:
    base = an_activity("2", "2026-03-10")
    app = desk.app(a_log(base), base=base)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert not app.screen.query("#domain")  # AHIMA's alone

        assert not app.screen.query_one("#next_cycle").display
        await type_in(pilot, "2/10/2025", "date")
        assert not app.screen.query_one("#next_cycle").display
        await type_in(pilot, "3/10/2027", "date")  # in the renewal month
        assert app.screen.query_one("#next_cycle").display


async def test_a_refused_save_comes_back_with_its_sentence(desk: Desk) -> None:
    app = desk.app(
        draft=FormDraft(quick="Denials 1", title="Denials", ceus="1", date="11/22/2026"), fault="It is [full]."
    )
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.pause(0.1)
        assert "It is [full]." in screen_text(app)
        assert value(app, "title") == "Denials"
