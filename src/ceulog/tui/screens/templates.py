"""Templates: what comes again and again, to be logged with two keys or planned on its next day."""

import asyncio
from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static

from ceulog.domain.offers import TemplateOffer, template_offers
from ceulog.domain.text import tidy
from ceulog.logbook.errors import StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.templates import FILE_NAME, Removed, add_template, put_back, remove_template, templates_of
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.fields import a_line
from ceulog.tui.forms.offer_list import OfferList
from ceulog.tui.forms.offers import draft_of_template, fits, offer_note
from ceulog.tui.screens.keeping import Keeping

Made = TypeVar("Made")

HINT = "/ finds by words"
NOTHING_FITS = "Nothing fits these words."
EMPTY = (
    "No template yet. What you log at least twice, such as a chapter's monthly meeting, is offered here by itself, "
    f"and s keeps it as a template. You can also write your own into {FILE_NAME} in the logbook's folder."
)
OWN_ALREADY = "That one is a template of yours already."
NOT_OWN = "That one comes from your log; only templates of yours can be removed."
NOTHING_REMOVED = "No template was removed here, so there is none to put back."
NO_DAY = "Nobody knows on which day it comes next. Enter takes it, and the form has a field for the date."
LOW = 24
"""Rows below which no line is left blank."""
MOST_FAULTS = 2
"""Faults of the file that are said; the others are counted."""


