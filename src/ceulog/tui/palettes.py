"""The colors of every part of the screen, decided here and nowhere else.

Each palette gives the same roles a color: one accent for what can be acted on, a color of their own for bars, amber for
what is behind, red for what is overdue, green for what is complete. Style sheets and styles name the roles
(`$bar-earned`, `$muted`); no other file names a color.
"""

from ceulog.domain.named import NamedTuple


class Palette(NamedTuple):
    """A color for each role, as CSS writes it."""

    background: str
    surface: str
    """Panels over the dashboard."""
    foreground: str
    muted: str
    """Labels and hints: less important, as easy to read."""
    accent: str
    """Keys, headings, the cursor's mark, what has the focus."""
    field: str
    """Behind what can be typed into, and behind the line of the keys."""
    focus: str
    """Behind the field or the part that has the focus."""
    cursor: str
    """Behind the selected row."""
    cursor_blurred: str
    """The same, while the focus is elsewhere."""
    rule: str
    """Lines that part things."""
    bar_earned: str
    bar_planned: str
    bar_preview: str
    """What the form being typed would add."""
    bar_missing: str
    behind: str
    overdue: str
    complete: str
    cursor_style: str = "none"
    """How the text of the selected row is set, where color cannot show it."""
    cursor_blurred_style: str = "none"
    panel_edge: str = "none"
    """What parts a panel from the dashboard behind it, where the background does not."""


DARK = Palette(
    background="#14171c",
    surface="#1c2027",
    foreground="#e1e5ec",
    muted="#9ba5b4",
    accent="#9db4ff",
    field="#262b34",
    focus="#2f3850",
    cursor="#2f3850",
    cursor_blurred="#252a33",
    rule="#4b5463",
    bar_earned="#4fb6bf",
    bar_planned="#93d4d9",
    bar_preview="#eb9edb",
    bar_missing="#6d7787",
    behind="#e9b95c",
    overdue="#ff8f86",
    complete="#84d08f",
)
LIGHT = Palette(
    background="#fbfbf9",
    surface="#f1f2f0",
    foreground="#1e232b",
    muted="#535b67",
    accent="#3546b4",
    field="#e6e8e8",
    focus="#dbe1f6",
    cursor="#dbe1f6",
    cursor_blurred="#e8eae9",
    rule="#a8aeb6",
    bar_earned="#0e6d78",
    bar_planned="#3b8a93",
    bar_preview="#a32c8a",
    bar_missing="#7b838e",
    behind="#80500a",
    overdue="#ad1f18",
    complete="#1b6332",
)
CONTRAST = Palette(
    background="#000000",
    surface="#0a0a0a",
    foreground="#ffffff",
    muted="#d6d6d6",
    accent="#b5ccff",
    field="#1c1c1c",
    focus="#16306e",
    cursor="#16306e",
    cursor_blurred="#262626",
    rule="#c0c0c0",
    bar_earned="#4fe3ee",
    bar_planned="#b8f4f8",
    bar_preview="#ffa8f0",
    bar_missing="#9a9a9a",
    behind="#ffd56b",
    overdue="#ffb0aa",
    complete="#8cf5a0",
    cursor_style="bold",
    panel_edge="ascii #c0c0c0",
)
CONTRAST_LIGHT = Palette(
    background="#ffffff",
    surface="#ffffff",
    foreground="#000000",
    muted="#303030",
    accent="#00107a",
    field="#ededed",
    focus="#d4e0ff",
    cursor="#d4e0ff",
    cursor_blurred="#e6e6e6",
    rule="#303030",
    bar_earned="#004a54",
    bar_planned="#00646f",
    bar_preview="#7a0064",
    bar_missing="#5e5e5e",
    behind="#5c3600",
    overdue="#870700",
    complete="#00421a",
    cursor_style="bold",
    panel_edge="ascii #303030",
)
# the terminal's own sixteen colors, whatever they are there: a color can be neither mixed nor paled, so that a
# selected row is underlined, and nothing has a background of its own
TERMINAL = Palette(
    background="ansi_default",
    surface="ansi_default",
    foreground="ansi_default",
    muted="ansi_default",
    accent="ansi_bright_blue",
    field="ansi_default",
    focus="ansi_default",
    cursor="ansi_default",
    cursor_blurred="ansi_default",
    rule="ansi_default",
    bar_earned="ansi_cyan",
    bar_planned="ansi_bright_cyan",
    bar_preview="ansi_bright_magenta",
    bar_missing="ansi_default",
    behind="ansi_yellow",
    overdue="ansi_bright_red",
    complete="ansi_green",
    cursor_style="underline",
    cursor_blurred_style="bold",
    panel_edge="ascii ansi_default",
)
TERMINAL_LIGHT = TERMINAL._replace(
    accent="ansi_blue",
    bar_planned="ansi_cyan",
    bar_preview="ansi_magenta",
    behind="ansi_magenta",
    overdue="ansi_red",
)
"""Yellow cannot be read on white."""

PALETTES = {
    "dark": DARK,
    "light": LIGHT,
    "contrast": CONTRAST,
    "contrast-light": CONTRAST_LIGHT,
    "terminal": TERMINAL,
    "terminal-light": TERMINAL_LIGHT,
}
"""Value of the setting `theme` -> its colors; `auto` is one of these."""

PREFIX = "ceulog-"


def theme_name(choice: str, colorfgbg: str = "") -> str:
    """The name of the theme for a value of the setting.

    Args:
        choice: one of `PALETTES`, or `auto`.
        colorfgbg: what some terminals say of their colors, such as "15;0": text, then background.
    """
    if choice == "auto":
        choice = "light" if colorfgbg.rpartition(";")[2] in ("7", "15") else "dark"
    return f"{PREFIX}{choice}"


def palette_of(choice: str, colorfgbg: str = "") -> Palette:
    """The colors for a value of the setting, with the same arguments."""
    return PALETTES[theme_name(choice, colorfgbg).removeprefix(PREFIX)]
