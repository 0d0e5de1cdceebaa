"""Asks for the new key of one command: the next key that is pressed, if it can be."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.events import Key
from textual.widgets import Button, Static

from ceulog.tui.commands import Command
from ceulog.tui.screens.modal import Modal


class KeyPrompt(Modal[str | None]):
    """Hands back the pressed key; the empty text for the command's own; None to leave it as it is.

    Args:
        command: with the key that it has now.
        own: the key that it comes with, as people read it.
        why_not: why a key cannot be; empty when it can.
    """

    CSS_PATH = "key_prompt.tcss"
    AUTO_FOCUS = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("backspace", "give_back", "Its own key again", key_display="Backspace"),
        Binding("escape", "leave", "Leave it", key_display="Esc"),
    ]

    def __init__(self, command: Command, own: str, why_not: Callable[[str], str]) -> None:
        super().__init__()
        self._command = command
        self._own = own
        self._why_not = why_not

    def compose(self) -> ComposeResult:
        """What is asked, what is wrong with the last answer, and the ways out."""
        now = self._command.key_text
        with Vertical(classes="panel", id="key-prompt"):
            yield Static(f"A new key for {self._command.name}", classes="heading", markup=False)
            yield Static(f"{self._command.sentence}. Its key is {now}.", classes="sentence muted", markup=False)
            yield Static("Press the new key.", classes="sentence", id="ask")
            yield self.fault_line()
            with Horizontal(classes="answers"):
                yield Button(f"Backspace {self._own} again", id="back-to-own", compact=True)
                yield Button("Esc Leave it", id="leave", compact=True)

    def on_key(self, event: Key) -> None:
        """Take the key, or say why it cannot be."""
        if event.key in ("escape", "backspace"):
            return
        event.stop()
        event.prevent_default()
        if reason := self._why_not(event.key):
            self.complain(reason)
        else:
            self.dismiss(event.key)

    @on(Button.Pressed, "#back-to-own")
    def action_give_back(self) -> None:
        """Take the key that the command comes with."""
        self.dismiss("")

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Leave the key as it is."""
        self.dismiss(None)
