"""The form of an activity: one line to type, the fields that it fills, and what it will do before it is saved."""

from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.message import Message
from textual.widgets import Button, Checkbox, Collapsible, Input, Label, Select, TextArea

from ceulog.domain.activities import Activity
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.body import FormBody
from ceulog.tui.forms.draft import FormDraft, draft_of, empty_draft, finished, is_same
from ceulog.tui.forms.early import EarlyKeys
from ceulog.tui.forms.fields import Field
from ceulog.tui.forms.filling import taken_up
from ceulog.tui.forms.form_looks import FormLooks
from ceulog.tui.forms.outcome import Outcome
from ceulog.tui.forms.reading import Setting, read_form
from ceulog.tui.forms.suggesting import as_last
from ceulog.tui.safe import read_log
from ceulog.tui.widgets.calendar import WeekStart
from ceulog.tui.widgets.quick_line import QuickLine

NARROW, WIDE = 76, 150
"""Cells below which the fields stand in one column, and from which what they do stands beside them."""
TALL = 34
"""Rows from which nothing is folded away."""
UNSAVED = "Not saved yet. Esc again discards your changes."
RESUMED = "Your draft, as you left it."
RESUMED_CHANGES = "Your changes as you left them; not saved yet."
DAY_HAS_COME = "Its day has come: F2 if you attended."


