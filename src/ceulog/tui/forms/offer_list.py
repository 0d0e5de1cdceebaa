"""The list of what an entry can begin with: the holder's templates, then what recurs in the log."""

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.widgets.option_list import Option

from ceulog.domain.offers import TemplateOffer
from ceulog.tui.forms.offers import offer_line
from ceulog.tui.widgets.contents import MUTED
from ceulog.tui.widgets.signed_list import SignedList

OWN, FROM_LOG = "Your templates", "From your log"


class OfferList(SignedList):
    """Offers under their headings. A click goes to a line, and a second one takes it."""

    DEFAULT_CSS = """
    OfferList { height: auto; border: none; background: transparent; padding: 0; }
    """

    def __init__(self, *, id: str) -> None:  # noqa: A002 - as every widget has it
        super().__init__(id=id, compact=True, markup=False)
        self._on_lines: list[TemplateOffer | None] = []
        """What stands on each line; None for a heading."""

    @property
    def current(self) -> TemplateOffer | None:
        """What is under the cursor."""
        place = self.highlighted
        return self._on_lines[place] if place is not None and place < len(self._on_lines) else None

    def show(self, offers: Sequence[TemplateOffer], width: int, cursor_on: str = "") -> None:
        """Show these in so many cells; the cursor goes to the template of that name, else stays about where it was."""
        place = self.highlighted or 0
        self._on_lines = []
        options: list[Option] = []
        for heading in (OWN, FROM_LOG):
            found = [each for each in offers if each.own is (heading is OWN)]
            if found:
                self._on_lines += [None, *found]
                options.append(Option(Content.styled(heading, MUTED), disabled=True))
                options += [Option(offer_line(each, width)) for each in found]
        self.clear_options()
        self.add_options(options)
        self.display = bool(options)
        takable = [number for number, each in enumerate(self._on_lines) if each]
        named = [number for number in takable if self._is_called(number, cursor_on)]
        nearest = min(takable, key=lambda number: abs(number - place), default=None)
        self.highlighted = named[0] if named else nearest

    def _is_called(self, number: int, name: str) -> bool:
        offer = self._on_lines[number]
        return offer is not None and offer.own and offer.template.name == name

    async def _on_click(self, event: events.Click) -> None:
        place = event.style.meta.get("option")
        if place is not None and place != self.highlighted and not self.get_option_at_index(place).disabled:
            self.highlighted = place
            event.prevent_default()
