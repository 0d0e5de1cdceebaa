"""The catalog as a list: what fits the words that are looked for, each on one line, the facts cut first."""

from collections.abc import Collection, Sequence
from typing import Any

from rich.cells import cell_len, set_cell_size
from textual.content import Content
from textual.events import Resize
from textual.widgets.option_list import Option

from ceulog.domain.text import tidy
from ceulog.tui.forms.adoption import Offer, found
from ceulog.tui.glyphs import terminal_glyphs
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.painting import shortened
from ceulog.tui.widgets.signed_list import SIGN_WIDTH, SignedList

CODE_WIDTH, ORGANIZATION_WIDTH = 9, 7
SCROLL_BAR = 2
"""Cells."""
NOTHING_FITS = "No credential fits these words."


def offer_line(offer: Offer, width: int, *, picked: bool) -> Content:
    """A box, the code, whose it is, the name, and as much of its facts as there is room for."""
    kind, ellipsis = offer.kind, terminal_glyphs().ellipsis
    code = set_cell_size(shortened(kind.code, CODE_WIDTH, ellipsis), CODE_WIDTH)
    organization = set_cell_size(shortened(offer.organization.code, ORGANIZATION_WIDTH, ellipsis), ORGANIZATION_WIDTH)
    room = max(width - 4 - CODE_WIDTH - 1 - ORGANIZATION_WIDTH - 1, 10)
    name = shortened(kind.name, room, ellipsis)
    facts = _fitting(offer.facts, room - cell_len(name) - 2)
    return Content.assemble(f"{'[x]' if picked else '[ ]'} {code} ", (f"{organization} ", MUTED), name, (facts, MUTED))


def _fitting(facts: Sequence[str], room: int) -> str:
    """As many of the facts as there is room for, none of them torn, with a gap before them."""
    for number in range(len(facts), 0, -1):
        words = ", ".join(facts[:number])
        if cell_len(words) <= room:
            return f"  {words}"
    return ""


class CatalogList(SignedList):
    """Credentials that can be picked.

    Args:
        offers: the catalog.
        picked: the codes that are picked; looked at whenever a line is drawn.
    """

    DEFAULT_CSS = """
    CatalogList { height: auto; max-height: 8; border: none; background: transparent; padding: 0; }
    """

    def __init__(self, offers: list[Offer], picked: Collection[str], **more: Any) -> None:
        super().__init__(compact=True, markup=False, **more)
        self._offers = offers
        self._picked = picked
        self.shown = offers

    @property
    def current(self) -> Offer | None:
        """The credential under the cursor."""
        place = self.highlighted
        return self.shown[place] if place is not None and place < len(self.shown) else None

    @property
    def note(self) -> str:
        """What is to be known about the one under the cursor, or that there is none."""
        return tidy(self.current.kind.note) if self.current else NOTHING_FITS

    def look_for(self, wanted: str) -> None:
        """Show what fits these words; what is picked comes first where nothing is looked for."""
        fitting = found(self._offers, wanted)
        self.shown = fitting if wanted.strip() else sorted(fitting, key=lambda each: not self._is_picked(each))
        self._fill(0)

    def on_resize(self, event: Resize) -> None:
        """Cut the lines for the room there is."""
        del event
        self._fill(self.highlighted or 0)

    def _fill(self, place: int) -> None:
        self.clear_options()
        self.add_options([Option(self._line(each)) for each in self.shown])
        if self.shown:
            self.highlighted = min(place, len(self.shown) - 1)

    def draw_anew(self) -> None:
        """Draw the boxes again, for one was picked or dropped."""
        for place, offer in enumerate(self.shown):
            self.replace_option_prompt_at_index(place, self._line(offer))

    def _line(self, offer: Offer) -> Content:
        return offer_line(offer, self.size.width - SIGN_WIDTH - SCROLL_BAR, picked=self._is_picked(offer))

    def _is_picked(self, offer: Offer) -> bool:
        return offer.kind.code in self._picked
