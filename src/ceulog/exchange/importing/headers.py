"""Which column holds what: by the names in the header, by what the person says, else by the only dates there are."""

from collections.abc import Collection, Mapping, Sequence

from ceulog.domain.named import NamedTuple
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import listed, tidy
from ceulog.exchange.importing.cells import is_amount, is_mark
from ceulog.exchange.importing.dates import looks_like_date
from ceulog.exchange.importing.dialects import OURS_ALONE, Dialect, Vocabulary, key_of
from ceulog.exchange.importing.records import Record

LOOKED_AT = 20
"""Records at the top among which the header is looked for."""
_SAMPLE = 50
"""Records below it that tell which column holds dates."""
_WIDEST = 2000
"""Columns among which names are looked for."""
_NAMED = 15
"""Columns that a refusal names."""
_SHOWN = 40
"""Characters of a name that are said back."""
_LONGEST_NUMBER = 8
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
    granted: Mapping[int, str] = {}
    """Number -> the organization whose CEUs are in the column."""
    marked: Mapping[int, str] = {}
    """Number -> the organization for which a line counts where there is a mark in the column."""

    def name_of(self, field: str) -> str:
        """What a field's column is called in the file, else the field itself."""
        place = self.at.get(field)
        if place is None:
            return field
        name = self.header.cells[place] if self.header and place < len(self.header.cells) else ""
        return tidy(name) or f"column {place + 1}"

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields without which nothing can be imported and for which there is no column."""
        missing = [name for name in ("date", "title") if name not in self.at]
        says_how_many = self.granted or {"ceus", "minutes", "credits_by_body"} & self.at.keys()
        return (*missing, *(() if says_how_many else ("ceus",)))


class Choice(NamedTuple):
    """A column that a field can be in."""

    wish: str
    """What names it in a wish: its name, or its number where no name does."""
    label: str
    """What it is called, or what stands in it."""


def column_choices(rows: Sequence[Record], header: Record | None) -> tuple[Choice, ...]:
    """Every column of a table, in order.

    Args:
        rows: its records.
        header: the one with the names; None where none is known, so that the first one is taken for it unless
            there is a date in it.
    """
    if header is None and rows and not any(map(looks_like_date, rows[0].cells)):
        header = rows[0]
    names = [tidy(each) for each in header.cells] if header else []
    keys = [key_of(each) for each in names]
    width = max((len(each.cells) for each in rows), default=0)
    found = []
    for number in range(min(max(width, len(names)), _WIDEST)):
        name = names[number] if number < len(names) else ""
        # a name that is another column's too, or that is a number, would not be understood
        alone = name and not name.isdecimal() and keys[number] and keys.count(keys[number]) == 1
        label = name or next(iter(_cells(rows, number)), "")
        shown = name if alone else f"{number + 1}: {tidy(label)}" if label else f"column {number + 1}"
        found.append(Choice(name if alone else str(number + 1), shown))
    return tuple(found)


def find_columns(
    rows: Sequence[Record], words: Vocabulary, wishes: Mapping[str, str], *, complete: bool = True
) -> Columns:
    """The columns of a table.

    Args:
        rows: its records; the header is the first of them whose names are known.
        words: the names that are known.
        wishes: field -> the name or the number (from 1) of its column, which goes before every name; the empty
            text for none.
        complete: whether it is refused when there is no column for the date, the title or the CEUs.

    Raises:
        Refusal: a wish names no column; or there is none for the date, the title, or the CEUs.
    """
    nowhere = {field for field, wish in wishes.items() if not wish}
    wishes = {field: wish for field, wish in wishes.items() if wish}
    place = _header(rows, words, wishes)
    header = rows[place] if place is not None else None
    below = rows[place + 1 :] if place is not None else rows
    keys = [key_of(each) for each in header.cells] if header else []
    dialect = words.dialect_of(keys)
    wished = {field: _wished(field, wish, header, rows) for field, wish in wishes.items()}
    at = _fields(keys, dialect, words, wished, nowhere, below) if header else wished
    if "date" not in at and "date" not in nowhere and (found := _date(below, keys, at, words)) is not None:
        at = {**at, "date": found}
    granted, marked = _for_whom(keys, below, words, at) if not dialect.is_ours else ({}, {})
    used = {*at.values(), *granted, *marked}
    ignored = dialect.ignored | {key_of(REJECTED_BECAUSE)}
    others = {
        number: tidy(name) or f"column {number + 1}"
        for number, name in enumerate(header.cells if header else ())
        if number not in used and keys[number] not in ignored and (tidy(name) or _holds_anything(below, number))
    }
    columns = Columns(dialect, header, at, others, granted, marked)
    if complete:
        _check(columns, rows)
    return columns


def header_key(cells: Sequence[str]) -> tuple[str, ...]:
    """The form in which two headers are compared; that of a file of rejects is the file's own. Empty for none."""
    if len(cells) > _WIDEST:
        return ()
    keys = [key for each in cells if (key := key_of(each)) != key_of(REJECTED_BECAUSE)]
    while keys and not keys[-1]:
        keys.pop()
    return tuple(keys)


