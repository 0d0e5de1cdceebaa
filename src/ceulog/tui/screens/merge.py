"""Merging another copy of the log: which one, what would come of it, ours or theirs in each conflict, and one step."""

import asyncio
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.merging import Choice, Merge
from ceulog.domain.named import NamedTuple
from ceulog.domain.text import tidy
from ceulog.logbook.copies import ConflictCopy, copies_beside
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.merging import Copy, Merged, carry_out_merge, plan_merge, read_copy
from ceulog.logbook.reader import FILE_NAME
from ceulog.tui.forms.merge_lines import (
    MergeDone,
    MergeRow,
    done_words,
    merge_rows,
    plan_words,
    row_content,
    row_detail,
)
from ceulog.tui.forms.merge_list import MergeList
from ceulog.tui.picked import pick_over
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.tui.widgets.key_line import KeyLine, keys_of
from ceulog.tui.widgets.painting import shortened
from ceulog.tui.widgets.signed_list import SIGN_WIDTH
from ceulog.wording.numbers import count

WHICH = (
    "Makes another copy of the log one with this one: what either has is kept, and one undo takes it back. "
    "Which copy? Nothing is merged before you have seen what comes."
)
ANOTHER = "Another folder or file: on a stick, in a synced folder"


class _Look(NamedTuple):
    """What is looked at."""

    copy: Copy
    found: Merge

    @property
    def to_do(self) -> bool:
        """Whether merging it does anything; a conflict copy is at least put away."""
        return bool(self.found.edits or self.found.conflicts) or (self.copy.is_beside and not self.copy.unreadable)


