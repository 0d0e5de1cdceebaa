"""A choice of one among several: typing the beginning of one opens the list and goes to it."""

import re
from collections.abc import Iterable
from typing import TypeVar

from rich.text import Text
from textual import events, on
from textual.timer import Timer
from textual.widgets import OptionList, Select

Value = TypeVar("Value")
_WORD = re.compile(r"\w+")
PAUSE = 1.0
"""Seconds without a key after which another name is meant."""


class Chooser(Select[Value]):
    """A list that folds away.

    Args:
        name: the id of the widget.
        choices: what each is called, and its value.
        value: what is chosen; None for nothing yet, which `prompt` then stands for.
        prompt: what is said while nothing is chosen.
    """

    def __init__(
        self, name: str, choices: Iterable[tuple[str, Value]], value: Value | None = None, prompt: str = ""
    ) -> None:  # fmt: skip
        # Textual's own search begins only once the list is open, and then forgets the first letter
        if value is None:
            super().__init__(texts(choices), id=name, prompt=prompt, compact=True, type_to_search=False)
        else:
            super().__init__(
                texts(choices), id=name, value=value, allow_blank=False, compact=True, type_to_search=False
            )
        self._typed = ""
        """What was typed since the list was opened, or since the last pause."""
        self._pause: Timer | None = None

    def on_key(self, event: events.Key) -> None:
        """Open the list, and go to what is typed; a letter with which no word of theirs begins is left to others."""
        if not event.character or not event.is_printable or (event.key == "space" and not self._typed):
            return
        listed, typed = self.query_one(OptionList), self._typed + event.character.casefold()
        names = [str(each.prompt).casefold() for each in listed.options]
        if not self.expanded and not any(
            word.startswith(typed) for name in names for word in (name, *_WORD.findall(name))
        ):
            return
        event.stop()
        event.prevent_default()
        self.expanded, self._typed = True, typed
        begins = (place for place, name in enumerate(names) if name.startswith(self._typed))
        holds = (place for place, name in enumerate(names) if self._typed in name)
        listed.highlighted = next(begins, next(holds, listed.highlighted))
        if self._pause:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._forget)

    def _forget(self) -> None:
        self._typed = ""

    @on(Select.Changed)
    def _chosen(self) -> None:
        self._forget()


def texts(choices: Iterable[tuple[str, Value]]) -> list[tuple[Text, Value]]:
    """The choices as a list shows them: a text of its own kind is never markup, and is what typing is compared with."""
    return [(Text(words), value) for words, value in choices]
