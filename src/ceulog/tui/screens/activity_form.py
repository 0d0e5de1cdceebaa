"""Adding or correcting an activity: one line, then see what it does before it is saved."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import DescendantBlur, DescendantFocus, Resize
from textual.timer import Timer
from textual.widgets import Button, Input, Label, Select, Static, TextArea

from ceulog.domain.activities import Activity
from ceulog.domain.bounds import within_bounds
from ceulog.domain.changes import added, edited
from ceulog.domain.entries import offers_next_cycle
from ceulog.domain.remarks import remarks
from ceulog.domain.state import Edit
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.body import FormBody, field_of
from ceulog.tui.forms.draft import FormDraft, FormOutcome, draft_like, draft_of, empty_draft
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.forms.paths import read_paths
from ceulog.tui.forms.preview import preview_content, preview_lines
from ceulog.tui.forms.reading import (
    MISSING_CEUS,
    MISSING_TITLE,
    Setting,
    day_of,
    faults_by_field,
    filled,
    offered_ceus,
    read_form,
)  # fmt: skip
from ceulog.tui.screens.modal import Modal
from ceulog.wording.dates import date_in_words
from ceulog.wording.remarks import remark_sentence

__all__ = ["ActivityForm", "FormDraft", "FormOutcome"]

NARROW, WIDE = 72, 96
"""Columns from which two fields stand beside each other, and from which a whole date does, too."""
SHORT = 24
"""Rows below which the fields scroll."""
BETWEEN_PREVIEWS = 0.06
"""Seconds of quiet before the bars are worked out anew."""
ORDER = (
    "title", "date", "ceus", "minutes", "type", "sponsor", "index_number", "organizations", "domain",
    "provided_by", "approved_for", "certificate", "next_cycle", "presenter", "location", "notes",
)  # fmt: skip
HINT, HINT_READY = "Enter Ready to save   Tab Next field", "Enter Save   Tab Next field"


class ActivityForm(Modal[FormOutcome | None]):
    """The form of one activity. It saves nothing itself: it hands over a change.

    Args:
        logbook: the log it is for.
        base: the activity to put right; None for a new one.
        like: an activity that a new one shall resemble.
        draft: texts to open with, as an earlier form left them.
        fault: what kept the draft from being saved.
        keep_draft: called with what shall be kept for the next time, or with None for nothing.
    """

    CSS_PATH = "activity_form.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-roomy")]  # noqa: RUF012 - as Textual has it
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", tooltip="Go back; a new entry is kept as a draft"),
        Binding("ctrl+s", "save_and_go_on", "Save and add another", priority=True),
        Binding("ctrl+u", "empty", "Empty the draft", priority=True),
    ]

    def __init__(
        self, logbook: Logbook, *, base: Activity | None = None, like: Activity | None = None,
        draft: FormDraft | None = None, fault: str = "", keep_draft: Callable[[FormDraft | None], None],
    ) -> None:  # fmt: skip
        super().__init__()
        self._logbook = logbook
        self._base = base
        self._like = like
        self._fault = fault
        self._keep_draft = keep_draft
        state, today = logbook.state, logbook.today()
        self._setting = Setting(state, logbook.rulebook, today, logbook.new_id(), base)
        self._before = logbook.progress(state)
        self._empty = empty_draft(state, today)
        self._start = draft_of(base) if base else self._empty
        self._draft = draft or (draft_like(like, today) if like else self._start)
        self._is_restored = draft is not None and not base and not fault
        self._checked: set[str] = set()
        self._asked_to_discard = False
        self._timer: Timer | None = None

    # the screen

    def compose(self) -> ComposeResult:
        """The quick line, the fields, what they would do, and the buttons."""
        with Vertical(classes="panel", id="activity-form"):
            yield Label("Edit an activity" if self._base else "Add an activity", classes="heading")
            yield Label(self._fault, classes="fault" + (" -said" if self._fault else ""), id="fault", markup=False)
            if not self._base:
                with Horizontal(id="quick-row"):
                    yield Label("›")
                    yield a_line("quick", placeholder="AAPC webinar E/M documentation update 1.5 yesterday #123")
            yield Label("Your draft; ctrl+u empties it.", id="draft-note")
            yield Static("─" * 300, classes="rule")
            yield FormBody(self._codes(), self._setting.state, self._setting.rulebook, self._attached)
            with VerticalScroll(id="outcome", can_focus=False):
                yield Static("", id="preview", markup=False)
                yield Static("", id="remarks", markup=False)
            with Horizontal(classes="buttons"):
                yield Button("Save", id="save", compact=True, variant="primary")
                if not self._base:
                    yield Button("Save, add another ^s", id="another", compact=True)
                yield Button("Back Esc", id="back", compact=True)
                yield Label(HINT, classes="hint", markup=False)

    @property
    def _attached(self) -> int:
        return len(self._base.certificates) if self._base else 0

    def _codes(self) -> tuple[str, ...]:
        credited = tuple(code for each in (self._base, self._like) if each for code in each.credits)
        return tuple(dict.fromkeys((*self._setting.state.organizations(), *credited)))

    def on_mount(self) -> None:
        """Show what there is, and put the cursor where the hand goes on."""
        if not self._base:
            self.query_one("#quick", Input).value = self._draft.quick
        self._body.show(self._draft)
        self.query_one("#draft-note").set_class(self._is_restored, "-said")
        self._preview()
        first = "#save" if self._fault else "#title" if self._base or self._like else "#quick"
        self.query_one(first).focus()

    @property
    def _body(self) -> FormBody:
        return self.query_one(FormBody)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """ctrl+u belongs to the input unless there is a draft to empty; an edit goes on to nothing."""
        if action == "empty":
            return self._is_restored
        return not (action == "save_and_go_on" and self._base is not None)

    # typing

    @on(Input.Changed)
    @on(TickBox.Changed)
    @on(Select.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        """Take in what was typed; what the form itself has put there is no change."""
        now = self._body.draft(self._draft)
        if not self._base:
            now = now._replace(quick=self.query_one("#quick", Input).value)
        changed = {field for field in now._fields if getattr(now, field) != getattr(self._draft, field)}
        if not changed:
            return
        now = now._replace(edited=now.edited | (changed - {"quick"}))
        if "quick" in changed:
            now = filled(now, self._setting.state.organizations(), self._setting.today)
        if changed & {"date", "quick"} and "planned" not in now.edited:
            day = day_of(now, self._setting.today)
            is_to_come = day is not None and day > self._setting.today
            now = now._replace(planned=is_to_come or (now.planned and "quick" in changed))
        self._draft = now
        self._asked_to_discard = False
        self._body.show(now)
        self._preview_soon()

    def _preview_soon(self) -> None:
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(BETWEEN_PREVIEWS, self._preview)

    def on_resize(self, _event: Resize) -> None:
        """Draw the bars anew in the room there is."""
        self._preview_soon()

    def _preview(self) -> None:
        """Show what the entry would do as it stands, how its texts read, and the faults already pointed out."""
        draft, setting = self._draft, self._setting
        activity, faults = read_form(draft, setting)
        self._read_back(draft)
        after, sentences = self._before, []
        if activity:
            state = setting.state.after([Edit(self._base, activity)])
            after = self._logbook.progress(state)
            sentences = [remark_sentence(each) for each in remarks(activity, state, setting.rulebook, setting.today)]
        lines = preview_lines(self._before, after, activity)
        width = min(self.size.width, 100) - 4
        self.query_one("#preview", Static).update(preview_content(lines, width))
        self.query_one("#remarks", Static).update("\n".join(sentences))
        self._offer_next_cycle(activity)
        self._body.complain({field: faults[field] for field in faults if field in self._checked})

    def _read_back(self, draft: FormDraft) -> None:
        """Say beside the fields how they are understood."""
        today = self._setting.today
        day = day_of(draft, today)
        said = date_in_words(day, today) if day else ""
        if NARROW <= self.size.width < WIDE and "(" in said:
            said = said[said.index("(") :]
        self.query_one("#field-date", Field).say(said)
        to_come = day is not None and day > today
        words = "Planned, for that day is still to come" if to_come else "Planned, still to come"
        self.query_one("#planned", TickBox).label = words
        self._body.offer_ceus({code: offered_ceus(draft, code, self._setting) for code in self._body.codes})
        self._body.name_more(draft)

    def _offer_next_cycle(self, activity: Activity | None) -> None:
        rules, state = self._setting.rulebook.organizations, self._setting.state
        credited = [rules[code] for code in activity.credits if code in rules] if activity else []
        offered = activity is not None and any(offers_next_cycle(activity, each, state) for each in credited)
        self.query_one("#next_cycle").set_class(offered or self._draft.next_cycle, "-offered")

    # checking

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Look at a field when it is left; what is still missing is not said yet."""
        field = field_of(event.widget)
        if not field:
            return
        activity, faults = read_form(self._draft, self._setting)
        if faults.get(field) in (None, MISSING_TITLE, MISSING_CEUS):
            if activity and not within_bounds(activity):
                self._phrase_bounds(activity, field)
            return
        self._checked.add(field)
        self._preview_soon()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Say what Enter does here."""
        self.query_one(".hint", Label).update(HINT_READY if event.widget.id == "save" else HINT)

    @work(thread=True, exclusive=True, group="bounds")
    def _phrase_bounds(self, activity: Activity, field: str) -> None:
        """Let pydantic find the words; its import is too dear for the screen's own thread."""
        from ceulog.logbook.gate import Faults, phrase_faults  # noqa: PLC0415 - on first need

        try:
            phrase_faults(activity)
        except Faults as found:
            self.app.call_from_thread(self._show_bounds, faults_by_field(found.faults), field)

    def _show_bounds(self, faults: Mapping[str, str], field: str) -> None:
        shown = {name: text for name, text in faults.items() if field in ("", name)}
        self._body.complain(shown)
        if shown and not field:
            self._body.go_to(min(shown, key=ORDER.index))

    def _ready(self) -> Activity | None:
        """The activity, if nothing is wrong; otherwise every fault is shown and the first one focused."""
        activity, faults = read_form(self._draft, self._setting._replace(state=self._logbook.state))
        self._checked = set(ORDER) if faults else self._checked
        self._body.complain(faults)
        if faults:
            self._body.go_to(min(faults, key=ORDER.index))
            return None
        if activity and not within_bounds(activity):
            self._phrase_bounds(activity, "")
            return None
        return activity

    # going on and going back

    @on(Input.Submitted)
    def _enter(self, event: Input.Submitted) -> None:
        """Enter goes to what is still needed, and then to the button; in the last field it saves."""
        if event.input.id in {"certificate", "location"}:
            self._save(another=False)
        elif self._ready():
            self.query_one("#save").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "back":
            self.action_back()
        else:
            self._save(another=event.button.id == "another")

    def action_save_and_go_on(self) -> None:
        """Save, and open an empty form next."""
        self._save(another=True)

    def _save(self, *, another: bool) -> None:
        activity = self._ready()
        if activity is None:
            return
        change = edited(self._base, activity) if self._base else added(activity)
        self._keep_draft(None)
        self.dismiss(FormOutcome(change, self._draft, another, read_paths(self._draft.certificate)))

    def action_empty(self) -> None:
        """Throw the draft away and begin anew."""
        self._is_restored = False
        self._draft = self._empty
        self._checked = set()
        self._keep_draft(None)
        self.query_one("#quick", Input).value = ""
        self._body.show(self._empty)
        self.query_one("#draft-note").remove_class("-said")
        self._preview()
        self.query_one("#quick").focus()

    def action_back(self) -> None:
        """Leave; what is new is kept as a draft, a changed entry is asked about once."""
        typed = self._draft._replace(edited=frozenset()) != self._start._replace(edited=frozenset())
        if self._base and typed and not self._asked_to_discard:
            self._asked_to_discard = True
            said = self.query_one("#fault", Label)
            said.update("You changed this entry. Esc again leaves it as it was; Enter on Save keeps your changes.")
            said.add_class("-said")
            return
        if not self._base:
            self._keep_draft(self._draft if typed else None)
        self.dismiss(None)
