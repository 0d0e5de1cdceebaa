"""The first start: which credentials, when their cycle ends, and then the first entry."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Input, Label, Static

from ceulog.logbook.logbook import Logbook
from ceulog.tui.dialogs.asking import attempt, field_input
from ceulog.tui.dialogs.holding import adopt, new_fields

INTRO = """Welcome. Three things, and nothing else:
1. a credential that you hold, and when it was awarded;
2. when its cycle ends (for AAPC the renewal month is enough, the year is worked out);
3. then log your first activity, now or later. You can leave with Esc at any step; c brings you back."""


class Wizard(ModalScreen[str | None]):
    """Answers "log" when the coder wants to log something next."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # a list of bindings is one of what it takes
        Binding("escape", "leave", "Later", priority=True),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._fields = new_fields(logbook.rulebook)

    def compose(self) -> ComposeResult:
        """What is asked, and what to do next."""
        with VerticalScroll(classes="box"):
            yield Label("Your logbook", classes="heading", markup=False)
            yield Static(Content(INTRO), classes="intro")
            with Grid(classes="fields"):
                for field in self._fields:
                    yield Label(field.label, markup=False)
                    yield field_input(field)
            yield Static(classes="fault", id="fault", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Add this credential", id="add", variant="primary", compact=True)
                yield Button("Log my first activity", id="log", compact=True)
                yield Button("Later (Esc)", id="later", compact=True)

    def on_mount(self) -> None:
        """Begin with the credential."""
        self.query_one("#code", Input).focus()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if event.input.id == "code" and not event.value.strip() and self._logbook.state.credentials:
            self._log()
        elif event.input.id == self._fields[-1].name:
            self._add()
        else:
            self.focus_next()

    @on(Button.Pressed, "#add")
    def _add(self) -> None:
        texts = {field.name: self.query_one(f"#{field.name}", Input).value.strip() for field in self._fields}
        said, fault = attempt(lambda: adopt(self._logbook, texts))
        words = fault or f"{said} Add another, or press Enter to log your first activity."
        self.query_one("#fault", Static).update(Content(words))
        if not fault:
            for field in self._fields:
                self.query_one(f"#{field.name}", Input).value = ""
            self.query_one("#code", Input).focus()

    @on(Button.Pressed, "#log")
    def _log(self) -> None:
        self.dismiss("log")

    @on(Button.Pressed, "#later")
    def action_leave(self) -> None:
        """Leave; what was added stays."""
        self.dismiss(None)
