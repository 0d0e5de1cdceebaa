"""The boxes of a credential that has several: each is turned by Enter or a click."""

import datetime as dt
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.boxes import BoxShown
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.domain.ticking import CycleOver
from ceulog.logbook.errors import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.tui.boxes import boxes_shown, turned
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.tui.widgets.board_rows import CHOICES, box_signs
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.signed_list import SignedList
from ceulog.wording.dates import prose_date
from ceulog.wording.phrases import done_by_question
from ceulog.wording.roads import lacking


class BoxesScreen(Keeping[None]):
    """Lists every box of one credential, and turns them.

    Args:
        logbook: the log.
        code: the credential's.
    """

    CSS_PATH = "boxes.tcss"
    AUTO_FOCUS = PART = "#boxes-list"
    OPENED_BY = "tick"
    ABOUT: ClassVar[str] = (
        "The boxes of a credential that has several. Enter ticks the one under the cursor today, or opens it again."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn", "Tick, or open again", key_display="Enter"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, code: str) -> None:
        super().__init__()
        self._logbook = logbook
        self._code = code
        self._shown: list[BoxShown] = []

    def compose(self) -> ComposeResult:
        """The boxes, what they are for, and the keys."""
        with Vertical(classes="panel dialog", id="boxes-panel"):
            yield Static(f"Boxes of {tidy(self._code)}", classes="heading", markup=False)
            yield SignedList(id="boxes-list", compact=True, markup=False)
            yield Static("", classes="sentence muted", id="boxes-say", markup=False)
            yield self.fault_line()
            yield self.key_line("boxes-keys")

    def on_mount(self) -> None:
        """Show how they stand."""
        self._show()

    def _show(self) -> None:
        state, trouble = read_log(self._logbook)
        self._shown = boxes_shown(self._logbook, state, self._code)
        listed = self.query_one("#boxes-list", OptionList)
        place = listed.highlighted or 0
        listed.clear_options()
        listed.add_options([Option(_line(each)) for each in self._shown])
        if self._shown:
            listed.highlighted = min(place, len(self._shown) - 1)
        self.query_one("#boxes-say", Static).update(Content("\n".join(self._choices(state))))
        self.complain(trouble)

    def _choices(self, state: LogState) -> list[str]:
        """How far the choices are that the boxes belong to."""
        found = (each for one in self._logbook.progress(state) for each in one.credentials if each.code == self._code)
        bars = [bar for each in found for bar in each.bars if bar.kind in CHOICES]
        return [
            f"{tidy(bar.label)}: everything is there" if bar.met
            else f"{tidy(bar.label)}: {int(bar.fraction * 100)} %, it lacks {tidy(lacking(bar))}"
            for bar in bars
        ]  # fmt: skip

    @on(OptionList.OptionSelected, "#boxes-list")
    def action_turn(self) -> None:
        """Tick the box under the cursor today, or open it again."""
        place = self.query_one("#boxes-list", OptionList).highlighted
        if place is not None and place < len(self._shown):
            self._turn(self._shown[place].box.label)

    def _turn(self, label: str, on: dt.date | None = None) -> None:
        plan = partial(turned, self._logbook, code=self._code, label=label, on=on)
        try:
            plan(self._logbook.last_read)
        except CycleOver as over:
            self._ask_when(over)
            return
        except Refusal:
            pass  # said when it is carried out, with the log as it stands
        self.save(lambda: self._logbook.change(plan), lambda _made: self._show(), self._refused)

    def _ask_when(self, over: CycleOver) -> None:
        from ceulog.tui.screens.confirm import ConfirmScreen  # noqa: PLC0415 - on first need

        question = tidy(done_by_question(over.code, over.label, over.last_day))
        self.app.push_screen(
            ConfirmScreen(question, "Yes, by then (y)", "No (n)"),
            lambda agreed: self._turn(over.label, over.last_day) if agreed else None,
        )

    def _refused(self, sentence: str) -> None:
        self._show()
        self.complain(sentence)


def _line(shown: BoxShown) -> Content:
    box = shown.box
    signs = box_signs(box.boxes, shown.done)
    when = f"  {prose_date(shown.last)}" if shown.last else ""
    optional = "" if box.required else ", optional"
    return Content.assemble(f"{signs} {tidy(box.label)}", (f"{optional}{when}", MUTED))
