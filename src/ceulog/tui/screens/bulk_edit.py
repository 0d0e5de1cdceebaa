"""Changing many entries at once: each field begins as it is, and what would change is said before it is saved."""

from collections.abc import Iterator
from itertools import combinations
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Select, Static

from ceulog.domain.activities import ACTIVITY_TYPES, PROVIDERS, Activity
from ceulog.domain.bulk import BulkEdit, bulk_edited, still_to_come
from ceulog.domain.changes import Change
from ceulog.domain.refusals import Refusal
from ceulog.domain.text import listed, tidy
from ceulog.logbook.logbook import Logbook
from ceulog.tui.forms.fields import Field, a_line
from ceulog.tui.forms.suggesting import from_log
from ceulog.tui.glyphs import ASCII, terminal_glyphs
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.tui.widgets.chooser import Chooser
from ceulog.tui.widgets.painting import shortened
from ceulog.wording.bulk import bulk_sentence
from ceulog.wording.bulk_changes import bulk_lines
from ceulog.wording.numbers import count
from ceulog.wording.words import provider_name, type_name

AS_IT_IS = "leave as it is"
EMPTIED = "-"
"""What is typed into a line to empty it, an empty line being left as it is."""
PLACEHOLDER = f"{AS_IT_IS}; {EMPTIED} empties it"
NOTHING = "Nothing would change, so there is nothing to save. Esc goes back."

LINES = ("sponsor", "presenter", "location")
CHOICES = ("type", "domain", "provided_by", "status")
MOST_COMBINED = 3
"""Organizations up to which every combination is offered; of more, each one and all of them."""
TITLES = 3
"""Entries that are named."""
_CLEARED = "cleared"
"""The value of a choice that empties the field."""

Options = list[tuple[str, str]]


