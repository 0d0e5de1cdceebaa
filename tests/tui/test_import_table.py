"""The import screen: a file, a paste, columns and dates that have to be said, by keyboard alone and by mouse alone."""

import threading
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, Select, Static

from ceulog.domain.changes import Change
from ceulog.domain.state import Edit
from ceulog.logbook import importing
from ceulog.logbook.errors import StorageError
from ceulog.logbook.import_memory import memory_of
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.safety import copies
from ceulog.tui.app import CeulogApp
from ceulog.tui.forms import import_look
from ceulog.tui.forms.import_act import Imported
from ceulog.tui.forms.import_words import FIRST, NO_PATH, NOT_YET, NOTHING_NEW, ONE_FILE
from ceulog.tui.screens import pick_file
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.import_table import ImportScreen
from ceulog.tui.screens.wizard import Wizard
from ceulog.tui.widgets.import_list import ImportList
from ceulog.tui.widgets.log_view import LogView
from tests.builders import a_log, an_activity
from tests.tui.host import Host, a_logbook, click_on, damage, screen_text

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))
SIZES = [(200, 60), (120, 40), (80, 24), (60, 20)]
HOSTILE = "[/x] [b]A[/] \x1b[31m 漢字"
TABLE = (
    "Course Name,Date Attended,CEUs,Score\r\n"
    "Old,2026-01-10,1,\r\n"
    "Known,2026-01-11,1,\r\n"
    "Gone,2026-01-12,1,\r\n"
    f"{HOSTILE},2026-03-04,2,9\r\n"
    "Later,2026-12-20,1.5,\r\n"
    "Bad,2026-02-30,1,\r\n"
)


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    entries = (
        an_activity("2", "2026-01-10", id="old", title="Old"),
        an_activity("1", "2026-01-11", id="known", title="Known")._replace(ceus=Decimal(1)),
        an_activity("1", "2026-01-12", id="gone", title="Gone", trashed="2026-11-20"),
    )
    return a_logbook(tmp_path / "log", a_log(*entries, held=HELD))


def a_file(folder: Path, text: str, name: str = "my ceus.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="")
    return path


async def rest(pilot: Pilot[Any]) -> None:
    await pilot.app.workers.wait_for_complete()
    for _ in range(3):
        await pilot.pause()


async def give(pilot: Pilot[Any], path: object) -> None:
    line = pilot.app.screen.query_one("#path", Input)
    line.value = str(path)
    line.focus()
    await pilot.press("enter")
    await rest(pilot)


def said(app: App[Any]) -> str:
    return " ".join(str(app.screen.query_one("#import-say", Static).render()).split())


def detail(app: App[Any]) -> str:
    return str(app.screen.query_one("#import-detail", Static).render())


def complained(app: App[Any]) -> str:
    fault = app.screen.query_one("#fault", Static)
    return str(fault.render()) if fault.display else ""


def listed(app: App[Any]) -> list[str]:
    lines = (" ".join(line.strip(" »›").split()) for line in screen_text(app).splitlines())
    return [line for line in lines if line[:1].isdigit() and not line.endswith(".")]


def column(app: App[Any], field: str) -> Select[Any]:
    return app.screen.query_one(f"#column-{field}", Select)


async def test_a_file_is_previewed_and_imported_by_keyboard_alone(tmp_path: Path, logbook: Logbook) -> None:
    path = a_file(tmp_path, TABLE)
    app = CeulogApp(logbook)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("i")
        await rest(pilot)
        assert isinstance(app.screen, ImportScreen)
        assert said(app) == FIRST
        await pilot.press("f3")
        assert complained(app) == NO_PATH
        await give(pilot, f"'{path}'")  # as terminals drop it
        counts = "2 new (1 planned), 1 changed, 1 known already, 1 in the trash, 1 rejected."
        assert said(app) == f"{counts} Score goes to the notes."
        assert [line.split(" ", 2)[:2] for line in listed(app)] == [
            ["7", "rejected"], ["2", "changed"], ["5", "new"], ["6", "new"], ["4", "in"], ["3", "known"],
        ]  # fmt: skip
        text = screen_text(app)
        for words in (
            "Date Attended: 2026-02-30: does not exist in the calendar", "“Old”: credits", "[/x] [b]A[/]", "2  [/x]",
            "Dec 20 2026   1.5  Later, planned", "it stays in the trash", "Import 3 activities",
        ):  # fmt: skip
            assert words in text, f"{words}\n{text}"
        assert len(logbook.state.activities) == 3

        # to the lines and through them
        app.screen.query_one(ImportList).focus()
        lines = app.screen.query_one(ImportList)
        for key, row in (
            ("down", 1), ("up", 0), ("end", 5), ("home", 0), ("pagedown", 5), ("k", 4), ("j", 5), ("g", 0), ("G", 5),
            ("pageup", 0),
        ):  # fmt: skip
            await pilot.press(key)
            assert lines._cursor == row, key
        assert detail(app) == ""
        await pilot.resize_terminal(60, 20)
        await rest(pilot)
        assert detail(app) == "Date Attended: 2026-02-30: does not exist in the calendar"

        await pilot.press("tab", "enter")
        await rest(pilot)
        assert isinstance(app.screen, Dashboard), screen_text(app)
        rejects = tmp_path / "my ceus.rejects.csv"
        words = " ".join(screen_text(app).split())
        assert "Imported 3 activities from my ceus.csv. 1 rejected line is in" in words
        assert "u takes it back." in words
        assert rejects.read_text(encoding="utf-8").count("Bad") == 1
        assert {each.title for each in logbook.state.activities.values()} >= {"Later", "Old"}
        current = app.screen.query_one(LogView).current
        assert current
        assert current.date.isoformat() in ("2026-01-10", "2026-03-04", "2026-12-20")
        assert [each.activities for each in copies(logbook.folder)] == [3]
        await pilot.press("u")
        await rest(pilot)
    assert len(logbook.state.activities) == 3


async def test_everything_is_in_sight_at_every_size(tmp_path: Path, logbook: Logbook) -> None:
    many = "".join(f"Number {number},01/{1 + number % 12:02}/2026,1\n" for number in range(100))
    path = a_file(tmp_path, f"Title,Date,CEUs\n{many}")
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=SIZES[0]) as pilot:
        await give(pilot, path)
        app.screen.query_one("#order", Select).value = "mdy"
        await rest(pilot)
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await rest(pilot)
            for seen in ("new", "Title"):  # the lines, then the columns
                text = screen_text(app)
                for words in (
                    seen, "File", "100 new.", "Dates", "month first", "Import 100 activities",
                    "F2 Pick a file", "F3 Import", "F4 Columns", "Esc Back",
                ):  # fmt: skip
                    assert words in text, f"{words} at {size}\n{text}"
                await pilot.press("f4")
                await rest(pilot)


