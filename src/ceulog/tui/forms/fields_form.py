"""A form of single fields, each read by itself."""

from collections.abc import Mapping

from textual import on
from textual.widgets import Input

from ceulog.tui.forms.fields import Field
from ceulog.tui.screens.keeping import Keeping


class FieldsForm(Keeping[None]):
    """Enter goes to the next field, and each fault is said at its own."""

    @on(Input.Submitted)
    def _enter(self) -> None:
        self.focus_next()

    def say_faults(self, faults: Mapping[str, str]) -> bool:
        """Say each fault at its field, nothing at the others, and go to the first; gives whether there is one."""
        for field in self.query(Field):
            field.complain(faults.get(field.field, ""))
        if faults:
            self.query_one(f"#{next(iter(faults))}").focus()
        return bool(faults)
