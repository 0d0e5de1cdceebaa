"""The form of an activity: one line to type, the fields that it fills, and what it will do before it is saved."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Button, Checkbox, Input, Label, Select, Static, TextArea

from ceulog.domain import changes
from ceulog.domain.activities import Activity
from ceulog.domain.entries import offers_next_cycle
from ceulog.domain.remarks import remarks
from ceulog.domain.state import Edit, LogState
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.body import FormBody
from ceulog.tui.forms.draft import FormDraft, FormOutcome, draft_like, draft_of, empty_draft, is_same
from ceulog.tui.forms.fields import Field, a_line
from ceulog.tui.forms.paths import read_paths
from ceulog.tui.forms.preview import preview_content, preview_lines
from ceulog.tui.forms.reading import (
    MISSING_CEUS,
    MISSING_TITLE,
    Reading,
    Setting,
    date_words,
    filled,
    offered_ceus,
    planned_by_date,
    read_form,
    ready_words,
)
from ceulog.wording.remarks import remark_sentence

HINT = "AAPC webinar E/M documentation update 1.5 yesterday #index"
NARROW = 76
"""Cells below which the fields stand in one column."""
UNSAVED = "Not saved yet. Esc again discards your changes."
RESUMED = "Your draft; ctrl+u empties it"
RESUMED_CHANGES = "Your changes as you left them; not saved yet"


class ActivityForm(ModalScreen[FormOutcome | None]):
    """Add an activity, or put one right; what it is dismissed with is for the app to save.

    Args:
        logbook: the log that it is for; only read.
        base: the activity to put right; None adds one.
        like: an activity that the new one resembles.
        draft: what to begin with: a draft that was kept, or the texts of a save that was refused.
        fault: why that save was refused.
        keep_draft: is given what is half typed whenever it changes, None when there is nothing; after the form has
            been dismissed with something, it is the app's to let go of it.
    """

    CSS_PATH = "activity_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", priority=True),
        Binding("ctrl+s", "save_another", "Save and add another", priority=True),
        Binding("ctrl+u", "empty", "Empty the form", priority=True),
    ]

    def __init__(
        self, logbook: Logbook, *, base: Activity | None = None, like: Activity | None = None,
        draft: FormDraft | None = None, fault: str = "", keep_draft: Callable[[FormDraft | None], None],
    ) -> None:  # fmt: skip
        super().__init__()
        state, today = logbook.state, logbook.today()
        self._logbook = logbook
        self._setting = Setting(state, logbook.rulebook, today, "" if base else logbook.new_id(), base)
        self._before = logbook.progress(state)
        self._codes = tuple(dict.fromkeys((*state.organizations(), *(base.credits if base else ()))))
        self._blank = draft_of(base) if base else empty_draft(state, today)
        start = draft_like(like, today) if like else self._blank
        if base or like:
            start = start._replace(edited=frozenset(FormDraft._fields))
        self._draft = draft or start
        self._keep_draft = keep_draft
        self._notice = fault or ((RESUMED_CHANGES if base else RESUMED) if draft else "")
        self._other = self._blank if draft and not fault and not base else None
        """What ctrl+u would put in place of the draft."""
        self._left: set[str] = set()
        """Fields that were left, whose faults may be said."""
        self._submitted = self._warned = self._due = False

    def compose(self) -> ComposeResult:
        """The line, the fields, what it will do, and the buttons."""
        base = self._setting.base
        with Horizontal(id="heading"):
            yield Label("Put an activity right" if base else "Add an activity", markup=False)
            yield Label("", id="notice", markup=False)
        if not base:
            yield a_line("quick", placeholder=HINT)
        attached = len(base.certificates) if base else 0
        yield FormBody(self._codes, self._setting.state, self._setting.rulebook, attached)
        yield Static(id="preview", markup=False)
        yield Static(id="remarks", markup=False)
        yield Static(id="ready", markup=False)
        with Horizontal(id="buttons"):
            yield Button("Enter Save", id="save", variant="primary", compact=True)
            if not base:
                yield Button("ctrl+s Save and add another", id="another", compact=True)
            yield Button("Esc Back" if base else "Esc Back (kept as a draft)", id="back", compact=True)

    def on_mount(self) -> None:
        """Begin where the typing begins."""
        self._say(self._notice)
        self._show()
        self.query_one("#title" if self._setting.base else "#quick", Input).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Put the fields in one column where two have no room."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self._look_soon()

    # --- typing --------------------------------------------------------------------------------------------

    @on(Input.Changed)
    @on(Checkbox.Changed)
    @on(Select.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self._take_up()

    def _take_up(self) -> None:
        """Take up what differs from what the form itself has put there; the quick line fills the rest."""
        before, setting = self._draft, self._setting
        draft = self._body.draft(before)
        by_hand = {name for name in FormDraft._fields if getattr(draft, name) != getattr(before, name)}
        draft = draft._replace(edited=before.edited | by_hand)
        if setting.base is None:
            draft = draft._replace(quick=self.query_one("#quick", Input).value)
            if draft.quick != before.quick:
                draft = filled(draft, setting.state.organizations(), setting.today)
        if "date" in by_hand:
            draft = planned_by_date(draft, setting.today)
        if draft != before:
            self._draft, self._warned = draft, False
            self._show()
            self._keep()

    def _keep(self) -> None:
        """Hand over what is typed, so that it survives whatever happens to the program."""
        self._keep_draft(None if is_same(self._draft, self._blank) else self._draft)

    @property
    def _body(self) -> FormBody:
        return self.query_one(FormBody)

    def _show(self) -> None:
        if self._setting.base is None:
            quick = self.query_one("#quick", Input)
            if quick.value != self._draft.quick:
                quick.value = self._draft.quick
        self._body.show(self._draft)
        # as the fields hold it, so that only what is typed makes a difference
        self._draft = self._body.draft(self._draft)
        self._look_soon()

    def _look_soon(self) -> None:
        # many keys at once are looked at once
        if not self._due:
            self._due = True
            self.call_later(self._look)

    def _look(self) -> None:
        """Show how everything reads, and what it would do, as far as it can be understood yet."""
        self._due = False
        if not self.is_current:
            return
        draft, setting = self._draft, self._setting
        reading = read_form(draft, setting)
        activity, body = reading.activity, self._body
        body.query_one("#field-date", Field).say(date_words(draft, setting.today))
        body.offer_ceus({code: offered_ceus(draft, code, setting) for code in self._codes})
        body.name_more(draft)
        body.complain({field: said for field, said in reading.faults.items() if self._may_say(field, said)})
        self.query_one("#next_cycle", Checkbox).display = draft.next_cycle or self._offers_next_cycle(activity)
        state = setting.state.after([Edit(setting.base, activity)]) if activity else setting.state
        lines = preview_lines(self._before, self._logbook.progress(state), activity)
        self.query_one("#preview", Static).update(preview_content(lines, max(self.size.width - 3, 20)))
        said = self._remarks(activity, state) if activity else []
        self.query_one("#remarks", Static).update(Content("\n".join(said)))
        self._tell_ready(reading)

    def _may_say(self, field: str, sentence: str) -> bool:
        missing = sentence in (MISSING_TITLE, MISSING_CEUS)
        return self._submitted or (field in self._left and not missing)

    def _offers_next_cycle(self, activity: Activity | None) -> bool:
        rules = self._setting.rulebook.organizations
        return activity is not None and any(
            offers_next_cycle(activity, rules[code], self._setting.state) for code in activity.credits if code in rules
        )

    def _remarks(self, activity: Activity, state: LogState) -> list[str]:
        today = self._setting.today
        said = [remark_sentence(each) for each in remarks(activity, state, self._setting.rulebook, today)]
        if activity.date > today:
            said.insert(0, "That day is still to come, so it is logged as planned.")
        if not activity.credits:
            said.append("It counts for no organization.")
        return said

    def _tell_ready(self, reading: Reading) -> None:
        """While Save has the focus: what it would save."""
        activity = reading.activity
        ready = self.query_one("#save").has_focus and activity is not None and not reading.faults
        words = ready_words(activity, self._setting.today) if ready and activity else ""
        self.query_one("#ready", Static).update(Content(words))

    @on(events.DescendantFocus)
    def _entered(self) -> None:
        self._look_soon()

    @on(events.DescendantBlur)
    def _was_left(self, event: events.DescendantBlur) -> None:
        fields = [each.field for each in event.widget.ancestors if isinstance(each, Field)]
        self._left.update(fields)
        if "ceus" in fields:
            self._left.add("minutes")
        self._look_soon()

    @on(Input.Submitted)
    def _entered_line(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id != "quick":
            self.focus_next()
        elif self._checked() is not None:
            self.query_one("#save").focus()

    def _checked(self) -> Activity | None:
        """What would be saved; else every fault is said, and the first one's field has the focus."""
        reading = read_form(self._draft, self._setting)
        if reading.activity is not None and not reading.faults:
            return reading.activity
        self._submitted = True
        self._look()
        self._body.focus_fault(reading.faults)
        return None

    # --- leaving -------------------------------------------------------------------------------------------

    def _say(self, sentence: str) -> None:
        self.query_one("#notice", Label).update(Content(sentence))

    def _save(self, *, another: bool) -> None:
        self._take_up()
        activity, base = self._checked(), self._setting.base
        if activity is None:
            return
        change = changes.edited(base, activity) if base else changes.added(activity)
        self.dismiss(FormOutcome(change, self._draft, another, read_paths(self._draft.certificate)))

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        self._save(another=False)

    @on(Button.Pressed, "#another")
    def action_save_another(self) -> None:
        """Save, and ask for the next."""
        self._save(another=self._setting.base is None)

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Leave: what was typed is kept as a draft; changes to an old entry go at the second asking."""
        self._take_up()
        untouched = is_same(self._draft, self._blank)
        if self._setting.base is None:
            self._keep()
        elif not untouched and not self._warned:
            self._warned = True
            self._say(UNSAVED)
            return
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        """Leave ctrl+u to the line being typed, unless there is a draft to empty."""
        return action != "empty" or self._other is not None

    def action_empty(self) -> None:
        """Empty the form, or bring back what was in it."""
        self._take_up()
        if self._other is None:
            return
        self._draft, self._other = self._other, self._draft
        self._submitted = False
        self._left.clear()
        emptied = is_same(self._draft, self._blank)
        self._say("Emptied; ctrl+u brings it back." if emptied else RESUMED)
        self._show()
        self._keep()
        self.query_one("#quick", Input).focus()