async def test_columns_that_are_not_known_are_said_and_remembered(tmp_path: Path, logbook: Logbook) -> None:
    text = f"Wann,Was,Wieviel,Wo\n03/04/2026,{HOSTILE},1,Bonn\n05/06/2026,B,2,Ulm\n"
    path = a_file(tmp_path, text)
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await give(pilot, path)
        assert said(app) == "No column was found for the title and the CEUs. Choose them below."
        assert app.focused is column(app, "title")
        assert column(app, "date").value == "0"
        await pilot.press("f3")
        assert complained(app) == NOT_YET
        # title: the second column, by keys alone
        await pilot.press("enter", "down", "down", "enter")
        await rest(pilot)
        assert column(app, "title").value == "1"
        assert said(app) == "No column was found for the CEUs. Choose it below."
        await pilot.press("tab", "enter", "down", "down", "down", "enter")
        await rest(pilot)
        assert said(app).startswith("It does not show whether 03/04/2026 begins with the month or with the day.")
        app.screen.query_one("#order", Select).value = "dmy"
        await rest(pilot)
        assert said(app) == "2 new. Wo goes to the notes."
        column(app, "location").value = "3"
        await rest(pilot)
        assert said(app) == "2 new."
        await pilot.press("escape")  # to the lines, and nothing is lost
        await rest(pilot)
        assert "Apr 03 2026     1  [/x] [b]A[/]" in screen_text(app)
        await pilot.press("escape")
        await pilot.pause()
        assert complained(app) == ImportScreen.UNSAVED
        await pilot.press("ctrl+s")
        await rest(pilot)
        (done,) = app.results
        assert isinstance(done, Imported)
        assert done.words == "Imported 2 activities from my ceus.csv. u takes it back."
        places = {each.location for each in logbook.state.activities.values()}
        assert {"Bonn", "Ulm"} <= places
        (header,) = memory_of(logbook.folder).headers
        assert (dict(header.map), header.order) == ({"title": "Was", "ceus": "Wieviel", "location": "Wo"}, "dmy")

        app.open()
        await rest(pilot)
        a_file(tmp_path, text + "07/08/2026,C,1,Ulm\n")
        await give(pilot, path)
        assert said(app) == (
            "1 new, 2 known already. As last time for this header: title is Was, ceus is Wieviel, location is Wo, "
            "dates are dmy."
        )
        assert app.screen.query_one("#order", Select).value == "dmy"
        await pilot.press("f4")
        await rest(pilot)
        column(app, "location").value = ""
        await rest(pilot)
        assert said(app).endswith("Wo goes to the notes.")


