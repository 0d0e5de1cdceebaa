"""The texts of a small form, read one by one; each fault is kept with its field."""

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeVar

from ceulog.domain.cycles import Override
from ceulog.domain.text import tidy
from ceulog.wording.dates import parse_date
from ceulog.wording.numbers import parse_ceus, parse_dollars

V = TypeVar("V")


COMING = frozenset({"cycle_end", "extension", "dues_date", "verification_due"})
"""Fields of days that are mostly still to come; without a year the next such day is meant."""


class Texts:
    """What was typed, by field."""

    def __init__(self, texts: Mapping[str, str], today: dt.date) -> None:
        self._texts = texts
        self._today = today
        self.faults: dict[str, str] = {}
        """Field -> what is wrong with it."""

    def given(self, name: str) -> str:
        """The text of a field without blanks around it."""
        return self._texts.get(name, "").strip()

    def date(self, name: str) -> dt.date | None:
        """A day; None for an empty field, and for one with a fault."""
        return self._read(name, lambda text: parse_date(text, self._today, coming=name in COMING))

    def number(self, name: str) -> Decimal | None:
        """A number; None for an empty field, and for one with a fault."""
        return self._read(name, parse_ceus)

    def money(self, name: str) -> Decimal | None:
        """An amount in dollars, with its sign or without; None for an empty field, and for one with a fault."""
        return self._read(name, parse_dollars)

    def override(self, name: str) -> Override | None:
        """A number with its reason, which stands in the field NAME_reason."""
        ceus, reason = self.number(name), tidy(self.given(f"{name}_reason"))
        if ceus is None:
            if reason and name not in self.faults:
                self.faults[name] = "There is a reason but no number."
            return None
        if not reason:
            self.faults[name] = "Say why your number differs from the rule, as in “pro-rated”."
            return None
        return Override(ceus, reason)

    def _read(self, name: str, reader: Callable[[str], V]) -> V | None:
        text = self.given(name)
        if not text:
            return None
        try:
            return reader(text)
        except ValueError as fault:  # BadDate and BadNumber carry their sentence
            self.faults[name] = str(fault)
            return None
