"""Templates on the screen: taken, planned, kept, removed and put back, by keyboard and by mouse."""

from decimal import Decimal
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ceulog.domain.changes import activity_in
from ceulog.domain.offers import template_offers
from ceulog.domain.templates import Template, parse_day
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.templates import FILE_NAME, add_template, templates_of
from ceulog.tui.forms.draft import FormDraft, FormOutcome
from ceulog.tui.forms.filling import filled
from ceulog.tui.forms.offers import draft_of_template, rhythm_words
from ceulog.tui.forms.reading import Setting, read_form
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.templates import TemplatesScreen
from tests.builders import TODAY, a_log, a_planned, an_activity, day, ids, shipped
from tests.tui.host import Host, a_logbook, screen_text

SIZES = [(200, 60), (120, 40), (80, 24), (60, 20)]
HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))
THURSDAYS = ("2026-08-13", "2026-09-10", "2026-10-08", "2026-11-12")
QUIZ = Template(
    "Monthly quiz", "Healthcare quiz", sponsor="AAPC", type="quiz", ceus=Decimal("0.5"), organizations=("AAPC",)
)
HOSTILE = "[/x] 😀 長文 \x1b[31m" + "x" * 40


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    meetings = [
        an_activity("1", each, title=f"Chapter meeting: topic {each}", type="chapter-meeting", sponsor="The chapter",
                    location="Raleigh", minutes=60)
        for each in THURSDAYS
    ]  # fmt: skip
    return a_logbook(tmp_path, a_log(*meetings, an_activity("1", title="Only once"), held=HELD))


