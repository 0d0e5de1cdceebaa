"""The first start: which credentials, when their cycles end, and the first entry or later."""

from typing import ClassVar, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, ContentSwitcher, Input, Label, Static

from ceulog.domain.adopting import adopt_all
from ceulog.domain.changes import Change
from ceulog.domain.editions import Organization
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.adoption import catalog
from ceulog.tui.forms.cycle_fields import CycleFields
from ceulog.tui.forms.picking import CredentialPicker
from ceulog.tui.forms.wizard_draft import draft_for, forget_draft
from ceulog.tui.keys import key_of, with_keys
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.wording.phrases import prorated_words

TITLES = {
    "which": "Welcome. Step 1 of 3: which credentials do you hold?",
    "when": "Step 2 of 3: when do your cycles end?",
    "done": "Step 3 of 3: your first activity",
}
TITLES_LATER = {**TITLES, "which": "Which credentials do you hold besides?", "when": "When do their cycles end?",
                "done": "They are held now"}  # fmt: skip
"""The same steps for somebody who holds some already."""
READY_LATER = "Their bars are on the first screen. {credentials} opens your credentials whenever something changes."
READY = (
    "Your bars are ready. When you have a webinar to log, press {add}, type one line, and press Enter twice. "
    "{credentials} opens your credentials whenever something changes."
)
TO_IMPORT = "A spreadsheet of what you have logged elsewhere can be brought in at once."
Wish = Literal["log", "import"]
"""What the holder wants to do next: log an activity, or bring a spreadsheet in."""


class Wizard(Keeping[Wish | None]):
    """Three steps; it can be left at each of them and taken up again with what was typed.

    Args:
        logbook: the log.
        can_import: whether the last step offers to bring a spreadsheet in.
    """

    CSS_PATH = "wizard.tcss"
    AUTO_FOCUS = "#search"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("i", "import", "Import a spreadsheet", show=False),
    ]

    def __init__(self, logbook: Logbook, *, can_import: bool = False) -> None:
        super().__init__()
        self._logbook = logbook
        self._can_import = can_import
        self._draft = draft_for(logbook)
        self._state, self._trouble = read_log(logbook)
        self._titles = TITLES_LATER if self._state.credentials else TITLES

    def compose(self) -> ComposeResult:
        """All three steps; one of them is seen."""
        with Vertical(classes="panel page", id="wizard"):
            yield Label(self._titles["which"], classes="heading", id="wizard-title")
            with ContentSwitcher(id="steps", initial="which"):
                with Vertical(id="which"):
                    if self._state.credentials:
                        yield Static(self._held_words(), classes="sentence muted", markup=False)
                    offers = catalog(self._logbook.rulebook, self._state)
                    yield CredentialPicker(offers, self._draft.earned, self._logbook.today())
                yield VerticalScroll(id="when", can_focus=False)
                with Vertical(id="done"):
                    yield Static(with_keys(READY_LATER if self._state.credentials else READY), classes="sentence")
                    if self._can_import:
                        yield Static(TO_IMPORT, classes="sentence", id="to-import")
                    yield Static("", classes="sentence muted", id="prorated", markup=False)
            yield self.fault_line()
            with Horizontal(classes="buttons"):
                yield Button("Next", id="next", compact=True, variant="primary")
                yield Button("Import a spreadsheet i", id="import", compact=True)
                yield Button("Later Esc", id="later", compact=True)

    def on_mount(self) -> None:
        """Begin with the first step."""
        self._go_to("which")
        self.complain(self._trouble)

    def _held_words(self) -> str:
        held = ", ".join(tidy(each.code) for each in self._state.credentials.values())
        return f"You hold {held} already."

    @property
    def _offers_import(self) -> bool:
        return self._can_import and self._step == "done"

    @property
    def _step(self) -> str:
        return self.query_one("#steps", ContentSwitcher).current or "which"

    def _go_to(self, step: str) -> None:
        self.query_one("#steps", ContentSwitcher).current = step
        self.query_one("#wizard-title", Label).update(self._titles[step])
        self.complain("")
        self.query_one("#next", Button).label = "Log your first activity" if step == "done" else "Next"
        self.query_one("#later", Button).label = "Back Esc" if step == "when" else "Later Esc"
        self.query_one("#import").display = self._offers_import
        for button in self.query(Button):
            button.refresh(layout=True)

    @on(Button.Pressed, "#next")
    def _next(self) -> None:
        if self._step == "done":
            self.dismiss("log")
        elif self._step == "when":
            self._save()
        else:
            self._leave_first_step()

    @on(Input.Submitted)
    def _enter(self) -> None:
        """Enter in a field goes to the next one, and from the last to the button."""
        self.focus_next()

    def _leave_first_step(self) -> None:
        if not self._draft.earned:
            if self._state.credentials:
                self._finish()
            else:
                self.complain("Pick at least one credential, or leave it for later with Esc.")
            return
        if self.query_one(CredentialPicker).awards() is None:
            return
        if self._to_ask():
            self._ask_for_cycles()
        else:
            self._save()

    def _to_ask(self) -> list[Organization]:
        """The organizations of what is picked that have no cycle yet, or none that is in use."""
        rulebook = self._logbook.rulebook
        found = (rulebook.find_credential(code) for code in self._draft.earned)
        organizations = {each[0].code: each[0] for each in found if each}
        return [each for each in organizations.values() if not self._state.held(each.code)]

    @work(exclusive=True, group="wizard")
    async def _ask_for_cycles(self) -> None:
        when = self.query_one("#when")
        await when.remove_children()
        today = self._logbook.today()
        await when.mount(*(CycleFields(each, self._draft, today, place) for place, each in enumerate(self._to_ask())))
        self._go_to("when")
        first = when.query("Select, Input")
        if first:
            first.first().focus()

    def _save(self) -> None:
        awards = self.query_one(CredentialPicker).awards()
        if awards is None:
            self._go_to("which")
            return
        cycles = {}
        for each in self.query(CycleFields):
            dates = each.dates()
            if dates is None:
                return
            cycles[each.organization.code] = dates
        logbook = self._logbook

        def plan(state: LogState) -> Change:
            return adopt_all(state, logbook.rulebook, awards, cycles, logbook.today(), logbook.new_id)

        self.save(lambda: logbook.change(plan), lambda _made: self._finish())

    def _finish(self) -> None:
        forget_draft(self._logbook)
        state, trouble = read_log(self._logbook)
        said = [prorated_words(each, key_of("why")) for each in self._logbook.progress(state) if each.may_be_prorated]
        self.query_one("#prorated", Static).update(Content("\n\n".join(said)))
        self._go_to("done")
        self.complain(trouble)
        self.query_one("#next").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        """Offer the spreadsheet in the last step alone."""
        return self._offers_import if action == "import" else True

    @on(Button.Pressed, "#import")
    def action_import(self) -> None:
        """Go on to bringing a spreadsheet in, where that is offered."""
        if self._offers_import:
            self.dismiss("import")

    @on(Button.Pressed, "#later")
    def action_back(self) -> None:
        """One step back, or out of the wizard; what was typed is there the next time."""
        if self._step == "when":
            self._go_to("which")
            self.query_one("#next").focus()
        else:
            self.dismiss(None)
