"""An organization's settings: what changed in its rules, dues, edition, extension, the switchable share."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Checkbox, Input, Select, Static

from ceulog.domain.changes import Change
from ceulog.domain.editions import Organization
from ceulog.domain.rule_news import rule_news
from ceulog.domain.standing_changes import set_organization
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.logbook.logbook import Logbook
from ceulog.tui.field_dates import example
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.forms.fields_form import FieldsForm
from ceulog.tui.forms.settings import choices_of_share, read_settings, texts_of
from ceulog.tui.forms.texts import Texts
from ceulog.tui.safe import read_log
from ceulog.tui.widgets.chooser import Chooser
from ceulog.wording.explain_ahead import news_sentences

BOXES = ("dues_paid", "news_seen")


class OrganizationForm(FieldsForm):
    """What is set for one organization.

    Args:
        logbook: the log.
        organization: whose settings they are.
        first: the field to begin in.
    """

    CSS_PATH = "organization_form.tcss"
    ABOUT: ClassVar[str] = (
        "What is set for one organization: your member id, dues, an extension, and which rules count. Save keeps it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Back")]

    def __init__(self, logbook: Logbook, organization: Organization, *, first: str = "") -> None:
        super().__init__()
        self._logbook = logbook
        self._organization = organization
        self._first = first
        state, self._trouble = read_log(logbook)
        membership = state.membership(organization.code)
        if membership is None:
            raise LookupError(organization.code)
        self._cycle = membership.current
        self._news = rule_news(self._cycle, organization)
        shares = [each for each in organization.edition_for(self._cycle).shares if each.switchable]
        self._share = shares[0] if shares else None
        self._start = texts_of(membership)

    def compose(self) -> ComposeResult:
        """Each setting with what it means."""
        with Vertical(classes="panel page", id="organization-form"):
            yield Static(f"Settings of {tidy(self._organization.name)}", classes="heading", markup=False)
            with VerticalScroll(id="organization-fields", can_focus=False):
                if self._news:
                    said = tidy(" ".join(news_sentences(self._news, self._organization.cycle_word)))
                    yield Static(said, classes="sentence", id="news", markup=False)
                    yield TickBox("I have read this", name="news_seen")
                yield self._field("member_id", "Member id")
                yield self._field("dues_date", "Dues due on", example("2026-12-31"))
                yield TickBox("Dues paid: the next ones are due a year later", name="dues_paid")
                yield self._field("dues_amount", "Dues", "e.g. 205, in dollars")
                yield self._field("extension", "Extended to", "a date, if you were granted more time")
                word = tidy(self._organization.verification.word)
                yield self._field("verification_asked", "Asked on", f"{word}: when it asked for your certificates")
                yield self._field("verification_due", "Answer by", self._answer_hint())
                yield self._choice("edition", "Rules", self._editions())
                if self._share:
                    yield self._choice("share", f"{self._share.percent} % rule", choices_of_share(self._share))
            yield self.fault_line(self._trouble)
            with Horizontal(classes="buttons"):
                yield Button("Save", id="save", compact=True, variant="primary")
                yield Button("Back Esc", id="back", compact=True)

    def on_mount(self) -> None:
        """Begin where it was asked for, else with what changed in the rules."""
        self._offer_paid()
        self.query_one(f"#{self._first or ('news_seen' if self._news else 'member_id')}").focus()

    def _answer_hint(self) -> str:
        """What is known of how long there is to answer; the letter says it."""
        rule = self._organization.verification
        return "as the letter says" + (f"; {rule.days} days by {tidy(rule.source)}" if rule.days else "")

    def _editions(self) -> list[tuple[str, str]]:
        usual = self._organization.edition_for(self._cycle._replace(edition=""))
        named = [(f"{each.id}: {tidy(each.summary)}", each.id) for each in self._organization.edition]
        if self._cycle.edition not in ("", *(each.id for each in self._organization.edition)):
            named.append((f"{tidy(self._cycle.edition)}: not known here; the usual one is used", self._cycle.edition))
        return [(f"those in force when your {self._organization.cycle_word} began ({usual.id})", ""), *named]

    def _choice(self, name: str, label: str, choices: list[tuple[str, str]]) -> Field:
        return Field(name, label, [Chooser(name, choices, self._start[name])])

    def _field(self, name: str, label: str, hint: str = "") -> Field:
        line = a_line(name, placeholder=hint)
        line.value = self._start[name]
        return Field(name, label, [line])

    def _given(self) -> dict[str, str]:
        """What stands in the fields now; a share that cannot be switched stays as it was."""
        fields = self.query_one("#organization-fields")
        lines = {each.id: each.value for each in fields.query(Input) if each.id in self._start}
        choices = {each.id: str(each.value) for each in fields.query(Select) if each.id in self._start}
        return {name: {**lines, **choices}.get(name, text) for name, text in self._start.items()}

    def _ticked(self, name: str) -> bool:
        return any(each.value and each.display for each in self.query(f"#{name}").results(Checkbox))

    @on(Input.Changed, "#dues_date")
    def _offer_paid(self) -> None:
        """Dues can be paid when a day is known for them."""
        self.query_one("#dues_paid").display = bool(self.query_one("#dues_date", Input).value.strip())

    @on(Button.Pressed, "#save")
    def _save(self) -> None:
        texts = Texts(self._given(), self._logbook.today())
        settings = read_settings(texts, self._start)
        if self.say_faults(texts.faults):
            return
        settings = settings._replace(dues_paid=self._ticked("dues_paid"), news_seen=self._ticked("news_seen"))
        logbook, organization = self._logbook, self._organization

        def plan(state: LogState) -> Change:
            return set_organization(state, organization, settings, logbook.today())

        self.save(lambda: logbook.change(plan), lambda _made: self.close_with(None))

    @on(Button.Pressed, "#back")
    def action_close(self) -> None:
        """Go back; what was changed is asked about first."""
        touched = self._given() != self._start or any(self._ticked(each) for each in BOXES)
        if self.may_leave(touched=touched):
            self.dismiss(None)
