"""What can still be read of a damaged logbook file: each document that is whole, one by one.

Nothing here is sure: a document that reads well may have been another one. So whoever takes it over says so.
"""

import json
import re
from collections.abc import Iterator
from typing import Final, NoReturn

from ceulog.storage.documents import TABLES
from ceulog.storage.values import Document, Tables, plain_copy

_NUMBERED = re.compile(r'"(-?\d{1,50})"\s*:\s*(?=\{)')
_NEEDED: Final = {
    table: frozenset(name for name in record._fields if name not in record._field_defaults)
    for table, record in TABLES.items()
}
"""Table -> the fields without which a document is not of it; what they are tells a document of one from the others."""
_PATIENCE: Final = 8
"""How many times the length of the file may be read in vain; a file can be made to cost the square of it."""
_A_SURPRISE: Final = 1000
_MOST_DIGITS: Final = 100


def salvage(data: bytes) -> Tables:
    """The coder's documents that can be read, in their tables, under the numbers that they had; never raises.

    They are told by their fields, for the name of their table may be what is damaged. What the file says of
    its own history is not taken. Of two with the same number, the later one is.
    """
    found: Tables = {}
    for number, document in _Search(data.decode("utf-8", "replace")).documents():
        if table := _table_of(document):
            found.setdefault(table, {})[number] = document
    return found


def _table_of(document: Document) -> str:
    return next((table for table, needed in _NEEDED.items() if needed <= document.keys()), "")


class _Search:
    def __init__(self, text: str) -> None:
        self._text = text
        self._decode = json.JSONDecoder(parse_constant=_refuse, parse_int=_whole_number).raw_decode
        self._patience = _PATIENCE * len(text)

    def documents(self) -> Iterator[tuple[str, Document]]:
        """Each that is whole, also inside of one that has swallowed the rest of the file for want of a brace."""
        for key in _NUMBERED.finditer(self._text):
            document = self._read(key.end())
            if document is not None:
                yield key[1], document
            if self._patience < 0:
                return

    def _read(self, start: int) -> Document | None:
        try:
            return plain_copy(self._decode(self._text, start)[0])
        except json.JSONDecodeError as fault:
            self._patience -= fault.pos - start + 1
        except (ValueError, TypeError, RecursionError):
            self._patience -= _A_SURPRISE
        return None


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number")


def _whole_number(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise ValueError("a number that no logbook holds")
    return int(digits)
