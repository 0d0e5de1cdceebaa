"""The calendar file, read back by icalendar: what is in it, and that a second import moves what the first brought."""

import datetime as dt
from pathlib import Path
from typing import Any

import icalendar
import pytest

from ceulog.domain.changes import added, of_records
from ceulog.domain.refusals import Refusal
from ceulog.logbook.calendar import write_calendar
from ceulog.logbook.logbook import Logbook
from tests.builders import TODAY, a_log, a_planned, an_activity, ids, shipped
from tests.logbook.support import a_logbook

HELD = (("CPC", "2019-05-14"), ("CCS", "2020-01-10"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    log = a_log(
        a_planned("1.5", "2026-12-08", id="plan", title="Café; meeting, part 1\\2", location="Raleigh, NC"),
        a_planned("1", "2026-11-20", id="past plan"),
        a_planned("1", "2026-12-09", id="gone", trashed="2026-11-20"),
        an_activity("1", id="done"),
        held=HELD,
    )
    logbook = a_logbook(tmp_path / "log", log)
    membership = logbook.state.membership("AHIMA")
    assert membership
    logbook.change(of_records("set dues", (membership, membership._replace(dues_date=dt.date(2026, 12, 31)))))
    return logbook.folder


def at(folder: Path, moment: dt.datetime) -> Logbook:
    return Logbook(folder, shipped(), today=moment.date, new_id=ids(), now=lambda: moment)


def read(folder: Path, target: Path, moment: dt.datetime = dt.datetime(2026, 11, 23, 9, 0)) -> dict[str, Any]:  # noqa: DTZ001
    path, number = write_calendar(at(folder, moment), target)
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    found = {str(each["uid"]): each for each in calendar.walk("VEVENT")}
    assert len(found) == number
    return found


def test_it_holds_due_dates_steps_dues_and_plans(folder: Path, tmp_path: Path) -> None:
    found = read(folder, tmp_path / "ceu.ics")
    due = found["due-AAPC-2025-04-01@ceulog"]
    assert due["dtstart"].dt == dt.date(2027, 3, 31)
    assert due["dtend"].dt == dt.date(2027, 4, 1)
    assert str(due["summary"]) == "AAPC: last day of the renewal period"
    assert "still missing: 35 CEUs for CPC" in str(due["description"])
    assert [each["trigger"].dt.days for each in due.walk("VALARM")] == [-90, -45, -15, -1]
    assert found["dues-AHIMA@ceulog"]["dtstart"].dt == dt.date(2026, 12, 31)
    plan = found["plan@ceulog"]
    assert plan["dtstart"].dt == dt.date(2026, 12, 8)
    assert str(plan["summary"]) == "Café; meeting, part 1\\2 (1.5 CEUs)"
    assert str(plan["location"]) == "Raleigh, NC"
    assert not {"past plan@ceulog", "gone@ceulog", "done@ceulog"} & set(found)
    steps = [each for key, each in found.items() if key.startswith("step-AAPC")]
    assert any(str(each["summary"]).startswith("AAPC: The CEU Tracker takes your submission") for each in steps)
    assert all(each["dtstart"].dt >= TODAY for each in steps)


def test_a_second_import_moves_what_the_first_brought(folder: Path, tmp_path: Path) -> None:
    before = read(folder, tmp_path / "ceu.ics")
    logbook = at(folder, dt.datetime(2026, 11, 24, 8, 0))  # noqa: DTZ001
    activity = logbook.state.activities["plan"]
    logbook.change(of_records("moved", (activity, activity._replace(date=dt.date(2026, 12, 15)))))
    after = read(folder, tmp_path / "ceu.ics", dt.datetime(2026, 11, 24, 8, 1))  # noqa: DTZ001
    assert set(after) == set(before)
    assert after["plan@ceulog"]["dtstart"].dt == dt.date(2026, 12, 15)
    assert after["plan@ceulog"]["sequence"] > before["plan@ceulog"]["sequence"]
    assert after["plan@ceulog"]["dtstamp"].dt > before["plan@ceulog"]["dtstamp"].dt


def test_nothing_held_gives_a_calendar_without_dates(tmp_path: Path) -> None:
    a_logbook(tmp_path / "log", a_log(held=()))
    assert read(tmp_path / "log", tmp_path / "ceu.ics") == {}


def test_it_is_never_written_into_the_logbook(folder: Path) -> None:
    logbook = at(folder, dt.datetime(2026, 11, 23))  # noqa: DTZ001
    logbook.change(added(an_activity("1", id="more")))
    with pytest.raises(Refusal, match="own folder"):
        write_calendar(logbook, folder / "logbook.json")
