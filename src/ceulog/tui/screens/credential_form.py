"""Correcting a held credential, the cycle that it is in, and the numbers set against the rule."""

import datetime as dt
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Static

from ceulog.domain.changes import Change
from ceulog.domain.credentials import HeldCredential
from ceulog.domain.cycles import Override
from ceulog.domain.holdings import Holding, amend, breaks_parity, has_minimum, may_be_optional
from ceulog.domain.state import LogState
from ceulog.logbook.logbook import Logbook
from ceulog.tui.field_dates import date_text, example
from ceulog.tui.forms.cycle_fields import parity_question
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.forms.fields_form import FieldsForm
from ceulog.tui.forms.texts import COMING, Texts
from ceulog.tui.safe import read_log
from ceulog.wording.dates import parse_date, prose_date
from ceulog.wording.numbers import plain

DATES = ("earned", "cycle_start", "cycle_end")


class CredentialForm(FieldsForm):
    """The facts of one held credential, to be corrected.

    Args:
        logbook: the log.
        held: the credential.
        first: the field to begin in.
    """

    CSS_PATH = "credential_form.tcss"
    AUTO_FOCUS = "#earned"
    ABOUT: ClassVar[str] = (
        "The facts of one credential, and the numbers of its cycle where your tracker shows others than the "
        "rule. Save keeps them."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back")]

    def __init__(self, logbook: Logbook, held: HeldCredential, *, first: str = "earned") -> None:
        super().__init__()
        self._first = first
        self._logbook = logbook
        self._held = held
        self._state, self._trouble = read_log(logbook)
        self._organization = logbook.rulebook.organizations[held.organization]
        self._start = self._texts()

    @property
    def _has_duty(self) -> bool:
        return self._held.self_assessment == "required"

    def _texts(self) -> dict[str, str]:
        held, membership = self._held, self._state.membership(self._held.organization)
        texts = {"earned": date_text(held.earned), "number": held.number}
        if membership:
            cycle = membership.current
            minimum = cycle.minimums.get(held.code)
            texts |= {"cycle_start": date_text(cycle.start), "cycle_end": date_text(cycle.end)}
            texts |= _override_texts("required", cycle.required)
            if minimum or has_minimum(self._organization.edition_for(cycle), self._organization, held.code):
                texts |= _override_texts("minimum", minimum)
        return texts

    def compose(self) -> ComposeResult:
        """Each fact, and which number it is set against."""
        code, word = self._held.organization, self._organization.cycle_word
        with Vertical(classes="panel page", id="credential-form"):
            yield Static(f"Correct {self._held.code}", classes="heading", markup=False)
            with VerticalScroll(id="credential-fields", can_focus=False):
                yield self._field("earned", "Awarded", example("2019-05-14"))
                yield self._field("number", "Number", "as on your certificate, if it has one")
                if "cycle_end" in self._start:
                    yield Static(f"The {word} of all your {code} credentials", classes="sentence muted", markup=False)
                    yield self._field("cycle_start", "Began", example("2025-04-01"))
                    yield self._field("cycle_end", "Ends", example("2027-03-31"))
                    yield Static(
                        f"CEUs for this {word} alone, where your tracker shows another number than the rule says:",
                        classes="sentence muted",
                    )
                    yield self._override("required", f"{code} in all")
                    if "minimum" in self._start:
                        yield self._override("minimum", f"{self._held.code} alone")
                if not self._has_duty or may_be_optional(self._organization, self._held.code):
                    yield TickBox("renewal waits for the self-assessment", self._has_duty, name="duty")
            yield self.fault_line(self._trouble)
            with Horizontal(classes="buttons"):
                yield Button("Save", id="save", compact=True, variant="primary")
                yield Button("Back Esc", id="back", compact=True)

    def on_mount(self) -> None:
        """Begin where it was asked for."""
        self.query_one(f"#{self._first if self._first in self._start else 'earned'}").focus()

    def _field(self, name: str, label: str, hint: str = "") -> Field:
        line = a_line(name, placeholder=hint)
        line.value = self._start.get(name, "")
        return Field(name, label, [line], "" if name in DATES else None)

    def _override(self, name: str, label: str) -> Field:
        number = a_line(name, classes="-short", placeholder="e.g. 27")
        reason = a_line(f"{name}_reason", placeholder="and why, e.g. pro-rated")
        number.value, reason.value = self._start[name], self._start[f"{name}_reason"]
        return Field(name, label, [number, reason])

    @on(Input.Changed)
    def _read_back(self, event: Input.Changed) -> None:
        """Show how a date reads, and ask about the year where it does not go with the month."""
        name = event.input.id or ""
        if name not in DATES:
            return
        field, day = self.query_one(f"#field-{name}", Field), self._day(name, event.value)
        field.say(prose_date(day) if day else "")
        odd = name == "cycle_end" and day and breaks_parity(self._organization, day)
        field.complain(parity_question(self._organization) if odd else "")

    def _day(self, name: str, text: str) -> dt.date | None:
        try:
            return parse_date(text, self._logbook.today(), coming=name in COMING)
        except ValueError:
            return None

    def _given(self) -> dict[str, str]:
        return {name: self.query_one(f"#{name}", Input).value for name in self._start}

    @property
    def _duty(self) -> bool:
        """Whether the box is ticked; as it was where there is none."""
        return next((each.value for each in self.query(TickBox)), self._has_duty)

    @on(Button.Pressed, "#save")
    def _save(self) -> None:
        texts = Texts(self._given(), self._logbook.today())
        cycle = {name: texts.date(name) for name in ("cycle_start", "cycle_end") if name in self._start}
        cycle = {name: day for name, day in cycle.items() if texts.given(name) != self._start[name]}
        overrides = {name: texts.override(name) for name in ("required", "minimum") if name in self._start}
        holding = Holding(
            earned=texts.date("earned"),
            cycle_start=cycle.get("cycle_start"),
            cycle_end=cycle.get("cycle_end"),
            required=overrides.get("required"),
            minimum=overrides.get("minimum"),
            self_assessment="required" if self._duty else "optional",
            number=texts.given("number"),
            by_rule=frozenset(name for name, each in overrides.items() if each is None),
        )
        if self.say_faults(texts.faults):
            return
        logbook, code = self._logbook, self._held.code

        def plan(state: LogState) -> Change:
            return amend(state, logbook.rulebook, code, holding, logbook.today())

        self.save(lambda: logbook.change(plan), lambda _made: self.close_with(None))

    @on(Button.Pressed, "#back")
    def action_close(self) -> None:
        """Go back; what was changed is asked about first."""
        if self.may_leave(touched=self._given() != self._start or self._duty is not self._has_duty):
            self.dismiss(None)


def _override_texts(name: str, override: Override | None) -> dict[str, str]:
    if override is None:
        return {name: "", f"{name}_reason": ""}
    return {name: plain(override.ceus), f"{name}_reason": override.reason}
