"""A line to search by, which keeps nothing of what is typed for whatever comes behind it."""

from textual.events import Key
from textual.widgets import Input

from ceulog.tui.forms.early import EarlyKeys
from ceulog.tui.widgets.line import Line


class SearchLine(Line):
    """Holds back what is typed behind the key that leaves it: a quick hand is there before the focus has moved."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(id=name, placeholder=placeholder)
        self._behind: EarlyKeys | None = None
        """What is typed since it was left; None while it is not."""

    @property
    def is_left(self) -> bool:
        """Whether its keys are for what comes behind it."""
        return self._behind is not None

    def on_focus(self) -> None:
        """It is typed into again."""
        self._behind = None

    def on_key(self, event: Key) -> None:
        """Tab leaves it, and so does Enter when it is empty."""
        if self._behind is not None:
            if self._behind.take(event):
                event.stop()
                event.prevent_default()
        elif event.key == "tab" or (event.key == "enter" and not self.value.strip()):
            self._behind = EarlyKeys()

    def hand_over(self, line: Input) -> None:
        """Give a line what was typed behind the search."""
        if self._behind is not None:
            self._behind.begin(line)
