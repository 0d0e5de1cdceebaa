"""A real pseudo-terminal with the program in it, and a screen to read."""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

PATIENCE = 20.0
"""Seconds that anything may take before the test gives up."""


_MODE = re.compile(rb"\x1b\[\?([0-9]+)([hl])|\x1b\[([<>])[0-9]*u")
_DRIVING = re.compile(r"\x1b\[[0-9;?<>$]*[A-Za-z]")
_WRITTEN = 1 << 16
"""Bytes of what was written that are kept."""
_HIDDEN, _WRAPPED, _WHOLE, _MOUSE, KEYS_REPORTED = 25, 7, 1049, 1003, 0
"""Modes: the cursor is shown, long lines are broken, the whole screen is taken, the mouse is reported; and, by a
number of ours, the reports of keys after kitty.
"""
NORMAL = frozenset({_HIDDEN, _WRAPPED})
"""The modes that a shell's terminal has on."""


class Terminal:
    """One run of the program in a terminal of so many columns and rows.

    Args:
        arguments: of the program.
        environment: what it finds beside ours.
        columns: of the terminal.
        rows: of the terminal.
        command: what is run with the arguments; our program by default.
        place: the folder that it is started in; ours by default.
    """

    def __init__(
        self, *arguments: str, environment: Mapping[str, str], columns: int = 80, rows: int = 24,
        command: Sequence[str] = (sys.executable, "-m", "ceulog"), place: Path | None = None,
    ) -> None:  # fmt: skip
        import fcntl
        import pty
        import termios

        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._text: str | None = None
        self._master, slave = pty.openpty()
        self._attributes_before = termios.tcgetattr(self._master)
        self._tail = self._written = b""
        self.modes = set(NORMAL)
        """What is switched on in the terminal, by the numbers of DEC."""
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        terminal = {**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **environment}
        self._process = subprocess.Popen(
            [*command, *arguments], stdin=slave, stdout=slave, stderr=slave, env=terminal, cwd=place,
            start_new_session=True,
        )  # fmt: skip
        self._slave = slave  # kept open, so that what was written last can still be read after the end
        self.keystrokes = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        self.hang_up()

    def hang_up(self) -> None:
        """Close the terminal's window."""
        if self._master >= 0:
            os.close(self._slave)
            os.close(self._master)
        self._master = -1

    def resize(self, columns: int, rows: int) -> None:
        """Drag the window's corner."""
        import fcntl
        import termios

        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._screen.resize(rows, columns)
        self._text = None
        self.signal(signal.SIGWINCH)

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        return self._process.pid

    @property
    def runs(self) -> bool:
        """Whether the program has not ended."""
        return self._process.poll() is None

    def left_behind(self) -> list[str]:
        """What is other than a shell needs it, after the program has ended (or gone to sleep)."""
        import termios

        self.settle()
        found = [f"mode {each}" for each in sorted(self.modes ^ NORMAL)]
        return found + ["line settings"] * (termios.tcgetattr(self._master) != self._attributes_before)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        if self._text is None:
            self._text = "\n".join(line.rstrip() for line in self._screen.display)
        return self._text

    def _pump(self, seconds: float) -> bool:
        """Take what the program has drawn within some seconds; says whether there was something."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            self._take(os.read(self._master, 1 << 16))
        except OSError:  # the program has ended and its terminal with it
            self._process.wait()
            return False
        return True

    @property
    def last_words(self) -> str:
        """What was written last, without what drives the terminal: more than the screen shows of a long complaint."""
        return _DRIVING.sub("", self._written.decode("utf-8", "replace"))

    def _take(self, data: bytes) -> None:
        self._written = (self._written + data)[-_WRITTEN:]
        self._stream.feed(data)
        self._text = None
        seen = self._tail + data
        end = 0
        for found in _MODE.finditer(seen):
            end = found.end()
            number, is_on = (int(found[1]), found[2] == b"h") if found[1] else (KEYS_REPORTED, found[3] == b">")
            (self.modes.add if is_on else self.modes.discard)(number)
        self._tail = seen[max(end, len(seen) - 12) :]  # a sequence may come in two pieces

    def until(self, *words: str, gone: str = "") -> float:
        """Wait until all the words stand on the screen (and others no longer do); gives the seconds waited."""
        started = time.monotonic()
        while time.monotonic() - started < PATIENCE:
            if all(word in self.text for word in words) and not (gone and gone in self.text):
                return time.monotonic() - started
            self._pump(0.02)
        raise AssertionError(f"{words} (gone: {gone!r}) never came:\n{self.text}")

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        for key in keys:
            os.write(self._master, key.encode())
            self.keystrokes += 1
            self._pump(0.03)

    def settle(self) -> None:
        """Wait until the program has drawn its answer and is quiet; a first picture is no answer yet."""
        started = time.monotonic()
        while self._pump(0.25) or self._is_starting:
            assert time.monotonic() - started < PATIENCE, "the program draws and draws, or never comes"

    @property
    def _is_starting(self) -> bool:
        """Whether there is a picture, and nobody yet who listens to the mouse behind it."""
        return _WHOLE in self.modes and _MOUSE not in self.modes and self.runs

    def type(self, text: str) -> None:
        """Type a text."""
        self.press(*text)

    def signal(self, number: int) -> None:
        """Send the program a signal, as a closed terminal or a shutdown does."""
        self._process.send_signal(number)

    def ended(self) -> int:
        """Wait for the end of the program; gives its exit code."""
        started = time.monotonic()
        while self._process.poll() is None and time.monotonic() - started < PATIENCE:
            self._pump(0.02)
        code = self._process.poll()
        assert code is not None, "the program did not end"
        while self._pump(0):  # what it wrote last
            pass
        return code


def in_folder(folder: Path, today: str) -> dict[str, str]:
    """The environment of a run on a folder on a day."""
    return {"CEULOG_LOG": str(folder), "CEULOG_TODAY": today}
