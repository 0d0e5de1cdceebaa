"""The throw-away copy of the sample that `--demo` opens."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from ceulog.domain.changes import of_records
from ceulog.domain.credentials import Holder
from ceulog.logbook import demo
from ceulog.logbook.demo import sample_folder, throw_away_copy
from ceulog.logbook.logbook import Logbook
from tests.builders import TODAY, ids, shipped


def test_the_sample_is_found() -> None:
    assert (sample_folder() / "logbook.json").is_file()
    assert any((sample_folder() / "certificates").iterdir())


def test_the_installed_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "site" / "ceulog"
    shutil.copytree(sample_folder(), installed / "sample_data" / "logbook")
    monkeypatch.setattr(demo, "_PACKAGE", installed)
    assert sample_folder() == installed / "sample_data" / "logbook"


def test_an_installation_without_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_PACKAGE", tmp_path / "site" / "ceulog")
    with pytest.raises(FileNotFoundError, match="missing from this installation"):
        sample_folder()


def test_a_copy_can_be_changed_and_goes() -> None:
    before = (sample_folder() / "logbook.json").read_bytes()
    with throw_away_copy() as folder:
        assert folder != sample_folder()
        logbook = Logbook(folder, shipped(), today=lambda: TODAY, new_id=ids())
        logbook.change(of_records("named", (logbook.state.holder, Holder("Somebody"))))
        assert logbook.state.holder.name == "Somebody"
    assert not folder.exists()
    assert not folder.parent.exists()
    assert (sample_folder() / "logbook.json").read_bytes() == before


def test_a_copy_goes_when_the_block_fails() -> None:
    with pytest.raises(KeyboardInterrupt), throw_away_copy() as folder:
        raise KeyboardInterrupt
    assert not folder.exists()


def test_two_copies_are_apart() -> None:
    with throw_away_copy() as one, throw_away_copy() as other:
        assert one != other


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX systems")
def test_a_read_only_installation_gives_a_private_copy_that_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = tmp_path / "ceulog"
    shutil.copytree(sample_folder(), installed / "sample_data" / "logbook")
    places = [installed, *installed.rglob("*")]
    for place in places:
        place.chmod(0o555 if place.is_dir() else 0o444)
    monkeypatch.setattr(demo, "_PACKAGE", installed)
    try:
        with throw_away_copy() as folder:
            assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
            for place in (folder, *folder.rglob("*")):
                assert place.stat().st_mode & stat.S_IWUSR
    finally:
        for place in places:
            place.chmod(0o755)
