"""The check on the screen: groups, ways to what a finding is about and back, certificates off the thread."""

from pathlib import Path
from threading import Event, current_thread, main_thread
from typing import Any, get_args

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from ceulog.domain.changes import added, of_records
from ceulog.exchange.checking import Finding, Kind
from ceulog.logbook import checking
from ceulog.logbook.checking import Checked
from ceulog.logbook.logbook import Logbook
from ceulog.tui.app import CeulogApp
from ceulog.tui.forms.check_lines import MOST, check_lines, place_of
from ceulog.tui.screens import check
from ceulog.tui.screens.activity_form import ActivityForm
from ceulog.tui.screens.check import CheckScreen
from ceulog.tui.screens.credentials import CredentialsScreen
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.screens.merge import MergeScreen
from ceulog.tui.screens.organization_form import OrganizationForm
from ceulog.tui.screens.portal import PortalScreen
from ceulog.tui.screens.why import WhyScreen
from ceulog.wording.check_groups import GROUPS, OTHER, grouped
from tests.builders import a_cycle, a_log, an_activity, day
from tests.tui.host import Host, a_logbook, screen_text

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    entries = [an_activity("1", id=name, sponsor="AAPC", index_number=f"A12{name}") for name in ("one", "two")]
    logbook = a_logbook(tmp_path / "log", a_log(*entries, held=HELD))
    before = logbook.state.membership("AAPC")
    assert before
    logbook.change(of_records("set", (before, before._replace(dues_date=day("2026-12-20")))))
    return logbook


async def rest(app: Any, pilot: Pilot[Any]) -> None:
    await pilot.pause()
    while getattr(app, "is_saving", False):
        await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()


def said(app: Any) -> str:
    return " ".join(screen_text(app).split())


def test_every_kind_has_its_group_and_an_unknown_one_is_not_lost() -> None:
    named = [kind for kinds in GROUPS.values() for kind in kinds]
    assert sorted(named) == sorted(get_args(Kind))
    assert grouped([(["new-kind"], 1), (["dues"], 2), (["overdue"], 3)]) == {"Due": [2, 3], OTHER: [1]}
    # what several kinds were found of stands where it can wait least
    assert grouped([(["no-domain", "missing"], 1)]) == {"Missing": [1]}


def test_many_findings_of_a_group_are_cut_and_the_rest_is_counted() -> None:
    found = [Checked(Finding("missing", activity=an_activity(id=f"e{n}")), f"Sentence {n}.") for n in range(MOST + 5)]
    lines = check_lines(found, 60)
    assert lines[0].content.plain == f"Missing  {MOST + 5}"
    assert len([each for each in lines if each.checked]) == MOST
    assert lines[-1].content.plain == "  And 5 more; `ceulog check` lists them all."


def test_the_cursor_stays_with_its_finding_or_near_it() -> None:
    found = [Checked(Finding("missing", activity=an_activity(id=f"e{n}")), f"{n}.") for n in range(4)]
    lines = check_lines(found, 60)
    assert place_of(lines, found[2], 0) == 3
    without = check_lines([found[0], found[3]], 60)
    assert place_of(without, found[2], 2) == 2
    assert place_of(without, found[2], 9) == 2
    assert place_of([], found[2], 3) is None


