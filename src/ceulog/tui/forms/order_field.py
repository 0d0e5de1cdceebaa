"""Whether dates begin with the month or with the day, where a table does not show it."""

from textual import on
from textual.message import Message
from textual.widgets import Select

from ceulog.domain.text import tidy
from ceulog.exchange.importing.dates import Order
from ceulog.tui.forms.fields import Field
from ceulog.tui.widgets.chooser import Chooser, texts


class OrderField(Field):
    """Asks for the order of month and day; it is not to be seen where there is nothing to ask."""

    class Chosen(Message):
        """An order was chosen."""

        def __init__(self, order: Order) -> None:
            super().__init__()
            self.order: Order = order

    def __init__(self) -> None:
        self._said: Order | None = None
        self._choice = Chooser("order", _options(""), "")
        super().__init__("order", "Dates", [self._choice])

    def on_mount(self) -> None:
        """Nothing is to be asked yet."""
        self.display = False

    def show(self, example: str, said: Order | None) -> None:
        """Ask about another table.

        Args:
            example: a date that can be read in two ways; empty where there is nothing to ask.
            said: the order that was said already.
        """
        self._said = said if said in ("mdy", "dmy") else None
        self.display = bool(example)
        if example:
            self._choice.set_options(texts(_options(tidy(example))))
            self._choice.value = self._said or ""

    @on(Select.Changed)
    def _changed(self, event: Select.Changed) -> None:
        event.stop()
        value = event.select.value
        if value != self._said and value in ("mdy", "dmy"):
            self._said = "mdy" if value == "mdy" else "dmy"
            self.post_message(self.Chosen(self._said))


def _options(example: str) -> list[tuple[str, str]]:
    return [("choose", ""), (f"month first, as in {example}", "mdy"), (f"day first, as in {example}", "dmy")]
