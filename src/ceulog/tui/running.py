"""One run of the app, from its settings to its exit code."""

from collections.abc import Callable
from pathlib import Path

from ceulog.logbook.logbook import Logbook
from ceulog.settings.reading import read_settings
from ceulog.settings.values import Settings
from ceulog.tui.app import CeulogApp


def open_app(
    logbook: Logbook, tell: Callable[[str], object], *, demo: bool = False, settings_file: Path | None = None
) -> int:
    """Run the app, as the file of settings has it, until it is left; gives the exit code.

    Args:
        logbook: the logbook.
        tell: gets the sentences that came too late for the screen.
        demo: whether it is a sample of which nothing is kept.
        settings_file: where the settings are.

    Raises:
        Refusal: what was being saved when it was left was refused.
        StorageError: or the disk refused it.
    """
    settings, faults = read_settings(settings_file) if settings_file else (Settings(), [])
    app = CeulogApp(logbook, demo=demo, settings=settings, settings_file=settings_file, faults=faults)
    code = app.run() or app.return_code or 0
    for words in app.unsaid:
        tell(words)
    if app.unsaved:
        raise app.unsaved
    return code
