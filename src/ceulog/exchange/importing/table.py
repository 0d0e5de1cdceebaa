"""Text -> the records of a table, whatever separates its cells; a message of lines such as "Course: ..." is one too."""

from collections import Counter
from collections.abc import Sequence
from itertools import islice

from ceulog.exchange.importing.dialects import Vocabulary, key_of
from ceulog.exchange.importing.headers import known_names
from ceulog.exchange.importing.records import DELIMITERS, Record, records

_LOOKED_AT = 60
"""Records from which the delimiter is told."""
_LONGEST_NAME = 40
_HEAD = {"subject", "date"}
"""What the head of an e-mail says that are names of columns, too."""


def table_of(lines: Sequence[str], words: Vocabulary) -> list[Record]:
    """The records of a table or a message, by its lines, without blank ones."""
    scored = {each: _score(lines, each, words) for each in DELIMITERS}
    best = max(scored, key=lambda each: scored[each])
    if scored[best][0] < 2 and (message := _message("".join(lines), words)):
        return message
    return list(records(lines, best))


def _score(lines: Sequence[str], delimiter: str, words: Vocabulary) -> tuple[int, int, int]:
    """How many names of columns stand in one line, how many lines have the commonest width above one, and it."""
    rows = list(islice(records(lines, delimiter), _LOOKED_AT))
    names = max((known_names(each.cells, words) for each in rows), default=0)
    widths = Counter(len(each.cells) for each in rows if len(each.cells) > 1)
    width, wide = max(widths.items(), key=lambda each: each[::-1], default=(0, 0))
    return names, wide, width


def _message(text: str, words: Vocabulary) -> list[Record]:
    """The table that lines of names and values make; a blank line, or a name that comes again, begins a record."""
    field_of = {name: field for field, each in reversed(list(words.names.items())) for name in each}
    blocks: list[tuple[int, dict[str, str]]] = []
    begin = True
    for number, line in enumerate(text.splitlines(), 1):
        name, colon, value = line.partition(":")
        if not line.strip():
            begin = True
        elif colon and len(name) <= _LONGEST_NAME and key_of(name) in field_of:
            if begin or name.strip() in blocks[-1][1]:
                blocks.append((number, {}))
                begin = False
            blocks[-1][1][name.strip()] = value.strip()
    blocks = [each for each in blocks if len(each[1]) > 1 and not set(map(key_of, each[1])) <= _HEAD]
    names = list(dict.fromkeys(name for _, block in blocks for name in block))
    fields = {field_of[key_of(name)] for name in names}
    if "date" not in fields or len(fields) < 2:
        return []
    read = (Record(line, tuple(block.get(name, "") for name in names)) for line, block in blocks)
    return [Record(0, tuple(names)), *read]
