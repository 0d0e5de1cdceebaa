"""The fuzzing in its quick form: each target with a few cases, more with `--long`; or `python -m tests.reliability`."""

import os
import stat
from pathlib import Path
from random import Random

import pytest

from tests.effort import tries
from tests.reliability.__main__ import in_own_process
from tests.reliability.mutations import mutated, mutated_json

CASES = tries(10, 200)
posix = pytest.mark.skipif(os.name == "nt", reason="alarms and named pipes")


@posix
def test_no_input_gets_a_traceback_or_hangs() -> None:
    found = in_own_process("fuzz", str(CASES), "20261123")
    assert {name: each["wrong"] for name, each in found.items() if each["lost"]} == {}
    assert all(each["cases"] >= CASES for each in found.values())


@pytest.mark.parametrize("mutate", [mutated, mutated_json])
def test_the_same_seed_makes_the_same_cases(mutate: object) -> None:
    assert callable(mutate)
    seeds = [b'{"a": {"1": {"id": "x", "n": [1, 2]}}}']
    first, again = ([mutate(Random(seed), seeds) for seed in range(40)] for _ in range(2))
    assert first == again
    assert len(set(first)) > 20


@posix
@pytest.mark.parametrize("mask", [0, 0o027, 0o377])
def test_all_that_is_written_in_the_folder_is_its_owner_s_alone(tmp_path: Path, mask: int) -> None:
    from tests.reliability.written import write_everything

    (tmp_path / "log-sources").mkdir()
    before = os.umask(mask)
    try:
        folder = write_everything(tmp_path / "log")
    finally:
        os.umask(before)
    modes = {each.relative_to(folder): stat.S_IMODE(each.lstat().st_mode) for each in (folder, *folder.rglob("*"))}
    expected = {name: 0o700 if (folder / name).is_dir() else 0o600 for name in modes}
    assert modes == expected
    assert {"backups", "certificates", "drafts"} <= {each.name for each in folder.iterdir() if each.is_dir()}
    assert {"templates.toml", "imports.toml", "logbook.lock"} <= {each.name for each in folder.iterdir()}
