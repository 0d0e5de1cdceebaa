"""What stands below the fields: the bars before and after, what is to be said, and what Enter would save."""

import datetime as dt
from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from ceulog.domain.activities import Activity
from ceulog.domain.remarks import Remark
from ceulog.tui.forms.preview import PreviewLine, preview_content
from ceulog.tui.widgets.contents import Clickable, content_of
from ceulog.tui.widgets.painting import Line, Piece
from ceulog.wording.remarks import remark_sentence

LOOK_ALIKE = "Save it if it is another one; Esc if not."
SAME_NUMBER = "Check the number; it can be saved all the same."
PLANNED = "That day is still to come, so it is logged as planned."
NOWHERE = "It counts for no organization."


def remark_lines(remarks: Iterable[Remark], activity: Activity, today: dt.date) -> list[Line]:
    """What is to be said of an entry before it is saved, each with what to do about it; the warnings are marked."""
    lines: list[Line] = []
    if activity.date > today:
        lines.append((Piece(PLANNED, "muted"),))
    sentences = [" ".join(filter(None, (remark_sentence(each), _advice(each)))) for each in remarks]
    if not activity.credits:
        sentences.append(NOWHERE)
    return lines + [(Piece("! ", "behind"), Piece(each)) for each in sentences]


def _advice(remark: Remark) -> str:
    if remark.kind == "look-alike":
        return LOOK_ALIKE
    same_number = remark.kind in ("takes-over", "rival-plan") or remark.reason == "duplicate"
    return SAME_NUMBER if same_number else ""


class Outcome(Vertical):
    """The part of the form that nobody types in."""

    DEFAULT_CSS = """
    Outcome {
        height: auto;
        & > #preview { height: 0; }
        & > #remarks { height: auto; display: none; }
        & > #ready { height: 1; color: $accent; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    def __init__(self) -> None:
        super().__init__(id="outcome")
        self._said: list[Line] = []
        self._ready = ""
        self._fitted: tuple[list[PreviewLine], int, int] = ([], 0, 0)

    def compose(self) -> ComposeResult:
        """The bars, the remarks, the sentence of what is saved."""
        yield Static(id="preview", markup=False)
        yield Clickable(id="remarks")
        yield Static(id="ready", markup=False)

    def show_bars(self, lines: list[PreviewLine], width: int, room: int) -> None:
        """Show the bars in so many cells and rows."""
        before, self._fitted = self._fitted, (lines, width, room)
        if self._fitted != before:
            preview = self.query_one("#preview", Static)
            preview.update(preview_content(lines, width, room), layout=False)
            rows = min(len(lines), room)
            if rows != min(len(before[0]), before[2]):
                preview.styles.height = rows

    def say(self, lines: list[Line]) -> bool:
        """Say something, or nothing; gives whether it differs from before."""
        if lines == self._said:
            return False
        self._said = lines
        remarks = self.query_one("#remarks", Clickable)
        remarks.update(content_of(lines))
        remarks.display = bool(lines)
        return True

    def tell_ready(self, words: str) -> None:
        """Say what Enter saves, or nothing; its line is always there, for a button must not move under a click."""
        if words != self._ready:
            self._ready = words
            self.query_one("#ready", Static).update(Content(words), layout=False)
