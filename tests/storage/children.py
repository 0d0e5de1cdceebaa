"""Programs that the tests run beside themselves: `python children.py NAME ARGUMENT …`."""

import os
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from subprocess import PIPE, Popen

SPEED_ENV = "CEULOG_TEST_FSYNC_MS"


@contextmanager
def child(name: str, *arguments: object, fsync_ms: float = 0) -> Iterator["Popen[str]"]:
    """Start one of the programs below; it is killed and its pipes are closed at the end."""
    command = [sys.executable, __file__, name, *map(str, arguments)]
    environment = {**os.environ, SPEED_ENV: str(fsync_ms)}
    with Popen(command, stdin=PIPE, stdout=PIPE, text=True, env=environment) as process:
        try:
            yield process
        finally:
            process.kill()


def said(process: "Popen[str]") -> str:
    """The next line that the program says."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def say(process: "Popen[str]", line: str = "") -> None:
    """Tell the program to go on."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def hold(folder: str) -> None:
    """Hold the folder's lock until told to let go."""
    from ceulog.storage.lock import FolderLock

    with FolderLock(folder):
        print("held", flush=True)
        sys.stdin.readline()
    print("free", flush=True)


def insert(path: str, mark: str, count: str, style: str) -> None:
    """Insert so many documents; `long` keeps the logbook open, `short` opens it for each."""
    from ceulog.storage.database import LogbookDatabase

    database = LogbookDatabase(path, wait_seconds=60)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(count)):
        if style == "short":
            database = LogbookDatabase(path, wait_seconds=60)
        with database.transaction():
            database.table("activities").put({"id": f"{mark}-{number}", "title": "at the same time"})
            database.table("changes").insert({"mark": mark})
    print("done", flush=True)


def write_forever(path: str, seed: str) -> None:
    """Put, edit and drop without end; a line for everything that is saved."""
    from ceulog.storage.database import LogbookDatabase

    chance = random.Random(int(seed))
    database = LogbookDatabase(path)
    activities, changes = database.table("activities"), database.table("changes")
    alive: list[str] = []
    print("ready", flush=True)
    for number in range(1_000_000):
        drop = bool(alive) and chance.random() < 0.25
        new = not alive or chance.random() < 0.6
        key = chance.choice(alive) if drop or not new else f"{seed}-{number}"
        with database.transaction():
            if drop:
                activities.drop(key)
                alive.remove(key)
            else:
                activities.put({"id": key, "turn": number, "notes": "x" * chance.randrange(2000)})
                alive += [] if key in alive else [key]
            changes.put({"id": "newest", "turn": number})
        print(f"{'drop' if drop else 'put'} {key} {number}", flush=True)


STEPS = ("open", "read", "write", "fchmod", "fstat", "fsync", "close", "replace", "unlink", "scandir", "stat", "mkdir")
"""The functions of `os` that the storage uses."""


def die(path: str, step: str) -> None:
    """Change the logbook, but be killed right before the step of that number; say so if there are fewer."""
    from ceulog.storage.database import LogbookDatabase

    left = int(step)

    def deadly(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*arguments, **options)

        return call

    for name in STEPS:
        if hasattr(os, name):
            setattr(os, name, deadly(getattr(os, name)))
    database = LogbookDatabase(path)
    with database.transaction():
        database.table("activities").put({"id": "a", "title": "changed"})
        database.table("activities").drop("b")
        database.table("changes").put({"id": "1"})
    sys.stdout.write("survived\n")
    sys.stdout.flush()
    os._exit(0)


def _slow_down() -> None:
    seconds = float(os.environ.get(SPEED_ENV, "0")) / 1000
    if seconds:  # stands in for a device that is slower than this one
        real = os.fsync

        def late(descriptor: int) -> None:
            time.sleep(seconds)
            real(descriptor)

        setattr(os, "fsync", late)  # noqa: B010 - mypy minds the plain form


if __name__ == "__main__":
    _slow_down()
    programs: dict[str, Callable[..., None]] = {"die": die, "hold": hold, "insert": insert, "write": write_forever}
    programs[sys.argv[1]](*sys.argv[2:])
