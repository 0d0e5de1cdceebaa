"""A screen that has the classes of its size before its widgets are styled."""

from typing import TypeVar

from textual.screen import Screen

Result = TypeVar("Result")

Steps = list[tuple[int, str]]
"""Cells or lines from which a class holds, smallest first."""


def class_at(length: int, steps: Steps) -> str:
    """The class of the last step that a length reaches; empty below the first."""
    return next((name for least, name in reversed(steps) if length >= least), "")


class Sized(Screen[Result]):
    """Sets the classes of its breakpoints when it opens; Textual sets them at each later change of size.

    Textual alone would set them after everything has been styled without them, and style everything again.
    """

    def on_compose(self) -> None:
        """Comes before the widgets are made."""
        width, height = self.app.size
        names = class_at(width, self.HORIZONTAL_BREAKPOINTS or []), class_at(height, self.VERTICAL_BREAKPOINTS or [])
        self.update_classes({name: True for name in names if name}, update=False)
        self.app.stylesheet.apply(self)
