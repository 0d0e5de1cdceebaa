"""Where the logbook and the settings live, and what the environment says about it."""

# ruff: noqa: PTH111 - pathlib is an import that the command line does not pay for

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

LOG_VARIABLE = "CEULOG_LOG"
TODAY_VARIABLE = "CEULOG_TODAY"
SETTINGS_VARIABLE = "CEULOG_SETTINGS"


def logbook_folder(given: str | None, environment: Mapping[str, str]) -> str:
    """The logbook's folder: as given, else as the environment says, else the platform's data folder."""
    if chosen := given or environment.get(LOG_VARIABLE):
        return os.path.expanduser(chosen)
    from platformdirs import user_data_dir  # noqa: PLC0415 - dear to import, and not always needed

    return user_data_dir("ceulog", appauthor=False)


def settings_file(environment: Mapping[str, str]) -> "Path":
    """The file of the settings: as the environment says, else in the platform's folder for such."""
    from pathlib import Path  # noqa: PLC0415 - for the screen and for `locate`

    if chosen := environment.get(SETTINGS_VARIABLE):
        return Path(chosen).expanduser()
    from platformdirs import user_config_path  # noqa: PLC0415 - dear to import, and not always needed

    return user_config_path("ceulog", appauthor=False) / "settings.toml"
