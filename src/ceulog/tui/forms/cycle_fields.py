"""The dates of one organization's cycle: for some the renewal month is enough, and the year is worked out."""

import datetime as dt

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Select, Static

from ceulog.domain.adopting import start_before
from ceulog.domain.cycles import renewal_end
from ceulog.domain.editions import Organization
from ceulog.domain.holdings import breaks_parity
from ceulog.domain.text import tidy
from ceulog.tui.field_dates import date_text, example
from ceulog.tui.forms.fields import Field, a_line
from ceulog.tui.forms.wizard_draft import WizardDraft
from ceulog.tui.widgets.chooser import Chooser
from ceulog.wording.dates import FORMS, MONTHS_IN_FULL, parse_date, prose_date
from ceulog.wording.months import MONTH_FORMS, parse_end

MONTH_ENOUGH = " The month is enough; the year is worked out."
EMPTY = {
    "end": f"When does it end? Write it as {MONTH_FORMS}.",
    "start": f"On which day did it begin? Write it as {FORMS}.",
}


def parity_question(organization: Organization) -> str:
    """What is asked about an end whose year does not go with its month."""
    return f"{tidy(organization.code)} renews odd months in odd years, even ones in even years; is the year right?"


class CycleFields(Vertical):
    """End and start of the cycle; the start follows the end until it is edited.

    Args:
        organization: whose cycle it is.
        draft: where the texts are kept.
        today: today.
        place: a number of its own on the screen.
    """

    DEFAULT_CSS = """
    CycleFields { height: auto; margin: 0 0 1 0; & Select { max-width: 26; } & Input { width: 24; }
    & .field--label { width: 8; } & .field--fault { padding: 0 0 0 8; } }
    """

    def __init__(self, organization: Organization, draft: WizardDraft, today: dt.date, place: int) -> None:
        super().__init__()
        self.organization = organization
        self._draft = draft
        self._today = today
        self._place = place
        self._start_worked_out = draft.starts.get(organization.code, "")

    def compose(self) -> ComposeResult:
        """The month where it is enough, the last day, the first day."""
        code, word = self.organization.code, self.organization.cycle_word
        question = f"{tidy(self.organization.name)}: when does your {word} end?"
        enough = MONTH_ENOUGH if self.organization.parity else ""
        yield Static(f"{question}{enough}", classes="sentence", markup=False)
        if self.organization.parity:
            months = [(name, number) for number, name in enumerate(MONTHS_IN_FULL, 1)]
            month = Chooser[int](f"month-{self._place}", months, prompt="your renewal month")
            yield Field(f"month-{self._place}", "Month", [month])
        last = a_line(
            f"end-{self._place}", placeholder="e.g. Mar 2027" if self.organization.parity else example("2026-12-31")
        )
        last.value = self._draft.ends.get(code, "")
        yield Field(f"end-{self._place}", "Ends", [last], "")
        first = a_line(f"start-{self._place}", placeholder="worked out from the end")
        first.value = self._draft.starts.get(code, "")
        yield Field(f"start-{self._place}", "Began", [first], "")

    def on_mount(self) -> None:
        """Choose the month that was chosen before."""
        self._show_month()
        self._read_back()

    @on(Select.Changed)
    def _month_chosen(self, event: Select.Changed) -> None:
        if not isinstance(event.value, int) or self._draft.months.get(self.organization.code) == event.value:
            return
        self._draft.months[self.organization.code] = event.value
        self._line("end").value = date_text(renewal_end(event.value, self._today, parity=self.organization.parity))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        code = self.organization.code
        if event.input is self._line("end"):
            self._draft.ends[code] = event.value
            self._keep_month()
            self._follow()
        else:
            self._draft.starts[code] = event.value
        self._read_back()

    def _keep_month(self) -> None:
        """Let the month that is chosen be that of the day that is typed."""
        if self.organization.parity and (end := self._day("end")):
            self._draft.months[self.organization.code] = end.month
            self._show_month()

    def _show_month(self) -> None:
        for choice in self.query(Select):
            choice.value = self._draft.months.get(self.organization.code, choice.value)

    def _follow(self) -> None:
        start = self._line("start")
        if start.value not in ("", self._start_worked_out):
            return
        end = self._day("end")
        usual = start_before(end, self.organization) if end else None
        self._start_worked_out = date_text(usual) if usual else ""
        start.value = self._start_worked_out

    def _read_back(self) -> None:
        for which in ("end", "start"):
            field, day = self._field(which), self._day(which)
            field.say(prose_date(day) if day else "")
            field.complain("")
        end = self._day("end")
        if end and breaks_parity(self.organization, end):
            self._field("end").complain(parity_question(self.organization))

    def _line(self, which: str) -> Input:
        return self.query_one(f"#{which}-{self._place}", Input)

    def _field(self, which: str) -> Field:
        return self.query_one(f"#field-{which}-{self._place}", Field)

    def _day(self, which: str) -> dt.date | None:
        try:
            return self._parsed(which)
        except ValueError:
            return None

    def _parsed(self, which: str) -> dt.date:
        text = self._line(which).value
        if which == "end":
            return parse_end(text, self._today, parity=self.organization.parity)
        return parse_date(text, self._today)

    def dates(self) -> tuple[dt.date, dt.date] | None:
        """First and last day; None when one is missing or cannot be, which is then said beside it."""
        for which in ("end", "start"):
            try:
                self._parsed(which)
            except ValueError as fault:
                self._fault(which, str(fault) if self._line(which).value.strip() else EMPTY[which])
                return None
        start, end = self._parsed("start"), self._parsed("end")
        if start >= end:
            self._fault("end", f"The {self.organization.cycle_word} would end before it began.")
            return None
        return start, end

    def _fault(self, which: str, sentence: str) -> None:
        self._field(which).complain(sentence)
        self._line(which).focus()