class ActivityForm(FormLooks):
    """Add an activity, or put one right; what it is dismissed with is for the app to save.

    Args:
        logbook: the log that it is for; only read.
        base: the activity to put right; None adds one.
        offered: what a new one begins with, or the texts that are proposed for the one to put right.
        draft: what to begin with in its place: a draft that was kept, or the texts of a save that was refused.
        fault: why that save was refused.
        keep_draft: is given what is half typed whenever it changes, None when there is nothing; after the form has
            been dismissed with something, it is the app's to let go of it.
        week_start: the first day of a week in the calendar.
    """

    CSS_PATH = "activity_form.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "enter", "Next field", key_display="Enter"),
        Binding("right", "suggested", "Take the suggestion", key_display="→"),
        Binding("down", "pick", "Pick", key_display="↓"),
        Binding("ctrl+o", "see", "See it", key_display="ctrl+o"),
        Binding("ctrl+t", "as_last", "As last time", key_display="ctrl+t", priority=True),
        Binding("f2", "attended", "Attended", key_display="F2", priority=True),
        Binding("ctrl+s", "save_another", "Save and add another", key_display="ctrl+s", priority=True),
        Binding("ctrl+n", "empty", "Empty the form", key_display="ctrl+n", priority=True),
        Binding("escape", "back", "Back", key_display="Esc"),
    ]

    def __init__(
        self, logbook: Logbook, *, base: Activity | None = None, offered: FormDraft | None = None,
        draft: FormDraft | None = None, fault: str = "", keep_draft: Callable[[FormDraft | None], None],
        week_start: WeekStart = "sunday",
    ) -> None:  # fmt: skip
        (state, trouble), today = read_log(logbook), logbook.today()
        setting = Setting(state, logbook.rulebook, today, "" if base else logbook.new_id(), base)
        blank = draft_of(base) if base else empty_draft(state, today)
        start = offered or blank
        if base or offered:
            start = start._replace(edited=frozenset(FormDraft._fields))
        super().__init__(setting, logbook.folder, week_start, blank=blank, draft=draft or start)
        self._keep_draft = keep_draft
        self._offered = offered is not None and draft is None
        self._lasting = fault or trouble or (DAY_HAS_COME if self._may_attend else "")
        """What stays true while one types."""
        resumed = (RESUMED_CHANGES if base else RESUMED) if draft else ""
        self._notice = fault or trouble or resumed or self._lasting
        self._other = blank if (draft or offered) and not fault and not base else None
        self._untouched: FormDraft | None = None
        """What it began with, where that was offered and not typed: leaving it so leaves no draft."""
        self._early = EarlyKeys()

    def compose(self) -> ComposeResult:
        """The line, the fields, what it will do, the buttons, and the keys."""
        base = self._setting.base
        with Horizontal(id="heading"):
            yield Label("Put an activity right" if base else "Add an activity", markup=False)
            yield Label("", id="notice", markup=False)
        if not base:
            yield QuickLine()
        with Container(id="parts"):
            yield FormBody(self._setting.codes, self._memory, self._setting.rulebook, base.certificates if base else ())
            yield Outcome()
        with Horizontal(id="buttons"):
            if self._may_attend:
                yield Button("Attended", id="attended", compact=True)
            yield Button("Save", id="save", compact=True)
            if not base:
                yield Button("Save and add another", id="another", compact=True)
            if self._other is not None:
                yield Button("Empty the form", id="empty", compact=True)
            yield Button("Back", id="back", compact=True)
        yield self.key_line("keys")

    def on_mount(self) -> None:
        """Begin where the typing begins."""
        self._say(self._notice)
        self._show()
        self._untouched = self._draft if self._offered else None
        self.call_after_refresh(self._look)
        line = self.query_one("#title" if self._setting.base else "#quick", Input)
        self.set_focus(line)
        self._early.begin(line)
        if self.size.height >= TALL or any((self._draft.presenter, self._draft.location, self._draft.notes)):
            self._body.unfold()

    @property
    def closing_keys(self) -> tuple[str, ...]:
        """None: a letter in a form is meant for a field, though the focus may be beside it."""
        return ()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed while the form opens."""
        self.take_early(event)

    def take_early(self, event: events.Key) -> None:
        """Take a key that was typed before the first line had the focus, wherever it arrived."""
        if self._early.take(event):
            event.stop()
            event.prevent_default()

    def on_resize(self, event: events.Resize) -> None:
        """Put the fields in one column where two have no room, and what they do beside them where there is much."""
        self.set_class(event.size.width < NARROW, "-narrow")
        self.set_class(event.size.width >= WIDE, "-wide")
        self.set_class(event.size.height < 24, "-low")
        self._look_soon()
        self._fit_soon()

    # --- typing --------------------------------------------------------------------------------------------

    @on(Input.Changed)
    @on(Checkbox.Changed)
    @on(Select.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self._take_up()

    @on(Collapsible.Toggled)
    def _folded(self) -> None:
        self._fit_soon()

    def _take_up(self) -> None:
        """Take up what differs from what the form itself has put there; the quick line fills the rest."""
        before, setting = self._draft, self._setting
        shown = self._body.draft(before)
        if setting.base is None:
            shown = shown._replace(quick=self.query_one("#quick", Input).value)
        draft = taken_up(shown, before, setting, self._memory)
        if draft != before:
            self._put(draft)

    def _put(self, draft: FormDraft) -> None:
        self._draft, self._warned = draft, False
        self._say(self._lasting)
        self._show()
        self._keep()

    def _keep(self) -> None:
        """Hand over what is typed, so that it survives whatever happens to the program."""
        begun = (self._blank, self._untouched or self._blank)
        self._keep_draft(None if any(is_same(self._draft, each) for each in begun) else self._draft)

    def _show(self) -> None:
        if self._setting.base is None:
            quick = self.query_one("#quick", Input)
            if quick.value != self._draft.quick:
                quick.value = self._draft.quick
        self._body.show(self._draft)
        # as the fields hold it, so that only what is typed makes a difference
        self._draft = self._body.draft(self._draft)
        self._look_soon()

    @on(events.DescendantFocus)
    def _entered(self) -> None:
        self._look_soon()

    @on(events.DescendantBlur)
    def _was_left(self, event: events.DescendantBlur) -> None:
        fields = [each.field for each in event.widget.ancestors if isinstance(each, Field)]
        self._left.update(fields)
        self._early.end()
        if "ceus" in fields:
            self._left.add("minutes")
        self._look_soon()

    @on(Input.Submitted)
    def _entered_line(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input.id != "quick":
            self.focus_next()
        elif (activity := self._checked()) is not None:
            self._effects.of(activity)  # at once: what is to be known is said before the Enter that saves
            self.query_one("#save").focus()

    async def action_enter(self) -> None:
        """Do what Enter does where the focus is, for a click on its name."""
        widget = self.focused
        if isinstance(widget, Input):
            await widget.action_submit()
        elif isinstance(widget, Button):
            widget.press()
        elif isinstance(widget, Select):
            widget.action_show_overlay()
        else:
            self.focus_next()

    def action_suggested(self) -> None:
        """Take the suggestion behind the cursor."""
        if isinstance(self.focused, Input):
            self.focused.action_cursor_right()

    def action_as_last(self) -> None:
        """Take over what the latest entry of the same title has."""
        if self._as_last():
            self._put(as_last(self._draft, self._memory.last(self._draft.title), self._blank))

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
        self.dismiss(finished(base, activity, self._draft, another=another))

    @on(Button.Pressed, "#save")
    def _save_pressed(self) -> None:
        self._save(another=False)

    @on(Button.Pressed, "#another")
    def action_save_another(self) -> None:
        """Save, and ask for the next."""
        self._save(another=self._setting.base is None)

    @on(Button.Pressed, "#attended")
    def action_attended(self) -> None:
        """Say that what was planned took place, and save it."""
        if self._may_attend:
            self._put(self._body.draft(self._draft)._replace(planned=False))
            self._save(another=False)

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Leave: what was typed is kept as a draft; changes to an old entry go at the second asking."""
        self._take_up()
        if self._setting.base is None:
            self._keep()
        elif not is_same(self._draft, self._blank) and not self._warned:
            self._warned = True
            self._say(UNSAVED)
            self._look_soon()
            return
        self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's own
        """Leave a key to the line being typed where there is nothing for it to do."""
        if action == "empty":
            return self._other is not None
        return self._may_attend if action == "attended" else True

    @on(Button.Pressed, "#empty")
    def action_empty(self) -> None:
        """Empty the form that a draft was taken up in, or bring back what was in it."""
        self._take_up()
        if self._other is None:
            return
        draft, self._other = self._other, self._draft
        self._submitted = False
        self._left.clear()
        self._put(draft)
        self._say("Emptied; ctrl+n brings it back." if is_same(draft, self._blank) else RESUMED)
        self.query_one("#quick", Input).focus()
