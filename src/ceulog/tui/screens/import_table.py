"""Importing a table: a file or pasted text, what would become of each line, and one step that brings it in."""

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Paste
from textual.widgets import Button, Input, Static

from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.import_memory import memory_of
from ceulog.logbook.import_source import Source, read_file, source_in
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.proof_folder import is_for_proofs
from ceulog.tui.abandoned import Abandoned
from ceulog.tui.forms.column_fields import ColumnFields
from ceulog.tui.forms.fields import Field, Opener
from ceulog.tui.forms.import_act import Imported, bring_in
from ceulog.tui.forms.import_lines import fates
from ceulog.tui.forms.import_look import Look, Wishes, look_at
from ceulog.tui.forms.import_words import FIRST, NO_PATH, NOT_YET, NOTHING_NEW, ONE_FILE, PASTED, look_words
from ceulog.tui.forms.order_field import OrderField
from ceulog.tui.forms.pasted import PathLine, is_table, with_plain_ends
from ceulog.tui.forms.paths import path_text, read_paths
from ceulog.tui.picked import pick_over
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.tui.widgets.import_list import ImportList
from ceulog.wording.numbers import count

LONG = 2000
"""Lines from which it is said how far the reading is."""


class ImportScreen(Keeping[Imported | Path | None]):
    """Imports a table as one change; hands back what was imported, or the path where certificates lie.

    Args:
        logbook: the log.
    """

    CSS_PATH = "import_table.tcss"
    AUTO_FOCUS = "#path"
    OPENED_BY = "import"
    UNSAVED = "Not imported yet. Esc again leaves it."
    ABOUT: ClassVar[str] = (
        "Brings in what you logged elsewhere. Give a file or paste a table, read what would become of each line, and "
        "import it: one step, which one undo takes back. Importing it twice adds nothing."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2", "pick", "Pick a file", key_display="F2", priority=True),
        # F3 beside it: some terminals stop at ctrl+s
        Binding("f3,ctrl+s", "import", "Import", key_display="F3", priority=True),
        Binding("f4", "columns", "Columns", key_display="F4", priority=True),
        Binding("escape", "back", "Back", key_display="Esc", priority=True),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._trouble = read_log(logbook).trouble
        self._source: Source | None = None
        self._read_as = ""
        """The path that was read, as it was typed."""
        self._wishes = Wishes()
        self._look: Look | None = None
        self._failed: Callable[[], Source] | None = None
        """What was to be looked at and could not be."""
        self._turn = 0
        """Counts what was asked for, so that an answer that comes late is not taken for the newest."""

    def compose(self) -> ComposeResult:
        """The file, what would be done, the dates' order, the lines or the columns, the button, the keys."""
        with Vertical(classes="panel page", id="import-panel"):
            yield Static("Import", classes="heading")
            yield Field("path", "File", [PathLine(id="path"), Opener("screen.pick")])
            yield Static(FIRST, id="import-say", classes="sentence", markup=False)
            yield OrderField()
            with Vertical(id="import-part"):
                yield ImportList(id="import-list")
                yield Vertical(id="import-columns")
            yield Static("", id="import-detail", classes="sentence muted", markup=False)
            yield self.fault_line(self._trouble)
            yield Button("Import", id="import", variant="primary", compact=True)
            yield self.key_line("import-keys")

    def on_mount(self) -> None:
        """Nothing is read yet."""
        self.query_one("#import-columns").display = False
        self.query_one("#import").display = False

    @property
    def _typed(self) -> str:
        return self.query_one("#path", Input).value.strip()

    def _say(self, words: str) -> None:
        self.query_one("#import-say", Static).update(Content(words))

    # --- what is to be read --------------------------------------------------------------------------------

    @on(Input.Submitted, "#path")
    def _read(self) -> None:
        paths = read_paths(self._typed)
        if len(paths) != 1:
            self.complain(ONE_FILE if paths else NO_PATH)
            return
        if is_for_proofs(paths[0]):
            self._turn += 1
            self.dismiss(paths[0])
            return
        self._take(partial(read_file, paths[0]), self._typed)

    def on_paste(self, event: Paste) -> None:
        """Take a table that is pasted; one line is a path."""
        event.stop()
        text = with_plain_ends(event.text)
        line = self.query_one("#path", Input)
        if is_table(text):
            line.value = ""
            self._take(lambda: source_in(text, PASTED), "")
        elif text.strip() and self.focused is not line:  # else the line has it already
            line.value = text.strip()
            line.focus()

    def _take(self, read: Callable[[], Source], read_as: str) -> None:
        """Look at something else."""
        self._source, self._read_as, self._wishes = None, read_as, Wishes()
        self._start(read)

    def action_pick(self) -> None:
        """Pick a file."""
        from ceulog.tui.screens.pick_table import PickTable  # noqa: PLC0415 - when somebody picks a file

        pick_over(self, PickTable, self._take_file)

    def _take_file(self, paths: tuple[Path, ...]) -> None:
        line = self.query_one("#path", Input)
        line.value = path_text(paths)
        line.cursor_position = len(line.value)  # the end says more than the beginning
        self._read()

    # --- what it would do ----------------------------------------------------------------------------------

    def _start(self, read: Callable[[], Source], *, fault: str = "") -> None:
        """Work out off the screen's thread what importing would do, and then show it."""
        self._turn += 1
        self._look = self._failed = None
        self.query_one("#import", Button).disabled = True
        self.complain(fault)
        self._say("Reading it ...")
        self.run_worker(self._work_out(read, self._turn), group="reading", exclusive=True)

    async def _work_out(self, read: Callable[[], Source], turn: int) -> None:
        wishes, logbook = self._wishes, self._logbook

        def report(done: int, whole: int) -> None:
            if turn != self._turn or not self.is_attached:
                raise Abandoned
            if whole >= 2 * LONG:
                self.call_later(self._tell_how_far, turn, done * 100 // whole)

        def work() -> tuple[Look, tuple[str, ...]]:
            memory = memory_of(logbook.folder)
            return look_at(read(), wishes, logbook, memory, report), memory.faults

        try:
            look, faults = await asyncio.to_thread(work)
        except Abandoned:
            return
        except (Refusal, StorageError) as fault:
            if turn == self._turn:
                self._failed = read
                self._show_nothing(str(fault))
            return
        if turn == self._turn:
            await self._show(look, faults)

    def _tell_how_far(self, turn: int, percent: int) -> None:
        if turn == self._turn and self._look is None:
            self._say(f"Reading it ... {percent} %")

    def _show_nothing(self, fault: str) -> None:
        self._say(FIRST)
        self.query_one(ImportList).show(())
        self.query_one("#import").display = self.query_one("#field-order").display = False
        self._show_lines(shown=True)
        self.complain(fault)

    async def _show(self, look: Look, faults: tuple[str, ...]) -> None:
        is_new, self._source, self._look = look.source is not self._source, look.source, look
        self._say(look_words(look, self._wishes))
        self.query_one(OrderField).show(look.table.dates.example, look.order_said(self._wishes))
        self.query_one(ImportList).show(fates(look.plan) if look.plan else ())
        button = self.query_one("#import", Button)
        button.display, button.disabled = look.to_import > 0, False
        button.label = f"Import {count(look.to_import, 'activity')}"
        button.refresh(layout=True)
        if faults:
            self.complain(" ".join(faults))
        if is_new:
            await self.query_one("#import-columns").remove_children()
            await self._show_columns(shown=bool(look.lacks and look.source.rows))
            self._go_on()
        else:
            for fields in self.query(ColumnFields):
                fields.show(look.table.columns.at)

    def _go_on(self) -> None:
        """Go to what has to be said, else to the button; what is typed into by now keeps the focus."""
        look = self._look
        if look is None or not look.source.rows or self.app.screen is not self:
            return
        if look.lacks:
            self.query_one(ColumnFields).go_to(look.lacks[0])
        elif look.plan is None:
            self.query_one("#order").focus()
        else:
            self.query_one("#import" if look.to_import else "#import-list").focus()

    # --- what is said of it --------------------------------------------------------------------------------

    @on(OrderField.Chosen)
    def _order_chosen(self, event: OrderField.Chosen) -> None:
        self._goes_on()
        self._wishes = self._wishes._replace(order=event.order)
        self._plan_anew()

    @on(ColumnFields.Chosen)
    def _column_chosen(self, event: ColumnFields.Chosen) -> None:
        self._goes_on()
        self._wishes = self._wishes._replace(columns={**self._wishes.columns, event.field: event.wish})
        self._plan_anew()

    def _plan_anew(self, fault: str = "") -> None:
        source = self._source
        if source:
            self._start(lambda: source, fault=fault)

    async def _show_columns(self, *, shown: bool) -> None:
        """Show the choice of columns in the place of the lines, or the lines again."""
        place, look = self.query_one("#import-columns"), self._look
        if shown and look and not place.children:
            await place.mount(ColumnFields(look.choices, look.table.columns.at))
        self._show_lines(shown=not shown)

    def _show_lines(self, *, shown: bool) -> None:
        self.query_one("#import-columns").display = not shown
        self.query_one("#import-list").display = self.query_one("#import-detail").display = shown

    async def action_columns(self) -> None:
        """Choose which column is which field, or see the lines again."""
        if self.app.screen is not self:
            return
        if self._look is None or not self._look.source.rows:
            self.complain(NO_PATH)
            return
        shown = not self.query_one("#import-columns").display
        await self._show_columns(shown=shown)
        if shown:
            self.query_one(ColumnFields).go_to((*self._look.lacks, "date")[0])
        else:
            self._go_on()

    @on(ImportList.Moved)
    def _moved(self) -> None:
        self.query_one("#import-detail", Static).update(Content(self.query_one(ImportList).cut_off))

    # --- importing and leaving -----------------------------------------------------------------------------

    @on(Button.Pressed, "#import")
    def action_import(self) -> None:
        """Import what is shown; a path that was not read yet is read first."""
        look, wishes, logbook = self._look, self._wishes, self._logbook
        if self.app.screen is not self:
            return
        if self._typed and self._typed != self._read_as:
            self._read()
        elif self._failed:
            self._start(self._failed)
        elif look is None:
            self.complain("" if self._source or self._read_as else NO_PATH)
        elif look.plan is None:
            self.complain(NOT_YET)
        elif not look.to_import:
            self.complain(NOTHING_NEW)
        else:
            self._say(f"Importing {count(look.to_import, 'activity')} ...")
            self.save(lambda: bring_in(look, wishes, logbook), self.close_with, self._plan_anew)

    async def action_back(self) -> None:
        """Close an open choice, go from the columns to the lines, or leave, asking once where something was said."""
        if self.fold_choice():
            return
        if self.query_one("#import-columns").display and self._look and not self._look.lacks:
            await self.action_columns()
            return
        pasted = self._source is not None and self._source.path is None and bool(self._source.rows)
        if self.may_leave(touched=pasted or self._wishes != Wishes()):
            self._turn += 1
            self.dismiss(None)
