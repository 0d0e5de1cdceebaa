"""The one place where the dashboard says what was done, or was not: until the next key or click."""

from textual.content import Content
from textual.widgets import Static

MOST = 3
"""Sentences that can stand there at once; the oldest give way."""


class MessageLine(Static):
    """Sentences below each other, those about what was not done in the colour of attention, with a sign."""

    DEFAULT_CSS = """
    MessageLine { height: auto; width: 100%; display: none; }
    MessageLine.-said { display: block; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id, markup=False)
        self._said: list[tuple[str, bool]] = []

    @property
    def text(self) -> str:
        """What stands there, a line a sentence, without the sign; empty when nothing does."""
        return "\n".join(words for words, _ in self._said)

    def tell(self, words: str, *, complaint: bool) -> None:
        """Add a sentence."""
        self._said = [*self._said, (words, complaint)][-MOST:]
        self._show()

    def hush(self) -> None:
        """What was said has been read."""
        if self._said:
            self._said = []
            self._show()

    def _show(self) -> None:
        self.set_class(bool(self._said), "-said")
        lines = [Content.styled(f"! {words}", "$behind") if bad else Content(words) for words, bad in self._said]
        self.update(Content("\n").join(lines))
