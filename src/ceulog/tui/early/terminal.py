"""The terminal between the first picture and Textual's start: given back whatever happens, and taken over once."""

import os
import select
import signal
import termios
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import FrameType, TracebackType
from typing import TYPE_CHECKING, Any

from ceulog.tui.early.conditions import Size
from ceulog.tui.early.rows import Row

if TYPE_CHECKING:
    from ceulog.tui.view import View

ENTER = "\x1b[?1049h"
"""Goes to the alternate screen, and clears it."""
_BEGIN = f"\x1b[?2026h{ENTER}\x1b[?25l\x1b[?7l"
_END = "\x1b[1;2H\x1b[?2026l"
_LEAVE = "\x1b[?7h\x1b[?1049l\x1b[?25h"
_IFLAG, _LFLAG, _CC = 0, 3, 6
PATIENCE = 0.2
"""Seconds for a terminal to take what gives it back; one that has been stopped takes nothing."""
ENDING = ("SIGTERM", "SIGHUP", "SIGQUIT")


class EarlyScreen:
    """A picture on the terminal. In a `with`, it is taken away again unless somebody has taken it over.

    Args:
        rows: the picture.
        size: of the terminal.
        keys: the file descriptor that keys come from.
        screen: the one that is drawn to.
        view: what it shows; None where that was not worked out for it.
        keep: keeps it for the next start.

    Raises:
        OSError: the terminal takes no picture.
        termios.error: it is none.
    """

    def __init__(
        self, rows: Sequence[Row], size: Size, keys: int, screen: int, view: "View | None" = None,
        keep: Callable[[], None] | None = None,
    ) -> None:  # fmt: skip
        self.view, self.size = view, size
        self.keep = keep or (lambda: None)
        """To be called where the terminal is given back whatever happens."""
        self._keys, self._screen = keys, screen
        self._waiting = True
        self._before: dict[int, Any] = {}
        self.attributes: list[Any] = []
        """The terminal's line settings, as they are to be in the end."""
        sequence = sequence_of(rows)
        for name in ENDING:
            number = getattr(signal, name)
            self._before[number] = signal.signal(number, self._ended)
        try:
            self.attributes = termios.tcgetattr(keys)
            self._quiet()
            _write(screen, sequence)
        except BaseException:
            self.__exit__(None, None, None)
            raise

    def _quiet(self) -> None:
        """Have keys wait for Textual, unseen; only ctrl+c does now what it always does."""
        wanted = termios.tcgetattr(self._keys)
        wanted[_IFLAG] &= ~(termios.IXON | termios.ICRNL | termios.INLCR | termios.IGNCR)
        wanted[_LFLAG] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
        wanted[_CC] = [*wanted[_CC]]
        wanted[_CC][termios.VMIN] = 1
        # ctrl+z: nobody could put the terminal in order for the shell
        wanted[_CC][termios.VSUSP] = bytes([os.fpathconf(self._keys, "PC_VDISABLE") & 0xFF])
        termios.tcsetattr(self._keys, termios.TCSANOW, wanted)

    @property
    def is_waiting(self) -> bool:
        """Whether the picture is still ours."""
        return self._waiting

    def take_over(self) -> None:
        """From now on somebody else gives the terminal back."""
        self._waiting = False

    def give_back(self) -> None:
        """Put the terminal back as it was; nothing once it has been taken over."""
        if not self._waiting:
            return
        self._waiting = False
        with suppress(OSError):
            if select.select([], [self._screen], [], PATIENCE)[1]:
                _write(self._screen, _LEAVE)
        if self.attributes:
            with suppress(termios.error):
                termios.tcsetattr(self._keys, termios.TCSANOW, self.attributes)

    def _ended(self, number: int, _frame: FrameType | None) -> None:
        self.give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def __enter__(self) -> "EarlyScreen":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.give_back()
        for number, before in self._before.items():
            signal.signal(number, before)


def sequence_of(rows: Sequence[Row]) -> str:
    """All that is written to the terminal to show a picture."""
    lines = (
        f"\x1b[{number};1H" + "".join(f"\x1b[{run.style}m{run.text}\x1b[0m" for run in row)
        for number, row in enumerate(rows, 1)
    )
    return f"{_BEGIN}{''.join(lines)}{_END}"


def _write(descriptor: int, text: str) -> None:
    data = text.encode("utf-8", "replace")
    while data:
        data = data[os.write(descriptor, data) :]
