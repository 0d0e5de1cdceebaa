"""What was worked out from a long log, for as long as nothing that it was worked out from is another.

To read a log of many years takes longer than to say what is known of it. So an answer is kept beside the log with a
digest of all that it came from: every byte of the log, every file of the program, the day, and what was asked. It is
given again only where the digest of today is the same; nothing ever has to be thrown away in time. A folder with more
in it than is looked at here has none.
"""
# ruff: noqa: PTH100, PTH114, PTH118, PTH120, PTH208 - pathlib is an import that the command line does not pay for

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, Final

from ceulog import __version__
from ceulog.logbook.opening import OWN_RULES
from ceulog.logbook.reader import FILE_NAME
from ceulog.storage.errors import StorageError
from ceulog.storage.log_file import LOCK_NAME, REMEMBERED
from ceulog.storage.reading import read_small, read_stamped, stamp_of

FOLDER: Final = REMEMBERED
"""In the logbook's folder; it may be deleted at any time."""
MOST_BYTES: Final = 1 << 22
"""Of an answer; as JSON it names each entry that does not count."""
_COPIES: Final = "logbook"
"""How the names of all conflict copies begin."""
_PROGRAM: Final = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Remembered:
    """One answer about the log of a folder. It is to be made before the log is read.

    Args:
        folder: of the logbook.
        name: of the answer.
        asked: all that it depends on besides the log and the program: the day, the options, the terminal.
    """

    def __init__(self, folder: str, name: str, *asked: object) -> None:
        self._folder = folder
        self._log = os.path.join(folder, FILE_NAME)
        self._place = os.path.join(folder, FOLDER)
        self._file = os.path.join(self._place, f"{name}.json")
        self._stamp, self._key = None, ""
        with suppress(OSError, StorageError):  # whoever reads the log after that says what is wrong
            if not os.path.islink(self._log) and not _is_more_there(folder):
                found = read_stamped(self._log)
                if found is not None:
                    self._stamp, self._key = found[0], _digest(found[1], repr(asked))

    def recall(self) -> Any:
        """The answer as it was kept, from a file that may hold anything; None where there is none for today."""
        if not self._key:
            return None
        try:
            kept = json.loads(read_small(self._file, MOST_BYTES, follow=False))
        except (OSError, ValueError, RecursionError):
            return None
        return kept.get("answer") if isinstance(kept, dict) and kept.get("key") == self._key else None

    def keep(self, answer: Any) -> None:
        """Keep an answer that was worked out after this was made; not where the log has changed meanwhile.

        Nor where a link stands: what it leads to is somebody's, and would be replaced.
        """
        if not self._key or any(map(os.path.islink, (self._place, self._file))):
            return
        from ceulog.storage.files import private_folder, write_atomically  # noqa: PLC0415 - rare

        data = json.dumps({"key": self._key, "answer": answer}).encode("ascii")
        with suppress(OSError):  # then it is worked out the next time too
            unchanged = stamp_of(self._log) == self._stamp and not _is_more_there(self._folder)
            if unchanged and len(data) <= MOST_BYTES:
                private_folder(self._place)
                write_atomically(self._file, data)


def _is_more_there(folder: str) -> bool:
    """Whether a folder has rules of the holder's own, or perhaps a second copy of the log.

    Raises:
        OSError: it cannot be looked at.
    """
    names = os.listdir(folder)
    copies = {each for each in names if each.casefold().startswith(_COPIES)} - {FILE_NAME, LOCK_NAME}
    # where upper and lower case are one, a folder `Rules` is read too
    return bool(copies) or OWN_RULES in map(str.casefold, names)


def _digest(log: bytes, asked: str) -> str:
    digest = _new_digest(log)
    for part in (__version__, asked, *_files_of(_PROGRAM)):  # some installers give all files one and the same time
        digest.update(f"{len(part)}:{part}".encode("utf-8", "surrogateescape"))
    return str(digest.hexdigest())


def _new_digest(data: bytes) -> Any:
    try:  # hashlib brings OpenSSL along, which takes as long to import as a digest takes to make
        from _blake2 import blake2b  # noqa: PLC0415 - a short log needs none
    except ImportError:  # a Python that was built without it
        from hashlib import sha256  # noqa: PLC0415

        return sha256(data)
    return blake2b(data)


def _files_of(folder: str) -> Iterator[str]:
    """Each file that the program is made of, and when it was changed: other words, rules or colors, other answers."""
    with os.scandir(folder) as entries:
        for each in sorted(entries, key=lambda it: it.name):
            if each.is_dir() and each.name != "__pycache__":
                yield from _files_of(each.path)
            elif each.is_file():
                status = each.stat()
                yield f"{each.path} {status.st_size} {status.st_mtime_ns}"
