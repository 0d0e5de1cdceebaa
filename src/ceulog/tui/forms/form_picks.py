"""What can be opened from the form: the calendar, the files, and a certificate to look at."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import Input

from ceulog.tui.field_dates import date_text
from ceulog.tui.forms.draft import FormOutcome
from ceulog.tui.forms.paths import path_text, read_paths
from ceulog.tui.forms.reading import Setting, day_of
from ceulog.tui.picked import folder_used
from ceulog.tui.screens.modal import Modal
from ceulog.tui.viewing import view_soon
from ceulog.tui.widgets.calendar import WeekStart
from ceulog.wording.echo import echo

if TYPE_CHECKING:
    from ceulog.logbook.viewing import Viewed

PICKS = {"date": "Calendar", "certificate": "Files"}
"""Field -> what the arrow down opens there."""


class FormPicks(Modal[FormOutcome | None]):
    """A form some of whose texts can be picked.

    Args:
        setting: what it is read against.
        folder: the logbook's, with the certificates in it.
        week_start: the first day of a week in the calendar.
    """

    def __init__(self, setting: Setting, folder: Path, week_start: WeekStart) -> None:
        super().__init__()
        self._setting = setting
        self._folder = folder
        self._week_start = week_start

    def action_pick(self, field: str = "") -> None:
        """Open what a field's text can be picked from; the one that has the focus if none is named."""
        field = field or (self.focused.id or "" if self.focused else "")
        if field == "date":
            self._pick_date()
        elif field == "certificate":
            self._pick_files()

    def _pick_date(self) -> None:
        from ceulog.tui.screens.pick_date import PickDate  # noqa: PLC0415 - when somebody picks a day

        setting = self._setting
        logged = (each.date for each in setting.state.activities.values() if not each.trashed)
        chosen = day_of(self._line("date").value, setting.today)
        screen = PickDate(chosen, setting.today, logged=logged, week_start=self._week_start)
        self.app.push_screen(screen, self._date_picked)

    def _date_picked(self, day: dt.date | None) -> None:
        line = self._line("date")
        if day:
            line.value = date_text(day)
        line.focus()

    def _pick_files(self) -> None:
        from ceulog.tui.screens.pick_file import PickFile  # noqa: PLC0415 - when somebody picks a file

        typed = read_paths(self._line("certificate").value)
        folder = folder_used(self)
        if typed and typed[0].is_absolute() and typed[0].parent.is_dir():
            folder = typed[0].parent
        self.app.push_screen(PickFile(folder), self._files_picked)

    def _files_picked(self, paths: tuple[Path, ...] | None) -> None:
        line = self._line("certificate")
        if paths:
            line.value = path_text(dict.fromkeys((*read_paths(line.value), *paths)))
        line.focus()

    def _line(self, field: str) -> Input:
        return self.query_one(f"#{field}", Input)

    def action_see(self, place: int | None = None) -> None:
        """Show an attached certificate: the one that was clicked, or that has the focus."""
        name = (self.focused.id or "") if self.focused else ""
        if place is None and name.startswith("proof-"):
            place = int(name.removeprefix("proof-"))
        base = self._setting.base
        if base is None or place is None:
            return
        view_soon(self.app, self._folder, base.certificates[place], self._seen)

    def _seen(self, viewed: "Viewed") -> None:
        if not viewed.opened:
            where = f" It lies at {echo(viewed.path, 200)}." if viewed.path.is_file() else ""
            self.notify(f"{viewed.words}{where}", markup=False, severity="warning")
