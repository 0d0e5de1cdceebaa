"""Certificates that nothing refers to go once a day; whatever undo, the trash or a copy may bring back stays."""

import datetime as dt
import time
from pathlib import Path

import pytest

from ceulog.domain.changes import Change, added, edited, trashed
from ceulog.domain.state import LogState
from ceulog.logbook.logbook import Logbook
from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook

NEXT = dt.date(2026, 11, 24)


@pytest.fixture
def logbook(tmp_path: Path) -> Logbook:
    return a_logbook(tmp_path / "log", a_log())


def log_with_proof(logbook: Logbook, tmp_path: Path, name: str) -> str:
    """Log an entry with a certificate; gives the name of the copy."""
    (tmp_path / name).write_bytes(name.encode())

    def plan(_: LogState) -> Change:
        proof = logbook.attach(tmp_path / name)
        return added(an_activity(id=name, certificates=(proof,)))

    logbook.change(plan)
    return logbook.state.activities[name].certificates[0].file


def copies(logbook: Logbook) -> set[str]:
    return {each.name for each in (logbook.folder / "certificates").iterdir()}


def test_only_what_nothing_can_bring_back_goes(
    tmp_path: Path, logbook: Logbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    undone, binned, taken_off = (log_with_proof(logbook, tmp_path, name) for name in ("u", "b", "t"))
    state = logbook.state.activities
    logbook.change(trashed([state["b"]], logbook.today()))
    logbook.change(edited(state["t"], state["t"]._replace(certificates=())))
    logbook.change(edited(state["u"], state["u"]._replace(certificates=())))
    orphan = f"{'0' * 12}-orphan.pdf"
    (logbook.folder / "certificates" / orphan).write_bytes(b"attached, and then the disk was full")
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 40 * 86_400)
    logbook.change(added(an_activity(id="same day")))
    assert copies(logbook) == {undone, binned, taken_off, orphan}  # it was looked at today
    logbook.today = lambda: NEXT
    logbook.change(added(an_activity(id="next day")))
    assert copies(logbook) == {undone, binned, taken_off}
    for _ in range(3):
        logbook.undo()
    assert logbook.state.activities["u"].certificates[0].file == undone


def test_a_copy_that_came_just_now_is_left_to_whoever_brought_it(tmp_path: Path, logbook: Logbook) -> None:
    log_with_proof(logbook, tmp_path, "a")
    young = logbook.folder / "certificates" / f"{'0' * 12}-young.pdf"
    young.write_bytes(b"synced before its log")
    logbook.today = lambda: NEXT
    logbook.change(added(an_activity(id="next day")))
    assert young.exists()
