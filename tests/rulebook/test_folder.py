"""The holder's `rules` folder: what is taken for a file of rules, and what is refused."""

import os
from pathlib import Path

import pytest

from ceulog.rulebook.errors import BadRules
from ceulog.rulebook.folder import MOST_BYTES, MOST_FILES, own_files, read_bytes

ADVICE = "Correct the file or move it out of the folder; nothing else was changed."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rules = tmp_path / "rules"
    rules.mkdir()
    return rules


def refused(file: Path) -> str:
    with pytest.raises(BadRules) as caught:
        read_bytes(file)
    sentence = str(caught.value)
    assert sentence.startswith(f"The rules in {file} cannot be used: ")
    assert sentence.endswith(ADVICE)
    return sentence


def test_no_folder_holds_no_files(tmp_path: Path) -> None:
    assert own_files(tmp_path / "rules") == []


def test_files_come_by_name_and_others_are_left_alone(folder: Path) -> None:
    for name in ("b.toml", "a.TOML", "README.md", ".a.toml", "._b.toml", "b.toml~", "toml"):
        (folder / name).write_text("")
    assert [each.name for each in own_files(folder)] == ["a.TOML", "b.toml"]


def test_more_files_than_anybody_has_bodies(folder: Path) -> None:
    for number in range(MOST_FILES + 1):
        (folder / f"{number}.toml").touch()
    with pytest.raises(BadRules, match="it holds 51 files; 50 are the most"):
        own_files(folder)
    (folder / "0.toml").unlink()
    assert len(own_files(folder)) == MOST_FILES


def test_a_file_in_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "rules").touch()
    with pytest.raises(BadRules, match="the folder cannot be read"):
        own_files(tmp_path / "rules")


def test_bytes_come_as_they_are_up_to_the_limit(folder: Path) -> None:
    file = folder / "a.toml"
    file.write_bytes(b"\xff\x00\r\n" * (MOST_BYTES // 4))
    assert read_bytes(file) == file.read_bytes()
    with file.open("ab") as more:
        more.write(b"#")
    assert "larger than 256 KiB" in refused(file)


def test_a_folder_is_no_file(folder: Path) -> None:
    (folder / "a.toml").mkdir()
    assert "it is not a file" in refused(folder / "a.toml")


def test_a_file_that_is_gone(folder: Path) -> None:
    assert "it cannot be read (" in refused(folder / "a.toml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_named_pipe_is_no_file_and_holds_nobody_up(folder: Path) -> None:
    os.mkfifo(folder / "a.toml")
    assert "it is not a file" in refused(folder / "a.toml")


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_links_lead_to_files_or_nowhere(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(b"x = 1")
    (folder / "a.toml").symlink_to(tmp_path / "elsewhere")
    assert read_bytes(folder / "a.toml") == b"x = 1"
    (folder / "b.toml").symlink_to(tmp_path / "nowhere")
    assert "it cannot be read (" in refused(folder / "b.toml")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="everything can be read here")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    (folder / "a.toml").touch(mode=0)
    assert "it cannot be read (" in refused(folder / "a.toml")
