"""Saving off the screen's thread, one thing after the other; each is answered on the screen's own thread."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from ceulog.logbook.errors import Refusal, StorageError

Told = Callable[[str], None]
"""What is done with a sentence."""


class Disk:
    """The one thread that writes.

    Args:
        on_screen: runs a function on the screen's thread, as `App.call_from_thread` does.
        settled: is called there when nothing waits for the disk any more.
    """

    def __init__(self, on_screen: Callable[..., Any], settled: Callable[[], None]) -> None:
        self._on_screen = on_screen
        self._settled = settled
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="disk")
        self.waiting = 0
        """How many writes the disk has yet to answer."""

    def put(self, work: Callable[[], str], done: Told, refused: Told) -> None:
        """Do some work on the disk; `done` gets what it gives, `refused` the sentence of its refusal."""
        self.waiting += 1

        def run() -> None:
            try:
                words = work()
            except (Refusal, StorageError) as fault:
                self._on_screen(self._answered, refused, str(fault))
            else:
                self._on_screen(self._answered, done, words)

        self._thread.submit(run)

    def _answered(self, tell: Told, words: str) -> None:
        self.waiting -= 1
        if not self.waiting:
            self._settled()
        tell(words)

    def close(self) -> None:
        """Let what is being saved finish."""
        self._thread.shutdown(wait=True)
