"""What is next, and what is to be known: as many lines as there is room for, the most urgent first."""

from collections.abc import Iterator, Sequence

from textual.content import Content

from ceulog.domain.text import tidy
from ceulog.tui.notices import Notice
from ceulog.tui.widgets.contents import Clickable, content_of
from ceulog.tui.widgets.painting import Line, Piece, wrapped

LABEL_WIDTH = 7
MOST_NEEDS = 4
"""Things that are missing, named in one line."""


def ahead_lines(todo: Sequence[str], notices: Sequence[Notice], width: int, room: int) -> list[Line]:
    """What is overdue, what is missing, what is to be known: at most so many lines of so many cells."""
    now = [each for each in notices if each.label == "Now"]
    lines: list[Line] = []
    for notice in now:
        lines += _fitting(notice, width, room - len(lines) - 1)
    left = room - len(lines) - (len(notices) > len(now))
    lines += _missing(todo, width, max(left, 1))
    for notice in notices[len(now) :]:
        lines += _fitting(notice, width, room - len(lines))
    return lines


def _missing(todo: Sequence[str], width: int, room: int) -> list[Line]:
    """As many of the things that are missing as fit."""
    for number in range(min(len(todo), MOST_NEEDS), 0, -1):
        more = f" · {len(todo) - number} more" if number < len(todo) else ""
        lines = list(_labelled("Next", " · ".join(todo[:number]) + more, width, "muted", ""))
        if len(lines) <= room:
            return lines
    return list(_labelled("Next", todo[0], width, "muted", ""))[:room] if todo else []


def _fitting(notice: Notice, width: int, room: int) -> list[Line]:
    """The notice in the fullest words that fit; nothing when none do."""
    role = "overdue" if notice.label == "Now" else "muted"
    for words in notice.words:
        lines = list(_labelled(notice.label, words, width, role, notice.action))
        if len(lines) <= room:
            return lines
    return []


def _labelled(label: str, words: str, width: int, role: str, action: str) -> Iterator[Line]:
    for text in wrapped(words, max(width - LABEL_WIDTH, 10)):
        yield Piece(f"{label:{LABEL_WIDTH}}", role), Piece(text, "text", action)
        label = ""


class Ahead(Clickable):
    """The lines below the bars."""

    DEFAULT_CSS = """
    Ahead { height: auto; padding: 0 1; margin: 1 0 0 0; }
    Ahead.-trouble { color: $overdue; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id)
        self._todo: Sequence[str] = ()
        self._notices: Sequence[Notice] = ()
        self._otherwise = ""
        self._trouble = ""
        self._lines: list[Line] = []

    def show(self, todo: Sequence[str], notices: Sequence[Notice], *, otherwise: str, trouble: str) -> None:
        """Show other things.

        Args:
            todo: what is missing, a phrase each.
            notices: what is to be known.
            otherwise: what stands there when nothing is missing.
            trouble: a sentence that takes the place of everything.
        """
        self._todo, self._notices, self._otherwise, self._trouble = todo, notices, otherwise, trouble
        self.set_class(bool(trouble), "-trouble")

    def fit(self, width: int, room: int) -> int:
        """Lay it out in so many cells and lines at most; gives the lines that it takes."""
        width -= 2
        if self._trouble:
            lines: list[Line] = [(Piece(text),) for text in wrapped(tidy(self._trouble), width)]
        else:
            lines = ahead_lines(self._todo, self._notices, width, room)
            if not self._todo and self._otherwise:
                lines.insert(0, (Piece(self._otherwise, "muted"),))
        if lines != self._lines:
            self._lines = lines
            self.update(content_of(lines) if lines else Content(""), layout=len(lines) != self.size.height)
        self.display = bool(lines)
        return len(lines)
