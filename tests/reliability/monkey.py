"""A stream of keys, clicks and bad luck, in an order that a seed decides."""

import random
from collections.abc import Iterator
from typing import NamedTuple

from ceulog.tui.commands import COMMANDS
from tests.reliability.blows import KINDS

ESCAPE = "\x1b"
TEXTS = (
    "AAPC webinar Wound care coding 1.5 yesterday", "[bold]not markup[/] [@click=app.quit]x[/]", "=HYPERLINK(\"x\")",
    "\u202eright to left\u202c", "e\u0301\u0301\u0301 \U0001f469\u200d\u2695\ufe0f \u6f22\u5b57",
    "a" * 600, "2027-13-45", "-5", "\u00a0", "%s {0} $x",
    "type:webinar for:AAPC", "((((", "1e999", "\ud7ff\ufffd", "0.5 CEUs for AHIMA and AAPC on 11/20/2026",
)  # fmt: skip
"""What is typed: good lines, and what a program might stumble over."""
NAMED = {
    "slash": "/", "comma": ",", "ctrl+p": "\x10", "ctrl+r": "\x12", "f2": "\x1bOQ", "question_mark": "?",
}  # fmt: skip
"""What a terminal sends for the keys that have names."""
KEYS = (
    "\r", "\r", "\t", "\t", "\x1b[Z", "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D", "\x1b[5~", "\x1b[6~", "\x1b[H",
    "\x1b[F", " ", "\x7f", "\x1b[3~", "\x13", "\x0e", "\x14", "\x0f", "\x01", "\x15", "\x1bOP", "\x03", "y", "n",
)  # fmt: skip
TROUBLES = (
    "full", "full", "read-only", "read-only", "days=+366", "days=-1", "days=+1", "no-locks", "no-folder-sync",
    "no-locks no-links no-folder-sync",
)  # fmt: skip
OUTSIDE = ("add", "edit", "trash", "restore", "undo", "redo", "copy", "hold", "import")
CHOICES = {"text": TEXTS, "trouble": TROUBLES, "outside": OUTSIDE, "blow": KINDS}
BUTTONS = ("0", "0", "0", "2", "64", "65")
"""Of the mouse: left, right, and the wheel."""
SMALLEST, LARGEST = (20, 5), (250, 80)


class Step(NamedTuple):
    """One thing that happens to the program."""

    kind: str
    """`keys`, `text`, `escape`, `click`, `resize`, `storm`, `trouble`, `outside`, `blow`, `lock`, `sleep`, `log`."""
    what: str = ""
    at: tuple[int, int] = (0, 0)
    """Columns and rows of a resize, or where a click goes."""


_WEIGHTS = {
    "command": 22, "key": 26, "text": 10, "escape": 12, "click": 10, "resize": 6, "storm": 1, "trouble": 3,
    "well": 4, "outside": 4, "blow": 2, "lock": 0.3, "sleep": 1, "log": 4,
}  # fmt: skip


def steps(seed: int) -> Iterator[Step]:
    """The stream; it has no end."""
    chance = random.Random(seed)
    kinds, weights = tuple(_WEIGHTS), tuple(_WEIGHTS.values())
    while True:
        yield _step(chance.choices(kinds, weights)[0], chance)


def _step(kind: str, chance: random.Random) -> Step:
    def between(ends: tuple[int, int]) -> int:
        return chance.randint(*ends)

    match kind:
        case "command":
            key = chance.choice(COMMANDS).key
            return Step("keys", NAMED.get(key, key))
        case "key":
            return Step("keys", chance.choice(KEYS))
        case "click":
            return Step("click", chance.choice(BUTTONS), (between((1, 120)), between((1, 40))))
        case "resize" | "storm":
            return Step(kind, at=(between((SMALLEST[0], LARGEST[0])), between((SMALLEST[1], LARGEST[1]))))
        case "well":
            return Step("trouble")
        case _:
            return Step(kind, chance.choice(CHOICES.get(kind, ("",))))