async def wait(app: Host, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


async def click_on(app: Host, pilot: Pilot[None], words: str) -> None:
    lines = screen_text(app).splitlines()
    row = next(number for number, line in enumerate(lines) if words in line)
    await pilot.click(offset=(lines[row].index(words) + 1, row))
    await wait(app, pilot)


def own(logbook: Logbook) -> list[str]:
    return [each.name for each in templates_of(logbook.folder).found]


async def test_enter_takes_what_is_under_the_cursor_for_today(logbook: Logbook) -> None:
    add_template(logbook.folder, QUIZ)
    app = Host(lambda: TemplatesScreen(logbook))
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await wait(app, pilot)
            text = screen_text(app)
            for words in ("Your templates", "Monthly quiz", "From your log", "Chapter meeting", "Esc Back", "/ finds"):
                assert words in text, f"{words} at {size}\n{text}"
            assert text.index("Monthly quiz") < text.index("Chapter meeting")
            assert "“Healthcare quiz”, quiz, 0.5 CEUs, AAPC." in " ".join(text.split())

        await pilot.press("down")
        await pilot.pause()
        flat = " ".join(screen_text(app).split())
        assert "4 times, about monthly, second Thursday of the month. Next: Dec 10, 2026." in flat
        assert "Only once" not in flat
        await pilot.press("enter")
        await pilot.pause()
    assert app.results == [
        FormDraft(
            title="Chapter meeting", date="11/23/2026", minutes="60", type="chapter-meeting", sponsor="The chapter",
            location="Raleigh", organizations=("AAPC",),
            edited=frozenset({"title", "minutes", "type", "sponsor", "location", "organizations"}),
        )
    ]  # fmt: skip


async def test_p_plans_the_next_one_and_says_where_nobody_knows_the_day(logbook: Logbook) -> None:
    add_template(logbook.folder, QUIZ)
    app = Host(lambda: TemplatesScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await pilot.press("p")
        await wait(app, pilot)
        assert "Nobody knows on which day it comes next." in screen_text(app)
        assert app.results == []
        await pilot.press("down", "p")
        await pilot.pause()
    (draft,) = app.results
    assert (draft.date, draft.planned) == ("12/10/2026", True)
    assert {"date", "planned"} <= draft.edited


async def test_s_keeps_what_recurs_under_a_name(logbook: Logbook) -> None:
    app = Host(lambda: TemplatesScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await pilot.press("s")
        await wait(app, pilot)
        assert "What shall it be called?" in screen_text(app)
        assert app.screen.query_one("#name", Input).value == "Chapter meeting"
        await pilot.press("escape")
        await wait(app, pilot)
        assert "What shall it be called?" not in screen_text(app)
        await pilot.press("s")
        name = app.screen.query_one("#name", Input)
        name.value = " "
        await pilot.press("enter")
        await wait(app, pilot)
        assert "Give the template a name." in screen_text(app)
        name.value = "Ours [/x]"
        await pilot.press("enter")
        await wait(app, pilot)
        text = screen_text(app)
        assert "Kept as the template “Ours [/x]”." in text
        assert "From your log" not in text
        await pilot.press("s")
        await wait(app, pilot)
        assert "a template of yours already" in screen_text(app)
    (kept,) = templates_of(logbook.folder).found
    assert kept == Template(
        "Ours [/x]", "Chapter meeting", sponsor="The chapter", type="chapter-meeting", minutes=60,
        organizations=("AAPC",), location="Raleigh", day="second thursday",
    )  # fmt: skip
    assert app.results == []


async def test_d_removes_and_u_puts_back(logbook: Logbook) -> None:
    add_template(logbook.folder, QUIZ)
    add_template(logbook.folder, QUIZ._replace(name="Second", title="Second"))
    app = Host(lambda: TemplatesScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await pilot.press("u")
        await wait(app, pilot)
        assert "No template was removed here" in screen_text(app)
        await pilot.press("d")
        await wait(app, pilot)
        assert "Removed the template “Monthly quiz”. u puts it back." in screen_text(app)
        assert own(logbook) == ["Second"]
        await pilot.press("d")
        await wait(app, pilot)
        assert own(logbook) == []
        await pilot.press("d")
        await wait(app, pilot)
        assert "only templates of yours can be removed" in screen_text(app)
        await pilot.press("u")
        await wait(app, pilot)
        assert "The template “Second” is back." in screen_text(app)
        await pilot.press("u")
        await wait(app, pilot)
        assert own(logbook) == ["Monthly quiz", "Second"]

        (logbook.folder / FILE_NAME).unlink()  # somebody else removes them
        await pilot.press("d")
        await wait(app, pilot)
        assert "There is no template called “Monthly quiz” any more." in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_searching_finds_takes_and_is_left(logbook: Logbook) -> None:
    add_template(logbook.folder, QUIZ)
    app = Host(lambda: TemplatesScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await pilot.press("slash", *"psd")
        await wait(app, pilot)
        assert app.screen.query_one("#wanted", Input).value == "psd"
        assert "Nothing fits these words." in screen_text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.results == []
        await pilot.press("escape")
        await wait(app, pilot)
        assert app.screen.query_one("#wanted", Input).value == ""
        assert "Monthly quiz" in screen_text(app)
        await pilot.press("slash", *"RALEIGH meet", "down")
        await wait(app, pilot)
        assert app.focused is app.screen.query_one("#templates-list")
        assert "Monthly quiz" not in screen_text(app)
        await pilot.press("slash", "enter")
        await pilot.pause()
    assert app.results[0].title == "Chapter meeting"


async def test_it_goes_by_mouse_alone(logbook: Logbook) -> None:
    add_template(logbook.folder, QUIZ)
    app = Host(lambda: TemplatesScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await wait(app, pilot)
        await click_on(app, pilot, "d Remove")
        assert own(logbook) == []
        await click_on(app, pilot, "u Put back")
        assert own(logbook) == ["Monthly quiz"]
        await click_on(app, pilot, "Chapter meeting")
        assert app.results == []
        await click_on(app, pilot, "s Keep as template")
        await click_on(app, pilot, "Enter Log today")
        assert own(logbook) == ["Monthly quiz", "Chapter meeting"]
        await click_on(app, pilot, "Chapter meeting")
        await pilot.pause()
        assert app.results[0].title == "Chapter meeting"
        app.open()
        await wait(app, pilot)
        await click_on(app, pilot, "Chapter meeting")
        await click_on(app, pilot, "p Plan next")
        assert app.results[1].planned
        app.open()
        await wait(app, pilot)
        await click_on(app, pilot, "/ Search")
        assert app.focused is app.screen.query_one("#wanted")
        await click_on(app, pilot, "Esc Back")
        await click_on(app, pilot, "Esc Back")
    assert app.results[2] is None


async def test_an_empty_list_says_how_to_make_one(tmp_path: Path) -> None:
    app = Host(lambda: TemplatesScreen(a_logbook(tmp_path, a_log(held=HELD))))
    async with app.run_test(size=(60, 20)) as pilot:
        await wait(app, pilot)
        flat = " ".join(screen_text(app).split())
        assert "No template yet. What you log at least twice" in flat
        assert "templates.toml" in flat
        await pilot.press("enter", "p", "s", "d")
        await wait(app, pilot)
        assert app.results == []
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]


async def test_words_of_others_are_text_and_faults_are_said(logbook: Logbook) -> None:
    hostile = Template(HOSTILE, HOSTILE, sponsor=HOSTILE, location=HOSTILE, credits={"AHIMA": Decimal(1)})
    add_template(logbook.folder, hostile)
    with (logbook.folder / FILE_NAME).open("a") as file:
        file.write('\n[[template]]\nname = "[/y]"\n' * 3)
    app = Host(lambda: TemplatesScreen(logbook))
    async with app.run_test(size=(60, 20)) as pilot:
        await wait(app, pilot)
        text = screen_text(app)
        assert "[/x] 😀 長文" in text
        assert "\x1b" not in text
        flat = " ".join(text.split())
        assert "The title of template 2 is missing." in flat
        assert "And 1 more." in flat
        assert "Esc Back" in text
        await pilot.press("d")
        await wait(app, pilot)
        assert "u puts it back" in " ".join(screen_text(app).split())


async def test_what_was_taken_is_saved_with_two_keys(logbook: Logbook) -> None:
    (offer,) = template_offers([], logbook.state.activities.values(), TODAY)
    draft = draft_of_template(offer.template, logbook.state, TODAY)
    app = Host(lambda: ActivityForm(logbook, offered=draft, keep_draft=lambda _: None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
    (outcome,) = app.results
    assert isinstance(outcome, FormOutcome)
    made = activity_in(outcome.change)
    assert (made.title, made.date, made.credits) == ("Chapter meeting", TODAY, {"AAPC": Decimal(1)})


def test_the_quick_line_still_says_the_day_but_not_what_the_template_says() -> None:
    state = a_log(held=HELD)
    template = QUIZ._replace(
        credits={"AHIMA": Decimal(1), "ACDIS": Decimal(2)}, domain=25, approved_for=("CPC", "CPMA")
    )
    draft = draft_of_template(template, state, TODAY)
    assert (draft.credits, draft.domain, draft.approved_for) == ({"AHIMA": "1"}, "25", "CPC CPMA")
    typed = filled(draft._replace(quick="Denials 3 yesterday"), state.organizations(), TODAY, shipped())
    assert (typed.title, typed.ceus, typed.date) == ("Healthcare quiz", "0.5", "11/22/2026")
    planned = draft_of_template(template, state, TODAY, day("2026-12-10"))
    typed = filled(planned._replace(quick="yesterday"), state.organizations(), TODAY, shipped())
    assert (typed.date, typed.planned) == ("12/10/2026", True)
    read = read_form(planned, Setting(state, shipped(), TODAY, ids()()))
    assert read.faults == {}
    assert read.activity
    assert read.activity.status == "planned"
    unheld = draft_of_template(QUIZ._replace(organizations=("ACDIS",)), state, TODAY)
    assert unheld.organizations == ("AAPC", "AHIMA")


def test_what_is_offered() -> None:
    log = [
        *(an_activity("1", each, title="Chapter meeting", type="chapter-meeting") for each in THURSDAYS),
        a_planned("1", "2026-12-10", title="Chapter meeting: CPT", type="chapter-meeting"),
    ]
    (found,) = template_offers([], log, TODAY)
    assert (found.own, found.next) == (False, day("2027-01-14"))
    ours = Template("Ours", "chapter MEETING 2026", type="chapter-meeting")
    (own_one,) = template_offers([ours], log, TODAY)
    assert (own_one.own, own_one.next, own_one.template) == (True, day("2027-01-14"), ours)
    (with_day,) = template_offers([ours._replace(day="second thursday")], log, TODAY)
    assert with_day.next == day("2027-01-14")
    assert rhythm_words(with_day) == "second Thursday of the month"
    assert parse_day("second thursday")
    others = template_offers([ours._replace(sponsor="Another chapter")], log, TODAY)
    assert [each.own for each in others] == [True, False]
    assert others[0].next is None
