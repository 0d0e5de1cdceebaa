"""An organization's settings: member id, dues, edition, extension, the switchable share."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Input, Select, Static

from ceulog.domain.changes import Change
from ceulog.domain.editions import Organization
from ceulog.domain.standing_changes import Settings, set_organization
from ceulog.domain.state import LogState
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.draft import date_text
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.forms.saving import refusal_of
from ceulog.tui.forms.texts import Texts
from ceulog.tui.screens.modal import Modal
from ceulog.wording.numbers import plain


class OrganizationForm(Modal[bool]):
    """What is set for one organization; hands back whether it was changed."""

    CSS_PATH = "organization_form.tcss"
    AUTO_FOCUS = "#member_id"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back")]

    def __init__(self, logbook: Logbook, organization: Organization) -> None:
        super().__init__()
        self._logbook = logbook
        self._organization = organization
        membership = logbook.state.membership(organization.code)
        if membership is None:
            raise LookupError(organization.code)
        cycle = membership.current
        self._start = {
            "member_id": membership.member_id,
            "dues_date": date_text(membership.dues_date) if membership.dues_date else "",
            "dues_amount": "" if membership.dues_amount is None else plain(membership.dues_amount),
            "extension": date_text(cycle.extension) if cycle.extension else "",
        }
        self._edition = cycle.edition
        shares = [each for each in organization.edition_for(cycle).shares if each.switchable]
        self._share = shares[0] if shares else None
        self._share_holds = bool(shares) and (shares[0].binds if cycle.share is None else cycle.share)
        self._asked_to_discard = False

    def compose(self) -> ComposeResult:
        """Each setting with what it means."""
        editions = [("the one in force when the cycle began", "")]
        editions += [(f"{each.id}: {each.summary}".replace("[", "("), each.id) for each in self._organization.edition]
        with Vertical(classes="panel", id="organization-form"):
            yield Static(f"Settings of {self._organization.name}", classes="heading", markup=False)
            with VerticalScroll(id="organization-fields", can_focus=False):
                yield self._field("member_id", "Member id")
                yield self._field("dues_date", "Dues on")
                yield self._field("dues_amount", "Dues")
                yield self._field("extension", "Extended to", "only if you bought an extension")
                choice = Select(editions, id="edition", allow_blank=False, value=self._edition, compact=True)
                yield Field("edition", "Rules", [choice])
                if self._share:
                    label = f"{self._share.percent} % {self._share.label} is asked for in this cycle"
                    yield TickBox(label, self._share_holds, name="share")
            yield Static("", classes="fault", id="organization-fault", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Save", id="save", compact=True, variant="primary")
                yield Button("Back Esc", id="back", compact=True)

    def _field(self, name: str, label: str, hint: str = "") -> Field:
        line = a_line(name, placeholder=hint)
        line.value = self._start[name]
        return Field(name, label, [line])

    def _given(self) -> dict[str, str]:
        return {name: self.query_one(f"#{name}", Input).value for name in self._start}

    @on(Input.Submitted)
    def _enter(self) -> None:
        self.focus_next()

    @on(Button.Pressed, "#save")
    def _pressed(self) -> None:
        self._save()

    @work(exclusive=True, group="organization")
    async def _save(self) -> None:
        texts = Texts(self._given(), self._logbook.today())
        share = self.query_one("#share", TickBox).value if self._share else self._share_holds
        edition = str(self.query_one("#edition", Select).value)
        settings = Settings(
            member_id=texts.given("member_id"),
            dues_date=texts.date("dues_date"),
            dues_amount=texts.number("dues_amount"),
            edition=edition or None,
            extension=texts.date("extension"),
            share=None if share == self._share_holds else share,
        )
        self._refuse_emptied(texts, edition)
        for field in self.query(Field):
            field.complain(texts.faults.get(field.field, ""))
        if texts.faults:
            self.query_one(f"#{next(iter(texts.faults))}").focus()
            return
        organization = self._organization

        def plan(state: LogState) -> Change:
            return set_organization(state, organization, settings)

        refusal = await refusal_of(self._logbook, plan)
        if refusal:
            self._say(refusal)
        else:
            self.dismiss(True)

    def _refuse_emptied(self, texts: Texts, edition: str) -> None:
        """Settings that can be changed but not taken out again say so, instead of staying silently."""
        for name in ("dues_date", "dues_amount", "extension"):
            if self._start[name] and not texts.given(name):
                texts.faults[name] = "This can be changed here, but not emptied; u in the log takes the change back."
        if self._edition and not edition:
            texts.faults["edition"] = "Choose the edition by its name; the choice cannot be taken out again."

    def _say(self, sentence: str) -> None:
        fault = self.query_one("#organization-fault", Static)
        fault.update(sentence)
        fault.set_class(bool(sentence), "-said")

    @on(Button.Pressed, "#back")
    def action_close(self) -> None:
        """Go back; what was changed is asked about once."""
        if self._given() != self._start and not self._asked_to_discard:
            self._asked_to_discard = True
            self._say("You changed something. Esc again leaves it as it was; Save keeps it.")
            return
        self.dismiss(False)
