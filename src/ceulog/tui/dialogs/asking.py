"""A dialog that asks for a few fields."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Button, Input, Label, Static

from ceulog.logbook.errors import Refusal, StorageError
from ceulog.wording.dates import BadDate
from ceulog.wording.numbers import BadNumber


class Field(NamedTuple):
    """One field of a dialog."""

    name: str
    label: str
    text: str = ""
    hint: str = ""
    known: tuple[str, ...] = ()
    """What is suggested while typing."""


Texts = Mapping[str, str]


class FieldsDialog(ModalScreen[Any]):
    """A few fields; `save` takes their texts, and its refusal is shown while everything stays typed."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # a list of bindings is one of what it takes
        Binding("escape", "close", "Back", priority=True),
        Binding("ctrl+s", "save", "Save", priority=True),
    ]

    def __init__(
        self, heading: str, intro: str, fields: Iterable[Field], save: Callable[[Texts], Any], button: str = "Save"
    ) -> None:
        super().__init__()
        self._heading, self._intro, self._button = heading, intro, button
        self._fields = tuple(fields)
        self._save = save

    def compose(self) -> ComposeResult:
        """The heading, the fields, the buttons."""
        with VerticalScroll(classes="box"):
            yield Label(self._heading, classes="heading", markup=False)
            yield Static(Content(self._intro), classes="intro")
            with Grid(classes="fields"):
                for field in self._fields:
                    yield Label(field.label, markup=False)
                    yield field_input(field)
            yield Static(classes="fault", id="fault", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(self._button, id="save", variant="primary", compact=True)
                yield Button("Back (Esc)", id="back", compact=True)

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if event.input.id == self._fields[-1].name:
            self.action_save()
        else:
            self.focus_next()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_close()

    def action_save(self) -> None:
        """Hand over what is typed."""
        texts = {field.name: self.query_one(f"#{field.name}", Input).value.strip() for field in self._fields}
        answer, sentence = attempt(lambda: self._save(texts))
        if sentence:
            self.query_one("#fault", Static).update(Content(sentence))
        else:
            self.dismiss(answer)

    def action_close(self) -> None:
        """Go back; nothing was changed."""
        self.dismiss(None)


def field_input(field: Field) -> Input:
    """The input of a field."""
    suggester = SuggestFromList(field.known, case_sensitive=False) if field.known else None
    return Input(field.text, placeholder=field.hint, id=field.name, compact=True, suggester=suggester)


def attempt(work: Callable[[], Any]) -> tuple[Any, str]:
    """What the work answers, and the sentence of its refusal; empty when it was done."""
    try:
        return work(), ""
    except (Refusal, StorageError, BadDate, BadNumber) as fault:
        return None, str(fault)
