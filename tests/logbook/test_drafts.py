"""Drafts between runs of the program: who sees which, who takes them up, and what they are no part of."""

import datetime as dt
from pathlib import Path

import pytest

from ceulog.logbook.drafts import DraftNotKept, Drafts
from ceulog.logbook.opening import open_logbook
from ceulog.logbook.safety import copies, keep_copy
from tests.builders import TODAY, a_log, an_activity
from tests.exchange.support import export_bytes
from tests.tui.host import a_logbook

NOON = dt.datetime.combine(dt.date(2026, 11, 22), dt.time(12))
TEXTS = {"title": "Denials"}


def a_run(folder: Path, at: dt.datetime = NOON) -> Drafts:
    return Drafts(folder, lambda: at)


def test_a_draft_waits_for_the_next_run_and_no_sooner(tmp_path: Path) -> None:
    first = a_run(tmp_path)
    first.keep("one", TEXTS, about="an-entry")
    second = a_run(tmp_path)
    assert first.waiting() == second.waiting() == ()
    first.close()
    first.close()
    (found,) = second.waiting()
    assert (found.written, found.about, found.texts) == (NOON, "an-entry", TEXTS)


def test_of_two_runs_one_takes_it_up(tmp_path: Path) -> None:
    first = a_run(tmp_path)
    first.keep("one", TEXTS)
    first.close()
    second, third = a_run(tmp_path), a_run(tmp_path)
    (one,), (same,) = second.waiting(), third.waiting()
    mine = second.claim(one)
    assert mine
    assert third.claim(same) is None
    second.keep(mine, TEXTS)
    assert third.waiting() == ()
    second.drop(mine)
    second.close()
    assert a_run(tmp_path).waiting() == ()


def test_the_newest_comes_first(tmp_path: Path) -> None:
    for minute, name in enumerate(("one", "two", "three")):
        run = a_run(tmp_path, NOON + dt.timedelta(minutes=minute))
        run.keep(name, TEXTS)
        run.close()
    assert [each.id for each in a_run(tmp_path).waiting()] == ["three", "two", "one"]


def test_a_folder_that_went_is_not_made_anew(tmp_path: Path) -> None:
    folder = tmp_path / "log"
    folder.mkdir()
    run = a_run(folder)
    folder.rmdir()
    with pytest.raises(DraftNotKept, match="was here a moment ago"):
        run.keep("one", TEXTS)
    assert not folder.exists()
    fresh = a_run(tmp_path / "new" / "log")
    fresh.keep("one", TEXTS)
    (tmp_path / "new" / "log" / "drafts").rename(tmp_path / "away")
    fresh.keep("one", TEXTS)
    assert (tmp_path / "new" / "log" / "drafts" / "one.json").exists()


def test_the_clock_is_that_of_the_day_that_was_given(tmp_path: Path) -> None:
    logbook = open_logbook(tmp_path, TODAY)
    logbook.drafts.keep("one", TEXTS)
    logbook.drafts.close()
    (found,) = open_logbook(tmp_path, TODAY).drafts.waiting()
    assert abs(found.written.date() - TODAY) <= dt.timedelta(days=1)


def test_drafts_are_no_part_of_the_log(tmp_path: Path) -> None:
    logbook = a_logbook(tmp_path, a_log(an_activity("1")))
    before = export_bytes(logbook.state, logbook.rulebook, TODAY)
    logbook.drafts.keep("one", {"title": "Half typed"})
    keep_copy(tmp_path, TODAY)
    assert copies(tmp_path)
    for each in (tmp_path / "backups").iterdir():
        assert b"Half typed" not in each.read_bytes()
    assert export_bytes(logbook.state, logbook.rulebook, TODAY) == before
    assert not logbook.refresh()
