"""What if I also held …: the numbers as they would be, without touching the log."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.adoption import catalog
from ceulog.tui.forms.catalog_list import CatalogList
from ceulog.tui.forms.fields import a_line
from ceulog.tui.glyphs import ASCII, terminal_glyphs
from ceulog.tui.screens.modal import Modal
from ceulog.tui.supposed import UNCHANGED, supposed_lines
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.painting import Line, Piece

HINT = "type to search: CRC, audit, AHIMA; Enter supposes that you hold it"

NOTHING_YET = "Pick one or more; what would change for each organization stands here."

NOTHING_CHANGES = "No number would change: another credential that you hold stands for it."


class WhatIfScreen(Modal[None]):
    """Supposes that one or more further credentials were held from today on.

    Args:
        logbook: the log; only read.
    """

    CSS_PATH = "what_if.tcss"
    AUTO_FOCUS = "#search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "suppose", "Suppose it, or drop it", key_display="Enter"),
        Binding("down", "to_list", "The list", key_display="↓"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._offers = catalog(logbook.rulebook, logbook.state)
        self._picked: list[str] = []

    def compose(self) -> ComposeResult:
        """The catalog, and below it what would change."""
        with Vertical(classes="panel", id="what-if"):
            yield Static("What if I also held …", classes="heading", markup=False)
            yield a_line("search", placeholder=HINT)
            yield CatalogList(self._offers, self._picked, id="offers")
            yield Static("", classes="muted sentence", id="what-if-note", markup=False)
            yield Static("", classes="fault", id="what-if-fault", markup=False)
            with VerticalScroll(id="supposed"):
                yield Static("", id="supposed-lines", markup=False)
            yield Static(UNCHANGED, classes="muted sentence", id="unchanged", markup=False)
            yield self.key_line("what-if-keys")

    def on_mount(self) -> None:
        """Show the whole catalog, and nothing supposed yet."""
        self._listed.look_for("")
        self._show([])

    @property
    def _listed(self) -> CatalogList:
        return self.query_one("#offers", CatalogList)

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        self._listed.look_for(event.value)
        self._show_note()

    @on(OptionList.OptionHighlighted, "#offers")
    def _show_note(self) -> None:
        note = self.query_one("#what-if-note", Static)
        note.update(Content(self._listed.note))
        note.display = bool(self._listed.note)

    @on(Input.Submitted, "#search")
    @on(OptionList.OptionSelected, "#offers")
    def action_suppose(self) -> None:
        """Suppose the credential under the cursor, or drop it again."""
        offer, place = self._listed.current, self._listed.highlighted
        if offer is None or place is None:
            return
        if offer.kind.code in self._picked:
            self._picked.remove(offer.kind.code)
        else:
            self._picked.append(offer.kind.code)
        self._listed.draw_anew(place)
        self._count()

    def action_to_list(self) -> None:
        """Go from the search line into the list."""
        self._listed.focus()

    @work(exclusive=True, group="supposing")
    async def _count(self) -> None:
        """Count off the screen's thread, and show it or why it cannot be."""
        try:
            lines = await asyncio.to_thread(self._lines, tuple(self._picked))
        except (Refusal, StorageError) as fault:
            self._show([], str(fault))
        else:
            self._show(lines)

    def _lines(self, codes: tuple[str, ...]) -> list[Line]:
        if not codes:
            return []
        logbook = self._logbook
        arrow = "->" if terminal_glyphs() is ASCII else "→"
        return supposed_lines(logbook.progress(), logbook.progress(logbook.supposing(codes)), arrow)

    def _show(self, lines: list[Line], refusal: str = "") -> None:
        otherwise = NOTHING_CHANGES if self._picked and not refusal else NOTHING_YET
        self.query_one("#supposed-lines", Static).update(content_of(lines or [(Piece(otherwise, "muted"),)]))
        fault = self.query_one("#what-if-fault", Static)
        fault.update(Content(refusal))
        fault.set_class(bool(refusal), "-said")

    def action_close(self) -> None:
        """Go back; nothing was changed."""
        self.dismiss(None)
