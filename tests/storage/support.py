"""Small things that several tests need."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

QUIET = ["logbook.json", "logbook.lock"]
"""What a logbook folder holds when nobody is writing."""


def names(folder: Path) -> list[str]:
    """The names of all that is in the folder, in order."""
    return sorted(each.name for each in folder.iterdir())


def refuse(number: int) -> Callable[..., NoReturn]:
    """A function that fails with this errno, whatever it is called with."""

    def fail(*_: object, **__: object) -> NoReturn:
        raise OSError(number, os.strerror(number))

    return fail
