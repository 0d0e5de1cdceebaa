"""Going through a folder of certificates: the list, the form of one, and the list again at the next."""

from pathlib import Path
from typing import TYPE_CHECKING

from ceulog.exchange.proofs.fates import Fate
from ceulog.tui.field_dates import date_text
from ceulog.tui.forms.draft import FormDraft, draft_of, empty_draft
from ceulog.tui.forms.paths import path_text
from ceulog.tui.screens.proof_folder import Chosen, ProofFolderScreen
from ceulog.wording.numbers import plain
from ceulog.wording.providers import provider_of

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp

NOT_READ = "?"
"""What stands where a day has to be typed: no form takes it for one."""


class ProofRound:
    """One round through a folder, or through one file.

    Args:
        app: whose screens open.
        path: the folder, or the file.
    """

    def __init__(self, app: "CeulogApp", path: Path) -> None:
        self._app = app
        self._path = path

    def show(self, before: Chosen | None = None) -> None:
        """List the files, with the cursor on the first that is open from the place of the one chosen before."""
        screen = ProofFolderScreen(self._app.logbook, self._path, before)
        self._app.push_screen(screen, lambda chosen: self._open(chosen) if chosen else None)

    def _open(self, chosen: Chosen) -> None:
        fate, app = chosen.fate, self._app

        def over(*, saved: bool) -> None:
            if app.at_home:
                self.show(chosen._replace(place=chosen.place + saved))

        if fate.activity is not None:
            offered = draft_of(fate.activity)._replace(certificate=path_text([Path(fate.file.path)]))
            app.doors.form(base=fate.activity, offered=offered, then=over)
        else:
            app.doors.form(offered=self._draft(fate), then=over)

    def _draft(self, fate: Fate) -> FormDraft:
        """A form with what was read; what was not is left to be typed."""
        entry, app = fate.entry, self._app
        draft = empty_draft(app.view.state, app.view.on)
        asks = app.logbook.rulebook.asks_domain(draft.organizations)
        return draft._replace(
            title=entry.title or "",
            date=date_text(entry.date) if entry.date else NOT_READ,
            ceus=plain(entry.ceus) if entry.ceus is not None else "",
            sponsor=entry.sponsor or "",
            index_number=entry.index_number or "",
            presenter=entry.presenter or "",
            provided_by=provider_of(entry.sponsor or "") if asks else "",
            certificate=path_text([Path(fate.file.path)]),
        )
