"""The terminal as Textual drives it on POSIX systems, but for the days when it is closed, or the program asleep.

Textual itself goes on reading a terminal that has been closed, stops for good once nobody takes what it writes, and
sets the terminal up twice where a program is woken that it has not put to sleep.
"""

import asyncio
import io
import os
import select
import signal
import sys
import termios
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from ceulog.tui.early.terminal import ENTER, EarlyScreen

ASLEEP = "The logbook is asleep, and everything is saved. Type fg and press Enter to come back to it."


class TerminalDriver(LinuxDriver):
    """A terminal that may go away."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        stream = sys.__stderr__ if sys.__stderr__ and sys.__stderr__.isatty() else sys.__stdout__
        if stream is not None:  # what is drawn must not go where the errors of the program were sent
            self._file = _Lasting(stream)
        # else Textual takes Rich's, which is another one where TERM is dumb, and goes from one to the other for ever
        self._size = self._size or self._get_terminal_size()
        self._deaf = self._asleep = False
        self._early: EarlyScreen | None = getattr(self._app, "early", None)
        loop = asyncio.get_running_loop()
        # in the loop: a handler that runs in the midst of a write would wait for that write for ever
        loop.add_signal_handler(signal.SIGTSTP, self._sigtstp_application)
        loop.add_signal_handler(signal.SIGCONT, self._sigcont_application)

    def start_application_mode(self) -> None:
        """Take the terminal, be it with a picture on it already."""
        start: Callable[[], None] = super().start_application_mode
        start()
        if self._early and not self._early.is_waiting and self.attrs_before is not None:
            self.attrs_before, self._early = self._early.attributes, None

    def write(self, data: str) -> None:
        """Write to the terminal; where a picture stands on it, it is not cleared once more."""
        if data == ENTER and self._early and self._early.is_waiting:
            self._early.take_over()
        else:
            super().write(data)

    # --- going away ----------------------------------------------------------------------------------------

    @property
    def is_gone(self) -> bool:
        """Whether nobody is there any more, neither to type nor to read."""
        if self._deaf:
            return True
        poll = select.poll()
        poll.register(self.fileno, select.POLLIN)
        try:
            return any(what & select.POLLHUP for _, what in poll.poll(0))
        except OSError:
            return True

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except (OSError, ValueError):  # as a closed terminal answers; whoever looks next leaves
            self._deaf = True

    def restore_lines(self) -> None:
        """Give the terminal back its line settings without a word to it, for it may take none any more."""
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    # --- asleep and awake ----------------------------------------------------------------------------------

    @property
    def can_sleep(self) -> bool:
        """Whether there is a shell that would wake us again."""
        parent = os.getppid()
        try:
            return os.getsid(parent) == os.getsid(0) and os.getpgid(parent) != os.getpgrp()
        except OSError:
            return False

    def _sigtstp_application(self, *_: Any) -> None:
        if self._auto_restart and self._writer_thread is not None and not self._asleep:
            self.suspend_application_mode()
            self._asleep = True
            print(ASLEEP, file=self._file, flush=True)
        os.kill(os.getpid(), signal.SIGSTOP)

    def _sigcont_application(self, *_: Any) -> None:
        if not self._auto_restart or self._writer_thread is None:
            return
        if not self._asleep:  # it was stopped behind our back, and the shell may have had the terminal meanwhile
            self.suspend_application_mode()
        self._asleep = False
        self._must_signal_resume = True
        self.resume_application_mode()


class _Lasting(io.TextIOWrapper):
    """What is written to a terminal that is gone is lost, as everything there; that is no reason to stop."""

    def __init__(self, stream: Any) -> None:
        super().__init__(
            io.FileIO(stream.fileno(), "w", closefd=False), encoding=stream.encoding, errors=stream.errors,
            newline="", line_buffering=False,
        )  # fmt: skip

    def write(self, text: str) -> int:
        try:
            return super().write(text)
        except (OSError, ValueError):
            return len(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            super().flush()
