"""An app whose first frames are held back while a picture of what they come to stands on the terminal already.

Textual draws a screen while it still lays it out: marks, hints and scroll bars come in a few steps. Over a finished
picture that would flicker, so the first frame of its own is the whole one, at a moment when nothing moves any more.
"""

from typing import TYPE_CHECKING, TypeVar

from rich.console import RenderableType
from textual import events
from textual.screen import Screen
from textual.timer import Timer

from ceulog.tui.appearance import Dressed

if TYPE_CHECKING:
    from ceulog.tui.early.terminal import EarlyScreen

Result = TypeVar("Result")

QUIET = 0.06
"""Seconds without a change after which the screen is taken for finished."""
LONGEST = 1.0
"""Seconds for which frames are held back at most, from the first one."""
INPUT = (events.Key, events.Paste, events.MouseDown, events.MouseScrollUp, events.MouseScrollDown)


class Held(Dressed[Result]):
    """What is typed or clicked is answered at once, finished or not."""

    early: "EarlyScreen | None" = None
    """The picture that stands there."""
    _quiet: Timer | None = None

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        if self.early is not None and tuple(self.size) != tuple(self.early.size):
            self.show_frames()  # the window's corner was dragged meanwhile
        if self.early is None:
            super()._display(screen, renderable)
        elif self._quiet is None:
            self._quiet = self.set_timer(QUIET, self.show_frames)
            self.set_timer(LONGEST, self.show_frames)
        else:
            self._quiet.reset()

    def show_frames(self) -> None:
        """From now on every frame is drawn, the first one in the place of the picture."""
        if self.early is not None:
            self.early = None
            self.refresh()

    async def on_event(self, event: events.Event) -> None:
        """Hold nothing back from whoever does something."""
        if isinstance(event, INPUT):
            self.show_frames()
        await super().on_event(event)
