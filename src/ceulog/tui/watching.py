"""Noticing what other programs do to the log while it is on the screen: within a second, without being asked."""

from typing import TYPE_CHECKING

from ceulog.logbook.errors import StorageError

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp

EVERY = 0.5
"""Seconds between two looks at the file."""


class Watching:
    """Looks at the file now and then, and has shown what differs; a look costs a call of the system or two.

    Args:
        app: whose log it is.
    """

    def __init__(self, app: "CeulogApp") -> None:
        self._app = app

    def begin(self) -> None:
        """Look from now on."""
        self._app.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Show what another program wrote, or why the log cannot be read; not while one of ours is being written."""
        app = self._app
        if app.is_saving:
            return
        app.copies.look()
        try:
            state = app.logbook.state
        except StorageError as fault:
            if not app.view.trouble:
                app.show_state(app.view.state, trouble=str(fault))
            return
        if state is not app.view.state or app.view.trouble or app.logbook.today() != app.view.on:
            app.show_state(state)
        if app.logbook.is_overtaken:
            app.put_on_disk(app.logbook.keep_overtaken, self._say_overtaken)

    def _say_overtaken(self, aside: str) -> None:
        if aside:
            self._app.complain(
                "Another program put an older log in the place of this one. What stood here is kept: "
                f"`ceulog rollback {aside}` goes back to it."
            )
