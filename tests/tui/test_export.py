"""The export: every form writes the bytes of the command line; the file's name, replacing, stopping, proving."""

import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, Select

from ceulog.cli.main import main
from ceulog.domain.changes import added
from ceulog.exchange.profiles import PROFILES
from ceulog.exchange.steps import Report, silent, told
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.outline import outline
from ceulog.tui.app import CeulogApp
from ceulog.tui.forms.export_forms import FORMS, Asked, Written, form_of
from ceulog.tui.forms.export_target import ending_fault, following, target_of, usual_name
from ceulog.tui.forms.fields import TickBox
from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.screens import export
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.export import ExportScreen
from ceulog.tui.screens.written import WrittenScreen
from tests.builders import TODAY, a_log, an_activity
from tests.tui.host import Host, a_logbook, damage, screen_text

SIZES = ((80, 24), (60, 20))
HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    logbook = a_logbook(tmp_path / "log", a_log(held=HELD))
    proof = tmp_path / "scan.pdf"
    proof.write_bytes(b"%PDF")
    logbook.change(added(
        an_activity("1.5", id="proved", title="Denials", sponsor="AAPC", certificates=(logbook.attach(proof),)),
        an_activity("1", id="bare", at="AHIMA", title="=Privacy"),
    ))  # fmt: skip
    return logbook


async def rest(app: Any, pilot: Pilot[Any]) -> None:
    await pilot.pause()  # what was just clicked may have to be counted first
    await app.workers.wait_for_complete()
    await pilot.pause()


def said(app: Any) -> str:
    return " ".join(screen_text(app).split())


def without_moments(data: bytes) -> bytes:
    """A calendar without the moments at which it was made."""
    moments = (b"DTSTAMP", b"LAST-MODIFIED", b"SEQUENCE")
    return b"\r\n".join(line for line in data.split(b"\r\n") if not line.startswith(moments))


COMMANDS = {
    "csv": ("export", "--excel"), "aapc": ("export", "--profile", "aapc", "--excel"),
    "ahima": ("export", "--profile", "ahima", "--excel"), "share": ("export", "--profile", "share", "--excel"),
    "jsonl": ("export",), "xlsx": ("export",), "html": ("export",), "md": ("export",), "packet": ("packet",),
    "calendar": ("calendar",),
}  # fmt: skip


def test_every_profile_has_a_form_on_the_screen() -> None:
    assert set(PROFILES) - {"generic"} <= {each.name for each in FORMS}


@pytest.mark.parametrize("form", FORMS, ids=lambda each: each.name)
def test_every_form_writes_the_bytes_of_the_command_line(logbook: Logbook, tmp_path: Path, form: Any) -> None:
    name, *flags = COMMANDS[form.name]
    scope = ("--credential", "CPC", "--cycle", "all") if form.scoped else ()
    theirs, ours = tmp_path / f"theirs{form.ending}", tmp_path / f"ours{form.ending}"
    assert main(["--log", str(logbook.folder), name, str(theirs), *flags, *scope], {}, TODAY) == 0
    written = form.write(Asked(logbook, ours, "all", "CPC", form.marked))
    assert (written.path, written.is_whole) == (ours, True)
    assert without_moments(ours.read_bytes()) == without_moments(theirs.read_bytes())
    if form.says_shared:
        assert main(["--log", str(logbook.folder), name, str(theirs), "--profile", "share", *scope], {}, TODAY) == 0
        form.write(Asked(logbook, ours, "all", "CPC", shared=True))
        assert without_moments(ours.read_bytes()) == without_moments(theirs.read_bytes())


async def test_what_could_not_be_counted_is_counted_when_it_is_asked_for_again(logbook: Logbook) -> None:
    app = Host(lambda: ExportScreen(logbook))
    async with app.run_test(size=SIZES[0]) as pilot:
        await rest(app, pilot)
        whole = damage(logbook)
        app.screen.query_one("#scope", Select).value = "all"
        await pilot.pause()
        await rest(app, pilot)
        assert "damaged" in said(app)
        (logbook.folder / "logbook.json").write_bytes(whole)
        await pilot.press("down")
        await rest(app, pilot)
        assert "2 rows about 2 entries" in said(app)
        assert "damaged" not in said(app)


