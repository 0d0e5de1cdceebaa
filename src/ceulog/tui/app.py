"""The app: wires the logbook to the screens, and saves off the screen's thread.

What is saved is shown at once from the state that is expected and marked as saving; the disk's answer
acknowledges it, or takes it back with a sentence.
"""

import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import App

from ceulog.domain import changes
from ceulog.domain.activities import Activity
from ceulog.domain.changes import Change
from ceulog.domain.holdings import without_rules
from ceulog.domain.state import Edit, LogState
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.logbook.logbook import Logbook
from ceulog.tui import phrases
from ceulog.tui.boxes import BoxShown, boxes_shown, duty_turned, over_since, turned
from ceulog.tui.commands import COMMANDS
from ceulog.tui.notices import notices
from ceulog.tui.palette import CommandProvider
from ceulog.tui.screens.dashboard import Dashboard
from ceulog.tui.view import View

if TYPE_CHECKING:
    from ceulog.tui.forms.draft import FormDraft, FormOutcome

LOOK_EVERY = 0.5
"""Seconds between two looks at the file, for what other programs wrote."""


class CeulogApp(App[int]):
    """The logbook on the screen."""

    TITLE = "CEU logbook"
    COMMANDS: ClassVar[Any] = App.COMMANDS | {CommandProvider}
    ENABLE_COMMAND_PALETTE = True

    def __init__(self, logbook: Logbook, *, demo: bool = False) -> None:
        super().__init__()
        self.logbook = logbook
        self._demo = demo
        self._draft: FormDraft | None = None
        self._pending = 0
        state = logbook.state
        self._view = View(state, logbook.progress(state), lost=without_rules(state, logbook.rulebook))
        self._dashboard = Dashboard(self._view, logbook.today(), demo=demo)
        self._disk = ThreadPoolExecutor(max_workers=1, thread_name_prefix="disk")

    def on_mount(self) -> None:
        """Open the dashboard, and the wizard when nothing is held yet."""
        self.push_screen(self._dashboard)
        self.set_interval(LOOK_EVERY, self._look)
        self._leave_on_signals()
        if not self._view.state.credentials:
            self.call_after_refresh(self.open_wizard)

    def _leave_on_signals(self) -> None:
        import asyncio  # noqa: PLC0415 - loaded already; named here for its loop alone

        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                asyncio.get_running_loop().add_signal_handler(number, self.exit, 0)
            except (NotImplementedError, RuntimeError):  # Windows, or not the main thread
                return

    def on_unmount(self) -> None:
        """Let what is being saved finish."""
        self._disk.shutdown(wait=True)

    # --- showing and saving --------------------------------------------------------------------------------

    def show_state(self, state: LogState, *, trouble: str = "") -> None:
        """Show a state of the log, true or expected."""
        progress = self.logbook.progress(state)
        lost = without_rules(state, self.logbook.rulebook)
        self._view = View(state, progress, saving=self._pending > 0, lost=lost, trouble=trouble)
        if self._dashboard.is_mounted:
            self._dashboard.show(self._view)

    def _look(self) -> None:
        if self._pending:
            return
        try:
            changed = self.logbook.refresh()
            state = self.logbook.state
        except StorageError as fault:
            if not self._view.trouble:
                self.show_state(self._view.state, trouble=str(fault))
            return
        if changed or self._view.trouble:
            self.show_state(state)

    def carry_out(
        self, change: Change, *, paths: tuple[Path, ...] = (), refused: Callable[[str], None] | None = None
    ) -> None:
        """Show a change at once and save it; `refused` gets the sentence when it could not be."""
        if not change.edits and not paths:
            return
        plan = (lambda _state: self._with_proofs(change, paths)) if paths else change
        self._pending += 1
        self.show_state(self._view.state.after(change.edits))
        self._in_background(
            lambda: self.logbook.change(plan).label, lambda label: self.say(phrases.did(label)), refused
        )

    def _with_proofs(self, change: Change, paths: tuple[Path, ...]) -> Change:
        proofs = tuple(self.logbook.attach(path) for path in paths)
        edits = tuple(
            Edit(each.before, each.after._replace(certificates=(*each.after.certificates, *proofs)))
            if isinstance(each.after, Activity) else each
            for each in change.edits
        )  # fmt: skip
        return change._replace(edits=edits)

    def _in_background(
        self, work: Callable[[], str], done: Callable[[str], None], refused: Callable[[str], None] | None = None
    ) -> None:
        def run() -> None:
            try:
                label = work()
            except (Refusal, StorageError) as fault:
                self.call_from_thread(self._answered, refused or self.complain, str(fault))
            else:
                self.call_from_thread(self._answered, done, label)

        self._disk.submit(run)

    def _answered(self, tell: Callable[[str], None], words: str) -> None:
        self._pending -= 1
        if not self._pending:
            self._look_again()
        tell(words)

    def say(self, words: str) -> None:
        """A calm line at the edge of the screen."""
        self.notify(words, markup=False, timeout=4)

    def complain(self, words: str) -> None:
        """A sentence about something that was not done."""
        self.notify(words, markup=False, severity="warning", timeout=10)

    # --- what the dashboard's keys do ----------------------------------------------------------------------

    def delete(self, activity: Activity) -> None:
        """Put an entry into the trash."""
        self.carry_out(changes.trashed([activity], self.logbook.today()))

    def undo(self) -> None:
        """Take the newest change back."""
        self._pending += 1
        self._in_background(self.logbook.undo, lambda label: self.say(f"Took back: {phrases.change_words(label)}."))

    def redo(self) -> None:
        """Do again what was undone last."""
        self._pending += 1
        self._in_background(self.logbook.redo, lambda label: self.say(f"Did again: {phrases.change_words(label)}."))

    def turn_box(self, code: str, label: str = "") -> None:
        """Tick a box of a credential today, or open it again; which one is asked where there are several."""
        if not label and len(boxes_shown(self.logbook, self._view.state, code)) > 1:
            from ceulog.tui.screens.boxes import BoxesScreen  # noqa: PLC0415

            self.push_screen(BoxesScreen(self.logbook, code), self._look_again)
            return
        if late := over_since(self.logbook, self._view.state, code, label):
            self._ask_when(code, late)
            return
        self._try(lambda: turned(self.logbook, self._view.state, code, label))

    def _ask_when(self, code: str, late: BoxShown) -> None:
        """Tick a box of a cycle that is over for its last day, if it was done by then."""
        from ceulog.tui.screens.confirm import ConfirmScreen  # noqa: PLC0415

        label, day = late.box.label, late.due or self.logbook.today()
        question = phrases.done_by_question(code, label, day)
        self.push_screen(
            ConfirmScreen(question, "Yes, by then (y)", "No (n)"),
            lambda yes: self._try(lambda: turned(self.logbook, self._view.state, code, label, day)) if yes else None,
        )

    def turn_duty(self, code: str) -> None:
        """Make the self-assessment of a credential optional, or required again."""
        self._try(lambda: duty_turned(self.logbook, self._view.state, code))

    def _try(self, make: Callable[[], Change]) -> None:
        try:
            change = make()
        except Refusal as refusal:
            self.complain(str(refusal))
        else:
            self.carry_out(change)

    # --- screens, each imported when it is asked for -------------------------------------------------------

    def open_form(
        self, *, base: Activity | None = None, like: Activity | None = None,
        draft: "FormDraft | None" = None, fault: str = "",
    ) -> None:  # fmt: skip
        """Open the form for a new entry, or for one to be put right."""
        from ceulog.tui.screens.activity_form import ActivityForm  # noqa: PLC0415

        fresh = base is None and like is None
        kept = draft or (self._draft if fresh else None)
        form = ActivityForm(self.logbook, base=base, like=like, draft=kept, fault=fault, keep_draft=self._keep_draft)
        self.push_screen(form, lambda outcome: self._form_closed(outcome, base))

    def _keep_draft(self, draft: "FormDraft | None") -> None:
        self._draft = draft

    def _form_closed(self, outcome: "FormOutcome | None", base: Activity | None) -> None:
        if outcome is None:
            if self._draft is not None and base is None:
                self.say("Kept as a draft; a takes it up again.")
            return
        self._draft = None

        def refused(sentence: str) -> None:
            self.open_form(base=base, draft=outcome.draft, fault=sentence)

        self.carry_out(outcome.change, paths=outcome.certificate_paths, refused=refused)
        if outcome.another:
            self.open_form()

    def open_wizard(self) -> None:
        """Open the first-start wizard."""
        from ceulog.tui.screens.wizard import Wizard  # noqa: PLC0415

        self.push_screen(Wizard(self.logbook), self._wizard_closed)

    def _wizard_closed(self, wish: str | None) -> None:
        self._look_again()
        if wish == "log":
            self.open_form()

    def _look_again(self, _changed: object = None) -> None:
        try:
            self.show_state(self.logbook.state)
        except StorageError as fault:
            self.show_state(self._view.state, trouble=str(fault))

    def open_credentials(self) -> None:
        """Open what is held, where a notice waits if there is one; the wizard when nothing is held."""
        if not self._view.state.credentials:
            self.open_wizard()
            return
        from ceulog.tui.screens.credentials import CredentialsScreen  # noqa: PLC0415

        waiting = (each.settings_of for each in notices(self._view.progress) if each.settings_of)
        self.push_screen(CredentialsScreen(self.logbook, first=next(waiting, "")), self._look_again)

    def open_settings(self, code: str) -> None:
        """Open the settings of an organization."""
        rules = self.logbook.rulebook.organizations.get(code)
        if rules is None or self._view.state.membership(code) is None:
            return
        from ceulog.tui.screens.organization_form import OrganizationForm  # noqa: PLC0415

        self.push_screen(OrganizationForm(self.logbook, rules), self._look_again)

    def open_why(self, code: str) -> None:
        """Explain a credential's number."""
        for progress in self._view.progress:
            if any(each.code == code for each in progress.credentials):
                from ceulog.tui.screens.why import WhyScreen  # noqa: PLC0415

                self.push_screen(WhyScreen(self.logbook, progress.code, code), self._look_again)
                return
        self.complain("No credential is held yet, so there is no number to explain. Press c to add one.")

    def open_trash(self) -> None:
        """Open the trash."""
        from ceulog.tui.screens.trash import TrashScreen  # noqa: PLC0415

        self.push_screen(TrashScreen(self.logbook), lambda change: self.carry_out(change) if change else None)

    def open_export(self) -> None:
        """Open the export."""
        from ceulog.tui.screens.export import ExportScreen  # noqa: PLC0415

        self.push_screen(ExportScreen(self.logbook), lambda path: self.say(f"Written to {path}.") if path else None)

    def open_help(self) -> None:
        """Show all keys."""
        from ceulog.tui.screens.help import HelpScreen  # noqa: PLC0415

        self.push_screen(HelpScreen(COMMANDS), self._do_on_dashboard)

    async def _do_on_dashboard(self, action: str | None) -> None:
        if action:
            await self._dashboard.run_action(action)


def open_app(logbook: Logbook, *, demo: bool = False) -> int:
    """Run the app until it is left; gives the exit code."""
    return CeulogApp(logbook, demo=demo).run() or 0
