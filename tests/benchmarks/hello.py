"""The floor: the least that an app of Textual can be."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("hello, world")


if __name__ == "__main__":
    Hello().run()
