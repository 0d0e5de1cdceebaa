"""One setting written into the file: everything else in it, comments and order too, stays as it is."""

from collections.abc import Callable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ceulog.domain.refusals import Refusal
from ceulog.settings.reading import Unreadable, text_of
from ceulog.settings.values import KEYS, SETTINGS, row_of

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

_HEAD = """\
# How ceulog looks and behaves. Every line may be left out; then its first value holds.
"""
_KEYS_HEAD = """\
# Keys of your own: the name of an action and its key, such as  add = "n"
# The settings screen of ceulog lists every action with its name and its key.
[keys]
"""


def save_setting(path: Path, name: str, value: str) -> None:
    """Set one of `SETTINGS` in the file; a file that is not there is made, with a comment for each.

    Raises:
        Refusal: there is no such setting or value, what is in the file cannot be read, or the disk refused.
    """
    row = row_of(name)
    if row is None or value not in row.values:
        raise Refusal(f"{name} cannot be {value}.")
    _change(path, lambda document: document.__setitem__(name, value))


def save_key(path: Path, action: str, key: str) -> None:
    """Set the key of an action in the file; the empty text takes the line out, so that its own key holds again.

    Raises:
        Refusal: as `save_setting`.
    """

    def change(document: "TOMLDocument") -> None:
        import tomlkit  # noqa: PLC0415 - only when something is saved

        table: Any = document.get(KEYS)
        if not isinstance(table, MutableMapping):
            table = document[KEYS] = tomlkit.table()
        if key:
            table[action] = key
        else:
            table.pop(action, None)

    _change(path, change)


def fresh_text() -> str:
    """What a new settings file says: every setting at its default, explained."""
    parts = [_HEAD]
    for row in SETTINGS:
        values = "".join(f'#   "{each.value}"  {each.words}\n' for each in row.choices)
        parts.append(f'# {row.sentence}\n{values}{row.name} = "{row.default}"\n')
    return "\n".join([*parts, _KEYS_HEAD])


def _change(path: Path, change: "Callable[[TOMLDocument], None]") -> None:
    import tomlkit  # noqa: PLC0415 - only when something is saved
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 - likewise

    from ceulog.storage.files import private_folder, write_atomically  # noqa: PLC0415 - likewise

    try:
        document = tomlkit.parse(text_of(path) or fresh_text())
        change(document)
        data = tomlkit.dumps(document).encode("utf-8")
    except (Unreadable, TOMLKitError, ValueError, RecursionError) as fault:
        raise Refusal(
            f"What is in {path} cannot be read ({fault}), so nothing was written into it. "
            "Put it right or move it away, and choose again."
        ) from None
    try:
        private_folder(path.parent)
        write_atomically(path, data)
    except OSError as fault:
        raise Refusal(
            f"The system did not let ceulog write {path} ({fault.strerror or fault}). "
            "The setting holds until you leave."
        ) from None
