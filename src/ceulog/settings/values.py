"""Every setting, defined once: the file's comments, the screen and GUIDE's table are made from it."""

from collections.abc import Mapping
from types import MappingProxyType

from ceulog.domain.named import NamedTuple

KEYS = "keys"
"""The table of the file that maps actions to keys."""


class Choice(NamedTuple):
    """One value that a setting can have."""

    value: str
    words: str
    """What it does, in a few words."""


class SettingRow(NamedTuple):
    """One setting."""

    name: str
    label: str
    """Its name on the screen."""
    choices: tuple[Choice, ...]
    """The first one is the default."""
    sentence: str

    @property
    def values(self) -> tuple[str, ...]:
        """What it can be."""
        return tuple(each.value for each in self.choices)

    @property
    def default(self) -> str:
        """What it is unless somebody says otherwise."""
        return self.choices[0].value


class Settings(NamedTuple):
    """How the screen looks and behaves."""

    theme: str = "auto"
    date_style: str = "text"
    week_start: str = "sunday"
    motion: str = "full"
    glyphs: str = "auto"
    keys: Mapping[str, str] = MappingProxyType({})
    """Action -> its key, or several with commas between."""

    def value_of(self, name: str) -> str:
        """The value of one of `SETTINGS`."""
        return str(getattr(self, name))

    def with_value(self, name: str, value: str) -> "Settings":
        """The same with another value for one of `SETTINGS`."""
        return Settings(**{**self._asdict(), name: value})


SETTINGS: tuple[SettingRow, ...] = (
    SettingRow(
        "theme",
        "Colors",
        (
            Choice("auto", "light if the terminal says it is light, else dark"),
            Choice("dark", "light on dark"),
            Choice("light", "dark on light"),
            Choice("contrast", "strong contrast, on black"),
            Choice("contrast-light", "strong contrast, on white"),
            Choice("terminal", "your terminal's own colors, on dark"),
            Choice("terminal-light", "your terminal's own colors, on light"),
        ),
        "The colors of the screen. NO_COLOR in the environment takes all of them away.",
    ),
    SettingRow(
        "date_style",
        "Dates",
        (Choice("text", "Nov 20 2026"), Choice("iso", "2026-11-20"), Choice("us", "11/20/2026")),
        "How dates are shown. Each of these forms is understood when you type one.",
    ),
    SettingRow(
        "week_start",
        "Week starts on",
        (Choice("sunday", "Sunday"), Choice("monday", "Monday")),
        "The first day of a week in the calendar.",
    ),
    SettingRow(
        "motion",
        "Motion",
        (Choice("full", "as usual"), Choice("reduced", "nothing slides, and the cursor does not blink")),
        "Whether things move on the screen.",
    ),
    SettingRow(
        "glyphs",
        "Bars and signs",
        (
            Choice("auto", "as your terminal can"),
            Choice("unicode", "blocks and lines"),
            Choice("ascii", "plain characters, such as # and ."),
        ),
        "What bars, boxes and marks are drawn with.",
    ),
)


def row_of(name: str) -> SettingRow | None:
    """The setting of that name, if there is one."""
    return next((each for each in SETTINGS if each.name == name), None)
