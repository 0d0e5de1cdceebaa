"""The holder's own rules on the disk: the files of the logbook's `rules` folder, read with care.

They are somebody's hand-written files, in a folder that may be shared: nothing of them is trusted.
"""

import os
import stat
from contextlib import suppress
from pathlib import Path

from ceulog.rulebook.errors import BadRules

ENDING = ".toml"
MOST_FILES = 50
MOST_BYTES = 256 * 1024

ADVICE = "Correct the file or move it out of the folder; nothing else was changed."

# O_NONBLOCK: a named pipe must not hold us up
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def own_files(folder: Path) -> list[Path]:
    """The files of a `rules` folder by name; none where there is no such folder. Hidden ones are none of ours.

    Raises:
        BadRules: the folder cannot be listed, or holds more files than anybody has bodies.
    """
    try:
        with os.scandir(folder) as entries:
            names = [each.name for each in entries if each.name.lower().endswith(ENDING) and each.name[:1] != "."]
    except FileNotFoundError:
        return []
    except OSError as fault:
        reason = fault.strerror or "the system refuses to list it"
        raise BadRules(str(folder), f"the folder cannot be read ({reason})", "Nothing was changed.") from None
    if len(names) > MOST_FILES:
        raise BadRules(str(folder), f"it holds {len(names)} files; {MOST_FILES} are the most", "Nothing was changed.")
    return [folder / name for name in sorted(names)]


def read_bytes(file: Path) -> bytes:
    """What a file holds.

    Raises:
        BadRules: it is no regular file, too large, or cannot be read.
    """
    try:
        descriptor = os.open(file, _FLAGS)
    except OSError as fault:
        # on Windows a folder cannot even be opened
        is_folder = False
        with suppress(OSError):
            is_folder = file.is_dir()
        raise _refused(file, "it is not a file" if is_folder else _reason(fault)) from None
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise _refused(file, "it is not a file")
        return _at_most(descriptor, file)
    except OSError as fault:
        raise _refused(file, _reason(fault)) from None
    finally:
        os.close(descriptor)


def _at_most(descriptor: int, file: Path) -> bytes:
    found = b""
    while piece := os.read(descriptor, MOST_BYTES + 1 - len(found)):
        found += piece
        if len(found) > MOST_BYTES:
            raise _refused(file, f"it is larger than {MOST_BYTES >> 10} KiB, which no rules are")
    return found


def _reason(fault: OSError) -> str:
    return f"it cannot be read ({fault.strerror or 'the system refuses'})"


def _refused(file: Path, reason: str) -> BadRules:
    return BadRules(str(file), reason, ADVICE)
