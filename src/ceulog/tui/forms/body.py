"""The fields of an activity, laid out; they show a draft and give one."""

from collections.abc import Mapping
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Collapsible, Input, Select, TextArea

from ceulog.domain.activities import ACTIVITY_TYPES, PROVIDERS
from ceulog.domain.editions import Rulebook
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.forms.suggesting import from_log
from ceulog.wording.words import provider_name, type_name

LINES = (
    "title", "date", "ceus", "minutes", "sponsor", "index_number", "approved_for", "certificate",
    "presenter", "location",
)  # fmt: skip
"""Fields of one line of text, each an input with that id."""
CHOICES = ("type", "domain", "provided_by")
MORE = ("presenter", "location", "notes")
"""Fields in the part that is folded away."""
NOT_CLASSIFIED = "not classified"


class FormBody(VerticalScroll, can_focus=False):
    """Every field but the quick line.

    Args:
        codes: the organizations that an entry can count for.
        state: the log, for suggestions.
        rulebook: the rules, for domains.
        attached: how many certificates there are already.
    """

    def __init__(self, codes: tuple[str, ...], state: LogState, rulebook: Rulebook, attached: int = 0) -> None:
        super().__init__(id="fields")
        self.codes = codes
        self._state = state
        self._rulebook = rulebook
        self._attached = attached

    @property
    def asks_domain(self) -> bool:
        """Whether an organization is held that classifies its entries."""
        found = (self._rulebook.organizations.get(code) for code in self.codes)
        return any(each.asks_domain for each in found if each)

    def compose(self) -> ComposeResult:
        """The rows, two fields each where there is room."""
        yield Field("title", "Title", [a_line("title")])
        with Horizontal(classes="row"):
            yield Field("date", "Date", [a_line("date", classes="-day")], "")
            numbers = [a_line("ceus", classes="-short"), a_line("minutes", placeholder="or minutes")]
            yield Field("ceus", "CEUs", numbers)
        with Horizontal(classes="row"):
            yield Field("sponsor", "Sponsor", [a_line("sponsor")])
            kinds = [(type_name(each), each) for each in ACTIVITY_TYPES]
            yield Field("type", "Kind", [Select(kinds, id="type", allow_blank=False, value="other", compact=True)])
        yield Field("organizations", "Counts for", [Horizontal(*self._organizations(), id="credits")])
        with Horizontal(classes="row"):
            yield Field("index_number", "Index no.", [a_line("index_number", placeholder="on your certificate")])
            present = f"{self._attached} attached; a path adds one" if self._attached else "drop or type a path"
            yield Field("certificate", "Certificate", [a_line("certificate", placeholder=present)])
        if self.asks_domain:
            yield self._domain_row()
        with Horizontal(classes="row"):
            yield Field("approved_for", "Approved for", [a_line("approved_for", placeholder="CPMA CFPC")])
            with Horizontal(id="boxes"):
                yield TickBox("Planned", name="planned")
                yield TickBox("For the next cycle", name="next_cycle")
        yield Field("next_cycle", "", [])
        with Collapsible(title="Presenter, place, notes", id="more"):
            with Horizontal(classes="row"):
                yield Field("presenter", "Presenter", [a_line("presenter")])
                yield Field("location", "Place", [a_line("location")])
            notes = TextArea(id="notes", compact=True, tab_behavior="focus", soft_wrap=True)
            yield Field("notes", "Notes", [notes])

    def _domain_row(self) -> Horizontal:
        domains = [(NOT_CLASSIFIED, ""), *((each.name, str(each.id)) for each in self._rulebook.domains)]
        providers = [(provider_name(None), ""), *((provider_name(each), each) for each in PROVIDERS)]
        return Horizontal(
            Field("domain", "Domain", [Select(domains, id="domain", allow_blank=False, value="", compact=True)]),
            Field(
                "provided_by", "Provided by",
                [Select(providers, id="provided_by", allow_blank=False, value="", compact=True)],
            ),
            classes="row",
        )  # fmt: skip

    def _organizations(self) -> list[TickBox | Input]:
        widgets: list[TickBox | Input] = []
        for place, code in enumerate(self.codes):
            widgets.append(TickBox(tidy(code)[:20].replace("[", "("), name=f"counts-{place}"))
            widgets.append(a_line(f"credit-{place}", classes="-short"))
        return widgets

    def on_mount(self) -> None:
        """Give the titles and sponsors of the log as suggestions."""
        for field in ("title", "sponsor"):
            self.query_one(f"#{field}", Input).suggester = from_log(self._state.activities.values(), field)

    # drafts

    def show(self, draft: FormDraft) -> None:
        """Show the texts of a draft, whatever stood there."""
        for field in LINES:
            _set(self.query_one(f"#{field}", Input), getattr(draft, field))
        for field in self._choices():
            choice = self.query_one(f"#{field}", Select)
            if choice.value != getattr(draft, field):
                choice.value = getattr(draft, field)
        for place, code in enumerate(self.codes):
            self.query_one(f"#counts-{place}", TickBox).value = code in draft.organizations
            _set(self.query_one(f"#credit-{place}", Input), draft.credits.get(code, ""))
        self.query_one("#planned", TickBox).value = draft.planned
        self.query_one("#next_cycle", TickBox).value = draft.next_cycle
        notes = self.query_one("#notes", TextArea)
        if notes.text != draft.notes:
            notes.load_text(draft.notes)

    def draft(self, before: FormDraft) -> FormDraft:
        """What stands in the fields; what no field shows is taken from the draft before."""
        values: dict[str, Any] = {field: self.query_one(f"#{field}", Input).value for field in LINES}
        values |= {field: str(self.query_one(f"#{field}", Select).value) for field in self._choices()}
        counts = [self.query_one(f"#counts-{place}", TickBox).value for place in range(len(self.codes))]
        own = {code: self.query_one(f"#credit-{place}", Input).value for place, code in enumerate(self.codes)}
        return before._replace(
            **values,
            organizations=tuple(code for code, counted in zip(self.codes, counts, strict=True) if counted),
            credits={code: text for code, text in own.items() if text},
            planned=self.query_one("#planned", TickBox).value,
            next_cycle=self.query_one("#next_cycle", TickBox).value,
            notes=self.query_one("#notes", TextArea).text,
        )

    def _choices(self) -> tuple[str, ...]:
        return CHOICES if self.asks_domain else CHOICES[:1]

    # what is said beside the texts

    def complain(self, faults: Mapping[str, str]) -> None:
        """Show each fault at its field, and nothing at the others."""
        for field in self.query(Field):
            sentence = faults.get(field.field, "")
            if field.field == "ceus":
                sentence = sentence or faults.get("minutes", "")
            field.complain(sentence)
        if faults.keys() & set(MORE):
            self.query_one("#more", Collapsible).collapsed = False

    def focus_fault(self, faults: Mapping[str, str]) -> None:
        """Put the focus on the first field, from the top, that has a fault."""
        for field in self.query(Field):
            if field.field in faults or (field.field == "ceus" and "minutes" in faults):
                target = {"organizations": "#counts-0", "next_cycle": "#next_cycle"}.get(field.field, f"#{field.field}")
                for widget in self.query(target).results():
                    widget.focus()
                return

    def offer_ceus(self, offers: Mapping[str, str]) -> None:
        """Show what each organization would grant where nothing else is typed."""
        for place, code in enumerate(self.codes):
            self.query_one(f"#credit-{place}", Input).placeholder = offers.get(code, "")

    def name_more(self, draft: FormDraft) -> None:
        """Say in the folded part's title what is in it."""
        inside = [tidy(text.replace("\n", " ")) for text in (draft.presenter, draft.location, draft.notes) if text]
        title = "Presenter, place, notes" + (": filled in" if inside else "")
        self.query_one("#more", Collapsible).title = title


def _set(line: Input, text: str) -> None:
    if line.value != text:
        line.value = text
