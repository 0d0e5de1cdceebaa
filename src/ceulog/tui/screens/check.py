"""The check: what an auditor would stumble over, and what is due; each finding leads to what it is about."""

import asyncio
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import Resize
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from ceulog.domain.named import NamedTuple
from ceulog.exchange.checking import Finding
from ceulog.exchange.steps import Step
from ceulog.logbook.checking import Checked, ProofFaults, check, proof_faults
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.tui.abandoned import Abandoned
from ceulog.tui.forms.check_lines import CheckLine, check_lines, place_of
from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.screens.modal import Modal
from ceulog.tui.widgets.key_line import KeyLine, keys_of
from ceulog.wording.check_groups import BY_KEY
from ceulog.wording.numbers import count

NOTHING = "Nothing was found: no date presses, nothing is missing, and every certificate is as you attached it."
AROUND = 7
"""Cells of a line that its text has not: margins, and the bar."""
LOOKING = "Looking through the log …"
WAYS = {
    "deadline": "Explain it", "overdue": "Explain it", "ready-to-close": "Close the cycle", "conflict-copy": "Merge it",
    "no-numbers": "Open the credentials",
    "not-entered": "Open the portal", "not-verified": "Open the portal", "entered-otherwise": "Open the portal",
}  # fmt: skip
"""Kind of finding -> where Enter leads; of the others to the entry, or to the settings of the organization."""


class Visit(NamedTuple):
    """A finding that somebody goes to, and what the check has to know when it comes back."""

    checked: Checked
    place: int
    """Its line."""
    proofs: ProofFaults
    """What the certificates were like."""

    @property
    def finding(self) -> Finding:
        """What is gone to."""
        return self.checked.finding


class CheckScreen(Modal[Visit | None]):
    """Lists the findings in groups; hands back the one that is gone to.

    Args:
        logbook: the log.
        before: where one comes back from.
    """

    CSS_PATH = "check.tcss"
    AUTO_FOCUS = PART = "#findings"
    OPENED_BY = "check"
    ABOUT: ClassVar[str] = (
        "What an auditor would stumble over in your current cycles, and what is due. Enter goes to the entry, the "
        "settings or the explanation that a finding is about, and comes back here."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "visit", "Go to it", key_display="Enter"),
        Binding("escape", "close", "Back", key_display="Esc"),
    ]

    def __init__(self, logbook: Logbook, *, before: Visit | None = None) -> None:
        super().__init__()
        self._logbook = logbook
        self._lines: list[CheckLine] = []
        self._checked = before.checked if before else None
        self._place = before.place if before else 0
        self._proofs: ProofFaults = before.proofs if before else {}
        self._percent = -1
        self._found: list[Checked] = []
        self._is_looking = True

    def compose(self) -> ComposeResult:
        """How much was found, the findings, a fault if there is one, the keys."""
        with Vertical(classes="panel page", id="check"):
            yield Static("Check", classes="heading")
            yield Static(LOOKING, classes="sentence muted", id="check-say", markup=False)
            yield PickList(id="findings", classes="part")
            yield self.fault_line()
            yield self.key_line("check-keys")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        """One can go where a finding leads."""
        return action != "visit" or self._checked is not None

    def _show_keys(self) -> None:
        """Say where Enter leads from the finding under the cursor."""
        finding = self._checked.finding if self._checked else None
        usual = "Open the entry" if finding and finding.activity else "Open its settings"
        way = WAYS.get(finding.kind, usual) if finding else ""
        keys = keys_of(self.BINDINGS)
        named = (each._replace(name=way) if each.action == "screen.visit" else each for each in keys)
        self.query_one("#check-keys", KeyLine).show([each for each in named if each.name])

    def on_resize(self, _event: Resize) -> None:
        """Lay the findings out anew."""
        self._lay_out()

    def on_screen_resume(self) -> None:
        """Look for findings off the screen's thread: now, and again when one comes back from a screen over this."""
        if self.app.screen is self:
            self._is_looking = True
            self.run_worker(self._look(), group="checking", exclusive=True)

    # --- looking -------------------------------------------------------------------------------------------

    async def _look(self) -> None:
        """Show what the log says, then what the certificates say too: reading those may take long."""
        logbook = self._logbook
        try:
            self._show(await asyncio.to_thread(self._check))
            self._say("Looking at the certificates …")
            faults = await asyncio.to_thread(lambda: proof_faults(logbook, logbook.state, self._report))
            if faults != self._proofs:
                self._proofs = faults
                self._show(await asyncio.to_thread(self._check))
        except Abandoned:
            return
        except (Refusal, StorageError) as fault:
            self._say("")
            self.complain(str(fault))
            return
        finally:
            self._is_looking = False
        self._say(count(len(self._found), "finding") if self._found else NOTHING)

    def _check(self) -> list[Checked]:
        return check(self._logbook, proofs=self._proofs, ways=BY_KEY)

    def _report(self, _step: Step, done: int, whole: int) -> None:
        """Hear, on the other thread, how far it is."""
        if not self.is_attached:
            raise Abandoned
        if (percent := done * 100 // whole) != self._percent:
            self._percent = percent
            self.call_later(self._say_how_far, f"Looking at {done} of {count(whole, 'certificate')} …")

    def _say_how_far(self, words: str) -> None:
        if self._is_looking:  # what was sent from the other thread may come late
            self._say(words)

    def _say(self, words: str) -> None:
        self.query_one("#check-say", Static).update(Content(words))
        self.fit_soon()

    def _show(self, found: list[Checked]) -> None:
        self._found = found
        self._lay_out()

    def _lay_out(self) -> None:
        listed = self.query_one("#findings", PickList)
        self._lines = check_lines(self._found, min(self.size.width, 100) - AROUND)
        listed.clear_options()
        listed.add_options([Option(each.content, disabled=each.checked is None) for each in self._lines])
        listed.highlighted = place_of(self._lines, self._checked, self._place)
        if listed.highlighted is None:
            self._checked = None
        self._show_keys()
        self.fit_soon()

    # --- going there, and leaving --------------------------------------------------------------------------

    @on(OptionList.OptionHighlighted)
    def _moved(self, event: OptionList.OptionHighlighted) -> None:
        self._place = event.option_index
        self._checked = self._lines[event.option_index].checked
        self._show_keys()
        self.complain("")

    @on(OptionList.OptionSelected)
    def action_visit(self) -> None:
        """Go to what the finding under the cursor is about."""
        place = self.query_one("#findings", PickList).highlighted
        checked = None if place is None else self._lines[place].checked
        if place is not None and checked:
            self.dismiss(Visit(checked, place, self._proofs))
