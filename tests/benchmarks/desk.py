"""A program in a terminal of 120 by 40, whose answers are timed."""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType

LISTENS = "\x1b[?1003h"
"""What Textual writes when it starts: it wants to know of the mouse. What was drawn before is a picture."""
LONGEST = 60.0
"""Seconds after which a program is taken for stuck."""


class Desk:
    """One run of a program, from its start; all times are in milliseconds."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str]) -> None:
        self._name = Path(words[0]).name
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self._since = time.perf_counter()
        self._process = subprocess.Popen(
            words, stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True
        )
        os.close(slave)

    def __enter__(self) -> "Desk":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()
        os.close(self._master)

    @property
    def peak(self) -> float:
        """The most memory that it has held so far, in MiB."""
        lines = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii").splitlines()
        return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) / 1024

    def press(self, key: str) -> None:
        """Press a key; what follows is timed from here."""
        self._since = time.perf_counter()
        os.write(self._master, key.encode())

    def until(self, marker: str) -> float:
        """How long it takes until a text is written."""
        sought, seen = marker.encode(), b""
        while sought not in seen:
            if time.perf_counter() - self._since > LONGEST:
                raise TimeoutError(f"{marker!r} never came on the screen of {self._name}")
            if select.select([self._master], [], [], 0.05)[0]:
                seen += os.read(self._master, 1 << 16)
        return (time.perf_counter() - self._since) * 1000

    def rest(self, seconds: float = 0.4) -> None:
        """Let it draw until it is quiet."""
        while select.select([self._master], [], [], seconds)[0]:
            os.read(self._master, 1 << 16)

    def let_pass(self, seconds: float) -> None:
        """Let it draw for a while, as where a cursor blinks and it is never quiet."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            if select.select([self._master], [], [], left)[0]:
                os.read(self._master, 1 << 16)

    def until_it_ends(self) -> float:
        """How long it takes until the program has ended."""
        while self._process.poll() is None:
            if select.select([self._master], [], [], 0.001)[0]:
                try:
                    os.read(self._master, 1 << 16)
                except OSError:  # its end of the terminal is closed
                    self._process.wait()
        return (time.perf_counter() - self._since) * 1000
