"""Keeping an entry of the log as a template, and taking that back."""
# ruff: noqa: PLC0415 - the first frame waits for every import, so what few need is imported on first need

from typing import TYPE_CHECKING

from ceulog.domain.activities import Activity
from ceulog.domain.state import LogState
from ceulog.domain.text import tidy
from ceulog.logbook.errors import Refusal, StorageError
from ceulog.tui.keys import key_of

if TYPE_CHECKING:
    from ceulog.tui.app import CeulogApp


class Templating:
    """Keeps templates from the dashboard, whose undo takes back the one that was kept last.

    Args:
        app: whose log it is.
    """

    def __init__(self, app: "CeulogApp") -> None:
        self._app = app
        self._kept: tuple[LogState | None, str] = (None, "")
        """The log when a template was kept last, and the template's name."""

    def keep(self, activity: Activity) -> None:
        """Keep an entry as a template, under its title; once, however often that is asked for."""
        from ceulog.domain.recurring import template_key
        from ceulog.domain.templates import free_name, template_of
        from ceulog.logbook.templates import add_template, templates_of

        app, template = self._app, template_of(activity)
        kept = templates_of(app.logbook.folder).found
        if like := next((each for each in kept if template_key(each) == template_key(template)), None):
            app.say(
                f"It is kept already, as the template “{tidy(like.name)}”; {key_of('templates')} lists your templates."
            )
            return
        template = template._replace(name=free_name(kept, tidy(template.name)))
        try:
            add_template(app.logbook.home, template)
        except (Refusal, StorageError) as fault:
            app.complain(str(fault))
        else:
            self._kept = app.view.state, template.name
            app.say(f"Kept as the template “{tidy(template.name)}”; {key_of('templates')} lists your templates.")

    def undo(self) -> bool:
        """Take the template back that was kept last, if nothing was changed since; gives whether there was one."""
        app, (state, name), self._kept = self._app, self._kept, (None, "")
        if state is not app.view.state:
            return False
        from ceulog.logbook.templates import remove_template  # here: most undos are of no template

        try:
            remove_template(app.logbook.home, name)
        except (Refusal, StorageError) as fault:
            app.complain(str(fault))
        else:
            app.say(f"Took back: kept as the template “{tidy(name)}”.")
        return True
