"""Saving a setting: whole or not at all, and nothing of the person's own is lost."""

import os
import stat
from pathlib import Path

import pytest

from ceulog.domain.refusals import Refusal
from ceulog.settings.reading import read_settings
from ceulog.settings.writing import fresh_text, save_key, save_setting

MINE = """\
# my own words
week_start = "monday"   # as at home
theme = 'dark'

[keys]   # mine
tick = "b"
add = "n"  # new
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.toml"


def written(file: Path, text: str) -> Path:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="")
    return file


def test_the_first_setting_makes_an_explained_private_file(file: Path) -> None:
    save_setting(file, "theme", "light")
    assert file.read_text(encoding="utf-8") == fresh_text().replace('theme = "auto"', 'theme = "light"')
    if os.name != "nt":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert [each.name for each in file.parent.iterdir()] == ["settings.toml"]


def test_comments_and_order_stay(file: Path) -> None:
    written(file, MINE)
    save_setting(file, "theme", "light")
    assert file.read_text(encoding="utf-8") == MINE.replace("'dark'", '"light"')
    save_setting(file, "motion", "reduced")
    save_key(file, "add", "")
    save_key(file, "edit", "f2")
    text = file.read_text(encoding="utf-8")
    assert text.startswith('# my own words\nweek_start = "monday"   # as at home\n')
    settings, faults = read_settings(file)
    assert not faults
    assert (settings.theme, settings.week_start, settings.motion) == ("light", "monday", "reduced")
    assert settings.keys == {"tick": "b", "edit": "f2"}


@pytest.mark.parametrize(
    "text", ['theme = "dark"', "", "\n", "# only words", '[keys]\nadd="n"', 'keys.add = "n"', 'keys = {add="n"}',
             "theme = 'dark'\r\n[keys]\r\nadd = 'n'\r\n", "keys = [1]", "[theme]\na = 1\n"],
)  # fmt: skip
def test_files_of_every_shape_take_settings_and_keys(file: Path, text: str) -> None:
    written(file, text)
    save_setting(file, "theme", "light")
    save_setting(file, "glyphs", "ascii")
    save_key(file, "tick", "b")
    settings, faults = read_settings(file)
    assert not faults
    assert (settings.theme, settings.glyphs, settings.keys["tick"]) == ("light", "ascii", "b")
    if "add" in text:
        assert settings.keys["add"] == "n"


@pytest.mark.parametrize("data", [b"theme = ", b"\xff\xfe", b"a = 1\na = 2\n", b"[a]\n[a]\n", b"#" * 70_000])
def test_a_file_that_cannot_be_read_is_left_alone(file: Path, data: bytes) -> None:
    written(file, "")
    file.write_bytes(data)
    with pytest.raises(Refusal, match="nothing was written into it"):
        save_setting(file, "theme", "light")
    assert file.read_bytes() == data


def test_only_settings_and_their_values_are_saved(file: Path) -> None:
    for name, value in (("theme", "pink"), ("color", "dark"), ("keys", "a")):
        with pytest.raises(Refusal, match="cannot be"):
            save_setting(file, name, value)
    assert not file.exists()


def test_a_disk_that_refuses_is_said_and_the_file_stays(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(file, MINE)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match=r"did not let ceulog write .*No space left"):
        save_setting(file, "theme", "light")
    assert file.read_text(encoding="utf-8") == MINE
    assert [each.name for each in file.parent.iterdir()] == ["settings.toml"]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_symbolic_link_stays_one(file: Path, tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text(MINE, encoding="utf-8")
    file.parent.mkdir()
    file.symlink_to(real)
    save_setting(file, "theme", "light")
    assert file.is_symlink()
    assert '"light"' in real.read_text(encoding="utf-8")
