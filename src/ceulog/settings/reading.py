"""The settings file read with patience: what is wrong in it is said, and stands at its default."""

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ceulog.domain.text import listed
from ceulog.settings.values import KEYS, SETTINGS, SettingRow, Settings
from ceulog.wording.echo import echo

MOST_BYTES = 64 * 1024
"""A settings file has a few lines; what is larger is something else."""


class Unreadable(Exception):  # noqa: N818 - it names the file's fault, not the program's
    """The file as a whole cannot be used; its text says why, as the end of a sentence."""


def read_settings(path: Path) -> tuple[Settings, list[str]]:
    """The settings in a file, and a sentence for each thing in it that cannot be used.

    A file that is not there is no fault. Nothing is raised for what a file holds.
    """
    try:
        text = text_of(path)
        raw = _parsed(text) if text else {}
    except Unreadable as fault:
        return Settings(), [f"The settings in {path} are not used: {fault}."]
    except (ValueError, RecursionError) as fault:
        return Settings(), [f"The settings in {path} are not used: they cannot be read as TOML ({echo(fault, 120)})."]
    faults: list[str] = []
    known = {row.name: row for row in SETTINGS}
    values = {}
    for name, value in raw.items():
        if name == KEYS:
            continue
        if name not in known:
            faults.append(f"{path}: there is no setting {echo(name)}; there are {listed([*known, f'[{KEYS}]'])}.")
        elif value not in known[name].values:
            faults.append(_not_a_value(path, known[name], value))
        else:
            values[name] = str(value)
    keys: dict[str, str] = {}
    faults += _read_keys(path, raw.get(KEYS, {}), keys)
    return Settings(**values, keys=MappingProxyType(keys)), faults


def _parsed(text: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - the first frame does not wait for it where nothing is set

    return tomllib.loads(text)


def text_of(path: Path) -> str:
    """The text of a settings file; empty when there is none.

    Raises:
        Unreadable: it is no file of text of a decent size, or the system does not let us read it.
    """
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            raise Unreadable("that is not a file")
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as fault:
        raise Unreadable(f"the system says {getattr(fault, 'strerror', None) or fault}") from None
    if len(data) > MOST_BYTES:
        raise Unreadable(f"the file is larger than {MOST_BYTES // 1024} KiB")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("they are not UTF-8 text; save them in that encoding") from None


def _not_a_value(path: Path, row: SettingRow, value: object) -> str:
    return (
        f"{path}: {row.name} cannot be {echo(repr(value) if not isinstance(value, str) else value)}; "
        f"it can be {listed(row.values, 'or')}. It is taken as {row.default}."
    )


def _read_keys(path: Path, raw: object, keys: dict[str, str]) -> Iterator[str]:
    if not isinstance(raw, Mapping):
        yield f'{path}: {KEYS} is a table of its own, with lines such as add = "n" below [{KEYS}]. It is not used.'
        return
    for action, key in raw.items():
        if isinstance(key, str):
            keys[action] = key
        else:
            yield f'{path}: in [{KEYS}], {echo(action)} wants a key in quotes, such as "n". It keeps its own.'
