"""What is next, and what is to be known: as many lines as there is room for, the most urgent first.

Pure: from phrases and notices to lines of pieces.
"""

from collections.abc import Iterator, Sequence

from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy
from ceulog.tui.notices import Notice
from ceulog.tui.widgets.painting import Line, Piece, wrapped

LABEL_WIDTH = 7
MOST_NEEDS = 4
"""Things that are missing, named in one line."""


class Outlook(NamedTuple):
    """What there is to say."""

    todo: Sequence[str] = ()
    """What is missing, a phrase each."""
    notices: Sequence[Notice] = ()
    """What is to be known."""
    otherwise: str = ""
    """What stands there when nothing is missing."""
    trouble: str = ""
    """A sentence that takes the place of everything."""


def outlook_lines(outlook: Outlook, width: int, room: int) -> list[Line]:
    """All of it in at most so many lines of so many cells; trouble takes the lines that it needs."""
    if outlook.trouble:
        return [(Piece(text),) for text in wrapped(tidy(outlook.trouble), width)]
    lines = ahead_lines(outlook.todo, outlook.notices, width, room)
    if not outlook.todo and outlook.otherwise:
        lines.insert(0, (Piece(outlook.otherwise, "muted"),))
    return lines


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
