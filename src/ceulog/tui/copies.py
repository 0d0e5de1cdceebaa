"""Noticing conflict copies beside the log: at the start, and when something beside it changes."""

import asyncio
from typing import TYPE_CHECKING

from textual.worker import Worker

from ceulog.logbook.copies import CopyWatch

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp


class Copies:
    """Looks off the screen's thread, and has the dashboard shown anew when there are others than before.

    Args:
        app: beside whose log they lie.
    """

    def __init__(self, app: "CeulogApp") -> None:
        self._app = app
        self._watch = CopyWatch(app.logbook.folder)
        self._looking = False
        self.names: tuple[str, ...] = ()
        """As far as they were looked for."""

    def look(self) -> None:
        """Look, if something has changed."""
        if not self._looking and self._watch.has_changed:
            self._looking = True
            _: Worker[None] = self._app.run_worker(self._find, group="copies")

    async def _find(self) -> None:
        names = tuple(each.name for each in await asyncio.to_thread(self._watch.look))
        self._looking = False
        if names != self.names:
            self.names = names
            self._app.show_state(self._app.view.state, trouble=self._app.view.trouble)
