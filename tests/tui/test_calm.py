"""A fault under the screen ends it with a few words, and tells nothing of the log."""

import sys
from pathlib import Path

import pytest
from textual.css.query import NoMatches
from textual.worker import WorkerFailed

from ceulog.tui.app import CeulogApp
from ceulog.wording.unexpected import EXIT_CODE
from tests.builders import a_log
from tests.tui.host import a_logbook


@pytest.mark.parametrize("in_worker", [False, True])
async def test_no_value_of_the_log_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], in_worker: bool
) -> None:
    monkeypatch.setattr(sys, "__stderr__", sys.stderr)
    app = CeulogApp(a_logbook(tmp_path))

    async def fail() -> None:
        raise ValueError("Dana Sample")

    with pytest.raises((ValueError, WorkerFailed), match="Dana Sample"):  # noqa: PT012 - the app ends with its block
        async with app.run_test() as pilot:
            app.run_worker(fail()) if in_worker else app.call_later(fail)
            await pilot.pause()
            await pilot.pause()
    assert app.return_code == EXIT_CODE
    said = capsys.readouterr().err
    assert "Something went wrong in ceulog itself." in said
    assert "ValueError" in said
    assert "Dana" not in said


async def test_what_is_not_there_any_more_while_it_is_left_is_no_fault(tmp_path: Path) -> None:
    app = CeulogApp(a_logbook(tmp_path, a_log()))
    async with app.run_test() as pilot:
        await pilot.pause()
        app.exit(0)
        app._handle_exception(NoMatches("No nodes match"))
    assert app.return_code == 0
