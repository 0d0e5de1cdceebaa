"""Leaving when the system says so: in good order, and in any case."""

import asyncio
import os
import signal
import time
from _thread import start_new_thread
from collections.abc import Callable
from typing import Any

SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
GRACE = 3.0
"""Seconds for leaving in good order; a terminal that takes nothing any more holds up whoever writes to it."""

GIVE_BACK = 1.0
"""Seconds that the screen's thread still has to give the terminal back, if it only waited for the disk."""


class Leaving:
    """Listens to the signals that ask a program to end.

    Args:
        leave: leaves in good order, on the screen's thread.
        let_go: makes safe what is not, without the screen; called on another thread when that takes too long.
    """

    def __init__(self, leave: Callable[[], object], let_go: Callable[[], object]) -> None:
        self._leave = leave
        self._let_go = let_go
        self._before: dict[int, Any] = {}
        self._told = False

    def listen(self) -> None:
        """From now on; to be called in the loop."""
        loop = asyncio.get_running_loop()

        def told(_number: int, _frame: object) -> None:
            if not self._told:
                self._told = True
                start_new_thread(self._in_any_case, ())  # takes no lock, as nothing may in a handler
                loop.call_soon_threadsafe(self._leave)

        for name in SIGNALS:
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                self._before[number] = signal.signal(number, told)
            except ValueError:  # not the main thread
                return

    def stop(self) -> None:
        """Let the signals do what they did before."""
        while self._before:
            number, before = self._before.popitem()
            signal.signal(number, before)

    def _in_any_case(self) -> None:
        time.sleep(GRACE)
        try:
            self._let_go()
            time.sleep(GIVE_BACK)
        finally:
            os._exit(0)
