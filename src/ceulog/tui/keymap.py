"""Keys of one's own: the commands with other keys, and a sentence for each wish that cannot be.

Pure: a wish is refused as a whole, so that the action keeps its own key and none is ever without one.
"""

from collections.abc import Iterable, Mapping, Sequence

from textual.binding import Binding
from textual.keys import REPLACED_KEYS, key_to_character
from textual.widgets import Input

from ceulog.tui.commands import Command
from ceulog.tui.widgets.board import Board
from ceulog.tui.widgets.log_view import LogView
from ceulog.wording.echo import echo

MOST_KEYS = 3
"""Keys that one action can have."""

_NAMES = {"delete": "Del", "insert": "Ins"}
_FUNCTION_KEYS = frozenset(f"f{number}" for number in range(1, 13))
_TYPED = "it is needed in text fields"
_MOVES = "the log and the bars need it to move about"
_TAKEN = {
    **dict.fromkeys(("tab", "shift+tab"), "it goes from part to part"),
    "enter": "it opens the entry under the cursor",
    "escape": "it goes back",
    "ctrl+i": "terminals send it as Tab",
    **dict.fromkeys(("ctrl+j", "ctrl+m"), "terminals send it as Enter"),
    "ctrl+h": "terminals send it as Backspace",
    "ctrl+c": "it copies, and stops programs",
    "ctrl+z": "it puts programs to sleep",
    "ctrl+q": "it always leaves",
    "ctrl+p": "it always opens the palette",
    "f1": "it always opens the help",
    "ctrl+s": "some terminals stop at it",
    **dict.fromkeys(("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "j", "k", "space"), _MOVES),
}


def _of(bindings: Iterable[object]) -> set[str]:
    """The keys of a widget's bindings."""
    return {key.strip() for each in bindings if isinstance(each, Binding) for key in each.key.split(",")}


def reserved() -> dict[str, str]:
    """Key -> why no action can have it, as the end of a sentence."""
    moving = dict.fromkeys(_of(LogView.BINDINGS) | _of(Board.BINDINGS), _MOVES)
    typed = dict.fromkeys((key for key in _of(Input.BINDINGS) if key.startswith("ctrl+")), _TYPED)
    return {**typed, **moving, **_TAKEN}


def keyed(commands: Sequence[Command], keys: Mapping[str, str]) -> tuple[tuple[Command, ...], list[str]]:
    """The commands with their keys replaced, and a sentence for each wish that could not be met.

    Args:
        commands: all of them, with their own keys.
        keys: action -> a key, or several with commas between, as people or Textual write them.
    """
    faults = [
        f"There is no action {echo(action)} to give a key to; the settings list them all."
        for action in keys
        if not any(each.action == action for each in commands)
    ]
    wishes: dict[str, tuple[str, ...]] = {}
    for command in commands:
        if command.action in keys:
            wished = _read(keys[command.action])
            if fault := _fault_in(command, wished):
                faults.append(fault)
            elif tuple(wished) != own_keys(command):
                wishes[command.action] = tuple(wished)
    while clashes := _clashes(commands, wishes):
        faults += clashes.values()
        for action in clashes:
            del wishes[action]
    return tuple(_with_keys(each, wishes.get(each.action)) for each in commands), faults


def why_not(commands: Sequence[Command], keys: Mapping[str, str], action: str, key: str) -> str:
    """Why an action cannot have this key beside the keys that are set already; empty when it can."""
    before = keyed(commands, keys)[1]
    after = keyed(commands, {**keys, action: key})[1]
    return next((each for each in after if each not in before), "")


def own_keys(command: Command) -> tuple[str, ...]:
    """The keys that a command has, as Textual writes them."""
    return tuple(normal(each) for each in command.key.split(","))


def normal(key: str) -> str:
    """A key as Textual writes it: "/" is slash, "shift+n" is N."""
    key = key.strip()
    if len(key) == 1:
        return next(each.key for each in Binding.make_bindings([Binding(key, "")])) if key != "," else "comma"
    start, plus, last = key.lower().rpartition("+")
    if start == "shift" and len(last) == 1 and last.isalpha():
        return last.upper()
    return f"{start}{plus}{last}" if plus else key.lower()


def text_of_key(key: str) -> str:
    """A key as people read it: "/", "ctrl+r", "F2"."""
    if key in _NAMES:
        return _NAMES[key]
    if key in _FUNCTION_KEYS:
        return key.upper()
    return _character(key) or key


def _read(text: str) -> dict[str, str]:
    """Key -> as it was typed."""
    # a comma alone is the key; elsewhere it stands between keys
    parts = [","] if text.strip() == "," else text.split(",")
    return {normal(each): each.strip() for each in parts}


def _fault_in(command: Command, wished: Mapping[str, str]) -> str:
    """Why the keys cannot be those of any action; empty when they can."""
    if len(wished) > MOST_KEYS:
        return f"{command.name} keeps its key: {MOST_KEYS} keys are the most that one action can have."
    taken = reserved()
    for key, typed in wished.items():
        start = f"{command.name} cannot have the key"
        if key in taken and key not in own_keys(command):
            return f"{start} {text_of_key(key)}: {taken[key]}. It keeps its own."
        if not _can_be(key):
            said = echo(typed) or "nothing"
            return f"{start} {said}: a key is one character, ctrl+ and a letter, or F2 to F12. It keeps its own."
    return ""


def _can_be(key: str) -> bool:
    if key in _FUNCTION_KEYS or key in _NAMES:
        return True
    if key.startswith("ctrl+"):
        last = key.removeprefix("ctrl+")
        return len(last) == 1 and "a" <= last <= "z"
    return len(_character(key)) == 1


def _character(key: str) -> str:
    """The character that a key shows on the screen; empty for one that shows none."""
    character = key_to_character(REPLACED_KEYS.get(key, key)) or ""
    return character if character.isprintable() and not character.isspace() else ""


def _clashes(commands: Sequence[Command], wishes: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Action -> why its wish cannot be, for those of the wishes that want another action's key."""
    holders: dict[str, list[Command]] = {}
    for command in commands:
        for key in wishes.get(command.action, own_keys(command)):
            holders.setdefault(key, []).append(command)
    found: dict[str, str] = {}
    for key, sharing in holders.items():
        for command in sharing if len(sharing) > 1 else ():
            if command.action in wishes:
                other = next(each for each in sharing if each is not command)
                found[command.action] = (
                    f"{command.name} cannot have the key {text_of_key(key)}: {other.name} has it. It keeps its own."
                )
    return found


def _with_keys(command: Command, wished: tuple[str, ...] | None) -> Command:
    if wished is None:
        return command
    # what its text names beyond its own keys, such as Enter, is another part's key and stays
    others = command.key_text.split(", ")[len(own_keys(command)) :]
    return command._replace(key=",".join(wished), key_text=", ".join([*map(text_of_key, wished), *others]))
