"""The form of an activity: one line to type, the fields it fills, and what it will do."""

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Grid, Horizontal, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.suggester import SuggestFromList
from textual.widgets import Button, Checkbox, Input, Label, Static

from ceulog.domain import changes
from ceulog.domain.activities import ACTIVITY_TYPES, PROVIDERS, Activity
from ceulog.domain.changes import Change
from ceulog.domain.entries import offers_next_cycle
from ceulog.domain.records import plain_decimal
from ceulog.domain.refusals import Refusal
from ceulog.logbook.logbook import Logbook
from ceulog.tui.entry.draft import Credit, FormDraft, Reading, draft_of, proof_path, read
from ceulog.tui.entry.preview import preview, remark_lines
from ceulog.tui.widgets.tick_box import TickBox
from ceulog.wording.dates import BadDate, date_in_words, parse_date
from ceulog.wording.quick_line import read_quick_line

_FIELDS = (
    ("title", "Title", "as on the certificate"),
    ("date", "Date", "today"),
    ("ceus", "CEUs", "1.5"),
    ("sponsor", "Sponsor", ""),
    ("type", "Kind", "webinar"),
    ("index_number", "Index no.", "on your certificate"),
    ("minutes", "Minutes", "where no CEUs are printed"),
    ("approved_for", "Approved for", "CPMA CFPC"),
    ("certificate", "Certificate", "path of the file"),
)
_AHIMA_FIELDS = (("domain", "Domain", "not classified"), ("provided_by", "Provided by", "ahima, csa, cla, external"))
_MORE_FIELDS = (("presenter", "Presenter", ""), ("location", "Location", ""), ("notes", "Notes", ""))
_QUICK_FIELDS = ("title", "sponsor", "type", "index_number", "location")


class FormOutcome(NamedTuple):
    """What the form was left with: a change to save, and what was typed, in case it cannot be."""

    change: Change
    draft: FormDraft
    another: bool = False
    certificate_paths: tuple[Path, ...] = ()


