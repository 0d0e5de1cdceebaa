"""What somebody said of a table once, by its header: `imports.toml` of the logbook folder.

It is a hand-written file as much as ours: what is wrong in it is said with its line, the rest is used, and
nothing of what somebody wrote is lost when something is added.
"""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import ORDERS, Order
from ceulog.exchange.importing.dialects import vocabulary
from ceulog.exchange.importing.headers import LOOKED_AT, header_key
from ceulog.exchange.importing.records import Record
from ceulog.rulebook.lines import line_of, lines_of
from ceulog.rulebook.own import Unreadable, decoded, parsed
from ceulog.storage import notebooks

FILE_NAME = "imports.toml"
PROOFS = ("certificates of a folder",)
"""In the place of a header: what is said of certificates."""
MOST = 100
"""Headers that are remembered; the oldest one goes."""
MOST_COLUMNS = 200
MOST_LETTERS = 10_000
"""Of all names of a header together."""
HEAD = """\
# How tables were read, as somebody said once with --map and --date-format. You may edit this file.
# Each [[header]] has the columns of a table (without capitals, blanks and punctuation), and one or both of
#   map ({ date = "When", title = "What" }: which column a field is in), date_format ("mdy", "dmy" or "ymd").
# "certificatesofafolder" alone stands for PDF files of certificates, which have a date_format only.
"""


class Remembered(NamedTuple):
    """What was said of tables with one header."""

    columns: tuple[str, ...]
    """As `header_key` gives them."""
    map: Mapping[str, str]
    """Field -> the name or number of its column."""
    order: Order | None = None
    """Of month and day; None: nothing was said."""


class Memory(NamedTuple):
    """What the file holds."""

    headers: tuple[Remembered, ...] = ()
    """In the file's order."""
    faults: tuple[str, ...] = ()
    """What is wrong in it, a sentence each."""

    def of(self, rows: Sequence[Record]) -> Remembered | None:
        """What was said of the table with these records; None for nothing."""
        known = {each.columns: each for each in self.headers}
        if not known:
            return None
        keys = (header_key(row.cells) for row in rows[:LOOKED_AT])
        return next((known[key] for key in keys if key in known), None)


def memory_of(folder: Path) -> Memory:
    """What a logbook folder remembers of headers, and what is wrong with the rest."""
    try:
        text = decoded(notebooks.read(folder, FILE_NAME))
        listed = _listed(text)
    except OSError as fault:
        return Memory(faults=(f"{FILE_NAME} cannot be read: {fault.strerror or 'the system refuses'}.",))
    except Unreadable as fault:
        return Memory(faults=(f"{FILE_NAME}, {fault}.",))
    lines = lines_of(text)
    found: dict[tuple[str, ...], Remembered] = {}
    faults: list[str] = []
    for number, each in enumerate(listed):
        wrong = _fault(each)
        if wrong:
            faults.append(f"{FILE_NAME}, line {line_of(lines, ('header', number))}: {wrong}.")
        else:
            header = _header(each)
            found[header.columns] = header
    return Memory(tuple(found.values()), tuple(faults))


def order_of_proofs(folder: Path) -> Order | None:
    """The order of month and day on certificates, as somebody said it once; None where nobody did."""
    columns = header_key(PROOFS)
    return next((each.order for each in memory_of(folder).headers if each.columns == columns), None)


def remember(folder: Path, cells: Sequence[str], wishes: Mapping[str, str], order: Order | None) -> None:
    """Keep what was said of tables with this header; what was said before stays where this says nothing.

    Raises:
        Refusal: the file must be put right first.
        StorageError: somebody else is writing, or the disk refused; the file is as it was.
    """
    columns = header_key(cells)
    if not (wishes or order) or not 0 < len(columns) <= MOST_COLUMNS or sum(map(len, columns)) > MOST_LETTERS:
        return
    before = next((each for each in memory_of(folder).headers if each.columns == columns), Remembered(columns, {}))
    said = {field: tidy(each) for field, each in wishes.items()}
    after = Remembered(columns, {**before.map, **said}, order or before.order)
    if after != before:
        notebooks.rewrite(folder, FILE_NAME, lambda data: _changed(data, after))


def _listed(text: str) -> list[Any]:
    listed = parsed(text).raw.get("header", [])
    if not isinstance(listed, list):
        raise Unreadable(1, "what is remembered must stand under [[header]]")
    return listed


def _fault(plain: Any) -> str:
    """What is wrong with a header; empty for nothing."""
    if not isinstance(plain, dict):
        return "what is remembered must stand under [[header]]"
    columns, wishes, order = (plain.get(each) for each in ("columns", "map", "date_format"))
    if not (isinstance(columns, list) and columns and all(isinstance(each, str) for each in columns)):
        return 'columns must be a list of names, such as ["date", "title", "hours"]'
    if order is not None and order not in ORDERS:
        return f"date_format must be one of {', '.join(ORDERS)}"
    if wishes is None:
        return ""
    if not isinstance(wishes, dict) or not all(isinstance(each, str | int) for each in wishes.values()):
        return 'map must give fields their columns, such as { date = "When" }'
    strange = [each for each in wishes if each not in vocabulary().fields]
    return f"there is no field {tidy(strange[0])[:40]!r} to map" if strange else ""


def _header(plain: Mapping[str, Any]) -> Remembered:
    wishes = {field: str(each) for field, each in plain.get("map", {}).items()}
    order = next((each for each in ORDERS if each == plain.get("date_format")), None)
    return Remembered(header_key(plain["columns"]), wishes, order)


def _changed(data: bytes, header: Remembered) -> bytes:
    """The bytes of the file with one header in it; what comes out must say so."""
    import tomlkit  # noqa: PLC0415 - for this alone

    try:
        text = decoded(data)
        listed = _listed(text)
        document: Any = tomlkit.parse(text if text.strip() else HEAD)
        same = [not _fault(each) and _header(each).columns == header.columns for each in listed]
        for number in reversed([number for number, is_it in enumerate(same) if is_it]):
            del document["header"][number]
        while len(document.get("header", ())) >= MOST:
            del document["header"][0]
        if "header" in document and not document["header"]:
            del document["header"]
        written = f"{document.as_string().rstrip()}\n\n{_written(header)}"
        now = [_header(each) for each in _listed(written) if not _fault(each)]
    except Unreadable as fault:
        raise _by_hand(str(fault)) from None
    except (ValueError, LookupError, TypeError, AttributeError):  # what the library makes of odd files
        raise _by_hand("it is written in an unusual way") from None
    if header not in now:
        raise _by_hand("it is written in an unusual way")
    return written.encode("utf-8")


def _written(header: Remembered) -> str:
    lines = ["[[header]]", f"columns = [{', '.join(map(_quoted, header.columns))}]"]
    if header.map:
        pairs = (f"{field} = {_quoted(column)}" for field, column in header.map.items())
        lines.append(f"map = {{ {', '.join(pairs)} }}")
    if header.order:
        lines.append(f"date_format = {_quoted(header.order)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _by_hand(reason: str) -> Refusal:
    return Refusal(f"{FILE_NAME} has to be put right by hand first: {reason}. Nothing was changed.")
