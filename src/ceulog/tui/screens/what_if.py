"""What if I also held …: the numbers as they would be, without touching the log."""

import asyncio
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from ceulog.domain.text import tidy
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.adoption import catalog
from ceulog.tui.forms.catalog_search import CatalogSearch
from ceulog.tui.glyphs import ASCII, terminal_glyphs
from ceulog.tui.safe import read_log
from ceulog.tui.screens.modal import Modal
from ceulog.tui.supposed import UNCHANGED, supposed_lines
from ceulog.tui.widgets.contents import content_of
from ceulog.tui.widgets.painting import Line, Piece

HEADING = "What if I also held …"
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
    ABOUT: ClassVar[str] = "Supposes that you held more credentials, and shows what would change. Nothing is written."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "suppose", "Suppose it, or drop it", key_display="Enter"),
        Binding("down", "to_list", "The list", key_display="↓"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._log = read_log(logbook)
        self._offers = catalog(logbook.rulebook, self._log.state)
        self._picked: list[str] = []

    def compose(self) -> ComposeResult:
        """The catalog, and below it what would change."""
        with Vertical(classes="panel page", id="what-if"):
            yield Static(HEADING, classes="heading", id="what-if-heading", markup=False)
            yield CatalogSearch(self._offers, self._picked, HINT)
            yield self.fault_line()
            with VerticalScroll(id="supposed"):
                yield Static("", id="supposed-lines", markup=False)
            yield Static(UNCHANGED, classes="muted sentence", id="unchanged", markup=False)
            yield self.key_line("what-if-keys")

    def on_mount(self) -> None:
        """Show that nothing is supposed yet."""
        self._show([], self._log.trouble)

    @on(CatalogSearch.Picked)
    def _supposed(self, event: CatalogSearch.Picked) -> None:
        """Suppose the credential, or drop it again."""
        code = event.offer.kind.code
        if code in self._picked:
            self._picked.remove(code)
        else:
            self._picked.append(code)
        self.query_one(CatalogSearch).draw_anew()
        words = f"What if I also held {', '.join(self._picked)}?" if self._picked else HEADING
        self.query_one("#what-if-heading", Static).update(Content(tidy(words)))
        self._count()

    @on(CatalogSearch.Left)
    def _to_numbers(self) -> None:
        """Go on from the search to the numbers, which may have to be scrolled."""
        self.query_one("#supposed").focus()

    def action_suppose(self) -> None:
        """Suppose the credential under the cursor, for a click on the key."""
        if offer := self.query_one(CatalogSearch).listed.current:
            self.query_one(CatalogSearch).post_message(CatalogSearch.Picked(offer))

    def action_to_list(self) -> None:
        """Go from the search line into the list."""
        self.query_one(CatalogSearch).action_to_list()

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
        logbook, before = self._logbook, self._logbook.state
        arrow = "->" if terminal_glyphs() is ASCII else "→"
        return supposed_lines(logbook.progress(before), logbook.progress(logbook.supposing(codes)), arrow)

    def _show(self, lines: list[Line], refusal: str = "") -> None:
        otherwise = NOTHING_CHANGES if self._picked and not refusal else NOTHING_YET
        self.query_one("#supposed-lines", Static).update(content_of(lines or [(Piece(otherwise, "muted"),)]))
        self.complain(refusal)
