"""Picking credentials from the catalog: a search line, a list, and an award date for each that is picked."""

import datetime as dt
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, OptionList, Static

from ceulog.tui.forms.adoption import Offer
from ceulog.tui.forms.catalog_list import CatalogList
from ceulog.tui.forms.fields import Field, a_line
from ceulog.tui.widgets.painting import shortened
from ceulog.wording.dates import FORMS, date_in_words, parse_date, prose_date


class CredentialPicker(Vertical):
    """Several credentials, each with its award date.

    Args:
        offers: the catalog.
        earned: code -> award date as typed; kept up to date, so that nothing typed is lost.
        today: the day that natural dates are reckoned from.
    """

    DEFAULT_CSS = """
    CredentialPicker {
        height: auto;
        & > #search { background: $field; margin: 0 0 0 0; }
        & > #search:focus { background: $focus; }
        & > #offer-note { width: 100%; height: auto; max-height: 4; color: $muted; padding: 0 1; }
        & > #awards { height: auto; max-height: 8; margin: 1 0 0 0; scrollbar-size-vertical: 1; }
        & #awards Input { width: 14; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("down", "to_list", "List")]

    def __init__(self, offers: list[Offer], earned: dict[str, str], today: dt.date) -> None:
        super().__init__(id="picker")
        self._offers = offers
        self._earned = earned
        self._today = today

    def compose(self) -> ComposeResult:
        """The search line, the list, and the picked ones."""
        yield a_line("search", placeholder="type to search: CPC, audit, AHIMA; Enter picks")
        yield CatalogList(self._offers, self._earned.keys(), id="offers")
        yield Static("", id="offer-note", markup=False)
        yield VerticalScroll(id="awards", can_focus=False)

    async def on_mount(self) -> None:
        """Fill the list, and show what was picked before."""
        known = {each.kind.code for each in self._offers}
        for code in [each for each in self._earned if each not in known]:
            del self._earned[code]
        self._listed.look_for("")
        for code in self._earned:
            await self._show_award(code)

    @property
    def _listed(self) -> CatalogList:
        return self.query_one("#offers", CatalogList)

    @on(Input.Changed, "#search")
    def _searched(self, event: Input.Changed) -> None:
        self._listed.look_for(event.value)
        self._show_note()

    @on(OptionList.OptionHighlighted, "#offers")
    def _show_note(self) -> None:
        note = self.query_one("#offer-note", Static)
        note.update(Content(self._listed.note))
        note.display = bool(self._listed.note)

    @on(Input.Submitted, "#search")
    async def _entered(self, event: Input.Submitted) -> None:
        event.stop()
        place = self._listed.highlighted
        if event.value.strip() and place is not None:
            await self._toggle(place)
        elif not event.value.strip() and self._earned:
            self.screen.focus_next()

    @on(OptionList.OptionSelected, "#offers")
    async def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        await self._toggle(event.option_index)

    def action_to_list(self) -> None:
        """Go from the search line into the list."""
        self._listed.focus()

    async def _toggle(self, place: int) -> None:
        code = self._listed.shown[place].kind.code
        if code in self._earned:
            del self._earned[code]
            await self.query_one(f"#{_id(code)}", Input).parent.parent.remove()  # type: ignore[union-attr]
        else:
            self._earned[code] = ""
            await self._show_award(code)
            self.query_one(f"#{_id(code)}", Input).focus()
        self._listed.draw_anew(place)

    async def _show_award(self, code: str) -> None:
        line = a_line(_id(code), placeholder="05/14/2019")
        line.value = self._earned[code]
        await self.query_one("#awards").mount(Field(_id(code), shortened(code, 11), [line], "award date"))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        for code in self._earned:
            if event.input.id == _id(code):
                self._earned[code] = event.value
                self._read_back(code)

    def _read_back(self, code: str) -> None:
        field = self.query_one(f"#field-{_id(code)}", Field)
        field.complain("")
        try:
            field.say(date_in_words(parse_date(self._earned[code], self._today), self._today))
        except ValueError:
            field.say("award date")

    def awards(self) -> dict[str, dt.date] | None:
        """The award date of each; None when one is missing or cannot be, which is then said beside it."""
        dates: dict[str, dt.date] = {}
        first_fault = ""
        for code, text in self._earned.items():
            sentence, day = self._award(code, text)
            self.query_one(f"#field-{_id(code)}", Field).complain(sentence)
            if day and not sentence:
                dates[code] = day
            first_fault = first_fault or (code if sentence else "")
        if first_fault:
            self.query_one(f"#{_id(first_fault)}", Input).focus()
            return None
        return dates

    def _award(self, code: str, text: str) -> tuple[str, dt.date | None]:
        if not text.strip():
            return f"On which day was {code} awarded? Write it as {FORMS}.", None
        try:
            day = parse_date(text, self._today)
        except ValueError as fault:
            return str(fault), None
        return (f"{prose_date(day)} is still to come." if day > self._today else ""), day


def _id(code: str) -> str:
    return "award-" + "".join(each if each.isalnum() and each.isascii() else f"_{ord(each)}" for each in code)
