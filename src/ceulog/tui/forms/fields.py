"""A field: its label, what is typed, how that reads, and a line for what is wrong with it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Input, Label


class Field(Vertical):
    """One or more inputs under one label. The fault's line takes no room while there is none."""

    # the rule for focus-within itself is what makes Textual look at the labels anew when the focus moves
    DEFAULT_CSS = """
    Field {
        height: auto;
        width: 1fr;
        &:focus-within { height: auto; }
        & > Horizontal { height: auto; }
        & .field--label { width: 13; color: $muted; }
        &:focus-within .field--label { color: $accent; text-style: bold; }
        & .field--hint { width: auto; color: $muted; padding: 0 0 0 1; }
        & > .field--fault { width: 100%; height: auto; padding: 0 0 0 13; color: $behind; display: none; }
        &.-faulty > .field--fault { display: block; }
        & Input, & Select > SelectCurrent, & TextArea { background: $field; }
        & Input:focus, & Select:focus > SelectCurrent, & TextArea:focus { background: $focus; }
        & Input { width: 1fr; }
        & Select { width: 1fr; }
        & Input.-short { width: 9; }
        & Input.-day { width: 12; }
    }
    """

    def __init__(self, name: str, label: str, controls: Iterable[Widget], hint: str | None = None) -> None:
        super().__init__(id=f"field-{name}")
        self.field = name
        self._label = label
        self._controls = tuple(controls)
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The line itself, and below it the line of the fault."""
        with Horizontal():
            yield Label(self._label, classes="field--label", markup=False)
            yield from self._controls
            if self._hint is not None:
                yield Label(self._hint, classes="field--hint", markup=False)
        yield Label("", classes="field--fault", markup=False)

    def say(self, hint: str) -> None:
        """Show how what is typed reads."""
        self.query_one(".field--hint", Label).update(hint)

    def complain(self, sentence: str) -> None:
        """Show what is wrong; nothing for the empty text."""
        self.query_one(".field--fault", Label).update(sentence)
        self.set_class(bool(sentence), "-faulty")


class TickBox(Checkbox):
    """A box that says by its sign, not by its colour, whether it is ticked: [x] or [ ].

    Space or a click turns it; Enter goes on, as it does in every other field.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "app.focus_next", show=False)]
    DEFAULT_CSS = """
    TickBox { background: transparent; padding: 0; border: none; }
    TickBox:focus { background: $focus; }
    """

    def __init__(self, label: str, value: bool = False, *, name: str) -> None:
        super().__init__(Content(label), value, id=name, compact=True)

    @property
    def _button(self) -> Content:
        return Content("[x]" if self.value else "[ ]")


def a_line(name: str, *, placeholder: str = "", classes: str | None = None) -> Input:
    """One line of text without a frame."""
    return Input(id=name, placeholder=placeholder, compact=True, classes=classes, select_on_focus=False)