def test_what_would_be_written_is_what_is_written(logbook: Logbook, tmp_path: Path) -> None:
    found = outline(logbook)
    assert (found.rows, found.entries, found.certificates, found.lacking) == (2, 2, 1, 2)
    assert "2 entries, a summary with each rule and its source, 1 certificate" in form_of("packet").says(found)
    words = form_of("packet").write(Asked(logbook, tmp_path / "p.zip")).words
    assert words[:2] == (
        "5 files, every hash fits: each is as it was made.",
        "2 things missing, which missing.txt in the packet lists too:",
    )
    empty = outline(a_logbook(tmp_path / "empty"))
    for form in FORMS:
        assert "0 " not in form.says(empty), form.name


@pytest.mark.parametrize(
    ("typed", "form", "becomes"),
    [
        ("/f/ceulog-2026-11-23.csv", "packet", "/f/ceulog-packet-2026-11-23.zip"),
        ("/f/ceulog-packet-2026-11-23.zip", "csv", "/f/ceulog-2026-11-23.csv"),
        ("ceulog-shared-2026-11-23.csv", "calendar", "ceulog-2026-11-23.ics"),
        ("/f/ceulog-shared-2026-11-23.html", "md", "/f/ceulog-2026-11-23.md"),
        ("/f/mine.csv", "packet", "/f/mine.csv"),
        ("/f/", "packet", "/f/"),
    ],
)
def test_the_name_follows_the_form_unless_it_is_ones_own(typed: str, form: str, becomes: str) -> None:
    assert following(typed, form_of(form), TODAY) == becomes


@pytest.mark.parametrize(
    ("name", "form", "written", "fault"),
    [
        ("mine", "xlsx", "mine.xlsx", False), ("mine.csv", "xlsx", "mine.csv", True), ("a.txt", "csv", "a.txt", False),
        ("a.pdf", "csv", "a.pdf", True),
        ("a.html", "csv", "a.html", True), ("A.ZIP", "packet", "A.ZIP", False),
        ("", "md", "ceulog-2026-11-23.md", False),
    ],
)  # fmt: skip
def test_a_name_of_ones_own_must_fit_the_form(tmp_path: Path, name: str, form: str, written: str, fault: bool) -> None:
    target = target_of(f"{tmp_path}/{name}", form_of(form), TODAY)
    assert target == tmp_path / written
    assert bool(ending_fault(target, form_of(form))) is fault


def test_no_two_forms_share_a_usual_name_and_every_label_is_plain() -> None:
    assert len({usual_name(each, TODAY) for each in FORMS}) == len(FORMS)
    assert all(each.label.isascii() for each in FORMS)


@pytest.mark.parametrize("size", SIZES)
async def test_choosing_a_form_by_keys(logbook: Logbook, tmp_path: Path, size: tuple[int, int]) -> None:
    app = Host(lambda: ExportScreen(logbook))
    async with app.run_test(size=size) as pilot:
        await rest(app, pilot)
        line = app.screen.query_one("#path", Input)
        line.value = f"{tmp_path}/{line.value.rpartition('/')[2]}"
        assert "2 rows about 2 entries" in said(app)
        await pilot.press("end")
        await pilot.pause()
        assert line.value == f"{tmp_path}/ceulog-2026-11-23.ics"
        assert not app.screen.query_one("#field-scope").display
        await pilot.press("up")
        await pilot.pause()
        assert "2 entries lack something: the packet lists what, and K shows it." in said(app)
        await pilot.press("enter", "enter")
        await rest(app, pilot)
    (written,) = app.results
    assert written.path == tmp_path / "ceulog-packet-2026-11-23.zip"
    assert written.words[0].startswith("5 files, every hash fits")