async def test_by_mouse_alone(tmp_path: Path, logbook: Logbook, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Downloads"
    folder.mkdir()
    a_file(folder, TABLE)
    a_file(folder, "x", "no.png")
    monkeypatch.setattr(pick_file, "first_folder", lambda: folder)
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        await click_on(app, pilot, "▼")
        await rest(pilot)
        assert "Import which file?" in screen_text(app)
        assert "no.png" not in screen_text(app)
        await click_on(app, pilot, "Esc Back")
        await rest(pilot)
        await click_on(app, pilot, "Pick a file")
        await rest(pilot)
        await click_on(app, pilot, "my ceus.csv")
        await rest(pilot)
        assert said(app).startswith("2 new")
        assert app.folder_used == folder
        await click_on(app, pilot, "it stays in the trash")
        await pilot.pause()
        assert app.screen.query_one(ImportList)._cursor == 4
        await click_on(app, pilot, "Columns")
        await rest(pilot)
        assert "in no column" in screen_text(app)
        await click_on(app, pilot, "Columns")
        await rest(pilot)
        await click_on(app, pilot, "Import 3 activities")
        await rest(pilot)
        app.open()
        await rest(pilot)
        await click_on(app, pilot, "Esc Back")
        await rest(pilot)
    assert isinstance(app.results[0], Imported)
    assert app.results[1:] == [None]


async def test_a_pasted_table_and_a_pasted_mail_are_taken(logbook: Logbook) -> None:
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        # as terminals send it: to the line that has the focus, with ends of lines of their own
        app.post_message(events.Paste("Date\tTitle\tCEUs\r2026-03-04\tPasted\t1\r2026-03-05\tOther\tx\r"))
        await rest(pilot)
        assert app.screen.query_one("#path", Input).value == ""
        assert said(app) == "1 new, 1 rejected."
        assert app.focused is app.screen.query_one("#import")
        await pilot.press("escape")
        assert complained(app) == ImportScreen.UNSAVED
        # another one, to the button
        mail = "Thank you for attending.\r\n\r\nCourse: Denials\r\nDate: 2026-03-06\r\nCEUs: 1.5\r\n"
        app.post_message(events.Paste(mail))
        await rest(pilot)
        assert said(app) == "1 new."
        assert "Mar 06 2026   1.5  Denials" in screen_text(app)
        await pilot.press("enter")
        await rest(pilot)
        (done,) = app.results
        assert done.words == "Imported 1 activity from pasted text. u takes it back."
        app.open()
        await rest(pilot)
        app.screen.query_one("#import-list").focus()
        app.post_message(events.Paste(" /some/where.csv\n"))  # a path, wherever the focus is
        await rest(pilot)
        assert app.screen.query_one("#path", Input).value == "/some/where.csv"
        assert app.focused is app.screen.query_one("#path")
        app.post_message(events.Paste("x"))
        await rest(pilot)
        assert app.screen.query_one("#path", Input).value == "/some/where.csvx"


async def test_where_certificates_lie_is_handed_on(tmp_path: Path, logbook: Logbook) -> None:
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        for path in (tmp_path, tmp_path / "a.PDF"):
            await give(pilot, path)
            assert app.results.pop() == path
            app.open()
            await rest(pilot)


async def test_what_cannot_be_read_is_said_and_the_path_stays(tmp_path: Path, logbook: Logbook) -> None:
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await give(pilot, " ")
        assert complained(app) == NO_PATH
        await pilot.press("f4")
        assert complained(app) == NO_PATH
        good = a_file(tmp_path, "Date,Title,CEUs\n2026-03-04,A,1\n", "good.csv")
        book = tmp_path / "[b]book.xlsx"
        book.write_bytes(b"PK\x03\x04 and more")
        for path, words in (
            (tmp_path / "none.csv", "was not found"), (book, "Save it as CSV first"),
            (f"'{good}' '{good}'", ONE_FILE),
        ):  # fmt: skip
            await give(pilot, path)
            assert words in complained(app)
            assert app.screen.query_one("#path", Input).value == str(path)
            assert "Import 1" not in screen_text(app)
        await give(pilot, a_file(tmp_path, "\n", "empty.csv"))
        assert said(app) == "There is nothing in it."
        await give(pilot, good)
        assert (said(app), complained(app)) == ("1 new.", "")
        # a path that was changed is read first, not the one before imported
        app.screen.query_one("#path", Input).value = str(a_file(tmp_path, "Date,Title,CEUs\n2026-03-04,B,1\n", "b.csv"))
        await pilot.press("f3")
        await rest(pilot)
        assert (app.results, "Mar 04 2026     1  B" in screen_text(app)) == ([], True)
        await pilot.press("f3")
        await rest(pilot)
        assert isinstance(app.results[0], Imported)
        app.open()
        await rest(pilot)
        await give(pilot, tmp_path / "b.csv")
        assert said(app) == "1 known already."
        await pilot.press("f3")
        assert complained(app) == NOTHING_NEW
        (logbook.folder / "imports.toml").write_text("[[header]]\n", encoding="utf-8")
        await give(pilot, good)
        assert complained(app).startswith("imports.toml, line 1: columns must be")


@pytest.mark.parametrize("pasted", [False, True])
async def test_what_could_not_be_looked_at_is_looked_at_again_by_the_key_that_imports(
    tmp_path: Path, logbook: Logbook, pasted: bool
) -> None:
    text = "Date,Title,CEUs\n2026-03-04,A,1\n"
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        whole = damage(logbook)
        if pasted:
            app.screen.post_message(events.Paste(text))
            await rest(pilot)
        else:
            await give(pilot, a_file(tmp_path, text))
        assert "damaged" in complained(app)
        await pilot.press("f3")
        await rest(pilot)
        assert "damaged" in complained(app)
        (logbook.folder / "logbook.json").write_bytes(whole)
        await pilot.press("f3")
        await rest(pilot)
        assert (said(app), complained(app)) == ("1 new.", "")


async def test_a_log_that_was_changed_meanwhile_is_looked_at_again(
    tmp_path: Path, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = a_file(tmp_path, "Date,Title,CEUs\n2026-03-04,A,1\nsoon,B,1\n")
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        await give(pilot, path)
        logbook.change(Change("theirs", (Edit(None, an_activity("1", "2026-03-04", id="theirs", title="A")),)))
        await pilot.press("enter")
        await rest(pilot)
        assert complained(app).startswith("The log was changed meanwhile")
        assert said(app) == "1 changed, 1 rejected."
        assert app.results == []

        # what is no part of the import does not keep it from being one
        def refused(*_: object) -> Path:
            raise StorageError(path, "The disk is full.")

        monkeypatch.setattr(importing, "keep_rejects", refused)
        monkeypatch.setattr(importing, "remember", refused)
        a_file(tmp_path, "Date,Title,CEUs\n2026-03-05,C,1\nsoon,B,1\n")
        await give(pilot, path)
        await pilot.press("enter")
        await rest(pilot)
    (done,) = app.results
    assert done.words == (
        "Imported 1 activity from my ceus.csv. 1 rejected line is not in the log. The rejected lines could not be "
        "kept: The disk is full. What you said of this header is not kept for next time: The disk is full. u takes "
        "it back."
    )


async def test_a_long_table_says_how_far_it_is_and_a_late_answer_is_not_shown(
    tmp_path: Path, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = "".join(f"2026-01-{1 + number % 28:02},Number {number},1\n" for number in range(2500))
    path, short = a_file(tmp_path, f"Date,Title,CEUs\n{rows}"), a_file(tmp_path, "Date,Title,CEUs\n", "short.csv")
    begun, go_on = threading.Event(), threading.Event()
    real: Any = import_look.look_at

    def held_up(*args: Any) -> object:
        *given, report = args

        def slowly(done: int, whole: int) -> None:
            report(done, whole)
            if done >= 1000 and not begun.is_set():
                begun.set()
                go_on.wait(20)

        return real(*given, slowly)

    monkeypatch.setattr("ceulog.tui.screens.import_table.look_at", held_up)
    app = Host(lambda: ImportScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        app.screen.query_one("#path", Input).value = str(path)
        await pilot.press("enter")
        while not begun.is_set():
            await pilot.pause()
        await pilot.pause()
        assert said(app) == "Reading it ... 20 %"
        await pilot.press("f3")  # there is nothing to import yet
        assert app.results == []
        app.screen.query_one("#path", Input).value = str(short)
        app.screen.query_one("#path", Input).focus()
        await pilot.press("enter")
        go_on.set()
        await rest(pilot)
        assert said(app) == "0 new."
        await give(pilot, path)
        assert said(app) == "2500 new."
        app.screen.query_one(ImportList).focus()
        await pilot.press("end")
        await pilot.pause()
        assert "Number 2499" in screen_text(app)


async def test_an_empty_log_names_the_key_and_the_wizard_leads_to_it(tmp_path: Path) -> None:
    app = CeulogApp(a_logbook(tmp_path / "log", a_log(held=HELD)))
    async with app.run_test(size=(80, 24)) as pilot:
        await rest(pilot)
        assert "or i to import a spreadsheet." in " ".join(screen_text(app).split())
        app.doors.wizard()
        await rest(pilot)
        assert isinstance(app.screen, Wizard)
        app.screen._finish()
        await pilot.press("i")
        await rest(pilot)
        assert isinstance(app.screen, ImportScreen)
        await pilot.press("escape")
        await rest(pilot)
        assert isinstance(app.screen, Dashboard)
