"""What is held: cycles, editions, overrides; adding, correcting, removing, settings, renewing."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.credentials import HeldCredential
from ceulog.domain.editions import Organization
from ceulog.domain.holdings import release
from ceulog.domain.progress import organization_progress
from ceulog.domain.standing_changes import may_close
from ceulog.domain.text import tidy
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.holding_lines import Shown, credential_lines, organization_lines
from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.keys import key_of, with_keys
from ceulog.tui.safe import read_log
from ceulog.tui.screens.confirm import ConfirmScreen
from ceulog.tui.screens.credential_form import CredentialForm
from ceulog.tui.screens.keeping import Keeping
from ceulog.tui.screens.organization_form import OrganizationForm
from ceulog.wording.phrases import closing_question, stays_open_words

EMPTY = "You hold no credential yet. Press a to add the first."
KEPT = "{undo} on the first screen takes it back."


class CredentialsScreen(Keeping[None]):
    """Lists what is held, and changes it.

    Args:
        logbook: the log.
        first: the organization on which the cursor begins.
    """

    CSS_PATH = "credentials.tcss"
    AUTO_FOCUS = PART = "#held"
    OPENED_BY = "credentials"
    ABOUT: ClassVar[str] = (
        "What you hold: each organization with its cycle, and its credentials below it. The keys are about "
        "the line under the cursor."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "add", "Add"),
        Binding("e,enter", "correct", "Correct, or its settings", key_display="Enter"),
        Binding("d,delete", "remove", "Remove"),
        Binding("r", "renew", "Close the cycle"),
        Binding("h", "history", "Past cycles"),
        Binding("f", "what_if", "What if I also held …"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, *, first: str = "") -> None:
        super().__init__()
        self._first = first
        self._logbook = logbook
        self._shown: list[Shown] = []

    def compose(self) -> ComposeResult:
        """The list, a fault if there is one, and the keys."""
        with Vertical(classes="panel page", id="credentials"):
            yield Static("Credentials", classes="heading")
            yield PickList(id="held", classes="part")
            yield self.fault_line()
            yield self.key_line("held-keys")

    def on_resize(self, _event: Resize) -> None:
        """Lay the list out anew."""
        self._show()

    def _show(self) -> None:
        width = max(min(self.size.width, 100) - 8, 40)
        (state, trouble), rulebook, today = read_log(self._logbook), self._logbook.rulebook, self._logbook.today()
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
        if trouble or not self._shown:
            self.complain(trouble or EMPTY)

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

        self.app.push_screen(Wizard(self._logbook), self._after)

    @on(OptionList.OptionSelected, "#held")
    def action_correct(self) -> None:
        """Correct the credential under the cursor, or change its organization's settings."""
        selected = self._selected
        if selected is None:
            return
        form: Keeping[None] = (
            CredentialForm(self._logbook, selected.credential)
            if selected.credential
            else OrganizationForm(self._logbook, selected.organization)
        )
        self.app.push_screen(form, self._after)

    def action_remove(self) -> None:
        """Stop holding the credential under the cursor; undo takes it back, so nothing is asked."""
        held = self._credential
        if held is None:
            self.complain("Put the cursor on a credential to remove it; an organization goes with its last one.")
            return
        logbook = self._logbook
        self._carry_out(
            lambda: logbook.change(lambda state: release(state, logbook.rulebook, held.code)),
            f"You no longer hold {tidy(held.code)}; what you logged and ticked stays. {with_keys(KEPT)}",
        )

    def action_renew(self) -> None:
        """Close the cycle of the organization under the cursor, after asking; say at once why it cannot be."""
        selected = self._selected
        if selected is None:
            return
        organization, logbook = selected.organization, self._logbook
        state, trouble = read_log(logbook)
        found = organization_progress(state, logbook.rulebook, organization.code, logbook.today())
        if trouble or found is None:
            self.complain(trouble or f"{tidy(organization.code)} has no cycle that could be closed today.")
            return
        if not may_close(found):
            self.complain(stays_open_words(found))
            return
        screen = ConfirmScreen(closing_question(found, key_of("undo")), "Close it (y)", "Not yet (n)")
        self.app.push_screen(screen, lambda yes: self._renew(organization) if yes else None)

    def _renew(self, organization: Organization) -> None:
        name = tidy(organization.name)
        self._carry_out(
            lambda: self._logbook.renew(organization.code),
            f"The {organization.cycle_word} of {name} is closed; the next one is open. {with_keys(KEPT)}",
        )

    def action_history(self) -> None:
        """See the closed cycles."""
        from ceulog.tui.screens.history import HistoryScreen  # noqa: PLC0415 - on first need

        self.app.push_screen(HistoryScreen(self._logbook))

    def action_what_if(self) -> None:
        """Suppose that another credential were held."""
        from ceulog.tui.screens.what_if import WhatIfScreen  # noqa: PLC0415 - on first need

        self.app.push_screen(WhatIfScreen(self._logbook))

    def _carry_out(self, work: Callable[[], object], done: str) -> None:
        self.save(work, lambda _made: self._after(said=done), lambda refusal: self._after(said=refusal))

    def _after(self, _answer: object = None, *, said: str = "") -> None:
        """Show what is held now, and say what was done, or why not."""
        self.complain("")
        self._show()
        if said:
            self.complain(said)
