"""An app in a terminal that may be closed, and in a system that may end the program or put it to sleep."""

import gc
import sys
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar

from rich.console import RenderableType
from textual import constants
from textual.binding import Binding, BindingType
from textual.driver import Driver

from ceulog.settings.values import Settings
from ceulog.tui.held import Held
from ceulog.tui.leaving import Leaving

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

GONE_EVERY = 0.5
"""Seconds between two looks whether the terminal is still there."""
MANY_MADE = 20_000
"""Objects that are made, and not gone again, before Python looks for garbage. It looks after 700 by itself, which is
many times while a long log is counted, where nothing is garbage."""
NO_SHELL = "Nothing here could wake the program again, so it stays awake. q leaves; everything is saved already."


class InTerminal(Held[int]):
    """What holds on to nothing but what it must, and gives the terminal back whatever happens."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+z", "sleep", "Sleep", show=False)]
    is_left = False
    """Whether there is soon no screen any more, on which something could be shown."""

    def __init__(
        self, settings: Settings | None = None, settings_file: "Path | None" = None, faults: "Sequence[str]" = ()
    ) -> None:
        super().__init__(settings, settings_file, faults)
        self._leaving = Leaving(self.leave, self._let_go_at_last)
        self._last, self._let_go_already = Lock(), False

    # --- what an app has to say to it ----------------------------------------------------------------------

    @property
    def is_saving(self) -> bool:
        """Whether the disk has yet to answer."""
        return False

    def before_leaving(self) -> None:
        """What is done at once when the system asks us to end."""

    def let_go(self) -> None:
        """What is done last, when there is no screen any more; once, on any thread."""

    def say(self, words: str) -> None:
        """Say something."""

    # --- leaving -------------------------------------------------------------------------------------------

    def get_driver_class(self) -> type[Driver]:
        """The terminal; Windows has its own, which knows neither signals nor sleep."""
        if sys.platform == "win32" or constants.DRIVER:
            return super().get_driver_class()
        from ceulog.tui.terminal import TerminalDriver  # noqa: PLC0415 - POSIX alone has what it imports

        return TerminalDriver

    def on_load(self) -> None:
        """Listen to who asks us to end, before the terminal is taken over."""
        self._leaving.listen()

    def on_mount(self) -> None:
        """Look now and then whether the terminal is still there."""
        if hasattr(self._driver, "is_gone"):
            self.set_interval(GONE_EVERY, self._look_at_terminal)
        self.app_resume_signal.subscribe(self, lambda _: self.refresh())  # Textual draws what changed, not what is gone

    def on_unmount(self) -> None:
        """Leave nothing half done."""
        self._let_go_once()
        self._leaving.stop()

    def exit(self, result: int | None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Begin to leave; the screens are taken down from now on."""
        self.is_left = True
        super().exit(result, return_code, message)

    def leave(self) -> None:
        """Leave at once, because the system says so, or there is nobody to say anything."""
        self.before_leaving()
        self.exit(0)

    def _look_at_terminal(self) -> None:
        driver: Any = self._driver
        if driver.is_gone:
            self.leave()

    def _let_go_once(self) -> None:
        with self._last:
            if not self._let_go_already:
                self._let_go_already = True
                self.let_go()

    def _let_go_at_last(self) -> None:
        self._let_go_once()
        if restore := getattr(self._driver, "restore_lines", None):
            restore()

    # --- sleeping ------------------------------------------------------------------------------------------

    def action_sleep(self) -> None:
        """Let the shell have the terminal until it wakes us; not in the midst of writing, which others wait for."""
        if not getattr(self._driver, "can_sleep", False):
            self.say(NO_SHELL)
        elif self.is_saving:
            self.set_timer(0.05, self.action_sleep)
        else:
            self.action_suspend_process()


def collect_again() -> None:
    """Have Python look for garbage once the first frame is there; what is loaded by then stays to the end anyway."""
    if not gc.isenabled():
        gc.freeze()
        gc.set_threshold(MANY_MADE)
        gc.enable()
