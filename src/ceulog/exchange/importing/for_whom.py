"""For which organizations and credentials a line counts, and how many CEUs each organization grants."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, get_args

from ceulog.domain.bounds import Ceus
from ceulog.domain.editions import Rulebook
from ceulog.exchange.guard import unguard
from ceulog.exchange.importing import cells
from ceulog.exchange.importing.cells import BadCell, BadField
from ceulog.exchange.importing.dialects import key_of
from ceulog.exchange.importing.headers import Columns
from ceulog.exchange.importing.records import Record

_CEUS = get_args(Ceus)[1]
Notes = list[str]
"""What is understood of no cell goes there."""


class ForWhom:
    """Reads what the lines of one table say of it.

    Args:
        columns: what is in which column.
        rulebook: the organizations and credentials that are known.
    """

    def __init__(self, columns: Columns, rulebook: Rulebook) -> None:
        self._columns = columns
        self._rulebook = rulebook
        self._codes = {key_of(code): code for code in rulebook.organizations}

    def granted(self, record: Record) -> dict[str, Decimal]:
        """Organization -> what stands in the column of its CEUs; none where a table has no such columns.

        Raises:
            BadField: it is no number, or none that an activity can have.
        """
        found: dict[str, Decimal] = {}
        for place, code in self._columns.granted.items():
            text = unguard(record.cells[place]).strip() if place < len(record.cells) else ""
            try:
                amount = _granted(text) if text and text not in cells.NONE else Decimal(0)
            except BadCell as bad:
                name = self._columns.header.cells[place].strip() if self._columns.header else ""
                raise BadField(name, text, str(bad)) from None
            if amount:
                found[code] = amount
        return found

    def _marked(self, record: Record) -> list[str]:
        """The organizations in whose columns there is a mark."""
        cells_of = record.cells
        return [
            code for place, code in self._columns.marked.items()
            if place < len(cells_of) and cells.is_yes(unguard(cells_of[place]))
        ]  # fmt: skip

    def of_line(
        self, record: Record, given: Mapping[str, str], granted: Mapping[str, Decimal], notes: Notes
    ) -> dict[str, Any]:
        """The fields of an entry that say it.

        Args:
            record: the line.
            given: its cells, by field.
            granted: as above.
            notes: what is not understood comes to it.

        Raises:
            BadField: what each organization grants cannot be read.
        """
        if "credits_by_body" in self._columns.at:
            return self._by_body(given)
        bodies = [self._columns.dialect.body] if self._columns.dialect.body else []
        bodies += [*granted, *self._marked(record)]
        codes = [code for field in ("body", "credential") for code in self._named(field, given, notes, bodies)]
        approved_for = self._named("approved_for", given, notes)
        bodies += [owner for code in codes if (owner := self._owner(code)) not in bodies]
        values: dict[str, Any] = {"organizations": tuple(dict.fromkeys(bodies)) if bodies else None}
        if granted:
            values["credits"] = dict(granted)
        if codes or approved_for:
            values["approved_for"] = tuple(dict.fromkeys((*codes, *approved_for)))
        return values

    def _by_body(self, given: Mapping[str, str]) -> dict[str, Any]:
        text = given.get("credits_by_body", "")
        try:
            found = cells.grants(text)
        except BadCell as bad:
            raise BadField("credits_by_body", text, str(bad)) from None
        between = cells.OUR_BETWEEN if self._columns.dialect.is_ours else cells.ANY_BETWEEN
        approved = cells.names(given.get("approved_for", ""), between)
        return {"organizations": tuple(found), "credits": found, "approved_for": approved}

    def _named(self, field: str, given: Mapping[str, str], notes: Notes, bodies: list[str] | None = None) -> list[str]:
        """The credentials that a cell names; organizations go to the bodies, where it may name some."""
        codes, strange = [], []
        for name in cells.names(given.get(field, "")):
            if bodies is not None and key_of(name) in self._codes:
                bodies.append(self._codes[key_of(name)])
            elif known := self._rulebook.find_credential(name):
                codes.append(known[1].code)
            else:
                strange.append(name)
        if strange:
            notes.append(f"{self._columns.name_of(field)}: {', '.join(strange)}")
        return codes

    def _owner(self, code: str) -> str:
        known = self._rulebook.find_credential(code)
        return known[0].code if known else ""


def _granted(cell: str) -> Decimal:
    amount = cells.amount(cell)
    if amount and not _CEUS.holds(amount):
        raise BadCell(cells.OUT_OF_BOUNDS)
    return amount
