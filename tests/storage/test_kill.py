"""A program that is killed at any moment loses nothing that it had said was saved.

Half of the kills run with a disk whose fsync takes 3 ms.
"""

import os
import random
import time
from pathlib import Path
from typing import Any

import pytest

from ceulog.storage.database import LogbookDatabase
from tests.effort import tries

from .children import child, said
from .support import QUIET, names

KILLS = tries(30, 200)
SECONDS = 0.08
"""Within which the kill falls after the first write: some dozens of writes."""


def replay(lines: list[str], found: dict[str, int]) -> dict[str, int]:
    """What must be there after what was said; each line is `put ID TURN` or `drop ID TURN`."""
    expected = dict(found)
    for line in lines:
        word, key, turn = line.split()
        if word == "put":
            expected[key] = int(turn)
        else:
            expected.pop(key, None)
    return expected


def state(database: LogbookDatabase) -> dict[str, int]:
    return {each["id"]: each["turn"] for each in database.table("activities")}


def killed_run(path: Path, seed: int, seconds: float, fsync_ms: float) -> list[str]:
    with child("write", path, seed, fsync_ms=fsync_ms) as writer:
        assert said(writer) == "ready"
        time.sleep(seconds)
        writer.kill()
        assert writer.stdout is not None
        whole = writer.stdout.read().rpartition("\n")[0]
    return whole.splitlines()


@pytest.mark.parametrize("fsync_ms", [0, 3])
def test_nothing_that_was_acknowledged_is_lost(path: Path, fsync_ms: float) -> None:
    chance = random.Random(20261123)
    before: dict[str, int] = {}
    acknowledged = 0
    for turn in range(5 * KILLS):
        if turn >= KILLS // 2 <= acknowledged:  # on a busy machine many are killed before they have said anything
            break
        seed = int(fsync_ms * 1_000_000) + turn
        lines = killed_run(path, seed, chance.random() * SECONDS, fsync_ms)
        acknowledged += len(lines)
        database = LogbookDatabase(path)
        after, expected = state(database), replay(lines, before)
        newest: Any = database.table("changes").get_by_id("newest")
        last = int(lines[-1].split()[2]) if lines else -1
        if after != expected:  # then one more change, the one that was on its way, is there as a whole
            assert newest["turn"] == last + 1
            assert len(set(after.items()) ^ set(expected.items())) <= 2
        elif lines:
            assert newest["turn"] == last
        assert not database.storage.edited_elsewhere
        database.table("changes").insert({"after": "the kill"})
        assert names(path.parent) == QUIET
        before = state(LogbookDatabase(path))
        assert before == after
    assert acknowledged >= KILLS // 2


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_death_before_any_step_leaves_the_old_or_the_new(database: LogbookDatabase, path: Path) -> None:
    old, states = path.read_bytes(), []
    for step in range(1, 100):
        path.write_bytes(old)
        with child("die", path, step) as victim:
            survived = said(victim) == "survived"
        fresh = LogbookDatabase(path)
        states.append({each["id"]: each["title"] for each in fresh.table("activities")})
        assert not fresh.storage.edited_elsewhere
        fresh.table("changes").insert({"after": "the death"})
        assert names(path.parent) == QUIET
        if survived:
            break
    before, after = {"a": "Anatomy", "b": "Billing"}, {"a": "changed"}
    turning = states.index(after)
    assert 15 < turning < len(states) < 60
    assert states == [before] * turning + [after] * (len(states) - turning)