async def test_an_entry_is_put_right_and_the_check_counts_anew(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("K")
        await rest(app, pilot)
        assert "4 findings" in said(app)
        assert "Due 2" in said(app)
        assert "Missing 2" in said(app)
        await pilot.press("down", "down", "enter")
        await rest(app, pilot)
        assert isinstance(app.screen, ActivityForm)
        app.screen.query_one("#index_number", Input).value = ""
        await pilot.pause()
        await pilot.press("ctrl+s")
        await rest(app, pilot)
        assert isinstance(app.screen, CheckScreen), screen_text(app)
        assert "its index number" in said(app)
        # leaving the form unsaved leads back too, to the same finding
        await pilot.press("down", "enter")
        await rest(app, pilot)
        assert isinstance(app.screen, ActivityForm)
        await pilot.press("escape")
        await rest(app, pilot)
        assert isinstance(app.screen, CheckScreen)
        assert app.screen.query_one(check.PickList).highlighted == 5
        await pilot.press("K")
        await pilot.pause()
        assert isinstance(app.screen, Dashboard)


async def test_the_cursor_is_in_sight_when_one_comes_back(tmp_path: Path) -> None:
    entries = [an_activity("1", f"2026-02-{1 + number % 28:02}", id=f"e{number}") for number in range(40)]
    app = CeulogApp(a_logbook(tmp_path, a_log(*entries, cycles={"AAPC": a_cycle("2024-12-01", "2026-11-30")})))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("K")
        await rest(app, pilot)
        await pilot.press("end")
        await rest(app, pilot)
        assert "» AAPC: 40 entries that count are not marked as entered" in said(app)
        await pilot.press("enter")
        await rest(app, pilot)
        assert isinstance(app.screen, PortalScreen)
        await pilot.press("escape")
        await rest(app, pilot)
        assert "» AAPC: 40 entries that count are not marked as entered" in said(app)


async def test_what_is_due_leads_to_where_it_is_dealt_with(logbook: Logbook) -> None:
    app = CeulogApp(logbook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("K")
        await rest(app, pilot)
        assert "due in 27 days; Enter, when they are paid." in said(app)
        await pilot.press("enter")
        await rest(app, pilot)
        assert isinstance(app.screen, OrganizationForm)
        app.screen.query_one("#dues_date", Input).value = "2027-12-20"
        app.screen.query_one("#save").focus()
        await pilot.press("enter")
        await rest(app, pilot)
        assert isinstance(app.screen, CheckScreen)
        assert "3 findings" in said(app)
        await pilot.press("enter")  # AHIMA's cycle ends soon
        await rest(app, pilot)
        assert isinstance(app.screen, WhyScreen)
        await pilot.press("escape")
        await rest(app, pilot)
        assert isinstance(app.screen, CheckScreen)


async def test_a_cycle_that_can_be_closed_leads_to_what_is_held(tmp_path: Path) -> None:
    log = a_log(
        an_activity("36", "2025-02-01", id="all"),
        held=[("CPC", "2019-05-14")], cycles={"AAPC": a_cycle("2024-10-01", "2026-09-30")},
    )  # fmt: skip
    app = CeulogApp(a_logbook(tmp_path, log))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("K")
        await rest(app, pilot)
        assert "is complete; Enter leads to where it is closed." in said(app)
        await pilot.press("enter")
        await rest(app, pilot)
        assert isinstance(app.screen, CredentialsScreen)


async def test_what_the_portal_does_not_know_leads_to_it(tmp_path: Path) -> None:
    near = {"AAPC": a_cycle("2024-12-01", "2026-11-30")}
    app = CeulogApp(a_logbook(tmp_path, a_log(an_activity("36", id="all"), cycles=near)))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("K")
        await rest(app, pilot)
        assert "At the portal 1" in said(app)
        assert "Enter says what to type." in said(app)
        await pilot.press("end", "enter")
        await rest(app, pilot)
        assert isinstance(app.screen, PortalScreen)
        await pilot.press("escape")
        await rest(app, pilot)
        assert isinstance(app.screen, CheckScreen)


async def test_a_copy_that_a_sync_tool_left_leads_to_the_merge(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log())
    (tmp_path / "logbook (Dana's conflicted copy).json").write_bytes((tmp_path / "logbook.json").read_bytes())
    app = CeulogApp(logbook)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("K")
        await rest(app, pilot)
        assert "Enter shows what comes from it." in said(app)
        await pilot.press("enter")
        await rest(app, pilot)
        assert isinstance(app.screen, MergeScreen)


async def test_nothing_found_is_said_calmly(tmp_path: Path) -> None:
    app = Host(lambda: CheckScreen(a_logbook(tmp_path, a_log())))
    async with app.run_test(size=(60, 20)) as pilot:
        await rest(app, pilot)
        assert "Nothing was found" in said(app)
        await pilot.press("enter", "escape")
        await pilot.pause()
    assert app.results == [None]


async def test_certificates_are_read_off_the_screens_thread(
    logbook: Logbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proofs = []
    for number in range(3):
        path = tmp_path / f"{number}.pdf"
        path.write_bytes(f"%PDF {number}".encode())
        proofs.append(logbook.attach(path))
    logbook.change(added(an_activity("1", id="proved", certificates=tuple(proofs))))
    copy = logbook.folder / "certificates" / proofs[2].file
    copy.write_bytes(b"another")
    go_on, reading, threads = Event(), Event(), []
    read = checking.proof_faults

    def slowly(logbook: Logbook, state: Any, report: Any) -> Any:
        threads.append(current_thread() is main_thread())
        report("certificates", 2, 3)
        reading.set()
        assert go_on.wait(20)
        return read(logbook, state, report)

    monkeypatch.setattr(check, "proof_faults", slowly)
    app = Host(lambda: CheckScreen(logbook))
    async with app.run_test(size=(80, 24)) as pilot:
        while not reading.is_set():
            await pilot.pause()
        await pilot.pause()
        assert "Looking at 2 of 3 certificates" in said(app)
        assert "was changed after" not in said(app)
        go_on.set()
        await rest(app, pilot)
        assert "was changed after" in said(app)
        assert threads == [False]
