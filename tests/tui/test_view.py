"""What the dashboard shows when the disk has answered."""

from pathlib import Path

from ceulog.domain.changes import of_records
from ceulog.tui.view import view_of
from tests.builders import a_log, an_activity
from tests.logbook.support import a_logbook


def test_what_was_counted_for_the_expected_log_holds_for_the_saved_one(tmp_path: Path) -> None:
    entry = an_activity("2")
    logbook = a_logbook(tmp_path, a_log(entry, an_activity("3", "2026-03-01")))
    shown = view_of(logbook, logbook.state)
    change = of_records("edited it", (entry, entry._replace(title="Another")))
    expected = view_of(logbook, shown.state.after(change.edits), shown, saving=True)
    logbook.change(change)
    saved = view_of(logbook, logbook.state, expected)
    assert saved.state is not expected.state
    assert saved.progress is expected.progress
    assert saved.shows_the_same_as(expected)
    # the next count goes on from this one, and not from where the log was when it was opened
    assert saved.state.counts.get(("AAPC", False)) == expected.state.counts.get(("AAPC", False))
