"""What the help says about where one is: each part of the screen brings its own words and keys."""

from collections.abc import Iterable, Iterator, Mapping

from textual.actions import parse
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from ceulog.domain.named import NamedTuple
from ceulog.tui.keys import with_keys
from ceulog.tui.screens.modal import Modal


class Topic(NamedTuple):
    """One part of the screen: what it is for, and its keys."""

    text: str
    keys: tuple[tuple[str, str], ...]
    """Each key as people read it, and what it does."""
    examples: tuple[tuple[str, str], ...] = ()
    """What can be typed there, and what it means."""


SIGNS = {
    "question_mark": "?", "slash": "/", "comma": ",", "space": "Space", "enter": "Enter", "escape": "Esc",
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "Page Up", "pagedown": "Page Down",
    "home": "Home", "end": "End", "tab": "Tab", "delete": "Delete", "backspace": "Backspace",
}  # fmt: skip
"""Names of keys that people call otherwise."""


def key_words(keys: str) -> str:
    """Keys as people read them: "up,k" is "↑, k"."""
    return ", ".join("+".join(SIGNS.get(part, part) for part in key.split("+")) for key in keys.split(","))


def topics(screen: Screen[object]) -> list[Topic]:
    """The topics of where the focus is, from the innermost part to the screen."""
    start = screen.focused or screen
    return [topic for node in start.ancestors_with_self if (topic := _topic(node))]


def _topic(node: DOMNode) -> Topic | None:
    """The topic of a part that has one."""
    text = with_keys(str(getattr(node, "ABOUT", "")))
    own = vars(type(node)).get("BINDINGS", ())  # not those of the library's own classes, which everybody knows
    keys = tuple(_keys(own, node)) if text or isinstance(node, Modal) else ()
    return Topic(text, keys, getattr(node, "EXAMPLES", ())) if text or keys else None


def _keys(bindings: Iterable[object], node: DOMNode) -> Iterator[tuple[str, str]]:
    """The keys that do something now, and what."""
    now: Mapping[str, str] = getattr(node, "keys_said", {})
    for each in bindings:
        if not isinstance(each, Binding) or each.id:  # commands have their own list
            continue
        _, name, parameters = parse(each.action)
        words = now.get(name, each.description)
        if words and node.check_action(name, parameters):
            yield each.key_display or key_words(each.key), words
