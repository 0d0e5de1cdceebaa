"""The one place where the dashboard says what was done, or was not: until the next key or click."""

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

MOST = 3
"""Sentences that can stand there at once; the oldest give way."""


class Saying:
    """One sentence."""

    __slots__ = ("complaint", "words")

    def __init__(self, words: str, complaint: bool) -> None:
        self.words = words
        self.complaint = complaint
        """Whether it is about something that was not done."""


class Read(Message):
    """Some of what is said has been read."""

    def __init__(self, said: Sequence[Saying]) -> None:
        super().__init__()
        self.said = said


class MessageLine(Static):
    """Sentences below each other, those about what was not done in the color of attention, with a sign."""

    DEFAULT_CSS = """
    MessageLine { height: auto; width: 100%; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id, markup=False)
        self._said: list[Saying] = []

    @property
    def said(self) -> tuple[Saying, ...]:
        """What stands there, the newest last."""
        return tuple(self._said)

    @property
    def text(self) -> str:
        """What stands there, a line a sentence, without the sign; empty when nothing does."""
        return "\n".join(each.words for each in self._said)

    def tell(self, words: str, *, complaint: bool) -> None:
        """Add a sentence."""
        self._said = [*self._said, Saying(words, complaint)][-MOST:]
        self._show()

    def hush(self, read: Iterable[Saying]) -> None:
        """Some of it has been read; what was said since stays, be it in the same words."""
        gone = set(map(id, read))
        left = [each for each in self._said if id(each) not in gone]
        if len(left) < len(self._said):
            self._said = left
            self._show()

    def _show(self) -> None:
        lines = [
            Content.styled(f"! {each.words}", "$behind") if each.complaint else Content(each.words)
            for each in self._said
        ]
        width = self.size.width
        one_line = all(cell_len(each.words) + 2 <= width for each in self._said)
        # most sentences take the line that is there, and nothing else has to be laid out anew
        self.update(Content("\n").join(lines), layout=not one_line or max(len(lines), 1) != self.size.height)
