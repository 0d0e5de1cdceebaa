"""Which screen opens for what, and what is done with its answer; each screen is imported when it is asked for."""
# ruff: noqa: PLC0415 - the first frame waits for every import, so screens are imported on first need

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from ceulog.domain.activities import Activity
from ceulog.domain.changes import attaching, edited
from ceulog.tui.audit import Audit
from ceulog.tui.commands import COMMANDS
from ceulog.tui.keys import with_keys
from ceulog.tui.notices import notices

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp
    from ceulog.tui.drafts import DraftSlot
    from ceulog.tui.forms.draft import FormDraft, FormOutcome

LATER = "Nothing is held yet. What you picked is kept until you leave; press {credentials} to go on with it."
NO_NUMBER = "No credential is held yet, so there is no number to explain. Press {credentials} to add one."


class Then(Protocol):
    """Goes on after a form."""

    def __call__(self, *, saved: bool) -> None:
        """It was saved, or left."""


class Doors:
    """The ways from the dashboard to the other screens and back.

    Args:
        app: whose screens they are.
    """

    def __init__(self, app: "CeulogApp") -> None:
        self._app = app
        self.audit = Audit(app)

    def form(
        self, *, base: Activity | None = None, offered: "FormDraft | None" = None,
        fault: str = "", slot: "DraftSlot | None" = None, then: "Then | None" = None,
    ) -> None:  # fmt: skip
        """Open the form in the slot that keeps its draft.

        Args:
            base: the entry that is to be put right; None for a new one.
            offered: what it begins with; a new one in place of a draft that was left.
            fault: why it could not be saved.
            slot: where it was typed before; the next free one when not given.
            then: is told whether it was saved, once it is or was left.
        """
        from ceulog.tui.screens.activity_form import ActivityForm

        drafts = self._app.drafts
        slot = slot or (drafts.empty() if offered and base is None else drafts.slot(base))
        form = ActivityForm(
            self._app.logbook, base=slot.base, offered=offered, draft=slot.draft, fault=fault, keep_draft=slot.keep,
            week_start="monday" if self._app.settings.week_start == "monday" else "sunday",
        )  # fmt: skip
        self._app.push_screen(form, lambda outcome: self._form_closed(outcome, slot, then))

    def _form_closed(self, outcome: "FormOutcome | None", slot: "DraftSlot", then: "Then | None") -> None:
        if outcome is None:
            self._tell(self._app.drafts.left(slot))
            if then:
                then(saved=False)
            return

        def refused(sentence: str) -> None:
            slot.keep(outcome.draft)
            if self._app.at_home:
                self.form(fault=sentence, slot=slot, then=then)
            else:  # it must not come between a person and what is typed now
                self._app.interrupt(self._app.drafts.put_off(slot, sentence))

        def saved() -> None:
            self._tell(self._app.drafts.saved(slot))
            if then:
                then(saved=True)

        self._app.carry_out(outcome.change, paths=outcome.certificate_paths, refused=refused, saved=saved)
        if outcome.another and not then:
            self.form(slot=self._app.drafts.empty())

    def _tell(self, words: str) -> None:
        if words:
            self._app.say(words)

    def bulk(self, activities: tuple[Activity, ...]) -> None:
        """Put several entries right at once."""
        from ceulog.tui.screens.bulk_edit import BulkEditScreen

        app = self._app
        app.push_screen(
            BulkEditScreen(app.logbook, activities), lambda change: app.carry_out(change, stay=True) if change else None
        )

    def details(self, activity: Activity) -> None:
        """Show everything about an entry."""
        from ceulog.tui.screens.details import DetailsScreen

        def answered(wish: str | None) -> None:
            if wish == "edit":
                self.form(base=activity)
            elif wish == "proofs":
                self.proofs(activity)

        self._app.push_screen(DetailsScreen(self._app.logbook, activity, self._app.view), answered)

    def attach(self, activity: Activity) -> None:
        """Pick the files that prove an entry, and attach them."""
        from ceulog.tui.picked import pick_over
        from ceulog.tui.screens.pick_file import PickFile

        app = self._app
        pick_over(app.screen, PickFile, lambda paths: app.carry_out(attaching(activity), paths=paths))

    def proofs(self, activity: Activity) -> None:
        """Open an entry's certificate, or attach one; where there are several, or it cannot be, they are listed."""
        from ceulog.tui.viewing import view_soon

        app, found = self._app, activity.certificates
        if not found:
            self.attach(activity)
            return

        def listed(words: str = "") -> None:
            from ceulog.tui.screens.proofs import ProofsScreen

            app.push_screen(ProofsScreen(app.logbook.folder, activity, words), kept)

        def kept(after: Activity | None) -> None:
            if after:
                app.carry_out(edited(activity, after))

        if len(found) > 1:
            listed()
        else:
            view_soon(
                app, app.logbook.folder, found[0], lambda it: app.say(it.words) if it.opened else listed(it.words)
            )

    def templates(self) -> None:
        """Open the templates; the one that is taken fills the form."""
        from ceulog.tui.screens.templates import TemplatesScreen

        app = self._app
        app.push_screen(TemplatesScreen(app.logbook), lambda draft: self.form(offered=draft) if draft else None)

    def again(self, activity: Activity) -> None:
        """Log an entry once more, as done today."""
        from ceulog.tui.forms.draft import draft_like

        self.form(offered=draft_like(activity, self._app.view.on))

    def timeline(self, code: str) -> None:
        """Draw the cycle of a credential's organization."""
        from ceulog.tui.screens.timeline import TimelineScreen

        self._app.push_screen(TimelineScreen(self._app.logbook, code))

    def settings(self) -> None:
        """Open the settings; each is kept as soon as it is changed."""
        from ceulog.tui.screens.settings import SettingsScreen

        app = self._app
        app.push_screen(SettingsScreen(app.settings, app.settings_file, COMMANDS, app.faults))

    def wizard(self) -> None:
        """Open the first-start wizard."""
        from ceulog.tui.screens.wizard import Wizard

        self._app.push_screen(Wizard(self._app.logbook, can_import=True), self._wizard_closed)

    def _wizard_closed(self, wish: str | None) -> None:
        self._app.look_again()
        if wish == "log":
            self.form()
        elif wish == "import":
            self.import_table()
        elif wish is None and not self._app.view.state.credentials:
            self._app.say(with_keys(LATER))

    def credentials(self, first: str = "") -> None:
        """Open what is held, at an organization or where a notice waits; the wizard when nothing is held."""
        app = self._app
        if not app.view.state.credentials:
            self.wizard()
            return
        from ceulog.tui.screens.credentials import CredentialsScreen

        waiting = (each.settings_of for each in notices(app.view.progress) if each.settings_of)
        app.push_screen(CredentialsScreen(app.logbook, first=first or next(waiting, "")), app.look_again)

    def portal(self, code: str, entry: str = "") -> None:
        """Open what stands in the portals, that of a credential's organization and an entry of it first."""
        from ceulog.tui.screens.portal import PortalScreen

        app = self._app
        owners = (each.code for each in app.view.progress if any(it.code == code for it in each.credentials))
        app.push_screen(PortalScreen(app.logbook, first=next(owners, ""), entry=entry), app.look_again)

    def organization(self, code: str) -> None:
        """Open the settings of an organization."""
        app = self._app
        rules = app.logbook.rulebook.organizations.get(code)
        if rules is None or app.view.state.membership(code) is None:
            return
        from ceulog.tui.screens.organization_form import OrganizationForm

        app.push_screen(OrganizationForm(app.logbook, rules), app.look_again)

    def why(self, code: str) -> None:
        """Explain a credential's number."""
        app = self._app
        owner = next((each for each in app.view.progress if any(it.code == code for it in each.credentials)), None)
        if owner is None:
            app.complain(with_keys(NO_NUMBER))
            return
        from ceulog.tui.screens.why import WhyScreen

        app.push_screen(WhyScreen(app.logbook, owner.code, code), app.look_again)

    def palette(self) -> None:
        """Open the palette."""
        from ceulog.tui.palette import Palette

        self._app.push_screen(Palette())

    def trash(self) -> None:
        """Open the trash."""
        from ceulog.tui.screens.trash import TrashScreen

        app = self._app
        app.push_screen(TrashScreen(app.logbook), lambda change: app.carry_out(change) if change else None)

    def merge(self) -> None:
        """Open the merge of another copy."""
        from ceulog.tui.forms.merge_lines import MergeDone
        from ceulog.tui.screens.merge import MergeScreen

        app = self._app

        def closed(done: MergeDone | None) -> None:
            app.look_again()
            app.copies.look()
            if done:
                app.show_state(app.view.state, trouble=app.view.trouble, at=done.ids)
                app.say(done.words)

        app.push_screen(MergeScreen(app.logbook), closed)

    def import_table(self) -> None:
        """Open the import."""
        from ceulog.tui.forms.import_act import Imported
        from ceulog.tui.screens.import_table import ImportScreen

        app = self._app

        def closed(done: Imported | Path | None) -> None:
            app.look_again()
            if isinstance(done, Path):
                self.proof_folder(done)
            elif done:
                app.show_state(app.view.state, trouble=app.view.trouble, at=done.ids)
                app.say(done.words)

        app.push_screen(ImportScreen(app.logbook), closed)

    def proof_folder(self, path: Path) -> None:
        """Go through the certificates of a folder."""
        from ceulog.tui.proof_round import ProofRound

        ProofRound(self._app, path).show()
