"""Saving off the screen's thread, one thing after the other; each is answered on the screen's own thread."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial

from ceulog.domain.named import NamedTuple
from ceulog.logbook.errors import Refusal, StorageError

Told = Callable[[str], None]
"""What is done with a sentence."""


class _Answer(NamedTuple):
    future: Future[str]
    done: Told
    refused: Told


class Disk:
    """The one thread that writes. It never waits for the screen, so the screen may wait for it when it is left.

    Args:
        on_screen: has a function run on the screen's thread, soon; to be called on any thread.
        when_drawn: has one run there when the next frame is drawn. Two threads of Python take turns: a write that
            began at once would hold the frame up that shows it as being saved.
        settled: is called there when nothing waits for the disk any more.
    """

    def __init__(
        self, on_screen: Callable[[Callable[[], None]], object], when_drawn: Callable[[Callable[[], None]], object],
        settled: Callable[[], None],
    ) -> None:  # fmt: skip
        self._on_screen = on_screen
        self._when_drawn = when_drawn
        self._settled = settled
        self._queued: deque[tuple[Callable[[], str], Told, Told]] = deque()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="disk")
        self._answers: deque[_Answer] = deque()
        self.waiting = 0
        """How many writes the disk has yet to answer."""
        self.closed = False

    def put(self, work: Callable[[], str], done: Told, refused: Told) -> None:
        """Do some work on the disk; `done` gets what it gives, `refused` the sentence of its refusal."""
        self.waiting += 1
        self._queued.append((work, done, refused))
        if self.closed:
            self._begin()
        else:
            self._when_drawn(self._begin)

    def _begin(self) -> None:
        while self._queued:
            work, done, refused = self._queued.popleft()
            self._thread.submit(work).add_done_callback(partial(self._came, done, refused))

    def _came(self, done: Told, refused: Told, future: Future[str]) -> None:
        self._answers.append(_Answer(future, done, refused))
        self._on_screen(self._deliver)

    def _deliver(self) -> None:
        while self._answers:
            answer = self._answers.popleft()
            self.waiting -= 1
            if not self.waiting:
                self._settled()
            try:
                words = answer.future.result()
            except (Refusal, StorageError) as fault:
                answer.refused(str(fault))
            else:
                answer.done(words)

    def close(self) -> Refusal | StorageError | None:
        """Let what is being saved finish; gives the first refusal that no screen can show any more."""
        self.closed = True
        self._begin()
        self._thread.shutdown(wait=True)
        first: Refusal | StorageError | None = None
        while self._answers:
            answer = self._answers.popleft()
            self.waiting -= 1
            try:
                answer.done(answer.future.result())
            except (Refusal, StorageError) as fault:
                first = first or fault
        return first
