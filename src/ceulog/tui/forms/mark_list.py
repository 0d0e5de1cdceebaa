"""A list in which several lines can be marked, as in the log: a box at the beginning of each says which."""

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.widgets.option_list import Option

from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.widgets.signed_list import SIGN_WIDTH

BOX_WIDTH = 4
"""Cells of the box and the blank after it."""


class MarkList(PickList):
    """Lines, each with an id. A mark leaves the cursor where it is, so that what is said of its line stays true."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("shift+up", "mark_on(-1)", "Mark, and go up", show=False),
        Binding("shift+down", "mark_on(1)", "Mark, and go down", show=False),
    ]

    class Marked(Message):
        """Another line is marked, or one no more."""

    def __init__(self, **more: Any) -> None:
        super().__init__(**more)
        self._rows: list[tuple[str, str]] = []
        self._marked: set[str] = set()

    def show(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other lines, each an id and a text; the marks and the cursor stay where they can."""
        place, self._rows = self.highlighted, list(rows)
        self._marked &= {key for key, _ in rows}
        self.clear_options().add_options([Option(self._line(number)) for number in range(len(rows))])
        if place is not None and rows:
            self.highlighted = min(place, len(rows) - 1)

    def _line(self, number: int) -> Content:
        key, text = self._rows[number]
        return Content(f"{'[x]' if key in self._marked else '[ ]'} {text}")

    @property
    def current(self) -> str | None:
        """The id of the line under the cursor."""
        place = self.highlighted
        return self._rows[place][0] if place is not None and place < len(self._rows) else None

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of the marked lines, from above."""
        return tuple(key for key, _ in self._rows if key in self._marked)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The ids of the marked lines; of the one under the cursor where none is marked."""
        return self.marked or (() if self.current is None else (self.current,))

    def mark(self) -> None:
        """Mark the line under the cursor, or take its mark away."""
        if self.current is not None:
            self._turn(self._marked ^ {self.current})

    def mark_all(self) -> None:
        """Mark all lines; none when all are marked already."""
        every = {key for key, _ in self._rows}
        self._turn(set() if self._marked == every else every)

    def unmark(self) -> None:
        """Take all marks away."""
        self._turn(set())

    def action_mark_on(self, step: int) -> None:
        """Mark the line under the cursor and the next one."""
        place = self.highlighted
        if place is not None:
            there = min(max(place + step, 0), len(self._rows) - 1)
            self._turn(self._marked | {self._rows[place][0], self._rows[there][0]})
            self.highlighted = there

    def _turn(self, marked: set[str]) -> None:
        turned, self._marked = self._marked ^ marked, marked
        for number, (key, _) in enumerate(self._rows):
            if key in turned:
                self.replace_option_prompt_at_index(number, self._line(number))
        if turned:
            self.post_message(self.Marked())

    def _on_click(self, event: Click) -> None:  # type: ignore[override]  # ours waits for nothing
        super()._on_click(event)
        if event.style.meta.get("option") is not None and event.x < SIGN_WIDTH + BOX_WIDTH and event.chain == 1:
            self.mark()
