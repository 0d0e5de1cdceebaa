"""Which column of a table is which field: a choice for each."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Select

from ceulog.exchange.importing.headers import Choice
from ceulog.tui.forms.fields import Field
from ceulog.tui.forms.import_look import FIELDS
from ceulog.tui.widgets.chooser import Chooser
from ceulog.tui.widgets.painting import shortened

NOWHERE = "in no column"
LONGEST = 60
"""Cells of a column's name."""


class ColumnFields(VerticalScroll, can_focus=False):
    """A choice among the columns for each field.

    Args:
        choices: the columns.
        at: field -> the number of its column.
    """

    ABOUT: ClassVar[str] = "Which column of the table is which field. Enter opens a choice; what it does is said above."

    class Chosen(Message):
        """A field is to be in another column."""

        def __init__(self, field: str, wish: str) -> None:
            super().__init__()
            self.field = field
            self.wish = wish
            """The name or number of the column; empty for none."""

    def __init__(self, choices: Sequence[Choice], at: Mapping[str, int]) -> None:
        super().__init__()
        self._choices = choices
        self._at = dict(at)

    def compose(self) -> ComposeResult:
        """The fields."""
        columns = [(shortened(each.label, LONGEST), str(place)) for place, each in enumerate(self._choices)]
        for name, label in FIELDS.items():
            choice = Chooser(f"column-{name}", [(NOWHERE, ""), *columns], self._place(name))
            yield Field(f"column-{name}", label, [choice])

    def _place(self, name: str) -> str:
        place = self._at.get(name, -1)
        return str(place) if 0 <= place < len(self._choices) else ""

    def show(self, at: Mapping[str, int]) -> None:
        """Show which columns hold which fields now."""
        self._at = dict(at)
        for name in FIELDS:
            self.query_one(f"#column-{name}", Select).value = self._place(name)

    def go_to(self, name: str) -> None:
        """Go to the choice of a field."""
        self.query_one(f"#column-{name}", Select).focus()

    @on(Select.Changed)
    def _changed(self, event: Select.Changed) -> None:
        event.stop()
        name, value = str(event.select.id).removeprefix("column-"), str(event.select.value)
        if value != self._place(name):
            self._at[name] = int(value) if value else -1
            self.post_message(self.Chosen(name, self._choices[int(value)].wish if value else ""))