def known_names(cells: Sequence[str], words: Vocabulary) -> int:
    """How many cells of a record are names of columns, those of one program's dialect included."""
    keys = {key_of(each) for each in cells[:_WIDEST] if len(each) <= 2 * _SHOWN}
    names = {*words.granted, *(name for each in words.names.values() for name in each)}
    return len(keys & (names | words.dialect_of(keys).marks))


def _header(rows: Sequence[Record], words: Vocabulary, wishes: Mapping[str, str]) -> int | None:
    """Where the header stands: the record with most names that are known."""
    wished = {key_of(each) for each in wishes.values() if not each.isdecimal()}
    best, most = None, 0
    for number, row in enumerate(rows[:LOOKED_AT]):
        keys = {key_of(each) for each in row.cells[:_WIDEST]}
        known = known_names(row.cells, words) + 2 * len(keys & wished)
        if known > most and known >= 2:
            best, most = number, known
    return best


def _wished(field: str, wish: str, header: Record | None, rows: Sequence[Record]) -> int:
    names = [tidy(each).casefold() for each in header.cells] if header else []
    if (name := tidy(wish).casefold()) in names:
        return names.index(name)
    keys = [key_of(each) for each in names]
    if key_of(wish) in filter(None, keys):
        return keys.index(key_of(wish))
    width = max((len(each.cells) for each in rows), default=0)
    if wish.isdecimal() and len(wish) < _LONGEST_NUMBER and 1 <= int(wish) <= width:
        return int(wish) - 1
    raise Refusal(
        f"There is no column {tidy(wish)[:_SHOWN]!r} for {field}. " + (_there(header) if header else
        f"The table has {width} columns; give a number from 1.")
    )  # fmt: skip


def _there(header: Record) -> str:
    return f"The columns are: {_names(header)}."


def _names(row: Record) -> str:
    names = [each for each in row.cells if each.strip()]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"{', '.join(tidy(each)[:_SHOWN] for each in names[:_NAMED])}{more}"


def _fields(
    keys: Sequence[str], dialect: Dialect, words: Vocabulary, wished: Mapping[str, int], nowhere: Collection[str],
    rows: Sequence[Record],
) -> dict[str, int]:  # fmt: skip
    """Field -> its column, by the names; the date only if there are dates in it."""
    at = dict(wished)
    taken = set(at.values())
    free = {key: number for number, key in reversed(list(enumerate(keys))) if number not in taken}
    for field, key in dialect.fields.items():
        if field not in at and field not in nowhere and key in free:
            at[field] = free.pop(key)
    for key in dialect.ignored:
        free.pop(key, None)
    for field, names in words.names.items():
        if field in at or field in nowhere or (field in OURS_ALONE and not dialect.is_ours):
            continue
        there = [each for each in names if each in free]
        if field == "date":
            there = sorted(there, key=lambda each: not _cells(rows, free[each]))  # empty ones last
            there = [each for each in there if not _holds_no_dates(_cells(rows, free[each]))]
        if there:
            at[field] = free.pop(there[0])
    return at


