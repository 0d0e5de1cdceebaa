"""The catalog with a search line above it and a note below: picking credentials, one after the other."""

from collections.abc import Collection
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static

from ceulog.tui.forms.adoption import Offer
from ceulog.tui.forms.catalog_list import CatalogList
from ceulog.tui.forms.search_line import SearchLine


class CatalogSearch(Vertical):
    """Searches the catalog; what is picked is for the screen to keep.

    Args:
        offers: the catalog.
        picked: the codes that are picked; looked at whenever a line is drawn.
        hint: what stands in the empty search line.
    """

    DEFAULT_CSS = """
    CatalogSearch {
        height: auto;
        & > #search { background: $field; }
        & > #search:focus { background: $focus; }
        & > #offer-note { width: 100%; height: auto; max-height: 4; color: $muted; padding: 0 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "to_list", "List", show=False),
        Binding("tab", "go_on", "Go on", show=False),
    ]

    class Picked(Message):
        """A credential was chosen in the list: for the first time, or once more."""

        def __init__(self, offer: Offer) -> None:
            super().__init__()
            self.offer = offer

    class Left(Message):
        """The search is done with, for now: Tab, or Enter on an empty line."""

    def __init__(self, offers: list[Offer], picked: Collection[str], hint: str) -> None:
        super().__init__()
        self._offers = offers
        self._picked = picked
        self._hint = hint

    def compose(self) -> ComposeResult:
        """The search line, the list, and what is to be known of the one under the cursor."""
        yield SearchLine("search", self._hint)
        yield CatalogList(self._offers, self._picked, id="offers")
        yield Static("", id="offer-note", markup=False)

    def on_mount(self) -> None:
        """Show the whole catalog."""
        self.listed.look_for("")

    @property
    def listed(self) -> CatalogList:
        """The list."""
        return self.query_one("#offers", CatalogList)

    @property
    def line(self) -> SearchLine:
        """The search line."""
        return self.query_one(SearchLine)

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        event.stop()
        self.listed.look_for(event.value)
        self._show_note()

    @on(OptionList.OptionHighlighted, "#offers")
    def _show_note(self) -> None:
        note = self.query_one("#offer-note", Static)
        note.update(Content(self.listed.note))
        note.display = bool(self.listed.note)

    @on(Input.Submitted, "#search")
    def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        if self.line.is_left or not event.value.strip():
            self.post_message(self.Left())
        elif self.listed.current:
            self.post_message(self.Picked(self.listed.current))
            self.line.value = ""

    @on(OptionList.OptionSelected, "#offers")
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        if self.listed.current:
            self.post_message(self.Picked(self.listed.current))

    def draw_anew(self) -> None:
        """Draw the list again, for something was picked or dropped."""
        if self.line.value.strip() or self.listed.has_focus:
            self.listed.draw_anew()  # the cursor stays where it is
        else:
            self.listed.look_for("")

    def action_to_list(self) -> None:
        """Go from the search line into the list."""
        self.listed.focus()

    def action_go_on(self) -> None:
        """Go on to what comes after the search."""
        self.post_message(self.Left())
