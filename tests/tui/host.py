"""A tiny app that opens one modal screen over a logbook of its own."""

from collections.abc import Callable
from typing import Any

from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Static

from ceulog.logbook.logbook import Logbook
from ceulog.tui.appearance import Dressed
from tests.logbook.support import a_logbook

__all__ = ["Host", "a_logbook", "click_on", "damage", "screen_text"]


class Host(Dressed[None]):
    """Opens a screen when it starts, and keeps what it hands back."""

    def __init__(self, make: Callable[[], ModalScreen[Any]]) -> None:
        super().__init__()
        self._make = make
        self.results: list[Any] = []
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("the dashboard")

    def on_mount(self) -> None:
        self.open()

    def open(self) -> None:
        self.push_screen(self._make(), self.results.append)

    def notify(self, message: str, **more: Any) -> None:
        self.said.append(message)
        super().notify(message, **more)


def screen_text(app: App[Any]) -> str:
    """What stands on the screen, line by line."""
    height = app.size.height
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in strips[:height])


async def click_on(app: App[Any], pilot: Pilot[Any], words: str) -> None:
    """Click on these words, the last time that they stand on the screen."""
    lines = screen_text(app).splitlines()
    row = max(number for number, line in enumerate(lines) if words in line)
    await pilot.click(offset=(cell_len(lines[row][: lines[row].rindex(words)]) + 1, row))


def damage(logbook: Logbook) -> bytes:
    """Tear the file under an open screen; gives what was in it."""
    path = logbook.folder / "logbook.json"
    before = path.read_bytes()
    path.write_bytes(before[: len(before) // 2])
    return before