async def test_a_workbook_that_cannot_be_made_says_so_before_anything_is_typed(
    logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    app = Host(lambda: ExportScreen(logbook, form="xlsx"))
    async with app.run_test(size=SIZES[1]) as pilot:
        await rest(app, pilot)
        assert "pip install 'ceulog[xlsx]'. The CSV for a spreadsheet opens in Excel too." in said(app)
        await pilot.press("f3")
        await rest(app, pilot)
        assert not app.results
        await pilot.press("home")
        await pilot.pause()
        assert "openpyxl" not in said(app)


async def test_a_long_path_is_shown_whole_and_goes_by_mouse_alone(logbook: Logbook, tmp_path: Path) -> None:
    folder = tmp_path / ("long-name-" * 12) / "deeper"
    folder.mkdir(parents=True)
    app = Host(lambda: ExportScreen(logbook))
    async with app.run_test(size=(60, 30)) as pilot:
        await rest(app, pilot)
        app.screen.query_one("#path", Input).value = str(folder)
        await pilot.pause()
        assert f"{folder}/ceulog-2026-11-23.csv" in "".join(screen_text(app).split())
        await pilot.click("#scope")
        await pilot.pause()
        await pilot.click("SelectOverlay", offset=(5, 2))
        await pilot.pause()
        assert app.screen.query_one("#scope", Select).value != "current"
        await pilot.click("#excel")
        await pilot.click("#write")
        await rest(app, pilot)
    (written,) = app.results
    assert written.path == folder / "ceulog-2026-11-23.csv"
    assert written.path.read_bytes().startswith(b"\xef\xbb\xbf")


async def test_the_mark_for_excel_is_of_tables_alone(logbook: Logbook, tmp_path: Path) -> None:
    app = Host(lambda: ExportScreen(logbook))
    async with app.run_test(size=SIZES[0]) as pilot:
        await rest(app, pilot)
        app.screen.query_one("#excel", TickBox).value = True
        app.screen.query_one("#forms", PickList).highlighted = [each.name for each in FORMS].index("md")
        await pilot.pause()
        app.screen.query_one("#path", Input).value = str(tmp_path / "log.md")
        await pilot.press("f3")
        await rest(app, pilot)
    assert not (tmp_path / "log.md").read_bytes().startswith(b"\xef\xbb\xbf")


async def test_a_page_to_share_says_so_in_its_name_and_has_no_numbers(logbook: Logbook, tmp_path: Path) -> None:
    app = Host(lambda: ExportScreen(logbook, form="html"))
    async with app.run_test(size=SIZES[1]) as pilot:
        await rest(app, pilot)
        app.screen.query_one("#path", Input).value = f"{tmp_path}/ceulog-2026-11-23.html"
        assert not app.screen.query_one("#excel").display
        await pilot.click("#shared")
        await rest(app, pilot)
        assert "in all, without your name, your ids and your index numbers." in said(app)
        await pilot.press("f3")
        await rest(app, pilot)
    (written,) = app.results
    assert written.path == tmp_path / "ceulog-shared-2026-11-23.html"
    assert b"Index number" not in written.path.read_bytes()


FAULTS: dict[str, tuple[Callable[[Path], str], str]] = {
    "no name": (lambda _: "x" * 5000, "That cannot be the name of a file."),
    "nothing": (lambda _: " ", "Say where to write it: a file, or the folder for it."),
    "the log's own": (lambda folder: f"{folder}/log/out.csv", "logbook's own folder"),
    "another form's": (lambda folder: f"{folder}/out.zip", "a file that ends in .csv; out.zip ends in .zip."),
}


async def test_why_it_cannot_be_written_is_said(logbook: Logbook, tmp_path: Path) -> None:
    app = Host(lambda: ExportScreen(logbook))
    async with app.run_test(size=SIZES[1]) as pilot:
        await rest(app, pilot)
        app.screen.query_one("#path").focus()
        for typed, says in FAULTS.values():
            app.screen.query_one("#path", Input).value = typed(tmp_path)
            await pilot.pause()
            await pilot.press("enter")
            await rest(app, pilot)
            assert says in said(app)
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
    assert not (tmp_path / "log" / "out.csv").exists()


async def test_it_asks_before_it_replaces(logbook: Logbook, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("mine", encoding="utf-8")
    app = Host(lambda: ExportScreen(logbook))
    async with app.run_test(size=SIZES[0]) as pilot:
        await rest(app, pilot)
        app.screen.query_one("#path", Input).value = str(target)
        await pilot.pause()
        await pilot.press("f3")
        await pilot.pause()
        assert "out.csv is there already" in said(app)
        assert target.read_text(encoding="utf-8") == "mine"
        await pilot.click("#write")
        await rest(app, pilot)
    assert [each.path for each in app.results] == [target]


async def test_long_work_says_how_far_it_is_and_can_be_stopped(
    logbook: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, told_once, threads = Event(), Event(), []

    def slowly(asked: Asked) -> Written:
        threads.append(current_thread() is main_thread())
        asked.report("certificates", 12, 40)
        told_once.set()
        assert go_on.wait(20)
        asked.report("certificates", 13, 40)
        raise AssertionError("it was not stopped")

    app = Host(lambda: ExportScreen(logbook, form="packet"))
    async with app.run_test(size=SIZES[0]) as pilot:
        await rest(app, pilot)
        assert isinstance(app.screen, ExportScreen)
        monkeypatch.setattr(app.screen, "_form", form_of("packet")._replace(write=slowly))
        app.screen.query_one("#path", Input).value = str(tmp_path / "p.zip")
        await pilot.press("f3")
        while not told_once.is_set():
            await pilot.pause()
        await pilot.pause()
        assert "Putting the certificates in: 12 of 40. Esc stops it." in said(app)
        await pilot.press("escape")
        go_on.set()
        await rest(app, pilot)
        assert "Stopped. Nothing was written." in said(app)
        assert threads == [False]
        await pilot.press("escape")
        await pilot.pause()
    assert app.results == [None]
    assert not (tmp_path / "p.zip").exists()


@pytest.mark.parametrize("form", ["csv", "xlsx", "html", "packet"])
def test_what_stops_it_leaves_nothing(logbook: Logbook, tmp_path: Path, form: str) -> None:
    seen = []

    class Enough(Exception):  # noqa: N818
        pass

    def report(step: str, done: int, whole: int) -> None:
        seen.append((step, done, whole))
        raise Enough

    def every_one(items: Any, whole: int, step: Any, report: Report = silent, *, every: int = 1) -> Any:
        return told(items, whole, step, report, every=1)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ceulog.exchange.csv_out.told", every_one)
        with pytest.raises(Enough):
            form_of(form).write(Asked(logbook, tmp_path / f"x{form_of(form).ending}", report=report))
    assert seen == [("rows", 1, 2)]
    assert not list(tmp_path.glob("x*"))


async def test_a_packet_is_written_said_and_proved_again(
    logbook: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export, "_default_folder", lambda: tmp_path)
    app = CeulogApp(logbook)
    target = tmp_path / "ceulog-packet-2026-11-23.zip"
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("X")
        await rest(app, pilot)
        await pilot.press("f3")
        await rest(app, pilot)
        assert isinstance(app.screen, WrittenScreen)
        assert "5 files, every hash fits" in said(app)
        await pilot.press("c")
        await pilot.pause()
        assert app.clipboard == str(target)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)
        assert "Written to" in said(app)
        # one byte of it is another
        data = target.read_bytes()
        target.write_bytes(data.replace(b"%PDF", b"%PDG"))
        await pilot.press("x")
        await rest(app, pilot)
        await pilot.press("f2")
        await pilot.pause()
        await pilot.press("c", "enter")
        await rest(app, pilot)
        assert "Not as it was made" in said(app)
        assert "- certificates/002_2026-01-10_AAPC_Denials_1.5CEU.pdf is damaged." in said(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ExportScreen)
        await pilot.press("X")  # closes it as x does, where nothing is typed
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)


async def test_buttons_do_what_the_keys_do(logbook: Logbook) -> None:
    app = Host(lambda: ExportScreen(logbook))
    async with app.run_test(size=SIZES[0]) as pilot:
        await rest(app, pilot)
        labels = [str(each.label) for each in app.screen.query(Button)]
        assert labels == ["Write it F3", "Prove a packet F2", "Back Esc"]
        await pilot.click("#prove")
        await pilot.pause()
        assert "Prove which packet?" in said(app)
        await pilot.press("escape")
        await pilot.pause()
        await pilot.click("#back")
        await pilot.pause()
    assert app.results == [None]