class TemplatesScreen(Keeping[FormDraft | None]):
    """Lists the templates, then what recurs in the log; hands back what the form is to begin with.

    Args:
        logbook: the log; only its file of templates is written.
    """

    CSS_PATH = "templates.tcss"
    AUTO_FOCUS = PART = "#templates-list"
    OPENED_BY = "templates"
    ABOUT: ClassVar[str] = (
        "What you attend again and again. Enter opens the form filled in for today, Plan next for its next "
        "day. What comes from your log can be kept as a template of yours."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "Log today", key_display="Enter"),
        Binding("p", "plan", "Plan next"),
        Binding("s", "keep", "Keep as template"),
        Binding("d", "remove", "Remove"),
        Binding("u", "put_back", "Put back"),
        Binding("slash", "search", "Search", key_display="/"),
        Binding("escape", "back", "Back", key_display="Esc"),
        Binding("down", "to_list", show=False),
    ]

    def __init__(self, logbook: Logbook) -> None:
        super().__init__()
        self._logbook = logbook
        self._state = logbook.last_read
        self._offers: list[TemplateOffer] | None = None
        self._faults: tuple[str, ...] = ()
        self._removed: list[Removed] = []

    def compose(self) -> ComposeResult:
        """The search line, the list, what is to be known of the line under the cursor, and the keys."""
        with Vertical(classes="panel", id="templates"):
            yield Static("Templates", classes="heading", markup=False)
            yield a_line("wanted", placeholder=HINT)
            yield OfferList(id="templates-list")
            yield Static("", classes="sentence muted", id="templates-note", markup=False)
            with Horizontal(id="naming"):
                yield Label("Name", markup=False)
                yield a_line("name")
            yield Static("", classes="sentence", id="templates-said", markup=False)
            yield self.fault_line()
            yield self.key_line("templates-keys")

    def on_mount(self) -> None:
        """Read the file and the log, and show what is in them."""
        self._load()

    @property
    def _list(self) -> OfferList:
        return self.query_one("#templates-list", OfferList)

    # --- showing -------------------------------------------------------------------------------------------

    @work(exclusive=True, group="templates")
    async def _load(self, cursor_on: str = "") -> None:
        logbook = self._logbook

        def look() -> tuple[list[TemplateOffer], tuple[str, ...]]:
            found, faults = templates_of(logbook.folder)
            self._state = logbook.state
            return template_offers(found, self._state.activities.values(), logbook.today()), faults

        refusal = ""
        try:
            self._offers, self._faults = await asyncio.to_thread(look)
        except StorageError as fault:
            refusal = str(fault)
        self._fill(cursor_on)
        self.complain(refusal or self._file_faults())

    def _fill(self, cursor_on: str = "") -> None:
        """Lay the list out; the cursor goes to the template of that name, else stays about where it was."""
        if self._offers is None:
            return
        wanted = self.query_one("#wanted", Input).value
        fitting = [each for each in self._offers if fits(each, wanted)]
        self._list.show(fitting, max(min(self.size.width, 100) - 8, 20), cursor_on)
        self.query_one("#wanted").display = bool(self._offers)
        if self.focused is None:
            self._list.focus()
        self._show_note()

    @on(OptionList.OptionHighlighted, "#templates-list")
    def _show_note(self) -> None:
        current = self._list.current
        if current:
            said = offer_note(current)
        elif self._offers is None:
            said = ""
        else:
            said = NOTHING_FITS if self._offers else EMPTY
        self.query_one("#templates-note", Static).update(Content(said))
        self.fit_soon()

    def _say(self, sentence: str) -> None:
        said = self.query_one("#templates-said", Static)
        said.update(Content(tidy(sentence)))
        said.set_class(bool(sentence), "-said")
        self.complain(self._file_faults())

    def _file_faults(self) -> str:
        """What is wrong in the file of templates."""
        more = len(self._faults) - MOST_FAULTS
        shown = [*self._faults[:MOST_FAULTS], *([f"And {more} more."] if more > 0 else [])]
        return tidy(" ".join(shown))

    def on_resize(self, event: events.Resize) -> None:
        """Cut the lines for the room there is, and leave out the blank ones where there is little."""
        self.set_class(event.size.height < LOW, "-low")
        self._fill()

    # --- taking --------------------------------------------------------------------------------------------

    @on(OptionList.OptionSelected, "#templates-list")
    @on(Input.Submitted, "#wanted")
    def action_take(self) -> None:
        """Take what is under the cursor, done today; while a name is asked for, keep it under that name."""
        if self._is_naming:
            self._keep_named()
        elif offer := self._list.current:
            self.dismiss(draft_of_template(offer.template, self._state, self._logbook.today()))

    def action_plan(self) -> None:
        """Take what is under the cursor, planned on its next day."""
        offer = self._list.current
        if offer is None or self._is_naming:
            return
        if offer.next is None:
            self._say(NO_DAY)
            return
        self.dismiss(draft_of_template(offer.template, self._state, self._logbook.today(), offer.next))

    # --- searching -----------------------------------------------------------------------------------------

    def action_search(self) -> None:
        """Go to the search line."""
        self.query_one("#wanted").focus()  # which takes no focus while a name is asked for

    def action_to_list(self) -> None:
        """Go from the search line into the list."""
        if not self._is_naming:
            self._list.focus()

    @on(Input.Changed, "#wanted")
    def _searched(self) -> None:
        self._list.highlighted = None
        self._fill()

    # --- keeping and removing ------------------------------------------------------------------------------

    @property
    def _is_naming(self) -> bool:
        return self.query_one("#naming").has_class("-asked")

    def _ask_name(self, *, asked: bool) -> None:
        self.query_one("#naming").set_class(asked, "-asked")
        self._list.disabled = self.query_one("#wanted").disabled = asked
        (self.query_one("#name") if asked else self._list).focus()
        self.fit_soon()

    def action_keep(self) -> None:
        """Keep what recurs as a template: asks for its name."""
        offer = self._list.current
        if offer is None or self._is_naming:
            return
        if offer.own:
            self._say(OWN_ALREADY)
            return
        self.query_one("#name", Input).value = offer.template.name
        self._ask_name(asked=True)
        self._say("What shall it be called? Enter keeps it, Esc does not.")

    @on(Input.Submitted, "#name")
    def _keep_named(self) -> None:
        if offer := self._list.current:
            template = offer.template._replace(name=tidy(self.query_one("#name", Input).value))
            self._change(
                lambda: add_template(self._logbook.home, template),
                lambda _: f"Kept as the template “{template.name}”.", template.name,
            )  # fmt: skip

    def action_remove(self) -> None:
        """Remove the template under the cursor."""
        offer = self._list.current
        if offer is None or self._is_naming:
            return
        if not offer.own:
            self._say(NOT_OWN)
            return

        def removed(what: Removed) -> str:
            self._removed.append(what)
            return f"Removed the template “{what.template.name}”. u puts it back."

        self._change(lambda: remove_template(self._logbook.home, offer.template.name), removed)

    def action_put_back(self) -> None:
        """Put back the template that was removed last."""
        if self._is_naming:
            return
        if not self._removed:
            self._say(NOTHING_REMOVED)
            return
        last = self._removed[-1]

        def done(_: None) -> str:
            self._removed.remove(last)
            return f"The template “{last.template.name}” is back."

        self._change(lambda: put_back(self._logbook.home, last), done, last.template.name)

    def _change(self, work: Callable[[], Made], done: Callable[[Made], str], cursor_on: str = "") -> None:
        """Change the file off the screen's thread, and say what was done or why not."""

        def changed(made: Made) -> None:
            self._say(done(made))
            if self._is_naming:
                self._ask_name(asked=False)
            self._load(cursor_on)

        def refused(sentence: str) -> None:
            self._say("")
            self.complain(sentence)

        self.save(work, changed, refused)

    # --- leaving -------------------------------------------------------------------------------------------

    def action_back(self) -> None:
        """Drop the name that is asked for, else empty the search line, else leave."""
        wanted = self.query_one("#wanted", Input)
        if self._is_naming:
            self._ask_name(asked=False)
            self._say("")
        elif wanted.value or wanted.has_focus:
            wanted.value = ""
            self._list.focus()
        else:
            self.dismiss(None)
