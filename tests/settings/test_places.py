"""Where the settings lie, and that `locate` says so."""

import datetime as dt
from pathlib import Path

import pytest
from platformdirs import user_config_path

from ceulog.cli.main import main
from ceulog.settings import settings_file


def test_the_environment_decides_then_the_platform(tmp_path: Path) -> None:
    assert settings_file({"CEULOG_SETTINGS": str(tmp_path / "mine.toml")}) == tmp_path / "mine.toml"
    assert settings_file({}) == user_config_path("ceulog", appauthor=False) / "settings.toml"
    assert settings_file({"CEULOG_SETTINGS": ""}) == settings_file({})
    assert settings_file({"CEULOG_SETTINGS": "~/s.toml"}) == Path.home() / "s.toml"


def test_locate_says_where_the_settings_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "settings.toml"
    environment = {"CEULOG_LOG": str(tmp_path / "log"), "CEULOG_SETTINGS": str(file)}
    assert main(["locate"], environment, dt.date(2026, 11, 23)) == 0
    answer = capsys.readouterr()
    assert answer.out == f"{tmp_path / 'log'}\n"
    assert f"settings: {file}, not there yet: the settings screen makes it\n" in answer.err
    file.touch()
    assert main(["locate"], environment, dt.date(2026, 11, 23)) == 0
    assert f"settings: {file}\n" in capsys.readouterr().err
