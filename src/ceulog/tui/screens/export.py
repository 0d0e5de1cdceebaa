"""Handing over: what is to be written, of which entries and where, before it is written; and proving a packet."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Input, OptionList, Select, Static
from textual.widgets.option_list import Option

from ceulog.domain.text import printable, tidy
from ceulog.exchange.scope import Scope
from ceulog.exchange.steps import Step
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.logbook.outline import Outline, outline
from ceulog.tui.abandoned import Abandoned
from ceulog.tui.forms.export_forms import FORMS, Asked, Written, form_of, prove
from ceulog.tui.forms.export_target import ending_fault, following, target_of, usual_name
from ceulog.tui.forms.export_words import COUNTING, NO_NAME, NO_PATH, STOPPED, step_words
from ceulog.tui.forms.fields import Field, TickBox, a_line
from ceulog.tui.forms.pick_list import PickList
from ceulog.tui.keys import with_keys
from ceulog.tui.safe import read_log
from ceulog.tui.screens.keeping import Keeping
from ceulog.tui.widgets.chooser import Chooser

SCOPES: dict[Scope, str] = {
    "current": "the current cycles",
    "previous": "the latest closed cycles",
    "all": "every cycle",
}
Choice = tuple[Scope, str]
"""Of which cycles and for which credential; the empty text is every credential."""


class ExportScreen(Keeping[Written | None]):
    """Writes what leaves the log, the same bytes as the command line's; hands back what was written.

    Args:
        logbook: the log.
        form: the name of the form that is chosen first.
    """

    CSS_PATH = "export.tcss"
    AUTO_FOCUS = PART = "#forms"
    OPENED_BY = "export packet"
    ABOUT: ClassVar[str] = (
        "Writes what leaves your log: a table, a workbook, pages to print, all that an audit asks for, or a calendar. "
        "Choose the form, the entries and the file, read what will be written, and write it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        # F3 beside it: some terminals stop at ctrl+s
        Binding("f3,ctrl+s", "write", "Write it", key_display="F3", priority=True),
        Binding("f2", "prove", "Prove a packet", key_display="F2", priority=True),
        Binding("escape", "close", "Back"),
    ]

    def __init__(self, logbook: Logbook, *, form: str = "") -> None:
        super().__init__()
        self._logbook = logbook
        self._form = form_of(form)
        self._may_replace: Path | None = None
        self._trouble = ""
        self._outlines: dict[Choice, Outline] = {}
        self._counting: set[Choice] = set()
        """What is being counted."""
        self._stopped = False
        self._told: tuple[Step, int] | None = None
        """The step and the percentage that were told last."""

    def compose(self) -> ComposeResult:
        """Which form, which entries, where."""
        held = sorted(each.code for each in read_log(self._logbook).state.credentials.values())
        credentials = [("every credential", ""), *((tidy(code), code) for code in held)]
        scopes = [(words, scope) for scope, words in SCOPES.items()]
        with Vertical(classes="panel page", id="export"):
            yield Static("Export", classes="heading")
            yield PickList(id="forms")
            with Vertical(id="export-fields"):
                yield Field("scope", "Entries of", [Chooser("scope", scopes, "current")])
                yield Field("credential", "For", [Chooser("credential", credentials, "")])
                yield Field("path", "File", [a_line("path")])
                with Horizontal(classes="row", id="marked"):
                    yield TickBox("for Excel (accents come out right)", name="excel")
                    yield TickBox("to share, without names and numbers", name="shared")
            yield Static("", id="summary", classes="sentence muted", markup=False)
            yield Static("", id="target", classes="sentence", markup=False)
            yield self.fault_line()
            with Horizontal(id="export-buttons"):
                yield Button("Write it F3", id="write", compact=True, variant="primary")
                yield Button("Prove a packet F2", id="prove", compact=True)
                yield Button("Back Esc", id="back", compact=True)

    def on_mount(self) -> None:
        """Offer a place and a name."""
        self.query_one("#path", Input).value = str(_default_folder() / usual_name(self._form, self._logbook.today()))
        listed = self.query_one("#forms", PickList)
        listed.add_options([Option(each.label) for each in FORMS])
        listed.highlighted = FORMS.index(self._form)
        self._show_form()

    # --- what will be written ------------------------------------------------------------------------------

    @property
    def _choice(self) -> Choice:
        chosen = self.query_one("#scope", Select).value
        scope = next(each for each in SCOPES if each == chosen)
        return scope, str(self.query_one("#credential", Select).value)

    @on(OptionList.OptionHighlighted, "#forms")
    def _chosen(self, event: OptionList.OptionHighlighted) -> None:
        if FORMS[event.option_index] is self._form:
            return
        self._form = FORMS[event.option_index]
        self._follow()
        self._show_form()

    @on(TickBox.Changed, "#shared")
    def _follow(self) -> None:
        """Let the offered name say what is written; what is written is said anew."""
        line = self.query_one("#path", Input)
        line.value = following(line.value, self._form, self._logbook.today(), shared=self._shared)
        self._sum_up()

    @property
    def _shared(self) -> bool:
        return bool(self._form.says_shared) and self.query_one("#shared", TickBox).value

    @on(OptionList.OptionSelected, "#forms")
    def _go_on(self) -> None:
        self.query_one("#path", Input).focus()

    def _show_form(self) -> None:
        """Show the fields that the form has, and what it would write."""
        for name in ("#field-scope", "#field-credential"):
            self.query_one(name).display = self._form.scoped
        may_be_shared = self._form.says_shared is not None
        self.query_one("#excel").display = self._form.marked
        self.query_one("#shared").display = may_be_shared
        self.query_one("#marked").display = self._form.marked or may_be_shared
        self._sum_up()

    @on(Select.Changed)
    def _sum_up(self) -> None:
        """Say what will be written; it is counted off the screen's thread."""
        choice = self._choice
        if choice not in self._outlines:
            self._say(COUNTING)
            if choice not in self._counting:
                self._counting.add(choice)
                self.run_worker(self._count(choice), group="counting")
        else:
            says = (self._form.says_shared if self._shared else None) or self._form.says
            self._say(with_keys(says(self._outlines[choice])))
        self._show_target()

    async def _count(self, choice: Choice) -> None:
        scope, credential = choice
        try:
            found = await asyncio.to_thread(outline, self._logbook, cycle=scope, credential=credential or None)
        except (Refusal, StorageError) as fault:
            self._trouble = str(fault)
            self._say("")
            self.complain(self._trouble)
        else:
            self._trouble = ""
            self._outlines[choice] = found
            self._sum_up()
        finally:
            self._counting.discard(choice)

    def _say(self, words: str) -> None:
        self.query_one("#summary", Static).update(Content(words))
        self.fit_soon()

    @on(Input.Changed)
    def _show_target(self) -> None:
        """Say where it goes, and what it takes that is not here."""
        self._may_replace = None
        target = self._target
        self.query_one("#target", Static).update(Content(f"It goes to {printable(str(target))}" if target else ""))
        self.complain(self._trouble or self._form.lacks())

    @property
    def _target(self) -> Path | None:
        return target_of(self.query_one("#path", Input).value, self._form, self._logbook.today(), shared=self._shared)

    # --- writing it ----------------------------------------------------------------------------------------

    @on(Input.Submitted)
    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write it, asking once before a file is replaced."""
        if self.app.screen is not self or self._saving:
            return
        target = self._target
        if fault := self._form.lacks() or self._fault_in(target):
            self.complain(fault)
            return
        if target is None:
            return
        if target.exists() and self._may_replace != target:
            self._may_replace = target
            self.complain(f"{target.name} is there already. Write it once more to replace it, or give another name.")
            return
        self.complain("")
        self._stopped, self._told = False, None
        scope, credential = self._choice
        excel = self._form.marked and self.query_one("#excel", TickBox).value
        asked = Asked(self._logbook, target, scope, credential or None, excel, self._shared, self._report)
        write = self._form.write

        def written() -> Written | None:
            try:
                return write(asked)
            except Abandoned:
                return None

        self.save(written, self._done)

    def _fault_in(self, target: Path | None) -> str:
        if not self.query_one("#path", Input).value.strip():
            return NO_PATH
        return NO_NAME if target is None else ending_fault(target, self._form)

    def _report(self, step: Step, done: int, whole: int) -> None:
        """Hear, on the other thread, how far it is; told when a percent more is done."""
        if self._stopped or not self.is_attached:
            raise Abandoned
        at = step, done * 100 // max(whole, 1)
        if at != self._told:
            self._told = at
            self.call_later(self._tell_how_far, step_words(step, done, whole))

    def _tell_how_far(self, words: str) -> None:
        if self._saving and not self._stopped:
            self._say(words)

    def _done(self, written: Written | None) -> None:
        if written:
            self.close_with(written)
        else:
            self._sum_up()
            self.complain(STOPPED)

    # --- proving one, and leaving --------------------------------------------------------------------------

    @on(Button.Pressed, "#prove")
    def action_prove(self) -> None:
        """Pick a packet and say whether it is as it was made."""
        from ceulog.tui.screens.pick_packet import PickPacket  # noqa: PLC0415 - when somebody proves one

        app = self.app
        if app.screen is not self or self._saving:
            return

        def picked(paths: tuple[Path, ...] | None) -> None:
            if paths:
                self.save(lambda: prove(paths[0]), self._proved)

        target = self._target  # packets mostly lie where they are written
        app.push_screen(PickPacket(target.parent if target and target.parent.is_dir() else None), picked)

    def _proved(self, proved: Written) -> None:
        from ceulog.tui.screens.written import WrittenScreen  # noqa: PLC0415 - likewise

        self.app.push_screen(WrittenScreen(proved, heading="Proved" if proved.is_whole else "Not as it was made"))

    @on(Button.Pressed, "#back")
    def action_close(self) -> None:
        """Leave without writing; what is being put together is stopped first."""
        if self._saving:
            self._stopped = True
        else:
            self.dismiss(None)


def _default_folder() -> Path:
    """The holder's folder for documents, or the home folder where there is none."""
    from platformdirs import user_documents_path  # noqa: PLC0415 - on first need

    documents = user_documents_path()
    return documents if documents.is_dir() else Path.home()