class MergeScreen(Keeping[MergeDone | None]):
    """Merges another copy as one change; hands back what was merged.

    Args:
        logbook: the log.
    """

    CSS_PATH = "merge.tcss"
    AUTO_FOCUS = PART = "#merge-list"
    OPENED_BY = "merge"
    UNSAVED = "Not merged yet. Esc again leaves it."
    ABOUT: ClassVar[str] = (
        "Makes another copy of the logbook one with this one: a sync tool's conflict copy, or the one of another "
        "computer. What only one side has or changed is kept; where both changed the same, you choose: the left arrow "
        "is ours, the right one theirs."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "choose", "Choose", key_display="Enter"),
        Binding("left", "side(False)", "Ours", key_display="←"),
        Binding("right", "side(True)", "Theirs", key_display="→"),
        Binding("f2", "pick", "Pick a file", key_display="F2", priority=True),
        # F3 beside it: some terminals stop at ctrl+s
        Binding("f3,ctrl+s", "merge", "Merge", key_display="F3", priority=True),
        Binding("escape", "back", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._trouble = read_log(logbook).trouble
        self._beside: tuple[ConflictCopy, ...] = ()
        self._look: _Look | None = None
        self._rows: list[MergeRow] = []
        self._theirs: set[Choice] = set()
        self._turn = 0
        """Counts what was asked for, so that an answer that comes late is not taken for the newest."""

    def compose(self) -> ComposeResult:
        """What is to be done, the copies or the lines, the whole of a line, the button, the keys."""
        with Vertical(classes="panel page", id="merge-panel"):
            yield Static("Merge", classes="heading")
            yield Static(WHICH, id="merge-say", classes="sentence", markup=False)
            yield MergeList(id="merge-list", classes="part")
            yield Static("", id="merge-detail", classes="sentence muted", markup=False)
            yield self.fault_line(self._trouble)
            yield Button("Merge", id="merge", variant="primary", compact=True)
            yield self.key_line("merge-keys")

    def on_mount(self) -> None:
        """List the conflict copies, which are looked for off the screen's thread."""
        self._show_copies()
        self._find()

    @work(group="reading")
    async def _find(self) -> None:
        self._beside = await asyncio.to_thread(copies_beside, self._logbook.folder)
        if self._look is None:
            self._show_copies()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        """Sides can be taken where there is a conflict, and merged what was looked at."""
        if action == "side":
            return self._look is not None and bool(self._look.found.conflicts)
        if action == "merge":
            return self._look is not None and self._look.to_do
        return True

    def _show_keys(self) -> None:
        own = (each for each in self.BINDINGS if isinstance(each, Binding))
        keys = keys_of(each for each in own if self.check_action(each.action.partition("(")[0], ()))
        self.query_one("#merge-keys", KeyLine).show(keys)

    def on_resize(self, _event: Resize) -> None:
        """Fit the lines anew."""
        self.call_after_refresh(self._paint)

    # --- what is listed ------------------------------------------------------------------------------------

    @property
    def _list(self) -> MergeList:
        return self.query_one(MergeList)

    @property
    def _width(self) -> int:
        return max(self._list.size.width - SIGN_WIDTH - 2, 20)

    def _paint(self) -> None:
        """Fill the list, with the cursor where it was."""
        place, listed = self._list.highlighted or 0, self._list
        width = self._width
        if self._look:
            contents = [row_content(each, width, self._theirs) for each in self._rows]
        else:
            contents = [
                *(Content(_copy_line(each, width)) for each in self._beside),
                Content(shortened(ANOTHER, width)),
            ]
        listed.clear_options()
        listed.add_options([Option(each) for each in contents])
        listed.highlighted = min(place, len(contents) - 1) if contents else None
        self._tell_whole()
        self.fit_soon()

    def _show_copies(self) -> None:
        self._look, self._rows, self._theirs = None, [], set()
        self.query_one("#merge").display = False
        self._say(WHICH)
        self._show_keys()
        self._list.highlighted = None
        self._paint()

    def _say(self, words: str) -> None:
        self.query_one("#merge-say", Static).update(Content(words))
        self.fit_soon()

    @on(OptionList.OptionHighlighted)
    def _tell_whole(self) -> None:
        row = self._row
        words = row_detail(row, self._width) if row else ""
        detail = self.query_one("#merge-detail", Static)
        detail.update(Content(words))
        detail.display = bool(words)
        self.fit_soon()

    @property
    def _row(self) -> MergeRow | None:
        place = self._list.highlighted
        return self._rows[place] if place is not None and place < len(self._rows) else None

    # --- choosing ------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected)
    def action_choose(self) -> None:
        """Look at the copy under the cursor, or take the other side of the conflict there."""
        place = self._list.highlighted
        if self._look:
            if (row := self._row) and row.conflict:
                self.action_side(row.conflict.choice not in self._theirs)
        elif place is not None and place < len(self._beside):
            beside = (self._logbook.folder / FILE_NAME).resolve().parent
            self._start(beside / self._beside[place].name)
        else:
            self.action_pick()

    def action_side(self, theirs: bool) -> None:
        """Take ours or theirs in the conflict under the cursor."""
        row, place = self._row, self._list.highlighted
        if row is None or row.conflict is None or place is None:
            return
        self._goes_on()
        (self._theirs.add if theirs else self._theirs.discard)(row.conflict.choice)
        self._list.replace_option_prompt_at_index(place, row_content(row, self._width, self._theirs))

    def action_pick(self) -> None:
        """Pick a file of another folder."""
        from ceulog.tui.screens.pick_logbook import PickLogbook  # noqa: PLC0415 - when somebody picks a file

        pick_over(self, PickLogbook, lambda paths: self._start(paths[0]))

    # --- what it would do ----------------------------------------------------------------------------------

    def _start(self, path: Path) -> None:
        """Work out off the screen's thread what merging would do, and then show it."""
        self._turn += 1
        self.complain("")
        self._say(f"Reading {shortened(path.name, 60)} ...")
        self._work_out(path, self._turn)

    @work(group="reading", exclusive=True)
    async def _work_out(self, path: Path, turn: int) -> None:
        try:
            copy = await asyncio.to_thread(read_copy, self._logbook, path)
            if turn == self._turn:
                self._say(f"Comparing {count(len(copy.state.activities), 'entry')} ...")
            found = await asyncio.to_thread(plan_merge, self._logbook, copy)
        except (Refusal, StorageError) as fault:
            if turn == self._turn:
                self._show_copies()
                self.complain(str(fault))
            return
        if turn == self._turn:
            self._show(_Look(copy, found))

    def _show(self, look: _Look) -> None:
        self._look, self._rows, self._theirs = look, merge_rows(look.found), set()
        button = self.query_one("#merge", Button)
        button.label = "Merge" if look.found.edits or look.found.conflicts else "Put the copy away"
        button.display = look.to_do
        button.refresh(layout=True)
        self._say(plan_words(look.copy, look.found))
        self._show_keys()
        self._list.highlighted = None
        self._paint()
        if look.to_do and not look.found.conflicts:
            button.focus()
        else:
            self._list.focus()

    # --- merging and leaving -------------------------------------------------------------------------------

    @on(Button.Pressed, "#merge")
    def action_merge(self) -> None:
        """Merge what is shown."""
        look = self._look
        if look and look.to_do and self.app.screen is self:
            self._say(f"Merging {shortened(look.copy.name, 60)} ...")
            merge = partial(carry_out_merge, self._logbook, look.copy, frozenset(self._theirs), settled=True)
            self.save(merge, partial(self._done, look.copy), partial(self._refused, look))

    def _refused(self, look: _Look, sentence: str) -> None:
        self._say(plan_words(look.copy, look.found))
        self.complain(sentence)

    def _done(self, copy: Copy, merged: Merged) -> None:
        ids = tuple(getattr(each.after, "id", "") for each in merged.found.edits)
        self.close_with(MergeDone(done_words(copy, merged), ids))

    def action_back(self) -> None:
        """Go from the lines to the copies, asking once where something was chosen; or leave."""
        if not self.may_leave(touched=bool(self._theirs)):
            return
        self._turn += 1
        if self._look:
            self.complain("")
            self._show_copies()
            self._list.focus()
        else:
            self.dismiss(None)


def _copy_line(copy: ConflictCopy, width: int) -> str:
    held = count(copy.activities, "entry")
    return f"{shortened(tidy(copy.name), max(width - len(held) - 3, 10))}   {held}"
