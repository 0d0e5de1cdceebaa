"""The harnesses in their quick form; `--long` gives them more, and `python -m tests.reliability` all."""

import errno
import os
from pathlib import Path

import pytest

from tests.effort import tries
from tests.reliability.__main__ import forked
from tests.reliability.refusals import run

posix = pytest.mark.skipif(os.name == "nt", reason="forks")


@posix
def test_killed_writers_lose_nothing() -> None:
    kills = tries(30, 300)
    figures = forked("kills", kills, 20261123)
    assert figures["lost"] == 0, figures
    assert int(str(figures["kills"])) >= kills
    assert figures["acknowledged"] > kills


@posix
def test_writers_at_once_lose_nothing_and_outlive_one_that_dies_with_the_lock() -> None:
    figures = forked("together", 3, 12)
    assert figures["lost"] == 0, figures
    assert figures["entries"] == 1 + 3 * (3 + 3 + 3 * 5)


@pytest.mark.parametrize("deed", ["attach", "import", "undo", "go-back"])
def test_a_refusal_at_any_call_is_told_and_leaves_the_old_or_the_new(deed: str, tmp_path: Path) -> None:
    figures = run(1, tmp_path, deeds=(deed,), errors=(errno.ENOSPC,))
    assert figures["lost"] == 0, figures
    assert int(str(figures["faults"])) > 20
    assert int(str(figures["told"])) > 5


@posix
def test_a_storm_sticks_loses_and_leaves_nothing() -> None:
    figures = forked("screens", tries(1, 4), 20261123, tries(12, 60))
    assert (figures["stuck"], figures["lost"], figures["not_restored"], figures["wrong"]) == (0, 0, 0, []), figures
    assert figures["keys"] > 1
