"""What cells of a table are not understood, though something is taken from their lines: to be said before it counts."""

import re

from ceulog.domain.editions import Rulebook
from ceulog.domain.text import tidy
from ceulog.exchange.guard import unguard
from ceulog.exchange.importing.cells import NONE, names, word
from ceulog.exchange.importing.dialects import key_of, vocabulary
from ceulog.exchange.importing.telling import spoilt_numbers, unknown_credentials, unknown_statuses
from ceulog.logbook.importing import Table

_ROUNDED = re.compile(r"[0-9]\.[0-9]+E\+[0-9]+", re.IGNORECASE)
"""How a spreadsheet shows a number that is too long for its column."""


def doubts(table: Table, rulebook: Rulebook) -> list[str]:
    """A sentence for each column of which something is not understood, with what becomes of its lines."""
    if table.columns.dialect.is_ours:
        return []
    known = vocabulary().words["status"]
    statuses = sorted(each for each in _texts(table, "status") if word(each, known) is None)
    strange = sorted(
        each for each in _texts(table, "credential") if each not in NONE and not _names_any(each, rulebook)
    )
    rounded = sorted(filter(_ROUNDED.fullmatch, _texts(table, "index_number")))
    return list(filter(None, [unknown_statuses(statuses), unknown_credentials(strange), spoilt_numbers(rounded)]))


def _texts(table: Table, field: str) -> set[str]:
    """The different texts of a column; none where there is no such column."""
    if (place := table.columns.at.get(field, -1)) < 0:
        return set()
    cells = {each.cells[place] for each in table.rows if place < len(each.cells) and not each.fault}
    return {text for each in cells if (text := tidy(unguard(each)))}


def _names_any(cell: str, rulebook: Rulebook) -> bool:
    bodies = {key_of(code) for code in rulebook.organizations}
    return any(key_of(each) in bodies or rulebook.find_credential(each) for each in names(cell))
