"""What somebody said of a table once, by its header: `imports.toml` of the logbook folder.

It is a hand-written file as much as ours: what is wrong in it is said with its line, the rest is used, and
nothing of what somebody wrote is lost when something is added.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path

from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import Order
from ceulog.exchange.importing.headers import LOOKED_AT, header_key
from ceulog.exchange.importing.records import Record
from ceulog.storage import notebooks

FILE_NAME = "imports.toml"
PROOFS = ("certificates of a folder",)
"""In the place of a header: what is said of certificates."""
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
        data = notebooks.read(folder, FILE_NAME)
    except OSError as fault:
        return Memory(faults=(f"{FILE_NAME} cannot be read: {fault.strerror or 'the system refuses'}.",))
    if not data:
        return Memory()
    from ceulog.logbook.import_toml import memory_in  # noqa: PLC0415 - TOML is dear, and most folders have none

    return memory_in(data)


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
        from ceulog.logbook.import_toml import changed  # noqa: PLC0415 - TOML is dear

        notebooks.rewrite(folder, FILE_NAME, lambda data: changed(data, after))
