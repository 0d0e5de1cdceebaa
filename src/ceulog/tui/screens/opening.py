"""The commands that only open another screen, or leave."""

from typing import TYPE_CHECKING, cast

from ceulog.tui.screens.sized import Sized

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp


class Opening(Sized[None]):
    """A screen from which the others open; what stands behind each is in `doors`."""

    @property
    def ceulog(self) -> "CeulogApp":
        """The app, by its own type."""
        return cast("CeulogApp", self.app)

    def action_add(self) -> None:
        """Log an activity."""
        self.ceulog.doors.form()

    def action_templates(self) -> None:
        """Log one of the regular activities."""
        self.ceulog.doors.templates()

    def action_settings(self) -> None:
        """Change the settings of the program."""
        self.ceulog.doors.settings()

    def action_organization(self, organization: str) -> None:
        """See to an organization's dues and rules."""
        self.ceulog.doors.organization(organization)

    def action_credentials(self) -> None:
        """See and change what is held."""
        self.ceulog.doors.credentials()

    def action_trash(self) -> None:
        """See the trash."""
        self.ceulog.doors.trash()

    def action_export(self) -> None:
        """Write what leaves the log."""
        self.ceulog.doors.audit.export()

    def action_packet(self) -> None:
        """Write all that an audit asks for."""
        self.ceulog.doors.audit.export("packet")

    def action_check(self) -> None:
        """See what an auditor would stumble over."""
        self.ceulog.doors.audit.check()

    def action_import(self) -> None:
        """Bring in what was logged elsewhere."""
        self.ceulog.doors.import_table()

    def action_merge(self) -> None:
        """Make another copy of the logbook one with this one."""
        self.ceulog.doors.merge()

    def action_help(self) -> None:
        """Show all keys."""
        self.ceulog.action_help_here()

    def action_palette(self) -> None:
        """Open the palette."""
        self.app.action_command_palette()

    def action_quit(self) -> None:
        """Leave."""
        self.app.exit(0)
