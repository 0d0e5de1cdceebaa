"""What is held: cycles, editions, overrides; adding, correcting, removing, settings, renewing."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.changes import Change
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.editions import Organization
from ceulog.domain.holdings import release
from ceulog.domain.progress import OrganizationProgress, organization_progress
from ceulog.domain.refusals import Refusal
from ceulog.domain.standing_changes import renew
from ceulog.domain.state import LogState
from ceulog.exchange.status import organization_object
from ceulog.logbook.logbook import Logbook, Plan
from ceulog.tui.forms.holding_lines import Shown, credential_lines, organization_lines
from ceulog.tui.forms.saving import refusal_of
from ceulog.tui.phrases import closing_question
from ceulog.tui.screens.confirm import ConfirmScreen
from ceulog.tui.screens.credential_form import CredentialForm
from ceulog.tui.screens.modal import Modal
from ceulog.tui.screens.organization_form import OrganizationForm

EMPTY = "You hold no credential yet. Press a to add the first."
KEPT = "u in the log takes it back."


class CredentialsScreen(Modal[bool]):
    """Lists what is held; hands back whether anything was changed.

    Args:
        logbook: the log.
        first: the organization on which the cursor begins.
    """

    CSS_PATH = "credentials.tcss"
    AUTO_FOCUS = "#held"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add"),
        Binding("e,enter", "correct", "Correct, or its settings", key_display="Enter"),
        Binding("d,delete", "remove", "Remove"),
        Binding("r", "renew", "Close the cycle"),
        Binding("h", "history", "Past cycles"),
        Binding("f", "what_if", "What if I also held …"),
        Binding("escape,q,c", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, *, first: str = "") -> None:
        super().__init__()
        self._first = first
        self._logbook = logbook
        self._changed = False
        self._shown: list[Shown] = []

    def compose(self) -> ComposeResult:
        """The list, a fault if there is one, and the keys."""
        with Vertical(classes="panel", id="credentials"):
            yield Static("Credentials", classes="heading")
            yield OptionList(id="held", compact=True, markup=False)
            yield Static("", classes="fault", id="held-fault", markup=False)
            yield self.key_line("held-keys")

    def on_resize(self, _event: Resize) -> None:
        """Lay the list out anew, the keys in sight."""
        self._show()
        self.call_after_refresh(self.give_rest, "#held")

    def _show(self) -> None:
        width = max(min(self.size.width, 100) - 8, 40)
        state, rulebook, today = self._logbook.state, self._logbook.rulebook, self._logbook.today()
        self._shown = []
        for code in state.organizations():
            rules = rulebook.organizations.get(code)
            membership = state.membership(code)
            if rules is None or membership is None:
                continue
            found = organization_progress(state, rulebook, code, today)
            self._shown.append(organization_lines(rules, membership, found, width))
            self._shown += [credential_lines(each, rules, membership, found, width) for each in state.held(code)]
        listed = self.query_one("#held", OptionList)
        begin = (number for number, each in enumerate(self._shown) if each.organization.code == self._first)
        place = next(begin, 0) if listed.highlighted is None else listed.highlighted
        listed.clear_options()
        listed.add_options([Option(each.content) for each in self._shown])
        if self._shown:
            listed.highlighted = min(place, len(self._shown) - 1)
        else:
            self._say(EMPTY)

    def _say(self, sentence: str) -> None:
        fault = self.query_one("#held-fault", Static)
        fault.update(Content(sentence))
        fault.set_class(bool(sentence), "-said")
        self.call_after_refresh(self.give_rest, "#held")

    @property
    def _selected(self) -> Shown | None:
        place = self.query_one("#held", OptionList).highlighted
        return self._shown[place] if place is not None and place < len(self._shown) else None

    @property
    def _credential(self) -> HeldCredential | None:
        selected = self._selected
        return selected.credential if selected else None

    # what the keys do

    def action_add(self) -> None:
        """Pick more credentials, as in the wizard."""
        from ceulog.tui.screens.wizard import Wizard  # noqa: PLC0415 - on first need

        self.app.push_screen(Wizard(self._logbook), lambda _wish: self._after(changed=True))

    @on(OptionList.OptionSelected, "#held")
    def action_correct(self) -> None:
        """Correct the credential under the cursor, or change its organization's settings."""
        selected = self._selected
        if selected is None:
            return
        form: Modal[bool] = (
            CredentialForm(self._logbook, selected.credential)
            if selected.credential
            else OrganizationForm(self._logbook, selected.organization)
        )
        self.app.push_screen(form, lambda changed: self._after(changed=bool(changed)))

    def action_remove(self) -> None:
        """Stop holding the credential under the cursor; undo takes it back, so nothing is asked."""
        held = self._credential
        if held is None:
            self._say("Choose a credential to remove; an organization goes with its last one.")
            return
        rulebook = self._logbook.rulebook
        self._carry_out(
            lambda state: release(state, rulebook, held.code),
            f"You no longer hold {held.code}; what you logged and ticked stays. {KEPT}",
        )

    def action_renew(self) -> None:
        """Close the cycle of the organization under the cursor, after asking."""
        selected = self._selected
        if selected is None:
            return
        organization = selected.organization
        found = self._progress(organization)
        if found is None:
            self._say(f"{organization.code} has no cycle that could be closed today.")
            return
        question = closing_question(found)
        screen = ConfirmScreen(question, "Close it (y)", "Not yet (n)")
        self.app.push_screen(screen, lambda yes: self._renew(organization) if yes else None)

    def _progress(self, organization: Organization, state: LogState | None = None) -> OrganizationProgress | None:
        logbook = self._logbook
        return organization_progress(state or logbook.state, logbook.rulebook, organization.code, logbook.today())

    def _renew(self, organization: Organization) -> None:
        def plan(state: LogState) -> Change:
            found = self._progress(organization, state)
            if found is None:
                raise Refusal(f"{organization.code} has no cycle that could be closed today.")
            return renew(state, found, organization_object(found))

        self._carry_out(plan, f"The {organization.cycle_word} of {organization.name} is closed; the next one is open.")

    def action_history(self) -> None:
        """See the closed cycles."""
        from ceulog.tui.screens.history import HistoryScreen  # noqa: PLC0415 - on first need

        self.app.push_screen(HistoryScreen(self._logbook))

    def action_what_if(self) -> None:
        """Suppose that another credential were held."""
        from ceulog.tui.screens.what_if import WhatIfScreen  # noqa: PLC0415 - on first need

        self.app.push_screen(WhatIfScreen(self._logbook))

    @work(exclusive=True, group="holdings")
    async def _carry_out(self, plan: Plan, done: str) -> None:
        refusal = await refusal_of(self._logbook, plan)
        self._changed = self._changed or not refusal
        self._show()
        self._say(refusal or done)

    def _after(self, *, changed: bool) -> None:
        self._changed = self._changed or changed
        self._say("")
        self._show()

    def action_close(self) -> None:
        """Go back, saying whether anything was changed."""
        self.dismiss(self._changed)
