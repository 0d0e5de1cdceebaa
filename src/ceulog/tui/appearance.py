"""An app that looks and moves as the person's settings say, from its first frame on."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from textual import constants
from textual.app import App
from textual.events import DescendantFocus
from textual.filter import LineFilter

from ceulog.settings.values import Settings
from ceulog.tui.calm import Calm
from ceulog.tui.commands import COMMANDS, Command
from ceulog.tui.field_dates import write_dates
from ceulog.tui.glyphs import ASCII, draw_with, terminal_glyphs
from ceulog.tui.palettes import theme_name
from ceulog.tui.themes import themes, variables_for

Result = TypeVar("Result")


class Dressed(Calm[Result]):
    """An app with our themes, in which settings can be changed while it runs.

    Args:
        settings: how it is to look and behave.
        settings_file: where they are kept; None for nowhere.
        faults: a sentence for each thing in that file that cannot be used.
    """

    def __init__(
        self, settings: Settings | None = None, settings_file: Path | None = None, faults: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._plain: LineFilter | None = None
        self.settings_file = settings_file
        self.commands: tuple[Command, ...] = COMMANDS
        """All of them, with the keys that they have now."""
        self.faults = tuple(faults)
        self.folder_used: Path | None = None
        """Where files were picked last."""
        for theme in themes():
            self.register_theme(theme)
        self.settings = settings or Settings()
        self._begin_with(self._dress())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our roles, for themes that are not ours."""
        return variables_for(self.current_theme)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line goes through before it is drawn: where there is only ASCII, all of it becomes so."""
        filters = super().get_line_filters()
        if terminal_glyphs() is not ASCII:
            return filters
        if self._plain is None:
            from ceulog.tui.plain_text import PlainText  # noqa: PLC0415 - for few terminals

            self._plain = PlainText()
        return [*filters, self._plain]

    def apply_settings(self, settings: Settings) -> None:
        """Look and move as these settings say."""
        self.settings = settings
        self.theme = self._dress()
        self.refresh(layout=True)

    def _begin_with(self, name: str) -> None:
        """Take a theme before there is a first frame: nothing has to be styled again, unless it is of another kind."""
        usual, theme = self.current_theme, self.get_theme(name)
        if theme and (theme.dark, theme.ansi) == (usual.dark, usual.ansi):
            self.set_reactive(App.theme, name)
            self.set_class(True, f"-theme-{name}", update=False)
            self.stylesheet.set_variables(self.get_css_variables())
        else:
            self.theme = name

    def _dress(self) -> str:
        """Draw, write and move as the settings say; gives the theme."""
        settings = self.settings
        draw_with(settings.glyphs)
        write_dates(settings.date_style)
        # the environment's wish for less motion stands whatever the file says
        self.animation_level = "none" if settings.motion == "reduced" else constants.TEXTUAL_ANIMATIONS
        return theme_name(settings.theme, os.environ.get("COLORFGBG", ""))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Let the cursor of a text field blink, or not."""
        line: Any = event.widget  # by what it has: the class of long texts is dear to import
        if hasattr(line, "cursor_blink"):
            line.cursor_blink = self.animation_level != "none"
