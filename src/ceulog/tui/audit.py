"""The ways to what leaves the log, and to the check before it; from each finding to what it is about, and back."""
# ruff: noqa: PLC0415 - as in doors: screens are imported on first need

from typing import TYPE_CHECKING

from ceulog.domain.text import tidy

if TYPE_CHECKING:
    from ceulog.exchange.checking import Finding
    from ceulog.tui.app import CeulogApp
    from ceulog.tui.screens.check import Visit


class Audit:
    """Opens the export and the check.

    Args:
        app: whose screens they are.
    """

    def __init__(self, app: "CeulogApp") -> None:
        self._app = app

    def export(self, form: str = "") -> None:
        """Open the export, with one of its forms chosen; say afterwards where the file lies."""
        from ceulog.tui.forms.export_forms import Written
        from ceulog.tui.screens.export import ExportScreen
        from ceulog.tui.screens.written import WrittenScreen

        app = self._app

        def closed(written: Written | None) -> None:
            if written:
                said = f"Written to {tidy(str(written.path))}."
                app.push_screen(WrittenScreen(written), lambda _: app.say(said))

        app.push_screen(ExportScreen(app.logbook, form=form), closed)

    def check(self, before: "Visit | None" = None) -> None:
        """Open the check, where one left it; what a finding is about opens from it."""
        from ceulog.tui.screens.check import CheckScreen

        self._app.push_screen(CheckScreen(self._app.logbook, before=before), self._visit)

    def _visit(self, visit: "Visit | None") -> None:
        if visit is None:
            return
        if not visit.finding.activity or visit.finding.kind == "entered-otherwise":
            self.check(visit)  # below, where it looks anew when the other is left
            self._open(visit.finding)
            return

        def back(*, saved: bool) -> None:
            del saved
            if self._app.at_home:  # it must not come between a person and what was opened meanwhile
                self.check(visit)

        # a form is at home over the first screen alone: there it comes back when the disk refuses
        self._app.doors.form(base=visit.finding.activity, then=back)

    def _open(self, finding: "Finding") -> None:
        """Open what a finding is about, other than an entry."""
        doors = self._app.doors
        held = self._app.view.state.held(finding.organization)
        code = held[0].code if held else ""
        match finding.kind:
            case "conflict-copy":
                doors.merge()
            case "ready-to-close" | "no-numbers":
                doors.credentials(finding.organization)
            case "not-entered" | "not-verified" | "entered-otherwise":
                doors.portal(code, finding.activity.id if finding.activity else "")
            case "deadline" | "overdue":  # why says what is missing, and the dates round the end
                doors.why(code)
            case _:
                doors.organization(finding.organization)
