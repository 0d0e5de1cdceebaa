"""One run of the app, from its settings to its exit code."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ceulog.logbook.logbook import Logbook
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp

if TYPE_CHECKING:
    from ceulog.tui.early.terminal import EarlyScreen


def open_app(
    logbook: Logbook, tell: Callable[[str], object], settings: Settings, settings_file: Path,
    faults: Sequence[str] = (), *, demo: bool = False, early: "EarlyScreen | None" = None,
) -> int:  # fmt: skip
    """Run the app until it is left; gives the exit code.

    Args:
        logbook: the logbook.
        tell: gets the sentences that came too late for the screen.
        settings: as the file has them.
        settings_file: where they are kept.
        faults: a sentence for each thing in that file that cannot be used.
        demo: whether it is a sample of which nothing is kept.
        early: a picture of it that stands on the terminal already.

    Raises:
        Refusal: what was being saved when it was left was refused.
        StorageError: or the disk refused it.
    """
    app = CeulogApp(logbook, demo=demo, settings=settings, settings_file=settings_file, faults=faults, early=early)
    code = app.run() or app.return_code or 0
    for words in app.unsaid:
        tell(words)
    if app.unsaved:
        raise app.unsaved
    return code
