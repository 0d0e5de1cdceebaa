"""What a key costs, in a terminal of 120 by 40: from the key to the frame with the new bars, and to the end."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from tests.benchmarks import hello
from tests.benchmarks.desk import LISTENS, Desk
from tests.benchmarks.logs import NEWEST
from tests.benchmarks.rounds import clean, python

DELETE, UNDO, FIND, QUIT = "d", "u", "/", "q"
FOUND = NEWEST[4:10]
"""What is typed into the filter, a letter after the other."""


def lines(words: Sequence[str], entries: int, rounds: int) -> list[str]:
    """Milliseconds from keys to what they bring on the screen, and MiB beside those of a bare Textual."""
    environment = {**clean(), "TERM": "xterm-256color"}
    left = f"{entries - 1} entries"
    whole = f"{entries} entries"
    found: dict[str, list[float]] = {"delete, until the new bars": [], "undo, until it is saved and shown": []}
    with Desk(words, environment) as desk:
        desk.until(LISTENS)
        desk.until(NEWEST)
        desk.rest()
        for _ in range(rounds + 1):
            for name, key, marker in zip(found, (DELETE, UNDO), (left, whole), strict=True):
                desk.press(key)
                found[name].append(desk.until(marker))
                desk.rest()
        peak = desk.peak
    return [
        *(f"{name:<34}{median(spent[1:]):>10.1f} ms" for name, spent in found.items()),
        f"{'filter, until the first hits':<34}{_found(words, environment):>10.1f} ms",
        f"{'quit':<34}{_quit(words, environment, rounds):>10.1f} ms",
        f"{'memory at most':<34}{peak:>10.1f} MiB{peak / _bare(environment):>8.2f} x bare Textual",
    ]


def _found(words: Sequence[str], environment: Mapping[str, str]) -> float:
    spent = []
    with Desk(words, environment) as desk:
        desk.until(LISTENS)
        desk.until(NEWEST)
        desk.rest()
        desk.press(FIND)
        desk.let_pass(1.5)
        for letter in FOUND:
            desk.press(letter)
            spent.append(desk.until(NEWEST))
            desk.let_pass(1)
    return median(spent)


def _quit(words: Sequence[str], environment: Mapping[str, str], rounds: int) -> float:
    spent = []
    for _ in range(rounds):
        with Desk(words, environment) as desk:
            desk.until(LISTENS)
            desk.until(NEWEST)
            desk.rest()
            desk.press(QUIT)
            spent.append(desk.until_it_ends())
    return median(spent)


def _bare(environment: Mapping[str, str]) -> float:
    with Desk(python(str(Path(hello.__file__))), environment) as desk:
        desk.until("hello, world")
        desk.rest()
        return desk.peak