class BulkEditScreen(Keeping[Change | None]):
    """Sets fields of several entries; hands back the change, which is for the app to carry out.

    Args:
        logbook: the log; only read.
        activities: the entries, at least one.
    """

    CSS_PATH = "bulk_edit.tcss"
    AUTO_FOCUS = "#type"
    PART = "#bulk-fields"
    UNSAVED = "Not saved yet. Esc again discards your choices."
    ABOUT: ClassVar[str] = (
        "Sets the same fields in several entries at once. Choose only what is to change; what you leave "
        "stays as it is in each. What would change is said before you save."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", priority=True),
        Binding("tab", "go_on", "Next field", key_display="Tab"),
        Binding("escape", "back", "Back", key_display="Esc", priority=True),
    ]

    def __init__(self, logbook: Logbook, activities: tuple[Activity, ...]) -> None:
        super().__init__()
        self._logbook = logbook
        self._state, self._trouble = read_log(logbook)
        self._activities = activities
        self._combined = _combinations(self._state.organizations())

    # --- the fields ----------------------------------------------------------------------------------------

    def compose(self) -> ComposeResult:
        """Which entries, the fields, what would change, and the buttons."""
        with Vertical(classes="panel", id="bulk"):
            yield Static(f"Change {count(len(self._activities), 'entry')}", classes="heading", markup=False)
            yield Static(Content(self._named()), id="bulk-entries", classes="sentence muted", markup=False)
            with VerticalScroll(id="bulk-fields", can_focus=False):
                yield from self._fields()
            yield Static("", id="bulk-say", classes="sentence", markup=False)
            yield self.fault_line()
            with Horizontal(id="bulk-buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
            yield self.key_line("bulk-keys")

    def _named(self) -> str:
        ellipsis = terminal_glyphs().ellipsis
        titles = [f"“{shortened(each.title, 24, ellipsis)}”" for each in self._activities[:TITLES]]
        more = len(self._activities) - TITLES
        return listed([*titles, f"{more} more"] if more > 0 else titles)

    def _fields(self) -> Iterator[Field]:
        yield _choice("type", "Kind", [(type_name(each), each) for each in ACTIVITY_TYPES])
        yield Field("sponsor", "Sponsor", [a_line("sponsor", placeholder=PLACEHOLDER)])
        if self._combined:
            options = [(listed(list(codes)), str(place)) for place, codes in enumerate(self._combined)]
            yield _choice("organizations", "Counts for", options)
        if self._logbook.rulebook.asks_domain(self._state.organizations()):
            domains = [(tidy(each.name), str(each.id)) for each in self._logbook.rulebook.domains]
            yield _choice("domain", "Domain", [("not classified", _CLEARED), *domains])
            providers = [(provider_name(each), each) for each in PROVIDERS]
            yield _choice("provided_by", "Provided by", [(provider_name(None), _CLEARED), *providers])
        yield Field("approved_for", "Approved for", [a_line("approved_for", placeholder=PLACEHOLDER)])
        yield Field("presenter", "Presenter", [a_line("presenter", placeholder=PLACEHOLDER)])
        yield Field("location", "Place", [a_line("location", placeholder=PLACEHOLDER)])
        yield _choice("status", "Status", [("attended", "done")])

    def on_mount(self) -> None:
        """Give the sponsors of the log as suggestions, and say what would change."""
        self.query_one("#sponsor", Input).suggester = from_log(self._state.activities.values(), "sponsor")
        self._look()

    def fit_soon(self) -> None:
        """Let the fields scroll where there is too little room for all."""
        # at the second refresh, when the sentences below have the height that they need
        self.call_after_refresh(self.call_after_refresh, self.give_rest)

    # --- what is chosen ------------------------------------------------------------------------------------

    @property
    def _edit(self) -> BulkEdit:
        """What is chosen, as far as it is."""
        given: dict[str, Any] = {}
        cleared = set()
        for name in CHOICES:
            value = self._chosen(name)
            if value == _CLEARED:
                cleared.add(name)
            elif value:
                given[name] = int(value) if name == "domain" else value
        for name in LINES:
            if text := self.query_one(f"#{name}", Input).value.strip():
                given[name] = "" if text == EMPTIED else text
        if place := self._chosen("organizations"):
            given["organizations"] = self._combined[int(place)]
        if approved := self.query_one("#approved_for", Input).value.replace(",", " ").split():
            given["approved_for"] = () if approved == [EMPTIED] else tuple(approved)
        return BulkEdit(**given, cleared=frozenset(cleared))

    def _chosen(self, name: str) -> str:
        found = self.query(f"#{name}").results(Select)
        return next((str(each.value) for each in found), "")

    def _change(self) -> Change:
        """What would be saved.

        Raises:
            Refusal: it cannot be.
        """
        logbook = self._logbook
        return bulk_edited(self._activities, self._edit, self._state, logbook.rulebook, logbook.today())

    @on(Select.Changed)
    @on(Input.Changed)
    def _look(self) -> None:
        """Say what would change, or at its field why it cannot."""
        edit, today = self._edit, self._logbook.today()
        fault, at, said = "", "", ""
        try:
            change = self._change()
        except Refusal as refusal:
            fault, at = str(refusal), refusal.field
        else:
            domains = {each.id: each.name for each in self._logbook.rulebook.domains}
            to_come = still_to_come(self._activities, edit, today)
            arrow = "->" if terminal_glyphs() is ASCII else "→"
            lines = bulk_lines(edit, change.edits, domains, arrow)
            said = bulk_sentence(edit, len(self._activities), len(change.edits), to_come, domains)
            said = "\n".join([said, *lines])
        fields = {field.field: field for field in self.query(Field)}
        for name, field in fields.items():
            field.complain(fault if name == at else "")
        self.query_one("#bulk-say", Static).update(Content(said))
        self.complain(("" if at in fields else fault) or self._trouble)

    # --- what the keys do ----------------------------------------------------------------------------------

    @on(Input.Submitted)
    def _go_on(self, event: Input.Submitted) -> None:
        event.stop()
        self.focus_next()

    def action_go_on(self) -> None:
        """Go to the next field."""
        self.focus_next()

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Hand back the change; where there is none, or none that can be, stay."""
        try:
            change = self._change()
        except Refusal as refusal:
            faulty = self.query(f"#field-{refusal.field} Input, #field-{refusal.field} Select") if refusal.field else ()
            for widget in faulty:
                widget.focus()
                break
            return
        if change.edits:
            self.dismiss(change)
        else:
            self.complain(NOTHING)

    @on(Button.Pressed, "#back")
    def action_back(self) -> None:
        """Close an open choice; else leave, at the second asking where something is chosen."""
        if not self.fold_choice() and self.may_leave(touched=bool(self._edit.fields)):
            self.dismiss(None)


def _choice(name: str, label: str, options: Options) -> Field:
    """A field that is chosen; its first choice leaves it as it is."""
    return Field(name, label, [Chooser(name, [(AS_IT_IS, ""), *options], "")])


def _combinations(codes: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """What entries can count for: each organization, and several together."""
    sizes = range(1, len(codes) + 1) if len(codes) <= MOST_COMBINED else (1, len(codes))
    return tuple(found for size in sizes for found in combinations(codes, size))
