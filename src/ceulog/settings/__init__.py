"""Where files live, and how the person at the screen wants it to look and behave."""

from ceulog.settings.places import LOG_VARIABLE, SETTINGS_VARIABLE, TODAY_VARIABLE, logbook_folder, settings_file

__all__ = ["LOG_VARIABLE", "SETTINGS_VARIABLE", "TODAY_VARIABLE", "logbook_folder", "settings_file"]
