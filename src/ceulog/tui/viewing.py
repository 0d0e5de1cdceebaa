"""Certificates on the screen: what they are called, and opening one without holding it up."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App

from ceulog.domain.activities import Certificate
from ceulog.tui.widgets.painting import shortened

if TYPE_CHECKING:
    from ceulog.logbook.viewing import Viewed


def view_soon(app: App[Any], folder: Path, certificate: Certificate, then: "Callable[[Viewed], object]") -> None:
    """Open a certificate off the screen's thread, and say then what came of it.

    Args:
        app: whose work it is.
        folder: the logbook's.
        certificate: the one to open.
        then: is given the outcome, unless the screen has been left by then.
    """
    asked_on = app.screen

    async def work() -> None:
        from ceulog.logbook.viewing import view  # noqa: PLC0415 - when somebody opens one

        viewed = await asyncio.to_thread(view, folder, certificate)
        if asked_on in app.screen_stack:
            then(viewed)

    app.run_worker(work(), group="viewing")


def proof_name(certificate: Certificate) -> str:
    """A certificate's name as its holder knows it: without the digits that its copy is told apart by."""
    digits, hyphen, name = certificate.file.partition("-")
    own = name if hyphen and len(digits) == 12 else certificate.file
    return shortened(own, 48)
