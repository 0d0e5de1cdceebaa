"""The dashboard's keys as sentences name them: `{undo}` stands for the key that the action undo has now."""

import re
from collections.abc import Iterable

from ceulog.tui.commands import COMMANDS, Command

_NAMED = re.compile(r"\{([a-z_]+)\}")


def _texts(commands: Iterable[Command]) -> dict[str, str]:
    return {each.action: each.first_key for each in commands}


_said = _texts(COMMANDS)


def name_keys_of(commands: Iterable[Command]) -> None:
    """From now on sentences name the keys of these commands."""
    global _said  # noqa: PLW0603 - a program has one keyboard
    _said = _texts(commands)


def key_of(action: str) -> str:
    """The key of an action of the dashboard, as people read it."""
    return _said[action]


def with_keys(sentence: str) -> str:
    """A sentence of ours with each `{action}` in it as that action's key; never for text from people."""
    return _NAMED.sub(lambda found: _said[found[1]], sentence)
