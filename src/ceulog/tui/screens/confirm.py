"""A question with two answers; the harmless one has the focus."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from ceulog.tui.screens.modal import Modal


class ConfirmScreen(Modal[bool]):
    """Asks before something that undo cannot take back, or that deserves a second look.

    Args:
        question: what is asked, with what will happen.
        yes: the answer that does it.
        no: the answer that leaves everything as it is; Enter gives it.
    """

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = "#no"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes"),
        Binding("n,escape", "answer(False)", "No"),
        Binding("left,right", "app.focus_next", "Other answer", show=False),
    ]

    def __init__(self, question: str, yes: str, no: str) -> None:
        super().__init__()
        self._question = question
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        """The question and its answers."""
        with Vertical(classes="panel dialog", id="confirm"):
            yield Static(self._question, classes="sentence", markup=False)
            with Horizontal(classes="answers"):
                yield Button(Content(self._no), id="no", compact=True)
                yield Button(Content(self._yes), id="yes", compact=True)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, answer: bool) -> None:
        """Answer by key."""
        self.dismiss(answer)
