"""Which column holds what: by the names in the header, by what the person says, else by the only dates there are."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ceulog.domain.refusals import Refusal
from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import looks_like_date
from ceulog.exchange.importing.dialects import Dialect, Vocabulary, key_of
from ceulog.exchange.importing.records import Record

_LOOKED_AT = 20
"""Records at the top among which the header is looked for."""
_SAMPLE = 50
"""Records below it that tell which column holds dates."""
REJECTED_BECAUSE = "rejected_because"
"""The column that a file of rejects has more than the file it is of."""


class Columns(NamedTuple):
    """What the columns of a table mean."""

    dialect: Dialect
    header: Record | None
    """None for a table without one."""
    at: Mapping[str, int]
    """Field -> number of its column, from 0."""
    others: Mapping[int, str]
    """Number -> name of the columns whose cells go to the notes."""

    def name_of(self, field: str) -> str:
        """What a field's column is called in the file, else the field itself."""
        place = self.at.get(field)
        if place is None:
            return field
        name = self.header.cells[place] if self.header and place < len(self.header.cells) else ""
        return tidy(name) or f"column {place + 1}"


def find_columns(rows: Sequence[Record], words: Vocabulary, wishes: Mapping[str, str]) -> Columns:
    """The columns of a table.

    Args:
        rows: its records; the header is the first of them whose names are known.
        words: the names that are known.
        wishes: field -> the name or the number (from 1) of its column, which goes before every name.

    Raises:
        Refusal: a wish names no column; or there is none for the date, the title, or the CEUs.
    """
    place, known = _header(rows, words, wishes)
    header = rows[place] if place is not None else None
    below = rows[place + 1 :] if place is not None else rows
    keys = [key_of(each) for each in header.cells] if header else []
    dialect = words.dialect_of(keys)
    wished = {field: _wished(field, wish, keys, rows) for field, wish in wishes.items()}
    at = _fields(keys, dialect, words, wished) if header else wished
    if "date" not in at and (only := _only_date(below, keys, at)) is not None:
        at = {**at, "date": only}
    del known
    _check(at, header, rows)
    used = set(at.values())
    ignored = dialect.ignored | {key_of(REJECTED_BECAUSE)}
    others = {
        number: tidy(name)
        for number, name in enumerate(header.cells if header else ())
        if number not in used and keys[number] not in ignored and tidy(name)
    }
    return Columns(dialect, header, at, others)


def known_names(cells: Iterable[str], words: Vocabulary) -> int:
    """How many cells of a record are names of columns."""
    names = {name for each in words.names.values() for name in each}
    return len({key_of(each) for each in cells} & names)


def _header(rows: Sequence[Record], words: Vocabulary, wishes: Mapping[str, str]) -> tuple[int | None, int]:
    """Where the header stands, and how many names are known in it."""
    wished = {key_of(each) for each in wishes.values() if not each.isdecimal()}
    best, most = None, 0
    for number, row in enumerate(rows[:_LOOKED_AT]):
        keys = {key_of(each) for each in row.cells}
        known = known_names(row.cells, words) + 2 * len(keys & wished)
        if known > most and known >= 2:
            best, most = number, known
    return best, most


def _wished(field: str, wish: str, keys: Sequence[str], rows: Sequence[Record]) -> int:
    if key_of(wish) in keys:
        return keys.index(key_of(wish))
    width = max((len(each.cells) for each in rows), default=0)
    if wish.isdecimal() and 1 <= int(wish) <= width:
        return int(wish) - 1
    there = ", ".join(tidy(each) for each in keys if each)
    raise Refusal(
        f"There is no column {tidy(wish)!r} for {field}. " + (f"The columns are: {there}." if there else
        f"The table has {width} columns; give a number from 1.")
    )  # fmt: skip


def _fields(keys: Sequence[str], dialect: Dialect, words: Vocabulary, wished: Mapping[str, int]) -> dict[str, int]:
    at = dict(wished)
    free = {key: number for number, key in reversed(list(enumerate(keys))) if number not in at.values()}
    for field, key in dialect.fields.items():
        if field not in at and key in free:
            at[field] = free.pop(key)
    for key in dialect.ignored:
        free.pop(key, None)
    for field, names in words.names.items():
        if field in at:
            continue
        name = next((each for each in names if each in free), None)
        if name is not None:
            at[field] = free.pop(name)
    return at


def _only_date(rows: Sequence[Record], keys: Sequence[str], at: Mapping[str, int]) -> int | None:
    """The one column that is not taken and holds dates; by its cells, else by its name."""
    used = set(at.values())
    width = max((len(each.cells) for each in rows), default=0)
    filled: dict[int, list[str]] = {number: [] for number in range(width) if number not in used}
    for row in rows[:_SAMPLE]:
        for number, cells in filled.items():
            if number < len(row.cells) and row.cells[number].strip():
                cells.append(row.cells[number])
    dated = [number for number, cells in filled.items() if cells and _mostly_dates(cells)]
    if len(dated) == 1:
        return dated[0]
    named = [number for number in filled if number < len(keys) and "date" in keys[number]]
    return named[0] if len(named) == 1 and not dated else None


def _mostly_dates(cells: Sequence[str]) -> bool:
    return sum(map(looks_like_date, cells)) * 5 >= len(cells) * 4


def _check(at: Mapping[str, int], header: Record | None, rows: Sequence[Record]) -> None:
    missing = [name for name in ("date", "title") if name not in at]
    if not {"ceus", "minutes", "credits_by_body"} & set(at):
        missing.append("ceus")
    if not missing:
        return
    lacking = " and ".join(", ".join(missing).rsplit(", ", 1))
    example = " ".join(f"--map {each}=COLUMN" for each in missing)
    if header:
        there = ", ".join(tidy(each) for each in header.cells if each.strip())
        raise Refusal(f"No column could be found for {lacking}. The columns are: {there}. Say which with {example}.")
    if not rows:
        raise Refusal("There is nothing in it.")
    raise Refusal(
        "No line of it looks like the names of columns, such as date, title and CEUs. "
        f"Say which column is which by number: {example.replace('COLUMN', 'NUMBER')}."
    )
