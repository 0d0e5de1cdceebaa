"""Picking credentials from the catalog: a search line, a list, and an award date for each that is picked."""

import datetime as dt

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Static

from ceulog.tui.field_dates import example
from ceulog.tui.forms.adoption import Offer
from ceulog.tui.forms.catalog_search import CatalogSearch
from ceulog.tui.forms.fields import Field, a_line
from ceulog.tui.widgets.painting import shortened
from ceulog.wording.dates import FORMS, date_in_words, parse_date, prose_date

FIRST_PICK = "Pick every credential that you hold: type its name or code, Enter picks it."
NEXT_PICK = "Enter picks another; Tab goes on to the award dates."
AWARDED = "the day it was awarded, on its certificate"


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
        & > #picked-say { width: 100%; height: auto; color: $muted; }
        & > #awards { height: auto; max-height: 8; margin: 1 0 0 0; scrollbar-size-vertical: 1; }
        & #awards Input { width: 20; }
    }
    """

    def __init__(self, offers: list[Offer], earned: dict[str, str], today: dt.date) -> None:
        super().__init__(id="picker")
        self._offers = offers
        self._earned = earned
        self._today = today

    def compose(self) -> ComposeResult:
        """The catalog, how to go on, and the picked ones."""
        yield Static("", id="picked-say", markup=False)
        yield CatalogSearch(self._offers, self._earned.keys(), "type to search: CPC, audit, AHIMA")
        yield VerticalScroll(id="awards", can_focus=False)

    async def on_mount(self) -> None:
        """Show what was picked before."""
        known = {each.kind.code for each in self._offers}
        for code in [each for each in self._earned if each not in known]:
            del self._earned[code]
        for code in self._earned:
            await self._show_award(code)
        self._say()

    def _say(self) -> None:
        self.query_one("#picked-say", Static).update(Content(NEXT_PICK if self._earned else FIRST_PICK))

    @on(CatalogSearch.Picked)
    async def _toggle(self, event: CatalogSearch.Picked) -> None:
        event.stop()
        code = event.offer.kind.code
        if code in self._earned:
            del self._earned[code]
            await self.query_one(f"#field-{_id(code)}").remove()
        else:
            self._earned[code] = ""
            await self._show_award(code)
        self._say()
        self.query_one(CatalogSearch).draw_anew()

    @on(CatalogSearch.Left)
    def _go_on(self, event: CatalogSearch.Left) -> None:
        """Go to the first award date that is missing; past them all when there is none."""
        event.stop()
        search = self.query_one(CatalogSearch)
        lines = [self.query_one(f"#{_id(code)}", Input) for code in self._earned]
        empty = [each for each in lines if not each.value.strip()]
        if lines:
            following = (empty or lines)[0]
            following.focus()
            search.line.hand_over(following)
        elif self.screen.focused is search.line:
            search.listed.focus()
        else:
            self.screen.focus_next()

    async def _show_award(self, code: str) -> None:
        line = a_line(_id(code), placeholder=example("2019-05-14"))
        line.value = self._earned[code]
        field = Field(_id(code), shortened(code, 11), [line], AWARDED)
        await self.query_one("#awards").mount(field)
        self._read_back(code)
        field.scroll_visible(animate=False)

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
            field.say(AWARDED)

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
