"""A real pseudo-terminal with the program in it, and a screen to read."""

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType

import pyte

PATIENCE = 20.0
"""Seconds that anything may take before the test gives up."""


class Terminal:
    """One run of the program in a terminal of so many columns and rows."""

    def __init__(self, *arguments: str, environment: Mapping[str, str], columns: int = 80, rows: int = 24) -> None:
        import fcntl
        import pty
        import termios

        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        command = [sys.executable, "-m", "ceulog", *arguments]
        terminal = {**os.environ, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **environment}
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=terminal, start_new_session=True
        )
        os.close(slave)
        self.keystrokes = 0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()
        os.close(self._master)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def _pump(self, seconds: float) -> None:
        ready, _, _ = select.select([self._master], [], [], seconds)
        if ready:
            try:
                self._stream.feed(os.read(self._master, 1 << 16))
            except OSError:  # the program has ended and its terminal with it
                self._process.wait()

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
        """Wait until the program has drawn its answer and is quiet."""
        while select.select([self._master], [], [], 0.25)[0]:
            self._pump(0)

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
        return code


def in_folder(folder: Path, today: str) -> dict[str, str]:
    """The environment of a run on a folder on a day."""
    return {"CEULOG_LOG": str(folder), "CEULOG_TODAY": today}