class ActivityForm(ModalScreen[FormOutcome | None]):
    """Add an activity, or put one right."""

    CSS_PATH = "entry_form.tcss"
    BINDINGS: ClassVar[list[Binding]] = [  # type: ignore[assignment]  # a list of bindings is one of what it takes
        Binding("escape", "back", "Back", priority=True),
        Binding("ctrl+s", "save_another", "Save and add another", priority=True),
        Binding("ctrl+u", "empty", "Empty the form", priority=True),
    ]

    def __init__(
        self, logbook: Logbook, *, base: Activity | None = None, like: Activity | None = None,
        draft: FormDraft | None = None, fault: str = "", keep_draft: Callable[[FormDraft | None], None],
    ) -> None:  # fmt: skip
        super().__init__()
        state = logbook.state
        self._base = base
        self._reading = Reading(state, logbook.rulebook, logbook.today(), logbook.new_id, base)
        self._organizations = tuple(dict.fromkeys((*state.organizations(), *(base.credits if base else ()))))
        self._fault = fault
        self._keep_draft = keep_draft
        self._resumed = draft is not None and not fault
        self._start = self._blank = FormDraft(credits={code: Credit() for code in self._organizations})
        if base:
            self._start = self._blank = draft_of(base, logbook.rulebook, self._organizations)
        elif like:
            fresh = like._replace(date=self._reading.today, status="done", index_number="", certificates=())
            self._start = draft_of(fresh, logbook.rulebook, self._organizations)
        if draft:
            self._start = draft
        self._touched: set[str] = {name for name, text in self._start.texts.items() if text}
        self._warned = False

    # --- what stands on the screen -------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """The line, the fields, what it will do, and the buttons."""
        with VerticalScroll(id="form"):
            yield Label("Put an activity right" if self._base else "Add an activity", id="heading", markup=False)
            if not self._base:
                hint = "AAPC webinar E/M documentation update 1.5 yesterday #"
                yield Input(self._start.quick, placeholder=hint, id="quick", compact=True)
            with Grid(id="fields"):
                for name, label, hint in self._fields():
                    yield Label(label, markup=False)
                    yield self._input(name, hint)
            with Horizontal(id="counts"):
                yield Label("Counts for", markup=False)
                for code in self._organizations:
                    credit = self._start.credits.get(code, Credit(chosen=False))
                    yield TickBox(Content(code), credit.chosen, id=f"for-{code}", compact=True)
                    yield Input(credit.ceus, placeholder="CEUs", id=f"credit-{code}", compact=True, classes="credit")
                yield TickBox("planned", self._start.planned, id="planned", compact=True)
                yield TickBox("keep for the next cycle", self._start.next_cycle, id="next_cycle", compact=True)
            yield Static(id="fault", markup=False)
            yield Static(id="preview", markup=False)
            yield Static(id="remarks", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                if not self._base:
                    yield Button("Save and add another (ctrl+s)", id="another", compact=True)
                yield Button("Back (Esc)", id="back", compact=True)

    def _fields(self) -> tuple[tuple[str, str, str], ...]:
        rules = self._reading.rulebook.organizations
        asks = any(rules[code].asks_domain for code in self._organizations if code in rules)
        return _FIELDS + (_AHIMA_FIELDS if asks else ()) + _MORE_FIELDS

    def _input(self, name: str, hint: str) -> Input:
        known = self._suggestions(name)
        suggester = SuggestFromList(known, case_sensitive=False) if known else None
        return Input(self._start.text(name), placeholder=hint, id=name, compact=True, suggester=suggester)

    def _suggestions(self, name: str) -> list[str]:
        if name in ("title", "sponsor"):
            newest = sorted(self._reading.state.activities.values(), key=lambda each: each.date, reverse=True)
            return list(dict.fromkeys(getattr(each, name) for each in newest if getattr(each, name)))[:500]
        fixed = {"type": ACTIVITY_TYPES, "provided_by": PROVIDERS}
        if name == "domain":
            return [each.name for each in self._reading.rulebook.domains]
        return list(fixed.get(name, ()))

    def on_mount(self) -> None:
        """Begin where the typing begins."""
        self._say(self._fault or ("Your draft from before; ctrl+u empties it." if self._resumed else ""))
        self._look()
        self.query_one("#title" if self._base else "#quick", Input).focus()

    # --- typing --------------------------------------------------------------------------------------------

    @on(Input.Changed, "#quick")
    def _quick_typed(self, event: Input.Changed) -> None:
        line = read_quick_line(event.value, self._reading.today, organizations=self._organizations)
        found = {name: str(getattr(line, name) or "") for name in _QUICK_FIELDS}
        found["date"] = line.date.isoformat() if line.date else ""
        found["ceus"] = plain_decimal(line.ceus) if line.ceus is not None else ""
        found["minutes"] = str(line.minutes or "")
        with self.prevent(Input.Changed, Checkbox.Changed):
            for name, text in found.items():
                if name not in self._touched:
                    self.query_one(f"#{name}", Input).value = text
            for code in self._organizations if line.organizations else ():
                self.query_one(f"#for-{code}", Checkbox).value = code in line.organizations
            if line.planned:
                self.query_one("#planned", Checkbox).value = True
        self._look()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        if event.input.id and event.input.id != "quick":
            self._touched.add(event.input.id)
            self._look()

    @on(Checkbox.Changed)
    def _ticked(self) -> None:
        self._look()

    @on(Input.Submitted)
    def _entered(self, event: Input.Submitted) -> None:
        if event.input.id == "quick":
            self.query_one("#save", Button).focus()
        else:
            self.focus_next()

    def _look(self) -> None:
        """Show what the entry would do, as far as it can be understood yet."""
        draft = self._draft()
        activity = self._tried(draft)
        width = max(self.size.width - 10, 40)
        self.query_one("#preview", Static).update(preview(activity, self._reading, width))
        words = list(remark_lines(activity, self._reading)) if activity else []
        if day := self._day_in_words(draft):
            words.insert(0, day)
        self.query_one("#remarks", Static).update(Content("\n".join(words[:3])))
        rules = self._reading.rulebook.organizations
        offered = activity is not None and any(
            offers_next_cycle(activity, rules[code], self._reading.state) for code in activity.credits
        )
        self.query_one("#next_cycle", Checkbox).display = offered or draft.next_cycle

    def _tried(self, draft: FormDraft) -> Activity | None:
        try:
            return read(draft, self._reading)
        except Refusal:
            # half a title is no fault yet: show what the CEUs would do meanwhile
            if draft.text("title"):
                return None
        try:
            return read(draft._replace(texts={**draft.texts, "title": "untitled"}), self._reading)
        except Refusal:
            return None

    def _day_in_words(self, draft: FormDraft) -> str:
        if not draft.text("date"):
            return ""
        try:
            day = parse_date(draft.text("date"), self._reading.today)
        except BadDate:
            return ""
        planned = ": still to come, so it is logged as planned" if day > self._reading.today else ""
        return f"{date_in_words(day, self._reading.today)}{planned}" if planned or "-" not in draft.text("date") else ""

    def _draft(self) -> FormDraft:
        quick = "" if self._base else self.query_one("#quick", Input).value
        texts = {name: self.query_one(f"#{name}", Input).value for name, _, _ in self._fields()}
        chosen = {
            code: Credit(
                self.query_one(f"#for-{code}", Checkbox).value, self.query_one(f"#credit-{code}", Input).value
            )
            for code in self._organizations
        }  # fmt: skip
        planned = self.query_one("#planned", Checkbox).value
        return FormDraft(quick, texts, chosen, planned, self.query_one("#next_cycle", Checkbox).value)

    def _is_blank(self, draft: FormDraft) -> bool:
        start = self._start if self._base else self._blank
        typed = {name: text for name, text in draft.texts.items() if text.strip()}
        stood = {name: text for name, text in start.texts.items() if text.strip()}
        same = typed == stood and draft.credits == start.credits and draft.planned == start.planned
        return same and not draft.quick.strip() and draft.next_cycle == start.next_cycle

    # --- leaving -------------------------------------------------------------------------------------------

    def _say(self, sentence: str) -> None:
        self.query_one("#fault", Static).update(Content(sentence))

    def _save(self, *, another: bool) -> None:
        draft = self._draft()
        try:
            activity = read(draft, self._reading)
            paths = proof_path(draft)
        except Refusal as refusal:
            self._say(str(refusal))
            for field in self.query(f"#{refusal.field}") if refusal.field else ():
                field.focus()
            return
        change = changes.edited(self._base, activity) if self._base else changes.added(activity)
        self._keep_draft(None)
        self.dismiss(FormOutcome(change, draft, another, paths))

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        self._save(another=False)

    @on(Button.Pressed, "#another")
    def action_save_another(self) -> None:
        """Save, and begin the next."""
        self._save(another=self._base is None)

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Leave: a new entry is kept as a draft; changes to an old one are dropped at the second asking."""
        draft = self._draft()
        blank = self._is_blank(draft)
        if self._base is None:
            self._keep_draft(None if blank else draft)
            self.dismiss(None)
        elif blank or self._warned:
            self.dismiss(None)
        else:
            self._warned = True
            self._say("Your changes are not saved. Esc again drops them; Enter on Save keeps them.")

    def action_empty(self) -> None:
        """Empty the form."""
        if self._base is not None:
            return
        self._touched.clear()
        with self.prevent(Input.Changed, Checkbox.Changed):
            for field in self.query(Input):
                field.value = ""
            for code in self._organizations:
                self.query_one(f"#for-{code}", Checkbox).value = True
            self.query_one("#planned", Checkbox).value = False
        self._say("")
        self._look()
        self.query_one("#quick", Input).focus()
