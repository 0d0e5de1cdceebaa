"""A field: its label, what is typed, how that reads, and a line for what is wrong with it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Checkbox, Label

from ceulog.tui.glyphs import ASCII, terminal_glyphs
from ceulog.tui.widgets.contents import Clickable, content_of
from ceulog.tui.widgets.line import Line
from ceulog.tui.widgets.painting import Piece


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
        & .field--hint { width: 1fr; height: 1; color: $muted; padding: 0 0 0 1; }
        & > .field--fault { width: 100%; height: auto; padding: 0 0 0 13; color: $behind; display: none; }
        &.-faulty > .field--fault { display: block; }
        & Input, & Select > SelectCurrent, & TextArea { background: $field; }
        & Input:focus, & Select:focus > SelectCurrent, & TextArea:focus { background: $focus; }
        & Input { width: 1fr; }
        & Select { width: 1fr; }
        & Input.-short { width: 9; }
        & Input.-day { width: 11; }
    }
    """

    def __init__(self, name: str, label: str, controls: Iterable[Widget], hint: str | None = None) -> None:
        super().__init__(id=f"field-{name}")
        self.field = name
        self._label = label
        self._controls = tuple(controls)
        self._hint = hint
        self._fault = ""

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
        if hint != self._hint:
            self._hint = hint
            self.query_one(".field--hint", Label).update(hint, layout=False)

    def complain(self, sentence: str) -> None:
        """Show what is wrong; nothing for the empty text."""
        if sentence != self._fault:
            self._fault = sentence
            self.query_one(".field--fault", Label).update(sentence)
            self.set_class(bool(sentence), "-faulty")


class TickBox(Checkbox):
    """A box that says by its sign, not by its color, whether it is ticked: [x] or [ ].

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


class PickLine(Line):
    """A line whose text can be picked from something that opens with the arrow down, or by the sign beside it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "screen.pick", "Pick", show=False)]


class Opener(Clickable):
    """A sign, or a word, that does something when it is clicked; every one has a key that does the same."""

    DEFAULT_CSS = """
    Opener { width: auto; height: 1; color: $muted; }
    Opener:hover { background: $foreground 10%; color: $foreground; }
    """

    def __init__(self, action: str, words: str = "") -> None:
        super().__init__()
        sign = "v" if terminal_glyphs() is ASCII else "▼"
        self._piece = Piece(f" {words or sign} ", "text", action)

    def on_mount(self) -> None:
        """Show the sign."""
        self.update(content_of([(self._piece,)]))


def a_line(name: str, *, placeholder: str = "", classes: str | None = None, picks: bool = False) -> Line:
    """One line of text without a frame; `picks` when the arrow down opens something to pick from."""
    kind = PickLine if picks else Line
    return kind(id=name, placeholder=placeholder, classes=classes)