def _date(rows: Sequence[Record], keys: Sequence[str], at: Mapping[str, int], words: Vocabulary) -> int | None:
    """The one column that is not taken and holds dates; else the one whose name says so, whatever is in it."""
    used = set(at.values())
    width = max((len(each.cells) for each in rows[:_SAMPLE]), default=0)
    free = [
        number for number in range(min(max(width, len(keys)), _WIDEST))
        if number not in used and not (number < len(keys) and keys[number] in words.other_dates)
    ]  # fmt: skip
    filled = {number: cells for number in free if (cells := _cells(rows, number))}
    dated = [number for number, cells in filled.items() if _mostly_dates(cells)]
    dated = dated or [number for number, cells in filled.items() if not _holds_no_dates(cells)]
    if len(dated) == 1:
        return dated[0]
    if dated:
        return None
    known = [number for name in words.names["date"] for number in free if number < len(keys) and keys[number] == name]
    named = [number for number in free if number < len(keys) and "date" in keys[number]]
    return known[0] if known else named[0] if len(named) == 1 else None


def _for_whom(
    keys: Sequence[str], rows: Sequence[Record], words: Vocabulary, at: Mapping[str, int]
) -> tuple[dict[int, str], dict[int, str]]:
    """The columns of what one organization grants, and those with marks for whom a line counts.

    A bare "AAPC" over it may mean anything, so what stands in the column decides.
    """
    free = [(number, key) for number, key in enumerate(keys) if number not in at.values()]
    says_how_many = not {"ceus", "minutes"}.isdisjoint(at)
    granted = {number: words.granted[key] for number, key in free if key in words.granted}
    marked = {}
    bare = {key_of(code): code for code in set(words.granted.values()) - set(granted.values())}
    found = {number: (bare[key], cells) for number, key in free if key in bare and (cells := _cells(rows, number))}
    # ones and noughts are marks too, where another column has the CEUs
    only_marks = says_how_many and all(is_mark(each) for _, cells in found.values() for each in cells)
    for number, (code, cells) in found.items():
        if all(map(is_amount, cells)) and not only_marks:
            granted[number] = code
        elif all(map(is_mark, cells)):
            marked[number] = code
    return granted, marked


def _cells(rows: Sequence[Record], number: int) -> list[str]:
    """What stands in a column at the top, blanks and broken lines left out."""
    whole = (row.cells for row in rows[:_SAMPLE] if not row.fault)
    return [cell for cells in whole if number < len(cells) and (cell := cells[number].strip())]


def _holds_anything(rows: Sequence[Record], number: int) -> bool:
    return any(number < len(row.cells) and row.cells[number].strip() for row in rows)


def _holds_no_dates(cells: Sequence[str]) -> bool:
    return bool(cells) and not any(map(looks_like_date, cells))


def _mostly_dates(cells: Sequence[str]) -> bool:
    return sum(map(looks_like_date, cells)) * 5 >= len(cells) * 4


def _check(columns: Columns, rows: Sequence[Record]) -> None:
    missing, header = columns.missing, columns.header
    if not missing:
        return
    example = " ".join(f"--map {each}=COLUMN" for each in missing)
    if header:
        raise Refusal(f"No column could be found for {listed(missing)}. {_there(header)} Say which with {example}.")
    if not rows:
        raise Refusal("There is nothing in it.")
    raise Refusal(
        f"No line of it has names of columns that are known here. In its first line are: {_names(rows[0])}. "
        f"Say which column is which, by its name or number: {example}."
    )
