"""The fields of an activity, laid out; they show a draft and give one."""

from collections.abc import Mapping
from functools import cached_property
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, ItemGrid, Vertical, VerticalScroll
from textual.widgets import Collapsible, Input, Label, Select, TextArea

from ceulog.domain.activities import ACTIVITY_TYPES, PROVIDERS, Certificate
from ceulog.domain.editions import Rulebook
from ceulog.domain.text import tidy
from ceulog.tui.forms.draft import FormDraft
from ceulog.tui.forms.fields import Field, Opener, TickBox, a_line
from ceulog.tui.forms.suggesting import REMEMBERED, FromLog, Memory
from ceulog.tui.viewing import proof_name
from ceulog.tui.widgets.chooser import Chooser
from ceulog.tui.widgets.painting import shortened
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
PROVIDERS_IN_SHORT = {"csa": "state association", "cla": "local association"}
"""Providers whose names are too long for a field."""
MORE_TITLE = "Presenter, place, notes"


class FormBody(VerticalScroll, can_focus=False):
    """Every field but the quick line.

    Args:
        codes: the organizations that an entry can count for.
        memory: what the log remembers, for suggestions.
        rulebook: the rules, for domains.
        attached: the certificates that there are already.
    """

    def __init__(
        self, codes: tuple[str, ...], memory: Memory, rulebook: Rulebook, attached: tuple[Certificate, ...] = ()
    ) -> None:
        super().__init__(id="fields")
        self.codes = codes
        self._memory = memory
        self._rulebook = rulebook
        self._attached = attached

    @property
    def asks_domain(self) -> bool:
        """Whether an organization is held that classifies its entries."""
        return self._rulebook.asks_domain(self.codes)

    def compose(self) -> ComposeResult:
        """The rows, two fields each where there is room."""
        yield Field("title", "Title", [a_line("title")])
        with Horizontal(classes="row"):
            day = a_line("date", classes="-day", picks=True)
            yield Field("date", "Date", [day, Opener("screen.pick('date')")], "")
            minutes = a_line("minutes", placeholder="length")
            numbers = [a_line("ceus", classes="-short"), minutes, Label("min", classes="unit")]
            yield Field("ceus", "CEUs", numbers)
        with Horizontal(classes="row"):
            yield Field("sponsor", "Sponsor", [a_line("sponsor")])
            kinds = [(type_name(each), each) for each in ACTIVITY_TYPES]
            yield Field("type", "Kind", [Chooser("type", kinds, "other")])
        grid = ItemGrid(*self._organizations(), id="credits", min_column_width=22, max_column_width=26)
        yield Field("organizations", "Counts for", [grid])
        with Horizontal(classes="row"):
            yield Field("index_number", "Index no.", [a_line("index_number", placeholder="on your certificate")])
            words = "a path adds one" if self._attached else "drop or type a path"
            path = a_line("certificate", placeholder=words, picks=True)
            yield Field("certificate", "Certificate", [path, Opener("screen.pick('certificate')")])
        if self._attached:
            yield Field("attached", "Attached", [Vertical(*self._proofs(), id="proofs")])
        if self.asks_domain:
            yield self._domain_row()
        with Horizontal(classes="row"):
            yield Field("approved_for", "Approved for", [a_line("approved_for", placeholder="such as CPMA CFPC")])
            with Horizontal(id="boxes"):
                yield TickBox("Planned", name="planned")
                yield TickBox("For the next cycle", name="next_cycle")
        yield Field("next_cycle", "", [])
        with Collapsible(title=MORE_TITLE, id="more"):
            with Horizontal(classes="row"):
                yield Field("presenter", "Presenter", [a_line("presenter")])
                yield Field("location", "Place", [a_line("location")])
            notes = TextArea(id="notes", compact=True, tab_behavior="focus", soft_wrap=True)
            yield Field("notes", "Notes", [notes])

    def _domain_row(self) -> Horizontal:
        domains = [(NOT_CLASSIFIED, ""), *((each.name, str(each.id)) for each in self._rulebook.domains)]
        providers = [(provider_name(None), "")]
        providers += [(PROVIDERS_IN_SHORT.get(each, provider_name(each)), each) for each in PROVIDERS]
        return Horizontal(
            Field("domain", "Domain", [Chooser("domain", domains, "")]),
            Field(
                "provided_by", "Provided by",
                [Chooser("provided_by", providers, "")],
            ),
            classes="row",
        )  # fmt: skip

    def _organizations(self) -> list[Horizontal]:
        return [
            Horizontal(
                TickBox(shortened(code, 12), name=f"counts-{place}"),
                a_line(f"credit-{place}", classes="-short"),
                classes="credit",
            )
            for place, code in enumerate(self.codes)
        ]

    def _proofs(self) -> list[Horizontal]:
        """A box for each certificate, ticked while it stays, with a word to see it."""
        return [
            Horizontal(
                TickBox(proof_name(each), True, name=f"proof-{place}"), Opener(f"screen.see({place})", "see it"),
                classes="proof",
            )
            for place, each in enumerate(self._attached)
        ]  # fmt: skip

    def on_mount(self) -> None:
        """Give the titles and sponsors of the log as suggestions."""
        for field in REMEMBERED:
            self._line[field].suggester = FromLog(self._memory, field)

    # the widgets, looked for once

    @cached_property
    def _line(self) -> dict[str, Input]:
        return {field: self.query_one(f"#{field}", Input) for field in LINES}

    @cached_property
    def _choice(self) -> "dict[str, Select[str]]":
        return {field: self.query_one(f"#{field}", Select) for field in (CHOICES if self.asks_domain else CHOICES[:1])}

    @cached_property
    def _granted(self) -> dict[str, tuple[TickBox, Input]]:
        return {
            code: (self.query_one(f"#counts-{place}", TickBox), self.query_one(f"#credit-{place}", Input))
            for place, code in enumerate(self.codes)
        }

    @cached_property
    def _box(self) -> dict[str, TickBox]:
        boxes = {name: self.query_one(f"#{name}", TickBox) for name in ("planned", "next_cycle")}
        proofs = {each.file: self.query_one(f"#proof-{at}", TickBox) for at, each in enumerate(self._attached)}
        return boxes | proofs

    @cached_property
    def _notes(self) -> TextArea:
        return self.query_one("#notes", TextArea)

    @cached_property
    def _fields(self) -> list[Field]:
        return list(self.query(Field))

    @cached_property
    def _more(self) -> Collapsible:
        return self.query_one("#more", Collapsible)

    # drafts

    def show(self, draft: FormDraft) -> None:
        """Show the texts of a draft, whatever stood there."""
        for field, line in self._line.items():
            _set(line, getattr(draft, field))
        for field, choice in self._choice.items():
            if choice.value != getattr(draft, field):
                choice.value = getattr(draft, field)
        for code, (counts, own) in self._granted.items():
            counts.value = code in draft.organizations
            _set(own, draft.credits.get(code, ""))
        self._box["planned"].value = draft.planned
        self._box["next_cycle"].value = draft.next_cycle
        for proof in self._attached:
            self._box[proof.file].value = proof.file not in draft.dropped
        if self._notes.text != draft.notes:
            self._notes.load_text(draft.notes)

    def draft(self, before: FormDraft) -> FormDraft:
        """What stands in the fields; what no field shows is taken from the draft before."""
        values: dict[str, Any] = {field: line.value for field, line in self._line.items()}
        values |= {field: str(choice.value) for field, choice in self._choice.items()}
        own = {code: line.value for code, (_, line) in self._granted.items() if line.value}
        return before._replace(
            **values,
            organizations=tuple(code for code, (counts, _) in self._granted.items() if counts.value),
            credits=own,
            planned=self._box["planned"].value,
            next_cycle=self._box["next_cycle"].value,
            dropped=frozenset(each.file for each in self._attached if not self._box[each.file].value),
            notes=self._notes.text,
        )

    # what is said beside the texts

    def complain(self, faults: Mapping[str, str]) -> None:
        """Show each fault at its field, and nothing at the others."""
        for field in self._fields:
            sentence = faults.get(field.field, "")
            if field.field == "ceus":
                sentence = sentence or faults.get("minutes", "")
            field.complain(sentence)
        if faults.keys() & set(MORE):
            self._more.collapsed = False

    def focus_fault(self, faults: Mapping[str, str]) -> None:
        """Put the focus on the first field, from the top, that has a fault."""
        for field in self._fields:
            if field.field in faults or (field.field == "ceus" and "minutes" in faults):
                name = field.field
                if name == "ceus" and name not in faults:
                    name = "minutes"
                target = {"organizations": "#counts-0", "next_cycle": "#next_cycle"}.get(name, f"#{name}")
                for widget in self.query(target).results():
                    widget.focus()
                return

    def say_date(self, words: str) -> None:
        """Say how the date reads."""
        self.query_one("#field-date", Field).say(words)

    def offer_ceus(self, offers: Mapping[str, str]) -> None:
        """Show what each organization would grant where nothing else is typed."""
        for code, (_, line) in self._granted.items():
            line.placeholder = offers.get(code, "")

    def offer_next_cycle(self, *, offered: bool) -> None:
        """Show the box for the next cycle, or not."""
        box = self._box["next_cycle"]
        if box.display != offered:
            box.display = offered

    def unfold(self) -> None:
        """Open the part that is folded away."""
        self._more.collapsed = False

    def name_more(self, draft: FormDraft) -> None:
        """Say in the folded part's title what is in it."""
        inside = any(tidy(getattr(draft, field).replace("\n", " ")) for field in MORE)
        title = MORE_TITLE + (": filled in" if inside else "")
        if self._more.title != title:
            self._more.title = title


def _set(line: Input, text: str) -> None:
    if line.value != text:
        line.value = text
